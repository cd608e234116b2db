/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"
#include "ui/timeline/axis.h"
#include "ui/timeline/event_groups.h"
#include "ui/timeline/index.h"
#include "ui/timeline/label_cache.h"
#include "ui/timeline/relevant_events.h"

G_BEGIN_DECLS

/* Sizes of text in points (visual.md § 4 and 8). */
#define DEM_TIMELINE_TEXT 9.0
#define DEM_TIMELINE_BAND_TEXT 8.7
#define DEM_TIMELINE_SMALL_TEXT 8.0

#define DEM_TIMELINE_BAR_HEIGHT 34.0 /* the bar on top, at text scale 1 */

/**
 * DemTimelineLayout:
 * @scale: of text, 1 at 96 dots an inch
 * @compact: so low that there is only room for the overview
 * @left, @right: of everything that has a place in time
 * @axis: of the lanes and bands
 * @overview: the axis of the overview: the dossier's whole span and a little more
 * @folded: whether the bands are one row of small ones, side by side
 * @opened: the pair whose history is opened, as a position in the index, or DEM_NO_INDEX; the first of the bands
 * @chart_height: what it takes, 0 without one
 * @today_x: where the future begins; NAN when the view doesn't show it
 *
 * Where the parts of the timeline are, in pixels, left to right: it is mirrored as a whole when it is drawn.
 */
typedef struct
{
  double width, height;
  double scale;
  gboolean compact;
  double left, right;

  double axis_text_y;
  double axis_y;
  double row_height;
  double lanes_top;
  guint rows;
  double lanes_bottom;
  double band_pitch, band_height;
  double bands_top;
  guint bands;
  gboolean folded;
  guint32 opened;
  double chart_height;
  double bands_bottom;
  double overview_top, overview_bottom;

  DemAxis axis;
  DemAxis overview;
  double today_x;
} DemTimelineLayout;

/**
 * DemTimelineContext: what all parts are made from. Borrowed, but for the layout.
 * @period: that every view filters by
 * @linked: whether it is the view
 * @first_band: how many bands are scrolled away
 * @scenario: which claims there are
 * @notes: (nullable): what carries notes
 * @grouped: whether each group of events has its own lane
 */
typedef struct
{
  DemDossier *dossier;
  DemRelevance *relevance;
  const DemPalette *palette;
  DemTimelineIndex *index;
  DemRelevantEvents *relevant;
  DemLabelCache *labels;
  DemNoteMarks *notes;
  DemPeriod period;
  gboolean linked;
  guint first_band;
  guint32 scenario;
  gboolean grouped;
  DemDay today;
  DemTimelineLayout layout;
} DemTimelineContext;

/**
 * DemTimelinePainter: where the parts draw. Shapes go to @cr, which is already mirrored for right-to-left languages; texts
 * go through dem_timeline_text(), on top of all shapes, and what stands behind them through dem_timeline_fill().
 */
typedef struct
{
  const DemTimelineContext *context;
  cairo_t *cr;           /* NULL while texts are drawn */
  GtkSnapshot *snapshot; /* NULL while shapes are drawn */
  gboolean mirrored;
} DemTimelinePainter;

/* Lays out for the view from @first to @last, exclusive, in days. The gutter becomes as wide as the longest name in it
 * wants, within limits. (nullable) @groups: that want a lane each */
void dem_timeline_layout_init (DemTimelineLayout *layout, const DemSceneInput *input, DemTimelineIndex *index,
                               DemEventGroups *groups, double first, double last, double longest_name);

#define DEM_TIMELINE_GROUP_GAP 6.0 /* between the lanes of two groups */

#define DEM_TIMELINE_GUTTER_LEFT 16.0 /* where names begin */

/* Where a band begins, counted from the top. */
double dem_timeline_layout_band_y (const DemTimelineLayout *layout, guint i);

/* Draws a label with its left edge (in the layout's direction) and its top at a point. */
void dem_timeline_text (const DemTimelinePainter *painter, const DemLabel *label, double x, double y,
                        const GdkRGBA *color, double opacity);

/* Where something is on the screen that is somewhere in the layout. */
graphene_rect_t dem_timeline_mirror (const DemTimelinePainter *painter, const graphene_rect_t *bounds);

/* Fills a rectangle of the layout, while texts are drawn and what stands behind the shapes. */
void dem_timeline_fill (const DemTimelinePainter *painter, double x, double y, double width, double height,
                        const GdkRGBA *color, double opacity);

/* Begins to draw shapes that stay within some bounds of the layout, and ends it. */
DemTimelinePainter dem_timeline_begin_shapes (const DemTimelinePainter *painter, const graphene_rect_t *bounds);
void dem_timeline_end_shapes (DemTimelinePainter *shapes);

/* Sets the source of shapes. */
void dem_timeline_ink (const DemTimelinePainter *painter, const GdkRGBA *color, double opacity);

/* How strongly something is drawn that may be irrelevant to the selection: 1, or what the palette says for its kind. */
double dem_timeline_presence (const DemTimelineContext *context, DemRef ref, double dimmed);

G_END_DECLS
