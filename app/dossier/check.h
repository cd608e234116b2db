/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * dem_dossier_check_file:
 * @name: how the file is called in what is printed
 *
 * Reads a dossier and prints each problem as a line "file:line:column: severity: message [code]".
 *
 * Returns: 0 when there is none, 1 when there are warnings only, 2 when it does not open
 */
int dem_dossier_check_file (GFile *file, const char *name, FILE *out);

G_END_DECLS
