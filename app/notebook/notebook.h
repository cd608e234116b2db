/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"
#include "app/notebook/pins.h"
#include "app/notebook/undo.h"

G_BEGIN_DECLS

/**
 * DemNotebook:
 *
 * What a reader adds to a dossier: where actors stand in the network, what is assumed of claims, and other
 * starting values for them. One for each dossier, shared by all windows that show it, with one stack of what
 * can be undone. It lives in memory.
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

/* ---- Answers to critical questions ---- */

/* What the reader answers to a question that the kind of reasoning of a step (by id) asks, numbered from 1; NULL when it is
 * open. The notebook's, until the next change. */
const char *dem_notebook_get_answer (DemNotebook *self, const char *inference, guint number);

/* How many of the first @n_questions of a step are answered. */
guint dem_notebook_count_answers (DemNotebook *self, const char *inference, guint n_questions);

/* @text: (nullable): UTF-8; nothing or only blanks takes the answer away */
void dem_notebook_answer (DemNotebook *self, const char *inference, guint number, const char *text);

G_END_DECLS
