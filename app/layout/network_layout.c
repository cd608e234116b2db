/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/network_layout.h"

#include <math.h>
#include <string.h>

#include "app/layout/network_bends.h"
#include "app/layout/network_place.h"
#include "app/layout/route.h"
#include "app/layout/untangle.h"

#define RING 20.0           /* box of a head's mark */
#define SIDES 24            /* of a hull that are tried for its head */
#define MANY_LINKS 600      /* beyond that sides and bends are chosen less carefully */
#define TOO_MANY_LINKS 2000 /* beyond that lines stay straight: few of them can be drawn at once */
#define MOST_OTHERS 12      /* whom a head of many looks at when it turns */
#define TURN_COST 15.0      /* for the other side than the stress layout's */
#define MOVE_COST 40.0      /* for any other side than the reader knows */
#define ROUNDS 4
#define CROWD_COST 40.0
#define LINE_ROOM 8.0
#define MOST_UNTANGLED 80 /* blocks */
#define MOST_TANGLED_LINKS 300
#define FEW_TANGLED_LINKS 150 /* up to which there is time for more than one round */
#define UNTANGLE_ROUNDS 3
#define ROUTE_WEIGHT 2.0
#define OVER 60.0 /* what the router takes for a line over a box */
#define OVER_COST 3000.0

struct _DemNetworkLayout
{
  DemNetworkGraph *graph;
  GHashTable *memories; /* id → DemNetworkMemory */
  DemNetworkSpot *spots;
  double *bends;
  double left, top, right, bottom;
  gboolean few_links; /* so that care can be taken */
};

/* ---- What was ---- */

static GHashTable *
copy_memories (DemNetworkLayout *before)
{
  GHashTable *memories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, memory;

  if (before == NULL)
    return memories;
  g_hash_table_iter_init (&iter, before->memories);
  while (g_hash_table_iter_next (&iter, &id, &memory))
    g_hash_table_insert (memories, g_strdup (id), g_memdup2 (memory, sizeof (DemNetworkMemory)));
  return memories;
}

static void
remember (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (self->graph);

  for (guint i = 0; i < dem_network_graph_count_nodes (self->graph); i++)
    {
      const DemNetworkBlock *block = &g_array_index (blocks->blocks, DemNetworkBlock, blocks->block_of[i]);
      const DemNetworkMemory *before = g_hash_table_lookup (self->memories, nodes[i].id);
      DemNetworkMemory *memory;

      /* Whoever is let go returns to where it stood before it was pinned. */
      if (block->head == i && block->fixed && before != NULL && isfinite (before->x))
        continue;
      memory = g_new (DemNetworkMemory, 1);
      if (block->head == i)
        *memory = (DemNetworkMemory){ block->x,
                                      block->y,
                                      self->spots[i].x,
                                      self->spots[i].y,
                                      dem_network_block_has_hull (block) ? block->turn : NAN,
                                      block->columns,
                                      G_MAXUINT };
      else
        *memory = (DemNetworkMemory){ NAN, NAN, NAN, NAN, NAN, 0, blocks->slot_of[i] };
      g_hash_table_replace (self->memories, g_strdup (nodes[i].id), memory);
    }
}

/* ---- What is ---- */

static gboolean
is_pinned (const DemNetworkNode *node)
{
  return isfinite (node->pin_x) && isfinite (node->pin_y);
}

static void
pin_blocks (DemNetworkBlocks *blocks, DemNetworkGraph *graph)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (graph);

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      DemNetworkBlock *block = &g_array_index (blocks->blocks, DemNetworkBlock, i);
      const DemNetworkNode *head = &nodes[block->head];
      if (!is_pinned (head))
        continue;
      if (!isfinite (block->x) || !isfinite (block->y))
        block->x = block->y = 0;
      dem_network_block_set_head (block, head->pin_x, head->pin_y);
      block->fixed = TRUE;
    }
}

static void
set_spots (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (self->graph);

  for (guint i = 0; i < dem_network_graph_count_nodes (self->graph); i++)
    {
      const DemNetworkBlock *block = &g_array_index (blocks->blocks, DemNetworkBlock, blocks->block_of[i]);
      DemNetworkSpot *spot = &self->spots[i];
      if (block->head == i)
        dem_network_block_get_head (block, &spot->x, &spot->y);
      else
        {
          spot->x = is_pinned (&nodes[i]) ? nodes[i].pin_x : block->x + blocks->member_x[i];
          spot->y = is_pinned (&nodes[i]) ? nodes[i].pin_y : block->y + blocks->member_y[i];
        }
      if (block->head != i || !dem_network_block_has_hull (block))
        continue;
      spot->hull_x = block->x;
      spot->hull_y = block->y + block->hull_y;
      spot->hull_width = block->hull_width;
      spot->hull_height = block->hull_height;
    }
}

/* By node; of a head with a hull only the mark, for its name finds room of its own. */
static DemBox *
make_boxes (DemNetworkLayout *self)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (self->graph);
  guint n = dem_network_graph_count_nodes (self->graph);
  DemBox *boxes = g_new (DemBox, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const DemNetworkSpot *spot = &self->spots[i];
      if (spot->hull_width > 0)
        boxes[i] = (DemBox){ spot->x, spot->y, RING, RING };
      else
        boxes[i] = (DemBox){ spot->x, spot->y + (nodes[i].below - nodes[i].above) / 2, nodes[i].width,
                             nodes[i].above + nodes[i].below };
    }
  return boxes;
}

static DemRouter *
make_router (DemNetworkLayout *self)
{
  guint n = dem_network_graph_count_nodes (self->graph);
  g_autofree DemBox *boxes = make_boxes (self);
  g_autoptr (GArray) hulls = g_array_new (FALSE, FALSE, sizeof (DemRouteEllipse));

  for (guint i = 0; i < n; i++)
    if (self->spots[i].hull_width > 0)
      {
        const DemNetworkSpot *spot = &self->spots[i];
        DemRouteEllipse hull = { spot->hull_x, spot->hull_y, spot->hull_width, spot->hull_height };
        g_array_append_val (hulls, hull);
      }
  return dem_router_new (boxes, n, (DemRouteEllipse *) (gpointer) hulls->data, hulls->len);
}

/* ---- Heads turn to those they have to do with ---- */

static double
get_crowding (DemNetworkLayout *self, const DemNetworkBlock *block, double x, double y)
{
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (self->graph);
  double cost = 0;

  for (guint i = 0; i < block->members->len; i++)
    {
      guint node = g_array_index (block->members, guint, i);
      double dx = fabs (x - self->spots[node].x) - nodes[node].width / 2;
      double above = self->spots[node].y - nodes[node].above - y,
             below = y - self->spots[node].y - nodes[node].below;
      if (dx < RING / 2 + 3 && MAX (above, below) < RING / 2 + 3)
        cost += CROWD_COST;
    }
  return cost;
}

static double
get_side_cost (DemNetworkLayout *self, DemRouter *router, DemNetworkBlock *block, GArray *others, double turn)
{
  double cost = isnan (block->turn) ? 0 : TURN_COST * (1 - cos (turn - block->turn));
  DemNetworkBlock at = *block;
  double x, y;

  at.turn = turn;
  dem_network_block_get_head (&at, &x, &y);
  for (guint i = 0; i < others->len && (i < MOST_OTHERS || self->few_links); i++)
    {
      guint other = g_array_index (others, guint, i);
      cost += dem_router_get_cost (router, x, y, self->spots[other].x, self->spots[other].y, 0, block->head,
                                   other);
      cost += 0.02 * hypot (self->spots[other].x - x, self->spots[other].y - y);
    }
  return cost + get_crowding (self, block, x, y);
}

static void
turn_head (DemNetworkLayout *self, DemRouter *router, DemNetworkBlock *block, GArray *others, guint sides)
{
  double least = INFINITY, best = isnan (block->turn) ? -G_PI_2 : block->turn;

  for (guint i = 0; i <= sides; i++)
    {
      /* The side where it is comes first, and stays unless another is better. */
      double turn = i == 0 ? best : 2 * G_PI * (i - 1) / sides - G_PI;
      double cost
          = get_side_cost (self, router, block, others, turn) + (i > 0 && block->known ? MOVE_COST : 0);
      if (cost < least - 1e-6)
        {
          least = cost;
          best = turn;
        }
    }
  block->turn = best;
  dem_network_block_get_head (block, &self->spots[block->head].x, &self->spots[block->head].y);
}

/* By block, the nodes at the other ends of its head's links. */
static GPtrArray *
list_others (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  const DemNetworkLink *links = dem_network_graph_get_links (self->graph);
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < blocks->blocks->len; i++)
    g_ptr_array_add (others, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < dem_network_graph_count_links (self->graph); i++)
    {
      guint a = blocks->block_of[links[i].a], b = blocks->block_of[links[i].b];
      if (a == b)
        continue;
      if (g_array_index (blocks->blocks, DemNetworkBlock, a).head == links[i].a)
        g_array_append_val (g_ptr_array_index (others, a), links[i].b);
      if (g_array_index (blocks->blocks, DemNetworkBlock, b).head == links[i].b)
        g_array_append_val (g_ptr_array_index (others, b), links[i].a);
    }
  return others;
}

static void
turn_heads (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  g_autoptr (DemRouter) router = make_router (self);
  g_autoptr (GPtrArray) others = list_others (self, blocks);
  guint sides = self->few_links ? SIDES : SIDES / 4;

  for (guint round = 0; round < (self->few_links ? ROUNDS : 1); round++)
    for (guint i = 0; i < blocks->blocks->len; i++)
      {
        DemNetworkBlock *block = &g_array_index (blocks->blocks, DemNetworkBlock, i);
        if (dem_network_block_has_hull (block) && !block->fixed)
          turn_head (self, router, block, g_ptr_array_index (others, i), sides);
      }
}

/* ---- Blocks go where lines are short and cross little ---- */

/* From the middle of a block's box to the point of one of its nodes. */
static void
get_offset (DemNetworkLayout *self, const DemBox *box, guint node, double *x, double *y)
{
  *x = self->spots[node].x - box->x;
  *y = self->spots[node].y - box->y;
}

static GArray *
list_lines (DemNetworkLayout *self, DemNetworkBlocks *blocks, const DemBox *boxes)
{
  const DemNetworkLink *links = dem_network_graph_get_links (self->graph);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (DemTangleLine));

  for (guint i = 0; i < dem_network_graph_count_links (self->graph); i++)
    {
      DemTangleLine line = { blocks->block_of[links[i].a], blocks->block_of[links[i].b] };

      if (line.a == line.b)
        continue;
      get_offset (self, &boxes[line.a], links[i].a, &line.ax, &line.ay);
      get_offset (self, &boxes[line.b], links[i].b, &line.bx, &line.by);
      g_array_append_val (lines, line);
    }
  return lines;
}

static DemBox *
make_block_boxes (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  guint n = blocks->blocks->len;
  DemBox *boxes = g_new (DemBox, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    boxes[i] = dem_network_block_get_box (&g_array_index (blocks->blocks, DemNetworkBlock, i), self->graph);
  return boxes;
}

static void
untangle (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  guint n = blocks->blocks->len;
  g_autofree DemBox *boxes = make_block_boxes (self, blocks);
  g_autoptr (GArray) lines = list_lines (self, blocks, boxes);

  dem_boxes_untangle (boxes, n, (DemTangleLine *) (gpointer) lines->data, lines->len, DEM_NETWORK_GAP,
                      dem_network_graph_get_aspect (self->graph));
  for (guint i = 0; i < n; i++)
    if (!boxes[i].fixed)
      dem_network_block_set_box (&g_array_index (blocks->blocks, DemNetworkBlock, i), &boxes[i]);
}

/* How well everything stands, less is better: what lines cost as they will be drawn, and how they cross;
 * first of all how many run over somebody. */
static double
get_disorder (DemNetworkLayout *self, DemNetworkBlocks *blocks)
{
  const DemNetworkLink *links = dem_network_graph_get_links (self->graph);
  g_autofree DemBox *boxes = make_block_boxes (self, blocks);
  g_autoptr (GArray) lines = list_lines (self, blocks, boxes);
  g_autoptr (DemRouter) router = make_router (self);
  double cost = dem_boxes_get_tangle (boxes, blocks->blocks->len, (DemTangleLine *) (gpointer) lines->data,
                                      lines->len);

  dem_network_choose_bends (self->graph, self->spots, router, self->bends);
  for (guint i = 0; i < dem_network_graph_count_links (self->graph); i++)
    {
      const DemNetworkSpot *a = &self->spots[links[i].a], *b = &self->spots[links[i].b];

      double alone
          = dem_router_get_cost (router, a->x, a->y, b->x, b->y, self->bends[i], links[i].a, links[i].b);

      cost += ROUTE_WEIGHT * alone + (alone >= OVER ? OVER_COST : 0);
    }
  return cost;
}

static GArray *
copy_blocks (GArray *blocks)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (DemNetworkBlock));

  return g_array_append_vals (copy, blocks->data, blocks->len);
}

/* Where heads stand on their hulls decides where blocks had better be, and the other way round: the best of
 * some rounds. Who stood somewhere before is not moved for that. */
static void
arrange (DemNetworkLayout *self, DemNetworkBlocks *blocks, gboolean fresh)
{
  gboolean can_untangle = fresh && blocks->blocks->len <= MOST_UNTANGLED
                          && dem_network_graph_count_links (self->graph) <= MOST_TANGLED_LINKS;
  guint most = dem_network_graph_count_links (self->graph) <= FEW_TANGLED_LINKS ? UNTANGLE_ROUNDS : 1;
  g_autoptr (GArray) best = NULL;
  double least = INFINITY;

  for (guint i = 0; i <= (can_untangle ? most : 0); i++)
    {
      double disorder;

      if (i > 0)
        untangle (self, blocks);
      set_spots (self, blocks);
      turn_heads (self, blocks);
      disorder = can_untangle ? get_disorder (self, blocks) : 0;
      if (disorder >= least)
        continue;
      least = disorder;
      g_clear_pointer (&best, g_array_unref);
      best = copy_blocks (blocks->blocks);
    }
  if (best->len > 0)
    memcpy (blocks->blocks->data, best->data, best->len * sizeof (DemNetworkBlock));
  set_spots (self, blocks);
}

/* ---- Lines ---- */

static void
choose_bends (DemNetworkLayout *self)
{
  g_autoptr (DemRouter) router = make_router (self);

  if (dem_network_graph_count_links (self->graph) <= TOO_MANY_LINKS)
    dem_network_choose_bends (self->graph, self->spots, router, self->bends);
}

static void
include (DemNetworkLayout *self, double x, double y, double width, double height)
{
  self->left = MIN (self->left, x - width / 2);
  self->right = MAX (self->right, x + width / 2);
  self->top = MIN (self->top, y - height / 2);
  self->bottom = MAX (self->bottom, y + height / 2);
}

/* The highest point of a bent line. */
static void
include_link (DemNetworkLayout *self, guint index)
{
  const DemNetworkLink *link = &dem_network_graph_get_links (self->graph)[index];
  const DemNetworkSpot *a = &self->spots[link->a], *b = &self->spots[link->b];

  include (self, (a->x + b->x) / 2 - (b->y - a->y) * self->bends[index],
           (a->y + b->y) / 2 + (b->x - a->x) * self->bends[index], LINE_ROOM, LINE_ROOM);
}

static void
measure (DemNetworkLayout *self)
{
  g_autofree DemBox *boxes = make_boxes (self);
  guint n = dem_network_graph_count_nodes (self->graph);

  if (n == 0)
    return;
  self->left = self->top = INFINITY;
  self->right = self->bottom = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      const DemNetworkSpot *spot = &self->spots[i];
      include (self, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
      if (spot->hull_width > 0)
        include (self, spot->hull_x, spot->hull_y, spot->hull_width, spot->hull_height);
    }
  for (guint i = 0; i < dem_network_graph_count_links (self->graph); i++)
    include_link (self, i);
}

/* ---- The object ---- */

DemNetworkLayout *
dem_network_layout_new (DemNetworkGraph *graph, DemNetworkLayout *before)
{
  DemNetworkLayout *self = g_atomic_rc_box_new0 (DemNetworkLayout);
  g_autoptr (DemNetworkBlocks) blocks = NULL;

  g_return_val_if_fail (graph != NULL, NULL);

  self->graph = dem_network_graph_ref (graph);
  self->few_links = dem_network_graph_count_links (graph) <= MANY_LINKS;
  self->memories = copy_memories (before);
  self->spots = g_new0 (DemNetworkSpot, dem_network_graph_count_nodes (graph) + 1);
  self->bends = g_new0 (double, dem_network_graph_count_links (graph) + 1);
  blocks = dem_network_blocks_new (graph, self->memories);
  pin_blocks (blocks, graph);
  dem_network_blocks_place (blocks, graph);
  arrange (self, blocks, before == NULL);
  choose_bends (self);
  measure (self);
  remember (self, blocks);
  return self;
}

DemNetworkLayout *
dem_network_layout_ref (DemNetworkLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_layout (gpointer data)
{
  DemNetworkLayout *self = data;

  dem_network_graph_unref (self->graph);
  g_hash_table_unref (self->memories);
  g_free (self->spots);
  g_free (self->bends);
}

void
dem_network_layout_unref (DemNetworkLayout *self)
{
  g_atomic_rc_box_release_full (self, free_layout);
}

DemNetworkGraph *
dem_network_layout_get_graph (DemNetworkLayout *self)
{
  return self->graph;
}

const DemNetworkSpot *
dem_network_layout_get_spots (DemNetworkLayout *self)
{
  return self->spots;
}

const double *
dem_network_layout_get_bends (DemNetworkLayout *self)
{
  return self->bends;
}

void
dem_network_layout_get_bounds (DemNetworkLayout *self, double *x, double *y, double *width, double *height)
{
  *x = self->left;
  *y = self->top;
  *width = self->right - self->left;
  *height = self->bottom - self->top;
}

/* ---- On a worker ---- */

typedef struct
{
  DemNetworkGraph *graph;
  DemNetworkLayout *before;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  dem_network_graph_unref (job->graph);
  g_clear_pointer (&job->before, dem_network_layout_unref);
  g_free (job);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, dem_network_layout_new (job->graph, job->before),
                           (GDestroyNotify) dem_network_layout_unref);
}

void
dem_network_layout_new_async (DemNetworkGraph *graph,
                              DemNetworkLayout *before,
                              GCancellable *cancellable,
                              GAsyncReadyCallback done,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (graph != NULL);

  job->graph = dem_network_graph_ref (graph);
  job->before = before != NULL ? dem_network_layout_ref (before) : NULL;
  g_task_set_source_tag (task, dem_network_layout_new_async);
  g_task_set_task_data (task, job, free_job);
  g_task_set_check_cancellable (task, TRUE);
  g_task_run_in_thread (task, run_job);
}

DemNetworkLayout *
dem_network_layout_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
