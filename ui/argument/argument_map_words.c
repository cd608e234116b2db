/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/thesis.h"
#include "app/dossier/claim_links.h"

static DemDossier *
get_dossier (DemClaimMap *map)
{
  return dem_outline_get_dossier (dem_claim_map_get_outline (map));
}

static char *
dup_label (DemClaimMap *map, guint32 claim)
{
  return dem_dossier_dup_label (get_dossier (map), DEM_REF (CLAIM, claim));
}

/* ---- Strength ---- */

double
dem_argument_map_get_before (const DemArgumentMapWords *words, DemRef ref)
{
  double now, before;

  if (words->now == NULL || words->before == NULL || words->now == words->before)
    return NAN;
  now = dem_evaluation_get (words->now, ref).strength;
  before = dem_evaluation_get (words->before, ref).strength;
  return isfinite (before) && !(fabs (now - before) < DEM_ARGUMENT_MAP_CHANGE) ? before : NAN;
}

char *
dem_argument_map_dup_value (const DemArgumentMapWords *words, DemRef ref)
{
  DemStrength strength;

  if (words->now == NULL)
    return NULL;
  strength = dem_evaluation_get (words->now, ref);
  switch (strength.status)
    {
    case DEM_STATUS_SETTLED:
    case DEM_STATUS_ASSUMED:
      return g_strdup_printf ("%.2f", strength.strength);
    case DEM_STATUS_UNDECIDED:
      return g_strdup_printf ("%.2f–%.2f", strength.low, strength.high);
    case DEM_STATUS_UNSETTLED:
      return g_strdup (_ ("unsettled"));
    case DEM_STATUS_ABSENT:
    default:
      return NULL;
    }
}

static char *
dup_assumed (const DemArgumentMapWords *words, guint32 claim, double strength)
{
  if (dem_evaluation_get_setter (words->now, claim) == DEM_SETTER_READER)
    return g_strdup_printf (_ ("Set by you to %.2f."), strength);
  return g_strdup_printf (_ ("Set by the scenario to %.2f."), strength);
}

char *
dem_argument_map_dup_strength (const DemArgumentMapWords *words, DemRef ref)
{
  double before = dem_argument_map_get_before (words, ref);
  DemStrength strength;

  if (words->now == NULL)
    return NULL;
  strength = dem_evaluation_get (words->now, ref);
  switch (strength.status)
    {
    case DEM_STATUS_SETTLED:
      return isnan (before) ? g_strdup_printf (_ ("Strength %.2f."), strength.strength)
                            : g_strdup_printf (_ ("Strength %.2f, before %.2f."), strength.strength, before);
    case DEM_STATUS_ASSUMED:
      return dup_assumed (words, ref.index, strength.strength);
    case DEM_STATUS_UNDECIDED:
      return g_strdup_printf (_ ("Strength between %.2f and %.2f, undecided because of dates."), strength.low,
                              strength.high);
    case DEM_STATUS_UNSETTLED:
      return g_strdup (_ ("Its strength does not settle, as it depends on a circle."));
    case DEM_STATUS_ABSENT:
    default:
      return NULL;
    }
}

/* ---- What bears on what ---- */

/* Nothing but a root is not a premise. */
static char *
dup_bearing (DemClaimMap *map, guint step)
{
  const DemClaimMapStep *shown = dem_claim_map_get_step (map, step);
  guint32 root = dem_claim_map_get_box (map, dem_claim_map_get_root (map, step))->claim;
  g_autofree char *claim = dup_label (map, root);
  guint others = shown->n_from - 1;

  switch (shown->sign)
    {
    case DEM_SIGN_FOR:
      return others == 0 ? g_strdup_printf (_ ("Supports “%s”."), claim)
                         : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Supports “%s”, only together with %u other claim.",
                                                      "Supports “%s”, only together with %u other claims.",
                                                      others),
                                            claim, others);
    case DEM_SIGN_AGAINST:
      return others == 0 ? g_strdup_printf (_ ("Attacks “%s”."), claim)
                         : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Attacks “%s”, only together with %u other claim.",
                                                      "Attacks “%s”, only together with %u other claims.",
                                                      others),
                                            claim, others);
    default:
      return g_strdup_printf (_ ("Breaks a link to “%s”."), claim);
    }
}

GPtrArray *
dem_argument_map_dup_bearings (const DemArgumentMapWords *words, guint32 claim)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint32 box = dem_claim_map_find_claim (words->map, claim);

  for (guint i = 0; i < dem_claim_map_count_steps (words->map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (words->map, i);

      for (guint j = step->first; j < step->first + step->n_from; j++)
        if (dem_claim_map_get_premise (words->map, j) == box)
          {
            g_ptr_array_add (sentences, dup_bearing (words->map, i));
            break;
          }
    }
  return sentences;
}

char *
dem_argument_map_dup_count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reason", "%u reasons", n), n);
}

static char *
dup_reasons (const DemClaimMapBox *box)
{
  if (box->n_reasons == 0)
    return NULL;
  if (box->is_open)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reason, unfolded.", "%u reasons, unfolded.", box->n_reasons),
                            box->n_reasons);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reason, folded.", "%u reasons, folded.", box->n_reasons),
                          box->n_reasons);
}

static void
take (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

static char *
join (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static char *
describe_claim (const DemArgumentMapWords *words, guint32 claim)
{
  guint32 box = dem_claim_map_find_claim (words->map, claim);
  const DemClaim *item = dem_dossier_claim (get_dossier (words->map), claim);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *text = dem_claim_map_get_box (words->map, box)->is_thesis ? g_strdup (item->text)
                                                                             : dup_label (words->map, claim);

  sentences = dem_argument_map_dup_bearings (words, claim);
  /* Translators: what kind of claim it is, and the claim. */
  g_ptr_array_insert (sentences, 0,
                      g_strdup_printf (_ ("%s: %s."), dem_claim_kind_get_word (item->kind),
                                       g_str_has_suffix (text, ".") ? (text[strlen (text) - 1] = '\0', text)
                                                                    : text));
  take (sentences, dem_argument_map_dup_strength (words, DEM_REF (CLAIM, claim)));
  take (sentences, dup_reasons (dem_claim_map_get_box (words->map, box)));
  return join (sentences);
}

/* "From: a; b." */
static char *
dup_premises (DemClaimMap *map, const DemClaimMapStep *step)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = step->first; i < step->first + step->n_from; i++)
    g_ptr_array_add (labels, dup_label (map, dem_claim_map_get_box (map, dem_claim_map_get_premise (map, i))->claim));
  g_ptr_array_add (labels, NULL);
  list = g_strjoinv ("; ", (char **) labels->pdata);
  return step->n_from > 1 ? g_strdup_printf (_ ("Only together: %s."), list)
                          : g_strdup_printf (_ ("From: %s."), list);
}

static char *
describe_inference (const DemArgumentMapWords *words, guint32 inference)
{
  guint32 step = dem_claim_map_find_inference (words->map, inference);
  DemRef ref = DEM_REF (INFERENCE, inference);
  g_autofree char *name = dem_dossier_dup_name (get_dossier (words->map), ref);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (sentences, g_strdup_printf (_ ("Step: %s."), name));
  if (step != DEM_NO_NODE)
    g_ptr_array_add (sentences, dup_premises (words->map, dem_claim_map_get_step (words->map, step)));
  take (sentences, dem_argument_map_dup_strength (words, ref));
  return join (sentences);
}

char *
dem_argument_map_describe (const DemArgumentMapWords *words, DemRef ref)
{
  if (ref.kind == DEM_KIND_CLAIM && dem_claim_map_find_claim (words->map, ref.index) != DEM_NO_NODE)
    return describe_claim (words, ref.index);
  if (ref.kind == DEM_KIND_INFERENCE)
    return describe_inference (words, ref.index);
  return dem_dossier_dup_name (get_dossier (words->map), ref);
}

/* ---- What is unusual ---- */

/* Steps that exist but lead to no claim, as they only break each other. */
static guint
count_lost (DemClaimMap *map)
{
  DemOutline *outline = dem_claim_map_get_outline (map);
  DemDossier *dossier = get_dossier (map);
  guint n = 0;

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_INFERENCE); i++)
    {
      const DemInference *inference = dem_dossier_inference (dossier, i);

      if (inference->n_from > 0 && inference->to.kind == DEM_KIND_INFERENCE
          && dem_dossier_exists_in (dossier, DEM_REF (INFERENCE, i), dem_outline_get_scenario (outline))
          && dem_outline_find_inference (outline, i) == DEM_NO_NODE)
        n++;
    }
  return n;
}

GPtrArray *
dem_argument_map_dup_notices (DemClaimMap *map)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (g_free);
  DemDossier *dossier = get_dossier (map);
  guint32 scenario = dem_outline_get_scenario (dem_claim_map_get_outline (map));
  guint n_theses = dem_thesis_count (dossier, scenario), n_lost = count_lost (map);
  guint32 candidate = n_theses == 0 ? dem_thesis_find_candidate (dossier, scenario) : DEM_NO_INDEX;

  if (dem_claim_map_count_boxes (map) == 0)
    g_ptr_array_add (notices, g_strdup (_ ("This dossier makes no claims.")));
  else if (candidate != DEM_NO_INDEX)
    {
      g_autofree char *label = dup_label (map, candidate);
      g_ptr_array_add (notices,
                       g_strdup_printf (_ ("No claim is called the thesis; most others bear on “%s”."), label));
    }
  else if (n_theses > 1)
    g_ptr_array_add (notices, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u thesis; each is shown with its reasons.",
                                                         "There are %u theses; each is shown with its reasons.",
                                                         n_theses),
                                               n_theses));
  if (n_lost > 0)
    g_ptr_array_add (notices, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step leads to no claim and is not drawn.",
                                                         "%u steps lead to no claim and are not drawn.", n_lost),
                                               n_lost));
  return notices;
}
