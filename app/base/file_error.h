/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/durable_file.h"

G_BEGIN_DECLS

/* Tells why a call of the system on a file failed, by its `errno`. Always FALSE. */
gboolean dem_file_fail (const char *path, int number, GError **error);

/* The same of a name under which no regular file is, by its mode as in stat (2). Always FALSE. */
gboolean dem_file_fail_kind (const char *path, mode_t mode, GError **error);

G_END_DECLS
