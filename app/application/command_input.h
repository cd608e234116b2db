/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* What several commands begin with. The errors' messages are sentences for the person at the command line. */

/* Reads a dossier as the commands are given it, a path or a URI. (transfer full) (nullable) */
DemDossier *dem_command_load (const char *name, GError **error);

/* @index: (out): of the scenario with an id; DEM_NO_INDEX when @id is %NULL */
gboolean dem_command_find_scenario (DemDossier *dossier, const char *id, guint32 *index, GError **error);

G_END_DECLS
