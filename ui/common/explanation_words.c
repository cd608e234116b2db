/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/explanation_words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/claim_value.h"
#include "ui/common/strength_words.h"

#define BALANCED 0.005

/* What all of one role come to together: 1 − Π(1 − s). */
static double
aggregate (GArray *parts, DemPartRole role)
{
  double left = 1;

  for (guint i = 0; i < parts->len; i++)
    {
      const DemPart *part = &g_array_index (parts, DemPart, i);

      if (part->role == role && !isnan (part->strength))
        left *= 1 - part->strength;
    }
  return 1 - left;
}

static gboolean
has_role (GArray *parts, DemPartRole role)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, DemPart, i).role == role)
      return TRUE;
  return FALSE;
}

static char *
dup_assumed (DemEvaluation *evaluation, guint32 claim)
{
  double strength = dem_evaluation_get (evaluation, DEM_REF (CLAIM, claim)).strength;

  return g_strdup_printf (dem_evaluation_get_setter (evaluation, claim) == DEM_SETTER_READER
                              ? _ ("You have fixed it at %.2f. Its reasons do not count meanwhile.")
                              : _ ("The scenario fixes it at %.2f. Its reasons do not count meanwhile."),
                          strength);
}

static char *
dup_claim_words (DemEvaluation *evaluation, guint32 claim, DemStrength strength)
{
  g_autoptr (GArray) parts = dem_explain_parts (evaluation, DEM_REF (CLAIM, claim));
  double start = dem_evaluation_get_start (evaluation, claim);
  double difference = aggregate (parts, DEM_PART_SUPPORT) - aggregate (parts, DEM_PART_ATTACK);

  if (parts->len == 0)
    return g_strdup_printf (
        _ ("Nothing here speaks for or against it, so that it is as strong as its starting value, %.2f."),
        start);
  if (fabs (difference) < BALANCED)
    return g_strdup_printf (
        _ ("Its reasons for and against come to nothing together: it stays near its starting value, "
           "%.2f."),
        start);
  if (difference > 0)
    return g_strdup_printf (has_role (parts, DEM_PART_ATTACK) ? _ (
                                "Its reasons for it outweigh those against it and lift it from %.2f to %.2f.")
                                                              : _ ("Its reasons lift it from %.2f to %.2f."),
                            start, strength.strength);
  return g_strdup_printf (
      has_role (parts, DEM_PART_SUPPORT)
          ? _ ("Its reasons against it outweigh those for it and bring it down from %.2f to %.2f.")
          : _ ("Its reasons against it bring it down from %.2f to %.2f."),
      start, strength.strength);
}

static char *
dup_inference_words (DemEvaluation *evaluation, guint32 index)
{
  const DemInference *inference = dem_dossier_inference (dem_evaluation_get_dossier (evaluation), index);

  if (dem_evaluation_get_answer (evaluation, index) == DEM_ANSWER_NO)
    return g_strdup (_ ("The dates are not as it needs them, so that it counts for nothing."));
  if (inference->n_from == 0)
    return g_strdup (_ ("It has no premises, so that it counts for nothing."));
  return g_strdup_printf (
      inference->n_from > 1
          ? _ ("It needs all of its premises: their strengths are multiplied with each other and with "
               "its weight, %.2f, less what breaks the link.")
          : _ ("It is as strong as its premise times its weight, %.2f, less what breaks the link."),
      inference->weight);
}

char *
dem_explanation_dup_words (DemEvaluation *evaluation, DemRef ref)
{
  DemStrength strength;

  g_return_val_if_fail (evaluation != NULL, NULL);

  strength = dem_evaluation_get (evaluation, ref);
  switch (strength.status)
    {
    case DEM_STATUS_ABSENT:
      return g_strdup (_ ("It does not exist in what is looked at now."));
    case DEM_STATUS_ASSUMED:
      return dup_assumed (evaluation, ref.index);
    case DEM_STATUS_UNSETTLED:
      return g_strdup (_ (
          "It stands in a circle of reasons that does not come to rest, or follows from one, and so has no "
          "strength."));
    case DEM_STATUS_UNDECIDED:
      return dem_strength_dup_dates (evaluation, ref);
    case DEM_STATUS_SETTLED:
    default:
      return ref.kind == DEM_KIND_CLAIM ? dup_claim_words (evaluation, ref.index, strength)
                                        : dup_inference_words (evaluation, ref.index);
    }
}

const char *
dem_part_get_words (const DemPart *part)
{
  static const double least[] = { 0.15, 0.05, 0.01, -1 };
  static const char *const words[][G_N_ELEMENTS (least)] = {
    [DEM_PART_SUPPORT]
    = { N_ ("adds much"), N_ ("adds something"), N_ ("adds a little"), N_ ("adds hardly anything") },
    [DEM_PART_ATTACK]
    = { N_ ("takes much"), N_ ("takes something"), N_ ("takes a little"), N_ ("takes hardly anything") },
    [DEM_PART_PREMISE] = { N_ ("holds it down much"), N_ ("holds it down somewhat"),
                           N_ ("holds it down a little"), N_ ("holds it down hardly at all") },
    [DEM_PART_UNDERCUT] = { N_ ("breaks much of the link"), N_ ("breaks something of the link"),
                            N_ ("breaks a little of the link"), N_ ("breaks hardly anything of the link") },
  };
  guint level = 0;

  if (isnan (part->part))
    return _ ("cannot be weighed");
  while (fabs (part->part) < least[level])
    level++;
  return _ (words[part->role][level]);
}

char *
dem_part_dup_number (double part)
{
  if (isnan (part))
    return g_strdup ("–");
  /* A true minus, as wide as a plus. */
  return g_strdup_printf ("%s%.2f", part < -0.005 ? "−" : "+", fabs (part));
}

char *
dem_part_dup_name (DemDossier *dossier, const DemPart *part)
{
  g_autoptr (GString) text = NULL;
  const DemInference *inference;

  if (part->ref.kind != DEM_KIND_INFERENCE)
    return dem_dossier_dup_label (dossier, part->ref);
  text = g_string_new (NULL);
  inference = dem_dossier_inference (dossier, part->ref.index);
  for (guint i = 0; i < inference->n_from; i++)
    {
      g_autofree char *label = dem_dossier_dup_label (dossier, DEM_REF (CLAIM, inference->from[i]));

      g_string_append (text, text->len > 0 ? " & " : "");
      g_string_append (text, label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
dem_start_dup_words (DemEvaluation *evaluation, guint32 claim)
{
  DemDossier *dossier = dem_evaluation_get_dossier (evaluation);
  const char *why = dem_dossier_claim (dossier, claim)->item.why;

  if (dem_evaluation_start_is_readers (evaluation, claim))
    return g_strdup_printf (_ ("Yours; the dossier says %.2f."), dem_claim_value_get_start (dossier, claim));
  if (!dem_claim_value_is_written (dossier, claim))
    return g_strdup (dem_claim_value_get_start (dossier, claim) == DEM_VALUE_WITH_REASONS
                         ? _ ("By default, so that belief comes from its reasons.")
                         : _ ("By default, as nothing supports it."));
  return g_strdup (why);
}
