/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"
#include "app/notebook/note_index.h"
#include "app/notebook/notebook_content.h"
#include "app/notebook/pins.h"
#include "app/notebook/undo.h"

G_BEGIN_DECLS

/**
 * DemNotebook:
 *
 * What a reader adds to a dossier: notes, where actors stand in the network, what is assumed of claims, and
 * other starting values for them. One for each dossier, shared by all windows that show it, with one stack of
 * what can be undone. It lives in memory; DemNotebookStore keeps it in its file.
 *
 * Signal: `changed`, once for each verb, undo or redo that changed something.
 */
#define DEM_TYPE_NOTEBOOK (dem_notebook_get_type ())
G_DECLARE_FINAL_TYPE (DemNotebook, dem_notebook, DEM, NOTEBOOK, GObject)

/* The notebook of the dossier with an id: the one that is open already, else a new one. For the main thread.
 * (transfer full) */
DemNotebook *dem_notebook_open (const char *dossier_id);

const char *dem_notebook_get_dossier_id (DemNotebook *self);

/* (transfer none) */
DemUndo *dem_notebook_get_undo (DemNotebook *self);

/* Where a pinned actor is, in the network's pixels; FALSE when it is not pinned. @x and @y are nullable. */
gboolean dem_notebook_get_pin (DemNotebook *self, const char *actor, double *x, double *y);
guint dem_notebook_count_pins (DemNotebook *self);

/* Verbs, each one step to undo; silent when they change nothing. Coordinates are finite. */
void dem_notebook_pin (DemNotebook *self, const char *actor, double x, double y);
void dem_notebook_unpin (DemNotebook *self, const char *actor);
void dem_notebook_unpin_all (DemNotebook *self);

/* ---- What the reader thinks of claims, by id ---- */

/* At what the reader has fixed a claim's strength, and what starting value it was given; NAN for none. */
double dem_notebook_get_assumption (DemNotebook *self, const char *claim);
double dem_notebook_get_start (DemNotebook *self, const char *claim);

/* How many there are of both. */
guint dem_notebook_count_judgements (DemNotebook *self);

/* Both as an evaluation wants them; claims that the dossier does not have are left out, though remembered.
 * Returns: (element-type DemAssumption) (transfer full) */
GArray *dem_notebook_dup_assumptions (DemNotebook *self, DemDossier *dossier);
GArray *dem_notebook_dup_starts (DemNotebook *self, DemDossier *dossier);

/* Verbs like those above; numbers are 0 to 1. Fixing at more than a half is called accepting, at less
 * rejecting. */
void dem_notebook_assume (DemNotebook *self, const char *claim, double strength);
void dem_notebook_forget_assumption (DemNotebook *self, const char *claim);

/* Values set for the same claim one right after another are one step: a slider that is being dragged. */
void dem_notebook_set_start (DemNotebook *self, const char *claim, double value);
void dem_notebook_forget_start (DemNotebook *self, const char *claim);

/* Assumption and starting value at once, of one claim or all. */
void dem_notebook_reset_claim (DemNotebook *self, const char *claim);
void dem_notebook_reset_all_claims (DemNotebook *self);

/* ---- Answers to critical questions: notes on them that reply ---- */

/* What the reader answers to a question that the kind of reasoning of a step (by id) asks, numbered from 1; NULL when it is
 * open. The notebook's, until the next change. */
const char *dem_notebook_get_answer (DemNotebook *self, const char *inference, guint number);

/* How many of the first @n_questions of a step are answered. */
guint dem_notebook_count_answers (DemNotebook *self, const char *inference, guint n_questions);

/* @text: (nullable): UTF-8; nothing or only blanks takes the answer away */
void dem_notebook_answer (DemNotebook *self, const char *inference, guint number, const char *text);

/* ---- Notes ---- */

/* All notes, oldest first: a list of DemNote. It tells of every change, each as it happens. (transfer none) */
GListModel *dem_notebook_get_notes (DemNotebook *self);

/* Ask it for counts by kind, tag, colour and author; change nothing through it. (transfer none) */
DemNoteIndex *dem_notebook_get_note_index (DemNotebook *self);

/* (nullable) (transfer none) */
DemNote *dem_notebook_get_note (DemNotebook *self, const char *id);

/**
 * dem_notebook_notes_on:
 * @n: (out): how many
 *
 * The notes on a target, or on passages of it, oldest first. (nullable): owned by the notebook, until the next
 * change.
 */
DemNote *const *dem_notebook_notes_on (DemNotebook *self, const DemNoteTarget *target, guint *n);
guint dem_notebook_count_notes_on (DemNotebook *self, const DemNoteTarget *target);

/* The same for an item of a dossier, DEM_REF_NONE for the dossier itself; of a claim's step without its
 * questions. */
guint dem_notebook_count_notes_on_ref (DemNotebook *self, DemDossier *dossier, DemRef ref);

/* Verbs, each one step to undo with a name of its own; silent when they change nothing. They warn of ids that
 * the notebook does not have. */

/* Adds a new note; its id is not there yet. */
void dem_notebook_add_note (DemNotebook *self, DemNote *note);

/* Texts set for the same note one after another are one step, until nothing was typed for a while
 * (DEM_NOTEBOOK_PAUSE) or something else was done. */
void dem_notebook_set_note_text (DemNotebook *self, const char *id, const char *text);

/* Ends that: what is typed next is a step of its own. */
void dem_notebook_end_typing (DemNotebook *self);

/* Cleaned as dem_note_with_tags() does. */
void dem_notebook_set_note_tags (DemNotebook *self, const char *id, const char *const *tags);
void dem_notebook_set_note_colour (DemNotebook *self, const char *id, DemNoteColour colour);
void dem_notebook_set_note_private (DemNotebook *self, const char *id, gboolean is_private);
void dem_notebook_set_note_creator (DemNotebook *self, const char *id, const char *name);

/* @targets: (element-type DemNoteTarget): at least one */
void dem_notebook_set_note_targets (DemNotebook *self, const char *id, GPtrArray *targets);

/* Puts a target in the place of one that a note has: an orphan finds a home. */
void dem_notebook_reattach_note (DemNotebook *self, const char *id, const DemNoteTarget *from, DemNoteTarget *to);

/* The passages that were found by likeness are what was meant. */
void dem_notebook_confirm_note (DemNotebook *self, const char *id);

void dem_notebook_delete_note (DemNotebook *self, const char *id);

/* Several at once, as one step. @ids: NULL-terminated */
void dem_notebook_delete_notes (DemNotebook *self, const char *const *ids);

/* One tag in the place of another, or of nothing (NULL), in all notes that have it; one step. */
void dem_notebook_rename_tag (DemNotebook *self, const char *tag, const char *other);

/**
 * dem_notebook_import:
 * @notes: (element-type DemNote)
 *
 * Adds notes of somebody else as one step. A note that is there already, by id, is replaced if the other was
 * modified later.
 *
 * Returns: how many were added or replaced
 */
guint dem_notebook_import (DemNotebook *self, GPtrArray *notes);

/* How long one may think, in microseconds, and what is typed still is one step. */
#define DEM_NOTEBOOK_PAUSE (G_GINT64_CONSTANT (2) * G_USEC_PER_SEC)

/* ---- Whole, for storing it ---- */

/* All that the notebook holds, as it is now; may go to another thread. (transfer full) */
DemNotebookContent *dem_notebook_dup_content (DemNotebook *self);

/* Puts other content in its place: what was read from a file, or merged. No step to undo: what was done before
 * can still be taken back, note by note. Silent when nothing is other. */
void dem_notebook_set_content (DemNotebook *self, const DemNotebookContent *content);

G_END_DECLS
