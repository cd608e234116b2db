/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/argument_order.h"

#include <math.h>

#define UNSEEN 0
#define DONE G_MAXUINT32 /* its component is known */

/* A node that is being looked at, and which of its inputs is next. */
typedef struct
{
  guint32 node;
  guint32 next;
} Visit;

typedef struct
{
  const DemArgumentGraph *graph;
  const double *fixed;
  DemArgumentOrder *order;
  const DemArgumentOrder *whole; /* (nullable): another order, of which one component is looked at only */
  guint32 component;
  guint32 *low;    /* the earliest seen node that it reaches, as a number from 1; UNSEEN or DONE */
  guint32 *number; /* when it was first seen, from 1 */
  guint32 n_seen;
  guint32 n_placed;
  GArray *visits; /* Visit: the way from where the search began */
  GArray *open;   /* guint32: seen nodes whose component is not yet known */
} Search;

static guint32
get_end (const Search *search, guint32 node)
{
  const DemArgumentGraph *graph = search->graph;

  return isnan (search->fixed[node]) ? graph->first[node + 1] : graph->first[node];
}

static gboolean
is_outside (const Search *search, guint32 node)
{
  return search->whole != NULL && search->whole->component[node] != search->component;
}

static void
enter (Search *search, guint32 node)
{
  search->low[node] = search->number[node] = ++search->n_seen;
  g_array_append_val (search->open, node);
  g_array_append_val (search->visits, ((Visit){ node, search->graph->first[node] }));
}

static gboolean
bears_on_itself (const Search *search, guint32 node)
{
  for (guint32 i = search->graph->first[node]; i < get_end (search, node); i++)
    if (search->graph->inputs[i] == node)
      return TRUE;
  return FALSE;
}

/* The nodes seen since @root, which reach it and are reached by it. */
static void
close_component (Search *search, guint32 root)
{
  DemArgumentOrder *order = search->order;
  guint32 index = order->n_components++;
  guint32 node;

  order->first[index] = search->n_placed;
  do
    {
      node = g_array_index (search->open, guint32, search->open->len - 1);
      g_array_set_size (search->open, search->open->len - 1);
      search->low[node] = DONE;
      order->nodes[search->n_placed++] = node;
      order->component[node] = index;
    }
  while (node != root);
  order->first[index + 1] = search->n_placed;
  order->is_cyclic[index] = search->n_placed - order->first[index] > 1 || bears_on_itself (search, root);
}

static void
leave (Search *search, guint32 node)
{
  g_array_set_size (search->visits, search->visits->len - 1);
  if (search->low[node] == search->number[node])
    close_component (search, node);
  else
    {
      /* It reaches a node on the way to it, so whoever led here reaches that node, too. */
      guint32 parent = g_array_index (search->visits, Visit, search->visits->len - 1).node;

      search->low[parent] = MIN (search->low[parent], search->low[node]);
    }
}

static void
search_from (Search *search, guint32 start)
{
  enter (search, start);
  while (search->visits->len > 0)
    {
      Visit *visit = &g_array_index (search->visits, Visit, search->visits->len - 1);
      guint32 node = visit->node;
      guint32 input;

      if (visit->next >= get_end (search, node))
        {
          leave (search, node);
          continue;
        }
      input = search->graph->inputs[visit->next++];
      if (is_outside (search, input))
        continue;
      if (search->low[input] == UNSEEN)
        enter (search, input);
      else if (search->low[input] != DONE)
        search->low[node] = MIN (search->low[node], search->number[input]);
    }
}

/* @nodes: (nullable): those to be put in order, %NULL for all */
static DemArgumentOrder *
put_in_order (Search *search, const guint32 *nodes, guint n)
{
  DemArgumentOrder *self = g_new0 (DemArgumentOrder, 1);
  guint n_nodes = search->graph->n_nodes;
  g_autofree guint32 *low = g_new0 (guint32, n_nodes);
  g_autofree guint32 *number = g_new0 (guint32, n_nodes);
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_atomic_ref_count_init (&self->references);
  self->nodes = g_new (guint32, n);
  self->first = g_new0 (guint32, n + 1);
  self->component = g_new0 (guint32, n_nodes);
  self->is_cyclic = g_new0 (guint8, n);
  search->order = self;
  search->low = low;
  search->number = number;
  search->visits = visits;
  search->open = open;
  for (guint i = 0; i < n; i++)
    {
      guint32 node = nodes != NULL ? nodes[i] : i;

      if (low[node] == UNSEEN)
        search_from (search, node);
    }
  return self;
}

DemArgumentOrder *
dem_argument_order_new (const DemArgumentGraph *graph, const double *fixed)
{
  Search search = { .graph = graph, .fixed = fixed };

  return put_in_order (&search, NULL, graph->n_nodes);
}

DemArgumentOrder *
dem_argument_order_new_within (const DemArgumentGraph *graph,
                               const double *fixed,
                               const DemArgumentOrder *whole,
                               guint32 component)
{
  Search search = { .graph = graph, .fixed = fixed, .whole = whole, .component = component };
  guint32 first = whole->first[component];

  return put_in_order (&search, whole->nodes + first, whole->first[component + 1] - first);
}

DemArgumentOrder *
dem_argument_order_ref (DemArgumentOrder *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_argument_order_unref (DemArgumentOrder *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->nodes);
  g_free (self->first);
  g_free (self->component);
  g_free (self->is_cyclic);
  g_free (self);
}
