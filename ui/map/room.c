/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/room.h"

#include <math.h>

#define EDGE 3.0          /* left free at the edge of the picture */
#define MARKER_MARGIN 1.0 /* and around markers */
#define ARC_COST 8.0
#define MOST_PLATES 200 /* for which room is looked for */

static gboolean
touches (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return a->origin.x < b->origin.x + b->size.width && b->origin.x < a->origin.x + a->size.width
         && a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height;
}

static gboolean
is_off_screen (const DemMapRoom *self, const graphene_rect_t *rect)
{
  return rect->origin.x < EDGE || rect->origin.y < EDGE
         || rect->origin.x + rect->size.width > self->viewport->width - EDGE
         || rect->origin.y + rect->size.height > self->viewport->height - EDGE;
}

static gboolean
is_on_marker (const DemMapRoom *self, const graphene_rect_t *rect)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      double half = dem_map_spot_get_radius (spot) + MARKER_MARGIN;
      graphene_rect_t marker = GRAPHENE_RECT_INIT ((float) (spot->x - half), (float) (spot->y - half),
                                                   (float) (2 * half), (float) (2 * half));
      if (spot->host == i && touches (&marker, rect))
        return TRUE;
    }
  return FALSE;
}

gboolean
dem_map_room_is_reserved (const DemMapRoom *self, const graphene_rect_t *rect)
{
  for (guint i = 0; i < self->reserved->len; i++)
    if (touches (&g_array_index (self->reserved, graphene_rect_t, i), rect))
      return TRUE;
  return FALSE;
}

double
dem_map_room_get_cost (const DemMapRoom *self, const graphene_rect_t *rect, guint mine, guint arc)
{
  if (is_off_screen (self, rect) || is_on_marker (self, rect))
    return INFINITY;

  double cost = 0.0;
  for (guint i = 0; i < self->taken->len; i++)
    if (i != mine && touches (&g_array_index (self->taken, graphene_rect_t, i), rect))
      cost += DEM_MAP_FULL;
  if (dem_map_room_is_reserved (self, rect))
    cost += DEM_MAP_FULL;
  for (guint i = 0; i < self->arcs->len; i++)
    if (dem_map_arc_crosses (&g_array_index (self->arcs, DemMapArc, i), rect))
      cost += i == arc ? DEM_MAP_FULL : ARC_COST;
  return cost;
}

/* ---- What is looked at first ---- */

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemMapRoom *room = data;
  GArray *posts = dem_map_content_get_posts (room->content);
  const DemMapPost *x = &g_array_index (posts, DemMapPost, *(const guint *) a);
  const DemMapPost *y = &g_array_index (posts, DemMapPost, *(const guint *) b);
  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->dimmed != y->dimmed)
    return x->dimmed ? 1 : -1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return strcmp (x->name, y->name);
}

static gboolean
is_in_view (const DemMapRoom *room, const DemMapSpot *spot, guint index)
{
  return spot->host == index && spot->x >= 0 && spot->y >= 0 && spot->x <= room->viewport->width
         && spot->y <= room->viewport->height;
}

/* The spots in view, the most important first. */
GArray *
dem_map_room_sort_spots (const DemMapRoom *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->spots->len; i++)
    if (is_in_view (self, &g_array_index (self->spots, DemMapSpot, i), i))
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_importance, (gpointer) self);
  g_array_set_size (order, MIN (order->len, MOST_PLATES));
  return order;
}
