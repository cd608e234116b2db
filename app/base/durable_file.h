/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/file_operations.h"

G_BEGIN_DECLS

/**
 * DemFileError:
 * @DEM_FILE_ERROR_NOT_FOUND: there is no such file
 * @DEM_FILE_ERROR_NO_SPACE: the disk is full, or what the user may have of it
 * @DEM_FILE_ERROR_READ_ONLY: the disk or the file cannot be changed
 * @DEM_FILE_ERROR_PERMISSION: the user may not
 * @DEM_FILE_ERROR_NO_FOLDER: the folder is gone
 * @DEM_FILE_ERROR_NOT_A_FILE: under the name is a folder, a pipe or the like
 * @DEM_FILE_ERROR_TOO_LARGE: more than can be read, or stored there
 * @DEM_FILE_ERROR_DEVICE: the device or the connection to it fails
 * @DEM_FILE_ERROR_FAILED: anything else
 *
 * Why a file was not read or written. The message is a sentence for a person that says it.
 */
typedef enum
{
  DEM_FILE_ERROR_NOT_FOUND,
  DEM_FILE_ERROR_NO_SPACE,
  DEM_FILE_ERROR_READ_ONLY,
  DEM_FILE_ERROR_PERMISSION,
  DEM_FILE_ERROR_NO_FOLDER,
  DEM_FILE_ERROR_NOT_A_FILE,
  DEM_FILE_ERROR_TOO_LARGE,
  DEM_FILE_ERROR_DEVICE,
  DEM_FILE_ERROR_FAILED,
} DemFileError;

#define DEM_FILE_ERROR (dem_file_error_quark ())
GQuark dem_file_error_quark (void);

/* What an absolute path leads to through symbolic links, also if that is not there yet; NULL with `errno`
 * when they go in a circle. (transfer full) (nullable) */
char *dem_file_follow_links (const char *path);

/**
 * dem_durable_file_write:
 * @path: an absolute path; what a symbolic link leads to is replaced, not the link
 * @operations: (nullable): what to do it with; %NULL for the system's
 *
 * Replaces a file so that at every moment, whatever stops the program or the machine, a complete file is
 * under the name, the old or the new one: it is written aside in the same folder, made durable, and renamed;
 * then the folder is made durable. When TRUE is returned the new one survives a power cut. The version before
 * it is kept as PATH~, where the file system lets it. The permissions stay; a new file is for its owner only.
 *
 * Blocks as long as the disk does: for a worker.
 *
 * Returns: FALSE with a #DemFileError when it failed. Then the old one is still there, or, if only the last
 * step failed, the new one.
 */
gboolean
dem_durable_file_write (const char *path, GBytes *bytes, const DemFileOperations *operations, GError **error);

/**
 * dem_durable_file_read:
 * @max: the most bytes that it may have
 * @operations: (nullable)
 *
 * Reads a regular file to its end. Blocks like dem_durable_file_write(), but never for the other end of a
 * pipe.
 *
 * Returns: (transfer full) (nullable): %NULL with a #DemFileError
 */
GBytes *
dem_durable_file_read (const char *path, gsize max, const DemFileOperations *operations, GError **error);

/**
 * dem_durable_file_move_aside:
 * @operations: (nullable)
 *
 * Gives a file that must not be written over a new name in its folder, one that no other has: PATH, a suffix
 * like
 * `.unreadable` and, if need be, a number. Of a symbolic link that happens to what it leads to.
 *
 * Returns: (transfer full) (nullable): the new path; %NULL with a #DemFileError
 */
char *dem_durable_file_move_aside (const char *path,
                                   const char *suffix,
                                   const DemFileOperations *operations,
                                   GError **error);

/* Removes from the folder of a file what writers that were killed have left there. Those that are still at
 * work keep theirs. Returns how many were removed. @operations is nullable. */
guint dem_durable_file_clean (const char *path, const DemFileOperations *operations);

G_END_DECLS
