/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/undo.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const DemUndoKind *kind;
  gpointer data;
} Step;

/* Entry: what one Undo takes back. */
typedef struct
{
  const char *undo_label;
  const char *redo_label;
  GArray *steps; /* Step */
} Entry;

struct _DemUndo
{
  GObject parent_instance;

  gpointer target;
  GPtrArray *entries; /* oldest first */
  guint n_done;       /* the first so many are done, the others undone */
  Entry *group;       /* (nullable): the open one */
  guint depth;
  gboolean stepping;
};

G_DEFINE_FINAL_TYPE (DemUndo, dem_undo, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
clear_step (gpointer data)
{
  Step *step = data;

  if (step->kind->free != NULL)
    step->kind->free (step->data);
}

static Entry *
new_entry (const char *undo_label, const char *redo_label)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->undo_label = undo_label;
  entry->redo_label = redo_label;
  entry->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (entry->steps, clear_step);
  return entry;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->steps);
  g_free (entry);
}

/* What was undone is forgotten; one can no longer go there. */
static void
append (DemUndo *self, Entry *entry)
{
  g_ptr_array_set_size (self->entries, (int) self->n_done);
  g_ptr_array_add (self->entries, entry);
  if (self->entries->len > DEM_UNDO_LIMIT)
    g_ptr_array_remove_index (self->entries, 0);
  self->n_done = self->entries->len;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
dem_undo_push (DemUndo *self, const DemUndoKind *kind, gpointer data)
{
  Step step = { kind, data };
  Entry *entry;

  g_return_if_fail (DEM_IS_UNDO (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (!self->stepping);

  entry = self->group != NULL ? self->group : new_entry (kind->undo_label, kind->redo_label);
  g_array_append_val (entry->steps, step);
  if (self->group == NULL)
    append (self, entry);
}

void
dem_undo_begin (DemUndo *self, const char *undo_label, const char *redo_label)
{
  g_return_if_fail (DEM_IS_UNDO (self));
  g_return_if_fail (!self->stepping);

  if (self->depth++ == 0)
    self->group = new_entry (undo_label, redo_label);
}

void
dem_undo_end (DemUndo *self)
{
  Entry *group;

  g_return_if_fail (DEM_IS_UNDO (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  group = g_steal_pointer (&self->group);
  if (group->steps->len > 0)
    append (self, group);
  else
    free_entry (group);
}

static Entry *
get_next (DemUndo *self, gboolean redo)
{
  if (redo)
    return self->n_done < self->entries->len ? g_ptr_array_index (self->entries, self->n_done) : NULL;
  return self->n_done > 0 ? g_ptr_array_index (self->entries, self->n_done - 1) : NULL;
}

gpointer
dem_undo_peek (DemUndo *self, const DemUndoKind *kind)
{
  Entry *entry;
  Step *step;

  g_return_val_if_fail (DEM_IS_UNDO (self), NULL);

  entry = get_next (self, FALSE);
  if (entry == NULL || entry->steps->len != 1 || self->n_done < self->entries->len || self->depth > 0)
    return NULL;
  step = &g_array_index (entry->steps, Step, 0);
  return step->kind == kind ? step->data : NULL;
}

gboolean
dem_undo_can_undo (DemUndo *self)
{
  g_return_val_if_fail (DEM_IS_UNDO (self), FALSE);

  return self->depth == 0 && get_next (self, FALSE) != NULL;
}

gboolean
dem_undo_can_redo (DemUndo *self)
{
  g_return_val_if_fail (DEM_IS_UNDO (self), FALSE);

  return self->depth == 0 && get_next (self, TRUE) != NULL;
}

const char *
dem_undo_get_undo_label (DemUndo *self)
{
  return dem_undo_can_undo (self) ? _ (get_next (self, FALSE)->undo_label) : NULL;
}

const char *
dem_undo_get_redo_label (DemUndo *self)
{
  return dem_undo_can_redo (self) ? _ (get_next (self, TRUE)->redo_label) : NULL;
}

static gboolean
go (DemUndo *self, gboolean redo)
{
  Entry *entry = get_next (self, redo);
  guint n;

  if (entry == NULL || self->depth > 0 || self->stepping)
    return FALSE;
  n = entry->steps->len;
  self->stepping = TRUE;
  for (guint i = 0; i < n; i++)
    {
      Step *step = &g_array_index (entry->steps, Step, redo ? i : n - 1 - i);
      if (redo)
        step->kind->redo (self->target, step->data);
      else
        step->kind->undo (self->target, step->data);
    }
  self->stepping = FALSE;
  self->n_done = redo ? self->n_done + 1 : self->n_done - 1;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
dem_undo_undo (DemUndo *self)
{
  g_return_val_if_fail (DEM_IS_UNDO (self), FALSE);

  return go (self, FALSE);
}

gboolean
dem_undo_redo (DemUndo *self)
{
  g_return_val_if_fail (DEM_IS_UNDO (self), FALSE);

  return go (self, TRUE);
}

void
dem_undo_clear (DemUndo *self)
{
  g_return_if_fail (DEM_IS_UNDO (self));
  g_return_if_fail (self->depth == 0);

  if (self->entries->len == 0)
    return;
  g_ptr_array_set_size (self->entries, 0);
  self->n_done = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dem_undo_finalize (GObject *object)
{
  DemUndo *self = DEM_UNDO (object);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->group, free_entry);
  G_OBJECT_CLASS (dem_undo_parent_class)->finalize (object);
}

static void
dem_undo_class_init (DemUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_undo_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", DEM_TYPE_UNDO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_undo_init (DemUndo *self)
{
  self->entries = g_ptr_array_new_with_free_func (free_entry);
}

DemUndo *
dem_undo_new (gpointer target)
{
  DemUndo *self = g_object_new (DEM_TYPE_UNDO, NULL);

  self->target = target;
  return self;
}
