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

/* ---- Made once for a picture ---- */

static graphene_rect_t
get_marker (const DemMapSpot *spot)
{
  double half = dem_map_spot_get_radius (spot) + MARKER_MARGIN;
  return GRAPHENE_RECT_INIT ((float) (spot->x - half), (float) (spot->y - half), (float) (2 * half),
                             (float) (2 * half));
}

/* Piece by piece: the rectangle around a long arc is mostly empty. */
static void
add_arc (DemMapGrid *grid, const DemMapArc *arc, guint index)
{
  for (guint i = 1; i < DEM_MAP_ARC_POINTS; i++)
    {
      const graphene_point_t *a = &arc->points[i - 1], *b = &arc->points[i];
      dem_map_grid_add (grid,
                        &GRAPHENE_RECT_INIT (MIN (a->x, b->x), MIN (a->y, b->y), fabsf (a->x - b->x),
                                             fabsf (a->y - b->y)),
                        index);
    }
}

static gboolean
is_in_view (const DemMapViewport *viewport, const DemMapSpot *spot, double margin)
{
  return spot->x >= -margin && spot->y >= -margin && spot->x <= viewport->width + margin
         && spot->y <= viewport->height + margin;
}

void
dem_map_room_init (DemMapRoom *self,
                   DemMapContent *content,
                   const DemMapViewport *viewport,
                   GArray *spots,
                   GArray *arcs)
{
  *self = (DemMapRoom){ content, viewport, spots, arcs };
  self->taken = g_array_new (FALSE, TRUE, sizeof (graphene_rect_t));
  self->reserved = g_array_new (FALSE, TRUE, sizeof (graphene_rect_t));
  self->marker_grid = dem_map_grid_new (viewport->width, viewport->height, spots->len);
  for (guint i = 0; i < spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (spots, DemMapSpot, i);
      graphene_rect_t marker = get_marker (spot);
      if (spot->host == i && is_in_view (viewport, spot, 2 * DEM_MAP_RING))
        dem_map_grid_add (self->marker_grid, &marker, i);
    }
  dem_map_room_update_arcs (self);
}

void
dem_map_room_update_arcs (DemMapRoom *self)
{
  g_clear_pointer (&self->arc_grid, dem_map_grid_free);
  self->arc_grid = dem_map_grid_new (self->viewport->width, self->viewport->height, self->arcs->len);
  for (guint i = 0; i < self->arcs->len; i++)
    add_arc (self->arc_grid, &g_array_index (self->arcs, DemMapArc, i), i);
}

void
dem_map_room_clear (DemMapRoom *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
  g_clear_pointer (&self->named, g_array_unref);
  g_clear_pointer (&self->reserved, g_array_unref);
  g_clear_pointer (&self->marker_grid, dem_map_grid_free);
  g_clear_pointer (&self->arc_grid, dem_map_grid_free);
}

/* ---- What a place costs ---- */

static gboolean
is_on_marker (const DemMapRoom *self, const graphene_rect_t *rect)
{
  DemMapGrid *grid = self->marker_grid;

  dem_map_grid_find (grid, rect);
  for (guint i = dem_map_grid_next (grid, 0); i != G_MAXUINT; i = dem_map_grid_next (grid, i + 1))
    {
      graphene_rect_t marker = get_marker (&g_array_index (self->spots, DemMapSpot, i));
      if (touches (&marker, rect))
        return TRUE;
    }
  return FALSE;
}

static double
get_arc_cost (const DemMapRoom *self, const graphene_rect_t *rect, guint arc)
{
  DemMapGrid *grid = self->arc_grid;
  double cost = 0.0;

  dem_map_grid_find (grid, rect);
  for (guint i = dem_map_grid_next (grid, 0); i != G_MAXUINT; i = dem_map_grid_next (grid, i + 1))
    if (dem_map_arc_crosses (&g_array_index (self->arcs, DemMapArc, i), rect))
      cost += i == arc ? DEM_MAP_FULL : ARC_COST;
  return cost;
}

gboolean
dem_map_room_is_reserved (const DemMapRoom *self, const graphene_rect_t *rect)
{
  for (guint i = 0; i < self->reserved->len; i++)
    if (touches (&g_array_index (self->reserved, graphene_rect_t, i), rect))
      return TRUE;
  return FALSE;
}

static gboolean
is_on_label (const DemMapRoom *self, const graphene_rect_t *rect, guint label, guint mine)
{
  return label != mine && touches (&g_array_index (self->taken, graphene_rect_t, label), rect);
}

double
dem_map_room_get_cost (const DemMapRoom *self, const graphene_rect_t *rect, guint mine, guint arc)
{
  if (is_off_screen (self, rect) || is_on_marker (self, rect))
    return INFINITY;

  double cost = 0.0;
  for (guint i = 0; self->named != NULL && i < self->named->len; i++)
    if (is_on_label (self, rect, g_array_index (self->named, guint, i), mine))
      cost += DEM_MAP_FULL;
  for (guint i = self->named != NULL ? self->spots->len : 0; i < self->taken->len; i++)
    if (is_on_label (self, rect, i, mine))
      cost += DEM_MAP_FULL;
  if (dem_map_room_is_reserved (self, rect))
    cost += DEM_MAP_FULL;
  return cost + get_arc_cost (self, rect, arc);
}

/* ---- What is looked at first ---- */

GArray *
dem_map_room_sort_spots (const DemMapRoom *self)
{
  const guint *importance = dem_map_content_get_post_order (self->content);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->spots->len && order->len < MOST_PLATES; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, importance[i]);
      if (spot->host == importance[i] && is_in_view (self->viewport, spot, 0))
        g_array_append_val (order, importance[i]);
    }
  return order;
}
