/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The dossiers that are shipped inside the program, sorted by name: (element-type GFile) (transfer full) */
GPtrArray *dem_examples_list (void);

/* What an example is called, or its file name where it does not open. (transfer full) */
char *dem_example_dup_title (GFile *file);

G_END_DECLS
