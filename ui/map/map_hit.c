/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ui/map/map_layout.h"

#define LEAST_TARGET 24.0 /* pixels in either direction */
#define ARC_TARGET 6.0    /* on either side */

/* How far a point lies outside a rectangle; 0 inside. */
static double
get_distance (const graphene_rect_t *rect, double x, double y)
{
  double dx = MAX (MAX (rect->origin.x - x, x - rect->origin.x - rect->size.width), 0);
  double dy = MAX (MAX (rect->origin.y - y, y - rect->origin.y - rect->size.height), 0);
  return hypot (dx, dy);
}

typedef struct
{
  DemRef ref;
  double distance;
} Hit;

static void
offer (Hit *hit, DemRef ref, double distance, double reach)
{
  if (distance <= reach && distance < hit->distance)
    *hit = (Hit){ ref, distance };
}

/* Of the heads that a number stands for, the one that comes after the selected: clicking again goes on. */
static DemRef
get_folded (const DemMapLayout *self, const DemMapPlate *plate)
{
  const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, plate->spot);
  const DemMapHead *head = spot->heads->pdata[plate->heads->len];
  return DEM_REF (ACTOR, head->actor);
}

static void
hit_heads (const DemMapLayout *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      /* Heads overlap, the later ones lie above. */
      for (guint j = plate->heads->len; j > 0; j--)
        {
          const DemMapHeadBox *box = &g_array_index (plate->heads, DemMapHeadBox, j - 1);
          offer (hit, DEM_REF (ACTOR, box->head->actor), get_distance (&box->box, x, y), tolerance);
        }
      if (plate->more != NULL)
        offer (hit, get_folded (self, plate), get_distance (&plate->more_box, x, y), tolerance);
    }
}

static void
hit_fans (const DemMapLayout *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (self->fans, DemMapFan, i);
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, fan->spot);
      for (guint j = 0; j < fan->rows->len; j++)
        {
          const DemMapFanRow *row = &g_array_index (fan->rows, DemMapFanRow, j);
          offer (hit, DEM_REF (ACTOR, row->box.head->actor), get_distance (&row->bounds, x, y), tolerance);
        }
      if (fan->more != NULL)
        offer (hit, DEM_REF (ACTOR, ((const DemMapHead *) spot->heads->pdata[fan->rows->len])->actor),
               get_distance (&fan->more_box, x, y), tolerance);
    }
}

static void
hit_markers (const DemMapLayout *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      guint32 state = dem_map_layout_get_post (self, i)->state;
      if (spot->host != i)
        continue;
      DemRef ref = state != DEM_NO_INDEX
                       ? DEM_REF (ACTOR, state)
                       : DEM_REF (ACTOR, ((const DemMapHead *) spot->heads->pdata[0])->actor);
      double radius = dem_map_spot_get_radius (spot);
      double distance = MAX (hypot (spot->x - x, spot->y - y) - radius, 0);
      offer (hit, ref, distance, MAX (tolerance, LEAST_TARGET / 2 - radius));
    }
}

static void
hit_names (const DemMapLayout *self, Hit *hit, double x, double y)
{
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      guint32 state = dem_map_layout_get_post (self, i)->state;
      if (plate->standing != NULL)
        offer (hit, DEM_REF (PAIR, plate->pair), get_distance (&plate->standing_box, x, y), 0);
      if (plate->name != NULL && state != DEM_NO_INDEX)
        offer (hit, DEM_REF (ACTOR, state), get_distance (&plate->bounds, x, y), 0);
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (self->labels, DemMapLabel, i);
      const DemMapTie *tie
          = dem_map_layout_get_tie (self, &g_array_index (self->arcs, DemMapArc, label->arc));
      offer (hit, DEM_REF (PAIR, tie->pair), get_distance (&label->bounds, x, y), 0);
    }
  const graphene_rect_t *unplaced = dem_map_legend_get_unplaced_box (self->legend);
  if (unplaced != NULL)
    offer (hit, DEM_REF (ACTOR, g_array_index (dem_map_content_get_unplaced (self->content), guint32, 0)),
           get_distance (unplaced, x, y), 0);
}

static void
hit_arcs (const DemMapLayout *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
      double reach = MAX (tolerance, ARC_TARGET);
      if (get_distance (&arc->bounds, x, y) <= reach)
        offer (hit, DEM_REF (PAIR, dem_map_layout_get_tie (self, arc)->pair),
               dem_map_arc_distance (arc, x, y), reach);
    }
}

/* Shaded countries stand for their states. */
static void
hit_countries (const DemMapLayout *self, Hit *hit, double x, double y)
{
  DemProjection *projection = dem_map_world_get_projection (dem_map_content_get_world (self->content));

  if (!dem_map_content_has_standings (self->content))
    return;
  const char *code = dem_basemap_country_at (
      dem_projection_longitude (projection, (x - self->viewport.dx) / self->viewport.scale),
      dem_projection_latitude (projection, (y - self->viewport.dy) / self->viewport.scale));
  guint32 state = dem_map_content_find_country (self->content, code);
  if (state != DEM_NO_INDEX)
    offer (hit, DEM_REF (ACTOR, state), 0, 0);
}

/* What is smaller goes first: what lies under the pointer of heads, markers and names, then what is near,
 * then arcs, then countries. */
DemRef
dem_map_layout_hit (const DemMapLayout *self, double x, double y, double tolerance)
{
  Hit hit = { DEM_REF_NONE, INFINITY };

  hit_fans (self, &hit, x, y, 0);
  if (dem_ref_is_none (hit.ref))
    hit_heads (self, &hit, x, y, 0);
  if (dem_ref_is_none (hit.ref))
    hit_markers (self, &hit, x, y, 0);
  if (dem_ref_is_none (hit.ref))
    hit_names (self, &hit, x, y);
  if (dem_ref_is_none (hit.ref))
    {
      hit_heads (self, &hit, x, y, tolerance);
      hit_fans (self, &hit, x, y, tolerance);
    }
  if (dem_ref_is_none (hit.ref))
    hit_arcs (self, &hit, x, y, tolerance);
  if (dem_ref_is_none (hit.ref))
    hit_countries (self, &hit, x, y);
  return hit.ref;
}
