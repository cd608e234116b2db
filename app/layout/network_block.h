/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/layout/boxes.h"
#include "app/layout/network_graph.h"

G_BEGIN_DECLS

/**
 * DemNetworkMemory: where a node stood, for the layouts that follow.
 * @x: (and @y): its block's place: of a block with members the middle of their lattice's upper edge, else the
 * node's point
 * @head_x: (and @head_y): its own point
 * @turn: where on the hull's rim it stood, an angle in radians; NAN for members and for heads without members
 * @columns: of its lattice, or 0
 * @slot: of a member in its head's lattice
 */
typedef struct
{
  double x, y;
  double head_x, head_y;
  double turn;
  guint columns;
  guint slot;
} DemNetworkMemory;

/**
 * DemNetworkBlock:
 * @members: nodes, in the graph's order
 * @lattice: (and @lattice_y): where the upper edge of the members' lattice is
 * @hull_y: the hull's middle below that edge; it stands evenly to both sides
 * @turn: where on the rim the head stands
 * @old_x: (and @old_y): where the head's point was in the layout before
 * @known: it stood somewhere in the layout before
 *
 * What is moved as one: a head with the hull of its members, or a node that has none.
 */
typedef struct
{
  guint head;
  GArray *members;
  double x, y;
  double hull_y;
  double hull_width, hull_height;
  double turn;
  double old_x, old_y;
  guint columns;
  gboolean known;
  gboolean fixed;
} DemNetworkBlock;

/**
 * DemNetworkBlocks:
 *
 * The blocks of a graph, each laid out in itself.
 */
typedef struct
{
  GArray *blocks;   /* DemNetworkBlock */
  guint *block_of;  /* by node */
  double *member_x; /* by node, from its block's place */
  double *member_y;
  guint *slot_of; /* by node */
} DemNetworkBlocks;

/* @memories: id → DemNetworkMemory, of those who stood somewhere before */
DemNetworkBlocks *dem_network_blocks_new (DemNetworkGraph *graph, GHashTable *memories);
void dem_network_blocks_free (DemNetworkBlocks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNetworkBlocks, dem_network_blocks_free)

/* How much room a block needs, with its head wherever on the rim; and the block moved so that it is in that
 * box. */
DemBox dem_network_block_get_box (const DemNetworkBlock *self, DemNetworkGraph *graph);
void dem_network_block_set_box (DemNetworkBlock *self, const DemBox *box);

/* The head's point; and the block moved so that it is there. */
void dem_network_block_get_head (const DemNetworkBlock *self, double *x, double *y);
void dem_network_block_set_head (DemNetworkBlock *self, double x, double y);

static inline gboolean
dem_network_block_has_hull (const DemNetworkBlock *self)
{
  return self->members != NULL;
}

G_END_DECLS
