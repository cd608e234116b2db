/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * DemNoteCard:
 *
 * A note as it stands in the list: an edge in its colour, what it is about, the text, tags, when.
 *
 * Signals: `edit`, when its button is pressed; `confirm`, when the passages that were found by likeness are said to be right;
 * `reattach`, when it is to be about what is selected instead of what is gone.
 *
 * CSS: node `notecard`, with the class of the note's colour.
 */
#define DEM_TYPE_NOTE_CARD (dem_note_card_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteCard, dem_note_card, DEM, NOTE_CARD, GtkWidget)

GtkWidget *dem_note_card_new (void);

/* @dossier: in which its targets have names */
void dem_note_card_show (DemNoteCard *self, DemNote *note, DemDossier *dossier);

G_END_DECLS
