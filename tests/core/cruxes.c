/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/cruxes.h"

#include "app/argument/explain.h"
#include "app/argument/robustness.h"
#include "tests/support/argument.h"

#define SOURCES                                                                                              \
  "'sources': [{'id': 'one', 'type': 'book', 'title': 'One'}, {'id': 'two', 'type': 'book', 'title': "       \
  "'Two'}]"
#define CITES(source) " | 'cites': [{'source': '" source "'}]"
#define CITES_BOTH " | 'cites': [{'source': 'one'}, {'source': 'two'}]"

static DemEvaluation *
evaluate (DemDossier *dossier, const DemAssumption *assumptions, guint n)
{
  return dem_evaluation_new (
      dossier, &(DemWhatIf){ .scenario = DEM_NO_INDEX, .assumptions = assumptions, .n_assumptions = n });
}

static DemCruxes *
find_cruxes (DemEvaluation *evaluation, const char *target)
{
  g_autoptr (GError) error = NULL;
  DemCruxes *cruxes = dem_cruxes_new (
      evaluation, find_index (dem_evaluation_get_dossier (evaluation), target), NULL, &error);

  g_assert_no_error (error);
  return cruxes;
}

/* Holds a list to "id rejected accepted, …", a dash for what is no number. */
static void
assert_cruxes (DemCruxes *cruxes, const DemCrux *list, guint n, const char *expected)
{
  g_auto (GStrv) items = g_strsplit (expected, ", ", -1);
  DemDossier *dossier = dem_evaluation_get_dossier (dem_cruxes_get_evaluation (cruxes));

  g_assert_cmpuint (n, ==, g_strv_length (items));
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], " ", -1);
      const double changes[] = { list[i].rejected, list[i].accepted };

      g_test_message ("%s %.9f %.9f", dem_dossier_get_item (dossier, list[i].ref)->id, changes[0],
                      changes[1]);
      g_assert_cmpstr (dem_dossier_get_item (dossier, list[i].ref)->id, ==, words[0]);
      for (guint j = 0; j < 2; j++)
        if (g_str_equal (words[1 + j], "-"))
          g_assert_true (isnan (changes[j]));
        else
          g_assert_cmpfloat_with_epsilon (changes[j], g_ascii_strtod (words[1 + j], NULL), 1e-6);
    }
}

/* t = 0.5 + 0.5 × (a − b); c bears on a, d on nothing, e adds nothing. */
#define SMALL                                                                                                \
  "t 0.5" CITES ("one") "\n a 0.5" CITES ("one") "\n b 0.2" CITES ("two") "\n c 0.5" CITES (                 \
      "one") "\n d 0.9" CITES ("two") "\n e 0.5\n s: a supports t\n r: b attacks t\n q: c supports a 0.4\n " \
                                      "p: e attacks t 0"

static void
test_claims_and_sources (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL, SOURCES);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemCruxes) cruxes = find_cruxes (evaluation, "t");
  guint n;
  const DemCrux *list = dem_cruxes_get_claims (cruxes, &n);

  /* a = 0.6, t = 0.7. Rejected a: 0.5 − 0.5 × 0.15; accepted: 0.5 + 0.5 × 0.75. c: a = 0.51 or 0.69. */
  assert_strengths (evaluation, "a 0.6, t 0.7");
  assert_cruxes (cruxes, list, n, "a -0.275 0.175, b 0.075 -0.375, c -0.045 0.045");
  /* Without "one", t aside: a = 0.05, so that c no longer matters. */
  list = dem_cruxes_get_sources (cruxes, &n);
  assert_cruxes (cruxes, list, n, "one -0.275 -, two 0.075 -");
  g_assert_cmpuint (list[0].n_claims, ==, 2);
  g_assert_cmpuint (list[1].n_claims, ==, 1);
  g_assert_cmpuint (dem_cruxes_get_target (cruxes), ==, 0);
}

/* A claim that cites several sources stands or falls with none of them. */
static void
test_several_sources (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "t 0.5\n a 0.5" CITES_BOTH "\n b 0.5" CITES ("two") "\n s: a supports t\n r: b supports t", SOURCES);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemCruxes) cruxes = find_cruxes (evaluation, "t");
  guint n;
  const DemCrux *list = dem_cruxes_get_sources (cruxes, &n);

  /* t = 0.875; without b: 1 − 0.5 × (0.5 × 0.95) = 0.7625 */
  assert_cruxes (cruxes, list, n, "two -0.1125 -");
}

static void
test_words (void)
{
  static const struct
  {
    const char *lines;
    gboolean is_measured;
    gboolean is_decisive;
  } cases[] = {
    { "t 0.2\n a 0.9\n s: a supports t", TRUE, TRUE },   /* 0.92, else 0.24 ± 0.1 */
    { "t 0.42\n a 0.9\n s: a supports t", TRUE, FALSE }, /* else 0.45, but up to 0.55 */
    { "t 0.6\n a 0.9\n s: a supports t", FALSE, FALSE }, /* it stands either way */
    { "t 0.2\n a 0.2\n s: a supports t", FALSE, FALSE }, /* it never stood */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DemDossier) dossier = open_argument (cases[i].lines, NULL);
      g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
      g_autoptr (DemCruxes) cruxes = find_cruxes (evaluation, "t");
      guint n;
      const DemCrux *list = dem_cruxes_get_claims (cruxes, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (list[0].is_decisive, ==, cases[i].is_decisive);
      g_assert_cmpint (list[0].band.low < list[0].band.high, ==, cases[i].is_measured);
    }
}

/* Steps between eight claims, any to any, undercuts too. */
static DemDossier *
open_tangle (GRand *rand)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (lines, "c%u %.3f\n", i, g_rand_double (rand));
  for (guint i = 0; i < 18; i++)
    {
      guint premise = g_rand_int_range (rand, 0, 10), verb = g_rand_int_range (rand, 0, i == 0 ? 2 : 3);

      if (verb == 2)
        g_string_append_printf (lines, "s%u: c%u undercuts s%u", i, premise, g_rand_int_range (rand, 0, i));
      else
        g_string_append_printf (lines, "s%u: c%u %s c%u", i, premise, verb == 0 ? "supports" : "attacks",
                                g_rand_int_range (rand, 0, 10));
      g_string_append_printf (lines, " %.3f\n", g_rand_double (rand));
    }
  return open_argument (lines->str, NULL);
}

#define FIXED                                                                                                \
  {                                                                                                          \
    9, 0.7                                                                                                   \
  }

static void
assert_change (DemEvaluation *now, DemRef claim, double strength, double expected)
{
  DemAssumption assumptions[] = { FIXED, { claim.index, strength } };
  g_autoptr (DemEvaluation) then = evaluate (dem_evaluation_get_dossier (now), assumptions, 2);
  double change = get_strength (then, "c0").strength - get_strength (now, "c0").strength;

  if (isnan (change))
    g_assert_true (isnan (expected));
  else
    g_assert_cmpfloat_with_epsilon (change, expected, 1e-9);
}

/* Recomputing only what lies between gives what evaluating anew gives, circles or not; and nothing is left
 * out. */
static void
test_as_if_anew (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_cruxes = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (DemDossier) dossier = open_tangle (rand);
      DemAssumption fixed = FIXED;
      g_autoptr (DemEvaluation) evaluation = evaluate (dossier, &fixed, 1);
      g_autoptr (DemCruxes) cruxes = find_cruxes (evaluation, "c0");
      gboolean is_listed[10] = { TRUE };
      guint n;
      const DemCrux *list = dem_cruxes_get_claims (cruxes, &n);

      for (guint j = 0; j < n; j++)
        {
          is_listed[list[j].ref.index] = TRUE;
          assert_change (evaluation, list[j].ref, DEM_STRENGTH_REJECTED, list[j].rejected);
          assert_change (evaluation, list[j].ref, DEM_STRENGTH_ACCEPTED, list[j].accepted);
          if (j > 0 && !isnan (list[j].rejected))
            g_assert_cmpfloat (fabs (list[j].rejected), <=, fabs (list[j - 1].rejected));
        }
      for (guint32 j = 0; j < 10; j++)
        if (!is_listed[j])
          assert_change (evaluation, DEM_REF (CLAIM, j), DEM_STRENGTH_REJECTED, 0);
      n_cruxes += n;
    }
  g_assert_cmpuint (n_cruxes, >, 200);
}

/* --- Robustness --- */

static DemBounds
measure (DemEvaluation *evaluation, const char *id)
{
  g_autoptr (GError) error = NULL;
  DemBounds band = DEM_BOUNDS_NONE;

  g_assert_true (dem_robustness_measure (evaluation, find_index (dem_evaluation_get_dossier (evaluation), id),
                                         NULL, &band, &error));
  g_assert_no_error (error);
  return band;
}

static void
test_band (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument ("t 0.5\n high 1\n a 0.5\n s: a supports t 0.5\n x 1\n y 1\n r: x attacks y 0", NULL);
  DemAssumption fixed = { find_index (dossier, "t"), 0.3 };
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) assumed = evaluate (dossier, &fixed, 1);
  g_autoptr (DemCruxes) cruxes = find_cruxes (evaluation, "t");
  DemBounds alone = measure (evaluation, "a"), high = measure (evaluation, "high"),
            t = measure (evaluation, "t");
  DemBounds again = measure (evaluation, "t"), y = measure (evaluation, "y");

  /* Evenly over 0.4 … 0.6: nine tenths of it are 0.41 … 0.59. */
  g_assert_cmpfloat_with_epsilon (alone.low, 0.41, 0.01);
  g_assert_cmpfloat_with_epsilon (alone.high, 0.59, 0.01);
  g_assert_cmpfloat (high.high, ==, 1);
  g_assert_cmpfloat_with_epsilon (high.low, 0.91, 0.01);
  /* Values and weights move each on its own, and the band is around the strength. */
  g_assert_cmpfloat (t.low, <, 0.625);
  g_assert_cmpfloat (t.high, >, 0.625);
  g_assert_cmpfloat (t.high - t.low, <, 0.2);
  /* A weight of 0 may have been more. */
  g_assert_cmpfloat (y.low, <, 0.9);
  g_assert_cmpfloat (again.low, ==, t.low);
  g_assert_cmpfloat (again.high, ==, t.high);
  g_assert_cmpfloat (dem_cruxes_get_band (cruxes).low, ==, t.low);
  g_assert_cmpfloat (dem_cruxes_get_band (cruxes).high, ==, t.high);
  /* What is fixed stays. */
  t = measure (assumed, "t");
  g_assert_cmpfloat (t.low, ==, 0.3);
  g_assert_cmpfloat (t.high, ==, 0.3);
}

/* Undecided dates widen the band to both ways. */
static void
test_band_undecided (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "t 0.5\n a 0.8\n s: a supports t | 'needs': {'before': [{'date': '1990'}, {'item': 'undated'}]}",
      "'events': [{'id': 'undated', 'title': 'Undated'}]");
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  DemBounds band = measure (evaluation, "t");

  g_assert_cmpfloat_with_epsilon (band.low, 0.41, 0.01);
  g_assert_cmpfloat (band.high, >, 0.9);
}

static void
test_cancelled (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL, SOURCES);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DemBounds band = { 7, 7 };

  g_cancellable_cancel (cancellable);
  g_assert_null (dem_cruxes_new (evaluation, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (dem_robustness_measure (evaluation, 0, cancellable, &band, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (band.low, ==, 7);
}

static void
take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
test_worker (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL, SOURCES);
  DemEvaluation *evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DemCruxes) cruxes = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  dem_cruxes_new_async (evaluation, 0, NULL, take_result, &result);
  dem_evaluation_unref (evaluation); /* the worker has its own */
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  cruxes = dem_cruxes_new_finish (result, &error);
  g_assert_no_error (error);
  dem_cruxes_get_claims (cruxes, &n);
  g_assert_cmpuint (n, ==, 3);
}

/* A target that does not exist in the scenario, or has no number. */
static void
test_no_target (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument ("t 0.5 | 'scenarios': ['w']\n x 0.001\n a 0.5\n s: x supports x\n r: a attacks x",
                       "'scenarios': [{'id': 'w', 'title': 'W', 'assume': {}}]");
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemCruxes) absent = find_cruxes (evaluation, "t");
  g_autoptr (DemCruxes) unsettled = NULL;
  DemAssumption rejected = { find_index (dossier, "a"), 0 };
  g_autoptr (DemEvaluation) slow = evaluate (dossier, &rejected, 1);
  const DemCrux *list;
  guint n;

  dem_cruxes_get_claims (absent, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (isnan (dem_cruxes_get_band (absent).low));
  g_assert_true (isnan (measure (evaluation, "t").low));

  g_assert_cmpint (get_strength (slow, "x").status, ==, DEM_STATUS_UNSETTLED);
  unsettled = find_cruxes (slow, "x");
  list = dem_cruxes_get_claims (unsettled, &n);
  assert_cruxes (unsettled, list, n, "a - -");
}

/* --- Explanation --- */

static void
assert_parts (DemEvaluation *evaluation, const char *id, const char *expected)
{
  static const char *const roles[] = { "support", "attack", "premise", "undercut" };
  g_auto (GStrv) items = g_strsplit (expected, ", ", -1);
  DemDossier *dossier = dem_evaluation_get_dossier (evaluation);
  g_autoptr (GArray) parts = dem_explain_parts (evaluation, dem_dossier_find (dossier, id));

  g_assert_cmpuint (parts->len, ==, g_strv_length (items));
  for (guint i = 0; i < parts->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], " ", -1);
      const DemPart *part = &g_array_index (parts, DemPart, i);

      g_test_message ("%s %s %.9f %.9f", dem_dossier_get_item (dossier, part->ref)->id, roles[part->role],
                      part->strength, part->part);
      g_assert_cmpstr (dem_dossier_get_item (dossier, part->ref)->id, ==, words[0]);
      g_assert_cmpstr (roles[part->role], ==, words[1]);
      g_assert_cmpfloat_with_epsilon (part->strength, g_ascii_strtod (words[2], NULL), 1e-6);
      g_assert_cmpfloat_with_epsilon (part->part, g_ascii_strtod (words[3], NULL), 1e-6);
    }
}

static void
test_parts (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "t 0.5\n a 0.8\n a2 0.5\n b 0.2\n c 0.5\n s: a & a2 supports t\n r: b attacks t\n u: c undercuts s",
      NULL);
  DemAssumption fixed = { find_index (dossier, "t"), 0.3 };
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) assumed = evaluate (dossier, &fixed, 1);

  /* s = 0.8 × 0.5 × 0.5, t = 0.5; without s 0.4, without r 0.6 */
  assert_parts (evaluation, "t", "s support 0.2 0.1, r attack 0.2 -0.1");
  /* if a2 were beyond doubt 0.4, if a were 0.25, without u 0.4 */
  assert_parts (evaluation, "s", "a2 premise 0.5 -0.2, u undercut 0.5 -0.2, a premise 0.8 -0.05");
  assert_parts (assumed, "t", "s support 0.2 0, r attack 0.2 0");
}

/* In a circle a reason's part takes in what comes back through it. */
static void
test_parts_in_circle (void)
{
  g_autoptr (DemDossier) dossier = open_argument ("t 0.5\n s: t attacks t", NULL);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);

  assert_parts (evaluation, "t", "s attack 0.333333333 -0.166666667");
}

static void
test_changes (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL "\n x 0.001\n w: x supports x", SOURCES);
  DemAssumption assumptions[] = { { find_index (dossier, "a"), 0.05 }, { find_index (dossier, "x"), 0.5 } };
  g_autoptr (DemEvaluation) before = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) after = evaluate (dossier, assumptions, 2);
  g_autoptr (GArray) changes = dem_explain_changes (before, after, 0.005);
  g_autoptr (GArray) large = dem_explain_changes (before, after, 0.3);
  g_autoptr (GArray) none = dem_explain_changes (before, before, 0.005);
  const DemChange *list = (const DemChange *) changes->data;

  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpuint (list[0].claim, ==, find_index (dossier, "x"));
  g_assert_true (isnan (list[0].before));
  g_assert_cmpuint (list[1].claim, ==, find_index (dossier, "a"));
  g_assert_cmpfloat_with_epsilon (list[1].before, 0.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (list[1].after, 0.05, 1e-9);
  g_assert_cmpuint (list[2].claim, ==, find_index (dossier, "t"));
  g_assert_cmpuint (large->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cruxes/claims-and-sources", test_claims_and_sources);
  g_test_add_func ("/cruxes/several-sources", test_several_sources);
  g_test_add_func ("/cruxes/words", test_words);
  g_test_add_func ("/cruxes/as-if-anew", test_as_if_anew);
  g_test_add_func ("/cruxes/cancelled", test_cancelled);
  g_test_add_func ("/cruxes/worker", test_worker);
  g_test_add_func ("/cruxes/no-target", test_no_target);
  g_test_add_func ("/robustness/band", test_band);
  g_test_add_func ("/robustness/undecided", test_band_undecided);
  g_test_add_func ("/explain/parts", test_parts);
  g_test_add_func ("/explain/parts-in-circle", test_parts_in_circle);
  g_test_add_func ("/explain/changes", test_changes);

  return g_test_run ();
}
