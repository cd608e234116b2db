/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the layout of a large argument map takes, beside plain dot on the same graph.
 *
 * Usage: bench-argument-layout [BOXES]
 *
 * Makes an argument of so many boxes (300): each but the first bears on one near the top of what was there
 * before it, in steps of one to three premises, a tenth of the steps with something that breaks them, a
 * twentieth of the boxes a second time on any other. Prints one line of JSON with the best of five runs in
 * milliseconds of processor time, so that other programs do not count: our layout; dot from left to right on
 * boxes of the same size, with curves and without. */
#include "app/layout/argument_layout.h"

#include <gvc.h>
#include <stdlib.h>
#include <time.h>

#define DEFAULT_BOXES 300
#define N_RUNS 5
#define UNITS_PER_INCH 72.0

static DemArgumentPlan *
make_plan (guint n)
{
  const DemArgumentMetrics metrics = { { 172, 206, 246, 242 }, 48, 70, 10, 14, 900 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  DemArgumentPlan *plan = dem_argument_plan_new (&metrics);
  guint step = 0;

  for (guint i = 0; i < n; i++)
    dem_argument_plan_add_box (plan, &(DemArgumentBox){ 62, 0, FALSE });
  for (guint i = 1; i < n;)
    {
      guint from[3], n_from = MIN ((guint) g_rand_int_range (random, 1, 4) / 2 + 1, n - i);

      for (guint j = 0; j < n_from; j++)
        from[j] = i + j;
      if (step > 0 && g_rand_int_range (random, 0, 10) == 0)
        dem_argument_plan_add_step_to_step (plan, step - 1, from, n_from);
      else
        dem_argument_plan_add_step_to_box (plan, i / 3, from, n_from);
      step++;
      if (g_rand_int_range (random, 0, 20) == 0)
        {
          guint to = (guint) g_rand_int_range (random, 0, (int) i);
          dem_argument_plan_add_step_to_box (plan, to, from, 1);
          step++;
        }
      i += n_from;
    }
  return plan;
}

static void
set (void *object, const char *name, const char *value)
{
  agsafeset (object, (char *) name, (char *) value, (char *) "");
}

static Agraph_t *
make_graph (DemArgumentPlan *plan, const char *curves)
{
  guint n = dem_argument_plan_count_boxes (plan);
  g_autofree Agnode_t **nodes = g_new (Agnode_t *, n);
  Agraph_t *graph = agopen ((char *) "argument", Agdirected, NULL);

  set (graph, "rankdir", "LR");
  set (graph, "splines", curves);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      nodes[i] = agnode (graph, name, TRUE);
      set (nodes[i], "label", "");
      set (nodes[i], "shape", "box");
      set (nodes[i], "fixedsize", "true");
      set (nodes[i], "width", "3.2");
      set (nodes[i], "height", "0.86");
    }
  for (guint i = 0; i < dem_argument_plan_count_steps (plan); i++)
    {
      const DemArgumentStep *step = dem_argument_plan_get_step (plan, i);

      for (guint j = 0; j < step->n_from; j++)
        agedge (graph, nodes[step->root], nodes[dem_argument_plan_get_premise (plan, step->first + j)], NULL,
                TRUE);
    }
  return graph;
}

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
time_dot (GVC_t *context, DemArgumentPlan *plan, const char *curves)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double begin = get_milliseconds ();
      Agraph_t *graph = make_graph (plan, curves);

      gvLayout (context, graph, "dot");
      best = MIN (best, get_milliseconds () - begin);
      gvFreeLayout (context, graph);
      agclose (graph);
    }
  return best;
}

static double
time_ours (DemArgumentPlan *plan)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double begin = get_milliseconds ();
      g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);

      best = MIN (best, get_milliseconds () - begin);
    }
  return best;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) MAX (2, atoi (argv[1])) : DEFAULT_BOXES;
  g_autoptr (DemArgumentPlan) plan = make_plan (n);
  double ours = time_ours (plan);
  GVC_t *context = gvContext ();

  g_print ("{\"bench\": \"argument-layout\", \"boxes\": %u, \"steps\": %u, \"ours_ms\": %.1f, "
           "\"dot_ms\": %.1f, \"dot_without_curves_ms\": %.1f}\n",
           n, dem_argument_plan_count_steps (plan), ours, time_dot (context, plan, "true"),
           time_dot (context, plan, ""));
  gvFreeContext (context);
  return EXIT_SUCCESS;
}
