/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/overview.h"

#include <math.h>

#define HANDLE_WIDTH 6.0
#define HANDLE_HEIGHT 16.0
#define HANDLE_REACH 12.0   /* for pointing, to either side */
#define NARROWEST_BRUSH 3.0 /* or it could not be seen */
#define BRUSH_FILL 0.16
#define BRUSH_LINE 1.5
#define BAR_OPACITY 0.55
#define BAR_GAP 2.0
#define NARROWEST_BIN 5.0
#define TALLEST 0.82 /* of the strip */

static void
get_brush (const DemTimelineLayout *layout, double *x0, double *x1)
{
  *x0 = CLAMP (dem_axis_to_x (&layout->overview, layout->axis.first), layout->left,
               layout->right - NARROWEST_BRUSH);
  *x1 = CLAMP (dem_axis_to_x (&layout->overview, layout->axis.last), layout->left + NARROWEST_BRUSH,
               layout->right);
  *x1 = MAX (*x1, *x0 + NARROWEST_BRUSH);
}

/* ---- Bars ---- */

/* A bin is a year, or as many years (or as few months) as make a bar of a fair width. */
static DemDay
bin_begin (gint64 bin, int months)
{
  gint64 month = bin * months;
  gint64 year = month >= 0 ? month / 12 : -((11 - month) / 12);

  return dem_day_from_date (year, (int) (month - year * 12) + 1, 1);
}

static int
bin_months (const DemAxis *axis)
{
  static const int choices[] = { 1, 3, 12, 24, 60, 120, 240, 600, 1200 };
  int months = choices[0];
  double pixels_per_month = dem_axis_pixels_per_day (axis) * 30.44;

  for (guint i = 0; i < G_N_ELEMENTS (choices) && months * pixels_per_month < NARROWEST_BIN; i++)
    months = choices[i];
  while (months * pixels_per_month < NARROWEST_BIN && months < G_MAXINT / 10)
    months *= 10;
  return months;
}

static gint64
first_bin (const DemAxis *axis, int months)
{
  DemDate date = dem_day_to_date ((DemDay) floor (axis->first));
  gint64 month = date.year * 12 + date.month - 1;

  return month >= 0 ? month / months : -((months - 1 - month) / months);
}

static void
draw_bars (const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &painter->context->layout;
  DemTimelineIndex *index = painter->context->index;
  int months = bin_months (&layout->overview);
  gint64 first = first_bin (&layout->overview, months);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint before = 0, tallest = 1;

  for (gint64 bin = first; (double) bin_begin (bin, months) < layout->overview.last; bin++)
    {
      guint until = dem_timeline_index_count_before (index, bin_begin (bin + 1, months));
      guint count = until - before;

      before = until;
      tallest = MAX (tallest, count);
      g_array_append_val (counts, count);
    }

  dem_timeline_ink (painter, &painter->context->palette->head, BAR_OPACITY);
  for (guint i = 0; i < counts->len; i++)
    {
      double x0 = dem_axis_day_begin (&layout->overview, bin_begin (first + i, months));
      double x1 = dem_axis_day_begin (&layout->overview, bin_begin (first + i + 1, months));
      double gap = x1 - x0 > 3 * BAR_GAP ? BAR_GAP : 1;
      guint count = g_array_index (counts, guint, i);
      double height
          = count == 0
                ? 0
                : MAX (2, TALLEST * (layout->overview_bottom - layout->overview_top) * count / tallest);

      x0 = MAX (x0, layout->left);
      x1 = MIN (x1, layout->right);
      if (count > 0 && x1 - gap > x0)
        cairo_rectangle (painter->cr, x0, layout->overview_bottom - 1 - height, x1 - x0 - gap, height);
    }
  cairo_fill (painter->cr);
}

/* ---- The brush and the rest ---- */

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

graphene_rect_t
dem_overview_get_handle (const DemTimelineLayout *layout, gboolean end)
{
  double height = MIN (HANDLE_HEIGHT, layout->overview_bottom - layout->overview_top);
  double middle = (layout->overview_top + layout->overview_bottom) / 2;
  double x0, x1;

  get_brush (layout, &x0, &x1);
  return GRAPHENE_RECT_INIT ((float) ((end ? x1 : x0) - HANDLE_WIDTH / 2), (float) (middle - height / 2), HANDLE_WIDTH,
                             (float) height);
}

static void
draw_brush (const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &painter->context->layout;
  const GdkRGBA *accent = &painter->context->palette->accent;
  double height = layout->overview_bottom - layout->overview_top;
  DemTimelinePainter shapes;
  graphene_rect_t bounds;
  double x0, x1;

  get_brush (layout, &x0, &x1);
  graphene_rect_init (&bounds, (float) x0, (float) layout->overview_top, (float) (x1 - x0), (float) height);
  graphene_rect_inset (&bounds, -HANDLE_WIDTH, -BRUSH_LINE);
  shapes = dem_timeline_begin_shapes (painter, &bounds);
  rounded (shapes.cr, x0, layout->overview_top, x1 - x0, height, 4);
  dem_timeline_ink (&shapes, accent, BRUSH_FILL);
  cairo_fill_preserve (shapes.cr);
  dem_timeline_ink (&shapes, accent, 1);
  cairo_set_line_width (shapes.cr, BRUSH_LINE);
  cairo_stroke (shapes.cr);
  for (gboolean end = FALSE; end <= TRUE; end++)
    {
      graphene_rect_t handle = dem_overview_get_handle (layout, end);

      rounded (shapes.cr, handle.origin.x, handle.origin.y, handle.size.width, handle.size.height, 3);
    }
  cairo_fill (shapes.cr);
  dem_timeline_end_shapes (&shapes);
}

static void
draw_today (const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &painter->context->layout;
  double x = dem_axis_day_end (&layout->overview, painter->context->today);

  if (x < layout->left || x > layout->right)
    return;
  dem_timeline_ink (painter, &painter->context->palette->ink, 0.06);
  cairo_rectangle (painter->cr, x, layout->overview_top, layout->right - x,
                   layout->overview_bottom - layout->overview_top);
  cairo_fill (painter->cr);
  dem_timeline_ink (painter, &painter->context->palette->accent, 1);
  cairo_rectangle (painter->cr, x - 0.5, layout->overview_top, 1,
                   layout->overview_bottom - layout->overview_top);
  cairo_fill (painter->cr);
}

static void
draw_shapes (const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &painter->context->layout;
  DemTimelinePainter shapes = dem_timeline_begin_shapes (
      painter, &GRAPHENE_RECT_INIT ((float) layout->left, (float) layout->overview_top,
                                    (float) (layout->right - layout->left),
                                    (float) (layout->overview_bottom - layout->overview_top)));

  rounded (shapes.cr, layout->left, layout->overview_top, layout->right - layout->left,
           layout->overview_bottom - layout->overview_top, 4);
  dem_timeline_ink (&shapes, &shapes.context->palette->ink, 0.07);
  cairo_fill (shapes.cr);
  draw_bars (&shapes);
  draw_today (&shapes);
  dem_timeline_end_shapes (&shapes);
}

static double
measure (const char *text, gpointer data)
{
  DemLabelCache *labels = data;

  return dem_label_cache_get (labels, text, DEM_TIMELINE_SMALL_TEXT, DEM_TEXT_NORMAL, 0)->width;
}

static void
draw_texts (const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = painter->context;
  const DemTimelineLayout *layout = &context->layout;
  g_autoptr (GArray) ticks = dem_axis_ticks (&layout->overview, measure, context->labels);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (ticks, DemTick, i);
      const DemLabel *label;

      if (tick->label == NULL || !tick->line)
        continue;
      label = dem_label_cache_get (context->labels, tick->label, DEM_TIMELINE_SMALL_TEXT, DEM_TEXT_NORMAL, 0);
      dem_timeline_text (painter, label, tick->label_x, layout->overview_bottom, &context->palette->dim, 1);
    }
}

/* ---- All of it ---- */

static GskRenderNode *
make_strip (const DemTimelinePainter *painter)
{
  DemTimelinePainter strip = *painter;

  strip.snapshot = gtk_snapshot_new ();
  draw_shapes (&strip);
  draw_texts (&strip);
  return gtk_snapshot_free_to_node (strip.snapshot);
}

void
dem_overview_draw (const DemTimelinePainter *painter, DemOverviewMemory *memory)
{
  g_autoptr (GskRenderNode) strip = NULL;

  strip = memory != NULL ? dem_overview_memory_get (memory, painter, make_strip) : make_strip (painter);
  gtk_snapshot_append_node (painter->snapshot, strip);
  draw_brush (painter);
}

/* ---- Pointing ---- */

DemOverviewPart
dem_overview_part_at (const DemTimelineLayout *layout, double x, double y)
{
  double x0, x1, inside;

  if (y < layout->overview_top - 2 || x < layout->left - HANDLE_REACH || x > layout->right + HANDLE_REACH)
    return DEM_OVERVIEW_NOWHERE;
  get_brush (layout, &x0, &x1);
  /* Of a narrow brush a third stays to be taken as a whole. */
  inside = MIN (HANDLE_REACH, (x1 - x0) / 3);
  if (x >= x0 - HANDLE_REACH && x < x0 + inside)
    return DEM_OVERVIEW_START;
  if (x > x1 - inside && x <= x1 + HANDLE_REACH)
    return DEM_OVERVIEW_END;
  return x > x0 && x < x1 ? DEM_OVERVIEW_BRUSH : DEM_OVERVIEW_EMPTY;
}
