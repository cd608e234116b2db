/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/network_block.h"

#include <math.h>

#include "app/layout/lattice.h"

#define HULL_PADDING 18.0 /* from the members' boxes to the rim, on which the head's mark stands */
#define LEAST_HULL 96.0
#define HEAD_ROOM 14.0 /* for the head's mark and name outside the hull */

/* ---- A block in itself ---- */

/* The ellipse of the boxes' proportions around them all: only those that stand far out make it larger. */
static void
fit_hull (DemNetworkBlock *block, const DemLatticeItem *items, guint n)
{
  double half_width = 1, bottom = 1, reach = 0;

  for (guint i = 0; i < n; i++)
    {
      half_width = MAX (half_width, fabs (items[i].x) + items[i].width / 2);
      bottom = MAX (bottom, items[i].y + items[i].below);
    }
  for (guint i = 0; i < n; i++)
    {
      double dx = (fabs (items[i].x) + items[i].width / 2) / half_width;
      double top = fabs (items[i].y - items[i].above - bottom / 2),
             low = fabs (items[i].y + items[i].below - bottom / 2);
      reach = MAX (reach, hypot (dx, MAX (top, low) / (bottom / 2)));
    }
  block->hull_y = bottom / 2;
  block->hull_width = MAX (2 * half_width * reach + 2 * HULL_PADDING, LEAST_HULL);
  block->hull_height = MAX (bottom * reach + 2 * HULL_PADDING, LEAST_HULL);
}

static GArray *
make_items (DemNetworkGraph *graph, GHashTable *memories, GArray *members)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (graph);
  GArray *items = g_array_new (FALSE, TRUE, sizeof (DemLatticeItem));

  for (guint i = 0; i < members->len; i++)
    {
      const DemNetworkNode *node = &nodes[g_array_index (members, guint, i)];
      const DemNetworkMemory *memory = g_hash_table_lookup (memories, node->id);
      DemLatticeItem item = { .width = node->width, .above = node->above, .below = node->below };
      item.slot = memory != NULL ? memory->slot : DEM_NO_SLOT;
      g_array_append_val (items, item);
    }
  return items;
}

static void
place_members (DemNetworkBlocks *self,
               DemNetworkBlock *block,
               DemNetworkGraph *graph,
               GHashTable *memories,
               GArray *links)
{
  g_autoptr (GArray) items = make_items (graph, memories, block->members);
  DemLatticeItem *data = (DemLatticeItem *) (gpointer) items->data;

  block->columns = dem_lattice_place (data, items->len, (DemLatticeLink *) (gpointer) links->data, links->len,
                                      block->columns);
  fit_hull (block, data, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      guint node = g_array_index (block->members, guint, i);
      self->member_x[node] = data[i].x;
      self->member_y[node] = data[i].y;
      self->slot_of[node] = data[i].slot;
    }
}

/* ---- All of them ---- */

static void
add_block (DemNetworkBlocks *self, DemNetworkGraph *graph, GHashTable *memories, guint head)
{
  const DemNetworkNode *node = &dem_network_graph_get_nodes (graph)[head];
  const DemNetworkMemory *memory = g_hash_table_lookup (memories, node->id);
  DemNetworkBlock block = { .head = head, .x = node->hint_x, .y = node->hint_y, .turn = NAN };

  /* Who stood in another's hull has no place of its own to come back to. */
  if (memory != NULL && isfinite (memory->x))
    {
      block.x = memory->x;
      block.y = memory->y;
      block.old_x = memory->head_x;
      block.old_y = memory->head_y;
      block.turn = memory->turn;
      block.columns = memory->columns;
      block.known = TRUE;
    }
  self->block_of[head] = self->blocks->len;
  g_array_append_val (self->blocks, block);
}

static gboolean
is_member (DemNetworkGraph *graph, guint node)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (graph);
  guint head = nodes[node].head;

  return head < dem_network_graph_count_nodes (graph) && head != node && nodes[head].head == DEM_NETWORK_NO_NODE;
}

static void
gather_members (DemNetworkBlocks *self, DemNetworkGraph *graph)
{
  for (guint i = 0; i < dem_network_graph_count_nodes (graph); i++)
    if (is_member (graph, i))
      {
        guint head = dem_network_graph_get_nodes (graph)[i].head;
        DemNetworkBlock *block = &g_array_index (self->blocks, DemNetworkBlock, self->block_of[head]);
        if (block->members == NULL)
          block->members = g_array_new (FALSE, FALSE, sizeof (guint));
        self->block_of[i] = self->block_of[head];
        self->slot_of[i] = block->members->len; /* for now: which of the members it is */
        g_array_append_val (block->members, i);
      }
}

/* The links between members of each block, counted among them: (element-type GArray of DemLatticeLink). */
static GPtrArray *
sort_links (DemNetworkBlocks *self, DemNetworkGraph *graph)
{
  GPtrArray *by_block = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const DemNetworkLink *links = dem_network_graph_get_links (graph);

  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (by_block, g_array_new (FALSE, FALSE, sizeof (DemLatticeLink)));
  for (guint i = 0; i < dem_network_graph_count_links (graph); i++)
    if (self->block_of[links[i].a] == self->block_of[links[i].b] && is_member (graph, links[i].a)
        && is_member (graph, links[i].b))
      {
        DemLatticeLink link = { self->slot_of[links[i].a], self->slot_of[links[i].b] };
        g_array_append_val (g_ptr_array_index (by_block, self->block_of[links[i].a]), link);
      }
  return by_block;
}

static void
clear_block (gpointer data)
{
  g_clear_pointer (&((DemNetworkBlock *) data)->members, g_array_unref);
}

DemNetworkBlocks *
dem_network_blocks_new (DemNetworkGraph *graph, GHashTable *memories)
{
  DemNetworkBlocks *self = g_new0 (DemNetworkBlocks, 1);
  guint n = dem_network_graph_count_nodes (graph);
  g_autoptr (GPtrArray) links = NULL;

  self->blocks = g_array_new (FALSE, TRUE, sizeof (DemNetworkBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->block_of = g_new0 (guint, n + 1);
  self->slot_of = g_new0 (guint, n + 1);
  self->member_x = g_new0 (double, n + 1);
  self->member_y = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    if (!is_member (graph, i))
      add_block (self, graph, memories, i);
  gather_members (self, graph);
  links = sort_links (self, graph);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DemNetworkBlock *block = &g_array_index (self->blocks, DemNetworkBlock, i);
      if (dem_network_block_has_hull (block))
        place_members (self, block, graph, memories, g_ptr_array_index (links, i));
    }
  return self;
}

void
dem_network_blocks_free (DemNetworkBlocks *self)
{
  g_array_unref (self->blocks);
  g_free (self->block_of);
  g_free (self->slot_of);
  g_free (self->member_x);
  g_free (self->member_y);
  g_free (self);
}

/* ---- A block among others ---- */

DemBox
dem_network_block_get_box (const DemNetworkBlock *self, DemNetworkGraph *graph)
{
  const DemNetworkNode *head = &dem_network_graph_get_nodes (graph)[self->head];

  if (dem_network_block_has_hull (self))
    return (DemBox){ self->x, self->y + self->hull_y, self->hull_width + 2 * HEAD_ROOM,
                     self->hull_height + 2 * HEAD_ROOM, self->fixed };
  return (DemBox){ self->x, self->y, head->width, 2 * MAX (head->above, head->below), self->fixed };
}

void
dem_network_block_set_box (DemNetworkBlock *self, const DemBox *box)
{
  self->x = box->x;
  self->y = box->y - (dem_network_block_has_hull (self) ? self->hull_y : 0);
}

void
dem_network_block_get_head (const DemNetworkBlock *self, double *x, double *y)
{
  *x = self->x;
  *y = self->y;
  if (dem_network_block_has_hull (self))
    {
      double turn = isnan (self->turn) ? -G_PI_2 : self->turn;
      *x += self->hull_width / 2 * cos (turn);
      *y += self->hull_y + self->hull_height / 2 * sin (turn);
    }
}

void
dem_network_block_set_head (DemNetworkBlock *self, double x, double y)
{
  double from_x, from_y;

  dem_network_block_get_head (self, &from_x, &from_y);
  self->x += x - from_x;
  self->y += y - from_y;
}
