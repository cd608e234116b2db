/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/notes_files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Job: what a worker needs. */
typedef struct
{
  GFile *file;
  DemDossier *dossier; /* (nullable) */
  char *text;          /* (nullable) */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_object (&job->dossier);
  g_free (job->text);
  g_free (job);
}

static GTask *
create_task (Job *job, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, free_job);
  return task;
}

/* ---- In ---- */

/* A pipe would be waited for, a device read for ever. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("It is not a file."));
  else if (g_file_info_get_size (info) > DEM_NOTES_FILE_MOST)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("It is too large."));
  else
    return TRUE;
  return FALSE;
}

static void
import_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GBytes) bytes = NULL;
  DemNotesImport *import;
  GError *error = NULL;

  if (check_file (job->file, cancellable, &error))
    bytes = g_file_load_bytes (job->file, cancellable, NULL, &error);
  import = bytes != NULL ? dem_notes_import_read (bytes, job->dossier, cancellable, &error) : NULL;
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) dem_notes_import_free);
  else
    g_task_return_error (task, error);
}

void
dem_notes_import_file_async (GFile *file, DemDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file) && DEM_IS_DOSSIER (dossier));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->dossier = g_object_ref (dossier);
  task = create_task (job, dem_notes_import_file_async, cancellable, callback, data);
  g_task_run_in_thread (task, import_on_worker);
}

DemNotesImport *
dem_notes_import_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Out ---- */

static gboolean
write_file (const Job *job, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (job->file);

  if (path == NULL)
    return g_file_replace_contents (job->file, job->text, strlen (job->text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                    cancellable, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("It is not a file."));
      return FALSE;
    }
  return g_file_set_contents_full (path, job->text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}

static void
export_on_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dem_notes_export_file_async (GFile *file, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file) && text != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->text = g_strdup (text);
  task = create_task (job, dem_notes_export_file_async, cancellable, callback, data);
  g_task_run_in_thread (task, export_on_worker);
}

gboolean
dem_notes_export_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
