/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_private.h"

#include <glib/gi18n-lib.h>

#include "app/notebook/note_private.h"

/* ---- Steps ---- */

/* NoteChange: a note before and after; NULL where there is none. */
typedef struct
{
  char *id;
  DemNote *before;
  DemNote *after;
  gint64 typed_at; /* when text was last set; G_MININT64 when typing has ended */
} NoteChange;

void
dem_note_change_free (gpointer step)
{
  NoteChange *change = step;

  g_free (change->id);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static void
put (DemNotebook *self, const char *id, DemNote *note)
{
  if (note != NULL)
    dem_note_index_put (self->notes, note);
  else
    dem_note_index_remove (self->notes, id);
}

/* Goes from one state of a note to another. What is there may have been changed elsewhere since: then only what
 * this step is about goes back, and all that was there is kept for going the other way. */
static void
go (DemNotebook *self, const char *id, DemNote **from, DemNote *to)
{
  g_autoptr (DemNote) here = NULL;
  g_autoptr (DemNote) next = NULL;

  g_set_object (&here, dem_note_index_find (self->notes, id));
  if (to != NULL && here != NULL && *from != NULL)
    next = dem_note_rebase (here, *from, to);
  else if (to != NULL)
    next = dem_note_touch (to);
  if (here != NULL)
    g_set_object (from, here);
  put (self, id, next);
}

void
dem_note_change_undo (gpointer target, gpointer step)
{
  NoteChange *change = step;

  go (target, change->id, &change->after, change->before);
}

void
dem_note_change_redo (gpointer target, gpointer step)
{
  NoteChange *change = step;

  go (target, change->id, &change->before, change->after);
}

gboolean
dem_notebook_change_note (DemNotebook *self, const DemUndoKind *kind, const char *id, DemNote *after)
{
  DemNote *before = dem_note_index_find (self->notes, id);
  NoteChange *change;

  if (before == after || (before != NULL && after != NULL && dem_note_equal (before, after)))
    return FALSE;
  change = g_new0 (NoteChange, 1);
  change->id = g_strdup (id);
  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  change->typed_at = self->get_time ();
  put (self, change->id, after);
  dem_undo_push (self->undo, kind, change);
  return TRUE;
}

/* ---- Asking ---- */

GListModel *
dem_notebook_get_notes (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);

  return dem_note_index_get_model (self->notes);
}

DemNoteIndex *
dem_notebook_get_note_index (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);

  return self->notes;
}

DemNote *
dem_notebook_get_note (DemNotebook *self, const char *id)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return dem_note_index_find (self->notes, id);
}

DemNote *const *
dem_notebook_notes_on (DemNotebook *self, const DemNoteTarget *target, guint *n)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (target != NULL && n != NULL, NULL);

  return dem_note_index_on (self->notes, dem_note_target_get_key (target), n);
}

guint
dem_notebook_count_notes_on (DemNotebook *self, const DemNoteTarget *target)
{
  guint n = 0;

  dem_notebook_notes_on (self, target, &n);
  return n;
}

guint
dem_notebook_count_notes_on_ref (DemNotebook *self, DemDossier *dossier, DemRef ref)
{
  g_autoptr (DemNoteTarget) target = NULL;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), 0);

  target = dem_note_target_new_for_ref (dossier, ref);
  return dem_notebook_count_notes_on (self, target);
}

/* ---- Writing ---- */

static const DemUndoKind adding = DEM_NOTE_CHANGE (N_ ("Undo Add Note"), N_ ("Redo Add Note"));
static const DemUndoKind writing = DEM_NOTE_CHANGE (N_ ("Undo Write Note"), N_ ("Redo Write Note"));
static const DemUndoKind tagging = DEM_NOTE_CHANGE (N_ ("Undo Tag Note"), N_ ("Redo Tag Note"));
static const DemUndoKind colouring = DEM_NOTE_CHANGE (N_ ("Undo Colour Note"), N_ ("Redo Colour Note"));
static const DemUndoKind hiding = DEM_NOTE_CHANGE (N_ ("Undo Make Note Private"), N_ ("Redo Make Note Private"));
static const DemUndoKind showing
    = DEM_NOTE_CHANGE (N_ ("Undo Make Note Not Private"), N_ ("Redo Make Note Not Private"));
static const DemUndoKind signing = DEM_NOTE_CHANGE (N_ ("Undo Change Author"), N_ ("Redo Change Author"));
static const DemUndoKind attaching = DEM_NOTE_CHANGE (N_ ("Undo Attach Note"), N_ ("Redo Attach Note"));
static const DemUndoKind confirming = DEM_NOTE_CHANGE (N_ ("Undo Confirm Note"), N_ ("Redo Confirm Note"));
static const DemUndoKind deleting = DEM_NOTE_CHANGE (N_ ("Undo Delete Note"), N_ ("Redo Delete Note"));
static const DemUndoKind importing = DEM_NOTE_CHANGE (N_ ("Undo Import Notes"), N_ ("Redo Import Notes"));

void
dem_notebook_add_note (DemNotebook *self, DemNote *note)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (DEM_IS_NOTE (note));
  g_return_if_fail (dem_note_index_find (self->notes, dem_note_get_id (note)) == NULL);

  dem_notebook_change_note (self, &adding, dem_note_get_id (note), note);
}

/* What was done last, if somebody was writing a note: its text, or a new note. */
static NoteChange *
peek_writing (DemNotebook *self)
{
  NoteChange *last = dem_undo_peek (self->undo, &writing);

  return last != NULL ? last : dem_undo_peek (self->undo, &adding);
}

/* The step that what is typed now belongs to, or NULL: a new note and what is written in it at once are one. */
static NoteChange *
get_open_change (DemNotebook *self, const char *id)
{
  NoteChange *last = peek_writing (self);
  gint64 now = self->get_time ();

  if (last == NULL || !g_str_equal (last->id, id) || last->typed_at == G_MININT64
      || now - last->typed_at > DEM_NOTEBOOK_PAUSE)
    return NULL;
  last->typed_at = now;
  return last;
}

void
dem_notebook_set_note_text (DemNotebook *self, const char *id, const char *text)
{
  g_autoptr (DemNote) after = NULL;
  NoteChange *open;
  DemNote *note = dem_notebook_get_note (self, id);

  g_return_if_fail (note != NULL && text != NULL && g_utf8_validate (text, -1, NULL));

  if (g_str_equal (dem_note_get_text (note), text))
    return;
  after = dem_note_with_text (note, text);
  open = get_open_change (self, id);
  if (open == NULL)
    {
      dem_notebook_change_note (self, &writing, id, after);
      return;
    }
  g_set_object (&open->after, after);
  put (self, id, after);
  dem_notebook_emit_changed (self);
}

void
dem_notebook_end_typing (DemNotebook *self)
{
  NoteChange *last;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));

  last = peek_writing (self);
  if (last != NULL)
    last->typed_at = G_MININT64;
}

/* ---- What else a note has ---- */

void
dem_notebook_set_note_tags (DemNotebook *self, const char *id, const char *const *tags)
{
  g_autoptr (DemNote) after = NULL;
  DemNote *note = dem_notebook_get_note (self, id);

  g_return_if_fail (note != NULL && tags != NULL);

  after = dem_note_with_tags (note, tags);
  dem_notebook_change_note (self, &tagging, id, after);
}

void
dem_notebook_set_note_colour (DemNotebook *self, const char *id, DemNoteColour colour)
{
  g_autoptr (DemNote) after = NULL;
  DemNote *note = dem_notebook_get_note (self, id);

  g_return_if_fail (note != NULL && colour < DEM_N_NOTE_COLOURS);

  after = dem_note_with_colour (note, colour);
  dem_notebook_change_note (self, &colouring, id, after);
}

void
dem_notebook_set_note_private (DemNotebook *self, const char *id, gboolean is_private)
{
  g_autoptr (DemNote) after = NULL;
  DemNote *note = dem_notebook_get_note (self, id);

  g_return_if_fail (note != NULL);

  after = dem_note_with_private (note, is_private);
  dem_notebook_change_note (self, is_private ? &hiding : &showing, id, after);
}

void
dem_notebook_set_note_creator (DemNotebook *self, const char *id, const char *name)
{
  g_autoptr (DemNote) after = NULL;
  DemNote *note = dem_notebook_get_note (self, id);

  g_return_if_fail (note != NULL);

  after = dem_note_with_creator (note, name);
  dem_notebook_change_note (self, &signing, id, after);
}

static void
set_targets (DemNotebook *self, const DemUndoKind *kind, DemNote *note, GPtrArray *targets)
{
  g_autoptr (DemNote) after = dem_note_with_targets (note, targets);

  dem_notebook_change_note (self, kind, dem_note_get_id (note), after);
}

void
dem_notebook_set_note_targets (DemNotebook *self, const char *id, GPtrArray *targets)
{
  DemNote *note = dem_notebook_get_note (self, id);

  g_return_if_fail (note != NULL && targets != NULL && targets->len > 0);

  set_targets (self, &attaching, note, targets);
}

void
dem_notebook_reattach_note (DemNotebook *self, const char *id, const DemNoteTarget *from, DemNoteTarget *to)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  DemNote *note = dem_notebook_get_note (self, id);
  GPtrArray *before;

  g_return_if_fail (note != NULL && from != NULL && to != NULL);

  before = dem_note_get_targets (note);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (targets, dem_note_target_equal (before->pdata[i], from) ? to : before->pdata[i]);
  set_targets (self, &attaching, note, targets);
}

void
dem_notebook_confirm_note (DemNotebook *self, const char *id)
{
  g_autoptr (GPtrArray) targets = dem_note_targets_new ();
  DemNote *note = dem_notebook_get_note (self, id);
  GPtrArray *before;

  g_return_if_fail (note != NULL);

  before = dem_note_get_targets (note);
  for (guint i = 0; i < before->len; i++)
    {
      const DemQuote *quote = dem_note_target_get_quote (before->pdata[i]);
      DemQuote sure = quote != NULL ? *quote : (DemQuote){ 0 };

      sure.is_doubtful = FALSE;
      g_ptr_array_add (targets, quote != NULL && quote->is_doubtful
                                    ? dem_note_target_with_quote (before->pdata[i], &sure)
                                    : dem_note_target_ref (before->pdata[i]));
    }
  set_targets (self, &confirming, note, targets);
}

/* ---- Deleting, several at once ---- */

void
dem_notebook_delete_note (DemNotebook *self, const char *id)
{
  g_return_if_fail (dem_notebook_get_note (self, id) != NULL);

  dem_notebook_change_note (self, &deleting, id, NULL);
}

void
dem_notebook_delete_notes (DemNotebook *self, const char *const *ids)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (ids != NULL);

  dem_undo_begin (self->undo, N_ ("Undo Delete Notes"), N_ ("Redo Delete Notes"));
  for (guint i = 0; ids[i] != NULL; i++)
    dem_notebook_delete_note (self, ids[i]);
  dem_undo_end (self->undo);
}

static void
rename_tag_of (DemNotebook *self, DemNote *note, const char *tag, const char *other)
{
  const char *const *before = dem_note_get_tags (note);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (DemNote) after = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], tag))
      g_ptr_array_add (tags, (char *) before[i]);
    else if (other != NULL)
      g_ptr_array_add (tags, (char *) other);
  g_ptr_array_add (tags, NULL);
  after = dem_note_with_tags (note, (const char *const *) tags->pdata);
  dem_notebook_change_note (self, &tagging, dem_note_get_id (note), after);
}

void
dem_notebook_rename_tag (DemNotebook *self, const char *tag, const char *other)
{
  GListModel *notes = dem_notebook_get_notes (self);

  g_return_if_fail (notes != NULL && tag != NULL);

  dem_undo_begin (self->undo, N_ ("Undo Rename Tag"), N_ ("Redo Rename Tag"));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      if (dem_note_has_tag (note, tag))
        rename_tag_of (self, note, tag, other);
    }
  dem_undo_end (self->undo);
}

guint
dem_notebook_import (DemNotebook *self, GPtrArray *notes)
{
  guint n = 0;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), 0);
  g_return_val_if_fail (notes != NULL, 0);

  dem_undo_begin (self->undo, importing.undo_label, importing.redo_label);
  for (guint i = 0; i < notes->len; i++)
    {
      DemNote *note = notes->pdata[i];
      DemNote *here = dem_note_index_find (self->notes, dem_note_get_id (note));

      if (here == NULL || g_date_time_compare (dem_note_get_modified (here), dem_note_get_modified (note)) < 0)
        n += dem_notebook_change_note (self, &importing, dem_note_get_id (note), note);
    }
  dem_undo_end (self->undo);
  return n;
}
