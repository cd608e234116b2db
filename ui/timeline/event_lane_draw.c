/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_lane_private.h"

#include <math.h>

#include "ui/timeline/claim_sign.h"

#define AXIS_DOT_RADIUS 2.5
#define AXIS_DOT_REACH 9.0 /* around its middle, for pointing */
#define BIN_WIDTH 3.0
#define BIN_OPACITY 0.75
#define POSSIBLE_OPACITY 0.6 /* may fall in the period, or not */
#define BAR_TEXT_RISE 3.0    /* of a label over its bar, which hides the lowest strokes of letters */
#define SELECTION_OPACITY 0.24

/* ---- Drawing ---- */

static double
row_y (DemEventLane *self, guint row)
{
  return self->context->layout.lanes_top + row * self->context->layout.row_height;
}

static double
get_opacity (DemEventLane *self, guint i)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineEvent *entry = dem_event_lane_get_entry (self, i);
  const DemEvent *event = dem_dossier_event (context->dossier, entry->event);
  double presence
      = dem_timeline_presence (context, dem_event_lane_get_ref (self, i), context->palette->dim_text);
  gboolean sure = entry->form.body == DEM_MARK_DOT && entry->start >= context->period.first
                  && entry->end <= context->period.last;

  if (sure)
    return presence;
  /* Weak for two reasons is no weaker than for one: it must still be read. */
  return dem_edtf_overlaps (&event->when, context->period) == DEM_ANSWER_MAYBE
             ? MIN (presence, POSSIBLE_OPACITY)
             : presence;
}

static DemMarkInk
get_ink (DemEventLane *self, guint i)
{
  const DemPalette *palette = self->context->palette;

  return (DemMarkInk){ .color = dem_event_lane_get_entry (self, i)->form.conditional ? palette->scenario
                                                                                     : palette->head,
                       .opacity = get_opacity (self, i),
                       .today_x = self->context->layout.today_x };
}

/* The mark and the label together, and a little around them. */
static graphene_rect_t
placed_bounds (DemEventLane *self, const DemLanePlaced *placed)
{
  const DemShownEvent *shown = &g_array_index (self->shown, DemShownEvent, placed->item);
  const DemTimelineLayout *layout = &self->context->layout;
  double rim = shown->extent.dot ? DEM_LANE_DOT_RADIUS : 0;
  double x0 = MAX (MIN (shown->extent.x0 - rim, placed->label_x), layout->left - rim);
  double x1 = MIN (MAX (shown->extent.x1 + rim, placed->label_x + placed->label_width), layout->right + rim);

  return GRAPHENE_RECT_INIT ((float) x0, (float) row_y (self, placed->row), (float) MAX (x1 - x0, 1),
                             (float) layout->row_height);
}

static void
draw_selection (DemEventLane *self, const DemTimelinePainter *painter, const DemLanePlaced *placed)
{
  graphene_rect_t bounds = placed_bounds (self, placed);

  dem_timeline_ink (painter, &self->context->palette->selection, SELECTION_OPACITY);
  cairo_rectangle (painter->cr, bounds.origin.x - 3, bounds.origin.y, bounds.size.width + 6,
                   bounds.size.height + 1);
  cairo_fill (painter->cr);
}

static void
draw_placed_dot (DemEventLane *self, const DemTimelinePainter *painter, const DemLanePlaced *placed)
{
  DemMarkInk ink = get_ink (self, placed->item);

  dem_mark_draw_dot (painter->cr, dem_event_lane_get_entry (self, placed->item)->form,
                     g_array_index (self->shown, DemShownEvent, placed->item).extent.x0,
                     row_y (self, placed->row) + self->context->layout.row_height / 2, DEM_LANE_DOT_RADIUS,
                     &ink);
}

static void
draw_placed_bar (DemEventLane *self, const DemTimelinePainter *painter, const DemLanePlaced *placed)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineEvent *entry = dem_event_lane_get_entry (self, placed->item);
  DemMarkInk ink = get_ink (self, placed->item);

  dem_mark_draw_bar (painter->cr, entry->form,
                     g_array_index (self->shown, DemShownEvent, placed->item).extent,
                     &dem_dossier_event (context->dossier, entry->event)->when, &context->layout.axis,
                     row_y (self, placed->row + 1) - DEM_MARK_BAR_HEIGHT + 0.5, &ink);
}

/* Where a label has its top: beside a dot, or close above a bar. */
static double
get_label_y (DemEventLane *self, const DemLanePlaced *placed, const DemLabel *label)
{
  double height = self->context->layout.row_height;

  return row_y (self, placed->row)
         + (g_array_index (self->shown, DemShownEvent, placed->item).extent.dot
                ? (height - label->height) / 2
                : height - BAR_TEXT_RISE - label->height);
}

static void
draw_claim_sign (DemEventLane *self, const DemTimelinePainter *painter, const DemLanePlaced *placed)
{
  const DemPalette *palette = self->context->palette;
  const DemLabel *label = dem_event_lane_get_label (self, placed->item);

  if (!dem_claim_sign_is_wanted (self->context, dem_event_lane_get_ref (self, placed->item)))
    return;
  dem_claim_sign_draw (painter, placed->label_x + label->width,
                       get_label_y (self, placed, label) + label->height / 2,
                       dem_event_lane_get_entry (self, placed->item)->form.conditional ? &palette->scenario
                                                                                       : &palette->dim,
                       get_opacity (self, placed->item));
}

static void
draw_histogram_bars (DemEventLane *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;
  double bottom = context->layout.lanes_bottom - 1;
  gboolean selective = dem_relevance_has_selection (context->relevance);

  for (guint i = 0; i < self->bins->len; i++)
    {
      const DemEventBin *bin = &g_array_index (self->bins, DemEventBin, i);
      double x = dem_event_lane_get_bin_x (self, i);

      if (bin->count == 0)
        continue;
      dem_timeline_ink (painter, &context->palette->head,
                        BIN_OPACITY * (selective ? context->palette->dim_text * 0.6 : 1));
      cairo_rectangle (painter->cr, x, bottom - dem_event_lane_bar_height (self, bin->count), BIN_WIDTH,
                       dem_event_lane_bar_height (self, bin->count));
      cairo_fill (painter->cr);
      if (!selective || bin->relevant == 0)
        continue;
      dem_timeline_ink (painter, &context->palette->head, BIN_OPACITY);
      cairo_rectangle (painter->cr, x, bottom - dem_event_lane_bar_height (self, bin->relevant), BIN_WIDTH,
                       dem_event_lane_bar_height (self, bin->relevant));
      cairo_fill (painter->cr);
    }
}

/* The line that the bars of a histogram stand on. */
static void
draw_histogram_feet (DemEventLane *self, const DemTimelinePainter *painter)
{
  dem_timeline_ink (painter, &self->context->palette->head, 0.4);
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    {
      const DemLaneCluster *cluster = &g_array_index (self->lanes->clusters, DemLaneCluster, i);

      cairo_rectangle (painter->cr, cluster->x0 - 2, self->context->layout.lanes_bottom - 1,
                       cluster->x1 - cluster->x0 + 5, 1);
    }
  cairo_fill (painter->cr);
}

void
dem_event_lane_draw_bars (DemEventLane *self, const DemTimelinePainter *painter)
{
  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);

      if (dem_relevance_is_selected (self->context->relevance, dem_event_lane_get_ref (self, placed->item)))
        draw_selection (self, painter, placed);
      if (!g_array_index (self->shown, DemShownEvent, placed->item).extent.dot)
        draw_placed_bar (self, painter, placed);
    }
  draw_histogram_bars (self, painter);
  draw_histogram_feet (self, painter);
}

void
dem_event_lane_draw_dots (DemEventLane *self, const DemTimelinePainter *painter)
{
  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);

      if (g_array_index (self->shown, DemShownEvent, placed->item).extent.dot)
        draw_placed_dot (self, painter, placed);
      draw_claim_sign (self, painter, placed);
    }
  for (guint i = 0; i < self->lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (self->lanes->dots, DemLaneDot, i);
      DemMarkInk ink = get_ink (self, dot->item);

      dem_mark_draw_dot (painter->cr, dem_event_lane_get_entry (self, dot->item)->form, dot->x,
                         self->context->layout.axis_y, AXIS_DOT_RADIUS, &ink);
    }
}

static void
draw_count (DemEventLane *self, const DemTimelinePainter *painter, guint i)
{
  const DemTimelineContext *context = self->context;
  const DemLaneCluster *cluster = &g_array_index (self->lanes->clusters, DemLaneCluster, i);
  DemPeriod days = g_array_index (self->days, DemPeriod, i);
  const DemLabel *label;
  g_autofree char *number = NULL;
  double middle = CLAMP ((cluster->x0 + cluster->x1) / 2, cluster->text_x0, cluster->text_x1);
  double x;

  if (cluster->count == 0 || days.first > days.last
      || dem_event_lane_bars_top (self) <= dem_event_lane_histogram_top (self))
    return;
  label = dem_event_lane_get_count_label (self, cluster->count, days);
  if (label->width > cluster->text_x1 - cluster->text_x0)
    {
      number = g_strdup_printf ("%'u", cluster->count);
      label = dem_label_cache_get (context->labels, number, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, 0);
    }
  if (label->width > cluster->text_x1 - cluster->text_x0)
    return;
  x = CLAMP (middle - label->width / 2, cluster->text_x0, cluster->text_x1 - label->width);
  dem_timeline_text (painter, label, x, dem_event_lane_bars_top (self) - label->height,
                     &context->palette->ink, 1);
}

void
dem_event_lane_draw_texts (DemEventLane *self, const DemTimelinePainter *painter)
{
  const DemPalette *palette = self->context->palette;

  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);
      const DemLabel *label = dem_event_lane_get_label (self, placed->item);

      dem_timeline_text (painter, label, placed->label_x, get_label_y (self, placed, label),
                         dem_event_lane_get_entry (self, placed->item)->form.conditional ? &palette->scenario
                                                                                         : &palette->ink,
                         get_opacity (self, placed->item));
    }
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    draw_count (self, painter, i);
}

/* ---- Pointing ---- */

static graphene_rect_t
dot_bounds (DemEventLane *self, const DemLaneDot *dot)
{
  return GRAPHENE_RECT_INIT ((float) (dot->x - AXIS_DOT_RADIUS),
                             (float) (self->context->layout.axis_y - AXIS_DOT_RADIUS),
                             (float) (2 * AXIS_DOT_RADIUS), (float) (2 * AXIS_DOT_RADIUS));
}

static graphene_rect_t
bin_bounds (DemEventLane *self, guint32 position)
{
  guint bin = dem_event_lane_get_bin (self, position);
  double height
      = dem_event_lane_bar_height (self, MAX (g_array_index (self->bins, DemEventBin, bin).count, 1));

  return GRAPHENE_RECT_INIT ((float) dem_event_lane_get_bin_x (self, bin),
                             (float) (self->context->layout.lanes_bottom - 1 - height), (float) BIN_WIDTH,
                             (float) height);
}

/* A mark, with where its event stands in time. */
typedef struct
{
  guint item;
  graphene_rect_t bounds;
} PlacedMark;

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const PlacedMark *x = a, *y = b;

  return x->item < y->item ? -1 : x->item > y->item;
}

void
dem_event_lane_append_marks (DemEventLane *self, GArray *marks)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (PlacedMark));

  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);
      PlacedMark mark = { placed->item, placed_bounds (self, placed) };

      g_array_append_val (sorted, mark);
    }
  for (guint i = 0; i < self->lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (self->lanes->dots, DemLaneDot, i);
      PlacedMark mark = { dot->item, dot_bounds (self, dot) };

      g_array_append_val (sorted, mark);
    }
  g_array_sort (sorted, compare_marks);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PlacedMark *placed = &g_array_index (sorted, PlacedMark, i);
      DemMark mark = { dem_event_lane_get_ref (self, placed->item), placed->bounds };

      g_array_append_val (marks, mark);
    }
}

gboolean
dem_event_lane_find_in_histogram (DemEventLane *self, guint32 event, graphene_rect_t *bounds)
{
  DemTimelineIndex *index = self->context->index;
  int position = dem_timeline_index_find (index, event);

  if (position < 0 || self->bins->len == 0 || (guint) position >= self->columns->firsts[self->columns->n]
      || g_array_index (index->events, DemTimelineEvent, position).end < self->columns->view.first)
    return FALSE;
  *bounds = bin_bounds (self, (guint32) position);
  return TRUE;
}

static double
distance_to (const graphene_rect_t *bounds, double x, double y)
{
  double dx = MAX (MAX (bounds->origin.x - x, x - bounds->origin.x - bounds->size.width), 0);
  double dy = MAX (MAX (bounds->origin.y - y, y - bounds->origin.y - bounds->size.height), 0);

  return hypot (dx, dy);
}

DemRef
dem_event_lane_hit (DemEventLane *self, double x, double y, double *distance)
{
  DemRef nearest = DEM_REF_NONE;

  *distance = INFINITY;
  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);
      graphene_rect_t bounds = placed_bounds (self, placed);
      double d = distance_to (&bounds, x, y);

      if (d >= *distance)
        continue;
      *distance = d;
      nearest = dem_event_lane_get_ref (self, placed->item);
    }
  for (guint i = 0; i < self->lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (self->lanes->dots, DemLaneDot, i);
      double off = hypot (x - dot->x, y - self->context->layout.axis_y);
      double d = off <= AXIS_DOT_REACH ? off / 100 : off - AXIS_DOT_REACH;

      if (d >= *distance)
        continue;
      *distance = d;
      nearest = dem_event_lane_get_ref (self, dot->item);
    }
  return nearest;
}

gboolean
dem_event_lane_histogram_at (DemEventLane *self, double x, double y, DemPeriod *days)
{
  if (y < dem_event_lane_histogram_top (self) || y > self->context->layout.lanes_bottom)
    return FALSE;
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    {
      const DemLaneCluster *cluster = &g_array_index (self->lanes->clusters, DemLaneCluster, i);

      if (x < MIN (cluster->x0, cluster->text_x0) || x > MAX (cluster->x1, cluster->text_x1)
          || (x < cluster->x0 - 3 && y > dem_event_lane_bars_top (self))
          || (x > cluster->x1 + 3 && y > dem_event_lane_bars_top (self)))
        continue;
      *days = g_array_index (self->days, DemPeriod, i);
      return days->first <= days->last;
    }
  return FALSE;
}
