/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_card.h"

#include <glib/gi18n-lib.h>

#include "ui/common/hover_why.h"
#include "ui/common/stance.h"
#include "ui/timeline/timeline_words.h"

#define MOST_PHASES 8

/* Whether something hypothetical, and when; and, where the source does not say, whose date that is. */
static void
add_when (DemHoverCard *card, DemDossier *dossier, DemRef ref)
{
  g_autofree char *when = dem_timeline_dup_when (dossier, ref);

  dem_hover_card_add_meta (card, when);
  dem_hover_card_add_meta (card, dem_timeline_get_dating_word (dem_timeline_get_dating (dossier, ref)));
  if (dem_dossier_get_item (dossier, ref)->n_scenarios > 0)
    dem_hover_card_add_meta (card, _ ("Only in a scenario"));
}

static void
fill_event (DemHoverCard *card, DemDossier *dossier, DemRef ref)
{
  g_autofree char *title = dem_dossier_dup_name (dossier, ref);

  dem_hover_card_set_title (card, title);
  add_when (card, dossier, ref);
}

static void
fill_phase (DemHoverCard *card, DemDossier *dossier, DemRef ref)
{
  const DemRelation *phase = dem_dossier_relation (dossier, ref.index);
  g_autofree char *pair = dem_dossier_dup_label (dossier, DEM_REF (PAIR, phase->pair));
  g_autofree char *label = dem_dossier_dup_label (dossier, ref);

  dem_hover_card_set_title (card, label);
  dem_hover_card_add_meta (card, pair);
  add_when (card, dossier, ref);
  dem_hover_card_add_line (
      card, &(DemHoverLine){ .ref = DEM_REF_NONE,
                             .has_stance = TRUE,
                             .stance = phase->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL
                                                                   : dem_stance_classify (phase->stance),
                             .text = dem_stance_get_word (dem_stance_classify (phase->stance)) });
}

static void
add_phase (DemHoverCard *card, DemDossier *dossier, DemRef ref)
{
  const DemRelation *phase = dem_dossier_relation (dossier, ref.index);
  g_autofree char *text = dem_dossier_dup_label (dossier, ref);
  g_autofree char *when = dem_timeline_dup_when (dossier, ref);

  dem_hover_card_add_line (card,
                           &(DemHoverLine){ .ref = ref,
                                            .has_stance = TRUE,
                                            .stance = phase->item.n_scenarios > 0
                                                          ? DEM_STANCE_HYPOTHETICAL
                                                          : dem_stance_classify (phase->stance),
                                            .when = when,
                                            .text = text });
}

static void
fill_pair (DemHoverCard *card, DemDossier *dossier, DemRef ref, guint32 scenario)
{
  g_autofree char *title = dem_dossier_dup_label (dossier, ref);
  guint n, n_added = 0, n_all = 0;
  const DemRef *phases = dem_dossier_backlinks_of (dossier, ref, DEM_KIND_RELATION, &n);

  dem_hover_card_set_title (card, title);
  for (guint i = 0; i < n; i++)
    {
      if (!dem_dossier_exists_in (dossier, phases[i], scenario))
        continue;
      if (n_added < MOST_PHASES)
        {
          add_phase (card, dossier, phases[i]);
          n_added++;
        }
      n_all++;
    }
  dem_hover_card_add_more (card, n_all - n_added, ref);
}

void
dem_timeline_card_fill (DemHoverCard *card, DemDossier *dossier, DemRef ref, guint32 scenario)
{
  switch (ref.kind)
    {
    case DEM_KIND_EVENT:
      fill_event (card, dossier, ref);
      break;
    case DEM_KIND_RELATION:
      fill_phase (card, dossier, ref);
      break;
    case DEM_KIND_PAIR:
      fill_pair (card, dossier, ref, scenario);
      break;
    default:
      return;
    }
  dem_hover_card_add_why (card, dossier, ref, scenario);
}
