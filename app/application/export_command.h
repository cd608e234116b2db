/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemExportCommand:
 *
 * The options of --export as they were written; those that were not are %NULL. Owned.
 */
typedef struct
{
  char *out;
  char *view;
  char *period;
  char *select;
  char *scenario;
  char *perspective;
  char *size;
  char *group;
  gboolean dark;
  gboolean notes;
} DemExportCommand;

void dem_export_command_clear (DemExportCommand *command);

/* Whether any option was given that says how to export, the scenario aside. */
gboolean dem_export_command_has_details (const DemExportCommand *command);

/* Draws a view of a dossier into a file. The error's message is a sentence for the person at the command line. */
gboolean dem_export_command_run (const DemExportCommand *command, const char *file, GError **error);

G_END_DECLS
