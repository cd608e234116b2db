/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/file_operations.h"

#include <errno.h>
#include <string.h>

/* Operations on files that go wrong where a test wants it. One test at a time; workers may call them. */

typedef enum
{
  FAULT_OPEN,
  FAULT_LOCK,
  FAULT_READ,
  FAULT_WRITE,
  FAULT_SET_MODE,
  FAULT_FSYNC,
  FAULT_CLOSE,
  FAULT_LINK,
  FAULT_RENAME,
  FAULT_UNLINK,
  FAULT_FSYNC_DIRECTORY,
  N_FAULTS,
} FaultOperation;

static struct
{
  FaultOperation operation; /* this one fails */
  int from;                 /* from this call on, counted from 1; 0: never */
  int number;               /* with this errno */
  int stop_after;           /* nothing at all happens after this many calls of any kind; 0: no stop */
  int n_of_all;
  int n[N_FAULTS];
  size_t most_written; /* at a time; 0: no limit */
  int n_interrupted;   /* how many writes still get EINTR */
  gulong microseconds; /* how long an fsync takes, and a read */
  GString *order;      /* (nullable): a letter for each call */
} faults;

static inline void
faults_reset (void)
{
  if (faults.order != NULL)
    g_string_free (faults.order, TRUE);
  memset (&faults, 0, sizeof faults);
}

/* FALSE, with errno, when the call is not to be made. */
static inline gboolean
faults_pass (FaultOperation operation)
{
  int nth = g_atomic_int_add (&faults.n[operation], 1) + 1;
  int nth_of_all = g_atomic_int_add (&faults.n_of_all, 1) + 1;

  if (faults.order != NULL)
    g_string_append_c (faults.order, "olrwmscLRUd"[operation]);
  if (faults.stop_after > 0 && nth_of_all > faults.stop_after)
    {
      errno = EIO;
      return FALSE;
    }
  if (g_atomic_int_get (&faults.from) > 0 && operation == faults.operation && nth >= faults.from)
    {
      errno = faults.number;
      return FALSE;
    }
  return TRUE;
}

static inline int
faults_open (const char *path, int flags, mode_t mode)
{
  return faults_pass (FAULT_OPEN) ? dem_file_operations.open (path, flags, mode) : -1;
}

static inline int
faults_lock (int fd)
{
  return faults_pass (FAULT_LOCK) ? dem_file_operations.lock (fd) : -1;
}

static inline ssize_t
faults_read (int fd, void *data, size_t size)
{
  if (faults.microseconds > 0)
    g_usleep (faults.microseconds);
  return faults_pass (FAULT_READ) ? dem_file_operations.read (fd, data, size) : -1;
}

static inline ssize_t
faults_write (int fd, const void *data, size_t size)
{
  if (!faults_pass (FAULT_WRITE))
    return -1;
  if (faults.n_interrupted > 0)
    {
      faults.n_interrupted--;
      errno = EINTR;
      return -1;
    }
  return dem_file_operations.write (fd, data,
                                    faults.most_written > 0 ? MIN (size, faults.most_written) : size);
}

static inline int
faults_set_mode (int fd, mode_t mode)
{
  return faults_pass (FAULT_SET_MODE) ? dem_file_operations.set_mode (fd, mode) : -1;
}

static inline int
faults_fsync (int fd)
{
  if (faults.microseconds > 0)
    g_usleep (faults.microseconds);
  return faults_pass (FAULT_FSYNC) ? dem_file_operations.fsync (fd) : -1;
}

/* A file that could not be closed is closed all the same. */
static inline int
faults_close (int fd)
{
  gboolean passes = faults_pass (FAULT_CLOSE);
  int number = errno;
  int result = dem_file_operations.close (fd);

  if (passes)
    return result;
  errno = number;
  return -1;
}

static inline int
faults_link (const char *from, const char *to)
{
  return faults_pass (FAULT_LINK) ? dem_file_operations.link (from, to) : -1;
}

static inline int
faults_rename (const char *from, const char *to)
{
  return faults_pass (FAULT_RENAME) ? dem_file_operations.rename (from, to) : -1;
}

static inline int
faults_unlink (const char *path)
{
  return faults_pass (FAULT_UNLINK) ? dem_file_operations.unlink (path) : -1;
}

static inline int
faults_fsync_directory (const char *path)
{
  return faults_pass (FAULT_FSYNC_DIRECTORY) ? dem_file_operations.fsync_directory (path) : -1;
}

static const DemFileOperations faulty_operations = {
  .open = faults_open,
  .lock = faults_lock,
  .read = faults_read,
  .write = faults_write,
  .set_mode = faults_set_mode,
  .fsync = faults_fsync,
  .close = faults_close,
  .link = faults_link,
  .rename = faults_rename,
  .unlink = faults_unlink,
  .fsync_directory = faults_fsync_directory,
};
