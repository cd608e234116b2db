/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/axis.h"
#include "ui/timeline/relevant_events.h"

G_BEGIN_DECLS

/**
 * DemEventColumns:
 * @view: the days that can be seen, in part or whole
 * @n: how many columns, each a pixel wide; the last is for what begins beyond the right edge
 * @firsts: (array length=n + 1): the position of the first event of each
 * @counts: (array length=n): how many events there are in each; those that began before the view are in the first
 * @n_before: how many those are
 * @total: all of them
 *
 * Into which columns of pixels the events of a view fall, found by a search for each column and not by a look at each
 * event. An event stands at the middle of its first day.
 */
typedef struct
{
  DemPeriod view;
  guint n;
  guint32 *firsts;
  guint32 *counts;
  guint n_before;
  guint total;
} DemEventColumns;

DemEventColumns *dem_event_columns_new (DemTimelineIndex *index, const DemAxis *axis);
void dem_event_columns_free (DemEventColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEventColumns, dem_event_columns_free)

/* Where nothing is shown at all. */
void dem_event_columns_clear (DemEventColumns *self);

/* The position of the first event that stands at an x of the axis or after it. */
guint32 dem_event_columns_position_at (DemTimelineIndex *index, const DemAxis *axis, double x);

/* The column of an event of the view. */
guint dem_event_columns_find (const DemEventColumns *self, guint32 position);

/**
 * dem_event_columns_find_best:
 * @width: how many columns are looked at together
 * @most: how many events of these are wanted, of the relevant ones and of the others
 *
 * Returns: (transfer full) (element-type guint32): positions in order: of every so many columns, and of what began before
 *   the view, the most important events; and all that are selected
 */
GArray *dem_event_columns_find_best (const DemEventColumns *self, DemRelevantEvents *relevant, guint width, guint most);

G_END_DECLS
