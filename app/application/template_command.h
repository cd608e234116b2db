/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a small dossier that explains each member by an example; a file that exists is left alone. The error's message
 * is a sentence. */
gboolean dem_template_command_run (const char *path, GError **error);

G_END_DECLS
