/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * DemNoteByline:
 *
 * Who wrote a note and when, as a button; behind it the author's name, whether the note is private, and deleting it.
 *
 * Signals: `creator-edited`, `private-edited`, `delete`.
 */
#define DEM_TYPE_NOTE_BYLINE (dem_note_byline_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteByline, dem_note_byline, DEM, NOTE_BYLINE, GtkWidget)

GtkWidget *dem_note_byline_new (void);

/* Silent. */
void dem_note_byline_set (DemNoteByline *self, DemNote *note);

/* (nullable): NULL when no name is given */
const char *dem_note_byline_get_creator (DemNoteByline *self);
gboolean dem_note_byline_get_private (DemNoteByline *self);

G_END_DECLS
