/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An edge of a graph in layers, from the earlier layer to the later where circles allow it. */
typedef struct
{
  guint from, to;
} DemLayerEdge;

/**
 * dem_layers_rank:
 * @ranks: (out): by node: its layer, from 0
 *
 * Puts the nodes into layers so that edges lead to later ones and are short: Graphviz' dot (Gansner,
 * Koutsofios, North and Vo 1993), its first phase. In a circle some edge leads back. The same input gives the
 * same output.
 *
 * Like all of Graphviz it waits for its turn; meant for worker threads, except in programs that have nothing
 * else to do. Where Graphviz cannot do it, a layer is the distance from a node to which nothing leads.
 */
void dem_layers_rank (guint n_nodes, const DemLayerEdge *edges, guint n_edges, guint *ranks);

/**
 * dem_layers_order:
 * @edges: each from one layer to the very next
 * @ranks: of the nodes
 * @orders: (out): by node: its place in its layer, from 0
 *
 * Orders the nodes in each layer so that few edges cross: dot's second phase. Where edges need not cross at
 * all they don't. Where Graphviz cannot do it, the order is that of the nodes.
 */
void dem_layers_order (
    guint n_nodes, const DemLayerEdge *edges, guint n_edges, const guint *ranks, guint *orders);

G_END_DECLS
