/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemWidthClass: how much room there is; what each step changes is told in dem_workspace_arrange().
 */
typedef enum
{
  DEM_WIDTH_TINY,   /* below 500 */
  DEM_WIDTH_NARROW, /* below 860 */
  DEM_WIDTH_MEDIUM, /* below 1100 */
  DEM_WIDTH_WIDE,
} DemWidthClass;

/**
 * DemWorkspace:
 *
 * One focus in all its views, arranged for the room there is: chips on top, the map over the timeline, and the pages
 * Argument and Details in a sidebar, or, where it is narrow, in a switcher and a sheet from below.
 *
 * Selecting something opens Details, with one exception: a claim selected in the argument page itself leaves the
 * outline where it is, because whoever walks through an outline is reading it. Details is then marked as having news.
 * A hidden sidebar stays hidden. The sheet covers nothing that is being read, so it always rises.
 *
 * Properties: `sidebar-width` and `timeline-height` (int, logical pixels), which the reader sets by dragging;
 * `sidebar-shown` (boolean); `width-class` (int, DemWidthClass, read-only); `stage` (string), what stands on
 * the stage, also as the action `workspace.stage`; `chosen-stage` (string), what was put there by the reader, while
 * a dossier without places may show another.
 *
 * CSS: node `workspace`.
 */
#define DEM_TYPE_WORKSPACE (dem_workspace_get_type ())
G_DECLARE_FINAL_TYPE (DemWorkspace, dem_workspace, DEM, WORKSPACE, GtkWidget)

void dem_workspace_set_focus (DemWorkspace *self, DemFocus *focus);

/* How strong the claims are: that of the dossier in focus, but for a moment when another is opened. */
void dem_workspace_set_evaluator (DemWorkspace *self, DemEvaluator *evaluator);

/* Where the reader's own goes; that of the dossier in focus. @notebook is nullable. */
void dem_workspace_set_notebook (DemWorkspace *self, DemNotebook *notebook);

/* What is on the stage: "map" or "network" of the actors, "argument" (its map) or "table" (of its claims). Setting brings
 * the stage to the front. */
const char *dem_workspace_get_stage (DemWorkspace *self);
void dem_workspace_set_stage (DemWorkspace *self, const char *name);

/* (transfer none): whose `grouping` is to be remembered */
GtkWidget *dem_workspace_get_timeline (DemWorkspace *self);

/* (transfer none) (nullable): the map, once it has been seen */
GtkWidget *dem_workspace_get_map (DemWorkspace *self);

DemWidthClass dem_workspace_get_width_class (DemWorkspace *self);

gboolean dem_workspace_get_sidebar_shown (DemWorkspace *self);
void dem_workspace_set_sidebar_shown (DemWorkspace *self, gboolean shown);

/* Brings a page to the front wherever it is now, and the keyboard to it: "argument", "details" or "notes". */
void dem_workspace_show_page (DemWorkspace *self, const char *name);

/* Begins a note on some targets (element-type DemNoteTarget), or with NULL on what is selected. */
void dem_workspace_add_note (DemWorkspace *self, GPtrArray *targets);

/* Lists the notes on a target. */
void dem_workspace_show_notes (DemWorkspace *self, const DemNoteTarget *target);

/* Puts what is being typed into the notebook: it is about to be saved for the last time. */
void dem_workspace_keep_notes (DemWorkspace *self);

/* (transfer none): a DemNotesPage */
GtkWidget *dem_workspace_get_notes_page (DemWorkspace *self);

/* Moves the keyboard to the next or previous view that is on screen. */
void dem_workspace_step_view (DemWorkspace *self, int step);

G_END_DECLS
