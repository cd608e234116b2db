/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/solver.h"

#include <math.h>

#include "app/argument/claim_value.h"

#define MAX_ROUNDS 1000
#define SETTLED_WITHIN 1e-9

static gboolean
has_range (const DemSolver *self)
{
  return self->low != self->high;
}

/* Π(1 − s) of what is against a node, or, if it is a claim, for it: how much it leaves untouched. */
static double
get_rest (const DemSolver *self, guint32 begin, guint32 end, const double *strengths)
{
  double rest = 1;

  for (guint32 i = begin; i < end; i++)
    rest *= 1 - strengths[self->graph->inputs[i]];
  return rest;
}

static double
get_claim_strength (const DemSolver *self, guint32 node, const double *pro, const double *con)
{
  const DemArgumentGraph *graph = self->graph;
  double start = self->own[node];
  /* vs − va, where vs = 1 − Π(1 − sᵢ) and va likewise */
  double lean = get_rest (self, graph->split[node], graph->first[node + 1], con)
                - get_rest (self, graph->first[node], graph->split[node], pro);

  return start + (lean >= 0 ? 1 - start : start) * lean;
}

static double
get_inference_strength (const DemSolver *self, guint32 node, const double *pro, const double *con)
{
  const DemArgumentGraph *graph = self->graph;
  double strength = self->own[node];

  if (graph->first[node] == graph->split[node] || strength == 0)
    return 0;
  for (guint32 i = graph->first[node]; i < graph->split[node]; i++)
    strength *= pro[graph->inputs[i]];
  return strength * get_rest (self, graph->split[node], graph->first[node + 1], con);
}

/* The strength of a node if @pro are the strengths of what is for it and @con of what is against it. */
static double
get_strength (const DemSolver *self, guint32 node, const double *pro, const double *con)
{
  if (!isnan (self->fixed[node]))
    return self->fixed[node];
  if (node < self->graph->n_claims)
    return get_claim_strength (self, node, pro, con);
  return get_inference_strength (self, node, pro, con);
}

/* The least and greatest strength of a node; neither is a number when one is not. */
static void
get_bounds (const DemSolver *self, guint32 node, double *low, double *high)
{
  *low = *high = get_strength (self, node, self->high, self->low);
  if (!has_range (self))
    return;
  *low = get_strength (self, node, self->low, self->high);
  if (self->open[node] && isnan (self->fixed[node]))
    *low *= 0; /* which leaves NAN what it is */
  if (isnan (*low) || isnan (*high))
    *low = *high = NAN;
}

static void
set_bounds (DemSolver *self, guint32 node, double low, double high)
{
  self->low[node] = low;
  self->high[node] = high;
}

/* Starting values for the nodes of a circle: those of claims, then what these give to inferences, undercuts
 * aside. */
static void
start_circle (DemSolver *self, const guint32 *nodes, guint n)
{
  const DemArgumentGraph *graph = self->graph;

  for (guint i = 0; i < n; i++)
    if (nodes[i] < graph->n_claims)
      set_bounds (self, nodes[i], self->own[nodes[i]], self->own[nodes[i]]);
  for (guint i = 0; i < n; i++)
    if (nodes[i] >= graph->n_claims)
      {
        guint32 node = nodes[i];
        double low = self->open[node] && has_range (self) ? 0 : self->own[node];
        double high = self->own[node];

        for (guint32 j = graph->first[node]; j < graph->split[node]; j++)
          {
            low *= self->low[graph->inputs[j]];
            high *= self->high[graph->inputs[j]];
          }
        set_bounds (self, node, low, high);
      }
}

/* One round, all nodes at once. Gives the farthest that any of them moved. */
static double
go_round (DemSolver *self, const guint32 *nodes, guint n, double *next_low, double *next_high)
{
  double farthest = 0;

  for (guint i = 0; i < n; i++)
    {
      double low, high;

      get_bounds (self, nodes[i], &low, &high);
      next_low[i] = (self->low[nodes[i]] + low) / 2;
      next_high[i] = (self->high[nodes[i]] + high) / 2;
    }
  for (guint i = 0; i < n; i++)
    {
      double moved
          = MAX (fabs (next_low[i] - self->low[nodes[i]]), fabs (next_high[i] - self->high[nodes[i]]));

      set_bounds (self, nodes[i], next_low[i], next_high[i]);
      if (isnan (moved))
        return NAN;
      farthest = MAX (farthest, moved);
    }
  return farthest;
}

static void
run_circle (DemSolver *self, const guint32 *nodes, guint n)
{
  g_autofree double *next_low = g_new (double, n);
  g_autofree double *next_high = g_new (double, n);
  double moved = INFINITY;

  start_circle (self, nodes, n);
  for (guint round = 0; round < MAX_ROUNDS && moved > SETTLED_WITHIN;
       round++) /* no more once it is no number */
    moved = go_round (self, nodes, n, next_low, next_high);
  if (moved <= SETTLED_WITHIN)
    return;
  for (guint i = 0; i < n; i++)
    set_bounds (self, nodes[i], NAN, NAN);
}

void
dem_solver_run_component (DemSolver *self, const DemArgumentOrder *order, guint32 component)
{
  const guint32 *nodes = order->nodes + order->first[component];

  if (order->is_cyclic[component])
    run_circle (self, nodes, order->first[component + 1] - order->first[component]);
  else
    {
      double low, high;

      get_bounds (self, nodes[0], &low, &high);
      set_bounds (self, nodes[0], low, high);
    }
}

void
dem_solver_run_broken (DemSolver *self, const DemArgumentOrder *order, guint32 component)
{
  g_autoptr (DemArgumentOrder) parts = NULL;

  if (order->is_cyclic[component])
    {
      parts = dem_argument_order_new_within (self->graph, self->fixed, order, component);
      dem_solver_run (self, parts);
    }
  else
    dem_solver_run_component (self, order, component);
}

void
dem_solver_run (DemSolver *self, const DemArgumentOrder *order)
{
  for (guint32 i = 0; i < order->n_components; i++)
    dem_solver_run_component (self, order, i);
}

DemSolver *
dem_solver_new (DemArgumentGraph *graph, DemDossier *dossier)
{
  DemSolver *self = g_new0 (DemSolver, 1);

  self->graph = dem_argument_graph_ref (graph);
  self->own = g_new (double, graph->n_nodes);
  self->fixed = g_new (double, graph->n_nodes);
  self->open = g_new (guint8, graph->n_nodes);
  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      self->own[i] = i < graph->n_claims ? dem_claim_value_get_start (dossier, i)
                                         : dem_dossier_inference (dossier, i - graph->n_claims)->weight;
      self->fixed[i] = NAN;
      self->open[i] = graph->present[i] && dem_argument_graph_is_open (graph, i);
    }
  dem_solver_update_open (self);
  return self;
}

DemSolver *
dem_solver_copy (const DemSolver *self)
{
  DemSolver *copy = g_new0 (DemSolver, 1);
  guint n = self->graph->n_nodes;

  copy->graph = dem_argument_graph_ref (self->graph);
  copy->own = g_memdup2 (self->own, sizeof (double) * n);
  copy->fixed = g_memdup2 (self->fixed, sizeof (double) * n);
  copy->open = g_memdup2 (self->open, n);
  dem_solver_update_open (copy);
  return copy;
}

static void
free_strengths (DemSolver *self)
{
  if (has_range (self))
    g_free (self->high);
  g_free (self->low);
}

void
dem_solver_update_open (DemSolver *self)
{
  guint n = self->graph->n_nodes;
  gboolean is_open = n > 0 && memchr (self->open, TRUE, n) != NULL;

  free_strengths (self);
  self->low = g_new0 (double, n);
  self->high = is_open ? g_new0 (double, n) : self->low;
}

void
dem_solver_free (DemSolver *self)
{
  free_strengths (self);
  g_free (self->own);
  g_free (self->fixed);
  g_free (self->open);
  dem_argument_graph_unref (self->graph);
  g_free (self);
}
