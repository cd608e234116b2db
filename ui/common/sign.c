/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/sign.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/widget_style.h"

#define GLYPH_HALF 3.75
#define CROSS_HALF 2.75
#define STROKE 2.0

struct _DemSignIcon
{
  GtkWidget parent_instance;

  DemSign sign;
};

G_DEFINE_FINAL_TYPE (DemSignIcon, dem_sign_icon, GTK_TYPE_WIDGET)

const GdkRGBA *
dem_sign_get_color (DemSign sign, const DemPalette *palette)
{
  return sign == DEM_SIGN_FOR ? &palette->stance[3] : &palette->stance[1];
}

const char *
dem_sign_get_word (DemSign sign)
{
  switch (sign)
    {
    case DEM_SIGN_THESIS:
      return _("thesis");
    case DEM_SIGN_FOR:
      return _("for");
    case DEM_SIGN_AGAINST:
      return _("against");
    case DEM_SIGN_UNDERCUT:
      return _("breaks the link");
    case DEM_SIGN_NONE:
    default:
      return _("claim");
    }
}

static void
trace_shape (cairo_t *cr, DemSign sign, double radius)
{
  if (sign != DEM_SIGN_AGAINST)
    {
      cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
      return;
    }
  for (int i = 0; i < 8; i++)
    cairo_line_to (cr, radius * 1.05 * cos (G_PI / 8 + i * G_PI / 4),
                   radius * 1.05 * sin (G_PI / 8 + i * G_PI / 4));
  cairo_close_path (cr);
}

static void
trace_glyph (cairo_t *cr, DemSign sign)
{
  double half = sign == DEM_SIGN_UNDERCUT ? CROSS_HALF : GLYPH_HALF;

  if (sign == DEM_SIGN_UNDERCUT)
    {
      cairo_move_to (cr, -half, -half);
      cairo_line_to (cr, half, half);
      cairo_move_to (cr, half, -half);
      cairo_line_to (cr, -half, half);
      return;
    }
  cairo_move_to (cr, -half, 0);
  cairo_line_to (cr, half, 0);
  if (sign == DEM_SIGN_FOR)
    {
      cairo_move_to (cr, 0, -half);
      cairo_line_to (cr, 0, half);
    }
}

void
dem_sign_paint (
    GtkSnapshot *snapshot, DemSign sign, double x, double y, double scale, const DemPalette *palette)
{
  double reach = (DEM_SIGN_RADIUS + STROKE) * scale;
  cairo_t *cr;

  if (sign == DEM_SIGN_NONE || sign == DEM_SIGN_THESIS)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (x - reach), (float) (y - reach),
                                                                 (float) (2 * reach), (float) (2 * reach)));
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  trace_shape (cr, sign, DEM_SIGN_RADIUS - STROKE / 2);
  gdk_cairo_set_source_rgba (cr, &palette->view);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, dem_sign_get_color (sign, palette));
  cairo_set_line_width (cr, STROKE);
  cairo_stroke (cr);
  trace_glyph (cr, sign);
  gdk_cairo_set_source_rgba (cr, &palette->ink);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
dem_sign_icon_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = (int) ceil (2 * DEM_SIGN_RADIUS * dem_widget_get_text_scale (widget)) + 1;
}

static void
dem_sign_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  dem_sign_paint (snapshot, DEM_SIGN_ICON (widget)->sign, gtk_widget_get_width (widget) / 2.0,
                  gtk_widget_get_height (widget) / 2.0, dem_widget_get_text_scale (widget),
                  dem_widget_get_palette (widget));
}

static void
dem_sign_icon_class_init (DemSignIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dem_sign_icon_measure;
  widget_class->snapshot = dem_sign_icon_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sign");
}

static void
dem_sign_icon_init (DemSignIcon *self)
{
}

GtkWidget *
dem_sign_icon_new (DemSign sign)
{
  DemSignIcon *self = g_object_new (DEM_TYPE_SIGN_ICON, "valign", GTK_ALIGN_CENTER, NULL);

  self->sign = sign;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dem_sign_get_word (sign), -1);
  return GTK_WIDGET (self);
}
