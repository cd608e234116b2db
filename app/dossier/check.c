/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/check.h"

#include "app/dossier/loader.h"

int
dem_dossier_check_file (GFile *file, const char *name, FILE *out)
{
  g_autoptr (DemLoader) loader = NULL;
  g_autoptr (DemDossier) dossier = NULL;
  GPtrArray *problems;

  g_return_val_if_fail (G_IS_FILE (file), 2);
  g_return_val_if_fail (name != NULL, 2);
  g_return_val_if_fail (out != NULL, 2);

  loader = dem_loader_new (file);
  dossier = dem_loader_load (loader, NULL, NULL);
  problems = dem_loader_get_problems (loader);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = dem_problem_format (problems->pdata[i], name);

      fprintf (out, "%s\n", line);
    }
  if (dossier == NULL)
    return 2;
  return problems->len > 0 ? 1 : 0;
}
