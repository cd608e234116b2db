/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook_list.h"
#include "ui/notes/note_row.h"

G_BEGIN_DECLS

/**
 * DemNoteList:
 *
 * A GListModel of #DemNoteRow: the drafts, then what a #DemNotebookList lists. A note that is being edited stays where it is,
 * whatever becomes of it, until it is finished; one that is begun here stands first until then.
 *
 * After a change of many rows the model has the first of them only, so that each letter of a search is answered at once
 * however many notes there are; whoever shows it asks for more as the reader gets there.
 */
#define DEM_TYPE_NOTE_LIST (dem_note_list_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteList, dem_note_list, DEM, NOTE_LIST, GObject)

DemNoteList *dem_note_list_new (void);

/* Which notes are listed, and how. (transfer none) */
DemNotebookList *dem_note_list_get_base (DemNoteList *self);

/* (nullable): the drafts of the one before go with it. */
void dem_note_list_set_notebook (DemNoteList *self, DemNotebook *notebook);

/* Lets the model have some more rows, or all. */
void dem_note_list_show_more (DemNoteList *self);
void dem_note_list_show_rest (DemNoteList *self);

/* (nullable) (transfer none): the row of a note that is listed */
DemNoteRow *dem_note_list_find (DemNoteList *self, const char *id);

/* Where a row is listed; GTK_INVALID_LIST_POSITION (G_MAXUINT) when it is not. */
guint dem_note_list_find_position (DemNoteList *self, DemNoteRow *row);

/* A draft: listed first, in the notebook as soon as dem_note_list_adopt() puts it there. (transfer none) */
DemNoteRow *dem_note_list_add_draft (DemNoteList *self, DemNote *note);

/* Whether a note is one of the drafts. */
gboolean dem_note_list_has_draft (DemNoteList *self, const char *id);

/* Puts a draft's note into the notebook; the row stays the same. */
void dem_note_list_adopt (DemNoteList *self, DemNoteRow *draft);

/* Makes an editor of a row that is listed. */
void dem_note_list_edit (DemNoteList *self, DemNoteRow *row);

/* Leaves the editor of a row: a draft in which nothing was written goes, and the list is put in order. */
void dem_note_list_finish (DemNoteList *self, DemNoteRow *row);

G_END_DECLS
