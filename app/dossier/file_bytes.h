/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a file is called in a sentence. (transfer full) */
char *dem_file_dup_name (GFile *file);

/**
 * dem_file_bytes_read:
 * @max: how many bytes it may have
 * @per_mille: set from 0 to @share as it goes on
 * @etag: (out) (optional) (nullable): the version of the file that is read
 *
 * Reads a regular file to its end, even if it grows meanwhile. Files are not mapped: one that is cut short
 * while it is mapped kills the program. The error's message is a sentence for a person.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *dem_file_bytes_read (GFile *file, guint64 max, int *per_mille, int share, char **etag,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
