/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/strength_words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/needs.h"

char *
dem_strength_dup_text (DemStrength strength)
{
  switch (strength.status)
    {
    case DEM_STATUS_ABSENT:
      return g_strdup ("–");
    case DEM_STATUS_UNSETTLED:
      return g_strdup (_ ("unsettled"));
    case DEM_STATUS_UNDECIDED:
      return g_strdup_printf ("%.2f–%.2f", strength.low, strength.high);
    case DEM_STATUS_SETTLED:
    case DEM_STATUS_ASSUMED:
    default:
      return g_strdup_printf ("%.2f", strength.strength);
    }
}

/* How a number is written, but for ties, without writing it: thousands are compared at once. */
static int
get_hundredths (double value)
{
  return (int) lround (value * 100);
}

gboolean
dem_strength_differs (DemStrength a, DemStrength b)
{
  gboolean a_is_one = a.status == DEM_STATUS_SETTLED || a.status == DEM_STATUS_ASSUMED;
  gboolean b_is_one = b.status == DEM_STATUS_SETTLED || b.status == DEM_STATUS_ASSUMED;

  if (a_is_one && b_is_one)
    return get_hundredths (a.strength) != get_hundredths (b.strength);
  if (a.status != DEM_STATUS_UNDECIDED || b.status != DEM_STATUS_UNDECIDED)
    return a.status != b.status;
  return get_hundredths (a.low) != get_hundredths (b.low)
         || get_hundredths (a.high) != get_hundredths (b.high);
}

double
dem_strength_get_bar (DemStrength strength)
{
  return isnan (strength.strength) ? 0 : strength.strength;
}

const char *
dem_setter_get_words (DemSetter setter)
{
  return setter == DEM_SETTER_READER     ? _ ("set by you")
         : setter == DEM_SETTER_SCENARIO ? _ ("set by the scenario")
                                         : NULL;
}

static void
add_words (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append (text, _ (", "));
  g_string_append (text, words);
}

static void
add_strength (GString *text, DemStrength strength)
{
  g_autofree char *number = dem_strength_dup_text (strength);
  g_autofree char *words = NULL;

  if (strength.status == DEM_STATUS_UNDECIDED)
    words = g_strdup_printf (_ ("strength between %.2f and %.2f, undecided because of dates"), strength.low,
                             strength.high);
  else if (strength.status == DEM_STATUS_UNSETTLED)
    words = g_strdup (number);
  else
    words = g_strdup_printf (_ ("strength %s"), number);
  add_words (text, words);
}

char *
dem_strength_dup_spoken (DemEvaluation *evaluation, DemEvaluation *before, DemRef ref)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DemStrength now, then;
  const char *setter = NULL;

  g_return_val_if_fail (evaluation != NULL, NULL);

  now = dem_evaluation_get (evaluation, ref);
  then = before != NULL ? dem_evaluation_get (before, ref) : now;
  if (ref.kind == DEM_KIND_CLAIM)
    setter = dem_setter_get_words (dem_evaluation_get_setter (evaluation, ref.index));
  add_strength (text, now);
  if (dem_strength_differs (now, then) && then.status != DEM_STATUS_ABSENT)
    {
      g_autofree char *number = dem_strength_dup_text (then);
      g_autofree char *words = g_strdup_printf (_ ("was %s"), number);

      add_words (text, words);
    }
  if (setter != NULL)
    add_words (text, setter);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_need (DemDossier *dossier, const DemNeed *need)
{
  return dem_ref_is_none (need->item) ? dem_edtf_format (&need->date)
                                      : dem_dossier_dup_label (dossier, need->item);
}

static void
add_needs (GString *text, DemDossier *dossier, const DemInference *inference)
{
  for (guint i = 0; i < dem_needs_count (inference); i++)
    {
      DemNeedStep step = dem_needs_get (dossier, inference, i);
      g_autofree char *first = dup_need (dossier, &step.first);
      g_autofree char *second = dup_need (dossier, &step.second);

      if (step.answer != DEM_ANSWER_MAYBE && step.answer != DEM_ANSWER_UNKNOWN)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              step.during ? _ ("It is not known whether “%s” fell within “%s”.")
                                          : _ ("It is not known whether “%s” came before “%s”."),
                              first, second);
    }
}

char *
dem_strength_dup_dates (DemEvaluation *evaluation, DemRef ref)
{
  g_autoptr (GArray) inferences = NULL;
  g_autoptr (GString) text = NULL;
  DemDossier *dossier;

  g_return_val_if_fail (evaluation != NULL, NULL);

  if (dem_evaluation_get (evaluation, ref).status != DEM_STATUS_UNDECIDED)
    return NULL;
  dossier = dem_evaluation_get_dossier (evaluation);
  inferences = dem_evaluation_dup_undecided (evaluation, ref);
  text = g_string_new (NULL);
  for (guint i = 0; i < inferences->len; i++)
    add_needs (text, dossier, dem_dossier_inference (dossier, g_array_index (inferences, guint32, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
dem_strength_count_changes (DemEvaluation *evaluation, DemEvaluation *before)
{
  guint n = 0;

  g_return_val_if_fail (evaluation != NULL && before != NULL, 0);

  if (evaluation == before)
    return 0;
  for (guint32 i = 0; i < dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM); i++)
    n += dem_strength_differs (dem_evaluation_get (evaluation, DEM_REF (CLAIM, i)),
                               dem_evaluation_get (before, DEM_REF (CLAIM, i)));
  return n;
}
