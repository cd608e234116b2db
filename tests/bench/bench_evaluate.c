/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a large argument takes to evaluate, and to say what its thesis hangs on.
 *
 * Usage: bench-evaluate [CLAIMS]
 *
 * Makes an argument of so many claims (10,000) and twice as many inferences: each claim but the thesis bears
 * on one near the top of what was there before it, and once more on any; a tenth of the inferences undercut,
 * a tenth have two premises, a hundredth of the claims stand in circles. Prints one line of JSON with
 * the best of five runs in milliseconds: evaluating anew, the band of the thesis, all cruxes, and what of the
 * claims bears on the thesis. */
#include "app/argument/cruxes.h"
#include "app/argument/robustness.h"
#include "app/dossier/loader.h"

#include <stdlib.h>

#define DEFAULT_CLAIMS 10000
#define N_SOURCES 50
#define N_RUNS 5

static void
append_claims (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"claim-%u\", \"kind\": \"%s\", \"text\": \"This is claim %u.\", "
                            "\"cites\": [{\"source\": \"source-%u\"}]}",
                            i > 0 ? ",\n" : "", i, i == 0 ? "thesis" : "claim", i, i % N_SOURCES);
}

static void
append_step (GString *text, GRand *rand, guint step, guint from, guint to)
{
  gboolean undercuts = step > 0 && g_rand_int_range (rand, 0, 10) == 0;
  g_autofree char *second
      = g_rand_int_range (rand, 0, 10) == 0 ? g_strdup_printf (", \"claim-%u\"", from + 1) : NULL;

  g_string_append_printf (text, "%s{\"id\": \"step-%u\", \"kind\": \"%s\", \"from\": [\"claim-%u\"%s], ",
                          step > 0 ? ",\n" : "", step,
                          undercuts                            ? "undercuts"
                          : g_rand_int_range (rand, 0, 4) == 0 ? "attacks"
                                                               : "supports",
                          from, second != NULL ? second : "");
  if (undercuts)
    /* A step to an earlier claim, so that undercuts alone make no circles. */
    g_string_append_printf (text, "\"to\": \"step-%u\", \"weight\": 0.7}", step - 1);
  else
    g_string_append_printf (text, "\"to\": \"claim-%u\", \"weight\": 0.7}", to);
}

static void
append_steps (GString *text, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint step = 0;

  for (guint i = 1; i + 1 < n; i++)
    {
      gboolean in_circle = g_rand_int_range (rand, 0, 100) == 0;

      append_step (text, rand, step++, i, i / 3);
      append_step (text, rand, step++, in_circle ? i / 3 : i,
                   in_circle ? i : (guint) g_rand_int_range (rand, 0, i));
    }
}

static DemDossier *
create (guint n)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": "
                                           "\"urn:demarche:bench\", \"title\": \"Large\", \"sources\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemLoader) loader = NULL;
  g_autoptr (GError) error = NULL;
  DemDossier *dossier;

  for (guint i = 0; i < N_SOURCES; i++)
    g_string_append_printf (text, "%s{\"id\": \"source-%u\", \"type\": \"book\", \"title\": \"Book\"}",
                            i > 0 ? ", " : "", i);
  g_string_append (text, "],\n\"claims\": [");
  append_claims (text, n);
  g_string_append (text, "],\n\"inferences\": [");
  append_steps (text, n);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  loader = dem_loader_new_for_bytes (bytes, "large");
  dossier = dem_loader_load (loader, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

typedef struct
{
  double evaluation;
  double band;
  double cruxes;
  guint n_cruxes;
} Times;

static double
get_milliseconds_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static Times
run (DemDossier *dossier)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  Times times = { .evaluation = get_milliseconds_since (begin) };
  g_autoptr (DemCruxes) cruxes = NULL;
  DemBounds band;

  begin = g_get_monotonic_time ();
  dem_robustness_measure (evaluation, 0, NULL, &band, NULL);
  times.band = get_milliseconds_since (begin);

  begin = g_get_monotonic_time ();
  cruxes = dem_cruxes_new (evaluation, 0, NULL, NULL);
  times.cruxes = get_milliseconds_since (begin);
  dem_cruxes_get_claims (cruxes, &times.n_cruxes);
  return times;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) MAX (3, atoi (argv[1])) : DEFAULT_CLAIMS;
  g_autoptr (DemDossier) dossier = create (n);
  Times best = run (dossier);

  for (guint i = 1; i < N_RUNS; i++)
    {
      Times times = run (dossier);

      best.evaluation = MIN (best.evaluation, times.evaluation);
      best.band = MIN (best.band, times.band);
      best.cruxes = MIN (best.cruxes, times.cruxes);
    }
  g_print ("{\"bench\": \"evaluate\", \"claims\": %u, \"inferences\": %u, \"evaluation_ms\": %.2f, "
           "\"band_ms\": %.1f, "
           "\"cruxes_ms\": %.1f, \"cruxes\": %u}\n",
           n, dem_dossier_count (dossier, DEM_KIND_INFERENCE), best.evaluation, best.band, best.cruxes,
           best.n_cruxes);
  return EXIT_SUCCESS;
}
