/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * DemNoteColours:
 *
 * The five colours of notes, one of which is chosen; tooltips and accessible names say which is which.
 *
 * Signal: `edited`, when the reader has chosen one.
 */
#define DEM_TYPE_NOTE_COLOURS (dem_note_colours_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteColours, dem_note_colours, DEM, NOTE_COLOURS, GtkWidget)

GtkWidget *dem_note_colours_new (void);

/* Silent. */
void dem_note_colours_set (DemNoteColours *self, DemNoteColour colour);
DemNoteColour dem_note_colours_get (DemNoteColours *self);

G_END_DECLS
