/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the window share: window.c builds it, window_open.c reads dossiers, window_actions.c has the verbs,
 * window_notebook.c keeps the notes. */

#include "app/dossier/watcher.h"
#include "app/notebook/notebook_store.h"
#include "ui/briefing/presentation.h"
#include "ui/briefing/stops_window.h"
#include "ui/window/window.h"
#include "ui/window/workspace.h"

G_BEGIN_DECLS

struct _DemWindow
{
  AdwApplicationWindow parent_instance;

  /* of the template */
  AdwWindowTitle *title;
  GtkWidget *note_button;
  GtkWidget *present_button;
  GtkMenuButton *open_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *search_button;
  GtkToggleButton *sidebar_button;
  GtkInfoBar *banner;
  GtkLabel *banner_label;
  GtkWidget *banner_button;
  GtkInfoBar *notes_banner;
  GtkLabel *notes_label;
  GtkWidget *notes_retry;
  GtkWidget *notes_elsewhere;
  GtkStack *pages;
  AdwStatusPage *loading_page;
  GtkProgressBar *progress;
  AdwStatusPage *broken_page;
  GtkWidget *broken_button;
  DemWorkspace *workspace;

  /* owned */
  DemFocus *focus;
  DemNotebook *notebook; /* nullable: of the dossier in focus */
  DemNotebookStore *store; /* nullable: of the notebook */
  char *notes_said;        /* nullable: what the banner tells of the notes until it is closed */
  GFile *notes_copy;       /* nullable: where they were last saved elsewhere */
  guint notes_update;      /* source: the banner is to be looked after */
  DemEvaluator *evaluator;
  DemPresentation *presentation; /* nullable: the talk that is being given */
  guint last_stop;               /* where the last one has ended */
  GSettings *settings; /* nullable: without a schema nothing is remembered */
  DemWatcher *watcher; /* of the open file */
  DemLoader *loader;   /* while a file is being opened */
  GCancellable *cancellable;
  GPtrArray *problems; /* (element-type DemProblem): what win.show-problems shows */
  char *problems_name; /* of which file */
  guint slow;          /* source: opening takes long enough to say so */
};

/* window_open.c */
void dem_window_cancel_opening (DemWindow *self);
void dem_window_forget_opening (DemWindow *self);

/* window_notebook.c */

/* Opens the notebook of a dossier (nullable) with its file, and lets go of the one before. (transfer none) (nullable) */
DemNotebook *dem_window_open_store (DemWindow *self, DemDossier *dossier);
void dem_window_close_store (DemWindow *self);
void dem_window_close_notes_banner (DemWindow *self);

/* At once, and in a file that is asked for. */
void dem_window_save_notes (DemWindow *self);
void dem_window_save_notes_elsewhere (DemWindow *self);

/* Whether nothing is lost by closing; else it asks. Waits a second at most. */
gboolean dem_window_may_close (DemWindow *self);

/* window_present.c */

/* Gives a talk, beginning at one of the stops that are presented; brings the one to the front that is being given. */
void dem_window_present_from (DemWindow *self, guint position);
void dem_window_end_presentation (DemWindow *self);

/* Makes a stop of what is on screen, to be written on; shows all stops, one of them (nullable) to begin with. */
void dem_window_add_stop (DemWindow *self);
void dem_window_show_stops (DemWindow *self, const char *id);

/* window_actions.c */
void dem_window_install_actions (GtkWidgetClass *widget_class);
void dem_window_add_page_keys (DemWindow *self);
void dem_window_prepare_search (DemWindow *self);
void dem_window_update_actions (DemWindow *self);
void dem_window_update_menus (DemWindow *self);

G_END_DECLS
