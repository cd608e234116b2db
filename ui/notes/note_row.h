/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * DemNoteRow:
 *
 * A note's place in the list: the same as long as there is the note, whatever is changed of it, so that its editor stays
 * while one types. A draft is a note that is not in the notebook yet, for nothing has been written in it.
 *
 * Signal: `changed`, when the note is another, or is edited or not any more.
 */
#define DEM_TYPE_NOTE_ROW (dem_note_row_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteRow, dem_note_row, DEM, NOTE_ROW, GObject)

DemNoteRow *dem_note_row_new (DemNote *note);

/* (transfer none) */
DemNote *dem_note_row_get_note (DemNoteRow *self);
void dem_note_row_set_note (DemNoteRow *self, DemNote *note);

gboolean dem_note_row_is_editing (DemNoteRow *self);
void dem_note_row_set_editing (DemNoteRow *self, gboolean editing);

gboolean dem_note_row_is_draft (DemNoteRow *self);
void dem_note_row_set_draft (DemNoteRow *self, gboolean draft);

/* Begun in this sitting, and not finished: it stays where it was begun. */
gboolean dem_note_row_is_fresh (DemNoteRow *self);
void dem_note_row_set_fresh (DemNoteRow *self, gboolean fresh);

/* (nullable): what is written over it, as it is the first of a section of the list; static or interned */
const char *dem_note_row_get_heading (DemNoteRow *self);
void dem_note_row_set_heading (DemNoteRow *self, const char *heading);

G_END_DECLS
