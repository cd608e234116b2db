/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_rescue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/base/durable_file.h"
#include "app/notebook/notebook_file.h"

#define PROGRAM_FOLDER "org.demarche.Demarche"
#define FOLDER "rescued"
#define FOLDER_MODE 0700
#define LASTING_FOLDER "/var/tmp" /* File System Hierarchy Standard 3.0, 5.15: stays when the system restarts */
#define MOST_BYTES (512u * 1024 * 1024)

/* The folders, best first; NULL-terminated. (transfer full) */
static char **
list_folders (void)
{
  GPtrArray *folders = g_ptr_array_new ();
  g_autofree char *own = g_strdup_printf ("demarche-%lu", (gulong) getuid ());

  g_ptr_array_add (folders, g_build_filename (g_get_user_state_dir (), PROGRAM_FOLDER, FOLDER, NULL));
  g_ptr_array_add (folders, g_build_filename (g_get_user_runtime_dir (), PROGRAM_FOLDER, FOLDER, NULL));
  g_ptr_array_add (folders, g_build_filename (LASTING_FOLDER, own, NULL));
  g_ptr_array_add (folders, NULL);
  return (char **) g_ptr_array_free (folders, FALSE);
}

/* In a place for everybody another user may have made the folder first. */
static gboolean
is_own_folder (const char *folder)
{
  GStatBuf info;

  return g_lstat (folder, &info) == 0 && S_ISDIR (info.st_mode) && info.st_uid == getuid ()
         && (info.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/* Notebooks in other folders have other names. */
static char *
dup_file (const char *folder, const char *path)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (hash, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

char *
dem_notebook_rescue_write (const char *path, const DemNotebookContent *content, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) folders = NULL;

  g_return_val_if_fail (path != NULL && content != NULL, NULL);

  bytes = dem_notebook_file_write (content);
  folders = list_folders ();
  g_set_error_literal (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NO_FOLDER, _ ("There is no folder for it."));
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *file = dup_file (folders[i], path);
      GError *said = NULL;

      if (g_mkdir_with_parents (folders[i], FOLDER_MODE) != 0 || !is_own_folder (folders[i]))
        continue;
      if (dem_durable_file_write (file, bytes, NULL, &said))
        {
          g_clear_error (error);
          return g_steal_pointer (&file);
        }
      g_clear_error (error);
      g_propagate_error (error, said);
    }
  return NULL;
}

DemNotebookContent *
dem_notebook_rescue_read (const char *path, const char *dossier_id, char **where)
{
  g_auto (GStrv) folders = NULL;

  g_return_val_if_fail (path != NULL && dossier_id != NULL && where != NULL, NULL);

  folders = list_folders ();
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *file = dup_file (folders[i], path);
      g_autoptr (GBytes) bytes = NULL;
      DemNotebookContent *content;

      if (!is_own_folder (folders[i]))
        continue;
      bytes = dem_durable_file_read (file, MOST_BYTES, NULL, NULL);
      content = bytes != NULL ? dem_notebook_file_read (bytes, dossier_id, NULL, NULL) : NULL;
      if (content == NULL)
        continue;
      *where = g_steal_pointer (&file);
      return content;
    }
  return NULL;
}

void
dem_notebook_rescue_forget (const char *where)
{
  g_autofree char *older = NULL;

  g_return_if_fail (where != NULL);

  older = g_strconcat (where, "~", NULL);
  g_unlink (where);
  g_unlink (older);
}
