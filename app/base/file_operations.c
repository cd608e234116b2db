/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/file_operations.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int
open_file (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

static int
lock_file (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB);
}

static int
fsync_directory (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int result, said;

  if (fd < 0)
    return -1;
  result = fsync (fd);
  said = errno;
  close (fd);
  /* Some network and user-space file systems keep no order of their own that could be made durable. */
  if (result < 0 && (said == EINVAL || said == ENOTSUP || said == ENOSYS))
    return 0;
  errno = said;
  return result;
}

const DemFileOperations dem_file_operations = {
  .open = open_file,
  .lock = lock_file,
  .read = read,
  .write = write,
  .set_mode = fchmod,
  .fsync = fsync,
  .close = close,
  .link = link,
  .rename = rename,
  .unlink = unlink,
  .fsync_directory = fsync_directory,
};
