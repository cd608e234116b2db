/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/file_error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#define PIECE (64 * 1024)
#define MOST_NAMES 1000

/* ---- Reading ---- */

static gboolean
fail_to_open (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NOT_FOUND, _ ("There is no file “%s”."), shown);
  else if (number == EACCES || number == EPERM)
    g_set_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_PERMISSION,
                 _ ("You do not have permission to read “%s”."), shown);
  else
    dem_file_fail (path, number, error);
  return FALSE;
}

static gboolean
fail_too_large (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_TOO_LARGE, _ ("“%s” is larger than can be read."),
               shown);
  return FALSE;
}

static gboolean
read_all (const char *path,
          int fd,
          gsize max,
          GByteArray *bytes,
          const DemFileOperations *operations,
          GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  ssize_t got;

  do
    {
      got = operations->read (fd, piece, PIECE);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return dem_file_fail (path, errno, error);
      if ((gsize) got > max - bytes->len || (gsize) got > G_MAXUINT - bytes->len)
        return fail_too_large (path, error);
      g_byte_array_append (bytes, (const guint8 *) piece, (guint) got);
    }
  while (got != 0);
  return TRUE;
}

GBytes *
dem_durable_file_read (const char *path, gsize max, const DemFileOperations *operations, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat status;
  gboolean done;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (operations == NULL)
    operations = &dem_file_operations;
  fd = operations->open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  if (fd < 0)
    {
      fail_to_open (path, errno, error);
      return NULL;
    }
  if (fstat (fd, &status) < 0)
    done = dem_file_fail (path, errno, error);
  else if (!S_ISREG (status.st_mode))
    done = dem_file_fail_kind (path, status.st_mode, error);
  else
    done = read_all (path, fd, max, bytes, operations, error);
  operations->close (fd);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* ---- Moving aside ---- */

static char *
name_aside (const char *path, const char *suffix, guint number)
{
  return number == 0 ? g_strconcat (path, suffix, NULL)
                     : g_strdup_printf ("%s%s.%u", path, suffix, number + 1);
}

/* A second name first: renaming at once could take the place of a file that came there meanwhile. */
static gboolean
move (const char *path, const char *aside, const DemFileOperations *operations)
{
  if (operations->link (path, aside) == 0)
    return operations->unlink (path) == 0;
  if (errno == EEXIST || g_file_test (aside, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return operations->rename (path, aside) == 0;
}

char *
dem_durable_file_move_aside (const char *path,
                             const char *suffix,
                             const DemFileOperations *operations,
                             GError **error)
{
  g_autofree char *target = NULL, *folder = NULL;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (operations == NULL)
    operations = &dem_file_operations;
  target = dem_file_follow_links (path);
  folder = g_path_get_dirname (target != NULL ? target : path);
  for (guint i = 0; target != NULL && i < MOST_NAMES; i++)
    {
      g_autofree char *aside = name_aside (target, suffix, i);

      if (move (target, aside, operations))
        {
          operations->fsync_directory (folder);
          return g_steal_pointer (&aside);
        }
      if (errno != EEXIST)
        break;
    }
  dem_file_fail (path, errno, error);
  return NULL;
}
