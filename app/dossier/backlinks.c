/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/dossier_private.h"

/* --- what an item refers to --- */

typedef struct
{
  DemLinkFunc func;
  gpointer data;
} Visitor;

static void
visit (const Visitor *visitor, DemKind kind, guint32 index)
{
  if (index != DEM_NO_INDEX)
    visitor->func ((DemRef){ kind, index }, visitor->data);
}

static void
visit_indices (const Visitor *visitor, DemKind kind, const guint32 *indices, guint n)
{
  for (guint i = 0; i < n; i++)
    visit (visitor, kind, indices[i]);
}

static void
visit_refs (const Visitor *visitor, const DemRef *refs, guint n)
{
  for (guint i = 0; i < n; i++)
    visit (visitor, refs[i].kind, refs[i].index);
}

static void
visit_needs (const Visitor *visitor, const DemNeed *needs, guint n)
{
  for (guint i = 0; i < n; i++)
    visit (visitor, needs[i].item.kind, needs[i].item.index);
}

static void
visit_common (const Visitor *visitor, const DemItem *item)
{
  for (guint i = 0; i < item->n_cites; i++)
    {
      visit (visitor, DEM_KIND_SOURCE, item->cites[i].source);
      visit (visitor, DEM_KIND_PARAGRAPH, item->cites[i].paragraph);
    }
  visit_indices (visitor, DEM_KIND_SCENARIO, item->scenarios, item->n_scenarios);
}

static void
visit_actor (const Visitor *visitor, const DemActor *actor)
{
  visit (visitor, DEM_KIND_PLACE, actor->place);
  visit (visitor, DEM_KIND_ACTOR, actor->part_of);
}

static void
visit_pair (const Visitor *visitor, const DemPair *pair)
{
  visit (visitor, DEM_KIND_ACTOR, pair->a);
  visit (visitor, DEM_KIND_ACTOR, pair->b);
}

static void
visit_relation (const Visitor *visitor, const DemRelation *relation)
{
  visit (visitor, DEM_KIND_ACTOR, relation->from);
  visit (visitor, DEM_KIND_ACTOR, relation->to);
  visit (visitor, DEM_KIND_PAIR, relation->pair);
  visit_indices (visitor, DEM_KIND_EVENT, relation->events, relation->n_events);
}

static void
visit_event (const Visitor *visitor, const DemEvent *event)
{
  visit_indices (visitor, DEM_KIND_ACTOR, event->actors, event->n_actors);
  visit (visitor, DEM_KIND_PLACE, event->place);
}

static void
visit_claim (const Visitor *visitor, const DemClaim *claim)
{
  visit (visitor, DEM_KIND_ACTOR, claim->by);
  visit_refs (visitor, claim->about, claim->n_about);
}

static void
visit_inference (const Visitor *visitor, const DemInference *inference)
{
  visit_indices (visitor, DEM_KIND_CLAIM, inference->from, inference->n_from);
  visit (visitor, inference->to.kind, inference->to.index);
  visit_needs (visitor, inference->before, inference->n_before);
  visit_needs (visitor, inference->during, inference->n_during);
}

static void
visit_scenario (const Visitor *visitor, const DemScenario *scenario)
{
  for (guint i = 0; i < scenario->n_assume; i++)
    visit (visitor, DEM_KIND_CLAIM, scenario->assume[i].claim);
}

static void
visit_stop (const Visitor *visitor, const DemStop *stop)
{
  visit_refs (visitor, stop->select, stop->n_select);
  visit_refs (visitor, stop->fit, stop->n_fit);
  visit (visitor, DEM_KIND_SCENARIO, stop->scenario);
  visit (visitor, DEM_KIND_ACTOR, stop->perspective);
}

void
dem_dossier_foreach_reference (DemDossier *self, DemRef from, DemLinkFunc func, gpointer data)
{
  const Visitor visitor = { func, data };
  const DemItem *item = dem_dossier_item_at (self, from.kind, from.index);

  visit_common (&visitor, item);
  switch (from.kind)
    {
    case DEM_KIND_ACTOR:
      visit_actor (&visitor, (const DemActor *) item);
      break;
    case DEM_KIND_PAIR:
      visit_pair (&visitor, (const DemPair *) item);
      break;
    case DEM_KIND_RELATION:
      visit_relation (&visitor, (const DemRelation *) item);
      break;
    case DEM_KIND_EVENT:
      visit_event (&visitor, (const DemEvent *) item);
      break;
    case DEM_KIND_CLAIM:
      visit_claim (&visitor, (const DemClaim *) item);
      break;
    case DEM_KIND_INFERENCE:
      visit_inference (&visitor, (const DemInference *) item);
      break;
    case DEM_KIND_SCENARIO:
      visit_scenario (&visitor, (const DemScenario *) item);
      break;
    case DEM_KIND_STOP:
      visit_stop (&visitor, (const DemStop *) item);
      break;
    default:
      break;
    }
}

/* --- the reverse of it --- */

typedef struct
{
  DemDossier *dossier;
  DemRef from;
  guint32 *end; /* for each node, where its next link goes; while counting, how many there are */
} Linker;

static guint32
node_of (DemDossier *self, DemRef ref)
{
  return self->first_node[ref.kind] + ref.index;
}

static void
count_link (DemRef to, gpointer data)
{
  Linker *linker = data;

  linker->end[node_of (linker->dossier, to)]++;
}

/* Referrers come in order, so a second reference of the same one stands right before. */
static void
add_link (DemRef to, gpointer data)
{
  Linker *linker = data;
  DemDossier *dossier = linker->dossier;
  guint32 node = node_of (dossier, to);
  guint32 end = linker->end[node];

  if (end > dossier->first_link[node] && dem_ref_equal (dossier->links[end - 1], linker->from))
    return;
  dossier->links[end] = linker->from;
  linker->end[node]++;
}

static void
visit_all (Linker *linker, DemLinkFunc func)
{
  DemDossier *dossier = linker->dossier;

  for (guint kind = DEM_KIND_NONE + 1; kind < DEM_N_KINDS; kind++)
    for (guint i = 0; i < dossier->n_items[kind]; i++)
      {
        linker->from = (DemRef){ kind, i };
        dem_dossier_foreach_reference (dossier, linker->from, func, linker);
      }
}

/* Closes the gaps that repeated references left. */
static void
compact (DemDossier *self, const guint32 *end, guint n_nodes)
{
  guint32 n_links = 0;

  for (guint node = 0; node < n_nodes; node++)
    {
      guint32 first = self->first_link[node];

      self->first_link[node] = n_links;
      for (guint32 i = first; i < end[node]; i++)
        self->links[n_links++] = self->links[i];
    }
  self->first_link[n_nodes] = n_links;
  self->links = g_renew (DemRef, self->links, n_links);
}

void
dem_dossier_link (DemDossier *self)
{
  g_autofree guint32 *end = NULL;
  Linker linker = { self, DEM_REF_NONE, NULL };
  guint32 n_nodes = 0;
  guint32 n_links = 0;

  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    {
      self->first_node[kind] = n_nodes;
      n_nodes += self->n_items[kind];
    }
  self->first_node[DEM_N_KINDS] = n_nodes;

  linker.end = end = g_new0 (guint32, n_nodes + 1);
  visit_all (&linker, count_link);
  self->first_link = g_new (guint32, n_nodes + 1);
  for (guint node = 0; node < n_nodes; node++)
    {
      self->first_link[node] = n_links;
      n_links += end[node];
      end[node] = self->first_link[node];
    }
  self->links = g_new (DemRef, n_links);
  visit_all (&linker, add_link);
  compact (self, end, n_nodes);
}

const DemRef *
dem_dossier_backlinks (DemDossier *self, DemRef ref, guint *n)
{
  guint32 node;

  g_return_val_if_fail (n != NULL, NULL);
  *n = 0;
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (ref.kind < DEM_N_KINDS && ref.index < self->n_items[ref.kind], NULL);

  node = node_of (self, ref);
  *n = self->first_link[node + 1] - self->first_link[node];
  return self->links + self->first_link[node];
}

/* The first of the links whose kind is not below @kind. */
static guint
lower_bound (const DemRef *links, guint n, guint kind)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (links[middle].kind < kind)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

const DemRef *
dem_dossier_backlinks_of (DemDossier *self, DemRef ref, DemKind kind, guint *n)
{
  guint n_all;
  const DemRef *links = dem_dossier_backlinks (self, ref, &n_all);
  guint first = lower_bound (links, n_all, kind);

  g_return_val_if_fail (n != NULL, NULL);
  *n = lower_bound (links, n_all, kind + 1) - first;
  return links + first;
}
