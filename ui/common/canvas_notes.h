/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/canvas.h"

G_BEGIN_DECLS

/**
 * DemCanvasNotes:
 *
 * The marks of notes on a canvas: drawn over its scene, which says where they have room, and never into it, so that no
 * picture that leaves the program has them.
 */
typedef struct _DemCanvasNotes DemCanvasNotes;

/* A canvas's own. (transfer none) */
DemCanvasNotes *dem_canvas_get_notes (DemCanvas *canvas);

/* @canvas: borrowed */
DemCanvasNotes *dem_canvas_notes_new (DemCanvas *canvas);
void dem_canvas_notes_free (DemCanvasNotes *self);

/* @marks: (nullable) */
void dem_canvas_notes_set_marks (DemCanvasNotes *self, DemNoteMarks *marks);
DemNoteMarks *dem_canvas_notes_get_marks (DemCanvasNotes *self);

/* The scene is another one. */
void dem_canvas_notes_forget (DemCanvasNotes *self);

void dem_canvas_notes_draw (DemCanvasNotes *self, GtkSnapshot *snapshot);

/* (nullable): the mark at a point, the canvas's until the scene or the notes are other ones */
const DemNoteSpot *dem_canvas_notes_hit (DemCanvasNotes *self, double x, double y, double tolerance);

/* All of them. @n: (out) */
const DemNoteSpot *dem_canvas_notes_get_spots (DemCanvasNotes *self, guint *n);

/* Adds how many notes something has to what is said of it. @text: (transfer full). (transfer full) */
char *dem_canvas_notes_append_words (DemCanvasNotes *self, DemRef ref, char *text);

G_END_DECLS
