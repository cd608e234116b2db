/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_picture.h"

#include <math.h>

#include "ui/map/network_fold.h"
#include "ui/map/network_labels.h"
#include "ui/map/network_legend.h"
#include "ui/map/network_lines.h"

#define MARGIN 28.0       /* around everybody at home, for names that reach beyond; at text scale 1 */
#define FOOT 20.0         /* around the legend */
#define LEGEND 36.0       /* two rows of it at text scale 1 */
#define NEAREST_HOME 1.25 /* a few actors are not blown up to fill the picture */
#define PIN_SIZE 12.0

/* ---- Cameras ---- */

static double
get_margin (PangoContext *pango)
{
  return MARGIN * MAX (dem_map_get_text_scale (pango), 1);
}

static double
get_foot (PangoContext *pango)
{
  return FOOT + LEGEND * dem_map_get_text_scale (pango);
}

DemStageCamera
dem_network_camera_home (DemNetworkLayout *layout, PangoContext *pango, double width, double height)
{
  double x, y, wide, high, scale, foot = get_foot (pango), margin = get_margin (pango);

  dem_network_layout_get_bounds (layout, &x, &y, &wide, &high);
  scale = MIN ((width - 2 * margin) / MAX (wide, 1), (height - MARGIN - foot) / MAX (high, 1));
  scale = CLAMP (scale, 0.01, NEAREST_HOME);
  return (DemStageCamera){ x + wide / 2, y + high / 2 + (foot - MARGIN) / 2 / scale, scale };
}

double
dem_network_get_aspect (PangoContext *pango, double width, double height)
{
  return CLAMP ((width - 2 * get_margin (pango)) / MAX (height - MARGIN - get_foot (pango), 1), 0.6, 3.0);
}

/* ---- Where marks stand ---- */

static void
add_signs (DemNetworkPicture *self, DemNetworkLayout *layout, DemStageCamera camera)
{
  const DemNetworkSpot *spots = dem_network_layout_get_spots (layout);

  for (guint i = 0; i < dem_network_content_get_actors (self->content)->len; i++)
    {
      DemNetworkSign sign = { .fold = DEM_NETWORK_NO_NODE,
                              .x = (spots[i].x - camera.x) * camera.zoom + self->width / 2,
                              .y = (spots[i].y - camera.y) * camera.zoom + self->height / 2 };
      g_array_append_val (self->signs, sign);
    }
}

static void
add_hulls (DemNetworkPicture *self, DemNetworkLayout *layout, DemStageCamera camera)
{
  const DemNetworkSpot *spots = dem_network_layout_get_spots (layout);
  for (guint i = 0; i < self->signs->len; i++)
    {
      DemNetworkHull hull = { .actor = i,
                              .x = (spots[i].hull_x - camera.x) * camera.zoom + self->width / 2,
                              .y = (spots[i].hull_y - camera.y) * camera.zoom + self->height / 2,
                              .width = spots[i].hull_width * camera.zoom,
                              .height = spots[i].hull_height * camera.zoom };
      if (hull.width > 0)
        g_array_append_val (self->hulls, hull);
    }
}

graphene_rect_t
dem_network_picture_get_head_box (DemNetworkPicture *self, guint index)
{
  const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, index);
  double width = 2 * DEM_NETWORK_HEAD, height = 2 * DEM_NETWORK_HEAD;

  switch (dem_network_picture_get_actor (self, index)->head.kind)
    {
    case DEM_ACTOR_ORGANISATION:
      width = height = 17.5;
      break;
    case DEM_ACTOR_GROUP:
      width = 21;
      height = 18.5;
      break;
    case DEM_ACTOR_STATE:
      width = height = 2 * DEM_NETWORK_RING;
      break;
    case DEM_ACTOR_PERSON:
    default:
      break;
    }
  return GRAPHENE_RECT_INIT ((float) (sign->x - width / 2), (float) (sign->y - height / 2), (float) width,
                             (float) height);
}

graphene_rect_t
dem_network_picture_get_pin_box (DemNetworkPicture *self, guint index)
{
  const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, index);

  return GRAPHENE_RECT_INIT ((float) (sign->x + DEM_NETWORK_RING - 1),
                             (float) (sign->y - DEM_NETWORK_RING - PIN_SIZE + 1), (float) PIN_SIZE,
                             (float) PIN_SIZE);
}

/* ---- The picture ---- */

static void
draw_shapes (cairo_t *cr, gpointer data)
{
  dem_network_picture_draw_shapes (data, cr);
}

static void
clear_label (gpointer data)
{
  g_clear_pointer (&((DemNetworkLabel *) data)->spells, g_array_unref);
}

DemNetworkPicture *
dem_network_picture_new (DemNetworkContent *content,
                         DemNetworkLayout *layout,
                         double width,
                         double height,
                         DemStageCamera camera,
                         int scale_factor)
{
  DemNetworkPicture *self = g_new0 (DemNetworkPicture, 1);

  self->content = dem_network_content_ref (content);
  self->width = width;
  self->height = height;
  self->scale_factor = scale_factor;
  self->signs = g_array_new (FALSE, TRUE, sizeof (DemNetworkSign));
  self->hulls = g_array_new (FALSE, TRUE, sizeof (DemNetworkHull));
  self->folds = g_array_new (FALSE, TRUE, sizeof (DemNetworkFold));
  self->arcs = g_array_new (FALSE, TRUE, sizeof (DemMapArc));
  self->labels = g_array_new (FALSE, TRUE, sizeof (DemNetworkLabel));
  g_array_set_clear_func (self->labels, clear_label);
  if (layout != NULL)
    {
      add_signs (self, layout, camera);
      add_hulls (self, layout, camera);
      dem_network_fold (self, camera.zoom);
      dem_network_lines_draw_up (self, layout);
    }
  /* Lines are many and stand: they can be drawn while names look for room. */
  if (scale_factor > 0 && self->arcs->len > DEM_MAP_MANY_ARCS)
    self->raster = dem_map_raster_new (width, height, scale_factor, draw_shapes, self);
  self->legend = dem_network_legend_new (self);
  dem_map_legend_lay_out (self->legend, width, height, scale_factor > 0);
  if (layout != NULL)
    dem_network_labels_place (self, camera.zoom);
  return self;
}

void
dem_network_picture_free (DemNetworkPicture *self)
{
  g_clear_pointer (&self->raster, dem_map_raster_free);
  dem_network_content_unref (self->content);
  g_array_unref (self->signs);
  g_array_unref (self->hulls);
  g_array_unref (self->folds);
  g_array_unref (self->arcs);
  g_array_unref (self->labels);
  dem_map_legend_free (self->legend);
  g_free (self);
}
