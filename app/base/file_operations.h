/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * DemFileOperations:
 * @open: open (2)
 * @lock: flock (2), exclusively and without waiting
 * @read: read (2)
 * @write: write (2); may write less than it is given
 * @set_mode: fchmod (2)
 * @fsync: fsync (2)
 * @close: close (2)
 * @link: link (2)
 * @rename: rename (2)
 * @unlink: unlink (2)
 * @fsync_directory: opens a folder, makes its entries durable and closes it; succeeds where the file system
 * has no such thing
 *
 * All that is done to files when they are saved. Each returns what the call of the system in section 2 of the
 * manual does, -1 with `errno` set when it fails. Tests put others in place that fail where they want. They
 * are called on any thread.
 */
typedef struct
{
  int (*open) (const char *path, int flags, mode_t mode);
  int (*lock) (int fd);
  ssize_t (*read) (int fd, void *data, size_t size);
  ssize_t (*write) (int fd, const void *data, size_t size);
  int (*set_mode) (int fd, mode_t mode);
  int (*fsync) (int fd);
  int (*close) (int fd);
  int (*link) (const char *from, const char *to);
  int (*rename) (const char *from, const char *to);
  int (*unlink) (const char *path);
  int (*fsync_directory) (const char *path);
} DemFileOperations;

/* The system's own. */
extern const DemFileOperations dem_file_operations;

G_END_DECLS
