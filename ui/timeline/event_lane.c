/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_lane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AXIS_DOT_RADIUS 2.5
#define AXIS_DOT_REACH 9.0  /* around its middle, for pointing */
#define BIN_PITCH 4.0       /* pixels */
#define BIN_WIDTH 3.0
#define BIN_OPACITY 0.75
#define POSSIBLE_OPACITY 0.6 /* may fall in the period, or not */
#define LONGEST_TEXT 280.0   /* at text scale 1 */
#define BAR_TEXT_RISE 3.0    /* of a label over its bar, which hides the lowest strokes of letters */
#define SELECTION_OPACITY 0.24

/* An event in view. */
typedef struct
{
  guint32 position; /* in the index */
  DemMarkExtent extent;
} Shown;

/* A bar of a histogram. */
typedef struct
{
  guint count;
  guint relevant;
} Bin;

struct _DemEventLane
{
  const DemTimelineContext *context;
  GArray *shown;  /* Shown, by start */
  GArray *items;  /* DemLaneItem, one for each */
  DemLanes *lanes;
  GArray *bins;   /* Bin, from the left edge */
  double bins_x;  /* where the first begins */
  guint tallest;
  GArray *days;   /* DemPeriod of each cluster */
};

/* ---- What is in view ---- */

static const DemTimelineEvent *
get_entry (DemEventLane *self, guint i)
{
  return &g_array_index (self->context->index->events, DemTimelineEvent, g_array_index (self->shown, Shown, i).position);
}

static DemRef
get_ref (DemEventLane *self, guint i)
{
  return DEM_REF (EVENT, get_entry (self, i)->event);
}

/* The selected first, then what has to do with the selection, then by importance. */
static float
get_priority (const DemTimelineContext *context, const DemTimelineEvent *entry)
{
  DemRef ref = DEM_REF (EVENT, entry->event);

  if (!dem_relevance_has_selection (context->relevance))
    return entry->importance;
  return entry->importance + (dem_relevance_is_selected (context->relevance, ref) ? 4 : 0)
         + (dem_relevance_contains (context->relevance, ref) ? 2 : 0);
}

static void
collect_shown (DemEventLane *self)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  DemPeriod view = { (DemDay) floor (layout->axis.first), (DemDay) ceil (layout->axis.last) - 1 };

  dem_timeline_index_query (context->index, view, positions);
  for (guint i = 0; i < positions->len; i++)
    {
      Shown shown = { .position = g_array_index (positions, guint32, i) };
      const DemTimelineEvent *entry = &g_array_index (context->index->events, DemTimelineEvent, shown.position);
      DemLaneItem item = { .priority = get_priority (context, entry), .wish = DEM_LANE_NO_WISH };

      shown.extent = dem_mark_extent (entry->form, entry->start, entry->end, context->today, &layout->axis);
      if (shown.extent.x1 < layout->left || shown.extent.x0 > layout->right)
        continue;
      item.bar = !shown.extent.dot;
      item.x0 = shown.extent.x0;
      item.x1 = shown.extent.x1;
      g_array_append_val (self->shown, shown);
      g_array_append_val (self->items, item);
    }
}

/* ---- Labels ---- */

static const DemLabel *
get_label (DemEventLane *self, guint i)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineEvent *entry = get_entry (self, i);
  const DemEvent *event = dem_dossier_event (context->dossier, entry->event);
  const char *name = event->item.label != NULL ? event->item.label : event->title;
  g_autofree char *uncertain = NULL;
  DemTextStyle style = DEM_TEXT_NORMAL;

  if (entry->form.body == DEM_MARK_OUTLINE)
    /* Translators: the name of an event whose date is uncertain */
    name = uncertain = g_strdup_printf (C_ ("uncertain event", "%s ?"), name);
  if (entry->form.future || entry->form.conditional)
    style = DEM_TEXT_ITALIC;
  if (dem_relevance_is_selected (context->relevance, DEM_REF (EVENT, entry->event)))
    style = DEM_TEXT_BOLD;
  /* Only what may be too long is cut: cutting takes Pango longer. */
  return dem_label_cache_get (context->labels, name, DEM_TIMELINE_TEXT, style,
                              strlen (name) > 40 ? LONGEST_TEXT * context->layout.scale : 0);
}

static double
measure_label (guint item, gpointer data)
{
  return get_label (data, item)->width;
}

/* ---- Histograms ---- */

static double
get_item_x (DemEventLane *self, guint i)
{
  const DemTimelineLayout *layout = &self->context->layout;

  return CLAMP (g_array_index (self->items, DemLaneItem, i).x0, layout->left, layout->right);
}

/* Bins stand still in time, not on the screen, so that they don't flicker while one pans: the first begins a little
 * before the left edge. */
static void
place_bins (DemEventLane *self)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double bins = layout->axis.first * dem_axis_pixels_per_day (&layout->axis) / BIN_PITCH;

  self->bins_x = layout->left - (bins - floor (bins)) * BIN_PITCH;
  g_array_set_size (self->bins, (guint) ceil ((layout->right - layout->left) / BIN_PITCH) + 2);
}

static guint
get_bin (DemEventLane *self, guint i)
{
  return MIN ((guint) ((get_item_x (self, i) - self->bins_x) / BIN_PITCH), self->bins->len - 1);
}

static double
get_bin_x (DemEventLane *self, guint bin)
{
  return self->bins_x + bin * BIN_PITCH;
}

static guint8 *
find_placed (DemEventLane *self)
{
  guint8 *is_placed = g_new0 (guint8, self->shown->len + 1);

  for (guint i = 0; i < self->lanes->placed->len; i++)
    is_placed[g_array_index (self->lanes->placed, DemLanePlaced, i).item] = TRUE;
  for (guint i = 0; i < self->lanes->dots->len; i++)
    is_placed[g_array_index (self->lanes->dots, DemLaneDot, i).item] = TRUE;
  return is_placed;
}

static void
widen (DemPeriod *days, DemDay day)
{
  if (!dem_day_is_finite (day))
    return;
  days->first = MIN (days->first, day);
  days->last = MAX (days->last, day);
}

static void
add_to_histogram (DemEventLane *self, guint i)
{
  const DemTimelineLayout *layout = &self->context->layout;
  Bin *bin = &g_array_index (self->bins, Bin, get_bin (self, i));
  int cluster = dem_lanes_find_cluster (self->lanes, get_item_x (self, i));

  bin->count++;
  if (dem_relevance_contains (self->context->relevance, get_ref (self, i)))
    bin->relevant++;
  self->tallest = MAX (self->tallest, bin->count);
  if (cluster >= 0)
    widen (&g_array_index (self->days, DemPeriod, cluster),
           MAX (get_entry (self, i)->start, (DemDay) floor (layout->axis.first)));
}

static void
fill_histograms (DemEventLane *self)
{
  g_autofree guint8 *elsewhere = NULL;
  static const DemPeriod nothing = { DEM_DAY_AFTER_ALL, DEM_DAY_BEFORE_ALL };

  if (self->lanes->clusters->len == 0)
    return;
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    g_array_append_val (self->days, nothing);
  place_bins (self);
  elsewhere = find_placed (self);
  for (guint i = 0; i < self->shown->len; i++)
    if (!elsewhere[i])
      add_to_histogram (self, i);
}

/* A period as coarsely as its length deserves. */
static char *
format_span (DemPeriod days)
{
  DemDate first = dem_day_to_date (days.first), last = dem_day_to_date (days.last);

  if (days.last - days.first > 365)
    days = (DemPeriod){ dem_day_from_date (first.year, 1, 1), dem_day_from_date (last.year, 12, 31) };
  else if (days.last - days.first > 45)
    days = (DemPeriod){ dem_day_from_date (first.year, first.month, 1),
                        dem_day_from_date (last.year, last.month, dem_days_in_month (last.year, last.month)) };
  return dem_period_format (days);
}

static const DemLabel *
get_count_label (DemEventLane *self, guint count, DemPeriod days)
{
  g_autofree char *span = format_span (days);
  g_autofree char *text = NULL;

  /* Translators: over a histogram: how many events, and the time in which they are */
  text = g_strdup_printf (ngettext ("%1$'u event, %2$s", "%1$'u events, %2$s", count), count, span);
  return dem_label_cache_get (self->context->labels, text, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, 0);
}

/* Room for the longest count that this view can need. */
static double
measure_count (DemEventLane *self)
{
  const DemAxis *axis = &self->context->layout.axis;
  DemDay first = (DemDay) floor (axis->first), last = (DemDay) ceil (axis->last) - 1;
  double whole = get_count_label (self, self->shown->len, (DemPeriod){ first, last })->width;
  double month = get_count_label (self, self->shown->len, (DemPeriod){ first, MIN (last, first + 200) })->width;
  double days = get_count_label (self, self->shown->len, (DemPeriod){ first, MIN (last, first + 40) })->width;

  return MAX (MAX (whole, month), days) + 4;
}

/* The top of the histograms: below the rows of labels. */
static double
histogram_top (DemEventLane *self)
{
  return self->context->layout.lanes_top + self->lanes->rows * self->context->layout.row_height;
}

static double
histogram_bars_top (DemEventLane *self)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double top = histogram_top (self) + layout->row_height;

  return top + 4 < layout->lanes_bottom ? top : histogram_top (self);
}

static double
bar_height (DemEventLane *self, guint count)
{
  double room = self->context->layout.lanes_bottom - histogram_bars_top (self) - 1;

  return MAX (count * room / self->tallest, 1.5);
}

/* ---- Rows from picture to picture ---- */

DemRowMemory *
dem_row_memory_new (void)
{
  DemRowMemory *memory = g_new0 (DemRowMemory, 1);

  memory->rows = g_hash_table_new (NULL, NULL);
  return memory;
}

void
dem_row_memory_free (DemRowMemory *memory)
{
  g_hash_table_unref (memory->rows);
  g_free (memory);
}

static void
recall_rows (DemEventLane *self, DemRowMemory *memory)
{
  double pixels_per_day = dem_axis_pixels_per_day (&self->context->layout.axis);

  if (fabs (pixels_per_day / MAX (memory->pixels_per_day, 1e-12) - 1) > 0.001)
    g_hash_table_remove_all (memory->rows);
  memory->pixels_per_day = pixels_per_day;
  if (g_hash_table_size (memory->rows) == 0)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      guint row = GPOINTER_TO_UINT (
          g_hash_table_lookup (memory->rows, GUINT_TO_POINTER (get_entry (self, i)->event)));

      if (row > 0)
        g_array_index (self->items, DemLaneItem, i).wish = (guint16) (row - 1);
    }
}

static void
remember_rows (DemEventLane *self, DemRowMemory *memory)
{
  g_hash_table_remove_all (memory->rows);
  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);

      g_hash_table_insert (memory->rows, GUINT_TO_POINTER (get_entry (self, placed->item)->event),
                           GUINT_TO_POINTER (placed->row + 1));
    }
}

/* ---- Life ---- */

DemEventLane *
dem_event_lane_new (const DemTimelineContext *context, DemRowMemory *memory)
{
  DemEventLane *self = g_new0 (DemEventLane, 1);
  DemLaneSpace space = { .left = context->layout.left,
                         .right = context->layout.right,
                         .today = context->layout.today_x,
                         .rows = context->layout.rows };

  self->context = context;
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->items = g_array_new (FALSE, FALSE, sizeof (DemLaneItem));
  self->bins = g_array_new (FALSE, TRUE, sizeof (Bin));
  self->days = g_array_new (FALSE, FALSE, sizeof (DemPeriod));
  if (!context->layout.compact)
    collect_shown (self);
  if (self->shown->len > 0)
    space.count_width = measure_count (self);
  if (memory != NULL)
    recall_rows (self, memory);
  self->lanes = dem_lanes_pack ((const DemLaneItem *) self->items->data, self->items->len, &space, measure_label, self);
  if (memory != NULL)
    remember_rows (self, memory);
  fill_histograms (self);
  return self;
}

void
dem_event_lane_free (DemEventLane *self)
{
  g_array_unref (self->shown);
  g_array_unref (self->items);
  g_array_unref (self->bins);
  g_array_unref (self->days);
  dem_lanes_free (self->lanes);
  g_free (self);
}

guint
dem_event_lane_count (DemEventLane *self)
{
  return self->shown->len;
}

const DemLanes *
dem_event_lane_get_lanes (DemEventLane *self)
{
  return self->lanes;
}

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
  const DemTimelineEvent *entry = get_entry (self, i);
  const DemEvent *event = dem_dossier_event (context->dossier, entry->event);
  double presence = dem_timeline_presence (context, get_ref (self, i), context->palette->dim_text);
  gboolean sure = entry->form.body == DEM_MARK_DOT && entry->start >= context->period.first
                  && entry->end <= context->period.last;

  if (sure)
    return presence;
  /* Weak for two reasons is no weaker than for one: it must still be read. */
  return dem_edtf_overlaps (&event->when, context->period) == DEM_ANSWER_MAYBE ? MIN (presence, POSSIBLE_OPACITY)
                                                                                : presence;
}

static DemMarkInk
get_ink (DemEventLane *self, guint i)
{
  const DemPalette *palette = self->context->palette;

  return (DemMarkInk){ .color = get_entry (self, i)->form.conditional ? palette->scenario : palette->head,
                       .opacity = get_opacity (self, i),
                       .today_x = self->context->layout.today_x };
}

/* The mark and the label together, and a little around them. */
static graphene_rect_t
placed_bounds (DemEventLane *self, const DemLanePlaced *placed)
{
  const Shown *shown = &g_array_index (self->shown, Shown, placed->item);
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
  cairo_rectangle (painter->cr, bounds.origin.x - 3, bounds.origin.y, bounds.size.width + 6, bounds.size.height + 1);
  cairo_fill (painter->cr);
}

static void
draw_placed_dot (DemEventLane *self, const DemTimelinePainter *painter, const DemLanePlaced *placed)
{
  DemMarkInk ink = get_ink (self, placed->item);

  dem_mark_draw_dot (painter->cr, get_entry (self, placed->item)->form,
                     g_array_index (self->shown, Shown, placed->item).extent.x0,
                     row_y (self, placed->row) + self->context->layout.row_height / 2, DEM_LANE_DOT_RADIUS, &ink);
}

static void
draw_placed_bar (DemEventLane *self, const DemTimelinePainter *painter, const DemLanePlaced *placed)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineEvent *entry = get_entry (self, placed->item);
  DemMarkInk ink = get_ink (self, placed->item);

  dem_mark_draw_bar (painter->cr, entry->form, g_array_index (self->shown, Shown, placed->item).extent,
                     &dem_dossier_event (context->dossier, entry->event)->when, &context->layout.axis,
                     row_y (self, placed->row + 1) - DEM_MARK_BAR_HEIGHT + 0.5, &ink);
}

static void
draw_histogram_bars (DemEventLane *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;
  double bottom = context->layout.lanes_bottom - 1;
  gboolean selective = dem_relevance_has_selection (context->relevance);

  for (guint i = 0; i < self->bins->len; i++)
    {
      const Bin *bin = &g_array_index (self->bins, Bin, i);
      double x = get_bin_x (self, i);

      if (bin->count == 0)
        continue;
      dem_timeline_ink (painter, &context->palette->head, BIN_OPACITY * (selective ? context->palette->dim_text * 0.6 : 1));
      cairo_rectangle (painter->cr, x, bottom - bar_height (self, bin->count), BIN_WIDTH, bar_height (self, bin->count));
      cairo_fill (painter->cr);
      if (!selective || bin->relevant == 0)
        continue;
      dem_timeline_ink (painter, &context->palette->head, BIN_OPACITY);
      cairo_rectangle (painter->cr, x, bottom - bar_height (self, bin->relevant), BIN_WIDTH,
                       bar_height (self, bin->relevant));
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

      if (dem_relevance_is_selected (self->context->relevance, get_ref (self, placed->item)))
        draw_selection (self, painter, placed);
      if (!g_array_index (self->shown, Shown, placed->item).extent.dot)
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

      if (g_array_index (self->shown, Shown, placed->item).extent.dot)
        draw_placed_dot (self, painter, placed);
    }
  for (guint i = 0; i < self->lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (self->lanes->dots, DemLaneDot, i);
      DemMarkInk ink = get_ink (self, dot->item);

      dem_mark_draw_dot (painter->cr, get_entry (self, dot->item)->form, dot->x, self->context->layout.axis_y,
                         AXIS_DOT_RADIUS, &ink);
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

  if (cluster->count == 0 || days.first > days.last || histogram_bars_top (self) <= histogram_top (self))
    return;
  label = get_count_label (self, cluster->count, days);
  if (label->width > cluster->text_x1 - cluster->text_x0)
    {
      number = g_strdup_printf ("%'u", cluster->count);
      label = dem_label_cache_get (context->labels, number, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, 0);
    }
  x = CLAMP (middle - label->width / 2, cluster->text_x0, cluster->text_x1 - label->width);
  dem_timeline_text (painter, label, x, histogram_bars_top (self) - label->height, &context->palette->ink, 1);
}

void
dem_event_lane_draw_texts (DemEventLane *self, const DemTimelinePainter *painter)
{
  const DemPalette *palette = self->context->palette;
  double height = self->context->layout.row_height;

  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);
      const DemLabel *label = get_label (self, placed->item);
      double y = row_y (self, placed->row);

      y += g_array_index (self->shown, Shown, placed->item).extent.dot ? (height - label->height) / 2
                                                                       : height - BAR_TEXT_RISE - label->height;
      dem_timeline_text (painter, label, placed->label_x, y,
                         get_entry (self, placed->item)->form.conditional ? &palette->scenario : &palette->ink,
                         get_opacity (self, placed->item));
    }
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    draw_count (self, painter, i);
}

/* ---- Pointing ---- */

static graphene_rect_t
dot_bounds (DemEventLane *self, const DemLaneDot *dot)
{
  return GRAPHENE_RECT_INIT ((float) (dot->x - AXIS_DOT_RADIUS), (float) (self->context->layout.axis_y - AXIS_DOT_RADIUS),
                             (float) (2 * AXIS_DOT_RADIUS), (float) (2 * AXIS_DOT_RADIUS));
}

static graphene_rect_t
bin_bounds (DemEventLane *self, guint i)
{
  guint bin = get_bin (self, i);
  double height = bar_height (self, MAX (g_array_index (self->bins, Bin, bin).count, 1));

  return GRAPHENE_RECT_INIT ((float) get_bin_x (self, bin), (float) (self->context->layout.lanes_bottom - 1 - height),
                             (float) BIN_WIDTH, (float) height);
}

void
dem_event_lane_append_marks (DemEventLane *self, GArray *marks)
{
  guint first = marks->len;
  g_autofree guint8 *elsewhere = find_placed (self);

  g_array_set_size (marks, first + self->shown->len);
  for (guint i = 0; i < self->shown->len; i++)
    {
      DemMark *mark = &g_array_index (marks, DemMark, first + i);

      mark->ref = get_ref (self, i);
      if (!elsewhere[i])
        mark->bounds = bin_bounds (self, i);
    }
  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);

      g_array_index (marks, DemMark, first + placed->item).bounds = placed_bounds (self, placed);
    }
  for (guint i = 0; i < self->lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (self->lanes->dots, DemLaneDot, i);

      g_array_index (marks, DemMark, first + dot->item).bounds = dot_bounds (self, dot);
    }
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
      nearest = get_ref (self, placed->item);
    }
  for (guint i = 0; i < self->lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (self->lanes->dots, DemLaneDot, i);
      double off = hypot (x - dot->x, y - self->context->layout.axis_y);
      double d = off <= AXIS_DOT_REACH ? off / 100 : off - AXIS_DOT_REACH;

      if (d >= *distance)
        continue;
      *distance = d;
      nearest = get_ref (self, dot->item);
    }
  return nearest;
}

gboolean
dem_event_lane_histogram_at (DemEventLane *self, double x, double y, DemPeriod *days)
{
  if (y < histogram_top (self) || y > self->context->layout.lanes_bottom)
    return FALSE;
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    {
      const DemLaneCluster *cluster = &g_array_index (self->lanes->clusters, DemLaneCluster, i);

      if (x < MIN (cluster->x0, cluster->text_x0) || x > MAX (cluster->x1, cluster->text_x1)
          || (x < cluster->x0 - 3 && y > histogram_bars_top (self)) || (x > cluster->x1 + 3 && y > histogram_bars_top (self)))
        continue;
      *days = g_array_index (self->days, DemPeriod, i);
      return days->first <= days->last;
    }
  return FALSE;
}
