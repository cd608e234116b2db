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
  guint32 *reached_by; /* by node: the last question that reached it */
  guint32 question;
  GArray *stack;    /* guint32: nodes yet to be gone on from */
  GArray *affected; /* guint32: components to be computed anew */
};

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

  self->is_relevant[self->target] = TRUE;
  g_array_append_val (self->stack, self->target);
  while (self->stack->len > 0)
    {
      guint32 node = pop (self->stack);

      g_array_append_val (self->relevant, self->order->component[node]);
      if (!isnan (self->solver->fixed[node]))
        continue;
      for (guint32 i = graph->first[node]; i < graph->first[node + 1]; i++)
        if (!self->is_relevant[graph->inputs[i]])
          {
            self->is_relevant[graph->inputs[i]] = TRUE;
            g_array_append_val (self->stack, graph->inputs[i]);
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
  self->reached_by = g_new0 (guint32, n);
  self->stack = g_array_new (FALSE, FALSE, sizeof (guint32));
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
  g_free (self->reached_by);
  g_array_unref (self->stack);
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

static void
reach (DemProbe *self, guint32 node)
{
  if (!self->is_relevant[node] || self->reached_by[node] == self->question)
    return;
  self->reached_by[node] = self->question;
  g_array_append_val (self->stack, node);
  g_array_append_val (self->affected, self->order->component[node]);
}

/* Collects the components between the fixes and the target. */
static void
find_affected (DemProbe *self, const DemFix *fixes, guint n)
{
  const DemArgumentGraph *graph = self->solver->graph;

  self->question++;
  g_array_set_size (self->affected, 0);
  for (guint i = 0; i < n; i++)
    reach (self, fixes[i].node);
  while (self->stack->len > 0)
    {
      guint32 node = pop (self->stack);

      for (guint32 i = graph->first_output[node]; i < graph->first_output[node + 1]; i++)
        if (isnan (self->solver->fixed[graph->outputs[i]]))
          reach (self, graph->outputs[i]);
    }
  put_in_order (self->affected);
}

/* A fix within a circle may break it: then there is another order. */
static gboolean
breaks_circle (DemProbe *self, const DemFix *fixes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (self->is_relevant[fixes[i].node] && dem_argument_order_in_circle (self->order, fixes[i].node))
      return TRUE;
  return FALSE;
}

static DemBounds
ask_in_order (DemProbe *self, const DemFix *fixes, guint n)
{
  DemBounds answer;

  find_affected (self, fixes, n);
  for (guint i = 0; i < self->affected->len; i++)
    dem_solver_run_component (self->solver, self->order, g_array_index (self->affected, guint32, i));
  answer = get_target (self);
  for (guint i = 0; i < self->affected->len; i++)
    restore_component (self, g_array_index (self->affected, guint32, i));
  return answer;
}

static DemBounds
ask_in_another_order (DemProbe *self)
{
  g_autoptr (DemArgumentOrder) broken = dem_argument_order_new (self->solver->graph, self->solver->fixed);
  DemBounds answer;

  for (guint32 i = 0; i < broken->n_components; i++)
    if (self->is_relevant[broken->nodes[broken->first[i]]])
      dem_solver_run_component (self->solver, broken, i);
  answer = get_target (self);
  for (guint i = 0; i < self->relevant->len; i++)
    restore_component (self, g_array_index (self->relevant, guint32, i));
  return answer;
}

DemBounds
dem_probe_ask (DemProbe *self, const DemFix *fixes, guint n)
{
  g_autofree double *before = g_new (double, n);
  DemBounds answer;

  for (guint i = 0; i < n; i++)
    {
      before[i] = self->solver->fixed[fixes[i].node];
      self->solver->fixed[fixes[i].node] = fixes[i].strength;
    }
  answer = breaks_circle (self, fixes, n) ? ask_in_another_order (self) : ask_in_order (self, fixes, n);
  for (guint i = n; i-- > 0;)
    self->solver->fixed[fixes[i].node] = before[i];
  return answer;
}
