/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/layers.h"

#include "app/layout/graphviz_private.h"

/* Up to so many edges dot takes all the time it wants; its rounds grow fewer with more. */
#define MANY_EDGES 1500

typedef enum
{
  PHASE_RANK = 1,
  PHASE_ORDER,
} Phase;

static Agraph_t *
make_graph (guint n_nodes, const DemLayerEdge *edges, guint n_edges, Phase phase, Agnode_t **made)
{
  Agraph_t *graph = agopen ((char *) "layers", Agstrictdirected, NULL);

  dem_graphviz_set (graph, "phase", phase == PHASE_RANK ? "1" : "2");
  dem_graphviz_set (graph, "splines", "");
  if (n_edges > MANY_EDGES)
    {
      char share[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (share, sizeof share, "%.3f", (double) MANY_EDGES / n_edges);
      dem_graphviz_set (graph, "mclimit", share);
    }
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      made[i] = agnode (graph, name, TRUE);
      dem_graphviz_set (made[i], "label", ""); /* else its number would be measured, with fonts and all */
    }
  for (guint i = 0; i < n_edges; i++)
    if (edges[i].from != edges[i].to)
      agedge (graph, made[edges[i].from], made[edges[i].to], NULL, TRUE);
  return graph;
}

/* Runs dot up to a phase. From top to bottom, whatever the caller makes of it: only numbers are wanted. */
static gboolean
run (guint n_nodes, const DemLayerEdge *edges, guint n_edges, Phase phase, guint *result)
{
  DemGraphvizHold hold;
  GVC_t *context = dem_graphviz_begin (&hold);
  g_autofree Agnode_t **made = g_new (Agnode_t *, n_nodes);
  Agraph_t *graph = make_graph (n_nodes, edges, n_edges, phase, made);
  gboolean done = context != NULL && gvLayout (context, graph, "dot") == 0;

  for (guint i = 0; done && i < n_nodes; i++)
    result[i] = (guint) MAX (phase == PHASE_RANK ? ND_rank (made[i]) : ND_order (made[i]), 0);
  if (done)
    gvFreeLayout (context, graph);
  agclose (graph);
  dem_graphviz_end (&hold);
  return done;
}

/* ---- Without Graphviz ---- */

static void
rank_by_distance (guint n_nodes, const DemLayerEdge *edges, guint n_edges, guint *ranks)
{
  g_autofree gboolean *led_to = g_new0 (gboolean, n_nodes);
  gboolean changed = TRUE;

  for (guint i = 0; i < n_edges; i++)
    led_to[edges[i].to] = TRUE;
  for (guint i = 0; i < n_nodes; i++)
    ranks[i] = led_to[i] ? G_MAXUINT : 0;
  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n_edges; i++)
        if (ranks[edges[i].from] != G_MAXUINT && ranks[edges[i].to] == G_MAXUINT)
          {
            ranks[edges[i].to] = ranks[edges[i].from] + 1;
            changed = TRUE;
          }
      /* What only circles lead to begins with its first node. */
      for (guint i = 0; !changed && i < n_nodes; i++)
        if (ranks[i] == G_MAXUINT)
          {
            ranks[i] = 0;
            changed = TRUE;
          }
    }
}

static void
order_as_given (guint n_nodes, const guint *ranks, guint *orders)
{
  g_autofree guint *next = g_new0 (guint, n_nodes + 1);

  for (guint i = 0; i < n_nodes; i++)
    orders[i] = next[MIN (ranks[i], n_nodes)]++;
}

/* ---- Both ---- */

void
dem_layers_rank (guint n_nodes, const DemLayerEdge *edges, guint n_edges, guint *ranks)
{
  g_return_if_fail (n_nodes == 0 || ranks != NULL);
  g_return_if_fail (n_edges == 0 || edges != NULL);

  if (n_nodes > 0 && !run (n_nodes, edges, n_edges, PHASE_RANK, ranks))
    rank_by_distance (n_nodes, edges, n_edges, ranks);
}

void
dem_layers_order (
    guint n_nodes, const DemLayerEdge *edges, guint n_edges, const guint *ranks, guint *orders)
{
  g_return_if_fail (n_nodes == 0 || (ranks != NULL && orders != NULL));
  g_return_if_fail (n_edges == 0 || edges != NULL);

  if (n_nodes > 0 && !run (n_nodes, edges, n_edges, PHASE_ORDER, orders))
    order_as_given (n_nodes, ranks, orders);
}
