/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/value_bar.h"

#include <math.h>

#include "ui/common/paint.h"
#include "ui/common/widget_style.h"

#define TICK_WIDTH 2.0
#define TICK_REACH 3.0 /* beyond the bar, above and below */

struct _DemValueBar
{
  GtkWidget parent_instance;

  int width;
  double value;
  double before;
};

G_DEFINE_FINAL_TYPE (DemValueBar, dem_value_bar, GTK_TYPE_WIDGET)

void
dem_value_bar_paint (GtkSnapshot *snapshot,
                     double x,
                     double y,
                     double width,
                     double height,
                     double value,
                     double before,
                     gboolean rtl,
                     const DemPalette *palette)
{
  double filled = CLAMP (value, 0, 1) * width;
  const GdkRGBA *color = isnan (before) ? &palette->head : &palette->scenario;

  dem_paint_rounded (snapshot, x, y, width, height, height / 2, &palette->track);
  if (filled > 0)
    dem_paint_rounded (snapshot, rtl ? x + width - filled : x, y, filled, height, MIN (height, filled) / 2,
                       color);
  if (!isnan (before))
    {
      double at = CLAMP (before, 0, 1) * (width - TICK_WIDTH);

      dem_paint_rect (snapshot, rtl ? x + width - TICK_WIDTH - at : x + at, y - TICK_REACH, TICK_WIDTH,
                      height + 2 * TICK_REACH, &palette->ink);
    }
}

static void
dem_value_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  double scale = dem_widget_get_text_scale (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) lround (DEM_VALUE_BAR (widget)->width * MIN (scale, 1.5));
  else
    *minimum = *natural = (int) lround ((DEM_VALUE_BAR_HEIGHT + 2 * TICK_REACH) * scale);
}

static void
dem_value_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemValueBar *self = DEM_VALUE_BAR (widget);
  double height = DEM_VALUE_BAR_HEIGHT * dem_widget_get_text_scale (widget);

  dem_value_bar_paint (snapshot, 0, (gtk_widget_get_height (widget) - height) / 2,
                       gtk_widget_get_width (widget), height, self->value, self->before,
                       gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
                       dem_widget_get_palette (widget));
}

static void
dem_value_bar_class_init (DemValueBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dem_value_bar_measure;
  widget_class->snapshot = dem_value_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "valuebar");
}

static void
dem_value_bar_init (DemValueBar *self)
{
  self->width = (int) DEM_VALUE_BAR_WIDTH;
  self->before = NAN;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
dem_value_bar_new (int width)
{
  DemValueBar *self = g_object_new (DEM_TYPE_VALUE_BAR, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}

void
dem_value_bar_set_width (DemValueBar *self, int width)
{
  g_return_if_fail (DEM_IS_VALUE_BAR (self));

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
dem_value_bar_set (DemValueBar *self, double value, double before)
{
  g_return_if_fail (DEM_IS_VALUE_BAR (self));

  self->value = value;
  self->before = before;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
