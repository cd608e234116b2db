/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/lanes.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/**
 * DemEventLane:
 *
 * The lane of events: labelled marks in rows, dots on the axis for those without room, histograms where they are dense.
 */
typedef struct _DemEventLane DemEventLane;

/**
 * DemRowMemory:
 *
 * In which row each event stood in the picture before, so that labels keep their rows while one pans. A zoom begins anew.
 */
typedef struct
{
  GHashTable *rows; /* event → row + 1 */
  double pixels_per_day;
} DemRowMemory;

DemRowMemory *dem_row_memory_new (void);
void dem_row_memory_free (DemRowMemory *memory);

/* The context must outlive it. (nullable) @memory: read and then written */
DemEventLane *dem_event_lane_new (const DemTimelineContext *context, DemRowMemory *memory);
void dem_event_lane_free (DemEventLane *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEventLane, dem_event_lane_free)

/* Bars and histograms; then dots, with labels and on the axis. */
void dem_event_lane_draw_bars (DemEventLane *self, const DemTimelinePainter *painter);
void dem_event_lane_draw_dots (DemEventLane *self, const DemTimelinePainter *painter);
void dem_event_lane_draw_texts (DemEventLane *self, const DemTimelinePainter *painter);

/* Every event that can be seen by itself, by date: its mark and label, or its dot. */
void dem_event_lane_append_marks (DemEventLane *self, GArray *marks);

/* The bar of a histogram that an event in view belongs to that has no mark; FALSE when there is none. */
gboolean dem_event_lane_find_in_histogram (DemEventLane *self, guint32 event, graphene_rect_t *bounds);

/* The nearest labelled event or dot. (nullable) @distance is in pixels, infinite when there is none. */
DemRef dem_event_lane_hit (DemEventLane *self, double x, double y, double *distance);

/* The days that the histogram at a point covers; FALSE where there is none. */
gboolean dem_event_lane_histogram_at (DemEventLane *self, double x, double y, DemPeriod *days);

/* Where everything went, for tests: how many events the view shows, and how they were packed. */
guint dem_event_lane_count (DemEventLane *self);
const DemLanes *dem_event_lane_get_lanes (DemEventLane *self);

G_END_DECLS
