/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/layout/network_graph.h"

G_BEGIN_DECLS

/**
 * DemNetworkSpot: where a node's point is. For a head with members also the ellipse around them, whose rim
 * the point is on (@hull_width is 0 for all others). The members' boxes lie inside.
 */
typedef struct
{
  double x, y;
  double hull_x, hull_y;
  double hull_width, hull_height;
} DemNetworkSpot;

/**
 * DemNetworkLayout:
 *
 * Where everybody stands in a network, in pixels at the sizes that the graph gave, y downwards, the origin
 * anywhere. Heads stand at the rim of the ellipse that holds their members, where it is turned to those they
 * have to do with; members in columns inside. No box overlaps another, unless the reader pinned them so.
 * Immutable, reference counted.
 *
 * Where it can, a layout keeps to the one before: who stood in that one, or in those before it, stands there
 * again; newcomers are fitted in, and others give way no further than they must.
 */
typedef struct _DemNetworkLayout DemNetworkLayout;

/* At once, on this thread. @before is nullable. The same input gives the same layout. (transfer full) */
DemNetworkLayout *dem_network_layout_new (DemNetworkGraph *graph, DemNetworkLayout *before);

/* The same on a worker. Cancelled, its result is dropped; it cannot fail otherwise. */
void dem_network_layout_new_async (DemNetworkGraph *graph,
                                   DemNetworkLayout *before,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback done,
                                   gpointer data);
DemNetworkLayout *dem_network_layout_new_finish (GAsyncResult *result, GError **error);

DemNetworkLayout *dem_network_layout_ref (DemNetworkLayout *self);
void dem_network_layout_unref (DemNetworkLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNetworkLayout, dem_network_layout_unref)

/* The graph that was laid out. (transfer none) */
DemNetworkGraph *dem_network_layout_get_graph (DemNetworkLayout *self);

/* By node, as many as the graph has. */
const DemNetworkSpot *dem_network_layout_get_spots (DemNetworkLayout *self);

/* By link: how a line from a to b should bend to run past the boxes of others: the height of its arc as a
 * share of its length, positive to the right of the way from a to b, 0 for a straight one. */
const double *dem_network_layout_get_bends (DemNetworkLayout *self);

/* The rectangle that holds all boxes, hulls and lines. */
void
dem_network_layout_get_bounds (DemNetworkLayout *self, double *x, double *y, double *width, double *height);

G_END_DECLS
