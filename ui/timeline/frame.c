/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/hatch.h"

#define GRID 0.08
#define HAIRLINE 0.14
#define VEIL 0.09
#define GUTTER_LEFT 16.0
#define TAG_PADDING 8.0
#define HANDLE_WIDTH 6.0
#define HANDLE_HEIGHT 16.0
#define TAG_RADIUS 4.0
#define TAG_GAP 6.0 /* to the labels of the axis, where it has to stand among them */

struct _DemFrame
{
  const DemTimelineContext *context;
  GArray *ticks; /* DemTick */
  gboolean has_tag;
  const DemLabel *tag; /* text of today's tag */
  graphene_rect_t tag_bounds;
};

static double
measure (const char *text, gpointer data)
{
  return dem_label_cache_get (data, text, DEM_TIMELINE_TEXT, DEM_TEXT_NORMAL, 0)->width;
}

static double
plot_bottom (const DemTimelineLayout *layout)
{
  /* A row of folded bands has its own time in each. */
  if (layout->folded)
    return layout->bands_top - 3;
  return MAX (layout->overview_top - 7, layout->axis_y);
}

/* ---- Today's tag ---- */

/* The tag stands above the labels of the axis; where the bar is in its way, among them, and they give way. */
static void
place_tag (DemFrame *self, double bar_end)
{
  const DemTimelineLayout *layout = &self->context->layout;
  g_autofree char *today = dem_day_format (self->context->today);
  double width, height, x, y;

  self->has_tag = !layout->compact && !isnan (layout->today_x);
  if (!self->has_tag)
    return;
  self->tag = dem_label_cache_get (self->context->labels, today, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, 0);
  width = self->tag->width + 2 * TAG_PADDING;
  height = self->tag->height + 2;
  x = CLAMP (layout->today_x - width / 2, layout->left, MAX (layout->right - width, layout->left));
  y = MAX (layout->axis_text_y - height - 2, 0);
  if (x < bar_end)
    y = layout->axis_text_y;
  graphene_rect_init (&self->tag_bounds, (float) round (x), (float) round (y), (float) width, (float) height);
}

static gboolean
meets_tag (DemFrame *self, const DemTick *tick)
{
  const graphene_rect_t *tag = &self->tag_bounds;

  return self->has_tag && tag->origin.y >= self->context->layout.axis_text_y
         && tick->label_x < tag->origin.x + tag->size.width + TAG_GAP
         && tick->label_x + tick->label_width > tag->origin.x - TAG_GAP;
}

DemFrame *
dem_frame_new (const DemTimelineContext *context, double bar_end)
{
  DemFrame *self = g_new0 (DemFrame, 1);

  self->context = context;
  self->ticks = dem_axis_ticks (&context->layout.axis, measure, context->labels);
  place_tag (self, bar_end);
  return self;
}

void
dem_frame_free (DemFrame *self)
{
  g_array_unref (self->ticks);
  g_free (self);
}

/* ---- Drawing ---- */

static void
rounded (cairo_t *cr, const graphene_rect_t *bounds, double radius)
{
  double x = bounds->origin.x, y = bounds->origin.y, width = bounds->size.width, height = bounds->size.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_grid (DemFrame *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;
  const GdkRGBA *ink = &self->context->palette->ink;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (self->ticks, DemTick, i);
      double x = round (tick->x);

      if (tick->line && x >= floor (layout->left) && x < layout->right)
        dem_timeline_fill (painter, x, layout->axis_y, 1, plot_bottom (layout) - layout->axis_y, ink, GRID);
    }
  dem_timeline_fill (painter, layout->left, layout->axis_y, layout->right - layout->left, 1, ink, HAIRLINE);
}

static void
draw_future (DemFrame *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double top = ceil (layout->axis_y + 1), bottom = floor (plot_bottom (layout));
  double today = dem_axis_day_end (&layout->axis, self->context->today);
  double begin = round (MAX (today, layout->left));

  if (begin >= layout->right || top >= bottom)
    return;
  /* Of a today that is far away only where a line meets the edge matters. */
  if (today < begin)
    today = begin - fmod (begin - today, DEM_HATCH_PITCH);
  dem_hatch_draw (painter,
                  &GRAPHENE_RECT_INIT ((float) begin, (float) top, (float) (layout->right - begin),
                                       (float) (bottom - top)),
                  today);
}

/* The period that every view filters by, where it is not what is in view. */
static void
draw_veil (DemFrame *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;
  const GdkRGBA *accent = &self->context->palette->accent;
  double x0 = dem_axis_day_begin (&layout->axis, self->context->period.first);
  double x1 = dem_axis_day_end (&layout->axis, self->context->period.last);
  double height = plot_bottom (layout) - layout->axis_y;
  double left = MAX (x0, layout->left), right = MIN (x1, layout->right);

  if (self->context->linked || x1 < layout->left || x0 > layout->right)
    return;
  dem_timeline_fill (painter, left, layout->axis_y, right - left, height, accent, VEIL);
  if (x0 >= layout->left)
    dem_timeline_fill (painter, MAX (round (x0) - 1, layout->left), layout->axis_y, 2, height, accent, 1);
  if (x1 <= layout->right)
    dem_timeline_fill (painter, MIN (round (x1) + 1, layout->right) - 2, layout->axis_y, 2, height, accent, 1);
}

gboolean
dem_frame_get_handle (const DemTimelineContext *context, gboolean end, graphene_rect_t *bounds)
{
  const DemTimelineLayout *layout = &context->layout;
  double x = end ? dem_axis_day_end (&layout->axis, context->period.last)
                 : dem_axis_day_begin (&layout->axis, context->period.first);

  if (context->linked || layout->compact || x < layout->left - 1 || x > layout->right + 1)
    return FALSE;
  graphene_rect_init (bounds, (float) (round (x) - HANDLE_WIDTH / 2), (float) (plot_bottom (layout) - HANDLE_HEIGHT),
                      HANDLE_WIDTH, HANDLE_HEIGHT);
  return TRUE;
}

static void
draw_handle (DemFrame *self, const DemTimelinePainter *painter, gboolean end)
{
  graphene_rect_t bounds;

  if (!dem_frame_get_handle (self->context, end, &bounds))
    return;
  dem_timeline_ink (painter, &self->context->palette->accent, 1);
  rounded (painter->cr, &bounds, HANDLE_WIDTH / 2);
  cairo_fill (painter->cr);
}

void
dem_frame_draw_behind (DemFrame *self, const DemTimelinePainter *painter)
{
  draw_veil (self, painter);
  draw_grid (self, painter);
  draw_future (self, painter);
}

void
dem_frame_draw_above (DemFrame *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double top;

  draw_handle (self, painter, FALSE);
  draw_handle (self, painter, TRUE);
  if (!self->has_tag)
    return;
  top = self->tag_bounds.origin.y + self->tag_bounds.size.height - 1;
  dem_timeline_ink (painter, &self->context->palette->accent, 1);
  cairo_rectangle (painter->cr, round (layout->today_x) - 1, top, 2, plot_bottom (layout) - top);
  cairo_fill (painter->cr);
  rounded (painter->cr, &self->tag_bounds, TAG_RADIUS);
  cairo_fill (painter->cr);
}

static void
draw_name (DemFrame *self, const DemTimelinePainter *painter, const char *name, double middle)
{
  const DemTimelineContext *context = self->context;
  const DemLabel *label = dem_label_cache_get (context->labels, name, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD,
                                               context->layout.left - GUTTER_LEFT - 6);

  dem_timeline_text (painter, label, GUTTER_LEFT, middle - label->height / 2, &context->palette->ink, 1);
}

void
dem_frame_draw_texts (DemFrame *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;

  draw_name (self, painter, _ ("Overview"), (layout->overview_top + layout->overview_bottom) / 2);
  if (layout->compact)
    return;
  if (layout->rows > 0 && !context->grouped)
    draw_name (self, painter, _ ("Events"), layout->lanes_top + layout->row_height / 2);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (self->ticks, DemTick, i);

      if (tick->label != NULL && !meets_tag (self, tick))
        dem_timeline_text (
            painter,
            dem_label_cache_get (context->labels, tick->label, DEM_TIMELINE_TEXT, DEM_TEXT_NORMAL, 0),
            tick->label_x, layout->axis_text_y, &context->palette->dim, 1);
    }
  if (self->has_tag)
    dem_timeline_text (painter, self->tag, self->tag_bounds.origin.x + TAG_PADDING,
                       self->tag_bounds.origin.y + 1, &context->palette->view, 1);
}
