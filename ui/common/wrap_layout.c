/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/wrap_layout.h"

struct _DemWrapLayout
{
  GtkLayoutManager parent_instance;

  int gap;
  int line_gap;
};

G_DEFINE_FINAL_TYPE (DemWrapLayout, dem_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A line of children: from the first up to the one that no longer fits. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* nullable: not part of it */
  int height;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_child_width (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
get_child_height (GtkWidget *child, int child_width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
  return height;
}

static Line
take_line (DemWrapLayout *self, GtkWidget *first, int width)
{
  Line line = { first, NULL, 0 };
  int used = 0;

  for (GtkWidget *child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_child_width (child, width);

      if (child != first && used + self->gap + child_width > width)
        {
          line.end = child;
          return line;
        }
      used += child_width + (child != first ? self->gap : 0);
      line.height = MAX (line.height, get_child_height (child, child_width));
    }
  return line;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (DemWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  for (GtkWidget *child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (child != first ? self->gap : 0);
    }
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
  DemWrapLayout *self = DEM_WRAP_LAYOUT (manager);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      Line line = take_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size);

      height += line.height + (line.end != NULL ? self->line_gap : 0);
      child = line.end;
    }
  *minimum = *natural = height;
}

static void
allocate_line (DemWrapLayout *self, GtkWidget *widget, const Line *line, int width, int y)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_child_width (child, width);
      int height = get_child_height (child, child_width);

      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ rtl ? width - x - child_width : x,
                                                  y + (line->height - height) / 2, child_width, height },
                                -1);
      x += child_width + self->gap;
    }
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  DemWrapLayout *self = DEM_WRAP_LAYOUT (manager);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      allocate_line (self, widget, &line, width, y);
      y += line.height + self->line_gap;
      child = line.end;
    }
}

static void
dem_wrap_layout_class_init (DemWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
dem_wrap_layout_init (DemWrapLayout *self)
{
}

GtkLayoutManager *
dem_wrap_layout_new (int gap, int line_gap)
{
  DemWrapLayout *self = g_object_new (DEM_TYPE_WRAP_LAYOUT, NULL);

  self->gap = gap;
  self->line_gap = line_gap;
  return GTK_LAYOUT_MANAGER (self);
}
