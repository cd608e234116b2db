/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/notes/markdown.h"

G_BEGIN_DECLS

/**
 * DemNoteText:
 *
 * Where the text of a note is written: light Markdown that looks, while it is typed, like what it means. It has no undo of
 * its own, for the notebook has one for everything.
 *
 * Keys: Ctrl+B bold, Ctrl+I italic, Ctrl+Shift+L list, Ctrl+K link; Return goes on with a list. Actions: `note.bold`,
 * `note.italic`, `note.list`, `note.link`.
 *
 * Signal: `edited`, when the reader has changed the text.
 */
#define DEM_TYPE_NOTE_TEXT (dem_note_text_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteText, dem_note_text, DEM, NOTE_TEXT, GtkTextView)

GtkWidget *dem_note_text_new (void);

char *dem_note_text_dup_text (DemNoteText *self);

/* Shows another text, silently; what is the same at both ends stays, and the cursor with it. */
void dem_note_text_set_text (DemNoteText *self, const char *text);

/* Makes what is selected bold or italic, or takes that from it; without a selection the cursor comes between the signs. */
void dem_note_text_toggle (DemNoteText *self, DemMarkdownStyle style);

/* Makes list items of the lines that are selected, or plain lines of list items. */
void dem_note_text_toggle_list (DemNoteText *self);

/* Makes what is selected the words of a link; the address is to be typed. */
void dem_note_text_add_link (DemNoteText *self);

G_END_DECLS
