/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemNotesPage:
 *
 * The reader's notes: searched, filtered, sorted, written. A card that is chosen selects in every view what its note is about.
 *
 * Property `author` (string): who writes new notes; changes with the name that is given to one.
 *
 * Actions: `notes.edit`, `notes.delete`, `notes.sort`. Keys in the list: Return edits, Delete
 * deletes.
 */
#define DEM_TYPE_NOTES_PAGE (dem_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (DemNotesPage, dem_notes_page, DEM, NOTES_PAGE, GtkWidget)

GtkWidget *dem_notes_page_new (void);

/* Once. */
void dem_notes_page_set_focus (DemNotesPage *self, DemFocus *focus);

/* (nullable) */
void dem_notes_page_set_notebook (DemNotesPage *self, DemNotebook *notebook);

/* Begins a note on some targets (element-type DemNoteTarget), or with NULL on what is selected, and puts the cursor into it. The page must be on screen to
 * take the keyboard. */
void dem_notes_page_add (DemNotesPage *self, GPtrArray *targets);

/* Lists the notes on one thing only, until something else is chosen to be listed. */
void dem_notes_page_show_on (DemNotesPage *self, const DemNoteTarget *target);

/* Lists everything again. */
void dem_notes_page_show_all (DemNotesPage *self);

/* Takes in annotations from a file, and says what came of it. */
void dem_notes_page_import (DemNotesPage *self, GFile *file);

/* Puts what is typed and not kept yet into the notebook. */
void dem_notes_page_keep (DemNotesPage *self);

G_END_DECLS
