/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/notes_export.h"

#include "app/base/json_text.h"
#include "app/notebook/note_reader.h"
#include "app/notebook/note_writer.h"

char *
dem_notes_to_json (GListModel *notes, DemDossier *dossier, DemNotesExportFlags flags)
{
  g_autofree char *id = dem_note_make_id ();
  GString *json;

  g_return_val_if_fail (G_IS_LIST_MODEL (notes) && DEM_IS_DOSSIER (dossier), NULL);

  json = g_string_new ("{\n  ");
  dem_json_append_name (json, "@context");
  g_string_append (json, "[");
  dem_json_append_string (json, DEM_ANNOTATION_CONTEXT);
  g_string_append (json, ", {");
  dem_json_append_member (json, "demarche", DEM_NOTEBOOK_NAMESPACE);
  g_string_append (json, "}],\n  ");
  dem_json_append_member (json, "id", id);
  g_string_append (json, ",\n  ");
  dem_json_append_member (json, "type", "AnnotationPage");
  g_string_append (json, ",\n  ");
  dem_json_append_name (json, "items");
  g_string_append_c (json, '[');
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      if (dem_note_is_private (note) && (flags & DEM_NOTES_EXPORT_PRIVATE) == 0)
        continue;
      dem_json_append_comma (json);
      g_string_append (json, "\n    ");
      dem_note_write (note, dem_dossier_get_id (dossier), (flags & DEM_NOTES_EXPORT_AUTHORS) != 0, json);
    }
  g_string_append (json, "]\n}\n");
  return g_string_free (json, FALSE);
}
