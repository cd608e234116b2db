/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_index.h"

#include <string.h>

struct _DemNoteIndex
{
  GListStore *model;
  GHashTable *by_id;     /* id → note; both the note's */
  GHashTable *by_target; /* key → GPtrArray of notes, oldest first */
  GHashTable *tags;      /* tag → how many */
  GHashTable *creators;  /* name → how many */
  guint n_of_kind[DEM_N_TARGET_KINDS];
  guint n_of_colour[DEM_N_NOTE_COLOURS];
};

DemNoteIndex *
dem_note_index_new (void)
{
  DemNoteIndex *self = g_new0 (DemNoteIndex, 1);

  self->model = g_list_store_new (DEM_TYPE_NOTE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_target = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->creators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
dem_note_index_free (DemNoteIndex *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_target);
  g_hash_table_unref (self->tags);
  g_hash_table_unref (self->creators);
  g_object_unref (self->model);
  g_free (self);
}

GListModel *
dem_note_index_get_model (DemNoteIndex *self)
{
  return G_LIST_MODEL (self->model);
}

DemNote *
dem_note_index_find (DemNoteIndex *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/* ---- Order ---- */

/* Where a note stands in the model, or would. */
static guint
find_position (DemNoteIndex *self, const DemNote *note)
{
  guint low = 0, high = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (DemNote) there = g_list_model_get_item (G_LIST_MODEL (self->model), middle);

      if (dem_note_compare (there, note) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* ---- Counting ---- */

static void
count_in (GHashTable *table, const char *name, int by)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (table, name)) + by;

  if (n > 0)
    g_hash_table_replace (table, g_strdup (name), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (table, name);
}

static void
file_under (DemNoteIndex *self, const char *key, DemNote *note)
{
  GPtrArray *notes = g_hash_table_lookup (self->by_target, key);
  guint at;

  if (notes == NULL)
    {
      notes = g_ptr_array_new ();
      g_hash_table_insert (self->by_target, g_strdup (key), notes);
    }
  for (at = notes->len; at > 0 && dem_note_compare (notes->pdata[at - 1], note) > 0; at--)
    ;
  g_ptr_array_insert (notes, (int) at, note);
}

static void
take_from (DemNoteIndex *self, const char *key, DemNote *note)
{
  GPtrArray *notes = g_hash_table_lookup (self->by_target, key);

  g_ptr_array_remove (notes, note);
  if (notes->len == 0)
    g_hash_table_remove (self->by_target, key);
}

/* Whether an earlier target of the note has the same key (@keys) or only the same kind. */
static gboolean
came_before (GPtrArray *targets, guint n, gboolean keys)
{
  for (guint i = 0; i < n; i++)
    if (keys ? g_str_equal (dem_note_target_get_key (targets->pdata[i]), dem_note_target_get_key (targets->pdata[n]))
             : dem_note_target_get_kind (targets->pdata[i]) == dem_note_target_get_kind (targets->pdata[n]))
      return TRUE;
  return FALSE;
}

/* Takes a note into the tables (1) or out of them (-1). */
static void
count (DemNoteIndex *self, DemNote *note, int by)
{
  GPtrArray *targets = dem_note_get_targets (note);
  const char *const *tags = dem_note_get_tags (note);

  for (guint i = 0; i < targets->len; i++)
    {
      if (!came_before (targets, i, FALSE))
        self->n_of_kind[dem_note_target_get_kind (targets->pdata[i])] += (guint) by;
      if (came_before (targets, i, TRUE))
        continue;
      if (by > 0)
        file_under (self, dem_note_target_get_key (targets->pdata[i]), note);
      else
        take_from (self, dem_note_target_get_key (targets->pdata[i]), note);
    }
  for (guint i = 0; tags[i] != NULL; i++)
    count_in (self->tags, tags[i], by);
  if (dem_note_get_creator (note) != NULL)
    count_in (self->creators, dem_note_get_creator (note), by);
  self->n_of_colour[dem_note_get_colour (note)] += (guint) by;
}

/* ---- Changing ---- */

static void
put_in_tables (DemNoteIndex *self, DemNote *note)
{
  g_hash_table_insert (self->by_id, (char *) dem_note_get_id (note), note);
  count (self, note, 1);
}

void
dem_note_index_put (DemNoteIndex *self, DemNote *note)
{
  g_autoptr (DemNote) before = NULL;
  gboolean stays;

  g_return_if_fail (DEM_IS_NOTE (note));

  g_set_object (&before, dem_note_index_find (self, dem_note_get_id (note)));
  if (before == note)
    return;
  stays = before != NULL && dem_note_compare (before, note) == 0;
  if (before != NULL && !stays)
    dem_note_index_remove (self, dem_note_get_id (note));
  else if (before != NULL)
    {
      count (self, before, -1);
      g_hash_table_remove (self->by_id, dem_note_get_id (before));
    }
  put_in_tables (self, note);
  g_list_store_splice (self->model, find_position (self, note), stays, (gpointer *) &note, 1);
}

void
dem_note_index_remove (DemNoteIndex *self, const char *id)
{
  g_autoptr (DemNote) note = NULL;

  g_return_if_fail (id != NULL);

  if (!g_set_object (&note, dem_note_index_find (self, id)))
    return;
  count (self, note, -1);
  g_hash_table_remove (self->by_id, id);
  g_list_store_remove (self->model, find_position (self, note));
}

void
dem_note_index_fill (DemNoteIndex *self, GPtrArray *notes)
{
  g_autoptr (GPtrArray) sorted = NULL;
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_return_if_fail (notes != NULL);

  sorted = g_ptr_array_sized_new (notes->len);
  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (sorted, notes->pdata[i]);
  g_ptr_array_sort (sorted, dem_note_compare_pointers);
  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->by_target);
  g_hash_table_remove_all (self->tags);
  g_hash_table_remove_all (self->creators);
  memset (self->n_of_kind, 0, sizeof self->n_of_kind);
  memset (self->n_of_colour, 0, sizeof self->n_of_colour);
  for (guint i = 0; i < sorted->len; i++)
    put_in_tables (self, sorted->pdata[i]);
  g_list_store_splice (self->model, 0, n_before, sorted->pdata, sorted->len);
}

/* ---- Asking ---- */

DemNote *const *
dem_note_index_on (DemNoteIndex *self, const char *key, guint *n)
{
  GPtrArray *notes;

  g_return_val_if_fail (key != NULL && n != NULL, NULL);

  notes = g_hash_table_lookup (self->by_target, key);
  *n = notes != NULL ? notes->len : 0;
  return notes != NULL ? (DemNote *const *) notes->pdata : NULL;
}

guint
dem_note_index_count_kind (DemNoteIndex *self, DemTargetKind kind)
{
  g_return_val_if_fail (kind < DEM_N_TARGET_KINDS, 0);

  return self->n_of_kind[kind];
}

guint
dem_note_index_count_colour (DemNoteIndex *self, DemNoteColour colour)
{
  g_return_val_if_fail (colour < DEM_N_NOTE_COLOURS, 0);

  return self->n_of_colour[colour];
}

guint
dem_note_index_count_tag (DemNoteIndex *self, const char *tag)
{
  g_return_val_if_fail (tag != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->tags, tag));
}

guint
dem_note_index_count_creator (DemNoteIndex *self, const char *creator)
{
  g_return_val_if_fail (creator != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->creators, creator));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static const char **
list (GHashTable *table)
{
  guint n;
  const char **names = (const char **) g_hash_table_get_keys_as_array (table, &n);

  qsort (names, n, sizeof *names, compare_names);
  return names;
}

const char **
dem_note_index_list_tags (DemNoteIndex *self)
{
  return list (self->tags);
}

const char **
dem_note_index_list_creators (DemNoteIndex *self)
{
  return list (self->creators);
}
