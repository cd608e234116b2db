/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the workspace share: workspace.c builds it and follows the focus, workspace_layout.c arranges it for
 * the room there is, workspace_stages.c and workspace_pages.c hold the views. */

#include <adwaita.h>

#include "ui/common/note_marks.h"
#include "ui/window/chips.h"
#include "ui/window/workspace.h"

G_BEGIN_DECLS

/* The least height of the timeline, in which there is its overview only. */
#define DEM_WORKSPACE_TIMELINE_LEAST 50

/* How many views stand on the stage by turns. */
#define DEM_WORKSPACE_N_STAGES 4

struct _DemWorkspace
{
  GtkWidget parent_instance;

  /* of the template */
  AdwFlap *flap;
  GtkWidget *stage_bar;
  GtkWidget *stage_toggles;
  GtkWidget *map_toggle_label;
  GtkWidget *network_toggle_label;
  GtkWidget *argument_toggle_label;
  GtkWidget *table_toggle_label;
  GtkScrolledWindow *chips_scroller;
  GtkViewport *chips_viewport;
  DemChips *chips;
  AdwViewStack *stages;
  GtkPaned *paned;
  GtkStack *actors;
  AdwBin *map_sheet_slot;
  AdwBin *under_map_slot;
  AdwBin *timeline_slot;
  AdwBin *argument_slot;
  AdwBin *notes_slot;
  AdwBin *bottom_sheet_slot;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *sidebar;
  AdwViewStack *pages;
  AdwViewStackPage *details_stack_page;
  AdwBin *argument_page_slot;
  AdwBin *details_page_slot;
  AdwBin *notes_page_slot;

  /* each in a carrier that is owned and in one slot at a time */
  GtkWidget *timeline;
  GtkWidget *argument;
  GtkWidget *details;
  GtkWidget *notes;
  GtkWidget *sheet;
  GtkWidget *carriers[5];

  DemFocus *focus;
  DemEvaluator *evaluator;
  DemNotebook *notebook; /* nullable */
  DemNoteMarks *note_marks; /* nullable: of the notebook */
  char *chosen_stage;    /* nullable: what the reader has asked for last */
  DemWidthClass width_class;
  int sidebar_width;
  int timeline_height;
  int height;        /* for which the sheet was measured */
  int paned_height;  /* for which the divider was set */
  guint arrangement; /* idle source: children cannot move while sizes are being settled */
  gboolean arranging;
};

/* workspace_stages.c */

/* The view of a stage, made now if it has not been seen yet; NULL when no stage is called so. (transfer none) */
GtkWidget *dem_workspace_ensure_view (DemWorkspace *self, const char *name);

/* Those of all stages in order, NULL for those not made yet. */
void dem_workspace_list_views (DemWorkspace *self, GtkWidget *views[DEM_WORKSPACE_N_STAGES]);

/* Hands what has just been set to the views that exist. */
void dem_workspace_give_focus (DemWorkspace *self);
void dem_workspace_give_evaluator (DemWorkspace *self);
void dem_workspace_give_notebook (DemWorkspace *self);

/* workspace_pages.c */

/* Makes the pages, each in a carrier but in no slot yet. */
void dem_workspace_make_pages (DemWorkspace *self);

/* Moves a page into a slot, out of the one it was in. */
void dem_workspace_place (GtkWidget *page, AdwBin *slot);

/* The details follow the focus: in front, in the sheet, or with a mark that there is something new. */
void dem_workspace_tell_details (DemWorkspace *self, DemFocusChange what);
void dem_workspace_update_sheet (DemWorkspace *self);

/* Marks the details page when it is not in front and something is selected. */
void dem_workspace_update_news (DemWorkspace *self);

/* workspace_layout.c */
DemWidthClass dem_workspace_classify_width (int width);
gboolean dem_workspace_is_narrow (DemWorkspace *self);

/* Whether a stage shows the argument, as a map or as a table; and whether the present one does. */
gboolean dem_workspace_is_argument (const char *stage);
gboolean dem_workspace_shows_argument (DemWorkspace *self);

/* Puts every widget where it belongs in the present width class. */
void dem_workspace_arrange (DemWorkspace *self);

/* The same for what the switcher at the bottom decides. */
void dem_workspace_arrange_stage (DemWorkspace *self);

/* Sets the divider between map and timeline for a height of the whole. */
void dem_workspace_divide_stage (DemWorkspace *self, int height);

G_END_DECLS
