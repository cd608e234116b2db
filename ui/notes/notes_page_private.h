/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the page share: notes_page.c has the list and what is done in it, notes_page_chips.c the row of tags,
 * notes_page_filter.c what the list is narrowed to, notes_page_files.c what comes in and goes out. */

#include <adwaita.h>

#include "app/notebook/notebook_store.h"
#include "ui/notes/note_context.h"
#include "ui/notes/notes_page.h"

G_BEGIN_DECLS

struct _DemNotesPage
{
  GtkWidget parent_instance;

  /* of the template */
  GtkWidget *search;
  GtkWidget *chips_bar;
  GtkWidget *chips;
  GtkMenuButton *sort_button;
  GtkWidget *filter_button;
  GtkPopover *filter_popover;
  GtkWidget *filter_menu;
  GtkWidget *filter_bar;
  GtkLabel *filter_words;
  AdwStatusPage *nothing;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListView *view;
  GtkLabel *saved;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *export_button;

  DemNoteContext context;
  GtkMultiSelection *selection;
  DemNoteRow *entering; /* nullable: the row into whose editor the cursor goes as soon as it is there */
  guint enter;          /* source */
  guint update;         /* source: counts have changed */

  DemNotebookStore *store; /* nullable: the notebook's file */
  guint tick;              /* source: what is said of the file grows old */
};

/* What is listed: whatever else is shown follows. The texts of the filter are the list's. */
void dem_notes_page_set_filter (DemNotesPage *self, const DemNotebookFilter *filter);
DemNotebookFilter dem_notes_page_get_filter (DemNotesPage *self);

/* Ask for a file, and for what is to leave. */
void dem_notes_page_choose_import (DemNotesPage *self);
void dem_notes_page_choose_export (DemNotesPage *self);

/* Says what the list is narrowed to. */
void dem_notes_page_update_filter (DemNotesPage *self);

/* Says whether what is written is in the file, now and from now on; the store is that of the notebook, if it has one. */
void dem_notes_page_follow_store (DemNotesPage *self);

/* Makes the row of tags anew, with their counts. */
void dem_notes_page_update_chips (DemNotesPage *self);

G_END_DECLS
