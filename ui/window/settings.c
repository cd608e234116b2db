/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/settings.h"

#define SCHEMA "org.demarche.Demarche"

/* g_settings_new() ends the program over a missing schema or key, so they are looked for first. */
GSettings *
dem_settings_new (void)
{
  static const char *const keys[]
    = { "window-width", "window-height", "maximized", "sidebar-width", "timeline-height",
        "timeline-grouping", "stage", "author" };
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_settings_schema_has_key (schema, keys[i]))
      return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}
