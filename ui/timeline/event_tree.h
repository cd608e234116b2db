/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/mark_form.h"

G_BEGIN_DECLS

/**
 * DemTimelineEvent: a dated event that exists in the scenario.
 * @start, @end: as dem_mark_days() has them
 * @doubtful: not even a period that covers all of it surely overlaps it
 * @special, @vague: see event_counts.c
 */
typedef struct
{
  DemDay start;
  DemDay end;
  guint32 event;
  float importance;
  DemMarkForm form;
  guint8 doubtful;
  guint8 special;
  guint8 vague;
} DemTimelineEvent;

/**
 * DemEventTree:
 *
 * Events by start, with the latest end and the greatest importance of ever longer runs of them; so that the few that
 * matter are found among a million without looking at the rest, long ones that started far before included. It is the
 * array of events itself that is the tree: nothing is copied and nothing points anywhere. Immutable.
 */
typedef struct _DemEventTree DemEventTree;

/**
 * dem_event_tree_new:
 * @events: (array): by start; must outlive the tree
 * @positions: (nullable) (transfer full): which of the events it is about, in their order; NULL for all
 * @n: how many those are
 */
DemEventTree *dem_event_tree_new (const DemTimelineEvent *events, guint32 *positions, guint n);
void dem_event_tree_free (DemEventTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEventTree, dem_event_tree_free)

/* How many of the tree's events stand before a position of the array. */
guint dem_event_tree_count_before (const DemEventTree *self, guint32 position);

/**
 * dem_event_tree_find_best:
 * @first, @last: positions in the array of events, @last exclusive
 * @end: only events that end on this day or later
 * @best: (out caller-allocates): positions, the most important first; of equals the earlier
 * @most: how many are wanted
 *
 * Returns: how many were found
 */
guint dem_event_tree_find_best (const DemEventTree *self, guint32 first, guint32 last, DemDay end, guint32 *best,
                                guint most);

/* Appends the positions before one of those that end on a day or later, in order. */
void dem_event_tree_append_lasting (const DemEventTree *self, guint32 before, DemDay end, GArray *positions);

G_END_DECLS
