/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints the strengths of a dossier's claims and inferences, and what its thesis hangs on, as JSON (see
 * dem_evaluation_to_json()). @scenario: (nullable): an id. The error's message is a sentence. */
gboolean dem_evaluate_command_run (const char *file, const char *scenario, GError **error);

G_END_DECLS
