/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/graph_layout.h"

#include "app/layout/graphviz_private.h"

#define UNITS_PER_INCH 72.0

static void
set_inches (void *object, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  dem_graphviz_set (object, name, g_ascii_formatd (text, sizeof text, "%.5f", value / UNITS_PER_INCH));
}

static void
set_position (Agnode_t *node, const DemGraphNode *from)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (x, sizeof x, "%.5f", from->x / UNITS_PER_INCH);
  g_ascii_formatd (y, sizeof y, "%.5f", -from->y / UNITS_PER_INCH);
  text = g_strdup_printf (from->fixed ? "%s,%s!" : "%s,%s", x, y);
  dem_graphviz_set (node, "pos", text);
}

static Agnode_t *
add_node (Agraph_t *graph, const DemGraphNode *from, guint index)
{
  g_autofree char *name = g_strdup_printf ("%u", index);
  Agnode_t *node = agnode (graph, name, TRUE);

  dem_graphviz_set (node, "label", ""); /* else its number would be measured, with fonts and all */
  dem_graphviz_set (node, "shape", "box");
  dem_graphviz_set (node, "fixedsize", "true");
  set_inches (node, "width", from->width);
  set_inches (node, "height", from->height);
  set_position (node, from);
  return node;
}

static void
add_edge (Agraph_t *graph, Agnode_t **nodes, const DemGraphEdge *from)
{
  Agedge_t *edge = agedge (graph, nodes[from->from], nodes[from->to], NULL, TRUE);
  char weight[G_ASCII_DTOSTR_BUF_SIZE];

  set_inches (edge, "len", from->length);
  dem_graphviz_set (edge, "weight", g_ascii_formatd (weight, sizeof weight, "%.3f", from->weight));
}

static gboolean
has_fixed (const DemGraphNode *nodes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (nodes[i].fixed)
      return TRUE;
  return FALSE;
}

static Agraph_t *
make_graph (
    const DemGraphNode *nodes, guint n_nodes, const DemGraphEdge *edges, guint n_edges, Agnode_t **made)
{
  Agraph_t *graph = agopen ((char *) "network", Agstrictundirected, NULL);

  dem_graphviz_set (graph, "overlap", "true");
  /* Majorization gives up early when nodes are fixed; Kamada and Kawai's descent on the same stress does not.
   */
  dem_graphviz_set (graph, "mode", has_fixed (nodes, n_nodes) ? "KK" : "major");
  dem_graphviz_set (graph, "splines", "");
  dem_graphviz_set (graph, "notranslate", "true");
  dem_graphviz_set (graph, "start", "1"); /* the seed, should a node need one */
  for (guint i = 0; i < n_nodes; i++)
    made[i] = add_node (graph, &nodes[i], i);
  for (guint i = 0; i < n_edges; i++)
    if (edges[i].from != edges[i].to)
      add_edge (graph, made, &edges[i]);
  return graph;
}

static gboolean
run (GVC_t *context, DemGraphNode *nodes, guint n_nodes, const DemGraphEdge *edges, guint n_edges)
{
  g_autofree Agnode_t **made = g_new (Agnode_t *, n_nodes);
  Agraph_t *graph = make_graph (nodes, n_nodes, edges, n_edges, made);
  gboolean done = context != NULL && gvLayout (context, graph, "neato") == 0;

  for (guint i = 0; done && i < n_nodes; i++)
    if (!nodes[i].fixed)
      {
        nodes[i].x = ND_coord (made[i]).x;
        nodes[i].y = -ND_coord (made[i]).y;
      }
  if (done)
    gvFreeLayout (context, graph);
  agclose (graph);
  return done;
}

gboolean
dem_graph_layout_stress (DemGraphNode *nodes, guint n_nodes, const DemGraphEdge *edges, guint n_edges)
{
  DemGraphvizHold hold;
  gboolean done;

  g_return_val_if_fail (n_nodes == 0 || nodes != NULL, FALSE);
  g_return_val_if_fail (n_edges == 0 || edges != NULL, FALSE);

  if (n_nodes == 0)
    return TRUE;
  done = run (dem_graphviz_begin (&hold), nodes, n_nodes, edges, n_edges);
  dem_graphviz_end (&hold);
  return done;
}
