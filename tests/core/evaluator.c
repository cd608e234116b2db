/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/argument/evaluator.h"

#include "app/argument/thesis.h"
#include "tests/support/argument.h"

#define SMALL "t 0.5 | 'kind': 'thesis'\na 0.8\nb 0.4\nf: a supports t\ng: b attacks t"

typedef struct
{
  guint n_changed;
  guint n_cruxes;
} Heard;

static void
on_changed (DemEvaluator *evaluator, Heard *heard)
{
  heard->n_changed++;
}

static void
on_cruxes_changed (DemEvaluator *evaluator, Heard *heard)
{
  g_assert_nonnull (dem_evaluator_get_cruxes (evaluator));
  heard->n_cruxes++;
}

static DemEvaluator *
create_evaluator (Heard *heard)
{
  DemEvaluator *evaluator = dem_evaluator_new ();

  *heard = (Heard){ 0 };
  g_signal_connect (evaluator, "changed", G_CALLBACK (on_changed), heard);
  g_signal_connect (evaluator, "cruxes-changed", G_CALLBACK (on_cruxes_changed), heard);
  return evaluator;
}

static void
wait_for_cruxes (DemEvaluator *evaluator)
{
  while (dem_evaluator_get_cruxes (evaluator) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets what was cancelled come home. */
static void
settle (void)
{
  g_usleep (20000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_before_and_after (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument (SMALL, "'scenarios': [{'id': 'w', 'title': 'W', 'assume': {'b': 1}}]");
  Heard heard;
  g_autoptr (DemEvaluator) evaluator = create_evaluator (&heard);
  DemAssumption rejected = { find_index (dossier, "a"), DEM_STRENGTH_REJECTED };

  g_assert_null (dem_evaluator_get_evaluation (evaluator));
  dem_evaluator_set (evaluator, dossier, NULL);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_true (dem_evaluator_get_evaluation (evaluator) == dem_evaluator_get_before (evaluator));
  g_assert_false (dem_evaluator_has_what_if (evaluator));
  assert_strengths (dem_evaluator_get_evaluation (evaluator), "t 0.7");

  dem_evaluator_set (evaluator, dossier, &(DemWhatIf){ .scenario = 0 });
  assert_strengths (dem_evaluator_get_evaluation (evaluator), "t 0.4, b 1");
  assert_strengths (dem_evaluator_get_before (evaluator), "t 0.7, b 0.4");
  g_assert_true (dem_evaluator_has_what_if (evaluator));

  dem_evaluator_set (evaluator, dossier,
                     &(DemWhatIf){ .scenario = 0, .n_assumptions = 1, .assumptions = &rejected });
  assert_strengths (dem_evaluator_get_evaluation (evaluator), "t 0.025, a 0.05");
  g_assert_cmpuint (heard.n_changed, ==, 3);
  rejected.strength = 0.5;
  dem_evaluator_set (evaluator, dossier,
                     &(DemWhatIf){ .scenario = DEM_NO_INDEX, .n_starts = 1, .starts = &rejected });
  assert_strengths (dem_evaluator_get_evaluation (evaluator), "t 0.55, a 0.5");
  wait_for_cruxes (evaluator);
  settle ();
}

static void
test_silent_when_the_same (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL, NULL);
  Heard heard;
  g_autoptr (DemEvaluator) evaluator = create_evaluator (&heard);
  const DemAssumption rejected = { 1, DEM_STRENGTH_REJECTED };
  const DemWhatIf what_if = { .scenario = DEM_NO_INDEX, .n_assumptions = 1, .assumptions = &rejected };

  dem_evaluator_set (evaluator, NULL, NULL);
  g_assert_cmpuint (heard.n_changed, ==, 0);
  for (guint i = 0; i < 3; i++)
    dem_evaluator_set (evaluator, dossier, &what_if);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  dem_evaluator_set (evaluator, NULL, NULL);
  g_assert_cmpuint (heard.n_changed, ==, 2);
  g_assert_null (dem_evaluator_get_evaluation (evaluator));
  g_assert_null (dem_evaluator_get_before (evaluator));
  g_assert_cmpuint (dem_evaluator_get_target (evaluator), ==, DEM_NO_INDEX);
  settle ();
}

/* The cruxes are of the present evaluation, never of one before it. */
static void
test_cruxes_follow (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL, NULL);
  Heard heard;
  g_autoptr (DemEvaluator) evaluator = create_evaluator (&heard);

  for (guint i = 0; i <= 20; i++)
    {
      DemAssumption assumption = { 1, i / 20.0 };

      dem_evaluator_set (
          evaluator, dossier,
          &(DemWhatIf){ .scenario = DEM_NO_INDEX, .n_assumptions = 1, .assumptions = &assumption });
      g_assert_null (dem_evaluator_get_cruxes (evaluator));
    }
  wait_for_cruxes (evaluator);
  g_assert_true (dem_cruxes_get_evaluation (dem_evaluator_get_cruxes (evaluator))
                 == dem_evaluator_get_evaluation (evaluator));
  g_assert_cmpuint (dem_cruxes_get_target (dem_evaluator_get_cruxes (evaluator)), ==, 0);
  settle ();
  g_assert_cmpuint (heard.n_cruxes, ==, 1);
}

static void
test_dies_at_work (void)
{
  g_autoptr (DemDossier) dossier = open_argument (SMALL, NULL);
  Heard heard;
  DemEvaluator *evaluator = create_evaluator (&heard);

  dem_evaluator_set (evaluator, dossier, NULL);
  g_object_run_dispose (G_OBJECT (evaluator));
  settle ();
  g_assert_cmpuint (heard.n_cruxes, ==, 0);
  g_assert_finalize_object (evaluator);
}

/* Too large to be done at once: the numbers come later, and only the last that were asked for. */
static void
test_large (void)
{
  g_autoptr (GString) lines = g_string_new ("t 0.5 | 'kind': 'thesis'");
  g_autoptr (DemDossier) dossier = NULL;
  Heard heard;
  g_autoptr (DemEvaluator) evaluator = create_evaluator (&heard);
  const DemAssumption rejected = { 0, DEM_STRENGTH_REJECTED };

  for (guint i = 0; i < 10500; i++)
    g_string_append_printf (lines, "\nc%u 0.2\ns%u: c%u supports t 0.1", i, i, i);
  dossier = open_argument (lines->str, NULL);
  dem_evaluator_set (evaluator, dossier, NULL);
  g_assert_null (dem_evaluator_get_evaluation (evaluator));
  dem_evaluator_set (evaluator, dossier,
                     &(DemWhatIf){ .scenario = DEM_NO_INDEX, .n_assumptions = 1, .assumptions = &rejected });
  while (dem_evaluator_get_evaluation (evaluator) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heard.n_changed, ==, 1);
  assert_strengths (dem_evaluator_get_evaluation (evaluator), "t 0.05");
  g_object_run_dispose (G_OBJECT (evaluator));
  settle ();
}

/* ---- Which claim it is about ---- */

static void
test_candidate_table (void)
{
  static const struct
  {
    const char *lines;
    const char *candidate; /* NULL: there is none */
  } rows[] = {
    { "", NULL },
    { "a", "a" },
    { "a\nb", "a" },
    { "a\nb\ns: b supports a", "a" },
    { "a\nb\ns: a supports b", "b" },
    { "x\ny\na\nb\nc\ns: a supports x\nu: b supports y\nv: c supports b", "y" },
    { "a\nb\ns: a supports b\nu: b supports a", "a" },
    { "a\ns: a supports a", "a" },
    { "x\na\nb\nc\ns: a supports x\nu: b undercuts s\nv: c attacks b", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemDossier) dossier = open_argument (rows[i].lines, NULL);
      guint32 found = dem_thesis_find_candidate (dossier, DEM_NO_INDEX);

      g_test_message ("%u: %u", i, found);
      g_assert_cmpuint (dem_thesis_find (dossier, DEM_NO_INDEX), ==, DEM_NO_INDEX);
      if (rows[i].candidate == NULL)
        g_assert_cmpuint (found, ==, DEM_NO_INDEX);
      else
        g_assert_cmpuint (found, ==, find_index (dossier, rows[i].candidate));
    }
}

static void
test_several_theses (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "a\nt | 'kind': 'thesis', 'scenarios': ['w']\nu | 'kind': 'thesis'\nv | 'kind': 'thesis'",
      "'scenarios': [{'id': 'w', 'title': 'W', 'assume': {}}]");

  g_assert_cmpuint (dem_thesis_count (dossier, DEM_NO_INDEX), ==, 2);
  g_assert_cmpuint (dem_thesis_count (dossier, 0), ==, 3);
  g_assert_cmpuint (dem_thesis_find (dossier, DEM_NO_INDEX), ==, find_index (dossier, "u"));
  g_assert_cmpuint (dem_thesis_find (dossier, 0), ==, find_index (dossier, "t"));
}

static void
test_target_without_thesis (void)
{
  g_autoptr (DemDossier) dossier = open_argument ("a\nb\ns: a supports b", NULL);
  Heard heard;
  g_autoptr (DemEvaluator) evaluator = create_evaluator (&heard);

  dem_evaluator_set (evaluator, dossier, NULL);
  g_assert_cmpuint (dem_evaluator_get_target (evaluator), ==, find_index (dossier, "b"));
  wait_for_cruxes (evaluator);
  settle ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evaluator/before-and-after", test_before_and_after);
  g_test_add_func ("/evaluator/silent-when-the-same", test_silent_when_the_same);
  g_test_add_func ("/evaluator/cruxes-follow", test_cruxes_follow);
  g_test_add_func ("/evaluator/dies-at-work", test_dies_at_work);
  g_test_add_func ("/evaluator/large", test_large);
  g_test_add_func ("/evaluator/target-without-thesis", test_target_without_thesis);
  g_test_add_func ("/thesis/candidate", test_candidate_table);
  g_test_add_func ("/thesis/several", test_several_theses);

  return g_test_run ();
}
