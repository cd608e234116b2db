/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_lane_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BIN_PITCH 4.0      /* pixels */
#define LONGEST_TEXT 280.0 /* at text scale 1 */

/* ---- What is in view ---- */

const DemTimelineEvent *
dem_event_lane_get_entry (DemEventLane *self, guint i)
{
  return &g_array_index (self->context->index->events, DemTimelineEvent,
                         g_array_index (self->shown, DemShownEvent, i).position);
}

DemRef
dem_event_lane_get_ref (DemEventLane *self, guint i)
{
  return DEM_REF (EVENT, dem_event_lane_get_entry (self, i)->event);
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
      DemShownEvent shown = { .position = g_array_index (positions, guint32, i) };
      const DemTimelineEvent *entry
          = &g_array_index (context->index->events, DemTimelineEvent, shown.position);
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

const DemLabel *
dem_event_lane_get_label (DemEventLane *self, guint i)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineEvent *entry = dem_event_lane_get_entry (self, i);
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
  return dem_event_lane_get_label (data, item)->width;
}

/* ---- Histograms ---- */

static double
get_item_x (DemEventLane *self, guint i)
{
  const DemTimelineLayout *layout = &self->context->layout;

  return CLAMP (g_array_index (self->items, DemLaneItem, i).x0, layout->left, layout->right);
}

/* Bins stand still in time, not on the screen, so that they don't flicker while one pans: the first begins a
 * little before the left edge. */
static void
place_bins (DemEventLane *self)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double bins = layout->axis.first * dem_axis_pixels_per_day (&layout->axis) / BIN_PITCH;

  self->bins_x = layout->left - (bins - floor (bins)) * BIN_PITCH;
  g_array_set_size (self->bins, (guint) ceil ((layout->right - layout->left) / BIN_PITCH) + 2);
}

guint
dem_event_lane_get_bin (DemEventLane *self, guint i)
{
  return MIN ((guint) ((get_item_x (self, i) - self->bins_x) / BIN_PITCH), self->bins->len - 1);
}

double
dem_event_lane_get_bin_x (DemEventLane *self, guint bin)
{
  return self->bins_x + bin * BIN_PITCH;
}

guint8 *
dem_event_lane_find_elsewhere (DemEventLane *self)
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
  DemEventBin *bin = &g_array_index (self->bins, DemEventBin, dem_event_lane_get_bin (self, i));
  int cluster = dem_lanes_find_cluster (self->lanes, get_item_x (self, i));

  bin->count++;
  if (dem_relevance_contains (self->context->relevance, dem_event_lane_get_ref (self, i)))
    bin->relevant++;
  self->tallest = MAX (self->tallest, bin->count);
  if (cluster >= 0)
    widen (&g_array_index (self->days, DemPeriod, cluster),
           MAX (dem_event_lane_get_entry (self, i)->start, (DemDay) floor (layout->axis.first)));
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
  elsewhere = dem_event_lane_find_elsewhere (self);
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
    days
        = (DemPeriod){ dem_day_from_date (first.year, first.month, 1),
                       dem_day_from_date (last.year, last.month, dem_days_in_month (last.year, last.month)) };
  return dem_period_format (days);
}

const DemLabel *
dem_event_lane_get_count_label (DemEventLane *self, guint count, DemPeriod days)
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
  double whole = dem_event_lane_get_count_label (self, self->shown->len, (DemPeriod){ first, last })->width;
  double month
      = dem_event_lane_get_count_label (self, self->shown->len, (DemPeriod){ first, MIN (last, first + 200) })
            ->width;
  double days
      = dem_event_lane_get_count_label (self, self->shown->len, (DemPeriod){ first, MIN (last, first + 40) })
            ->width;

  return MAX (MAX (whole, month), days) + 4;
}

/* The top of the histograms: below the rows of labels. */
double
dem_event_lane_histogram_top (DemEventLane *self)
{
  return self->context->layout.lanes_top + self->lanes->rows * self->context->layout.row_height;
}

double
dem_event_lane_bars_top (DemEventLane *self)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double top = dem_event_lane_histogram_top (self) + layout->row_height;

  return top + 4 < layout->lanes_bottom ? top : dem_event_lane_histogram_top (self);
}

double
dem_event_lane_bar_height (DemEventLane *self, guint count)
{
  double room = self->context->layout.lanes_bottom - dem_event_lane_bars_top (self) - 1;

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
          g_hash_table_lookup (memory->rows, GUINT_TO_POINTER (dem_event_lane_get_entry (self, i)->event)));

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

      g_hash_table_insert (memory->rows,
                           GUINT_TO_POINTER (dem_event_lane_get_entry (self, placed->item)->event),
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
  self->shown = g_array_new (FALSE, FALSE, sizeof (DemShownEvent));
  self->items = g_array_new (FALSE, FALSE, sizeof (DemLaneItem));
  self->bins = g_array_new (FALSE, TRUE, sizeof (DemEventBin));
  self->days = g_array_new (FALSE, FALSE, sizeof (DemPeriod));
  if (!context->layout.compact)
    collect_shown (self);
  if (self->shown->len > 0)
    space.count_width = measure_count (self);
  if (memory != NULL)
    recall_rows (self, memory);
  self->lanes = dem_lanes_pack ((const DemLaneItem *) self->items->data, self->items->len, &space,
                                measure_label, self);
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
