/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/map/network_labels.h"

#define MARGIN 28.0       /* around everybody at home, for names that reach beyond */
#define FOOT 56.0         /* for the legend */
#define NEAREST_HOME 1.25 /* a few actors are not blown up to fill the picture */
#define FOLD_SCALE 0.45   /* below it heads would lie on one another */
#define COUNT_POINTS 10.0
#define BUTTONS_WIDTH 172.0
#define RIM_GAP 2.0
#define PIN_SIZE 12.0

/* ---- Cameras ---- */

DemNetworkCamera
dem_network_camera_home (DemNetworkLayout *layout, double width, double height)
{
  double x, y, wide, high, scale;

  dem_network_layout_get_bounds (layout, &x, &y, &wide, &high);
  scale = MIN ((width - 2 * MARGIN) / MAX (wide, 1), (height - MARGIN - FOOT) / MAX (high, 1));
  scale = CLAMP (scale, 0.01, NEAREST_HOME);
  return (DemNetworkCamera){ x + wide / 2, y + high / 2 + (FOOT - MARGIN) / 2 / scale, scale };
}

double
dem_network_get_aspect (double width, double height)
{
  return CLAMP ((width - 2 * MARGIN) / MAX (height - MARGIN - FOOT, 1), 0.6, 3.0);
}

/* ---- Where marks stand ---- */

static void
add_signs (DemNetworkPicture *self, DemNetworkLayout *layout, DemNetworkCamera camera)
{
  const DemNetworkSpot *spots = dem_network_layout_get_spots (layout);

  for (guint i = 0; i < dem_network_content_get_actors (self->content)->len; i++)
    {
      const DemNetworkActor *actor = dem_network_picture_get_actor (self, i);
      DemNetworkSign sign = { .x = (spots[i].x - camera.x) * camera.scale + self->width / 2,
                              .y = (spots[i].y - camera.y) * camera.scale + self->height / 2 };
      sign.folded = actor->within != DEM_NO_NODE && camera.scale < FOLD_SCALE && !actor->head.selected;
      g_array_append_val (self->signs, sign);
    }
}

static void
set_count (DemNetworkPicture *self, DemNetworkHull *hull, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);
  double width, height;

  hull->count = dem_network_content_get_layout (self->content, text, COUNT_POINTS, DEM_TEXT_NORMAL, 0);
  dem_paint_measure (hull->count, &width, &height);
  hull->count_box = GRAPHENE_RECT_INIT ((float) round (hull->x - width / 2),
                                        (float) round (hull->y - height / 2), (float) width, (float) height);
}

static void
add_hulls (DemNetworkPicture *self, DemNetworkLayout *layout, DemNetworkCamera camera)
{
  const DemNetworkSpot *spots = dem_network_layout_get_spots (layout);
  g_autofree guint *n_folded = g_new0 (guint, self->signs->len + 1);

  for (guint i = 0; i < self->signs->len; i++)
    if (g_array_index (self->signs, DemNetworkSign, i).folded)
      n_folded[dem_network_picture_get_actor (self, i)->within]++;
  for (guint i = 0; i < self->signs->len; i++)
    {
      DemNetworkHull hull = { .actor = i,
                              .x = (spots[i].hull_x - camera.x) * camera.scale + self->width / 2,
                              .y = (spots[i].hull_y - camera.y) * camera.scale + self->height / 2,
                              .width = spots[i].hull_width * camera.scale,
                              .height = spots[i].hull_height * camera.scale };
      if (hull.width == 0)
        continue;
      if (n_folded[i] > 0)
        set_count (self, &hull, n_folded[i]);
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

/* ---- Lines ---- */

static double
get_radius (DemNetworkPicture *self, guint actor)
{
  return dem_network_picture_get_actor (self, actor)->head.kind == DEM_ACTOR_STATE ? DEM_NETWORK_RING
                                                                                   : DEM_NETWORK_HEAD;
}

static void
add_arcs (DemNetworkPicture *self, DemNetworkLayout *layout)
{
  GArray *ties = dem_network_content_get_ties (self->content);
  const double *bends = dem_network_layout_get_bends (layout);

  for (guint i = 0; i < ties->len; i++)
    {
      const DemNetworkTie *tie = &g_array_index (ties, DemNetworkTie, i);
      const DemNetworkSign *a = &g_array_index (self->signs, DemNetworkSign, tie->a);
      const DemNetworkSign *b = &g_array_index (self->signs, DemNetworkSign, tie->b);
      DemMapArc arc = { .tie = i, .from = tie->a, .to = tie->b };

      if (a->folded || b->folded
          || hypot (b->x - a->x, b->y - a->y) < get_radius (self, tie->a) + get_radius (self, tie->b))
        continue;
      dem_map_arc_init (&arc, GRAPHENE_POINT_INIT ((float) a->x, (float) a->y),
                        GRAPHENE_POINT_INIT ((float) b->x, (float) b->y), bends[i],
                        get_radius (self, tie->a) + RIM_GAP, get_radius (self, tie->b) + RIM_GAP);
      g_array_append_val (self->arcs, arc);
    }
}

/* ---- The picture ---- */

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
                         DemNetworkCamera camera,
                         int scale_factor)
{
  DemNetworkPicture *self = g_new0 (DemNetworkPicture, 1);

  self->content = dem_network_content_ref (content);
  self->width = width;
  self->height = height;
  self->scale_factor = scale_factor;
  self->signs = g_array_new (FALSE, TRUE, sizeof (DemNetworkSign));
  self->hulls = g_array_new (FALSE, TRUE, sizeof (DemNetworkHull));
  self->arcs = g_array_new (FALSE, TRUE, sizeof (DemMapArc));
  self->labels = g_array_new (FALSE, TRUE, sizeof (DemNetworkLabel));
  g_array_set_clear_func (self->labels, clear_label);
  self->legend = dem_network_legend_new (content);
  dem_map_legend_lay_out (self->legend, scale_factor > 0 ? width - BUTTONS_WIDTH : width, height);
  if (layout == NULL)
    return self;
  add_signs (self, layout, camera);
  add_hulls (self, layout, camera);
  add_arcs (self, layout);
  dem_network_labels_place (self, scale_factor > 0, camera.scale);
  return self;
}

void
dem_network_picture_free (DemNetworkPicture *self)
{
  dem_network_content_unref (self->content);
  g_array_unref (self->signs);
  g_array_unref (self->hulls);
  g_array_unref (self->arcs);
  g_array_unref (self->labels);
  dem_map_legend_free (self->legend);
  g_free (self);
}
