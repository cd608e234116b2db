/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/notes/note_context.h"

G_BEGIN_DECLS

/**
 * DemNoteEditor:
 *
 * Where a note is written, in the place of its card: what it is about, a toolbar, colours, text, tags, author. Every change
 * goes to the notebook as it is made; there is nothing to confirm. Escape and Ctrl+Return finish it.
 *
 * CSS: node `noteeditor`, with the class of the note's colour.
 */
#define DEM_TYPE_NOTE_EDITOR (dem_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteEditor, dem_note_editor, DEM, NOTE_EDITOR, GtkWidget)

/* @context: borrowed; must outlive the editor */
GtkWidget *dem_note_editor_new (const DemNoteContext *context, DemNoteRow *row);

/* Puts the cursor into the text. */
void dem_note_editor_grab (DemNoteEditor *self);

/* Shows the row's note as it now is. */
void dem_note_editor_update (DemNoteEditor *self);

/* Puts what is typed and not kept yet into the notebook. */
void dem_note_editor_keep (DemNoteEditor *self);

G_END_DECLS
