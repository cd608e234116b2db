/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/value_bar.h"

#include <adwaita.h>
#include <math.h>

#include "ui/common/paint.h"
#include "ui/common/widget_style.h"

#define TICK_WIDTH 2.0
#define TICK_REACH 3.0 /* beyond the bar, above and below */
#define RANGE_GAP 1.0
#define RANGE_HEIGHT 2.0
#define DURATION 300 /* milliseconds */

struct _DemValueBar
{
  GtkWidget parent_instance;

  int width;
  double height;
  double target; /* where @value is going */
  double value;  /* as drawn now, on its way to the animation's end */
  double before;
  DemBounds range;
  AdwAnimation *animation;
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

void
dem_value_bar_paint_range (GtkSnapshot *snapshot,
                           double x,
                           double y,
                           double width,
                           double height,
                           DemBounds range,
                           gboolean rtl,
                           const DemPalette *palette)
{
  double low = CLAMP (range.low, 0, 1) * width, high = CLAMP (range.high, 0, 1) * width;
  double length = MAX (high - low, RANGE_HEIGHT);

  if (isnan (range.low) || isnan (range.high))
    return;
  dem_paint_rect (snapshot, rtl ? x + width - low - length : x + low, y + height + RANGE_GAP, length,
                  RANGE_HEIGHT, &palette->dim);
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
    *minimum = *natural = (int) lround ((DEM_VALUE_BAR (widget)->height + 2 * TICK_REACH) * scale);
}

static void
dem_value_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemValueBar *self = DEM_VALUE_BAR (widget);
  double height = self->height * dem_widget_get_text_scale (widget);

  dem_value_bar_paint (snapshot, 0, (gtk_widget_get_height (widget) - height) / 2,
                       gtk_widget_get_width (widget), height, self->value, self->before,
                       gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
                       dem_widget_get_palette (widget));
  dem_value_bar_paint_range (
      snapshot, 0, (gtk_widget_get_height (widget) - height) / 2, gtk_widget_get_width (widget), height,
      self->range, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, dem_widget_get_palette (widget));
}

static void
on_step (double value, DemValueBar *self)
{
  self->value = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dem_value_bar_dispose (GObject *object)
{
  g_clear_object (&DEM_VALUE_BAR (object)->animation);

  G_OBJECT_CLASS (dem_value_bar_parent_class)->dispose (object);
}

static void
dem_value_bar_class_init (DemValueBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_value_bar_dispose;
  widget_class->measure = dem_value_bar_measure;
  widget_class->snapshot = dem_value_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "valuebar");
}

static void
dem_value_bar_init (DemValueBar *self)
{
  self->width = (int) DEM_VALUE_BAR_WIDTH;
  self->height = DEM_VALUE_BAR_HEIGHT;
  self->before = NAN;
  self->range = DEM_BOUNDS_NONE;
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
dem_value_bar_set_height (DemValueBar *self, double height)
{
  g_return_if_fail (DEM_IS_VALUE_BAR (self));

  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
dem_value_bar_set (DemValueBar *self, double value, double before)
{
  g_return_if_fail (DEM_IS_VALUE_BAR (self));

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  self->value = self->target = value;
  self->before = before;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_value_bar_move (DemValueBar *self, double value, double before)
{
  AdwAnimationTarget *target;

  g_return_if_fail (DEM_IS_VALUE_BAR (self));

  self->before = before;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (value == self->target)
    return;
  self->target = value;
  if (self->animation == NULL)
    {
      target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) on_step, self, NULL);
      self->animation = adw_timed_animation_new (GTK_WIDGET (self), self->value, value, DURATION, target);
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
    }
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), self->value);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), value);
  adw_animation_play (self->animation);
}

void
dem_value_bar_set_range (DemValueBar *self, DemBounds range)
{
  g_return_if_fail (DEM_IS_VALUE_BAR (self));

  self->range = range;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
