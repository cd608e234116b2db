/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/claim_value.h"
#include "app/dossier/claim_links.h"
#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

static void
add_entry (GArray *entries, DemRef ref, DemSign sign)
{
  dem_details_entries_add (entries, ref);
  g_array_index (entries, DemDetailsEntry, entries->len - 1).sign = sign;
}

/* What speaks for and against the claim. */
static void
add_reasons (const DemDetails *details, guint32 claim)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (CLAIM, claim), DEM_KIND_INFERENCE, &n);
  GArray *supports = dem_details_entries_new (), *attacks = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (details->dossier, links[i].index);

      if (!dem_ref_equal (inference->to, DEM_REF (CLAIM, claim)))
        continue;
      for (guint j = 0; j < inference->n_from; j++)
        add_entry (inference->kind == DEM_INFERENCE_SUPPORTS ? supports : attacks,
                   DEM_REF (CLAIM, inference->from[j]), dem_details_inference_sign (inference));
    }
  dem_details_add_section (details, _("Reasons for it"), NULL, supports);
  dem_details_add_section (details, _("Reasons against it"), NULL, attacks);
}

static gboolean
is_premise (const DemInference *inference, guint32 claim)
{
  for (guint i = 0; i < inference->n_from; i++)
    if (inference->from[i] == claim)
      return TRUE;
  return FALSE;
}

/* What the claim speaks for or against: claims, and steps whose link it breaks. */
static void
add_consequences (const DemDetails *details, guint32 claim)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (CLAIM, claim), DEM_KIND_INFERENCE, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (details->dossier, links[i].index);

      if (is_premise (inference, claim))
        add_entry (entries, inference->to, dem_details_inference_sign (inference));
    }
  dem_details_add_section (details, _("What it bears on"), NULL, entries);
}

static void
add_steps (const DemDetails *details, guint32 claim)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (CLAIM, claim), DEM_KIND_INFERENCE, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    dem_details_entries_add (entries, links[i]);
  dem_details_add_section (details, dem_details_kind_plural (DEM_KIND_INFERENCE), NULL, entries);
}

static void
add_about (const DemDetails *details, const DemClaim *claim)
{
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < claim->n_about; i++)
    dem_details_entries_add (entries, claim->about[i]);
  dem_details_add_section (details, _("About"), NULL, entries);
}

static void
add_scenarios (const DemDetails *details, guint32 claim)
{
  GArray *entries = dem_details_entries_new ();
  double strength;

  for (guint32 i = 0; i < dem_dossier_count (details->dossier, DEM_KIND_SCENARIO); i++)
    if (dem_claim_value_get_assumed (details->dossier, i, claim, &strength))
      dem_details_entries_add (entries, DEM_REF (SCENARIO, i));
  dem_details_add_section (details, _("Scenarios that fix it"), NULL, entries);
}

void
dem_details_build_claim (const DemDetails *details, guint32 index)
{
  const DemClaim *claim = dem_dossier_claim (details->dossier, index);
  g_autofree char *label = dem_dossier_dup_label (details->dossier, DEM_REF (CLAIM, index));
  g_autofree char *by = claim->by != DEM_NO_INDEX
                            ? dem_dossier_dup_name (details->dossier, DEM_REF (ACTOR, claim->by))
                            : NULL;
  g_autofree char *whose = by != NULL ? g_strdup_printf (_("by %s"), by) : NULL;
  g_autofree char *subtitle = dem_details_join (dem_claim_kind_get_word (claim->kind), whose);

  dem_details_add_head (details, label, subtitle);
  if (!g_str_equal (label, claim->text))
    dem_details_add_text (details, claim->text);
  if (details->evaluator != NULL)
    dem_details_add_strength (details, DEM_REF (CLAIM, index));
  else
    dem_details_add_value (details, index);
  dem_details_add_standing (details, &claim->item);
  add_reasons (details, index);
  add_consequences (details, index);
  add_steps (details, index);
  add_about (details, claim);
  add_scenarios (details, index);
  dem_details_add_link (details, _("Said by"), DEM_REF (ACTOR, claim->by));
}
