/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/scaler.h"

#include <math.h>

struct _DemScaler
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double scale;
};

G_DEFINE_FINAL_TYPE (DemScaler, dem_scaler, GTK_TYPE_WIDGET)

static void
dem_scaler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
dem_scaler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DemScaler *self = DEM_SCALER (widget);
  GtkRequisition least;

  gtk_widget_get_preferred_size (self->child, &least, NULL);
  gtk_widget_allocate (self->child, MAX ((int) ceil (width / self->scale), least.width),
                       MAX ((int) ceil (height / self->scale), least.height), -1,
                       gsk_transform_scale (NULL, (float) self->scale, (float) self->scale));
}

static void
dem_scaler_dispose (GObject *object)
{
  g_clear_pointer (&DEM_SCALER (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (dem_scaler_parent_class)->dispose (object);
}

static void
dem_scaler_class_init (DemScalerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_scaler_dispose;
  widget_class->measure = dem_scaler_measure;
  widget_class->size_allocate = dem_scaler_size_allocate;
}

static void
dem_scaler_init (DemScaler *self)
{
  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
dem_scaler_new (GtkWidget *child)
{
  DemScaler *self = g_object_new (DEM_TYPE_SCALER, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
dem_scaler_set_scale (DemScaler *self, double scale)
{
  g_return_if_fail (DEM_IS_SCALER (self));
  g_return_if_fail (scale > 0);

  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
