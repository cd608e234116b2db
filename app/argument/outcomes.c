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

/* A solver for which nothing is open. */
static DemSolver *
close_all (const DemSolver *solver)
{
  DemSolver *closed = dem_solver_copy (solver);

  memset (closed->open, FALSE, closed->graph->n_nodes);
  dem_solver_update_open (closed);
  return closed;
}

static gboolean
any_in_circle (const DemArgumentOrder *order, GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (dem_argument_order_in_circle (order, g_array_index (nodes, guint32, i)))
      return TRUE;
  return FALSE;
}

/* Computes one outcome: bit i tells whether the open inference i counts. */
static void
run_outcome (DemSolver *closed, const DemArgumentOrder *order, GArray *open, guint outcome)
{
  g_autoptr (DemArgumentOrder) broken = NULL;

  for (guint i = 0; i < open->len; i++)
    closed->fixed[g_array_index (open, guint32, i)] = outcome & (1u << i) ? NAN : 0;
  /* What does not count may have been part of a circle, which is then none. */
  if (any_in_circle (order, open))
    order = broken = dem_argument_order_new (closed->graph, closed->fixed);
  dem_solver_run (closed, order);
}

static void
widen (DemSolver *self, const DemSolver *outcome)
{
  for (guint32 i = 0; i < self->graph->n_nodes; i++)
    {
      double strength = outcome->low[i];

      /* Comparisons with what is no number are false: once a strength is none, it stays so. */
      if (isnan (strength) || strength < self->low[i])
        self->low[i] = strength;
      if (isnan (strength) || strength > self->high[i])
        self->high[i] = strength;
    }
}

void
dem_outcomes_run (DemSolver *self, const DemArgumentOrder *order)
{
  g_autoptr (GArray) open = collect_open (self);
  g_autoptr (DemSolver) closed = NULL;
  gsize size = sizeof (double) * self->graph->n_nodes;

  if (open->len == 0 || open->len > MAX_OPEN)
    return;
  closed = close_all (self);
  for (guint outcome = 0; outcome < 1u << open->len; outcome++)
    {
      run_outcome (closed, order, open, outcome);
      if (outcome == 0)
        {
          memcpy (self->low, closed->low, size);
          memcpy (self->high, closed->low, size);
        }
      else
        widen (self, closed);
    }
}
