/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/file_error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

G_DEFINE_QUARK (dem - file - error - quark, dem_file_error)

static DemFileError
code_of (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return DEM_FILE_ERROR_NO_SPACE;
    case EROFS:
      return DEM_FILE_ERROR_READ_ONLY;
    case EACCES:
    case EPERM:
      return DEM_FILE_ERROR_PERMISSION;
    case ENOENT:
    case ENOTDIR:
      return DEM_FILE_ERROR_NO_FOLDER;
    case EISDIR:
    case ELOOP:
    case ENXIO:
      return DEM_FILE_ERROR_NOT_A_FILE;
    case EFBIG:
    case ENAMETOOLONG:
      return DEM_FILE_ERROR_TOO_LARGE;
    case EIO:
    case ENODEV:
    case ESTALE:
    case ETIMEDOUT:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENOTCONN:
    case EREMOTEIO:
      return DEM_FILE_ERROR_DEVICE;
    default:
      return DEM_FILE_ERROR_FAILED;
    }
}

/* With %s for a folder or a file, which not every sentence uses. */
static const char *
sentence_of (int number)
{
  switch (number)
    {
    case ENOSPC:
      return _ ("There is no space left on the disk.");
    case EDQUOT:
      return _ ("The space on the disk that you may use is full.");
    case EROFS:
      return _ ("The disk can only be read, not written to.");
    case EFBIG:
      return _ ("It is larger than that disk allows.");
    case ENAMETOOLONG:
      return _ ("The name is too long for that disk.");
    case EMFILE:
    case ENFILE:
      return _ ("Too many files are open.");
    case ELOOP:
      return _ ("It is a link that leads nowhere.");
    default:
      return NULL;
    }
}

gboolean
dem_file_fail (const char *path, int number, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  DemFileError code = code_of (number);
  const char *sentence = sentence_of (number);

  if (sentence != NULL)
    g_set_error_literal (error, DEM_FILE_ERROR, code, sentence);
  else if (code == DEM_FILE_ERROR_PERMISSION)
    g_set_error (error, DEM_FILE_ERROR, code, _ ("You do not have permission to use the folder “%s”."),
                 shown);
  else if (code == DEM_FILE_ERROR_NO_FOLDER)
    g_set_error (error, DEM_FILE_ERROR, code, _ ("The folder “%s” is not there."), shown);
  else if (code == DEM_FILE_ERROR_DEVICE)
    g_set_error (error, DEM_FILE_ERROR, code, _ ("The disk with the folder “%s” does not work: %s."), shown,
                 g_strerror (number));
  else
    g_set_error (error, DEM_FILE_ERROR, code, _ ("The folder “%s” does not take it: %s."), shown,
                 g_strerror (number));
  return FALSE;
}

gboolean
dem_file_fail_kind (const char *path, mode_t mode, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (S_ISDIR (mode))
    g_set_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NOT_A_FILE,
                 _ ("There is a folder where the file “%s” should be."), shown);
  else
    g_set_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NOT_A_FILE, _ ("“%s” is not a regular file."), shown);
  return FALSE;
}
