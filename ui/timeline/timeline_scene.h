/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"
#include "ui/timeline/bands.h"
#include "ui/timeline/event_lanes.h"
#include "ui/timeline/overview.h"
#include "ui/timeline/time_handle.h"
#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/**
 * DemTimelineScene:
 *
 * The timeline as a picture: events, the history of relations and an overview, for the view of the focus.
 */
#define DEM_TYPE_TIMELINE_SCENE (dem_timeline_scene_get_type ())
G_DECLARE_FINAL_TYPE (DemTimelineScene, dem_timeline_scene, DEM, TIMELINE_SCENE, GObject)

/**
 * DemTimelineOptions: what a view keeps from one scene to the next, and what it puts over it.
 * @index: of the focus's dossier and scenario
 * @relevant: (nullable): of the index and the relevance, when it has been made before
 * @groups: (nullable): of the events, each of which gets a lane; and what is kept of them
 * @labels: texts measured before
 * @rows: (nullable): where labels stood before, when there is one lane
 * @overview: (nullable): how the overview was drawn before
 * @first, @last: the view in parts of days, @last exclusive: it moves smoothly even where a day is wide
 * @bar_end: how far the bar on top is taken by widgets
 * @first_band: how many bands are scrolled away
 * @first_group: how many groups are
 * @has_counts: whether a widget says how many events there are, so that the scene need not
 * @is_waiting: whether the index is not made yet: that there is nothing then says nothing
 */
typedef struct
{
  DemTimelineIndex *index;
  DemRelevantEvents *relevant;
  DemLaneMemory *groups;
  DemLabelCache *labels;
  DemRowMemory *rows;
  DemOverviewMemory *overview;
  double first;
  double last;
  double bar_end;
  guint first_band;
  guint first_group;
  gboolean has_counts;
  gboolean is_waiting;
} DemTimelineOptions;

/* For a picture by itself. (transfer full) */
DemScene *dem_timeline_scene_new (const DemSceneInput *input);

/* The same with a lane for each group of events. (transfer full) */
DemScene *dem_timeline_scene_new_grouped (const DemSceneInput *input, DemEventGrouping grouping);

/* For a view; the labels and the overview's memory must outlive the scene. (transfer full) */
DemScene *dem_timeline_scene_new_with_options (const DemSceneInput *input, const DemTimelineOptions *options);

typedef enum
{
  DEM_TIMELINE_NOWHERE,
  DEM_TIMELINE_LANES, /* events and bands: whatever time passes over */
  DEM_TIMELINE_HISTOGRAM,
  DEM_TIMELINE_OVERVIEW, /* beside the brush */
  DEM_TIMELINE_BRUSH,
  DEM_TIMELINE_BRUSH_START, /* its handles */
  DEM_TIMELINE_BRUSH_END,
} DemTimelinePart;

/**
 * dem_timeline_scene_part_at:
 * @days: (out) (nullable): what a histogram covers
 *
 * What is at a point of the picture.
 */
DemTimelinePart dem_timeline_scene_part_at (DemTimelineScene *self, double x, double y, DemPeriod *days);

/**
 * dem_timeline_scene_get_handle:
 * @bounds: (out): as it is drawn, in the scene's coordinates
 *
 * FALSE when there is none: the period is the view, or its end is out of sight.
 */
gboolean dem_timeline_scene_get_handle (DemTimelineScene *self, DemTimeHandleKind kind, graphene_rect_t *bounds);

/* The handle of the period within so many pixels around its middle, or DEM_N_HANDLES. */
DemTimeHandleKind dem_timeline_scene_handle_at (DemTimelineScene *self, double x, double y, double reach);

/* Where it says that there is nothing in view, and what; NULL when there is something. Owned by the scene. */
const char *dem_timeline_scene_get_nothing (DemTimelineScene *self, graphene_rect_t *bounds);

/* "19 events in the period, 4 possibly, 2 undated". (transfer full) */
char *dem_timeline_scene_dup_counts (DemTimelineScene *self);
DemTimelineCounts dem_timeline_scene_get_counts (DemTimelineScene *self);

/* Where its parts are, from left to right even where the scene is mirrored. */
const DemTimelineLayout *dem_timeline_scene_get_layout (DemTimelineScene *self);

/* Its parts. */
DemEventLanes *dem_timeline_scene_get_event_lanes (DemTimelineScene *self);
DemEventLane *dem_timeline_scene_get_event_lane (DemTimelineScene *self);
DemBands *dem_timeline_scene_get_bands (DemTimelineScene *self);

G_END_DECLS
