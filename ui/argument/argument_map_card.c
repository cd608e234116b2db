/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_card.h"

#include <glib/gi18n-lib.h>

#include "app/dossier/claim_links.h"

static DemDossier *
get_dossier (const DemArgumentMapWords *words)
{
  return dem_outline_get_dossier (dem_claim_map_get_outline (words->map));
}

static void
add_strength (const DemArgumentMapWords *words, DemRef ref, DemHoverCard *card)
{
  g_autofree char *strength = dem_argument_map_dup_strength (words, ref);

  dem_hover_card_add_meta (card, strength);
}

static void
fill_claim (const DemArgumentMapWords *words, guint32 claim, DemHoverCard *card)
{
  DemDossier *dossier = get_dossier (words);
  const DemClaim *item = dem_dossier_claim (dossier, claim);
  g_autoptr (GPtrArray) bearings = dem_argument_map_dup_bearings (words, claim);
  g_autofree char *who = NULL;

  dem_hover_card_set_title (card, item->text);
  if (item->by != DEM_NO_INDEX)
    {
      g_autofree char *name = dem_dossier_dup_name (dossier, DEM_REF (ACTOR, item->by));
      who = g_strdup_printf ("%s · %s", dem_claim_kind_get_word (item->kind), name);
    }
  else
    who = g_strdup (dem_claim_kind_get_word (item->kind));
  dem_hover_card_add_meta (card, who);
  add_strength (words, DEM_REF (CLAIM, claim), card);
  for (guint i = 0; i < bearings->len; i++)
    dem_hover_card_add_meta (card, g_ptr_array_index (bearings, i));
  dem_hover_card_add_citations (card, _ ("Cited"), item->item.cites, item->item.n_cites);
}

static void
fill_inference (const DemArgumentMapWords *words, guint32 inference, DemHoverCard *card)
{
  DemDossier *dossier = get_dossier (words);
  const DemInference *item = dem_dossier_inference (dossier, inference);
  DemRef ref = DEM_REF (INFERENCE, inference);
  g_autofree char *name = dem_dossier_dup_name (dossier, ref);

  dem_hover_card_set_title (card, name);
  dem_hover_card_add_meta (card, item->scheme);
  add_strength (words, ref, card);
  if (words->now != NULL && dem_evaluation_get_answer (words->now, inference) == DEM_ANSWER_NO)
    dem_hover_card_add_meta (card, _ ("It does not count, as the dates are not as it needs them."));
  dem_hover_card_add_heading (card, item->n_from > 1 ? _ ("Only together") : _ ("From"));
  for (guint i = 0; i < item->n_from; i++)
    {
      DemRef premise = DEM_REF (CLAIM, item->from[i]);
      g_autofree char *label = dem_dossier_dup_label (dossier, premise);
      DemHoverLine line = { .ref = premise, .text = label };

      dem_hover_card_add_line (card, &line);
    }
}

void
dem_argument_map_fill_card (const DemArgumentMapWords *words, DemRef ref, DemHoverCard *card)
{
  if (ref.kind == DEM_KIND_CLAIM)
    fill_claim (words, ref.index, card);
  else if (ref.kind == DEM_KIND_INFERENCE)
    fill_inference (words, ref.index, card);
}
