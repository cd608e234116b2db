/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook.h"
#include "ui/common/note_mark.h"

G_BEGIN_DECLS

/**
 * DemNoteMarks:
 *
 * What carries notes, as views want to know it: a look-up for each mark that is drawn, remembered until notes come, go,
 * change their colour or what they are about. Writing in a note is none of that.
 *
 * Signal: `changed`, when marks are to be drawn anew.
 */
#define DEM_TYPE_NOTE_MARKS (dem_note_marks_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteMarks, dem_note_marks, DEM, NOTE_MARKS, GObject)

/* Those of a notebook, made once for all who ask and kept with it. (transfer none) */
DemNoteMarks *dem_note_marks_get (DemNotebook *notebook);

/* Whether nothing at all carries notes: then nobody has to look. */
gboolean dem_note_marks_is_empty (DemNoteMarks *self);

/* Whether an item of a dossier carries notes; never, without marks. @self is nullable. */
gboolean dem_note_marks_find (DemNoteMarks *self, DemDossier *dossier, DemRef ref, DemNoteMark *mark);

/* The same of anything that a note can be about. */
gboolean dem_note_marks_find_target (DemNoteMarks *self, const DemNoteTarget *target, DemNoteMark *mark);

/* All places and all spans of time that carry notes, each once: those cannot be asked for one by one. @self is nullable;
 * owned by it, until the next change. (element-type DemNoteTarget) (nullable) */
GPtrArray *dem_note_marks_list (DemNoteMarks *self, DemTargetKind kind);

G_END_DECLS
