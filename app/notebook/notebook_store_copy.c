/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_store_private.h"

#include "app/base/durable_file.h"
#include "app/notebook/notebook_file.h"

/* Copy: what is written elsewhere, and how much of it that is. */
typedef struct
{
  GFile *file;
  DemNotebookContent *content;
  guint64 n_changes;
} Copy;

static void
free_copy (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->file);
  dem_notebook_content_free (copy->content);
  g_free (copy);
}

static gboolean
write_copy (const Copy *copy, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = dem_notebook_file_write (copy->content);
  const char *path = g_file_peek_path (copy->file);

  if (path != NULL)
    return dem_durable_file_write (path, bytes, NULL, error);
  return g_file_replace_contents (copy->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                  TRUE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error);
}

static void
copy_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_copy (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dem_notebook_store_save_elsewhere_async (DemNotebookStore *self,
                                         GFile *file,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Copy *copy;

  g_return_if_fail (DEM_IS_NOTEBOOK_STORE (self));
  g_return_if_fail (G_IS_FILE (file));

  copy = g_new (Copy, 1);
  copy->file = g_object_ref (file);
  copy->content = dem_notebook_dup_content (self->notebook);
  copy->n_changes = self->n_changes;
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, dem_notebook_store_save_elsewhere_async);
  g_task_set_task_data (task, copy, free_copy);
  g_task_run_in_thread (task, copy_on_worker);
}

gboolean
dem_notebook_store_save_elsewhere_finish (DemNotebookStore *self, GAsyncResult *result, GError **error)
{
  const Copy *copy;

  g_return_val_if_fail (DEM_IS_NOTEBOOK_STORE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  copy = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  self->n_saved_elsewhere = MAX (self->n_saved_elsewhere, copy->n_changes);
  return TRUE;
}
