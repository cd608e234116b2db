/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemGraphNode:
 * @width: of the box that is to stand free around the node's middle, any unit
 * @x: (and @y): where it is at first, and after the layout; the one unit is that of @width, y grows downwards
 * @fixed: it stays where it is
 */
typedef struct
{
  double width, height;
  double x, y;
  gboolean fixed;
} DemGraphNode;

/**
 * DemGraphEdge:
 * @length: how far apart the middles of its ends should come to stand
 * @weight: how much that matters, 1 for a usual edge
 */
typedef struct
{
  guint from, to;
  double length;
  double weight;
} DemGraphEdge;

/**
 * dem_graph_layout_stress:
 *
 * Moves the nodes so that their distances come near the lengths of the paths between them: stress
 * majorization (Gansner, Koren, North 2004), or where nodes are fixed Kamada and Kawai's method (1989); both
 * are Graphviz' neato, beginning from where the nodes are. The same input gives the same output. Boxes may
 * still overlap afterwards, see dem_boxes_separate(). More than %DEM_GRAPH_LAYOUT_LIMIT nodes take long.
 *
 * Graphviz has one state for the whole process: whoever comes second, on whatever thread, waits for the
 * first. Meant for worker threads, except in programs that have nothing else to do.
 *
 * Returns: %FALSE, and nothing has moved, when Graphviz cannot do it (its plugin for it is not installed)
 */
gboolean
dem_graph_layout_stress (DemGraphNode *nodes, guint n_nodes, const DemGraphEdge *edges, guint n_edges);

#define DEM_GRAPH_LAYOUT_LIMIT 500

G_END_DECLS
