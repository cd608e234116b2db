/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_sync.h"

#include "app/notebook/notebook_file.h"
#include "app/notebook/notebook_rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* More than any notebook; what is larger is no notebook. */
#define MOST_BYTES (512u * 1024 * 1024)

/* How long others on this machine are waited for. */
#define LOCK_TRIES 200
#define LOCK_PAUSE_MICROSECONDS (10 * 1000)

#define LOCK_NAME ".lock"
#define ASIDE_SUFFIX ".unreadable"
#define FOLDER_MODE 0700

/* What is in the file. */
typedef struct
{
  DemNotebookContent *content; /* NULL when there is no file, or it is the latest that was seen */
  char *hash;
} Found;

static void
clear_found (Found *found)
{
  g_clear_pointer (&found->content, dem_notebook_content_free);
  g_clear_pointer (&found->hash, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, clear_found)

/* ---- One at a time on this machine ---- */

/* Beside the notebooks rather than on one of them, which are replaced all the time. Where there are no locks,
 * or one is held for too long, it goes on without: nothing is written over that was not read just before. */
static int
lock_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, LOCK_NAME, NULL);
  int fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  for (guint i = 0; fd >= 0 && i < LOCK_TRIES; i++)
    {
      if (dem_file_operations.lock (fd) == 0 || errno != EWOULDBLOCK)
        break;
      g_usleep (LOCK_PAUSE_MICROSECONDS);
    }
  return fd;
}

/* ---- Reading ---- */

/* FALSE without an error when it is damaged. */
static gboolean
parse (DemNotebookSync *self, GBytes *bytes, Found *found, GError **error)
{
  g_autoptr (GError) said = NULL;

  found->content = dem_notebook_file_read (bytes, self->dossier_id, NULL, &said);
  if (found->content != NULL)
    return TRUE;
  if (g_error_matches (said, DEM_NOTEBOOK_ERROR, DEM_NOTEBOOK_ERROR_NEWER))
    g_propagate_error (error, g_steal_pointer (&said));
  return FALSE;
}

/* The version before, which the writer has kept. */
static void
read_older (DemNotebookSync *self, Found *found)
{
  g_autofree char *target = dem_file_follow_links (self->path);
  g_autofree char *older = g_strconcat (target != NULL ? target : self->path, "~", NULL);
  g_autoptr (GBytes) bytes = dem_durable_file_read (older, MOST_BYTES, self->operations, NULL);

  self->has_older = bytes != NULL && parse (self, bytes, found, NULL);
}

/* What cannot be understood is kept under another name, and never written over. */
static gboolean
set_aside (DemNotebookSync *self, Found *found, GError **error)
{
  self->aside = dem_durable_file_move_aside (self->path, ASIDE_SUFFIX, self->operations, error);
  if (self->aside == NULL)
    return FALSE;
  read_older (self, found);
  return TRUE;
}

static gboolean
read_file (DemNotebookSync *self, Found *found, GError **error)
{
  const DemNotebookVersion *latest = dem_notebook_history_get_latest (self->history);
  GError *said = NULL;
  g_autoptr (GBytes) bytes = dem_durable_file_read (self->path, MOST_BYTES, self->operations, &said);

  if (bytes == NULL && g_error_matches (said, DEM_FILE_ERROR, DEM_FILE_ERROR_NOT_FOUND))
    {
      g_error_free (said);
      return TRUE;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, said);
      return FALSE;
    }
  found->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (latest != NULL && g_strcmp0 (latest->hash, found->hash) == 0)
    return TRUE;
  if (parse (self, bytes, found, &said))
    return TRUE;
  if (said != NULL)
    {
      g_propagate_error (error, said);
      return FALSE;
    }
  g_clear_pointer (&found->hash, g_free);
  return set_aside (self, found, error);
}

/* ---- Writing ---- */

static gboolean
write_file (DemNotebookSync *self,
            DemNotebookContent *content,
            const DemNotebookContent *theirs,
            GError **error)
{
  g_autoptr (DemNotebookContent) signed_content = dem_notebook_content_copy (content);
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) bytes = NULL;

  dem_notebook_history_sign (self->history, signed_content, theirs);
  bytes = dem_notebook_file_write (signed_content);
  if (!dem_durable_file_write (self->path, bytes, self->operations, error))
    return FALSE;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->version = dem_notebook_version_new (g_steal_pointer (&signed_content), hash);
  return TRUE;
}

static gboolean
merge_and_write (DemNotebookSync *self, Found *found, GError **error)
{
  const DemNotebookContent *base = dem_notebook_history_find_base (self->history, found->content);
  g_autoptr (DemNotebookContent) merged
      = dem_notebook_merge (base, self->mine, found->content, &self->result);

  self->is_merged = TRUE;
  if (found->hash == NULL || !dem_notebook_content_equal (merged, found->content))
    return write_file (self, merged, found->content, error);
  self->version = dem_notebook_version_new (g_steal_pointer (&found->content), found->hash);
  return TRUE;
}

/* Nobody else has written: ours is the file's, unless it is that already. */
static gboolean
write_mine (DemNotebookSync *self, const Found *found, GError **error)
{
  DemNotebookVersion *latest = dem_notebook_history_get_latest (self->history);

  if (latest == NULL || found->hash == NULL || !dem_notebook_content_equal (latest->content, self->mine))
    return write_file (self, self->mine, NULL, error);
  self->version = dem_notebook_version_ref (latest);
  return TRUE;
}

/* ---- A round ---- */

static gboolean
run (DemNotebookSync *self, GError **error)
{
  g_auto (Found) found = { NULL, NULL };

  if (!read_file (self, &found, error))
    return FALSE;
  if (self->mine == NULL)
    {
      self->is_missing = found.hash == NULL;
      self->is_merged = found.content != NULL;
      if (found.content != NULL)
        self->version = dem_notebook_version_new (g_steal_pointer (&found.content), found.hash);
      return TRUE;
    }
  return found.content != NULL ? merge_and_write (self, &found, error) : write_mine (self, &found, error);
}

gboolean
dem_notebook_sync_run (DemNotebookSync *self, GError **error)
{
  g_autofree char *folder = NULL;
  gboolean done;
  int lock;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* Where it cannot be made, reading or writing says why. */
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, FOLDER_MODE);
  if (dem_notebook_history_get_latest (self->history) == NULL)
    dem_durable_file_clean (self->path, self->operations);
  if (self->mine == NULL && dem_notebook_history_get_latest (self->history) == NULL)
    self->rescued = dem_notebook_rescue_read (self->path, self->dossier_id, &self->rescued_path);
  lock = lock_folder (self->path);
  done = run (self, error);
  if (lock >= 0)
    close (lock);
  return done;
}

DemNotebookSync *
dem_notebook_sync_new (const char *path,
                       const char *dossier_id,
                       const DemFileOperations *operations,
                       DemNotebookHistory *history,
                       DemNotebookContent *mine)
{
  DemNotebookSync *self;

  g_return_val_if_fail (path != NULL && dossier_id != NULL && operations != NULL && history != NULL, NULL);

  self = g_new0 (DemNotebookSync, 1);
  self->path = g_strdup (path);
  self->dossier_id = g_strdup (dossier_id);
  self->operations = operations;
  self->history = history;
  self->mine = mine;
  return self;
}

void
dem_notebook_sync_free (DemNotebookSync *self)
{
  g_free (self->path);
  g_free (self->dossier_id);
  dem_notebook_history_free (self->history);
  g_clear_pointer (&self->mine, dem_notebook_content_free);
  g_clear_pointer (&self->version, dem_notebook_version_unref);
  g_clear_pointer (&self->rescued, dem_notebook_content_free);
  g_free (self->rescued_path);
  g_free (self->aside);
  g_free (self);
}
