/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_row.h"

struct _DemNoteRow
{
  GObject parent_instance;

  DemNote *note;
  const char *heading;
  gboolean editing;
  gboolean draft;
  gboolean fresh;
};

G_DEFINE_FINAL_TYPE (DemNoteRow, dem_note_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (DemNoteRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
dem_note_row_finalize (GObject *object)
{
  g_clear_object (&DEM_NOTE_ROW (object)->note);

  G_OBJECT_CLASS (dem_note_row_parent_class)->finalize (object);
}

static void
dem_note_row_class_init (DemNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_note_row_finalize;

  changed_signal
      = g_signal_new ("changed", DEM_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_note_row_init (DemNoteRow *self)
{
}

DemNoteRow *
dem_note_row_new (DemNote *note)
{
  DemNoteRow *self;

  g_return_val_if_fail (DEM_IS_NOTE (note), NULL);

  self = g_object_new (DEM_TYPE_NOTE_ROW, NULL);
  self->note = g_object_ref (note);
  return self;
}

DemNote *
dem_note_row_get_note (DemNoteRow *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_ROW (self), NULL);

  return self->note;
}

void
dem_note_row_set_note (DemNoteRow *self, DemNote *note)
{
  g_return_if_fail (DEM_IS_NOTE_ROW (self));
  g_return_if_fail (DEM_IS_NOTE (note));

  if (g_set_object (&self->note, note))
    emit_changed (self);
}

gboolean
dem_note_row_is_editing (DemNoteRow *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_ROW (self), FALSE);

  return self->editing;
}

void
dem_note_row_set_editing (DemNoteRow *self, gboolean editing)
{
  g_return_if_fail (DEM_IS_NOTE_ROW (self));

  if (self->editing == editing)
    return;
  self->editing = editing;
  emit_changed (self);
}

gboolean
dem_note_row_is_draft (DemNoteRow *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_ROW (self), FALSE);

  return self->draft;
}

void
dem_note_row_set_draft (DemNoteRow *self, gboolean draft)
{
  g_return_if_fail (DEM_IS_NOTE_ROW (self));

  self->draft = draft;
}

gboolean
dem_note_row_is_fresh (DemNoteRow *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_ROW (self), FALSE);

  return self->fresh;
}

void
dem_note_row_set_fresh (DemNoteRow *self, gboolean fresh)
{
  g_return_if_fail (DEM_IS_NOTE_ROW (self));

  self->fresh = fresh;
}

const char *
dem_note_row_get_heading (DemNoteRow *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_ROW (self), NULL);

  return self->heading;
}

void
dem_note_row_set_heading (DemNoteRow *self, const char *heading)
{
  g_return_if_fail (DEM_IS_NOTE_ROW (self));

  if (g_strcmp0 (self->heading, heading) == 0)
    return;
  self->heading = heading;
  emit_changed (self);
}
