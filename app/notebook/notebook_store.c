/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_store_private.h"

#include <glib/gi18n-lib.h>

#include "app/notebook/notebook_rescue.h"

/* Where notebooks are, below the user's data folder. */
#define PROGRAM_FOLDER "org.demarche.Demarche"
#define FOLDER "notebooks"

/* A file that could not be read is looked at again after that long, if nothing tells of it before. */
#define READ_AGAIN_SECONDS 10

enum
{
  CHANGED,
  SAID,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Those that are open, by dossier; borrowed, each leaves when it dies. */
static GHashTable *open_stores;

G_DEFINE_FINAL_TYPE (DemNotebookStore, dem_notebook_store, G_TYPE_OBJECT)

static void start_reading (DemNotebookStore *self);

/* ---- Telling ---- */

/* Whatever is unsaved must not die with the window that showed it. */
static void
tell_change (DemNotebookStore *self)
{
  g_autoptr (DemNotebookStore) held = g_object_ref (self);
  gboolean is_unsaved = dem_autosave_get_state (self->autosave) != DEM_AUTOSAVE_IDLE;

  if (is_unsaved && !self->holds_itself)
    g_object_ref (self);
  if (!is_unsaved && self->holds_itself)
    g_object_unref (self);
  self->holds_itself = is_unsaved;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
say (DemNotebookStore *self, char *sentence)
{
  gboolean is_shown = FALSE;

  g_signal_emit (self, signals[SAID], 0, sentence, &is_shown);
  if (is_shown)
    g_free (sentence);
  else
    g_queue_push_tail (&self->sayings, sentence);
}

static char *
describe_aside (const DemNotebookSync *sync)
{
  g_autofree char *name = g_path_get_basename (sync->aside);
  g_autofree char *shown = g_filename_display_name (name);

  return g_strdup_printf (sync->has_older
                              ? _ ("The file of the notes could not be read. It is kept as “%s”, and the "
                                   "version before it was opened.")
                              : _ ("The file of the notes could not be read. It is kept as “%s”, and a "
                                   "new one was begun."),
                          shown);
}

static void
say_what_happened (DemNotebookStore *self, const DemNotebookSync *sync, guint n_both)
{
  if (sync->aside != NULL)
    say (self, describe_aside (sync));
  if (n_both > 0)
    say (self,
         g_strdup_printf (ngettext ("%u note was changed here and elsewhere. Both texts are kept.",
                                    "%u notes were changed here and elsewhere. Both texts are kept.", n_both),
                          n_both));
}

/* ---- What comes from the file ---- */

static void
touch (DemNotebookStore *self)
{
  self->n_changes++;
  dem_autosave_touch (self->autosave);
}

/* What the notebook has with what is new in a version that comes from @base. With nothing new here that is the version,
 * without looking through all notes on the main thread. */
static DemNotebookContent *
bring_together (DemNotebookStore *self,
                const DemNotebookContent *base,
                const DemNotebookContent *theirs,
                DemNotebookMerge *result)
{
  g_autoptr (DemNotebookContent) mine = dem_notebook_dup_content (self->notebook);
  g_autoptr (DemNotebookContent) nothing = dem_notebook_content_new (self->dossier_id);

  return dem_notebook_content_equal (mine, base != NULL ? base : nothing)
           ? dem_notebook_content_copy (theirs)
           : dem_notebook_merge (base, mine, theirs, result);
}

/* Brings a version into the notebook, which has gone on since @base. What the file then lacks is saved. Returns how many
 * notes were changed on both sides. */
static guint
take_version (DemNotebookStore *self, const DemNotebookContent *base, DemNotebookVersion *version)
{
  DemNotebookMerge result = { 0, 0 };
  g_autoptr (DemNotebookContent) merged = bring_together (self, base, version->content, &result);

  self->is_applying = TRUE;
  dem_notebook_set_content (self->notebook, merged);
  self->is_applying = FALSE;
  if (!dem_notebook_content_equal (merged, version->content))
    touch (self);
  dem_notebook_history_add (self->history, version);
  return result.n_both;
}

static gboolean
is_latest (DemNotebookStore *self, const DemNotebookVersion *version)
{
  const DemNotebookVersion *latest = dem_notebook_history_get_latest (self->history);

  return latest != NULL && version->hash != NULL && g_strcmp0 (latest->hash, version->hash) == 0;
}

/* ---- Reading ---- */

static gboolean
on_read_again (gpointer data)
{
  DemNotebookStore *self = data;

  self->read_again = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

/* Not before the file was read once: a disk that does not answer would be waited for here. */
static void
start_watching (DemNotebookStore *self)
{
  if (self->watch == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (self->path);

      self->watch = dem_file_watch_new (file);
      g_signal_connect_object (self->watch, "changed", G_CALLBACK (start_reading), self, G_CONNECT_SWAPPED);
      /* What has happened between reading and watching. */
      dem_file_watch_touch (self->watch);
    }
  dem_file_watch_set_heeds_rights (self->watch, self->read_error != NULL);
  g_clear_handle_id (&self->read_again, g_source_remove);
  if (self->read_error != NULL)
    self->read_again = g_timeout_add_seconds (READ_AGAIN_SECONDS, on_read_again, self);
}

/* A file that somebody has taken away, or that was set aside, is written again. */
static void
replace_missing (DemNotebookStore *self)
{
  g_autoptr (DemNotebookContent) nothing = dem_notebook_content_new (self->dossier_id);
  g_autoptr (DemNotebookContent) content = dem_notebook_dup_content (self->notebook);

  if (!dem_notebook_content_equal (nothing, content))
    touch (self);
}

static void
take_what_was_read (DemNotebookStore *self, DemNotebookSync *sync)
{
  guint n_both = 0;

  if (sync->version != NULL && !is_latest (self, sync->version))
    {
      const DemNotebookContent *base = dem_notebook_history_find_base (self->history, sync->version->content);

      n_both = take_version (self, base, g_steal_pointer (&sync->version));
    }
  if (sync->is_missing)
    replace_missing (self);
  say_what_happened (self, sync, n_both);
}

/* What could not be saved when the program ended the last time. */
static void
take_rescued (DemNotebookStore *self, DemNotebookSync *sync)
{
  const DemNotebookContent *base;
  g_autoptr (DemNotebookContent) mine = NULL, merged = NULL;
  g_autofree char *shown = NULL;

  if (sync->rescued == NULL || self->rescued_path != NULL)
    return;
  base = dem_notebook_history_find_base (self->history, sync->rescued);
  mine = dem_notebook_dup_content (self->notebook);
  merged = dem_notebook_merge (base, mine, sync->rescued, NULL);
  self->is_applying = TRUE;
  dem_notebook_set_content (self->notebook, merged);
  self->is_applying = FALSE;
  self->rescued_path = g_steal_pointer (&sync->rescued_path);
  touch (self);
  shown = g_filename_display_name (self->rescued_path);
  say (self, g_strdup_printf (_ ("What could not be saved when the program ended was kept in “%s”. It is here again."), shown));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DemNotebookStore) self = data;

  self->n_reading--;
  self->was_read = TRUE;
  g_clear_error (&self->read_error);
  if (g_task_propagate_boolean (G_TASK (result), &self->read_error))
    take_what_was_read (self, g_task_get_task_data (G_TASK (result)));
  take_rescued (self, g_task_get_task_data (G_TASK (result)));
  start_watching (self);
  tell_change (self);
}

static void
read_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (dem_notebook_sync_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static DemNotebookSync *
new_sync (DemNotebookStore *self, DemNotebookContent *mine)
{
  return dem_notebook_sync_new (self->path, self->dossier_id, self->operations,
                                dem_notebook_history_copy (self->history), mine);
}

static void
start_reading (DemNotebookStore *self)
{
  /* No source object: the worker may be the last to drop the task. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read, g_object_ref (self));

  g_task_set_name (task, "notebook-reader");
  g_task_set_task_data (task, new_sync (self, NULL), (GDestroyNotify) dem_notebook_sync_free);
  self->n_reading++;
  g_task_run_in_thread (task, read_on_worker);
}

/* ---- Saving ---- */

static gpointer
take (gpointer data)
{
  DemNotebookStore *self = data;
  DemNotebookSync *sync = new_sync (self, dem_notebook_dup_content (self->notebook));

  sync->has_rescued = self->rescued_path != NULL;
  return sync;
}

static gboolean
save (gpointer taken, GError **error)
{
  return dem_notebook_sync_run (taken, error);
}

static void
on_saved (gpointer taken, gpointer data)
{
  DemNotebookStore *self = data;
  DemNotebookSync *sync = taken;
  guint n_both = sync->result.n_both;

  g_clear_error (&self->read_error);
  if (sync->is_merged)
    n_both += take_version (self, sync->mine, g_steal_pointer (&sync->version));
  else if (!is_latest (self, sync->version))
    dem_notebook_history_add (self->history, g_steal_pointer (&sync->version));
  if (sync->has_rescued)
    {
      dem_notebook_rescue_forget (self->rescued_path);
      g_clear_pointer (&self->rescued_path, g_free);
    }
  say_what_happened (self, sync, n_both);
}

static const DemAutosaveSource source_of_saving
    = { take, save, on_saved, (GDestroyNotify) dem_notebook_sync_free };

static void
on_notebook_changed (DemNotebookStore *self)
{
  if (!self->is_applying)
    touch (self);
}

/* ---- What it says ---- */

DemNotebook *
dem_notebook_store_get_notebook (DemNotebookStore *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), NULL);

  return self->notebook;
}

const char *
dem_notebook_store_get_path (DemNotebookStore *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), NULL);

  return self->path;
}

DemNotebookStoreState
dem_notebook_store_get_state (DemNotebookStore *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), DEM_NOTEBOOK_STORE_READING);

  switch (dem_autosave_get_state (self->autosave))
    {
    case DEM_AUTOSAVE_FAILED:
      return DEM_NOTEBOOK_STORE_FAILED;
    case DEM_AUTOSAVE_PENDING:
      return DEM_NOTEBOOK_STORE_PENDING;
    case DEM_AUTOSAVE_SAVING:
      return DEM_NOTEBOOK_STORE_SAVING;
    default:
      if (self->read_error != NULL)
        return DEM_NOTEBOOK_STORE_FAILED;
      return self->was_read ? DEM_NOTEBOOK_STORE_SAVED : DEM_NOTEBOOK_STORE_READING;
    }
}

const char *
dem_notebook_store_get_reason (DemNotebookStore *self)
{
  const GError *reason;

  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), NULL);

  reason = dem_autosave_get_reason (self->autosave);
  if (reason == NULL)
    reason = self->read_error;
  return reason != NULL ? reason->message : NULL;
}

gint64
dem_notebook_store_get_saved_at (DemNotebookStore *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), 0);

  return dem_autosave_get_saved_at (self->autosave);
}

gboolean
dem_notebook_store_has_unsaved (DemNotebookStore *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), FALSE);

  return dem_autosave_get_state (self->autosave) != DEM_AUTOSAVE_IDLE
         && self->n_saved_elsewhere < self->n_changes;
}

char *
dem_notebook_store_take_saying (DemNotebookStore *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), NULL);

  return g_queue_pop_head (&self->sayings);
}

/* ---- Verbs ---- */

void
dem_notebook_store_hurry (DemNotebookStore *self)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_STORE (self));

  dem_autosave_hurry (self->autosave);
  if (self->read_error != NULL && self->n_reading == 0)
    start_reading (self);
}

gboolean
dem_notebook_store_flush (DemNotebookStore *self, int milliseconds, GError **error)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), FALSE);

  return dem_autosave_flush (self->autosave, milliseconds, error);
}

/* (transfer full) (element-type DemNotebookStore) */
static GPtrArray *
list_open (void)
{
  GPtrArray *stores = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer store;

  if (open_stores == NULL)
    return stores;
  g_hash_table_iter_init (&iter, open_stores);
  while (g_hash_table_iter_next (&iter, NULL, &store))
    g_ptr_array_add (stores, g_object_ref (store));
  return stores;
}

static gboolean
rescue (DemNotebookStore *self)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_dup_content (self->notebook);
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  dem_notebook_history_sign (self->history, content, NULL);
  where = dem_notebook_rescue_write (self->path, content, &error);
  if (where == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Your notes are not saved. %s"), error->message);

      g_printerr ("%s\n", sentence);
    }
  return where != NULL;
}

gboolean
dem_notebook_store_rescue_all (void)
{
  g_autoptr (GPtrArray) stores = list_open ();
  gboolean all_rescued = TRUE;

  for (guint i = 0; i < stores->len; i++)
    if (dem_notebook_store_has_unsaved (stores->pdata[i]))
      all_rescued &= rescue (stores->pdata[i]);
  return all_rescued;
}

gboolean
dem_notebook_store_flush_all (int milliseconds)
{
  gint64 deadline = g_get_monotonic_time () + milliseconds * (gint64) 1000;
  g_autoptr (GPtrArray) stores = list_open ();
  gboolean all_saved = TRUE;

  /* All at once, and then each. */
  for (guint i = 0; i < stores->len; i++)
    dem_notebook_store_hurry (stores->pdata[i]);
  for (guint i = 0; i < stores->len; i++)
    {
      gint64 left = MAX (deadline - g_get_monotonic_time (), 0) / 1000;

      all_saved &= dem_notebook_store_flush (stores->pdata[i], milliseconds < 0 ? -1 : (int) left, NULL);
    }
  return all_saved;
}

/* ---- Life ---- */

static void
dem_notebook_store_dispose (GObject *object)
{
  DemNotebookStore *self = DEM_NOTEBOOK_STORE (object);

  g_clear_handle_id (&self->read_again, g_source_remove);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (dem_notebook_store_parent_class)->dispose (object);
}

static void
dem_notebook_store_finalize (GObject *object)
{
  DemNotebookStore *self = DEM_NOTEBOOK_STORE (object);

  if (open_stores != NULL)
    g_hash_table_remove (open_stores, self->dossier_id);
  if (open_stores != NULL && g_hash_table_size (open_stores) == 0)
    g_clear_pointer (&open_stores, g_hash_table_unref);
  dem_autosave_detach (self->autosave);
  g_object_unref (self->autosave);
  g_object_unref (self->notebook);
  dem_notebook_history_free (self->history);
  g_queue_clear_full (&self->sayings, g_free);
  g_clear_error (&self->read_error);
  g_free (self->rescued_path);
  g_free (self->path);
  g_free (self->dossier_id);
  G_OBJECT_CLASS (dem_notebook_store_parent_class)->finalize (object);
}

static void
dem_notebook_store_class_init (DemNotebookStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_notebook_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_notebook_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", DEM_TYPE_NOTEBOOK_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SAID]
      = g_signal_new ("said", DEM_TYPE_NOTEBOOK_STORE, G_SIGNAL_RUN_LAST, 0,
                      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
dem_notebook_store_init (DemNotebookStore *self)
{
  self->history = dem_notebook_history_new ();
  self->autosave = dem_autosave_new (&source_of_saving, self);
  g_queue_init (&self->sayings);
  g_signal_connect_object (self->autosave, "changed", G_CALLBACK (tell_change), self, G_CONNECT_SWAPPED);
}

char *
dem_notebook_store_dup_default_path (const char *dossier_id)
{
  g_autofree char *hash = NULL, *name = NULL;

  g_return_val_if_fail (dossier_id != NULL, NULL);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dossier_id, -1);
  name = g_strconcat (hash, ".json", NULL);
  return g_build_filename (g_get_user_data_dir (), PROGRAM_FOLDER, FOLDER, name, NULL);
}

DemNotebookStore *
dem_notebook_store_find (const char *dossier_id)
{
  g_return_val_if_fail (dossier_id != NULL, NULL);

  return open_stores != NULL ? g_hash_table_lookup (open_stores, dossier_id) : NULL;
}

DemNotebookStore *
dem_notebook_store_open_at (const char *dossier_id, const char *path, const DemFileOperations *operations)
{
  DemNotebookStore *self;

  g_return_val_if_fail (dossier_id != NULL, NULL);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  self = dem_notebook_store_find (dossier_id);
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (DEM_TYPE_NOTEBOOK_STORE, NULL);
  self->dossier_id = g_strdup (dossier_id);
  self->path = g_strdup (path);
  self->operations = operations != NULL ? operations : &dem_file_operations;
  self->notebook = dem_notebook_open (dossier_id);
  g_signal_connect_object (self->notebook, "changed", G_CALLBACK (on_notebook_changed), self,
                           G_CONNECT_SWAPPED);
  if (open_stores == NULL)
    open_stores = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (open_stores, self->dossier_id, self);
  start_reading (self);
  return self;
}

DemNotebookStore *
dem_notebook_store_open (const char *dossier_id)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (dossier_id != NULL, NULL);

  path = dem_notebook_store_dup_default_path (dossier_id);
  return dem_notebook_store_open_at (dossier_id, path, NULL);
}
