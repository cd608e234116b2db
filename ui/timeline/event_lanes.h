/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/event_groups.h"
#include "ui/timeline/event_lane.h"

G_BEGIN_DECLS

/**
 * DemLaneMemory:
 *
 * What is kept of each group from one picture to the next: where its labels stood, and which of its events the selection
 * lights.
 */
typedef struct _DemLaneMemory DemLaneMemory;

DemLaneMemory *dem_lane_memory_new (DemEventGroups *groups);
void dem_lane_memory_free (DemLaneMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemLaneMemory, dem_lane_memory_free)

/* (transfer none) */
DemEventGroups *dem_lane_memory_get_groups (DemLaneMemory *self);

/**
 * DemEventLanes:
 *
 * The events: all in one lane, or a lane for each group, with its name. Where there are more groups than have room, some are
 * scrolled away.
 */
typedef struct _DemEventLanes DemEventLanes;

/**
 * dem_event_lanes_new:
 * @rows: (nullable): where labels stood before, of all events in one lane
 * @memory: (nullable): of the groups; NULL for one lane
 * @first_group: how many groups are scrolled away
 *
 * The context must outlive it.
 */
DemEventLanes *dem_event_lanes_new (const DemTimelineContext *context, DemRowMemory *rows, DemLaneMemory *memory,
                                    guint first_group);
void dem_event_lanes_free (DemEventLanes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEventLanes, dem_event_lanes_free)

/* As those of a lane. */
void dem_event_lanes_draw_bars (DemEventLanes *self, const DemTimelinePainter *painter);
void dem_event_lanes_draw_dots (DemEventLanes *self, const DemTimelinePainter *painter);
void dem_event_lanes_draw_texts (DemEventLanes *self, const DemTimelinePainter *painter);
void dem_event_lanes_append_marks (DemEventLanes *self, GArray *marks);
gboolean dem_event_lanes_find_in_histogram (DemEventLanes *self, guint32 event, graphene_rect_t *bounds);
DemRef dem_event_lanes_hit (DemEventLanes *self, double x, double y, double *distance);
gboolean dem_event_lanes_histogram_at (DemEventLanes *self, double x, double y, DemPeriod *days);

/* The lines between lanes, and where one is among those that can be scrolled: not clipped to the time there is. */
void dem_event_lanes_draw_lines (DemEventLanes *self, const DemTimelinePainter *painter);
void dem_event_lanes_draw_thumb (DemEventLanes *self, const DemTimelinePainter *painter);

/* How many events the view has, in lanes that are scrolled away too. */
guint dem_event_lanes_count_events (DemEventLanes *self);

/* The lanes that are seen, from the top; and of groups how many are scrolled away above, and how many are not seen in all. */
guint dem_event_lanes_count (DemEventLanes *self);
DemEventLane *dem_event_lanes_get (DemEventLanes *self, guint i);
guint dem_event_lanes_get_first (DemEventLanes *self);
guint dem_event_lanes_count_hidden (DemEventLanes *self);

/* Where a lane is, and what it is called; NULL when there is only one. */
void dem_event_lanes_get_extent (DemEventLanes *self, guint i, double *top, double *bottom);
const char *dem_event_lanes_get_name (DemEventLanes *self, guint i);

G_END_DECLS
