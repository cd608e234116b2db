/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/notes/note_context.h"

G_BEGIN_DECLS

/**
 * DemNoteSubjects:
 *
 * What a note is about, a line each with what that cites: kind and name lead there, a button takes it away while there is
 * another. A button adds what is selected, as long as that is something else.
 *
 * Signal: `edited`, when the reader has added or taken away a target.
 */
#define DEM_TYPE_NOTE_SUBJECTS (dem_note_subjects_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteSubjects, dem_note_subjects, DEM, NOTE_SUBJECTS, GtkWidget)

/* @context: borrowed */
GtkWidget *dem_note_subjects_new (const DemNoteContext *context);

/* Silent. @targets: (element-type DemNoteTarget) */
void dem_note_subjects_set (DemNoteSubjects *self, GPtrArray *targets);

/* (element-type DemNoteTarget) (transfer none) */
GPtrArray *dem_note_subjects_get (DemNoteSubjects *self);

G_END_DECLS
