/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_columns.h"

#include <math.h>

/* ---- Counting ---- */

guint32
dem_event_columns_position_at (DemTimelineIndex *index, const DemAxis *axis, double x)
{
  /* The first day of which the middle is there. */
  double day = ceil (dem_axis_to_day (axis, x) - 0.5);

  return dem_timeline_index_count_before (index, (DemDay) day);
}

static guint
count_columns (DemEventColumns *self)
{
  guint n = self->n_before;

  self->counts[0] = self->n_before;
  for (guint i = 0; i < self->n; i++)
    {
      guint count = self->firsts[i + 1] - self->firsts[i];

      self->counts[i] += count;
      n += count;
    }
  return n;
}

DemEventColumns *
dem_event_columns_new (DemTimelineIndex *index, const DemAxis *axis)
{
  DemEventColumns *self = g_new0 (DemEventColumns, 1);

  self->view = (DemPeriod){ (DemDay) floor (axis->first), (DemDay) ceil (axis->last) - 1 };
  self->n = (guint) floor (axis->width) + 1;
  self->firsts = g_new (guint32, self->n + 1);
  self->counts = g_new0 (guint32, self->n);
  for (guint i = 0; i < self->n; i++)
    self->firsts[i] = dem_event_columns_position_at (index, axis, axis->left + i);
  self->firsts[self->n]
      = MAX (dem_timeline_index_count_before (index, self->view.last + 1), self->firsts[self->n - 1]);
  self->n_before = self->firsts[0] - dem_timeline_index_count_ended (index, self->view.first);
  self->total = count_columns (self);
  return self;
}

void
dem_event_columns_free (DemEventColumns *self)
{
  g_free (self->firsts);
  g_free (self->counts);
  g_free (self);
}

void
dem_event_columns_clear (DemEventColumns *self)
{
  memset (self->counts, 0, self->n * sizeof (guint32));
  self->n_before = self->total = 0;
}

guint
dem_event_columns_find (const DemEventColumns *self, guint32 position)
{
  guint low = 0, high = self->n - 1;

  /* The last column that begins no later. */
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (self->firsts[middle] <= position)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* ---- The best ---- */

static void
append_best (const DemEventColumns *self, DemRelevantEvents *relevant, guint32 first, guint32 last, guint most,
             GArray *positions)
{
  const DemTimelineEvent *events = (const DemTimelineEvent *) relevant->index->events->data;
  gboolean selective = dem_relevance_has_selection (relevant->relevance);
  g_autofree guint32 *best = g_new (guint32, most);
  guint n = dem_event_tree_find_best (relevant->tree, first, last, self->view.first, best, most);

  g_array_append_vals (positions, best, n);
  n = dem_event_tree_find_best (relevant->index->tree, first, last, self->view.first, best, most);
  for (guint i = 0; i < n; i++)
    if (!selective || !dem_relevance_contains (relevant->relevance, DEM_REF (EVENT, events[best[i]].event)))
      g_array_append_val (positions, best[i]);
}

static void
append_selected (const DemEventColumns *self, DemRelevantEvents *relevant, GArray *positions)
{
  for (guint i = 0; i < relevant->selected->len; i++)
    {
      guint32 position = g_array_index (relevant->selected, guint32, i);

      if (position < self->firsts[self->n]
          && g_array_index (relevant->index->events, DemTimelineEvent, position).end >= self->view.first)
        g_array_append_val (positions, position);
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
sort_without_doubles (GArray *positions)
{
  guint32 *position = (guint32 *) positions->data;
  guint n = 0;

  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < positions->len; i++)
    if (n == 0 || position[i] != position[n - 1])
      position[n++] = position[i];
  g_array_set_size (positions, n);
}

GArray *
dem_event_columns_find_best (const DemEventColumns *self, DemRelevantEvents *relevant, guint width, guint most)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  append_best (self, relevant, 0, self->firsts[0], most, positions);
  for (guint i = 0; i < self->n; i += width)
    append_best (self, relevant, self->firsts[i], self->firsts[MIN (i + width, self->n)], most, positions);
  append_selected (self, relevant, positions);
  sort_without_doubles (positions);
  return positions;
}
