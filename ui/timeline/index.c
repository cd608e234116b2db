/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/index.h"

#include <math.h>

#include "ui/timeline/day_sort.h"

/* ---- Events ---- */

/* By start, then by end; events of the same days stay in the order of the dossier. */
static void
sort_events (DemTimelineIndex *self)
{
  guint n = self->events->len;
  g_autofree DemTimelineEvent *events = g_memdup2 (self->events->data, n * sizeof (DemTimelineEvent));
  g_autofree DemDay *days = g_new (DemDay, n + 1);
  g_autofree guint32 *places = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      places[i] = i;
      days[i] = events[i].end;
    }
  dem_days_sort_places (days, places, n);
  for (guint i = 0; i < n; i++)
    days[i] = events[places[i]].start;
  dem_days_sort_places (days, places, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->events, DemTimelineEvent, i) = events[places[i]];
}

static gboolean
is_doubtful (const DemEdtf *when, const DemTimelineEvent *entry)
{
  return entry->form.body != DEM_MARK_DOT
         && dem_edtf_overlaps (when, (DemPeriod){ entry->start, entry->end }) != DEM_ANSWER_YES;
}

static void
collect_events (DemTimelineIndex *self)
{
  guint n = dem_dossier_count (self->dossier, DEM_KIND_EVENT);
  DemDay today = dem_dossier_get_today (self->dossier);

  for (guint32 i = 0; i < n; i++)
    {
      const DemEvent *event = dem_dossier_event (self->dossier, i);
      DemTimelineEvent entry
          = { .event = i, .importance = isnan (event->importance) ? 0.5f : (float) event->importance };

      if (!dem_dossier_exists_in (self->dossier, DEM_REF (EVENT, i), self->scenario))
        continue;
      if (!dem_mark_days (&event->when, &entry.start, &entry.end))
        {
          self->n_undated++;
          continue;
        }
      entry.form = dem_mark_form (&event->when, today, event->item.n_scenarios > 0);
      entry.doubtful = is_doubtful (&event->when, &entry);
      g_array_append_val (self->events, entry);
    }
  dem_event_counts_free (self->counts);
  self->counts = dem_event_counts_new (self->dossier, self->events);
  sort_events (self);
  dem_event_counts_set_sorted (self->counts);
  dem_event_tree_free (self->tree);
  self->tree = dem_event_tree_new ((const DemTimelineEvent *) self->events->data, NULL, self->events->len);
}

static void
collect_positions (DemTimelineIndex *self)
{
  guint n = dem_dossier_count (self->dossier, DEM_KIND_EVENT);

  g_array_set_size (self->positions, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->positions, guint32, i) = DEM_NO_INDEX;
  for (guint32 i = 0; i < self->events->len; i++)
    g_array_index (self->positions, guint32, g_array_index (self->events, DemTimelineEvent, i).event) = i;
}

guint
dem_timeline_index_count_before (DemTimelineIndex *self, DemDay day)
{
  guint low = 0, high = self->events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->events, DemTimelineEvent, middle).start < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
dem_timeline_index_count_ended (DemTimelineIndex *self, DemDay day)
{
  return dem_event_counts_ended (self->counts, day);
}

int
dem_timeline_index_find (DemTimelineIndex *self, guint32 event)
{
  guint32 position = event < self->positions->len ? g_array_index (self->positions, guint32, event) : DEM_NO_INDEX;

  /* The position may be meant for another part. */
  if (position >= self->events->len
      || g_array_index (self->events, DemTimelineEvent, position).event != event)
    return -1;
  return (int) position;
}

/* The first event that starts after a day. */
static guint
find_after (DemTimelineIndex *self, DemDay day)
{
  return day == DEM_DAY_AFTER_ALL ? self->events->len : dem_timeline_index_count_before (self, day + 1);
}

void
dem_timeline_index_query (DemTimelineIndex *self, DemPeriod period, GArray *positions)
{
  g_array_set_size (positions, 0);
  dem_event_tree_append_lasting (self->tree, find_after (self, period.last), period.first, positions);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

void
dem_timeline_index_query_possible (DemTimelineIndex *self, DemPeriod period, GArray *positions)
{
  const GArray *special = dem_event_counts_get_special (self->counts);
  guint n;

  dem_timeline_index_query (self, period, positions);
  n = positions->len;
  for (guint i = 0; i < special->len; i++)
    {
      guint32 position = g_array_index (special, guint32, i);
      const DemTimelineEvent *entry = &g_array_index (self->events, DemTimelineEvent, position);

      if (entry->start > period.last || entry->end < period.first)
        g_array_append_val (positions, position);
    }
  if (positions->len > n)
    g_array_sort (positions, compare_positions);
}

DemTimelineCounts
dem_timeline_index_count (DemTimelineIndex *self, DemPeriod period)
{
  DemTimelineCounts counts = { .undated = self->n_undated };

  dem_event_counts_ask (self->counts, period, &counts.sure, &counts.possible);
  return counts;
}

/* ---- Pairs ---- */

typedef struct
{
  guint32 pair;
  guint32 relation;
  DemDay start;
  DemDay end;
  DemMarkForm form;
} Phase;

static int
compare_phases (gconstpointer a, gconstpointer b)
{
  const Phase *x = a, *y = b;

  if (x->pair != y->pair)
    return x->pair < y->pair ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->relation < y->relation ? -1 : x->relation > y->relation;
}

static GArray *
collect_phases (DemTimelineIndex *self)
{
  GArray *phases = g_array_new (FALSE, FALSE, sizeof (Phase));
  guint n = dem_dossier_count (self->dossier, DEM_KIND_RELATION);
  DemDay today = dem_dossier_get_today (self->dossier);

  for (guint32 i = 0; i < n; i++)
    {
      const DemRelation *relation = dem_dossier_relation (self->dossier, i);
      Phase phase = { .pair = relation->pair, .relation = i };

      if (isnan (relation->stance) || !dem_mark_days (&relation->when, &phase.start, &phase.end)
          || !dem_dossier_exists_in (self->dossier, DEM_REF (RELATION, i), self->scenario))
        continue;
      phase.form = dem_mark_form (&relation->when, today, relation->item.n_scenarios > 0);
      g_array_append_val (phases, phase);
    }
  g_array_sort (phases, compare_phases);
  return phases;
}

static void
add_stretch (DemTimelineIndex *self, const Phase *phase, DemDay start, DemDay end)
{
  DemTimelineStretch stretch = { .start = start,
                                 .end = end,
                                 .relation = phase->relation,
                                 .form = phase->form,
                                 .starts = start == phase->start,
                                 .ends = end == phase->end };

  if (start <= end)
    g_array_append_val (self->stretches, stretch);
}

/* Lets the phases under way run until a day. The last of them holds; those that ended meanwhile give way.
 * Returns the day from which nothing has been said yet. */
static DemDay
run_until (DemTimelineIndex *self, GPtrArray *under_way, DemDay from, DemDay day)
{
  while (under_way->len > 0 && from < day)
    {
      const Phase *top = g_ptr_array_index (under_way, under_way->len - 1);

      add_stretch (self, top, from, MIN (top->end, day - 1));
      if (top->end >= day)
        return day;
      from = MAX (from, top->end + 1);
      g_ptr_array_set_size (under_way, (int) under_way->len - 1);
    }
  return day;
}

/* The phases of one pair, by start, become stretches: each covers what started before it as long as it lasts.
 */
static void
add_pair (DemTimelineIndex *self, const Phase *phases, guint n)
{
  g_autoptr (GPtrArray) under_way = g_ptr_array_new ();
  DemTimelinePair pair = { .pair = phases[0].pair, .first = self->stretches->len, .n_phases = n };
  DemDay from = phases[0].start;

  for (guint i = 0; i < n; i++)
    {
      from = run_until (self, under_way, from, phases[i].start);
      g_ptr_array_add (under_way, (gpointer) &phases[i]);
    }
  run_until (self, under_way, from, DEM_DAY_AFTER_ALL);

  /* What never ends was cut one day short. */
  for (guint i = pair.first; i < self->stretches->len; i++)
    {
      DemTimelineStretch *stretch = &g_array_index (self->stretches, DemTimelineStretch, i);

      if (stretch->end == DEM_DAY_AFTER_ALL - 1)
        {
          stretch->end = DEM_DAY_AFTER_ALL;
          stretch->ends = TRUE;
        }
    }
  pair.n = self->stretches->len - pair.first;
  g_array_append_val (self->pairs, pair);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const DemTimelinePair *x = a, *y = b;

  if (x->n_phases != y->n_phases)
    return x->n_phases > y->n_phases ? -1 : 1;
  return x->pair < y->pair ? -1 : x->pair > y->pair;
}

static void
collect_pairs (DemTimelineIndex *self)
{
  g_autoptr (GArray) phases = collect_phases (self);
  const Phase *phase = (const Phase *) phases->data;

  for (guint i = 0, end; i < phases->len; i = end)
    {
      for (end = i + 1; end < phases->len && phase[end].pair == phase[i].pair;)
        end++;
      add_pair (self, phase + i, end - i);
    }
  g_array_sort (self->pairs, compare_pairs);
}

/* ---- Life ---- */

DemTimelineIndex *
dem_timeline_index_new_empty (DemDossier *dossier, guint32 scenario)
{
  DemTimelineIndex *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  self = g_new0 (DemTimelineIndex, 1);
  g_atomic_ref_count_init (&self->references);
  self->dossier = g_object_ref (dossier);
  self->scenario = scenario;
  self->events = g_array_new (FALSE, FALSE, sizeof (DemTimelineEvent));
  self->tree = dem_event_tree_new (NULL, NULL, 0);
  self->counts = dem_event_counts_new (dossier, self->events);
  dem_event_counts_set_sorted (self->counts);
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (DemTimelinePair));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (DemTimelineStretch));
  return self;
}

DemTimelineIndex *
dem_timeline_index_new (DemDossier *dossier, guint32 scenario)
{
  DemTimelineIndex *self = dem_timeline_index_new_empty (dossier, scenario);

  g_return_val_if_fail (self != NULL, NULL);

  collect_events (self);
  collect_positions (self);
  collect_pairs (self);
  return self;
}

DemTimelineIndex *
dem_timeline_index_new_part (DemTimelineIndex *whole, GArray *events, GArray *positions)
{
  DemTimelineIndex *self;

  g_return_val_if_fail (whole != NULL && events != NULL && positions != NULL, NULL);

  self = dem_timeline_index_new_empty (whole->dossier, whole->scenario);
  g_array_unref (self->events);
  self->events = events;
  g_array_unref (self->positions);
  self->positions = g_array_ref (positions);
  dem_event_tree_free (self->tree);
  self->tree = dem_event_tree_new ((const DemTimelineEvent *) events->data, NULL, events->len);
  dem_event_counts_free (self->counts);
  self->counts = dem_event_counts_new (whole->dossier, events);
  dem_event_counts_set_sorted (self->counts);
  return self;
}

DemTimelineIndex *
dem_timeline_index_ref (DemTimelineIndex *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_timeline_index_unref (DemTimelineIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_object_unref (self->dossier);
  dem_event_tree_free (self->tree);
  g_array_unref (self->events);
  dem_event_counts_free (self->counts);
  g_array_unref (self->positions);
  g_array_unref (self->pairs);
  g_array_unref (self->stretches);
  g_free (self);
}
