/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/evaluate_command.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "app/application/command_input.h"
#include "app/argument/evaluation_json.h"

gboolean
dem_evaluate_command_run (const char *file, const char *scenario, GError **error)
{
  DemWhatIf what_if = DEM_WHAT_IF_NOTHING;
  g_autoptr (DemDossier) dossier = dem_command_load (file, error);
  g_autoptr (DemEvaluation) evaluation = NULL;
  g_autoptr (DemCruxes) cruxes = NULL;
  g_autofree char *json = NULL;
  guint32 thesis;

  if (dossier == NULL || !dem_command_find_scenario (dossier, scenario, &what_if.scenario, error))
    return FALSE;
  evaluation = dem_evaluation_new (dossier, &what_if);
  thesis = dem_evaluation_get_thesis (evaluation);
  if (thesis != DEM_NO_INDEX)
    cruxes = dem_cruxes_new (evaluation, thesis, NULL, NULL);
  json = dem_evaluation_to_json (evaluation, cruxes);

  /* JSON is UTF-8, whatever the locale, so it is not g_print()ed. */
  if (fputs (json, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The strengths cannot be written: %s"),
               g_strerror (errno));
  return FALSE;
}
