/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/probe.h"

#include <math.h>

struct _DemProbe
{
  DemSolver *solver; /* as things are, between questions */
  DemArgumentOrder *order;
  guint32 target;
  guint8 *is_relevant; /* by node: whether the target depends on it */
  GArray *relevant;    /* guint32: the components of these, in order */
  double *low, *high;  /* by node: strengths as things are */
  guint8 *marks;       /* by component: Mark; all UNTOUCHED between questions */
  GArray *affected;    /* guint32: components that were computed anew */
};

/* What a question does to a component. */
typedef enum
{
  UNTOUCHED,
  REACHED, /* something that bears on it has changed */
  FIXED,   /* one of its nodes is fixed */
} Mark;

/* Changes below are not followed: far less than to what circles settle. */
#define NOTHING 1e-12

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static guint32
pop (GArray *stack)
{
  guint32 node = g_array_index (stack, guint32, stack->len - 1);

  g_array_set_size (stack, stack->len - 1);
  return node;
}

/* Sorts components and leaves each once. */
static void
put_in_order (GArray *components)
{
  guint n = 0;

  g_array_sort (components, compare_numbers);
  for (guint i = 0; i < components->len; i++)
    {
      guint32 component = g_array_index (components, guint32, i);

      if (n == 0 || component != g_array_index (components, guint32, n - 1))
        g_array_index (components, guint32, n++) = component;
    }
  g_array_set_size (components, n);
}

static void
find_relevant (DemProbe *self)
{
  const DemArgumentGraph *graph = self->solver->graph;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->is_relevant[self->target] = TRUE;
  g_array_append_val (stack, self->target);
  while (stack->len > 0)
    {
      guint32 node = pop (stack);

      g_array_append_val (self->relevant, self->order->component[node]);
      if (!isnan (self->solver->fixed[node]))
        continue;
      for (guint32 i = graph->first[node]; i < graph->first[node + 1]; i++)
        if (!self->is_relevant[graph->inputs[i]])
          {
            self->is_relevant[graph->inputs[i]] = TRUE;
            g_array_append_val (stack, graph->inputs[i]);
          }
    }
  put_in_order (self->relevant);
}

/* Computes strengths as things are, and remembers them. */
static void
settle (DemProbe *self)
{
  for (guint i = 0; i < self->relevant->len; i++)
    {
      guint32 component = g_array_index (self->relevant, guint32, i);

      dem_solver_run_component (self->solver, self->order, component);
      for (guint32 j = self->order->first[component]; j < self->order->first[component + 1]; j++)
        {
          guint32 node = self->order->nodes[j];

          self->low[node] = self->solver->low[node];
          self->high[node] = self->solver->high[node];
        }
    }
}

static void
restore_component (DemProbe *self, guint32 component)
{
  for (guint32 i = self->order->first[component]; i < self->order->first[component + 1]; i++)
    {
      guint32 node = self->order->nodes[i];

      self->solver->low[node] = self->low[node];
      self->solver->high[node] = self->high[node];
    }
}

DemProbe *
dem_probe_new (DemEvaluation *evaluation, guint32 target)
{
  DemProbe *self = g_new0 (DemProbe, 1);
  guint n;

  self->solver = dem_solver_copy (dem_evaluation_get_solver (evaluation));
  self->order = dem_argument_order_ref (dem_evaluation_get_order (evaluation));
  self->target = target;
  n = self->solver->graph->n_nodes;
  self->is_relevant = g_new0 (guint8, n);
  self->relevant = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->low = g_new0 (double, n);
  self->high = g_new0 (double, n);
  self->marks = g_new0 (guint8, n);
  self->affected = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_relevant (self);
  settle (self);
  return self;
}

void
dem_probe_free (DemProbe *self)
{
  dem_solver_free (self->solver);
  dem_argument_order_unref (self->order);
  g_free (self->is_relevant);
  g_array_unref (self->relevant);
  g_free (self->low);
  g_free (self->high);
  g_free (self->marks);
  g_array_unref (self->affected);
  g_free (self);
}

void
dem_probe_vary (DemProbe *self, const double *values)
{
  memcpy (self->solver->own, values, sizeof (double) * self->solver->graph->n_nodes);
  settle (self);
}

gboolean
dem_probe_is_relevant (DemProbe *self, guint32 node)
{
  return self->is_relevant[node];
}

static DemBounds
get_target (DemProbe *self)
{
  return (DemBounds){ self->solver->low[self->target], self->solver->high[self->target] };
}

DemBounds
dem_probe_get_now (DemProbe *self)
{
  return get_target (self);
}

static gboolean
differs (double now, double before)
{
  return isnan (now) != isnan (before) || fabs (now - before) > NOTHING;
}

/* Marks what a node bears on, if it has changed. */
static void
mark_outputs (DemProbe *self, guint32 node)
{
  const DemArgumentGraph *graph = self->solver->graph;

  if (!differs (self->solver->low[node], self->low[node])
      && !differs (self->solver->high[node], self->high[node]))
    return;
  for (guint32 i = graph->first_output[node]; i < graph->first_output[node + 1]; i++)
    {
      guint32 output = graph->outputs[i];
      guint8 *mark = &self->marks[self->order->component[output]];

      if (*mark == UNTOUCHED && self->is_relevant[output] && isnan (self->solver->fixed[output]))
        *mark = REACHED;
    }
}

static void
follow_component (DemProbe *self, guint32 component)
{
  if (self->marks[component] == FIXED)
    dem_solver_run_broken (self->solver, self->order, component);
  else
    dem_solver_run_component (self->solver, self->order, component);
  for (guint32 i = self->order->first[component]; i < self->order->first[component + 1]; i++)
    mark_outputs (self, self->order->nodes[i]);
  self->marks[component] = UNTOUCHED;
  g_array_append_val (self->affected, component);
}

/* Goes on from what is fixed to the target, which comes after all that bears on it. */
static void
follow (DemProbe *self, guint32 first)
{
  guint32 last = self->order->component[self->target];

  g_array_set_size (self->affected, 0);
  for (guint32 i = first; i <= last; i++)
    if (self->marks[i] != UNTOUCHED)
      follow_component (self, i);
}

DemBounds
dem_probe_ask (DemProbe *self, const DemFix *fixes, guint n)
{
  g_autofree double *before = g_new (double, n);
  guint32 first = self->order->n_components;
  DemBounds answer;

  for (guint i = 0; i < n; i++)
    {
      guint32 component = self->order->component[fixes[i].node];

      before[i] = self->solver->fixed[fixes[i].node];
      self->solver->fixed[fixes[i].node] = fixes[i].strength;
      if (!self->is_relevant[fixes[i].node])
        continue;
      self->marks[component] = FIXED;
      first = MIN (first, component);
    }
  follow (self, first);
  answer = get_target (self);
  for (guint i = 0; i < self->affected->len; i++)
    restore_component (self, g_array_index (self->affected, guint32, i));
  for (guint i = n; i-- > 0;)
    self->solver->fixed[fixes[i].node] = before[i];
  return answer;
}
