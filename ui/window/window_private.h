/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the window share: window.c builds it, window_open.c reads dossiers, window_actions.c has the verbs. */

#include "app/dossier/watcher.h"
#include "ui/window/window.h"
#include "ui/window/workspace.h"

G_BEGIN_DECLS

struct _DemWindow
{
  AdwApplicationWindow parent_instance;

  /* of the template */
  AdwWindowTitle *title;
  GtkMenuButton *open_button;
  GtkMenuButton *menu_button;
  GtkToggleButton *sidebar_button;
  GtkInfoBar *banner;
  GtkLabel *banner_label;
  GtkWidget *banner_button;
  GtkStack *pages;
  AdwStatusPage *loading_page;
  GtkProgressBar *progress;
  AdwStatusPage *broken_page;
  GtkWidget *broken_button;
  DemWorkspace *workspace;

  /* owned */
  DemFocus *focus;
  DemNotebook *notebook; /* nullable: of the dossier in focus */
  DemEvaluator *evaluator;
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

/* window_actions.c */
void dem_window_install_actions (GtkWidgetClass *widget_class);
void dem_window_add_page_keys (DemWindow *self);
void dem_window_update_actions (DemWindow *self);
void dem_window_update_menus (DemWindow *self);

G_END_DECLS
