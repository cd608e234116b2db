/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

PangoLayout *
dem_paint_layout (PangoContext *pango, const char *text, double points, DemTextStyle style)
{
  PangoLayout *layout = pango_layout_new (pango);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (pango));
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_size (font, (int) lround (points * PANGO_SCALE));
  if (style == DEM_TEXT_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (style == DEM_TEXT_ITALIC)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
dem_paint_measure (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
}

double
dem_paint_line_height (PangoContext *pango, double points)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (pango));
  PangoFontMetrics *metrics;
  double height;

  pango_font_description_set_size (font, (int) lround (points * PANGO_SCALE));
  metrics = pango_context_get_metrics (pango, font, NULL);
  height = (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  return ceil (height * 1.25);
}

void
dem_paint_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

void
dem_paint_text_halo (GtkSnapshot *snapshot,
                     PangoLayout *layout,
                     double x,
                     double y,
                     const GdkRGBA *color,
                     const GdkRGBA *halo,
                     double width)
{
  PangoRectangle ink;
  graphene_rect_t bounds;
  cairo_t *cr;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  graphene_rect_init (&bounds, (float) (x + ink.x - width), (float) (y + ink.y - width),
                      (float) (ink.width + 2 * width), (float) (ink.height + 2 * width));
  cr = dem_paint_cairo (snapshot, &bounds);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * width);
  gdk_cairo_set_source_rgba (cr, halo);
  cairo_stroke (cr);
  cairo_destroy (cr);
  dem_paint_text (snapshot, layout, x, y, color);
}

cairo_t *
dem_paint_cairo (GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  float x = floorf (bounds->origin.x), y = floorf (bounds->origin.y);
  float width = ceilf (bounds->origin.x + bounds->size.width) - x;
  float height = ceilf (bounds->origin.y + bounds->size.height) - y;
  g_autoptr (GskRenderNode) node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, -x, -y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  return cr;
}

void
dem_paint_keep (cairo_t *cr, cairo_surface_t *surface)
{
  /* One key a picture: a recording may hold several. */
  cairo_surface_set_user_data (cairo_get_target (cr), (const cairo_user_data_key_t *) surface,
                               cairo_surface_reference (surface), (cairo_destroy_func_t) cairo_surface_destroy);
}

void
dem_paint_rect (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
dem_paint_rounded (GtkSnapshot *snapshot,
                   double x,
                   double y,
                   double width,
                   double height,
                   double radius,
                   const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

GdkRGBA
dem_paint_fade (const GdkRGBA *color, double opacity)
{
  GdkRGBA faded = *color;

  faded.alpha *= (float) opacity;
  return faded;
}

const char *
dem_kind_get_word (DemKind kind)
{
  static const char *const words[DEM_N_KINDS] = {
    [DEM_KIND_NONE] = N_("Dossier"),       [DEM_KIND_SOURCE] = N_("Source"),
    [DEM_KIND_PARAGRAPH] = N_("Paragraph"), [DEM_KIND_PLACE] = N_("Place"),
    [DEM_KIND_ACTOR] = N_("Actor"),        [DEM_KIND_PAIR] = N_("Relation"),
    [DEM_KIND_RELATION] = N_("Phase"),     [DEM_KIND_EVENT] = N_("Event"),
    [DEM_KIND_CLAIM] = N_("Claim"),        [DEM_KIND_INFERENCE] = N_("Inference"),
    [DEM_KIND_SCENARIO] = N_("Scenario"),  [DEM_KIND_STOP] = N_("Stop"),
  };

  g_return_val_if_fail (kind < DEM_N_KINDS, "");

  return _(words[kind]);
}
