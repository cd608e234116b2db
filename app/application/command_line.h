/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * dem_command_line_run:
 * @arguments: (inout): of the program, its name first; options that were understood are taken out
 * @status: (out): with what to exit, when done
 *
 * Does what can be done without a display: --check, --evaluate, --new, --export, --version, --help. What is wrong with the options
 * is one sentence on the error output, and exit status 2. Returns: %TRUE when that was all; %FALSE when what is left
 * are files to be opened in windows.
 */
gboolean dem_command_line_run (char ***arguments, int *status);

G_END_DECLS
