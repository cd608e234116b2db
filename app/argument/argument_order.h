/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/argument_graph.h"

G_BEGIN_DECLS

/**
 * DemArgumentOrder:
 * @n_components: how many strongly connected components the graph has
 * @nodes: all nodes, by component; what bears on a node comes before it, or shares its component
 * @first: by component, one more than there are components: where its nodes begin
 * @component: by node
 * @is_cyclic: by component: whether its nodes bear on themselves, directly or not
 *
 * In what order strengths are computed; private to this room. Found with R. Tarjan, "Depth-first search and
 * linear graph algorithms" (1972), without recursion, in linear time. Immutable, reference counted.
 */
typedef struct
{
  gatomicrefcount references;
  guint n_components;
  guint32 *nodes;
  guint32 *first;
  guint32 *component;
  guint8 *is_cyclic;
} DemArgumentOrder;

/* @fixed: by node: NAN, or a strength that nothing can move: what bears on such a node is left aside */
DemArgumentOrder *dem_argument_order_new (const DemArgumentGraph *graph, const double *fixed);

/**
 * dem_argument_order_new_within:
 *
 * The order of the nodes of one component of @whole alone, for when some of them have been fixed: a circle
 * may then fall apart into several components. Takes time linear in the component.
 */
DemArgumentOrder *dem_argument_order_new_within (const DemArgumentGraph *graph,
                                                 const double *fixed,
                                                 const DemArgumentOrder *whole,
                                                 guint32 component);
DemArgumentOrder *dem_argument_order_ref (DemArgumentOrder *self);
void dem_argument_order_unref (DemArgumentOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArgumentOrder, dem_argument_order_unref)

/* Whether a node stands in a circle. */
static inline gboolean
dem_argument_order_in_circle (const DemArgumentOrder *self, guint32 node)
{
  return self->is_cyclic[self->component[node]];
}

G_END_DECLS
