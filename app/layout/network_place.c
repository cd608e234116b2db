/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/network_place.h"

#include <math.h>
#include <string.h>

#include "app/layout/graph_layout.h"

#define ASPECT 1.5    /* names make boxes wide: stress works in a space that is squeezed by so much */
#define REACH 70.0    /* of a line between two blocks beyond their rims */
#define MOST_TRIED 80 /* blocks whose arrangement is tried in several sizes */
#define STRETCH_COST 0.03
#define TURN_COST 0.0005 /* for a degree; the reader knows where north is */
#define SPREAD 110.0
#define GOLDEN_ANGLE 2.399963229728653

typedef struct
{
  DemNetworkBlocks *blocks;
  DemNetworkGraph *graph;
  GArray *nodes; /* DemGraphNode: by block its head, then, for those with a hull, the hulls */
  GArray *edges; /* DemGraphEdge */
  guint *hull_of;
  guint *component;
} Stress;

static DemNetworkBlock *
get_block (DemNetworkBlocks *self, guint index)
{
  return &g_array_index (self->blocks, DemNetworkBlock, index);
}

/* ---- Where blocks begin ---- */

/* The reader knows the world: hints are scaled to the room that so many blocks take. */
static void
begin_at_hints (DemNetworkBlocks *self)
{
  double n = 0, x = 0, y = 0, far = 0, scale;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DemNetworkBlock *block = get_block (self, i);
      if (block->fixed || !isfinite (block->x) || !isfinite (block->y))
        continue;
      n++;
      x += block->x;
      y += block->y;
    }
  for (guint i = 0; i < self->blocks->len; i++)
    if (!get_block (self, i)->fixed && isfinite (get_block (self, i)->x))
      far = MAX (far, hypot (get_block (self, i)->x - x / n, get_block (self, i)->y - y / n));
  scale = far > 0 ? SPREAD * sqrt (self->blocks->len) / far : 0;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DemNetworkBlock *block = get_block (self, i);
      double turn = GOLDEN_ANGLE * i, out = SPREAD * sqrt (i + 1);
      gboolean hinted = isfinite (block->x) && isfinite (block->y);
      if (block->fixed)
        continue;
      /* Two at one place part in directions of their own. */
      block->x = hinted ? (block->x - x / n) * scale + 8 * cos (turn) : out * cos (turn);
      block->y = hinted ? (block->y - y / n) * scale + 8 * sin (turn) : out * sin (turn);
    }
}

/* Newcomers begin among those they have to do with. */
static void
begin_among_known (DemNetworkBlocks *self, DemNetworkGraph *graph)
{
  const DemNetworkLink *links = dem_network_graph_get_links (graph);
  g_autofree guint *n = g_new0 (guint, self->blocks->len);

  for (guint i = 0; i < self->blocks->len; i++)
    if (!get_block (self, i)->known && !get_block (self, i)->fixed)
      get_block (self, i)->x = get_block (self, i)->y = 0;
  for (guint i = 0; i < 2 * dem_network_graph_count_links (graph); i++)
    {
      const DemNetworkLink *link = &links[i / 2];
      guint to = self->block_of[i % 2 ? link->a : link->b], from = self->block_of[i % 2 ? link->b : link->a];
      DemNetworkBlock *block = get_block (self, to), *other = get_block (self, from);
      if (block->known || block->fixed || !(other->known || other->fixed))
        continue;
      n[to]++;
      block->x += (other->x - block->x) / n[to];
      block->y += (other->y - block->y) / n[to];
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DemNetworkBlock *block = get_block (self, i);
      if (block->known || block->fixed)
        continue;
      block->x += SPREAD * cos (GOLDEN_ANGLE * i);
      block->y += SPREAD * sin (GOLDEN_ANGLE * i);
    }
}

/* ---- Stress: heads among heads, each hull hung behind its head ---- */

/* Half of what a block measures, in the squeezed space in which Graphviz works. */
static double
get_radius (const DemNetworkBlock *block, DemNetworkGraph *graph)
{
  DemBox box = dem_network_block_get_box (block, graph);
  return (box.width / ASPECT + box.height) / 4;
}

static void
add_nodes (Stress *self, gboolean keep)
{
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      const DemNetworkBlock *block = get_block (self->blocks, i);
      gboolean fixed = block->fixed || (keep && block->known);
      DemGraphNode node = { .width = 20, .height = 20, .fixed = fixed };
      dem_network_block_get_head (block, &node.x, &node.y);
      node.x /= ASPECT;
      g_array_append_val (self->nodes, node);
    }
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      const DemNetworkBlock *block = get_block (self->blocks, i);
      DemGraphNode node = { .width = block->hull_width / ASPECT, .height = block->hull_height };
      DemGraphEdge edge = { i, self->nodes->len, get_radius (block, self->graph), 3 };
      if (!dem_network_block_has_hull (block))
        continue;
      node.x = block->x / ASPECT;
      node.y = block->y + block->hull_y;
      node.fixed = keep && block->known;
      self->hull_of[i] = self->nodes->len;
      g_array_append_val (self->nodes, node);
      g_array_append_val (self->edges, edge);
    }
}

static guint
find_component (Stress *self, guint block)
{
  while (self->component[block] != block)
    block = self->component[block] = self->component[self->component[block]];
  return block;
}

static void
add_edge (Stress *self, guint from, guint to, double length, double weight)
{
  DemGraphEdge edge = { from, to, length, weight };

  g_array_append_val (self->edges, edge);
  self->component[find_component (self, from)] = find_component (self, to);
}

/* One edge for each two blocks; heads that have hulls on both sides need room to pass. */
static void
add_edges (Stress *self, guint *degree)
{
  const DemNetworkLink *links = dem_network_graph_get_links (self->graph);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < dem_network_graph_count_links (self->graph); i++)
    {
      guint a = self->blocks->block_of[links[i].a], b = self->blocks->block_of[links[i].b];
      gint64 key = ((gint64) MIN (a, b) << 32) | MAX (a, b);
      const DemNetworkBlock *from = get_block (self->blocks, a), *to = get_block (self->blocks, b);
      double room = REACH;

      if (a == b || !g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        continue;
      degree[a]++;
      degree[b]++;
      if (dem_network_block_has_hull (from) && dem_network_block_has_hull (to))
        room += (get_radius (from, self->graph) + get_radius (to, self->graph)) * 0.55;
      add_edge (self, a, b, room, 1);
    }
}

/* Whoever has to do with nobody else comes to stand at a distance from the busiest. */
static void
join_components (Stress *self, const guint *degree)
{
  guint hub = 0;

  for (guint i = 1; i < self->blocks->blocks->len; i++)
    if (degree[i] > degree[hub])
      hub = i;
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    if (find_component (self, i) != find_component (self, hub))
      add_edge (self, i, hub, 3 * REACH, 0.3);
}

static void
take_positions (Stress *self)
{
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    {
      DemNetworkBlock *block = get_block (self->blocks, i);
      const DemGraphNode *head = &g_array_index (self->nodes, DemGraphNode, i);

      if (dem_network_block_has_hull (block))
        {
          const DemGraphNode *hull = &g_array_index (self->nodes, DemGraphNode, self->hull_of[i]);
          double x = block->x, y = block->y;
          if (hull->fixed)
            continue;
          block->turn = atan2 ((head->y - hull->y) / block->hull_height,
                               (head->x - hull->x) * ASPECT / block->hull_width);
          if (block->fixed)
            dem_network_block_set_head (block, x, y);
          else
            {
              block->x = hull->x * ASPECT;
              block->y = hull->y - block->hull_y;
            }
        }
      else if (!head->fixed)
        {
          block->x = head->x * ASPECT;
          block->y = head->y;
        }
    }
}

static void
run_stress (DemNetworkBlocks *blocks, DemNetworkGraph *graph, gboolean keep)
{
  guint n = blocks->blocks->len;
  Stress self = { blocks, graph };
  g_autofree guint *degree = g_new0 (guint, n);
  g_autofree guint *component = self.component = g_new (guint, n);
  g_autofree guint *hull_of = self.hull_of = g_new0 (guint, n);
  g_autoptr (GArray) nodes = self.nodes = g_array_new (FALSE, TRUE, sizeof (DemGraphNode));
  g_autoptr (GArray) edges = self.edges = g_array_new (FALSE, TRUE, sizeof (DemGraphEdge));

  for (guint i = 0; i < n; i++)
    component[i] = i;
  add_nodes (&self, keep);
  add_edges (&self, degree);
  join_components (&self, degree);
  /* Without Graphviz' plugins everybody stays where he began, which is still a picture. */
  dem_graph_layout_stress ((DemGraphNode *) (gpointer) nodes->data, nodes->len,
                           (DemGraphEdge *) (gpointer) edges->data, edges->len);
  take_positions (&self);
}

/* ---- All together ---- */

/* How large boxes can be shown in a picture of that shape: the larger the better. */
static double
get_fit (const DemBox *boxes, guint n, double aspect)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, boxes[i].x - boxes[i].width / 2);
      right = MAX (right, boxes[i].x + boxes[i].width / 2);
      top = MIN (top, boxes[i].y - boxes[i].height / 2);
      bottom = MAX (bottom, boxes[i].y + boxes[i].height / 2);
    }
  return 1000.0 * MIN (aspect / (right - left), 1.0 / (bottom - top));
}

static void
transform (DemBox *boxes, guint n, double turn, double across, double down)
{
  for (guint i = 0; i < n; i++)
    if (!boxes[i].fixed)
      {
        double x = boxes[i].x * cos (turn) - boxes[i].y * sin (turn);
        double y = boxes[i].x * sin (turn) + boxes[i].y * cos (turn);
        boxes[i].x = x * across;
        boxes[i].y = y * down;
      }
}

/* Stress knows distances but not the shape of the picture: tries the arrangement turned, in several widths
 * and heights, parted where boxes overlap, and keeps the one that can be shown largest. */
static void
fit_picture (DemBox *boxes, guint n, double aspect)
{
  static const double turns[] = { 0, 20, -20, 40, -40, 60, -60, 80, -80, 110, -110, 140, -140, 180 };
  g_autofree DemBox *best = g_memdup2 (boxes, n * sizeof *boxes);
  g_autofree DemBox *tried = g_new (DemBox, n);
  double most = -INFINITY;

  if (n == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    for (double across = 0.35; across < 1.6; across *= 1.35)
      for (double down = 0.15; down < 1.2; down *= 1.4)
        {
          double fit = -STRETCH_COST * fabs (log (across / down)) - TURN_COST * fabs (turns[i]);
          memcpy (tried, boxes, n * sizeof *tried);
          transform (tried, n, turns[i] * G_PI / 180, across, down);
          dem_boxes_separate (tried, n, DEM_NETWORK_GAP);
          fit += get_fit (tried, n, aspect);
          if (fit <= most)
            continue;
          most = fit;
          memcpy (best, tried, n * sizeof *tried);
        }
  memcpy (boxes, best, n * sizeof *best);
}

static void
separate (DemNetworkBlocks *self, DemNetworkGraph *graph, gboolean fresh, gboolean shelve)
{
  guint n = self->blocks->len;
  g_autofree DemBox *boxes = g_new (DemBox, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    boxes[i] = dem_network_block_get_box (get_block (self, i), graph);
  if (shelve)
    dem_boxes_shelve (boxes, n, DEM_NETWORK_GAP, dem_network_graph_get_aspect (graph));
  else if (fresh && n <= MOST_TRIED)
    fit_picture (boxes, n, dem_network_graph_get_aspect (graph));
  dem_boxes_separate (boxes, n, DEM_NETWORK_GAP);
  for (guint i = 0; i < n; i++)
    if (!boxes[i].fixed)
      dem_network_block_set_box (get_block (self, i), &boxes[i]);
}

/* A head that gets its first members, or loses the last, stays where it is; the hull is hung on its outer
 * side. */
static void
carry_heads (DemNetworkBlocks *self)
{
  double x = 0, y = 0, n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    if (get_block (self, i)->known)
      {
        x += get_block (self, i)->old_x;
        y += get_block (self, i)->old_y;
        n++;
      }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DemNetworkBlock *block = get_block (self, i);
      gboolean had_hull = !isnan (block->turn);
      if (!block->known || had_hull == dem_network_block_has_hull (block))
        continue;
      block->turn = had_hull ? NAN : atan2 (y / n - block->old_y, x / n - block->old_x);
      dem_network_block_set_head (block, block->old_x, block->old_y);
    }
}

void
dem_network_blocks_place (DemNetworkBlocks *self, DemNetworkGraph *graph)
{
  guint n = self->blocks->len, n_new = 0;
  gboolean keep, too_many = n > DEM_GRAPH_LAYOUT_LIMIT;

  for (guint i = 0; i < n; i++)
    n_new += !get_block (self, i)->known && !get_block (self, i)->fixed;
  keep = n_new * 3 <= n;
  carry_heads (self);
  if (n_new > 0 && n_new == n)
    begin_at_hints (self);
  else if (n_new > 0)
    begin_among_known (self, graph);
  if (n_new > 0 && !too_many)
    run_stress (self, graph, keep);
  separate (self, graph, n_new == n, too_many && !keep);
}
