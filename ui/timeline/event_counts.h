/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"
#include "ui/timeline/event_tree.h"

G_BEGIN_DECLS

/**
 * DemEventCounts:
 *
 * How many events fall in a period, surely or possibly, told from their sorted bounds by a few searches. Only those whose
 * dates are sets, or of which an end is not known, are asked one by one. Immutable.
 */
typedef struct _DemEventCounts DemEventCounts;

/* Of (element-type DemTimelineEvent) as the dossier has them, which it marks; both must outlive it. */
DemEventCounts *dem_event_counts_new (DemDossier *dossier, GArray *events);

/* Once the events have been sorted by start, and before anything is asked. */
void dem_event_counts_set_sorted (DemEventCounts *self);

void dem_event_counts_free (DemEventCounts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEventCounts, dem_event_counts_free)

/* @sure: certainly fall in the period; @possible: perhaps, or nobody knows. */
void dem_event_counts_ask (const DemEventCounts *self, DemPeriod period, guint *sure, guint *possible);

/* (element-type guint32): the positions of those that have to be asked one by one. */
const GArray *dem_event_counts_get_special (const DemEventCounts *self);

/* How many certainly ended before a day. */
guint dem_event_counts_ended (const DemEventCounts *self, DemDay day);

G_END_DECLS
