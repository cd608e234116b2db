/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/outcomes.h"

#include <math.h>

#define MAX_OPEN 6 /* 64 outcomes */

static GArray *
collect_open (const DemSolver *solver)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = solver->graph->n_claims; i < solver->graph->n_nodes; i++)
    if (solver->open[i])
      g_array_append_val (open, i);
  return open;
}

/* A solver for which nothing is open, with the strengths that are the same in every outcome. */
static DemSolver *
close_all (const DemSolver *solver)
{
  DemSolver *closed = dem_solver_copy (solver);

  memset (closed->open, FALSE, closed->graph->n_nodes);
  dem_solver_update_open (closed);
  memcpy (closed->low, solver->low, sizeof (double) * closed->graph->n_nodes);
  return closed;
}

/* The components that open inferences bear on, these included, in order. */
static GArray *
collect_affected (const DemSolver *solver, const DemArgumentOrder *order, GArray *open)
{
  const DemArgumentGraph *graph = solver->graph;
  GArray *affected = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *is_affected = g_new0 (guint8, order->n_components);

  for (guint i = 0; i < open->len; i++)
    is_affected[order->component[g_array_index (open, guint32, i)]] = TRUE;
  for (guint32 i = 0; i < order->n_components; i++)
    {
      if (!is_affected[i])
        continue;
      g_array_append_val (affected, i);
      for (guint32 j = order->first[i]; j < order->first[i + 1]; j++)
        for (guint32 k = graph->first_output[order->nodes[j]]; k < graph->first_output[order->nodes[j] + 1];
             k++)
          if (isnan (solver->fixed[graph->outputs[k]]))
            is_affected[order->component[graph->outputs[k]]] = TRUE;
    }
  return affected;
}

/* Computes one outcome: bit i tells whether the open inference i counts. What does not may have been part of
 * a circle. */
static void
run_outcome (DemSolver *closed, const DemArgumentOrder *order, GArray *affected, GArray *open, guint outcome)
{
  for (guint i = 0; i < open->len; i++)
    closed->fixed[g_array_index (open, guint32, i)] = outcome & (1u << i) ? NAN : 0;
  for (guint i = 0; i < affected->len; i++)
    dem_solver_run_broken (closed, order, g_array_index (affected, guint32, i));
}

static void
widen_node (DemSolver *self, const DemSolver *outcome, guint32 node, gboolean is_first)
{
  double strength = outcome->low[node];

  /* Comparisons with what is no number are false: once a strength is none, it stays so. */
  if (is_first || isnan (strength) || strength < self->low[node])
    self->low[node] = strength;
  if (is_first || isnan (strength) || strength > self->high[node])
    self->high[node] = strength;
}

static void
widen (DemSolver *self,
       const DemSolver *outcome,
       const DemArgumentOrder *order,
       GArray *affected,
       gboolean is_first)
{
  for (guint i = 0; i < affected->len; i++)
    {
      guint32 component = g_array_index (affected, guint32, i);

      for (guint32 j = order->first[component]; j < order->first[component + 1]; j++)
        widen_node (self, outcome, order->nodes[j], is_first);
    }
}

void
dem_outcomes_run (DemSolver *self, const DemArgumentOrder *order)
{
  g_autoptr (GArray) open = collect_open (self);
  g_autoptr (GArray) affected = NULL;
  g_autoptr (DemSolver) closed = NULL;

  if (open->len == 0 || open->len > MAX_OPEN)
    return;
  affected = collect_affected (self, order, open);
  closed = close_all (self);
  for (guint outcome = 0; outcome < 1u << open->len; outcome++)
    {
      run_outcome (closed, order, affected, open, outcome);
      widen (self, closed, order, affected, outcome == 0);
    }
}
