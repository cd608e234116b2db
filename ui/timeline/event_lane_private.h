/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/event_columns.h"
#include "ui/timeline/event_lane.h"

G_BEGIN_DECLS

/* What event_lane.c, which lays out, shares with event_histogram.c, which counts, and event_lane_draw.c, which draws and
 * points. Events that can be seen by themselves are counted as they are shown. */

/* An event that may be seen by itself. */
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
  DemEventColumns *columns;
  GArray *shown;    /* DemShownEvent, by start */
  GArray *items;    /* DemLaneItem, one for each */
  GArray *left_out; /* guint32: positions of those that stand just outside */
  DemLanes *lanes;
  GArray *seen;     /* guint32, sorted: positions of those that are somewhere else than in a histogram */
  GArray *bins;     /* DemEventBin, from the left edge */
  GArray *firsts;   /* guint32: the position of the first event of each */
  double bins_x;    /* where the first begins */
  guint tallest;
  GArray *days;     /* DemPeriod of each cluster */
};

const DemTimelineEvent *dem_event_lane_get_entry (DemEventLane *self, guint i);
DemRef dem_event_lane_get_ref (DemEventLane *self, guint i);
const DemLabel *dem_event_lane_get_label (DemEventLane *self, guint i);

/* Fills seen, bins, tallest and days, once everything has its place. */
void dem_event_lane_fill_histograms (DemEventLane *self);

/* Room for the longest count that the view can need. */
double dem_event_lane_measure_count (DemEventLane *self);

/* The bar of a histogram that an event of the view belongs to, where a bar begins, and how high it is for a number of
 * events. */
guint dem_event_lane_get_bin (DemEventLane *self, guint32 position);
double dem_event_lane_get_bin_x (DemEventLane *self, guint bin);
double dem_event_lane_bar_height (DemEventLane *self, guint count);

/* What is written over a histogram. */
const DemLabel *dem_event_lane_get_count_label (DemEventLane *self, guint count, DemPeriod days);

/* The top of the histograms, below the rows of labels; and of their bars, below the counts. */
double dem_event_lane_histogram_top (DemEventLane *self);
double dem_event_lane_bars_top (DemEventLane *self);

G_END_DECLS
