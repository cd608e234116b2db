/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/spread_layout.h"

#define GAP 8

struct _DemSpreadLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DemSpreadLayout, dem_spread_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int minimum;
  int natural;
} Widths;

static Widths
measure_width (GtkWidget *child)
{
  Widths widths;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &widths.minimum, &widths.natural, NULL, NULL);
  return widths;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static gboolean
fits (GtkWidget *first, GtkWidget *second, int width)
{
  return width < 0 || measure_width (first).natural + GAP + measure_width (second).natural <= width;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget), *second = gtk_widget_get_last_child (widget);
  Widths a = measure_width (first), b = measure_width (second);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (a.minimum, b.minimum);
      *natural = a.natural + GAP + b.natural;
    }
  else if (fits (first, second, for_size))
    *minimum = *natural = MAX (measure_height (first, -1), measure_height (second, -1));
  else
    *minimum = *natural = measure_height (first, for_size) + measure_height (second, for_size);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget), *second = gtk_widget_get_last_child (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int end = measure_width (second).natural;

  if (fits (first, second, width))
    {
      gtk_widget_size_allocate (first, &(GtkAllocation){ rtl ? end + GAP : 0, 0, width - GAP - end, height },
                                -1);
      gtk_widget_size_allocate (second, &(GtkAllocation){ rtl ? 0 : width - end, 0, end, height }, -1);
      return;
    }
  end = measure_height (second, width);
  gtk_widget_size_allocate (first, &(GtkAllocation){ 0, 0, width, height - end }, -1);
  gtk_widget_size_allocate (second, &(GtkAllocation){ 0, height - end, width, end }, -1);
}

static void
dem_spread_layout_class_init (DemSpreadLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
dem_spread_layout_init (DemSpreadLayout *self)
{
}
