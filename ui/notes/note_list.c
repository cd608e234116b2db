/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_list.h"

#include <glib/gi18n-lib.h>

struct _DemNoteList
{
  GObject parent_instance;

  DemNotebook *notebook; /* nullable */
  DemNotebookList *base;
  GPtrArray *drafts; /* (element-type DemNoteRow): not in the notebook yet, the newest first */
  GPtrArray *rows;   /* (element-type DemNoteRow): one for each note of the base */
  GPtrArray *shown;  /* (element-type DemNoteRow): what the model has, both */
};

static void dem_note_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemNoteList, dem_note_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dem_note_list_model_init))

/* ---- The model ---- */

static GType
get_item_type (GListModel *model)
{
  return DEM_TYPE_NOTE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return DEM_NOTE_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DemNoteList *self = DEM_NOTE_LIST (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
dem_note_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- What is shown ---- */

static const char *
get_id (DemNoteRow *row)
{
  return dem_note_get_id (dem_note_row_get_note (row));
}

static void
append_rows (GPtrArray *to, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (to, g_object_ref (rows->pdata[i]));
}

/* Over the first of those that have lost their place. */
static void
set_headings (DemNoteList *self)
{
  DemDossier *dossier = dem_notebook_list_get_dossier (self->base);
  gboolean any = dem_notebook_list_get_counts (self->base).n_orphans > 0;
  guint first = self->rows->len;

  while (any && first > 0 && !dem_note_row_is_fresh (self->rows->pdata[first - 1])
         && dem_note_is_orphan (dem_note_row_get_note (self->rows->pdata[first - 1]), dossier))
    first--;
  for (guint i = 0; i < self->rows->len; i++)
    dem_note_row_set_heading (self->rows->pdata[i], i == first ? _ ("Lost their place") : NULL);
}

/* Tells what is new between what stayed before and after it. */
static void
update (DemNoteList *self)
{
  g_autoptr (GPtrArray) before = self->shown;
  GPtrArray *after = g_ptr_array_new_with_free_func (g_object_unref);
  guint head = 0, tail = 0;

  append_rows (after, self->drafts);
  append_rows (after, self->rows);
  self->shown = after;
  while (head < before->len && head < after->len && before->pdata[head] == after->pdata[head])
    head++;
  while (tail < before->len - head && tail < after->len - head
         && before->pdata[before->len - 1 - tail] == after->pdata[after->len - 1 - tail])
    tail++;
  if (head + tail < before->len || head + tail < after->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, after->len - head - tail);
}

/* The draft of which a note has been made, no longer one; or NULL. (transfer full) */
static DemNoteRow *
take_draft (DemNoteList *self, const char *id)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (g_str_equal (get_id (self->drafts->pdata[i]), id))
      {
        DemNoteRow *row = g_ptr_array_steal_index (self->drafts, i);

        dem_note_row_set_draft (row, FALSE);
        return row;
      }
  return NULL;
}

/* The row of a note: the one it has, or had until now, or was a draft's. (transfer full) */
static DemNoteRow *
make_row (DemNoteList *self, DemNote *note, GHashTable *leaving)
{
  DemNoteRow *row = NULL;

  if (!g_hash_table_steal_extended (leaving, dem_note_get_id (note), NULL, (gpointer *) &row))
    row = take_draft (self, dem_note_get_id (note));
  if (row == NULL)
    return dem_note_row_new (note);
  dem_note_row_set_note (row, note);
  return row;
}

static void
on_base_changed (DemNoteList *self, guint position, guint removed, guint added, GListModel *base)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref); /* they own the ids */
  GPtrArray *before = self->rows;

  for (guint i = position; i < position + removed; i++)
    {
      g_ptr_array_add (notes, g_object_ref (dem_note_row_get_note (before->pdata[i])));
      g_hash_table_insert (leaving, (char *) get_id (before->pdata[i]), g_object_ref (before->pdata[i]));
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (base, position + i);

      g_ptr_array_add (rows, make_row (self, note, leaving));
    }
  self->rows = g_ptr_array_new_full (before->len - removed + added, g_object_unref);
  for (guint i = 0; i < position; i++)
    g_ptr_array_add (self->rows, g_object_ref (before->pdata[i]));
  append_rows (self->rows, rows);
  for (guint i = position + removed; i < before->len; i++)
    g_ptr_array_add (self->rows, g_object_ref (before->pdata[i]));
  g_ptr_array_unref (before);
  update (self);
}

/* ---- Rows ---- */

DemNotebookList *
dem_note_list_get_base (DemNoteList *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), NULL);

  return self->base;
}

void
dem_note_list_set_notebook (DemNoteList *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (!g_set_object (&self->notebook, notebook))
    return;
  g_ptr_array_set_size (self->drafts, 0);
  update (self);
  dem_notebook_list_set_notebook (self->base, notebook);
}

DemNoteRow *
dem_note_list_find (DemNoteList *self, const char *id)
{
  guint at;

  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  at = dem_notebook_list_find (self->base, id);
  return at != G_MAXUINT ? self->rows->pdata[at] : NULL;
}

guint
dem_note_list_find_position (DemNoteList *self, DemNoteRow *row)
{
  guint position;

  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), G_MAXUINT);

  return g_ptr_array_find (self->shown, row, &position) ? position : G_MAXUINT;
}

DemNoteRow *
dem_note_list_add_draft (DemNoteList *self, DemNote *note)
{
  DemNoteRow *row;

  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), NULL);
  g_return_val_if_fail (DEM_IS_NOTE (note), NULL);

  row = dem_note_row_new (note);
  dem_note_row_set_draft (row, TRUE);
  dem_note_row_set_fresh (row, TRUE);
  dem_note_row_set_editing (row, TRUE);
  g_ptr_array_insert (self->drafts, 0, row);
  update (self);
  return row;
}

void
dem_note_list_adopt (DemNoteList *self, DemNoteRow *draft)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (DEM_IS_NOTE_ROW (draft));

  if (!dem_note_row_is_draft (draft) || self->notebook == NULL)
    return;
  dem_notebook_list_keep (self->base, get_id (draft), DEM_NOTEBOOK_KEEP_FIRST);
  dem_notebook_add_note (self->notebook, dem_note_row_get_note (draft));
}

void
dem_note_list_edit (DemNoteList *self, DemNoteRow *row)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (DEM_IS_NOTE_ROW (row));

  if (dem_note_row_is_editing (row))
    return;
  dem_note_row_set_editing (row, TRUE);
  dem_notebook_list_keep (self->base, get_id (row), DEM_NOTEBOOK_KEEP_LISTED);
}

void
dem_note_list_finish (DemNoteList *self, DemNoteRow *row)
{
  g_autoptr (DemNoteRow) kept = NULL;

  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (DEM_IS_NOTE_ROW (row));

  kept = g_object_ref (row);
  dem_note_row_set_fresh (row, FALSE);
  dem_note_row_set_editing (row, FALSE);
  if (dem_note_row_is_draft (row) && g_ptr_array_remove (self->drafts, row))
    update (self);
  dem_notebook_list_keep (self->base, get_id (row), DEM_NOTEBOOK_KEEP_NOT);
}

/* ---- The object ---- */

static void
dem_note_list_finalize (GObject *object)
{
  DemNoteList *self = DEM_NOTE_LIST (object);

  g_clear_object (&self->notebook);
  g_object_unref (self->base);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (dem_note_list_parent_class)->finalize (object);
}

static void
dem_note_list_class_init (DemNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_note_list_finalize;
}

static void
dem_note_list_init (DemNoteList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->base = dem_notebook_list_new (NULL, NULL);
  g_signal_connect_object (self->base, "items-changed", G_CALLBACK (on_base_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->base, "counts-changed", G_CALLBACK (set_headings), self, G_CONNECT_SWAPPED);
}

DemNoteList *
dem_note_list_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_LIST, NULL);
}
