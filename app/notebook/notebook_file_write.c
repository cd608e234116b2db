/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_file.h"

#include <string.h>

#include "app/base/json_text.h"
#include "app/notebook/note_reader.h"
#include "app/notebook/note_writer.h"
#include "app/notebook/stops_file.h"

static void
begin_line (GString *json)
{
  dem_json_append_comma (json);
  g_string_append (json, "\n  ");
}

static void
append_context (GString *json, const char *others)
{
  begin_line (json);
  dem_json_append_name (json, "@context");
  g_string_append_c (json, '[');
  dem_json_append_string (json, DEM_ANNOTATION_CONTEXT);
  if (others != NULL)
    g_string_append_printf (json, ", %s", others);
  g_string_append (json, ", {");
  dem_json_append_member (json, "demarche", DEM_NOTEBOOK_NAMESPACE);
  g_string_append (json, "}]");
}

/* The same on every machine: a UUID of version 5 (RFC 4122, 4.3) of the dossier's id in the name space of URLs. */
static char *
make_page_id (const char *dossier_id)
{
  static const guint8 space[] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                  0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  GString *id = g_string_new ("urn:uuid:");

  g_checksum_update (checksum, space, sizeof space);
  g_checksum_update (checksum, (const guchar *) dossier_id, (gssize) strlen (dossier_id));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", digest[i]);
  return g_string_free (id, FALSE);
}

static void
append_revision (GString *json, const DemNotebookContent *content)
{
  if (content->revision != NULL)
    {
      begin_line (json);
      dem_json_append_member (json, "demarche:revision", content->revision);
    }
  if (content->ancestors == NULL)
    return;
  begin_line (json);
  dem_json_append_name (json, "demarche:ancestors");
  g_string_append_c (json, '[');
  for (guint i = 0; content->ancestors[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      dem_json_append_string (json, content->ancestors[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_head (GString *json, const DemNotebookContent *content)
{
  g_autofree char *id = make_page_id (content->dossier_id);

  append_context (json, content->context);
  begin_line (json);
  dem_json_append_member (json, "id", id);
  begin_line (json);
  dem_json_append_member (json, "type", "AnnotationPage");
  begin_line (json);
  dem_json_append_name (json, "demarche:version");
  dem_json_append_number (json, DEM_NOTEBOOK_VERSION);
  begin_line (json);
  dem_json_append_member (json, "demarche:dossier", content->dossier_id);
  append_revision (json, content);
}

static void
append_items (GString *json, const DemNotebookContent *content)
{
  begin_line (json);
  dem_json_append_name (json, "items");
  g_string_append_c (json, '[');
  for (guint i = 0; i < content->notes->len; i++)
    {
      begin_line (json);
      g_string_append (json, "  ");
      dem_note_write (content->notes->pdata[i], content->dossier_id, TRUE, json);
    }
  if (content->items != NULL)
    {
      begin_line (json);
      dem_json_append_raw (json, content->items);
    }
  g_string_append_c (json, ']');
}

static void
append_pins (GString *json, const DemPins *pins)
{
  g_autofree const char **actors = dem_pins_list (pins);

  if (dem_pins_count (pins) == 0)
    return;
  begin_line (json);
  dem_json_append_name (json, "demarche:pins");
  g_string_append_c (json, '{');
  for (guint i = 0; actors[i] != NULL; i++)
    {
      const DemPin *pin = dem_pins_get (pins, actors[i]);

      dem_json_append_name (json, actors[i]);
      g_string_append_c (json, '[');
      dem_json_append_number (json, pin->x);
      g_string_append (json, ", ");
      dem_json_append_number (json, pin->y);
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
}

static void
append_judgements (GString *json, const char *name, const DemJudgements *judgements)
{
  g_autofree const char **claims = dem_judgements_list (judgements);

  if (dem_judgements_count (judgements) == 0)
    return;
  begin_line (json);
  dem_json_append_name (json, name);
  g_string_append_c (json, '{');
  for (guint i = 0; claims[i] != NULL; i++)
    {
      dem_json_append_name (json, claims[i]);
      dem_json_append_number (json, dem_judgements_get (judgements, claims[i]));
    }
  g_string_append_c (json, '}');
}

GBytes *
dem_notebook_file_write (const DemNotebookContent *content)
{
  GString *json;

  g_return_val_if_fail (content != NULL, NULL);

  json = g_string_new ("{");
  append_head (json, content);
  append_items (json, content);
  append_pins (json, content->pins);
  append_judgements (json, "demarche:assumptions", content->assumptions);
  append_judgements (json, "demarche:starts", content->starts);
  dem_stops_write (content->stops, json);
  if (content->members != NULL)
    {
      begin_line (json);
      dem_json_append_raw (json, content->members);
    }
  g_string_append (json, "\n}\n");
  return g_string_free_to_bytes (json);
}
