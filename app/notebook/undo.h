/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DemUndoKind:
 * @undo_label: what the menu says, marked for translation and not yet translated: "Undo Pin Actor"
 * @redo_label: the same for doing it again: "Redo Pin Actor"
 * @undo: puts things back as they were before; @target is what the steps of a stack are about
 * @redo: does it again
 * @free: frees @step
 *
 * A way to change something that can be taken back. Static.
 */
typedef struct
{
  const char *undo_label;
  const char *redo_label;
  void (*undo) (gpointer target, gpointer step);
  void (*redo) (gpointer target, gpointer step);
  GDestroyNotify free;
} DemUndoKind;

/**
 * DemUndo:
 *
 * What was done to a target, step by step, so that it can be taken back and done again. Whoever changes the
 * target pushes a step that tells how; a new step forgets what was taken back before. Steps pushed between
 * dem_undo_begin() and dem_undo_end() are one, under the name of the group. Bounded: the oldest go.
 *
 * Signal: `changed`, once whenever what can be undone or redone is another.
 */
#define DEM_TYPE_UNDO (dem_undo_get_type ())
G_DECLARE_FINAL_TYPE (DemUndo, dem_undo, DEM, UNDO, GObject)

/* The most that is remembered. */
#define DEM_UNDO_LIMIT 1000

/* @target is borrowed and must outlive the stack. */
DemUndo *dem_undo_new (gpointer target);

/* Remembers what has just been done; takes the step. Not while undoing or redoing. */
void dem_undo_push (DemUndo *self, const DemUndoKind *kind, gpointer step);

/* What was done last, if it was a single step of a kind, so that more of the same can be added to it; NULL
 * otherwise, and when anything has been taken back since. Owned by the stack. */
gpointer dem_undo_peek (DemUndo *self, const DemUndoKind *kind);

/* Groups nest: the outermost names them. A group without steps leaves nothing behind. The labels are static,
 * untranslated. */
void dem_undo_begin (DemUndo *self, const char *undo_label, const char *redo_label);
void dem_undo_end (DemUndo *self);

gboolean dem_undo_can_undo (DemUndo *self);
gboolean dem_undo_can_redo (DemUndo *self);

/* "Undo Pin Actor", translated; NULL when there is nothing to undo (or redo). Static. */
const char *dem_undo_get_undo_label (DemUndo *self);
const char *dem_undo_get_redo_label (DemUndo *self);

/* FALSE when there was nothing, or while a group is open. */
gboolean dem_undo_undo (DemUndo *self);
gboolean dem_undo_redo (DemUndo *self);

/* Forgets everything. */
void dem_undo_clear (DemUndo *self);

G_END_DECLS
