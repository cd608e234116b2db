/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/room.h"

#include <math.h>

#define EDGE 3.0          /* left free at the edge of the picture */
#define MARKER_MARGIN 1.0 /* and around markers */
#define ARC_COST 8.0

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

double
dem_map_room_get_cost (const DemMapRoom *self, const graphene_rect_t *rect, guint mine, guint arc)
{
  if (is_off_screen (self, rect) || is_on_marker (self, rect))
    return INFINITY;

  double cost = 0.0;
  for (guint i = 0; i < self->taken->len; i++)
    if (i != mine && touches (&g_array_index (self->taken, graphene_rect_t, i), rect))
      cost += DEM_MAP_FULL;
  for (guint i = 0; i < self->n_reserved; i++)
    if (touches (&self->reserved[i], rect))
      cost += DEM_MAP_FULL;
  for (guint i = 0; i < self->arcs->len; i++)
    if (dem_map_arc_crosses (&g_array_index (self->arcs, DemMapArc, i), rect))
      cost += i == arc ? DEM_MAP_FULL : ARC_COST;
  return cost;
}
