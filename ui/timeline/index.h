/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"
#include "ui/timeline/event_counts.h"

G_BEGIN_DECLS

/**
 * DemTimelineStretch: a time in which one phase says how a pair stands.
 * @starts: whether the phase begins here; otherwise it comes back from under another
 * @ends: whether it ends here; otherwise another covers it
 */
typedef struct
{
  DemDay start;
  DemDay end;
  guint32 relation;
  DemMarkForm form;
  guint8 starts;
  guint8 ends;
} DemTimelineStretch;

/**
 * DemTimelinePair: the stretches of a pair, which don't overlap: of phases alive together the one that started last holds.
 */
typedef struct
{
  guint32 pair;
  guint32 first; /* in the index's stretches */
  guint32 n;
  guint32 n_phases;
} DemTimelinePair;

/**
 * DemTimelineIndex:
 * @events: (element-type DemTimelineEvent): by start
 * @tree: of all of them
 * @n_undated: events that exist in the scenario but cannot be placed in time
 * @pairs: (element-type DemTimelinePair): those with the most phases first
 * @stretches: (element-type DemTimelineStretch): of each pair, by start
 *
 * What the timeline asks of a dossier, made once for a dossier and scenario; so that what lies in a view is found without
 * looking at the rest. Immutable and reference counted.
 */
typedef struct
{
  DemDossier *dossier;
  guint32 scenario;
  GArray *events;
  DemEventTree *tree;
  guint n_undated;
  GArray *pairs;
  GArray *stretches;

  /*< private >*/
  gatomicrefcount references;
  DemEventCounts *counts;
  GArray *positions; /* guint32 of each event of the dossier, DEM_NO_INDEX where it has none */
} DemTimelineIndex;

/* The scenario is an index or DEM_NO_INDEX. May be called from any thread. */
DemTimelineIndex *dem_timeline_index_new (DemDossier *dossier, guint32 scenario);

/* One in which there is nothing yet, for the time until the other is made. */
DemTimelineIndex *dem_timeline_index_new_empty (DemDossier *dossier, guint32 scenario);

/**
 * dem_timeline_index_new_part:
 * @events: (transfer full) (element-type DemTimelineEvent): some of the whole index's, by start
 * @positions: (element-type guint32): where each event of the dossier stands in the part that it belongs to; shared by parts
 *   that have no event in common
 *
 * An index of some events, without relations.
 */
DemTimelineIndex *dem_timeline_index_new_part (DemTimelineIndex *whole, GArray *events, GArray *positions);

DemTimelineIndex *dem_timeline_index_ref (DemTimelineIndex *self);
void dem_timeline_index_unref (DemTimelineIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemTimelineIndex, dem_timeline_index_unref)

/* The number of events that start before a day, which is also where the first of the others stands. */
guint dem_timeline_index_count_before (DemTimelineIndex *self, DemDay day);

/* The number of events that have ended before a day. */
guint dem_timeline_index_count_ended (DemTimelineIndex *self, DemDay day);

/* The position of an event of the dossier, or -1 when it cannot be placed. */
int dem_timeline_index_find (DemTimelineIndex *self, guint32 event);

/**
 * dem_timeline_index_query:
 * @period: which days; infinite ones too
 * @positions: (element-type guint32): replaced by the positions of the events that may touch them, by start
 *
 * Finds long events that started before the period too, without looking at those that ended before it.
 */
void dem_timeline_index_query (DemTimelineIndex *self, DemPeriod period, GArray *positions);

/**
 * dem_timeline_index_query_possible:
 * @positions: (element-type guint32): replaced by the positions of the events that dem_timeline_index_count() counts, and
 *   perhaps of some others, by start
 *
 * Finds those too that nobody knows to have ended, and which are drawn where they are known to have been.
 */
void dem_timeline_index_query_possible (DemTimelineIndex *self, DemPeriod period, GArray *positions);

/**
 * DemTimelineCounts: how many events fall in a period.
 * @sure: certainly
 * @possible: perhaps, or nobody knows
 * @undated: cannot be told
 */
typedef struct
{
  guint sure;
  guint possible;
  guint undated;
} DemTimelineCounts;

DemTimelineCounts dem_timeline_index_count (DemTimelineIndex *self, DemPeriod period);

G_END_DECLS
