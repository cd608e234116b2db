/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/swing_bar.h"

#include <math.h>

#include "ui/common/paint.h"
#include "ui/common/sign.h"
#include "ui/common/widget_style.h"

#define WIDTH 44
#define HEIGHT 8
#define AXIS 1.0

struct _DemSwingBar
{
  GtkWidget parent_instance;

  double change;
  double most;
};

G_DEFINE_FINAL_TYPE (DemSwingBar, dem_swing_bar, GTK_TYPE_WIDGET)

static void
dem_swing_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  double scale = dem_widget_get_text_scale (widget);

  *minimum = *natural = (int) lround (orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH * MIN (scale, 1.5)
                                                                                : 2 * HEIGHT * scale);
}

static void
dem_swing_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemSwingBar *self = DEM_SWING_BAR (widget);
  const DemPalette *palette = dem_widget_get_palette (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean leftwards = (self->change < 0) != rtl;
  double width = gtk_widget_get_width (widget), height = HEIGHT * dem_widget_get_text_scale (widget);
  double length = self->most > 0 ? MIN (fabs (self->change) / self->most, 1) * (width - AXIS) : 0;
  double y = (gtk_widget_get_height (widget) - height) / 2;
  const GdkRGBA *color = dem_sign_get_color (self->change < 0 ? DEM_SIGN_AGAINST : DEM_SIGN_FOR, palette);

  dem_paint_rect (snapshot, leftwards ? width - AXIS - length : AXIS, y, length, height, color);
  dem_paint_rect (snapshot, leftwards ? width - AXIS : 0, y - height / 2, AXIS, 2 * height, &palette->dim);
}

static void
dem_swing_bar_class_init (DemSwingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dem_swing_bar_measure;
  widget_class->snapshot = dem_swing_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "swingbar");
}

static void
dem_swing_bar_init (DemSwingBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
dem_swing_bar_new (double change, double most)
{
  DemSwingBar *self = g_object_new (DEM_TYPE_SWING_BAR, NULL);

  self->change = change;
  self->most = most;
  return GTK_WIDGET (self);
}
