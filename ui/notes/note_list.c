/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_list.h"

#include <glib/gi18n-lib.h>

struct _DemNoteList
{
  GObject parent_instance;

  DemNotebook *notebook; /* nullable */
  DemDossier *dossier;   /* nullable */
  DemNoteFilter *filter;
  DemNoteSort sort;

  GPtrArray *rows;   /* (element-type DemNoteRow): one for each note, in the notebook's order */
  GHashTable *by_id; /* id → row, borrowed */
  GPtrArray *drafts; /* (element-type DemNoteRow) */
  GPtrArray *shown;  /* (element-type DemNoteRow): what the model has */
  guint n_orphans;
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

/* ---- Order ---- */

static int
compare_created (DemNote *a, DemNote *b)
{
  int order = g_date_time_compare (dem_note_get_created (a), dem_note_get_created (b));

  return order != 0 ? order : g_strcmp0 (dem_note_get_id (a), dem_note_get_id (b));
}

static const DemNoteTarget *
get_first_target (DemNote *note)
{
  return g_ptr_array_index (dem_note_get_targets (note), 0);
}

/* By kind, then in the dossier's order, what is none of its items by what it is called. */
static int
compare_targets (DemNote *a, DemNote *b, DemDossier *dossier)
{
  const DemNoteTarget *of_a = get_first_target (a), *of_b = get_first_target (b);
  DemTargetKind kind_a = dem_note_target_get_kind (of_a), kind_b = dem_note_target_get_kind (of_b);
  int order;

  if (kind_a != kind_b)
    return kind_a < kind_b ? -1 : 1;
  order = dossier != NULL ? dem_ref_compare (dem_note_target_resolve (of_a, dossier), dem_note_target_resolve (of_b, dossier))
                          : 0;
  return order != 0 ? order : g_strcmp0 (dem_note_target_get_text (of_a), dem_note_target_get_text (of_b));
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  DemNoteList *self = data;
  DemNote *first = dem_note_row_get_note (*(DemNoteRow *const *) a);
  DemNote *second = dem_note_row_get_note (*(DemNoteRow *const *) b);
  int order = 0;

  if (self->sort == DEM_NOTE_SORT_OLDEST)
    return compare_created (first, second);
  if (self->sort == DEM_NOTE_SORT_CHANGED)
    order = g_date_time_compare (dem_note_get_modified (second), dem_note_get_modified (first));
  else if (self->sort == DEM_NOTE_SORT_TARGET)
    order = compare_targets (first, second, self->dossier);
  return order != 0 ? order : compare_created (second, first);
}

/* The notebook has them oldest first already. */
static void
sort_rows (DemNoteList *self, GPtrArray *rows)
{
  if (self->sort == DEM_NOTE_SORT_OLDEST)
    return;
  if (self->sort != DEM_NOTE_SORT_NEWEST)
    {
      g_ptr_array_sort_with_data (rows, compare_rows, self);
      return;
    }
  for (guint i = 0, j = rows->len; i + 1 < j; i++)
    {
      gpointer row = rows->pdata[i];

      rows->pdata[i] = rows->pdata[--j];
      rows->pdata[j] = row;
    }
}

/* ---- What is shown ---- */

static void
append_rows (GPtrArray *to, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (to, g_object_ref (rows->pdata[i]));
}

static GPtrArray *
collect (DemNoteList *self)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) attached = g_ptr_array_new ();
  g_autoptr (GPtrArray) orphans = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  self->n_orphans = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DemNoteRow *row = self->rows->pdata[i];
      DemNote *note = dem_note_row_get_note (row);
      gboolean orphan = self->dossier != NULL && dem_note_is_orphan (note, self->dossier);

      self->n_orphans += orphan;
      if (dem_note_row_is_fresh (row))
        g_ptr_array_add (fresh, row);
      else if (dem_note_row_is_editing (row) || dem_note_filter_matches (self->filter, note, self->dossier))
        g_ptr_array_add (orphan ? orphans : attached, row);
    }
  sort_rows (self, attached);
  sort_rows (self, orphans);
  append_rows (shown, self->drafts);
  append_rows (shown, fresh);
  append_rows (shown, attached);
  append_rows (shown, orphans);
  for (guint i = 0; i < shown->len; i++)
    dem_note_row_set_heading (shown->pdata[i], i == shown->len - orphans->len
                                                   ? _ ("What these were about is no longer in the dossier")
                                                   : NULL);
  return shown;
}

/* Tells what is new between what stayed before and after it. */
static void
update (DemNoteList *self)
{
  g_autoptr (GPtrArray) before = self->shown;
  GPtrArray *after = collect (self);
  guint head = 0, tail = 0;

  self->shown = after;
  while (head < before->len && head < after->len && before->pdata[head] == after->pdata[head])
    head++;
  while (tail < before->len - head && tail < after->len - head
         && before->pdata[before->len - 1 - tail] == after->pdata[after->len - 1 - tail])
    tail++;
  if (head + tail < before->len || head + tail < after->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, after->len - head - tail);
}

/* ---- The notebook ---- */

/* The row of a note: the one it has, or had until now. */
static DemNoteRow *
make_row (DemNoteList *self, DemNote *note, GHashTable *leaving)
{
  const char *id = dem_note_get_id (note);
  DemNoteRow *row = g_hash_table_lookup (leaving, id);

  for (guint i = 0; row == NULL && i < self->drafts->len; i++)
    if (g_str_equal (dem_note_get_id (dem_note_row_get_note (self->drafts->pdata[i])), id))
      row = self->drafts->pdata[i];
  if (row == NULL)
    return dem_note_row_new (note);
  g_object_ref (row);
  g_ptr_array_remove (self->drafts, row);
  dem_note_row_set_draft (row, FALSE);
  dem_note_row_set_note (row, note);
  return row;
}

static void
on_notes_changed (GListModel *notes, guint position, guint removed, guint added, DemNoteList *self)
{
  g_autoptr (GHashTable) leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gboolean stays = removed == added;

  g_assert (DEM_IS_NOTE_LIST (self));

  for (guint i = 0; i < removed; i++)
    {
      DemNoteRow *row = self->rows->pdata[position + i];
      const char *id = dem_note_get_id (dem_note_row_get_note (row));

      g_hash_table_remove (self->by_id, id);
      g_hash_table_insert (leaving, g_strdup (id), g_object_ref (row));
    }
  if (removed > 0)
    g_ptr_array_remove_range (self->rows, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, position + i);
      DemNoteRow *row = make_row (self, note, leaving);

      stays = stays && dem_note_row_is_editing (row);
      g_ptr_array_insert (self->rows, (int) (position + i), row);
      g_hash_table_insert (self->by_id, g_strdup (dem_note_get_id (note)), row);
    }
  /* While one types nothing moves. */
  if (!stays)
    update (self);
}

void
dem_note_list_set_notebook (DemNoteList *self, DemNotebook *notebook)
{
  GListModel *notes;

  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->notebook == notebook)
    return;
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (dem_notebook_get_notes (self->notebook), on_notes_changed, self);
  g_set_object (&self->notebook, notebook);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->drafts, 0);
  g_hash_table_remove_all (self->by_id);
  notes = notebook != NULL ? dem_notebook_get_notes (notebook) : NULL;
  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);
      DemNoteRow *row = dem_note_row_new (note);

      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_id, g_strdup (dem_note_get_id (note)), row);
    }
  if (notes != NULL)
    g_signal_connect_object (notes, "items-changed", G_CALLBACK (on_notes_changed), self, 0);
  update (self);
}

void
dem_note_list_set_dossier (DemNoteList *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (dossier == NULL || DEM_IS_DOSSIER (dossier));

  if (g_set_object (&self->dossier, dossier))
    update (self);
}

/* ---- Filter and sort ---- */

DemNoteFilter *
dem_note_list_get_filter (DemNoteList *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), NULL);

  return self->filter;
}

void
dem_note_list_refilter (DemNoteList *self)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));

  update (self);
}

DemNoteSort
dem_note_list_get_sort (DemNoteList *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), DEM_NOTE_SORT_NEWEST);

  return self->sort;
}

void
dem_note_list_set_sort (DemNoteList *self, DemNoteSort sort)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (sort < DEM_N_NOTE_SORTS);

  if (self->sort == sort)
    return;
  self->sort = sort;
  update (self);
}

guint
dem_note_list_count_orphans (DemNoteList *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), 0);

  return self->n_orphans;
}

/* ---- Rows ---- */

DemNoteRow *
dem_note_list_find (DemNoteList *self, const char *id)
{
  g_return_val_if_fail (DEM_IS_NOTE_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
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

  if (dem_note_row_is_draft (draft) && self->notebook != NULL)
    dem_notebook_add_note (self->notebook, dem_note_row_get_note (draft));
}

void
dem_note_list_finish (DemNoteList *self, DemNoteRow *row)
{
  g_return_if_fail (DEM_IS_NOTE_LIST (self));
  g_return_if_fail (DEM_IS_NOTE_ROW (row));

  dem_note_row_set_fresh (row, FALSE);
  if (dem_note_row_is_draft (row))
    g_ptr_array_remove (self->drafts, row);
  else
    dem_note_row_set_editing (row, FALSE);
  update (self);
}

/* ---- The object ---- */

static void
dem_note_list_dispose (GObject *object)
{
  DemNoteList *self = DEM_NOTE_LIST (object);

  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (dem_notebook_get_notes (self->notebook), on_notes_changed, self);
  g_clear_object (&self->notebook);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dem_note_list_parent_class)->dispose (object);
}

static void
dem_note_list_finalize (GObject *object)
{
  DemNoteList *self = DEM_NOTE_LIST (object);

  dem_note_filter_free (self->filter);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (dem_note_list_parent_class)->finalize (object);
}

static void
dem_note_list_class_init (DemNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_note_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_note_list_finalize;
}

static void
dem_note_list_init (DemNoteList *self)
{
  self->filter = dem_note_filter_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DemNoteList *
dem_note_list_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_LIST, NULL);
}
