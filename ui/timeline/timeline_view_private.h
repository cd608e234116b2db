/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/playback.h"
#include "ui/common/pan_zoom.h"
#include "ui/timeline/timeline_camera.h"
#include "ui/timeline/timeline_scene.h"
#include "ui/timeline/timeline_view.h"

G_BEGIN_DECLS

/* Time that is played through the view, and what is said of it. */
typedef struct
{
  int speed;         /* per cent: at 100 the range takes DEM_PLAYBACK_SECONDS */
  int mode;          /* DemPlaybackMode */
  DemChanges *changes;  /* of the focus's dossier and scenario, made when first needed */
  GCancellable *sorting; /* while a worker makes them */
  int awaited;          /* the way of a step that waits for them, or 0 */

  gboolean is_playing;
  gboolean is_showing; /* the period changes because of us */
  DemPlayback playback;
  double playhead; /* in parts of days */
  gint64 last_frame;
  guint tick;
  guint timeout; /* instead of the tick, where nothing may move */

  DemRef said;         /* what the line is about */
  gint64 last_spoken;  /* monotonic, in µs */
} DemTimelinePlayer;

/* What a drag does that is not a pan. */
typedef enum
{
  DRAG_NOTHING,
  DRAG_PERIOD,     /* sets the period from where it began */
  DRAG_PERIOD_BEGIN, /* moves one end of the period */
  DRAG_PERIOD_END,
  DRAG_NEW_VIEW,   /* sets the view from where it began in the overview */
  DRAG_BRUSH,      /* moves the view */
  DRAG_VIEW_START, /* moves one end of the view */
  DRAG_VIEW_END,
} DragKind;

#define DEM_TIMELINE_HANDLE_REACH 12.0 /* around the middle of a handle, for pointing */

struct _DemTimelineView
{
  DemCanvas parent_instance;

  GtkWidget *bar;
  GtkMenuButton *counts_button;
  GtkLabel *counts;
  GtkButton *play;
  GtkMenuButton *speed;
  GtkMenuButton *group;
  GtkButton *said; /* what changed last, while time is played */
  GtkLabel *said_label;

  GtkWidget *handles[DEM_N_HANDLES];
  GtkWidget *show_all; /* where there is nothing in view */
  GtkWidget *menu; /* while it is open */
  DemRef menu_ref; /* what it is about, or nothing in particular */

  DemTimelinePlayer player;
  DemPanZoom *pan_zoom;
  DemTimelineIndex *index; /* of the focus's dossier, NULL without */
  DemRelevantEvents *relevant; /* of the index and what was selected last */
  DemEventGrouping grouping;
  DemLaneMemory *groups; /* of the index's events, NULL for one lane */
  guint first_group;  /* how many of them are scrolled away */
  int spoken_group;   /* the cursor's when it last spoke, -1 */
  guint first_band;   /* how many bands are scrolled away */
  double band_rest;   /* what the wheel has turned beyond whole bands */
  double band_pointer_x, band_pointer_y;
  guint counting;     /* until then the counts are not told again */
  GCancellable *indexing;  /* while a worker makes an index */
  DemLabelCache *labels;
  DemRowMemory *rows;
  DemOverviewMemory *overview;
  DemTimelineCamera camera;
  DemPeriod view;           /* of the focus, when the camera was last the same */
  DemTimelineLayout layout; /* of the scene made last */

  DragKind drag;
  gboolean is_claimed;
  gboolean is_touch; /* the drag: fingers are less exact */
  double grabbed_x;
  double grabbed_day;        /* where the drag began: of the lanes for the period, of the overview otherwise */
  DemTimelineCamera grabbed; /* the camera then */
  DemTimelinePart pointed;   /* for the shape of the pointer */
};

DemFocus *dem_timeline_view_get_focus (DemTimelineView *self);
DemPeriod dem_timeline_view_get_span (DemTimelineView *self); /* of the dossier, which there must be */
gboolean dem_timeline_view_is_mirrored (DemTimelineView *self);
DemTimelineScene *dem_timeline_view_get_scene (DemTimelineView *self);

/* What is at a point, and which day is at an x, of the lanes or of the overview. (nullable) @days: as of the scene */
DemTimelinePart dem_timeline_view_part_at (DemTimelineView *self, double x, double y, DemPeriod *days);
double dem_timeline_view_day_at (DemTimelineView *self, double x);
double dem_timeline_view_overview_day_at (DemTimelineView *self, double x);

/* Shows something else. The focus holds whole days; what is between them is the camera's own. */
void dem_timeline_view_set_camera (DemTimelineView *self, DemTimelineCamera camera);

/* Makes the index of the focus's dossier and scenario: at once when that is quick, else on a worker, while the view shows
 * what it has. */
void dem_timeline_view_update_index (DemTimelineView *self);
void dem_timeline_view_stop_indexing (DemTimelineView *self);
gboolean dem_timeline_view_is_indexing (DemTimelineView *self);

/* The events of the index that a selection lights. (transfer none) */
DemRelevantEvents *dem_timeline_view_get_relevant (DemTimelineView *self, DemRelevance *relevance);

/* The wheel scrolls the bands where it is turned over their names. */
void dem_timeline_view_init_bands (DemTimelineView *self);

/* Scrolls by so many bands; FALSE when there are no more that way. */
gboolean dem_timeline_view_scroll_bands (DemTimelineView *self, int by);

/* From the cursor's pair to the next or previous in a row of folded bands, which scrolls; FALSE when there is none. */
gboolean dem_timeline_view_step_folded (DemTimelineView *self, int by);

/* Lanes for groups of events: which, scrolling, and what is said of them. */
const char *dem_timeline_view_get_grouping (DemTimelineView *self);
void dem_timeline_view_set_grouping (DemTimelineView *self, const char *name);
void dem_timeline_view_install_groups (GtkWidgetClass *widget_class);
gboolean dem_timeline_view_scroll_groups (DemTimelineView *self, int by);
gboolean dem_timeline_view_is_over_groups (DemTimelineView *self, double x, double y);

/* Scrolls so that the lane of an event is seen. */
void dem_timeline_view_show_group_of (DemTimelineView *self, DemRef ref);

/* Moves a cursor that is on an event along its lane, or to the next one; FALSE where the lanes end, and without groups. */
gboolean dem_timeline_view_step_lane (DemTimelineView *self, DemCursorMove move);

/* Says how many events there are in the period, of many events no more often than can be read; or at once. */
void dem_timeline_view_counts_changed (DemTimelineView *self);

/* Says how many events there are in the period. */
void dem_timeline_view_update_counts (DemTimelineView *self);
void dem_timeline_view_init_counts (DemTimelineView *self);
void dem_timeline_view_install_counts (GtkWidgetClass *widget_class);

/* Gives the class its actions and their keys. */
void dem_timeline_view_install_actions (GtkWidgetClass *widget_class);

/* Playback: its actions, its keys, its end; and what it has to know of the focus. */
/* Fewer items than these are sorted within a frame. */
#define DEM_TIMELINE_AT_ONCE 10000

/* What changes when; NULL while a worker sorts it, after which dem_timeline_view_changes_made() is called. */
DemChanges *dem_timeline_view_get_changes (DemTimelineView *self);
void dem_timeline_view_changes_made (DemTimelineView *self);
void dem_timeline_view_clear_changes (DemTimelineView *self);

void dem_timeline_view_install_playback (GtkWidgetClass *widget_class);
void dem_timeline_view_init_playback (DemTimelineView *self);
void dem_timeline_view_pause (DemTimelineView *self);
void dem_timeline_view_clear_playback (DemTimelineView *self);
void dem_timeline_view_follow_playback (DemTimelineView *self, DemFocusChange what);
void dem_timeline_view_set_speed (DemTimelineView *self, int percent);
void dem_timeline_view_set_playback_mode (DemTimelineView *self, int mode);

/* The context menu, and what fits in view. */
void dem_timeline_view_install_menu (GtkWidgetClass *widget_class);
void dem_timeline_view_init_menu (DemTimelineView *self);
void dem_timeline_view_clear_menu (DemTimelineView *self);
void dem_timeline_view_open_menu (DemTimelineView *self, DemRef ref, const GdkRectangle *at);
void dem_timeline_view_update_menu_actions (DemTimelineView *self);

/* What a note is about that is written at a point where nothing is. (transfer full) (nullable) */
DemNoteTarget *dem_timeline_view_dup_target_at (DemCanvas *canvas, double x, double y);

/* Handles for the keyboard: made with the view, put where the scene draws them. */
void dem_timeline_view_init_handles (DemTimelineView *self);
void dem_timeline_view_clear_handles (DemTimelineView *self);
void dem_timeline_view_place_handles (DemTimelineView *self);

/* The way out of a view in which there is nothing: a button under the words of the scene. */
void dem_timeline_view_init_show_all (DemTimelineView *self);
void dem_timeline_view_place_show_all (DemTimelineView *self);
void dem_timeline_view_update_way_out (DemTimelineView *self);

/* Moves one end of the period, no further than the other and not out of the view. */
void dem_timeline_view_set_period_end (DemTimelineView *self, DemTimeHandleKind kind, DemDay day);

/* Drags that are not pans: their gesture, and whether one that begins at a point would be one. */
void dem_timeline_view_init_drag (DemTimelineView *self);
gboolean dem_timeline_view_is_drag (DemTimelineView *self, double x, double y, GdkModifierType modifiers);

/* What the drag gesture calls, and tests, which cannot hold down Shift: a drag that is not a pan begins (FALSE: it is
 * one), and comes to an x. */
gboolean dem_timeline_view_drag_begin (DemTimelineView *self, double x, double y, GdkModifierType modifiers);
void dem_timeline_view_drag_to (DemTimelineView *self, double x);

G_END_DECLS
