/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/hover_why.h"

#include <glib/gi18n-lib.h>

#define MOST_CLAIMS 5
#define MOST_OTHERS 4

/* Adds the refs of a kind that refer to an item and exist in the scenario, each once. */
static void
collect (GArray *refs, DemDossier *dossier, DemRef ref, DemKind kind, guint32 scenario)
{
  guint n;
  const DemRef *links = dem_dossier_backlinks_of (dossier, ref, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean known = !dem_dossier_exists_in (dossier, links[i], scenario);

      for (guint j = 0; j < refs->len && !known; j++)
        known = dem_ref_equal (g_array_index (refs, DemRef, j), links[i]);
      if (!known)
        g_array_append_val (refs, links[i]);
    }
}

GArray *
dem_hover_collect_claims (DemDossier *dossier, DemRef ref, guint32 scenario)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (DemRef));
  guint n;
  const DemRef *phases;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), refs);

  collect (refs, dossier, ref, DEM_KIND_CLAIM, scenario);
  if (ref.kind != DEM_KIND_PAIR)
    return refs;
  phases = dem_dossier_backlinks_of (dossier, ref, DEM_KIND_RELATION, &n);
  for (guint i = 0; i < n; i++)
    collect (refs, dossier, phases[i], DEM_KIND_CLAIM, scenario);
  return refs;
}

static void
add_events_of (GArray *refs, DemDossier *dossier, guint32 relation, guint32 scenario)
{
  const DemRelation *item = dem_dossier_relation (dossier, relation);

  for (guint i = 0; i < item->n_events; i++)
    {
      DemRef event = DEM_REF (EVENT, item->events[i]);
      gboolean known = !dem_dossier_exists_in (dossier, event, scenario);

      for (guint j = 0; j < refs->len && !known; j++)
        known = dem_ref_equal (g_array_index (refs, DemRef, j), event);
      if (!known)
        g_array_append_val (refs, event);
    }
}

/* The events that began or changed a relation, or one of a pair's. */
static GArray *
collect_causes (DemDossier *dossier, DemRef ref, guint32 scenario)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (DemRef));
  guint n;
  const DemRef *phases;

  if (ref.kind == DEM_KIND_RELATION)
    add_events_of (refs, dossier, ref.index, scenario);
  if (ref.kind != DEM_KIND_PAIR)
    return refs;
  phases = dem_dossier_backlinks_of (dossier, ref, DEM_KIND_RELATION, &n);
  for (guint i = 0; i < n; i++)
    add_events_of (refs, dossier, phases[i].index, scenario);
  return refs;
}

char *
dem_hover_dup_date (DemDossier *dossier, DemRef ref)
{
  const DemEdtf *when = dem_dossier_when (dossier, ref);
  const char *text = ref.kind == DEM_KIND_ACTOR      ? dem_dossier_actor (dossier, ref.index)->when_text
                     : ref.kind == DEM_KIND_RELATION ? dem_dossier_relation (dossier, ref.index)->when_text
                     : ref.kind == DEM_KIND_EVENT    ? dem_dossier_event (dossier, ref.index)->when_text
                                                     : NULL;

  if (text != NULL)
    return g_strdup (text);
  return dem_edtf_is_dated (when) ? dem_edtf_format (when) : NULL;
}

static void
add_item (DemHoverCard *self, DemDossier *dossier, DemRef ref)
{
  g_autofree char *text = dem_dossier_dup_label (dossier, ref);
  g_autofree char *when = dem_hover_dup_date (dossier, ref);
  DemHoverLine line = { .ref = ref, .text = text, .when = when };

  if (ref.kind == DEM_KIND_RELATION)
    {
      const DemRelation *relation = dem_dossier_relation (dossier, ref.index);

      line.has_stance = TRUE;
      line.stance = relation->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL : dem_stance_classify (relation->stance);
    }
  dem_hover_card_add_line (self, &line);
}

static void
add_list (DemHoverCard *self, DemDossier *dossier, const char *heading, GArray *refs, guint most, DemRef whole)
{
  if (refs->len == 0)
    return;
  dem_hover_card_add_heading (self, heading);
  for (guint i = 0; i < MIN (refs->len, most); i++)
    add_item (self, dossier, g_array_index (refs, DemRef, i));
  dem_hover_card_add_more (self, refs->len - MIN (refs->len, most), whole);
}

/* What an item cites; of a pair, what its phase of the day does. */
static const DemItem *
get_cited (DemDossier *dossier, DemRef ref, guint32 scenario)
{
  guint32 phase;

  if (ref.kind != DEM_KIND_PAIR || dem_dossier_get_item (dossier, ref)->n_cites > 0)
    return dem_dossier_get_item (dossier, ref);
  phase = dem_dossier_stance_at (dossier, ref.index, dem_dossier_get_today (dossier), scenario);
  return phase != DEM_NO_INDEX ? &dem_dossier_relation (dossier, phase)->item : dem_dossier_get_item (dossier, ref);
}

void
dem_hover_card_add_why (DemHoverCard *self, DemDossier *dossier, DemRef ref, guint32 scenario)
{
  g_autoptr (GArray) claims = NULL;
  g_autoptr (GArray) causes = NULL;
  g_autoptr (GArray) effects = NULL;
  const DemItem *cited;

  g_return_if_fail (DEM_IS_HOVER_CARD (self));
  g_return_if_fail (DEM_IS_DOSSIER (dossier));

  claims = dem_hover_collect_claims (dossier, ref, scenario);
  causes = collect_causes (dossier, ref, scenario);
  effects = g_array_new (FALSE, FALSE, sizeof (DemRef));
  if (ref.kind == DEM_KIND_EVENT)
    collect (effects, dossier, ref, DEM_KIND_RELATION, scenario);
  add_list (self, dossier, _("Changed by"), causes, MOST_OTHERS, ref);
  add_list (self, dossier, _("What it changed"), effects, MOST_OTHERS, ref);
  add_list (self, dossier, _("Why is this here? It is used by"), claims, MOST_CLAIMS, ref);
  cited = get_cited (dossier, ref, scenario);
  dem_hover_card_add_citations (self, _("It rests on"), cited->cites, cited->n_cites);
}
