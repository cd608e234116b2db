/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook.h"
#include "ui/notes/note_filter.h"
#include "ui/notes/note_row.h"

G_BEGIN_DECLS

/**
 * DemNoteList:
 *
 * A GListModel of #DemNoteRow: the notes of a notebook that a filter lets through, in an order, drafts first and those whose
 * subject the dossier has lost last. A note that is being edited stays where it is, whatever becomes of it, until it is
 * finished. Made for tens of thousands of notes: what changes is told as one change of what lies between.
 */
#define DEM_TYPE_NOTE_LIST (dem_note_list_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteList, dem_note_list, DEM, NOTE_LIST, GObject)

DemNoteList *dem_note_list_new (void);

/* Both nullable. */
void dem_note_list_set_notebook (DemNoteList *self, DemNotebook *notebook);
void dem_note_list_set_dossier (DemNoteList *self, DemDossier *dossier);

/* What is listed. The filter is the list's; after changing it call dem_note_list_refilter(). (transfer none) */
DemNoteFilter *dem_note_list_get_filter (DemNoteList *self);
void dem_note_list_refilter (DemNoteList *self);

DemNoteSort dem_note_list_get_sort (DemNoteList *self);
void dem_note_list_set_sort (DemNoteList *self, DemNoteSort sort);

/* How many notes have lost their subject, in the whole notebook. */
guint dem_note_list_count_orphans (DemNoteList *self);

/* (nullable) (transfer none): the row of a note, listed or not */
DemNoteRow *dem_note_list_find (DemNoteList *self, const char *id);

/* Where a row is listed; GTK_INVALID_LIST_POSITION (G_MAXUINT) when it is not. */
guint dem_note_list_find_position (DemNoteList *self, DemNoteRow *row);

/* A draft: listed first, in the notebook as soon as dem_note_list_adopt() puts it there. (transfer none) */
DemNoteRow *dem_note_list_add_draft (DemNoteList *self, DemNote *note);

/* Puts a draft's note into the notebook; the row stays the same. */
void dem_note_list_adopt (DemNoteList *self, DemNoteRow *draft);

/* Leaves the editor of a row: a draft in which nothing was written goes, and the list is put in order. */
void dem_note_list_finish (DemNoteList *self, DemNoteRow *row);

G_END_DECLS
