/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/examples.h"

#include "app/dossier/loader.h"

#define FOLDER "/org/demarche/Demarche/data/dossiers"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
dem_examples_list (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = names != NULL ? g_strv_length (names) : 0;

  if (n > 0)
    qsort (names, n, sizeof *names, compare_names);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uri = g_strconcat ("resource://" FOLDER "/", names[i], NULL);

      g_ptr_array_add (files, g_file_new_for_uri (uri));
    }
  return files;
}

char *
dem_example_dup_title (GFile *file)
{
  g_autoptr (DemLoader) loader = NULL;
  g_autoptr (DemDossier) dossier = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  loader = dem_loader_new (file);
  dossier = dem_loader_load (loader, NULL, NULL);
  return dossier != NULL ? g_strdup (dem_dossier_get_title (dossier)) : g_file_get_basename (file);
}
