/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_lane_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define BIN_PITCH 4.0 /* pixels */

/* Where events are dense. What a bar stands for is the difference of two positions, less the events that can be seen. */

/* ---- Who is seen elsewhere ---- */

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
add_seen (DemEventLane *self, guint i)
{
  g_array_append_val (self->seen, g_array_index (self->shown, DemShownEvent, i).position);
}

static void
collect_seen (DemEventLane *self)
{
  for (guint i = 0; i < self->lanes->placed->len; i++)
    add_seen (self, g_array_index (self->lanes->placed, DemLanePlaced, i).item);
  for (guint i = 0; i < self->lanes->dots->len; i++)
    add_seen (self, g_array_index (self->lanes->dots, DemLaneDot, i).item);
  g_array_sort (self->seen, compare_positions);
}

static gboolean
is_seen (DemEventLane *self, guint32 position)
{
  return self->seen->len > 0
         && bsearch (&position, self->seen->data, self->seen->len, sizeof (guint32), compare_positions) != NULL;
}

static gboolean
is_relevant (DemEventLane *self, guint32 position)
{
  const DemTimelineContext *context = self->context;

  return dem_relevance_contains (
      context->relevance,
      DEM_REF (EVENT, g_array_index (context->index->events, DemTimelineEvent, position).event));
}

/* ---- Bars ---- */

/* Bins stand still in time, not on the screen, so that they don't flicker while one pans: the first begins a
 * little before the left edge. */
static void
place_bins (DemEventLane *self)
{
  const DemAxis *axis = &self->context->layout.axis;
  double bins = axis->first * dem_axis_pixels_per_day (axis) / BIN_PITCH;
  guint n = (guint) ceil (axis->width / BIN_PITCH) + 2;

  self->bins_x = axis->left - (bins - floor (bins)) * BIN_PITCH;
  g_array_set_size (self->bins, n);
  g_array_set_size (self->firsts, n + 1);
  g_array_index (self->firsts, guint32, 0) = self->columns->firsts[0];
  for (guint i = 1; i <= n; i++)
    g_array_index (self->firsts, guint32, i)
        = CLAMP (dem_event_columns_position_at (self->context->index, axis, dem_event_lane_get_bin_x (self, i)),
                 self->columns->firsts[0], self->columns->firsts[self->columns->n]);
  g_array_index (self->firsts, guint32, n) = self->columns->firsts[self->columns->n];
}

guint
dem_event_lane_get_bin (DemEventLane *self, guint32 position)
{
  guint low = 0, high = self->bins->len - 1;

  /* The last bin that begins no later. */
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (g_array_index (self->firsts, guint32, middle) <= position)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

double
dem_event_lane_get_bin_x (DemEventLane *self, guint bin)
{
  return self->bins_x + bin * BIN_PITCH;
}

/* How many relevant events that began before the view are still in it. */
static guint
count_relevant_before (DemEventLane *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  dem_event_tree_append_lasting (self->context->relevant->tree, self->columns->firsts[0], self->columns->view.first,
                                 positions);
  return positions->len;
}

/* All events of each bin, whether seen or not. */
static void
fill_bins (DemEventLane *self)
{
  const DemEventTree *relevant = self->context->relevant->tree;
  const guint32 *firsts = (const guint32 *) self->firsts->data;

  for (guint i = 0; i < self->bins->len; i++)
    {
      DemEventBin *bin = &g_array_index (self->bins, DemEventBin, i);

      bin->count = firsts[i + 1] - firsts[i];
      bin->relevant = dem_event_tree_count_before (relevant, firsts[i + 1])
                      - dem_event_tree_count_before (relevant, firsts[i]);
    }
  g_array_index (self->bins, DemEventBin, 0).count += self->columns->n_before;
  g_array_index (self->bins, DemEventBin, 0).relevant += count_relevant_before (self);
}

static void
remove_from_bins (DemEventLane *self, guint32 position)
{
  DemEventBin *bin = &g_array_index (self->bins, DemEventBin, dem_event_lane_get_bin (self, position));

  bin->count--;
  if (dem_relevance_has_selection (self->context->relevance) && is_relevant (self, position))
    bin->relevant--;
}

/* ---- Days ---- */

static guint
count_before_view (DemEventLane *self, const GArray *positions)
{
  guint n = 0;

  for (guint i = 0; i < positions->len; i++)
    n += g_array_index (positions, guint32, i) < self->columns->firsts[0];
  return n;
}

/* Of those that began before the view, how many are in a histogram. */
static guint
count_hidden_before (DemEventLane *self)
{
  return self->columns->n_before - count_before_view (self, self->seen) - count_before_view (self, self->left_out);
}

/* From the first to the last event in some columns that is not seen elsewhere. */
static DemPeriod
find_days (DemEventLane *self, guint from, guint to)
{
  const DemTimelineEvent *events = (const DemTimelineEvent *) self->context->index->events->data;
  guint32 first = self->columns->firsts[from], last = self->columns->firsts[to];
  DemPeriod days = { DEM_DAY_AFTER_ALL, DEM_DAY_BEFORE_ALL };

  while (first < last && is_seen (self, first))
    first++;
  while (last > first && is_seen (self, last - 1))
    last--;
  if (first < last)
    days = (DemPeriod){ events[first].start, events[last - 1].start };
  if (from == 0 && count_hidden_before (self) > 0)
    days = (DemPeriod){ self->columns->view.first, MAX (days.last, self->columns->view.first) };
  return days;
}

void
dem_event_lane_fill_histograms (DemEventLane *self)
{
  double left = self->context->layout.left;

  collect_seen (self);
  if (self->lanes->clusters->len == 0)
    return;
  place_bins (self);
  fill_bins (self);
  for (guint i = 0; i < self->seen->len; i++)
    remove_from_bins (self, g_array_index (self->seen, guint32, i));
  for (guint i = 0; i < self->left_out->len; i++)
    remove_from_bins (self, g_array_index (self->left_out, guint32, i));
  for (guint i = 0; i < self->bins->len; i++)
    self->tallest = MAX (self->tallest, g_array_index (self->bins, DemEventBin, i).count);
  for (guint i = 0; i < self->lanes->clusters->len; i++)
    {
      const DemLaneCluster *cluster = &g_array_index (self->lanes->clusters, DemLaneCluster, i);
      guint to = MIN ((guint) (cluster->x1 - left), self->columns->n);
      DemPeriod days = find_days (self, (guint) MAX (cluster->x0 - left, 0), to);

      g_array_append_val (self->days, days);
    }
}

/* ---- Sizes ---- */

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

/* ---- What is written over it ---- */

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

double
dem_event_lane_measure_count (DemEventLane *self)
{
  const DemAxis *axis = &self->context->layout.axis;
  DemDay first = (DemDay) floor (axis->first), last = (DemDay) ceil (axis->last) - 1;
  double whole = dem_event_lane_get_count_label (self, self->columns->total, (DemPeriod){ first, last })->width;
  double month
      = dem_event_lane_get_count_label (self, self->columns->total, (DemPeriod){ first, MIN (last, first + 200) })
            ->width;
  double days
      = dem_event_lane_get_count_label (self, self->columns->total, (DemPeriod){ first, MIN (last, first + 40) })
            ->width;

  return MAX (MAX (whole, month), days) + 4;
}
