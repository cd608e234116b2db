/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/halo.h"

#include <math.h>

#include "ui/common/paint.h"

/* A halo that was drawn, and for what. */
typedef struct
{
  cairo_surface_t *surface;
  GdkRGBA color;
  double width;
  int scale_factor;
  graphene_rect_t bounds; /* around the layout's corner */
} Halo;

static void
free_halo (gpointer data)
{
  cairo_surface_destroy (((Halo *) data)->surface);
  g_free (data);
}

static Halo *
draw_halo (PangoLayout *layout, const GdkRGBA *color, double width, int scale_factor)
{
  Halo *self = g_new0 (Halo, 1);
  double margin = ceil (width) + 1;
  PangoRectangle ink;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  self->color = *color;
  self->width = width;
  self->scale_factor = scale_factor;
  graphene_rect_init (&self->bounds, (float) (ink.x - margin), (float) (ink.y - margin),
                      (float) (ink.width + 2 * margin), (float) (ink.height + 2 * margin));
  self->surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) self->bounds.size.width * scale_factor,
                                    (int) self->bounds.size.height * scale_factor);
  cairo_surface_set_device_scale (self->surface, scale_factor, scale_factor);
  cairo_t *cr = cairo_create (self->surface);
  cairo_move_to (cr, -self->bounds.origin.x, -self->bounds.origin.y);
  pango_cairo_layout_path (cr, layout);
  /* Its edge is soft already; names appear by the dozen while the map moves. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, 0.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * width);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return self;
}

static const Halo *
get_halo (PangoLayout *layout, const GdkRGBA *color, double width, int scale_factor)
{
  static GQuark quark;
  if (quark == 0)
    quark = g_quark_from_static_string ("dem-map-halo");

  Halo *halo = g_object_get_qdata (G_OBJECT (layout), quark);
  if (halo == NULL || halo->scale_factor != scale_factor || halo->width != width
      || !gdk_rgba_equal (&halo->color, color))
    {
      halo = draw_halo (layout, color, width, scale_factor);
      g_object_set_qdata_full (G_OBJECT (layout), quark, halo, free_halo);
    }
  return halo;
}

void
dem_map_draw_text (GtkSnapshot *snapshot,
                   PangoLayout *layout,
                   double x,
                   double y,
                   const GdkRGBA *color,
                   const GdkRGBA *halo,
                   double width,
                   int scale_factor)
{
  if (scale_factor == 0)
    {
      dem_paint_text_halo (snapshot, layout, x, y, color, halo, width);
      return;
    }
  const Halo *drawn = get_halo (layout, halo, width, scale_factor);
  graphene_rect_t bounds = drawn->bounds;
  x = round (x);
  y = round (y);
  graphene_rect_offset (&bounds, (float) x, (float) y);
  cairo_t *cr = dem_paint_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, drawn->surface, bounds.origin.x, bounds.origin.y);
  cairo_paint (cr);
  cairo_destroy (cr);
  dem_paint_text (snapshot, layout, x, y, color);
}
