/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * DemNoteIndex:
 *
 * The notes of a notebook, found by id and by what they are about, and counted. For one thread.
 */
typedef struct _DemNoteIndex DemNoteIndex;

DemNoteIndex *dem_note_index_new (void);
void dem_note_index_free (DemNoteIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNoteIndex, dem_note_index_free)

/* All notes, oldest first: a list of DemNote. (transfer none) */
GListModel *dem_note_index_get_model (DemNoteIndex *self);

/* (nullable) (transfer none) */
DemNote *dem_note_index_find (DemNoteIndex *self, const char *id);

/* Puts a note in, or in the place of the one with its id. */
void dem_note_index_put (DemNoteIndex *self, DemNote *note);
void dem_note_index_remove (DemNoteIndex *self, const char *id);

/* Forgets all that is there and takes other notes; told as one change of the model. No id may come twice.
 * @notes: (element-type DemNote) */
void dem_note_index_fill (DemNoteIndex *self, GPtrArray *notes);

/* The notes on what a key names, see dem_note_target_get_key(), oldest first; owned by the index, until the next
 * change. @n: (out) */
DemNote *const *dem_note_index_on (DemNoteIndex *self, const char *key, guint *n);

/* ---- Counts ---- */

guint dem_note_index_count_kind (DemNoteIndex *self, DemTargetKind kind);
guint dem_note_index_count_colour (DemNoteIndex *self, DemNoteColour colour);
guint dem_note_index_count_tag (DemNoteIndex *self, const char *tag);
guint dem_note_index_count_creator (DemNoteIndex *self, const char *creator);

/* All tags and all authors there are, sorted for people; NULL-terminated. Free the array with g_free(), the
 * strings are the index's. */
const char **dem_note_index_list_tags (DemNoteIndex *self);
const char **dem_note_index_list_creators (DemNoteIndex *self);

G_END_DECLS
