/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/loader.h"

/* Opens a dossier below tests/ ("fixtures/small.dossier.json"); the test fails when it doesn't open. (transfer full) */
static inline DemDossier *
open_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (GError) error = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Opens a dossier from text. (transfer full) */
static inline DemDossier *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "text");
  g_autoptr (GError) error = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}
