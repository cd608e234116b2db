/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/judgements.h"
#include "app/notebook/notebook.h"
#include "app/notebook/stops.h"

G_BEGIN_DECLS

/* What the files of the notebook share: notebook.c has its life and the pins, notebook_judgements.c the
 * judgements, notebook_notes.c the notes, notebook_answers.c the answers to critical questions among them,
 * notebook_stops.c the stops of the briefing. */
struct _DemNotebook
{
  GObject parent_instance;

  char *dossier_id;
  DemPins *pins;
  DemJudgements *assumptions;
  DemJudgements *starts;
  DemStops *stops;
  DemNoteIndex *notes;
  char *items;   /* as in DemNotebookContent, and so are the next two */
  char *members;
  char *context;
  DemUndo *undo;
  gint64 (*get_time) (void); /* monotonic, in microseconds; tests have their own */
};

/* Puts a note in the place of what has its id, or with NULL takes that away, as a step of a kind
 * made with DEM_NOTE_CHANGE. FALSE when it was so already. */
gboolean dem_notebook_change_note (DemNotebook *self, const DemUndoKind *kind, const char *id, DemNote *after);

/* The functions of such a kind, for its table. */
void dem_note_change_undo (gpointer target, gpointer step);
void dem_note_change_redo (gpointer target, gpointer step);
void dem_note_change_free (gpointer step);
#define DEM_NOTE_CHANGE(undo_label, redo_label)                                                                    \
  {                                                                                                                \
    undo_label, redo_label, dem_note_change_undo, dem_note_change_redo, dem_note_change_free                       \
  }

/* Tells everybody that something has changed though nothing was pushed on the stack. */
void dem_notebook_emit_changed (DemNotebook *self);

G_END_DECLS
