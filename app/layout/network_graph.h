/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DEM_NETWORK_NO_NODE G_MAXUINT

/**
 * DemNetworkNode:
 * @id: by which it is found again in another layout
 * @head: index of the node (a state, say) to whom it belongs and in whose hull it stands, or %DEM_NETWORK_NO_NODE. A
 * node that is somebody's head itself has none
 * @width: of the box that is to stand free, mark and name, evenly to both sides of its point
 * @above: (and @below): how far that box reaches from its point
 * @hint_x: (and @hint_y): where it should rather stand if nothing else speaks against it, in any unit, or NAN
 * @pin_x: (and @pin_y): where the reader has put it, or NAN
 */
typedef struct
{
  const char *id;
  guint head;
  double width, above, below;
  double hint_x, hint_y;
  double pin_x, pin_y;
} DemNetworkNode;

typedef struct
{
  guint a, b;
} DemNetworkLink;

/**
 * DemNetworkGraph:
 *
 * Who is to be laid out, and who has to do with whom. It is filled on one thread and not changed afterwards;
 * reference counted.
 */
typedef struct _DemNetworkGraph DemNetworkGraph;

DemNetworkGraph *dem_network_graph_new (void);
DemNetworkGraph *dem_network_graph_ref (DemNetworkGraph *self);
void dem_network_graph_unref (DemNetworkGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNetworkGraph, dem_network_graph_unref)

/* The index of the new node; its strings are copied, its head may follow later. */
guint dem_network_graph_add_node (DemNetworkGraph *self, const DemNetworkNode *node);
void dem_network_graph_add_link (DemNetworkGraph *self, guint a, guint b);

/* How much wider than high the picture is that a first layout should fill, 1.6 by default. */
void dem_network_graph_set_aspect (DemNetworkGraph *self, double aspect);
double dem_network_graph_get_aspect (DemNetworkGraph *self);

guint dem_network_graph_count_nodes (DemNetworkGraph *self);
guint dem_network_graph_count_links (DemNetworkGraph *self);
const DemNetworkNode *dem_network_graph_get_nodes (DemNetworkGraph *self);
const DemNetworkLink *dem_network_graph_get_links (DemNetworkGraph *self);

/* The same with one node pinned. (transfer full) */
DemNetworkGraph *dem_network_graph_copy_pinned (DemNetworkGraph *self, guint node, double x, double y);

/* Whether both would be laid out alike, in whatever picture. */
gboolean dem_network_graph_equal (DemNetworkGraph *a, DemNetworkGraph *b);

G_END_DECLS
