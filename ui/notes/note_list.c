/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_list.h"

#include <glib/gi18n-lib.h>

/* How many rows the model has where many are others than before: some at once, a few more when there is nothing else to do,
 * and the rest when somebody goes there. The view makes widgets for two hundred of them, whether they are in sight or not,
 * and who types a search would wait for all of these at each letter. */
#define STEP 8
#define ENOUGH 24

struct _DemNoteList
{
  GObject parent_instance;

  DemNotebook *notebook; /* nullable */
  DemNotebookList *base;
  GPtrArray *drafts; /* (element-type DemNoteRow): not in the notebook yet, the newest first */
  GPtrArray *rows;   /* (element-type DemNoteRow): one for each note of the base */
  GPtrArray *shown;  /* (element-type DemNoteRow): what is listed, both */
  guint n_ready;     /* of these: what the model has */
  guint n_wanted;    /* how many it is to have when there is time */
  guint step;        /* source */
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
  return DEM_NOTE_LIST (model)->n_ready;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DemNoteList *self = DEM_NOTE_LIST (model);

  return position < self->n_ready ? g_object_ref (self->shown->pdata[position]) : NULL;
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

/* Lets the model have more of what is listed. */
static void
make_ready (DemNoteList *self, guint n)
{
  guint before = self->n_ready;

  self->n_ready = MIN (n, self->shown->len);
  self->n_wanted = MAX (self->n_wanted, self->n_ready);
  if (self->n_ready > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_ready - before);
}

static gboolean
on_step (gpointer data)
{
  DemNoteList *self = data;

  make_ready (self, MIN (self->n_ready + STEP, self->n_wanted));
  if (self->n_ready >= self->n_wanted)
    self->step = 0;
  return self->step != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Many are others: the first of them at once. */
static void
replace_many (DemNoteList *self, guint head, guint removed)
{
  self->n_ready = MIN (head + STEP, self->shown->len);
  self->n_wanted = MIN (head + ENOUGH, self->shown->len);
  if (self->step == 0 && self->n_ready < self->n_wanted)
    self->step = g_idle_add_full (G_PRIORITY_LOW, on_step, self, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), head, removed, self->n_ready - head);
}

/* Tells what is new between what stayed before and after it, as far as the model has it. */
static void
update (DemNoteList *self)
{
  g_autoptr (GPtrArray) before = self->shown;
  GPtrArray *after = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before = self->n_ready, n_after, head = 0, tail = 0;

  append_rows (after, self->drafts);
  append_rows (after, self->rows);
  self->shown = after;
  n_after = after->len - MIN (before->len - n_before, after->len);
  while (head < n_before && head < n_after && before->pdata[head] == after->pdata[head])
    head++;
  while (tail < MIN (n_before, n_after) - head && before->pdata[n_before - 1 - tail] == after->pdata[n_after - 1 - tail])
    tail++;
  if (n_after - head - tail > STEP && (before->len == 0 || n_before - head - tail > STEP))
    {
      replace_many (self, head, n_before - head);
      return;
    }
  self->n_ready = n_after;
  self->n_wanted = MAX (self->n_wanted, n_after);
  if (head + tail < n_before || head + tail < n_after)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail, n_after - head - tail);
  if (n_after < MIN (STEP, after->len)) /* few are left of those that it had */
    make_ready (self, ENOUGH);
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

/* Leaving: rows whose places are taken by others, or by themselves. */
typedef struct
{
  DemNoteRow *const *rows;
  guint n;
  GHashTable *by_note;
  GHashTable *by_id; /* NULL until a note is other than before */
} Leaving;

static DemNoteRow *
find_leaving (Leaving *leaving, DemNote *note)
{
  DemNoteRow *row = g_hash_table_lookup (leaving->by_note, note);

  if (row != NULL)
    return row;
  if (leaving->by_id == NULL)
    {
      leaving->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < leaving->n; i++)
        g_hash_table_insert (leaving->by_id, (char *) get_id (leaving->rows[i]), leaving->rows[i]);
    }
  return g_hash_table_lookup (leaving->by_id, dem_note_get_id (note));
}

/* The row of a note: the one it has, or had until now, or was a draft's. (transfer full) */
static DemNoteRow *
make_row (DemNoteList *self, DemNote *note, Leaving *leaving)
{
  DemNoteRow *row = find_leaving (leaving, note);

  row = row != NULL ? g_object_ref (row) : take_draft (self, dem_note_get_id (note));
  return row != NULL ? row : dem_note_row_new (note);
}

/* Ids belong to the notes: rows take others when all are found. */
static void
take_notes (GPtrArray *rows, GPtrArray *notes)
{
  for (guint i = 0; i < rows->len; i++)
    dem_note_row_set_note (rows->pdata[i], notes->pdata[i]);
}

static void
on_base_changed (DemNoteList *self, guint position, guint removed, guint added, GListModel *base)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = self->rows;
  Leaving leaving = { (DemNoteRow *const *) before->pdata + position, removed, g_hash_table_new (NULL, NULL), NULL };

  for (guint i = 0; i < removed; i++)
    g_hash_table_insert (leaving.by_note, dem_note_row_get_note (leaving.rows[i]), leaving.rows[i]);
  for (guint i = 0; i < added; i++)
    {
      g_ptr_array_add (notes, g_list_model_get_item (base, position + i));
      g_ptr_array_add (rows, make_row (self, notes->pdata[i], &leaving));
    }
  g_hash_table_unref (leaving.by_note);
  g_clear_pointer (&leaving.by_id, g_hash_table_unref);
  self->rows = g_ptr_array_new_full (before->len - removed + added, g_object_unref);
  for (guint i = 0; i < position; i++)
    g_ptr_array_add (self->rows, g_object_ref (before->pdata[i]));
  append_rows (self->rows, rows);
  for (guint i = position + removed; i < before->len; i++)
    g_ptr_array_add (self->rows, g_object_ref (before->pdata[i]));
  take_notes (rows, notes);
  update (self);
}

/* ---- Rows ---- */

void
dem_note_list_show_more (DemNoteList *self)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));

  make_ready (self, self->n_ready + ENOUGH);
}

void
dem_note_list_show_rest (DemNoteList *self)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));

  make_ready (self, self->shown->len);
}

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

  if (!g_ptr_array_find (self->shown, row, &position))
    return G_MAXUINT;
  if (position >= self->n_ready)
    make_ready (self, self->shown->len);
  return position;
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

gboolean
dem_note_list_has_draft (DemNoteList *self, const char *id)
{
  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), FALSE);

  for (guint i = 0; i < self->drafts->len; i++)
    if (g_str_equal (get_id (self->drafts->pdata[i]), id))
      return TRUE;
  return FALSE;
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

  g_clear_handle_id (&self->step, g_source_remove);
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
