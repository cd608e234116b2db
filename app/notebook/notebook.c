/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (DemNotebook, dem_notebook, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Those that are open, by dossier; borrowed, each leaves when it dies. */
static GHashTable *open_notebooks;

/* ---- Pins ---- */

/* Move: an actor's pin before and after; no pin where it is not held. */
typedef struct
{
  char *actor;
  gboolean was_pinned, is_pinned;
  DemPin before, after;
} Move;

static void
free_move (gpointer data)
{
  Move *move = data;

  g_free (move->actor);
  g_free (move);
}

static void
undo_move (gpointer target, gpointer step)
{
  DemNotebook *self = target;
  Move *move = step;

  dem_pins_set (self->pins, move->actor, move->was_pinned ? &move->before : NULL);
}

static void
redo_move (gpointer target, gpointer step)
{
  DemNotebook *self = target;
  Move *move = step;

  dem_pins_set (self->pins, move->actor, move->is_pinned ? &move->after : NULL);
}

static const DemUndoKind pinning
    = { N_ ("Undo Pin Actor"), N_ ("Redo Pin Actor"), undo_move, redo_move, free_move };
static const DemUndoKind unpinning
    = { N_ ("Undo Unpin Actor"), N_ ("Redo Unpin Actor"), undo_move, redo_move, free_move };

static void
set_pin (DemNotebook *self, const char *actor, const DemPin *pin)
{
  const DemPin *before = dem_pins_get (self->pins, actor);
  Move *move = g_new0 (Move, 1);

  move->actor = g_strdup (actor);
  move->was_pinned = before != NULL;
  move->is_pinned = pin != NULL;
  if (before != NULL)
    move->before = *before;
  if (pin != NULL)
    move->after = *pin;
  if (dem_pins_set (self->pins, move->actor, pin))
    dem_undo_push (self->undo, pin != NULL ? &pinning : &unpinning, move);
  else
    free_move (move);
}

gboolean
dem_notebook_get_pin (DemNotebook *self, const char *actor, double *x, double *y)
{
  const DemPin *pin;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), FALSE);

  pin = dem_pins_get (self->pins, actor);
  if (pin == NULL)
    return FALSE;
  if (x != NULL)
    *x = pin->x;
  if (y != NULL)
    *y = pin->y;
  return TRUE;
}

guint
dem_notebook_count_pins (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), 0);

  return dem_pins_count (self->pins);
}

void
dem_notebook_pin (DemNotebook *self, const char *actor, double x, double y)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (actor != NULL);
  g_return_if_fail (isfinite (x) && isfinite (y));

  set_pin (self, actor, &(DemPin){ x, y });
}

void
dem_notebook_unpin (DemNotebook *self, const char *actor)
{
  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (actor != NULL);

  set_pin (self, actor, NULL);
}

void
dem_notebook_unpin_all (DemNotebook *self)
{
  g_autofree const char **actors = NULL;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));

  actors = dem_pins_list (self->pins);
  dem_undo_begin (self->undo, N_ ("Undo Unpin All"), N_ ("Redo Unpin All"));
  for (guint i = 0; actors[i] != NULL; i++)
    set_pin (self, actors[i], NULL);
  dem_undo_end (self->undo);
}

/* ---- The notebook ---- */

const char *
dem_notebook_get_dossier_id (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);

  return self->dossier_id;
}

DemUndo *
dem_notebook_get_undo (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);

  return self->undo;
}

void
dem_notebook_emit_changed (DemNotebook *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whatever changes a notebook is a step, or changes one, so the stack of steps knows of nearly every change.
 */
static void
on_undo_changed (DemNotebook *self)
{
  dem_notebook_emit_changed (self);
}

/* ---- Whole ---- */

DemNotebookContent *
dem_notebook_dup_content (DemNotebook *self)
{
  DemNotebookContent *content;
  GListModel *notes;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);

  content = dem_notebook_content_new (self->dossier_id);
  notes = dem_note_index_get_model (self->notes);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    g_ptr_array_add (content->notes, g_list_model_get_item (notes, i));
  dem_pins_free (content->pins);
  dem_judgements_free (content->assumptions);
  dem_judgements_free (content->starts);
  dem_stops_free (content->stops);
  content->pins = dem_pins_copy (self->pins);
  content->assumptions = dem_judgements_copy (self->assumptions);
  content->starts = dem_judgements_copy (self->starts);
  content->stops = dem_stops_copy (self->stops);
  content->items = g_strdup (self->items);
  content->members = g_strdup (self->members);
  content->context = g_strdup (self->context);
  return content;
}

static void
replace_string (char **mine, const char *other)
{
  char *before = *mine;

  *mine = g_strdup (other);
  g_free (before);
}

/* Those notes that are the same stay the objects that they are, so that lists keep their rows. */
static void
set_notes (DemNotebook *self, GPtrArray *notes)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  GListModel *model = dem_note_index_get_model (self->notes);

  if (g_list_model_get_n_items (model) == 0)
    {
      dem_note_index_fill (self->notes, notes);
      return;
    }
  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (wanted, (char *) dem_note_get_id (notes->pdata[i]));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (model, i);

      if (!g_hash_table_contains (wanted, dem_note_get_id (note)))
        g_ptr_array_add (gone, g_strdup (dem_note_get_id (note)));
    }
  for (guint i = 0; i < gone->len; i++)
    dem_note_index_remove (self->notes, gone->pdata[i]);
  for (guint i = 0; i < notes->len; i++)
    {
      DemNote *here = dem_note_index_find (self->notes, dem_note_get_id (notes->pdata[i]));

      if (here == NULL || !dem_note_equal (here, notes->pdata[i])
          || !g_date_time_equal (dem_note_get_modified (here), dem_note_get_modified (notes->pdata[i])))
        dem_note_index_put (self->notes, notes->pdata[i]);
    }
}

void
dem_notebook_set_content (DemNotebook *self, const DemNotebookContent *content)
{
  g_autoptr (DemNotebookContent) before = NULL;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (content != NULL && g_str_equal (content->dossier_id, self->dossier_id));

  before = dem_notebook_dup_content (self);
  if (dem_notebook_content_equal (before, content))
    return;
  dem_pins_free (self->pins);
  dem_judgements_free (self->assumptions);
  dem_judgements_free (self->starts);
  dem_stops_free (self->stops);
  self->pins = dem_pins_copy (content->pins);
  self->assumptions = dem_judgements_copy (content->assumptions);
  self->starts = dem_judgements_copy (content->starts);
  self->stops = dem_stops_copy (content->stops);
  replace_string (&self->items, content->items);
  replace_string (&self->members, content->members);
  replace_string (&self->context, content->context);
  set_notes (self, content->notes);
  dem_notebook_emit_changed (self);
}

/* ---- Life ---- */

static void
dem_notebook_finalize (GObject *object)
{
  DemNotebook *self = DEM_NOTEBOOK (object);

  if (open_notebooks != NULL)
    g_hash_table_remove (open_notebooks, self->dossier_id);
  g_object_unref (self->undo);
  dem_pins_free (self->pins);
  dem_judgements_free (self->assumptions);
  dem_judgements_free (self->starts);
  dem_stops_free (self->stops);
  dem_note_index_free (self->notes);
  g_free (self->items);
  g_free (self->members);
  g_free (self->context);
  g_free (self->dossier_id);
  if (open_notebooks != NULL && g_hash_table_size (open_notebooks) == 0)
    g_clear_pointer (&open_notebooks, g_hash_table_unref);
  G_OBJECT_CLASS (dem_notebook_parent_class)->finalize (object);
}

static void
dem_notebook_class_init (DemNotebookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_notebook_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", DEM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_notebook_init (DemNotebook *self)
{
  self->pins = dem_pins_new ();
  self->assumptions = dem_judgements_new ();
  self->starts = dem_judgements_new ();
  self->stops = dem_stops_new ();
  self->notes = dem_note_index_new ();
  self->get_time = g_get_monotonic_time;
  self->undo = dem_undo_new (self);
  g_signal_connect_object (self->undo, "changed", G_CALLBACK (on_undo_changed), self, G_CONNECT_SWAPPED);
}

DemNotebook *
dem_notebook_open (const char *dossier_id)
{
  DemNotebook *self;

  g_return_val_if_fail (dossier_id != NULL, NULL);

  if (open_notebooks == NULL)
    open_notebooks = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (open_notebooks, dossier_id);
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (DEM_TYPE_NOTEBOOK, NULL);
  self->dossier_id = g_strdup (dossier_id);
  g_hash_table_insert (open_notebooks, self->dossier_id, self);
  return self;
}
