/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_counts.h"

#include "ui/timeline/day_sort.h"

/* An event is plain when its four bounds tell all: it falls in a period surely when it begins before the end at the latest
 * and ends after the beginning at the earliest; possibly, when its widest time touches the period. What is uncertain as a
 * whole ("?") is never sure. */

struct _DemEventCounts
{
  DemDossier *dossier;
  GArray *events;      /* borrowed */
  GArray *ends;        /* DemDay: the latest ends of all, sorted */
  GArray *start_maxs;  /* DemDay: the latest starts of the plain and sure, sorted */
  GArray *end_mins;    /* DemDay: their earliest ends, sorted */
  DemEventTree *vague; /* of these the ones that may start after they may have ended */
  GArray *special;     /* guint32: positions of those that are not plain */
};

/* ---- Sorted days ---- */

static void
sort_days (GArray *days)
{
  dem_days_sort ((DemDay *) (gpointer) days->data, days->len);
}

static guint
count_before (const GArray *days, DemDay day)
{
  guint low = 0, high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, DemDay, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
count_until (const GArray *days, DemDay day)
{
  return day == DEM_DAY_AFTER_ALL ? days->len : count_before (days, day + 1);
}

/* ---- Life ---- */

/* One end is sure and the other is not: whether it falls in a period hangs on which of them does. */
static gboolean
is_half_uncertain (const DemEdtf *when)
{
  return !(when->flags & DEM_EDTF_START_UNCERTAIN) != !(when->flags & DEM_EDTF_END_UNCERTAIN);
}

static gboolean
is_plain (const DemTimelineEvent *entry, const DemEdtf *when)
{
  return entry->form.start != DEM_END_UNKNOWN && entry->form.end != DEM_END_UNKNOWN
         && !(when->flags & (DEM_EDTF_ALL_OF | DEM_EDTF_ONE_OF)) && !is_half_uncertain (when) && when->start_max != DEM_DAY_UNKNOWN
         && when->end_min != DEM_DAY_UNKNOWN;
}

static DemTimelineEvent *
get_event (const DemEventCounts *self, guint i)
{
  return &g_array_index (self->events, DemTimelineEvent, i);
}

static GArray *
days_new (const DemEventCounts *self)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (DemDay), self->events->len);
}

DemEventCounts *
dem_event_counts_new (DemDossier *dossier, GArray *events)
{
  DemEventCounts *self = g_new0 (DemEventCounts, 1);

  self->dossier = dossier;
  self->events = events;
  self->ends = days_new (self);
  self->start_maxs = days_new (self);
  self->end_mins = days_new (self);
  self->special = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < events->len; i++)
    {
      DemTimelineEvent *entry = get_event (self, i);
      const DemEdtf *when = &dem_dossier_event (dossier, entry->event)->when;

      g_array_append_val (self->ends, entry->end);
      entry->special = !is_plain (entry, when);
      entry->vague = !entry->special && !entry->doubtful && when->start_max > when->end_min;
      if (entry->special || entry->doubtful)
        continue;
      g_array_append_val (self->start_maxs, when->start_max);
      g_array_append_val (self->end_mins, when->end_min);
    }
  sort_days (self->ends);
  sort_days (self->start_maxs);
  sort_days (self->end_mins);
  return self;
}

void
dem_event_counts_set_sorted (DemEventCounts *self)
{
  GArray *vague = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_vague;

  g_array_set_size (self->special, 0);
  for (guint32 i = 0; i < self->events->len; i++)
    if (get_event (self, i)->special)
      g_array_append_val (self->special, i);
    else if (get_event (self, i)->vague)
      g_array_append_val (vague, i);
  n_vague = vague->len;
  g_clear_pointer (&self->vague, dem_event_tree_free);
  self->vague = dem_event_tree_new ((const DemTimelineEvent *) self->events->data,
                                    (guint32 *) (gpointer) g_array_free (vague, n_vague == 0), n_vague);
}

void
dem_event_counts_free (DemEventCounts *self)
{
  g_array_unref (self->ends);
  g_array_unref (self->start_maxs);
  g_array_unref (self->end_mins);
  g_array_unref (self->special);
  g_clear_pointer (&self->vague, dem_event_tree_free);
  g_free (self);
}

/* ---- Counting ---- */

const GArray *
dem_event_counts_get_special (const DemEventCounts *self)
{
  return self->special;
}

guint
dem_event_counts_ended (const DemEventCounts *self, DemDay day)
{
  return count_before (self->ends, day);
}

/* How many may have started before a day. */
static guint
count_started (const DemEventCounts *self, DemDay day)
{
  guint low = 0, high = self->events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_event (self, middle)->start < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Those that may start after the period as well as end before it, and so are missing twice among the sure. */
static guint
count_missing_twice (const DemEventCounts *self, DemPeriod period)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  if (period.first == DEM_DAY_BEFORE_ALL || period.last == DEM_DAY_AFTER_ALL)
    return 0;
  dem_event_tree_append_lasting (self->vague, count_started (self, period.first), period.last + 1, positions);
  for (guint i = 0; i < positions->len; i++)
    {
      const DemTimelineEvent *entry = get_event (self, g_array_index (positions, guint32, i));
      const DemEdtf *when = &dem_dossier_event (self->dossier, entry->event)->when;

      n += when->end_min < period.first && when->start_max > period.last;
    }
  return n;
}

/* Special ones are taken from those that touch the period, and then asked. */
static guint
ask_special (const DemEventCounts *self, DemPeriod period, guint *sure, guint *possible)
{
  guint n_touching = 0;

  for (guint i = 0; i < self->special->len; i++)
    {
      const DemTimelineEvent *entry = get_event (self, g_array_index (self->special, guint32, i));
      DemAnswer answer = dem_edtf_overlaps (&dem_dossier_event (self->dossier, entry->event)->when, period);

      n_touching += entry->start <= period.last && entry->end >= period.first;
      *sure += answer == DEM_ANSWER_YES;
      *possible += answer == DEM_ANSWER_MAYBE || answer == DEM_ANSWER_UNKNOWN;
    }
  return n_touching;
}

void
dem_event_counts_ask (const DemEventCounts *self, DemPeriod period, guint *sure, guint *possible)
{
  guint n_touching = (period.last == DEM_DAY_AFTER_ALL ? self->events->len : count_started (self, period.last + 1)) - count_before (self->ends, period.first);
  guint n_sure = count_until (self->start_maxs, period.last) - count_before (self->end_mins, period.first)
                 + count_missing_twice (self, period);

  *sure = *possible = 0;
  n_touching -= ask_special (self, period, sure, possible);
  /* Even what is uncertain falls in all of time. */
  if (period.first == DEM_DAY_BEFORE_ALL && period.last == DEM_DAY_AFTER_ALL)
    n_sure = n_touching;
  *sure += n_sure;
  *possible += n_touching - n_sure;
}
