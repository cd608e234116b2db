/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/durable_file.h"

#include "app/base/file_error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Parts are files that are being written. They are short so that any name has room beside them, hidden, and
 * locked by their writer as long as it lives: those that can be locked are left over. */
#define PART_PREFIX ".demarche-"
#define PART_SUFFIX ".part"
#define MOST_TRIES 100
#define MOST_LINKS 40
#define PRIVATE_MODE 0600

/* Aside: a part, and where it will go. */
typedef struct
{
  const DemFileOperations *operations;
  char *path; /* of the part; NULL once it is under its final name */
  int fd;
} Part;

/* ---- Names ---- */

char *
dem_file_follow_links (const char *path)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  place = g_strdup (path);
  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *lead = g_file_read_link (place, NULL);
      g_autofree char *folder = NULL;

      if (lead == NULL)
        return g_steal_pointer (&place);
      folder = g_path_get_dirname (place);
      g_free (place);
      place = g_path_is_absolute (lead) ? g_steal_pointer (&lead) : g_build_filename (folder, lead, NULL);
    }
  errno = ELOOP;
  return NULL;
}

static char *
name_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (PART_PREFIX "%08x" PART_SUFFIX, g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/* ---- Parts ---- */

static void
drop_part (Part *part)
{
  if (part->fd >= 0)
    part->operations->close (part->fd);
  if (part->path != NULL)
    part->operations->unlink (part->path);
  g_free (part->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, drop_part)

/* FALSE when somebody has taken it, new and not locked yet, for one that is left over. Where there are no
 * locks nobody cleans up either. */
static gboolean
lock_part (Part *part)
{
  struct stat status;

  if (part->operations->lock (part->fd) < 0 && errno == EWOULDBLOCK)
    return FALSE;
  return fstat (part->fd, &status) == 0 && status.st_nlink > 0;
}

static gboolean
open_part (Part *part, const char *path)
{
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_autofree char *name = name_beside (path);

      part->fd = part->operations->open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, PRIVATE_MODE);
      if (part->fd < 0 && errno == EEXIST)
        continue;
      if (part->fd < 0)
        return FALSE;
      part->path = g_steal_pointer (&name);
      if (lock_part (part))
        return TRUE;
      part->operations->close (part->fd);
      part->fd = -1;
      g_clear_pointer (&part->path, g_free);
    }
  errno = EEXIST;
  return FALSE;
}

static gboolean
write_all (Part *part, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      ssize_t written = part->operations->write (part->fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          errno = written == 0 ? ENOSPC : errno;
          return FALSE;
        }
      data += written;
      size -= (gsize) written;
    }
  return TRUE;
}

static gboolean
close_part (Part *part)
{
  int fd = part->fd;

  part->fd = -1;
  return part->operations->close (fd) == 0;
}

/* A complete and durable file aside. The file descriptor stays open, for the lock. */
static gboolean
fill_part (Part *part, const char *path, mode_t mode, GBytes *bytes)
{
  return open_part (part, path) && write_all (part, bytes)
         && (mode == PRIVATE_MODE || part->operations->set_mode (part->fd, mode) == 0)
         && part->operations->fsync (part->fd) == 0;
}

/* ---- The version before ---- */

/* By a second name for the same file, under which it stays when the first is given to another. */
static gboolean
link_older (const char *path, const char *older, const DemFileOperations *operations)
{
  g_autofree char *aside = name_beside (path);
  gboolean done;

  if (operations->link (path, aside) < 0)
    return FALSE;
  done = operations->rename (aside, older) == 0;
  /* Renaming does nothing if both are names of one file already, after a writer was killed in between. */
  operations->unlink (aside);
  return done;
}

/* Where a file has one name only. */
static gboolean
copy_older (const char *path, const char *older, mode_t mode, const DemFileOperations *operations)
{
  g_autoptr (GBytes) bytes = dem_durable_file_read (path, G_MAXSSIZE, operations, NULL);
  g_auto (Part) part = { operations, NULL, -1 };

  if (bytes == NULL || !fill_part (&part, path, mode, bytes) || operations->rename (part.path, older) < 0)
    return FALSE;
  g_clear_pointer (&part.path, g_free);
  return TRUE;
}

/* A new version is worth more than the old one: that this fails keeps nobody from saving. */
static void
keep_older (const char *path, mode_t mode, const DemFileOperations *operations)
{
  g_autofree char *older = g_strconcat (path, "~", NULL);

  if (!link_older (path, older, operations))
    copy_older (path, older, mode, operations);
}

/* ---- Writing ---- */

/* What is under the name now: FALSE with an error if it must not be replaced. @mode is 0 if there is nothing.
 */
static gboolean
look_at_target (const char *path, mode_t *mode, GError **error)
{
  struct stat status;

  *mode = 0;
  if (lstat (path, &status) < 0)
    return errno == ENOENT || dem_file_fail (path, errno, error);
  if (!S_ISREG (status.st_mode))
    return dem_file_fail_kind (path, status.st_mode, error);
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) < 0 && errno == EACCES)
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *shown = g_filename_display_name (name);

      g_set_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_READ_ONLY, _ ("The file “%s” is write-protected."),
                   shown);
      return FALSE;
    }
  *mode = status.st_mode & 07777;
  return TRUE;
}

static gboolean
replace (const char *path, mode_t mode, GBytes *bytes, const DemFileOperations *operations, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_auto (Part) part = { operations, NULL, -1 };

  if (!fill_part (&part, path, mode != 0 ? mode : PRIVATE_MODE, bytes))
    return dem_file_fail (path, errno, error);
  if (mode != 0)
    keep_older (path, mode, operations);
  if (operations->rename (part.path, path) < 0)
    return dem_file_fail (path, errno, error);
  g_clear_pointer (&part.path, g_free);
  /* Over a network some errors of writing are told only now. */
  if (!close_part (&part) || operations->fsync_directory (folder) < 0)
    return dem_file_fail (path, errno, error);
  return TRUE;
}

gboolean
dem_durable_file_write (const char *path, GBytes *bytes, const DemFileOperations *operations, GError **error)
{
  g_autofree char *target = NULL;
  mode_t mode;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (operations == NULL)
    operations = &dem_file_operations;
  target = dem_file_follow_links (path);
  if (target == NULL)
    return dem_file_fail (path, errno, error);
  return look_at_target (target, &mode, error) && replace (target, mode, bytes, operations, error);
}

/* ---- Leftovers ---- */

static gboolean
remove_leftover (const char *path, const DemFileOperations *operations)
{
  int fd = operations->open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  gboolean removed;

  if (fd < 0)
    return FALSE;
  removed = operations->lock (fd) == 0 && operations->unlink (path) == 0;
  operations->close (fd);
  return removed;
}

guint
dem_durable_file_clean (const char *path, const DemFileOperations *operations)
{
  g_autofree char *target = NULL, *folder = NULL;
  g_autoptr (GDir) entries = NULL;
  const char *name;
  guint n = 0;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), 0);

  if (operations == NULL)
    operations = &dem_file_operations;
  target = dem_file_follow_links (path);
  folder = target != NULL ? g_path_get_dirname (target) : NULL;
  entries = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *entry = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, PART_PREFIX) && g_str_has_suffix (name, PART_SUFFIX))
        n += remove_leftover (entry, operations);
    }
  return n;
}
