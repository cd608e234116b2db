/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/event_lane.h"

G_BEGIN_DECLS

/* What event_lane.c, which lays out, shares with event_lane_draw.c, which draws and points. Events are counted as they are
 * shown. */

/* An event in view. */
typedef struct
{
  guint32 position; /* in the index */
  DemMarkExtent extent;
} DemShownEvent;

/* A bar of a histogram. */
typedef struct
{
  guint count;
  guint relevant;
} DemEventBin;

struct _DemEventLane
{
  const DemTimelineContext *context;
  GArray *shown;  /* DemShownEvent, by start */
  GArray *items;  /* DemLaneItem, one for each */
  DemLanes *lanes;
  GArray *bins;   /* DemEventBin, from the left edge */
  double bins_x;  /* where the first begins */
  guint tallest;
  GArray *days;   /* DemPeriod of each cluster */
};

const DemTimelineEvent *dem_event_lane_get_entry (DemEventLane *self, guint i);
DemRef dem_event_lane_get_ref (DemEventLane *self, guint i);
const DemLabel *dem_event_lane_get_label (DemEventLane *self, guint i);

/* The bar of a histogram that an event belongs to, where a bar begins, and how high it is for a number of events. */
guint dem_event_lane_get_bin (DemEventLane *self, guint i);
double dem_event_lane_get_bin_x (DemEventLane *self, guint bin);
double dem_event_lane_bar_height (DemEventLane *self, guint count);

/* Of each event whether it is somewhere else than in a histogram. (transfer full) */
guint8 *dem_event_lane_find_elsewhere (DemEventLane *self);

/* What is written over a histogram. */
const DemLabel *dem_event_lane_get_count_label (DemEventLane *self, guint count, DemPeriod days);

/* The top of the histograms, below the rows of labels; and of their bars, below the counts. */
double dem_event_lane_histogram_top (DemEventLane *self);
double dem_event_lane_bars_top (DemEventLane *self);

G_END_DECLS
