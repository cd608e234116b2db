/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/focus/relevance.h"

struct _DemRelevance
{
  gatomicrefcount references;
  DemDossier *dossier;
  gboolean has_selection;
  guint32 viewpoint;
  GHashTable *selected;        /* DemRef → itself */
  guint8 *related[DEM_N_KINDS]; /* one bit an item; NULL with nothing selected */
};

static gpointer
ref_key (DemRef ref)
{
  return GSIZE_TO_POINTER ((gsize) ref.kind << 32 | ref.index);
}

static gboolean
is_set (DemRelevance *self, DemRef ref)
{
  return (self->related[ref.kind][ref.index / 8] >> (ref.index % 8) & 1) != 0;
}

static void
add (DemRelevance *self, DemRef ref)
{
  if (ref.kind != DEM_KIND_NONE && ref.index != DEM_NO_INDEX)
    self->related[ref.kind][ref.index / 8] |= (guint8) (1 << (ref.index % 8));
}

static void
add_backlinks (DemRelevance *self, DemRef ref)
{
  guint n;
  const DemRef *links = dem_dossier_backlinks (self->dossier, ref, &n);

  for (guint i = 0; i < n; i++)
    add (self, links[i]);
}

static void
add_actor (DemRelevance *self, guint32 actor)
{
  if (actor == DEM_NO_INDEX)
    return;
  add (self, DEM_REF (ACTOR, actor));
  add (self, DEM_REF (PLACE, dem_dossier_actor (self->dossier, actor)->place));
}

static void
add_pair_ends (DemRelevance *self, guint32 pair)
{
  const DemPair *item = dem_dossier_pair (self->dossier, pair);

  add (self, DEM_REF (PAIR, pair));
  add_actor (self, item->a);
  add_actor (self, item->b);
}

/* ---- What each kind of item brings with it, beside what refers to it ---- */

static void
add_claims_about (DemRelevance *self, DemRef ref)
{
  guint n;
  const DemRef *claims = dem_dossier_backlinks_of (self->dossier, ref, DEM_KIND_CLAIM, &n);

  for (guint i = 0; i < n; i++)
    add (self, claims[i]);
}

/* The claims about the phases and events of an actor, as they light the actor, too. */
static void
add_claims_of_actor (DemRelevance *self, guint32 index)
{
  guint n;
  const DemRef *links = dem_dossier_backlinks (self->dossier, DEM_REF (ACTOR, index), &n);

  for (guint i = 0; i < n; i++)
    if (links[i].kind == DEM_KIND_EVENT)
      add_claims_about (self, links[i]);
    else if (links[i].kind == DEM_KIND_RELATION)
      {
        const DemRelation *relation = dem_dossier_relation (self->dossier, links[i].index);

        add_claims_about (self, links[i]);
        for (guint j = 0; j < relation->n_events; j++)
          add_claims_about (self, DEM_REF (EVENT, relation->events[j]));
      }
}

static void
expand_actor (DemRelevance *self, guint32 index)
{
  guint n;
  const DemRef *pairs = dem_dossier_backlinks_of (self->dossier, DEM_REF (ACTOR, index), DEM_KIND_PAIR, &n);

  add_actor (self, dem_dossier_actor (self->dossier, index)->part_of);
  add_claims_of_actor (self, index);
  for (guint i = 0; i < n; i++)
    {
      add_pair_ends (self, pairs[i].index);
      add_backlinks (self, pairs[i]);
    }
}

static void
expand_pair (DemRelevance *self, guint32 index)
{
  guint n;
  const DemRef *phases = dem_dossier_backlinks_of (self->dossier, DEM_REF (PAIR, index), DEM_KIND_RELATION, &n);

  add_pair_ends (self, index);
  for (guint i = 0; i < n; i++)
    {
      const DemRelation *relation = dem_dossier_relation (self->dossier, phases[i].index);

      for (guint j = 0; j < relation->n_events; j++)
        add (self, DEM_REF (EVENT, relation->events[j]));
      add_backlinks (self, phases[i]);
    }
}

/* The events in which both ends of a pair take part belong to it too. */
static void
expand_shared_events (DemRelevance *self, guint32 pair)
{
  const DemPair *item = dem_dossier_pair (self->dossier, pair);
  guint n;
  const DemRef *events = dem_dossier_backlinks_of (self->dossier, DEM_REF (ACTOR, item->a), DEM_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemEvent *event = dem_dossier_event (self->dossier, events[i].index);

      for (guint j = 0; j < event->n_actors; j++)
        if (event->actors[j] == item->b)
          add (self, events[i]);
    }
}

static void
expand_relation (DemRelevance *self, guint32 index)
{
  const DemRelation *relation = dem_dossier_relation (self->dossier, index);

  add_pair_ends (self, relation->pair);
  for (guint i = 0; i < relation->n_events; i++)
    add (self, DEM_REF (EVENT, relation->events[i]));
}

static void
expand_event (DemRelevance *self, guint32 index)
{
  const DemEvent *event = dem_dossier_event (self->dossier, index);
  guint n;
  const DemRef *phases = dem_dossier_backlinks_of (self->dossier, DEM_REF (EVENT, index), DEM_KIND_RELATION, &n);

  add (self, DEM_REF (PLACE, event->place));
  for (guint i = 0; i < event->n_actors; i++)
    add_actor (self, event->actors[i]);
  for (guint i = 0; i < n; i++)
    {
      add_pair_ends (self, dem_dossier_relation (self->dossier, phases[i].index)->pair);
      add_claims_about (self, phases[i]);
    }
}

static void expand (DemRelevance *self, DemRef ref);

/* Who asserts a claim, and what it is about. */
static void
add_subjects (DemRelevance *self, guint32 index)
{
  const DemClaim *claim = dem_dossier_claim (self->dossier, index);

  add_actor (self, claim->by);
  for (guint i = 0; i < claim->n_about; i++)
    {
      DemRef about = claim->about[i];

      add (self, about);
      if (about.kind == DEM_KIND_PAIR)
        add_pair_ends (self, about.index);
      else if (about.kind == DEM_KIND_RELATION)
        expand_relation (self, about.index);
      else if (about.kind == DEM_KIND_EVENT)
        expand_event (self, about.index);
      else if (about.kind == DEM_KIND_ACTOR)
        add_actor (self, about.index);
    }
}

/* The premises of a step and what they lead to. */
static void
add_ends (DemRelevance *self, const DemInference *inference)
{
  add (self, inference->to);
  for (guint i = 0; i < inference->n_from; i++)
    add (self, DEM_REF (CLAIM, inference->from[i]));
}

static void
expand_claim (DemRelevance *self, guint32 index)
{
  guint n;
  const DemRef *inferences = dem_dossier_backlinks_of (self->dossier, DEM_REF (CLAIM, index), DEM_KIND_INFERENCE, &n);

  add_subjects (self, index);
  for (guint i = 0; i < n; i++)
    add_ends (self, dem_dossier_inference (self->dossier, inferences[i].index));
}

/* A step with all that its claims are about; if it breaks a link, with the claims of that link. */
static void
expand_inference (DemRelevance *self, guint32 index)
{
  const DemInference *inference = dem_dossier_inference (self->dossier, index);

  add_ends (self, inference);
  for (guint i = 0; i < inference->n_from; i++)
    add_subjects (self, inference->from[i]);
  if (inference->to.kind == DEM_KIND_CLAIM)
    add_subjects (self, inference->to.index);
  else if (inference->to.kind == DEM_KIND_INFERENCE)
    add_ends (self, dem_dossier_inference (self->dossier, inference->to.index));
}

/* A paragraph lights all that cites it and the actors, pairs and places of that, but not everything they touch. */
static void
expand_paragraph (DemRelevance *self, guint32 index)
{
  guint n;
  const DemRef *links = dem_dossier_backlinks (self->dossier, DEM_REF (PARAGRAPH, index), &n);

  add (self, DEM_REF (SOURCE, dem_dossier_paragraph (self->dossier, index)->source));
  for (guint i = 0; i < n; i++)
    if (links[i].kind == DEM_KIND_RELATION)
      add_pair_ends (self, dem_dossier_relation (self->dossier, links[i].index)->pair);
    else if (links[i].kind == DEM_KIND_PAIR)
      add_pair_ends (self, links[i].index);
    else if (links[i].kind == DEM_KIND_ACTOR)
      add_actor (self, links[i].index);
}

static void
expand_scenario (DemRelevance *self, guint32 index)
{
  const DemScenario *scenario = dem_dossier_scenario (self->dossier, index);

  for (guint i = 0; i < scenario->n_assume; i++)
    add (self, DEM_REF (CLAIM, scenario->assume[i].claim));
}

static void
expand_source (DemRelevance *self, guint32 index)
{
  const DemSource *source = dem_dossier_source (self->dossier, index);

  for (guint i = 0; i < source->n_paragraphs; i++)
    {
      add (self, DEM_REF (PARAGRAPH, source->first_paragraph + i));
      add_backlinks (self, DEM_REF (PARAGRAPH, source->first_paragraph + i));
    }
}

static void
expand_stop (DemRelevance *self, guint32 index)
{
  const DemStop *stop = dem_dossier_stop (self->dossier, index);

  for (guint i = 0; i < stop->n_select; i++)
    expand (self, stop->select[i]);
}

static void
expand (DemRelevance *self, DemRef ref)
{
  add (self, ref);
  add_backlinks (self, ref);
  switch ((DemKind) ref.kind)
    {
    case DEM_KIND_SOURCE:
      expand_source (self, ref.index);
      break;
    case DEM_KIND_PARAGRAPH:
      expand_paragraph (self, ref.index);
      break;
    case DEM_KIND_ACTOR:
      expand_actor (self, ref.index);
      break;
    case DEM_KIND_PAIR:
      expand_pair (self, ref.index);
      expand_shared_events (self, ref.index);
      break;
    case DEM_KIND_RELATION:
      expand_relation (self, ref.index);
      break;
    case DEM_KIND_EVENT:
      expand_event (self, ref.index);
      break;
    case DEM_KIND_CLAIM:
      expand_claim (self, ref.index);
      break;
    case DEM_KIND_INFERENCE:
      expand_inference (self, ref.index);
      break;
    case DEM_KIND_SCENARIO:
      expand_scenario (self, ref.index);
      break;
    case DEM_KIND_STOP:
      expand_stop (self, ref.index);
      break;
    case DEM_KIND_NONE:
    case DEM_KIND_PLACE:
    case DEM_N_KINDS:
    default:
      break;
    }
}

DemRelevance *
dem_relevance_new (DemDossier *dossier, const DemRef *selection, guint n, guint32 viewpoint)
{
  DemRelevance *self = g_new0 (DemRelevance, 1);

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  g_atomic_ref_count_init (&self->references);
  self->dossier = g_object_ref (dossier);
  self->has_selection = n > 0;
  self->viewpoint = viewpoint;
  self->selected = g_hash_table_new (NULL, NULL);
  if (n == 0)
    return self;
  for (guint kind = DEM_KIND_NONE + 1; kind < DEM_N_KINDS; kind++)
    self->related[kind] = g_malloc0 (dem_dossier_count (dossier, kind) / 8 + 1);
  for (guint i = 0; i < n; i++)
    {
      g_hash_table_add (self->selected, ref_key (selection[i]));
      expand (self, selection[i]);
    }
  return self;
}

DemRelevance *
dem_relevance_ref (DemRelevance *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_relevance_unref (DemRelevance *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    g_free (self->related[kind]);
  g_hash_table_unref (self->selected);
  g_object_unref (self->dossier);
  g_free (self);
}

gboolean
dem_relevance_has_selection (DemRelevance *self)
{
  return self->has_selection;
}

guint32
dem_relevance_get_viewpoint (DemRelevance *self)
{
  g_return_val_if_fail (self != NULL, DEM_NO_INDEX);

  return self->viewpoint;
}

gboolean
dem_relevance_is_selected (DemRelevance *self, DemRef ref)
{
  return g_hash_table_contains (self->selected, ref_key (ref));
}

gboolean
dem_relevance_contains (DemRelevance *self, DemRef ref)
{
  g_return_val_if_fail (ref.kind > DEM_KIND_NONE && ref.kind < DEM_N_KINDS, TRUE);

  if (ref.kind == DEM_KIND_CLAIM && self->viewpoint != DEM_NO_INDEX
      && dem_dossier_claim (self->dossier, ref.index)->by != self->viewpoint && !dem_relevance_is_selected (self, ref))
    return FALSE;
  return !self->has_selection || is_set (self, ref);
}
