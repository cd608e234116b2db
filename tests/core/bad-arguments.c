/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Arguments that nobody should make, and somebody will: each ends in numbers or in an honest "none", and
 * never hangs. */
#include "app/argument/cruxes.h"
#include "app/argument/evaluator.h"
#include "app/argument/explain.h"
#include "app/argument/outline.h"
#include "app/argument/thesis.h"
#include "tests/support/argument.h"

typedef struct
{
  const char *name;
  const char *lines;
  const char *strengths; /* as for assert_strengths(); NULL for none */
} Bad;

static const Bad rows[] = {
  { "no-claims", "", NULL },
  { "orphans", "a 0.4\nb 0.6\nc", "a 0.4, b 0.6, c 0.5" },
  { "no-thesis", "a 0.5\nb 0.5\ns: a supports b", "a 0.5, b 0.75" },
  { "several-theses",
    "t 0.5 | 'kind': 'thesis'\nu 0.5 | 'kind': 'thesis'\na 0.5\ns: a supports t\nv: a attacks u",
    "t 0.75, u 0.25" },
  /* x = 0.5 + 0.5x has one solution. */
  { "supports-itself", "t 0.5 | 'kind': 'thesis'\ns: t supports t", "t 1" },
  { "attacks-itself", "t 0.5 | 'kind': 'thesis'\ns: t attacks t", "t 0.333333333" },
  { "undercuts-its-own-reason", "t 0.5 | 'kind': 'thesis'\na 0.5\ns: a supports t\nu: a undercuts s",
    "t 0.625, s 0.25" },
  /* The thesis breaks the link of what supports it: s = 0.5(1 − t), t = 0.5 + 0.5s. */
  { "circle-through-an-undercut", "t 0.5 | 'kind': 'thesis'\na 0.5\ns: a supports t\nu: t undercuts s",
    "t 0.6, s 0.2" },
  /* Two steps that break each other's link: s = 0.5(1 − v), v = 0.5(1 − s), where the undercuts have premises
     of 1. */
  { "steps-that-break-each-other",
    "t 0.5 | 'kind': 'thesis'\na 0.5\nb 0.5\ns: a undercuts v\nv: b undercuts s",
    "s 0.333333333, v 0.333333333" },
  { "undercuts-itself", "t 0.5 | 'kind': 'thesis'\na 1\ns: a undercuts s", "s 0.5" },
  { "three-in-a-circle",
    "t 0.5 | 'kind': 'thesis'\na 0.5\nb 0.5\nc 0.5\ns: a attacks b\nu: b attacks c\nv: c attacks a\n"
    "w: a supports t",
    "a 0.333333333, b 0.333333333, c 0.333333333, t 0.666666667" },
};

/* Outline, strengths, what it hangs on and why, all of it. */
static void
test_bad (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (DemDossier) dossier = open_argument (bad->lines, NULL);
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  guint32 target = dem_thesis_find (dossier, DEM_NO_INDEX);

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    g_assert_cmpuint (dem_outline_find_claim (outline, i), !=, DEM_NO_NODE);
  if (bad->strengths != NULL)
    assert_strengths (evaluation, bad->strengths);
  if (target == DEM_NO_INDEX)
    target = dem_thesis_find_candidate (dossier, DEM_NO_INDEX);
  g_assert_cmpint (target == DEM_NO_INDEX, ==, dem_dossier_count (dossier, DEM_KIND_CLAIM) == 0);
  if (target != DEM_NO_INDEX)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DemCruxes) cruxes = dem_cruxes_new (evaluation, target, NULL, &error);
      g_autoptr (GArray) parts = dem_explain_parts (evaluation, DEM_REF (CLAIM, target));

      g_assert_no_error (error);
      g_assert_nonnull (cruxes);
    }
}

/* The reader says so and leaves the step out; whoever meets one all the same gets 0 for it. */
static void
test_without_premises (void)
{
  g_autoptr (DemDossier) dossier
      = open_text ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\", \"title\": \"T\","
                   "\"claims\": [{\"id\": \"t\", \"kind\": \"thesis\", \"text\": \"T\", \"credence\": 0.4}],"
                   "\"inferences\": [{\"id\": \"s\", \"kind\": \"supports\", \"from\": [], \"to\": \"t\"}]}");
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);

  g_assert_cmpuint (dem_dossier_get_problems (dossier)->len, >, 0);
  g_assert_cmpfloat (dem_evaluation_get (evaluation, DEM_REF (CLAIM, 0)).strength, ==, 0.4);
}

/* Thousands of claims, each against the next and all in one circle, with a step that breaks every link. */
static void
test_great_circle (void)
{
  g_autoptr (GString) lines = g_string_new ("t 0.5 | 'kind': 'thesis'\nlast: c0 supports t");
  g_autoptr (DemDossier) dossier = NULL;
  g_autoptr (DemEvaluation) evaluation = NULL;
  gint64 start;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (lines, "\nc%u 0.5\ns%u: c%u attacks c%u\nu%u: c%u undercuts s%u", i, i, i,
                            (i + 1) % 3000, i, (i + 7) % 3000, i);
  dossier = open_argument (lines->str, NULL);
  start = g_get_monotonic_time ();
  evaluation = dem_evaluation_new (dossier, NULL);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (get_strength (evaluation, "t").status, ==, DEM_STATUS_SETTLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-arguments/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_bad);
    }
  g_test_add_func ("/bad-arguments/without-premises", test_without_premises);
  g_test_add_func ("/bad-arguments/great-circle", test_great_circle);

  return g_test_run ();
}
