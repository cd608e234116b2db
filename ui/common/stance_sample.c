/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/stance_sample.h"

#include "ui/common/widget_style.h"

#define WIDTH 30
#define HEIGHT 14

struct _DemStanceSample
{
  GtkWidget parent_instance;

  DemStance stance;
};

G_DEFINE_FINAL_TYPE (DemStanceSample, dem_stance_sample, GTK_TYPE_WIDGET)

static void
dem_stance_sample_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
dem_stance_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_widget_get_palette (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_move_to (cr, 1, height / 2);
  cairo_line_to (cr, width - 1, height / 2);
  dem_stance_stroke (cr, DEM_STANCE_SAMPLE (widget)->stance, palette, &palette->view, 1, 0.9);
  cairo_destroy (cr);
}

static void
dem_stance_sample_class_init (DemStanceSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dem_stance_sample_measure;
  widget_class->snapshot = dem_stance_sample_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stance");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dem_stance_sample_init (DemStanceSample *self)
{
}

GtkWidget *
dem_stance_sample_new (DemStance stance)
{
  DemStanceSample *self = g_object_new (DEM_TYPE_STANCE_SAMPLE, "valign", GTK_ALIGN_CENTER, NULL);

  self->stance = stance;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), dem_stance_get_word (stance));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dem_stance_get_word (stance), -1);
  return GTK_WIDGET (self);
}
