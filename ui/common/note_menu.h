/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/focus.h"
#include "ui/common/note_marks.h"

G_BEGIN_DECLS

/* What every view can do with notes, by the actions of the window that it stands in: `win.add-note` (as, the keys of what a
 * new note is about) and `win.show-notes` (s, the key of what notes are about); see dem_note_target_get_key(). */

/**
 * dem_note_menu_append:
 * @marks: (nullable)
 * @target: what the menu is about
 *
 * Appends "Add Note", and "Show Notes" when there are some, as a section.
 */
void dem_note_menu_append (GMenu *menu, DemNoteMarks *marks, const DemNoteTarget *target);

/* The same of an item. If it is one of several that are selected, the new note is about all of them. @title: (nullable): of the
 * section */
void dem_note_menu_append_ref (GMenu *menu, DemNoteMarks *marks, DemFocus *focus, DemRef ref, const char *title);

/* Shows the notes that a mark stands for. @dossier: of the mark's item */
void dem_note_menu_show (GtkWidget *widget, DemDossier *dossier, const DemNoteSpot *spot);
void dem_note_menu_show_target (GtkWidget *widget, const DemNoteTarget *target);

G_END_DECLS
