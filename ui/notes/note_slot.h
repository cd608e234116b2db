/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/notes/note_context.h"

G_BEGIN_DECLS

/**
 * DemNoteSlot:
 *
 * A place in the list: the card of a row's note, or its editor, under the heading of the section that begins there.
 */
#define DEM_TYPE_NOTE_SLOT (dem_note_slot_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteSlot, dem_note_slot, DEM, NOTE_SLOT, GtkWidget)

/* @context: borrowed; must outlive the slot */
GtkWidget *dem_note_slot_new (const DemNoteContext *context);

/* @row: (nullable): NULL for none */
void dem_note_slot_set_row (DemNoteSlot *self, DemNoteRow *row);
DemNoteRow *dem_note_slot_get_row (DemNoteSlot *self);

/* Shows it again: names, or the day, are other ones. */
void dem_note_slot_refresh (DemNoteSlot *self);

/* Puts the cursor into the editor, if it has one. */
gboolean dem_note_slot_grab_editor (DemNoteSlot *self);

/* Puts what is typed and not kept yet into the notebook. */
void dem_note_slot_keep (DemNoteSlot *self);

G_END_DECLS
