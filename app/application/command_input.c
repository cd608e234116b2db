/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/command_input.h"

#include <glib/gi18n-lib.h>

#include "app/dossier/loader.h"

DemDossier *
dem_command_load (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (GError) fault = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &fault);

  if (dossier != NULL)
    return dossier;
  if (g_error_matches (fault, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_INVALID))
    g_set_error (error, DEM_DOSSIER_ERROR, fault->code,
                 _ ("“%s” does not open; --check names its faults. %s"), name, fault->message);
  else
    g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

gboolean
dem_command_find_scenario (DemDossier *dossier, const char *id, guint32 *index, GError **error)
{
  DemRef ref = id != NULL ? dem_dossier_find (dossier, id) : DEM_REF_NONE;

  if (id != NULL && ref.kind != DEM_KIND_SCENARIO)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("The dossier has no scenario with the id “%s”."), id);
      return FALSE;
    }
  *index = ref.index;
  return TRUE;
}
