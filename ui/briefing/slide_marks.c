/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/slide_marks.h"

#include <math.h>

#include "ui/common/paint.h"
#include "ui/common/palette.h"

#define LASER (14.0 / 1920) /* radius as a share of the width */
#define LIGHT (220.0 / 1920)
#define DARKNESS 0.72

struct _DemSlideMarks
{
  GtkWidget parent_instance;

  DemTalkTool tool;
  DemTalkScreen screen;
  double x, y;
  GPtrArray *strokes; /* nullable */
  GArray *stroke;     /* double */
};

G_DEFINE_FINAL_TYPE (DemSlideMarks, dem_slide_marks, GTK_TYPE_WIDGET)

/* The same ink on every slide: bright enough for dark ones, strong enough for light ones. */
static const DemPalette *
get_ink (void)
{
  return dem_palette_get (TRUE, FALSE);
}

static void
draw_disc (GtkSnapshot *snapshot, double x, double y, double radius, const GdkRGBA *color)
{
  dem_paint_rounded (snapshot, x - radius, y - radius, 2 * radius, 2 * radius, radius, color);
}

static void
draw_laser (GtkSnapshot *snapshot, double x, double y, double width)
{
  const GdkRGBA *red = &get_ink ()->stance[0];
  GdkRGBA halo = dem_paint_fade (red, 0.35);

  draw_disc (snapshot, x, y, 1.9 * LASER * width, &halo);
  draw_disc (snapshot, x, y, LASER * width, red);
}

static void
draw_light (GtkSnapshot *snapshot, double x, double y, double width, double height)
{
  cairo_t *cr = dem_paint_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA dark = dem_paint_fade (&dem_palette_get (TRUE, TRUE)->view, DARKNESS);

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_arc (cr, x, y, LIGHT * width, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &dark);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_stroke (cairo_t *cr, const double *points, guint n, double share, double width, double height)
{
  if (n == 0)
    return;
  cairo_set_line_width (cr, share * width);
  cairo_move_to (cr, points[0] * width, points[1] * height);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[2 * i] * width, points[2 * i + 1] * height);
  cairo_stroke (cr);
}

static void
draw_strokes (DemSlideMarks *self, GtkSnapshot *snapshot, double width, double height)
{
  cairo_t *cr;

  if ((self->strokes == NULL || self->strokes->len == 0) && self->stroke->len == 0)
    return;
  cr = dem_paint_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &get_ink ()->note);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; self->strokes != NULL && i < self->strokes->len; i++)
    {
      const DemStroke *stroke = g_ptr_array_index (self->strokes, i);

      draw_stroke (cr, stroke->points, stroke->n_points, stroke->width, width, height);
    }
  draw_stroke (cr, (const double *) (gpointer) self->stroke->data, self->stroke->len / 2, DEM_PEN_WIDTH, width, height);
  cairo_destroy (cr);
}

static void
draw_pointer (DemSlideMarks *self, GtkSnapshot *snapshot, double width, double height)
{
  double x = self->x * width, y = self->y * height;
  GdkRGBA faint;

  if (isnan (self->x) || isnan (self->y))
    return;
  if (self->tool == DEM_TOOL_LASER)
    draw_laser (snapshot, x, y, width);
  else if (self->tool == DEM_TOOL_SPOTLIGHT)
    draw_light (snapshot, x, y, width, height);
  else if (self->tool == DEM_TOOL_PEN)
    draw_disc (snapshot, x, y, DEM_PEN_WIDTH * width, &get_ink ()->note);
  else if (self->tool == DEM_TOOL_ERASER)
    {
      faint = dem_paint_fade (&get_ink ()->head, 0.5);
      draw_disc (snapshot, x, y, DEM_ERASER_RADIUS * width, &faint);
    }
}

static void
dem_slide_marks_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemSlideMarks *self = DEM_SLIDE_MARKS (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->screen == DEM_SCREEN_BLACK || self->screen == DEM_SCREEN_WHITE)
    {
      dem_paint_rect (snapshot, 0, 0, width, height,
                      &dem_palette_get (self->screen == DEM_SCREEN_BLACK, TRUE)->view);
      return;
    }
  draw_strokes (self, snapshot, width, height);
  draw_pointer (self, snapshot, width, height);
}

static void
dem_slide_marks_dispose (GObject *object)
{
  DemSlideMarks *self = DEM_SLIDE_MARKS (object);

  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_clear_pointer (&self->stroke, g_array_unref);
  G_OBJECT_CLASS (dem_slide_marks_parent_class)->dispose (object);
}

static void
dem_slide_marks_class_init (DemSlideMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_slide_marks_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = dem_slide_marks_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dem_slide_marks_init (DemSlideMarks *self)
{
  self->x = self->y = NAN;
  self->stroke = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dem_slide_marks_new (void)
{
  return g_object_new (DEM_TYPE_SLIDE_MARKS, NULL);
}

void
dem_slide_marks_set_tool (DemSlideMarks *self, DemTalkTool tool)
{
  g_return_if_fail (DEM_IS_SLIDE_MARKS (self));

  self->tool = tool;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_slide_marks_set_pointer (DemSlideMarks *self, double x, double y)
{
  g_return_if_fail (DEM_IS_SLIDE_MARKS (self));

  self->x = x;
  self->y = y;
  if (self->tool != DEM_TOOL_NONE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_slide_marks_set_strokes (DemSlideMarks *self, GPtrArray *strokes)
{
  g_return_if_fail (DEM_IS_SLIDE_MARKS (self));

  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  self->strokes = strokes != NULL ? g_ptr_array_ref (strokes) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_slide_marks_set_stroke (DemSlideMarks *self, const double *points, guint n_points)
{
  g_return_if_fail (DEM_IS_SLIDE_MARKS (self));

  g_array_set_size (self->stroke, 0);
  if (n_points > 0)
    g_array_append_vals (self->stroke, points, 2 * n_points);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_slide_marks_set_screen (DemSlideMarks *self, DemTalkScreen screen)
{
  g_return_if_fail (DEM_IS_SLIDE_MARKS (self));

  self->screen = screen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
