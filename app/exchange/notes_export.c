/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/notes_export.h"

#include <string.h>

#include "app/base/json_guard.h"
#include "app/base/json_text.h"
#include "app/notebook/note_reader.h"
#include "app/notebook/note_writer.h"

/* Values nested less deeply stand on lines of their own. */
#define DEEPEST_LINE 5

/* ---- Without the names of authors ---- */

/* The members by which annotations name people, in whatever part they stand. */
static const char *const naming[] = { "creator", "contributor", "dc:creator", "dcterms:creator", "dcterms:contributor",
                                      "schema:creator", "schema:author", "author", "oa:annotatedBy", "annotatedBy",
                                      "user", "user_info" };

static gboolean
names_somebody (const DemJsonTape *tape, guint key)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  gsize length;
  const char *name = dem_json_tape_string (tape, key, scratch, &length);

  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (strlen (naming[i]) == length && memcmp (naming[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

static void
begin_line (GString *json, guint depth)
{
  dem_json_append_comma (json);
  if (json->str[json->len - 1] == ',' || depth < DEEPEST_LINE)
    g_string_append_c (json, depth < DEEPEST_LINE ? '\n' : ' ');
  for (guint i = 0; depth < DEEPEST_LINE && i < depth; i++)
    g_string_append (json, "  ");
}

static void
copy_scalar (const DemJsonTape *tape, guint token, GString *json)
{
  static const char *const words[] = { [DEM_JSON_NULL] = "null", [DEM_JSON_FALSE] = "false", [DEM_JSON_TRUE] = "true" };
  const DemJsonToken *value = &tape->tokens[token];

  if (value->type < DEM_JSON_NUMBER)
    g_string_append (json, words[value->type]);
  else
    g_string_append_len (json, tape->text + value->offset,
                         (gssize) value->extent + (value->type == DEM_JSON_STRING ? 2 : 0));
}

/* Copies a value without what names somebody; the guard has bounded how deep it goes. */
static void
copy_nameless (const DemJsonTape *tape, guint token, guint depth, GString *json)
{
  DemJsonType type = dem_json_tape_type (tape, token);
  guint end = dem_json_tape_end (tape, token);

  if (type < DEM_JSON_ARRAY)
    {
      copy_scalar (tape, token, json);
      return;
    }
  g_string_append_c (json, type == DEM_JSON_ARRAY ? '[' : '{');
  for (guint i = token + 1; i < end; i = dem_json_tape_next (tape, i))
    {
      if (type == DEM_JSON_OBJECT && names_somebody (tape, i))
        {
          i++;
          continue;
        }
      begin_line (json, depth + 1);
      if (type == DEM_JSON_OBJECT)
        {
          copy_scalar (tape, i++, json);
          g_string_append (json, ": ");
        }
      copy_nameless (tape, i, depth + 1, json);
    }
  g_string_append_c (json, type == DEM_JSON_ARRAY ? ']' : '}');
}

/* Takes the text. */
static char *
take_names_out (char *text)
{
  g_autofree char *taken = text;
  g_autoptr (DemJsonTape) tape = dem_json_guard (text, strlen (text), NULL, NULL, NULL, NULL);
  GString *json;

  g_return_val_if_fail (tape != NULL, NULL);

  json = g_string_new (NULL);
  copy_nameless (tape, 0, 0, json);
  g_string_append_c (json, '\n');
  return g_string_free (json, FALSE);
}

/* ---- The page ---- */

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
  return (flags & DEM_NOTES_EXPORT_AUTHORS) != 0 ? g_string_free (json, FALSE)
                                                 : take_names_out (g_string_free (json, FALSE));
}
