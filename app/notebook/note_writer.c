/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_writer.h"

#include "app/base/json_text.h"
#include "app/notebook/note_private.h"
#include "app/notebook/note_reader.h"

/* What RFC 3986 lets stand in a fragment as it is, but for "&" and "=", which part values. */
#define ALLOWED_IN_FRAGMENT "!$'()*+,;:@/?"

static void
begin_line (GString *json, guint depth)
{
  dem_json_append_comma (json);
  g_string_append_c (json, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (json, "  ");
}

/* ---- Dates ---- */

/* Four digits for the year whatever it is, and microseconds only where there are any. */
static void
append_date (GString *json, const char *name, GDateTime *date)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", g_date_time_get_year (date),
                          g_date_time_get_month (date), g_date_time_get_day_of_month (date),
                          g_date_time_get_hour (date), g_date_time_get_minute (date), g_date_time_get_second (date));
  if (g_date_time_get_microsecond (date) != 0)
    g_string_append_printf (text, ".%06d", g_date_time_get_microsecond (date));
  g_string_append_c (text, 'Z');
  begin_line (json, 3);
  dem_json_append_member (json, name, text->str);
}

/* ---- Bodies ---- */

static void
append_text_body (GString *json, const DemNote *note)
{
  begin_line (json, 4);
  g_string_append_c (json, '{');
  if (note->text_members == NULL)
    dem_json_append_member (json, "type", "TextualBody");
  dem_json_append_member (json, "value", note->text);
  if (note->text_members == NULL)
    dem_json_append_member (json, "format", "text/markdown");
  dem_json_append_raw (json, note->text_members);
  g_string_append_c (json, '}');
}

static void
append_tag_body (GString *json, const DemNote *note, const char *tag)
{
  const char *body = note->tag_bodies != NULL ? g_hash_table_lookup (note->tag_bodies, tag) : NULL;

  begin_line (json, 4);
  if (body != NULL)
    {
      dem_json_append_raw (json, body);
      return;
    }
  g_string_append_c (json, '{');
  dem_json_append_member (json, "type", "TextualBody");
  dem_json_append_member (json, "value", tag);
  dem_json_append_member (json, "purpose", "tagging");
  g_string_append_c (json, '}');
}

static void
append_bodies (GString *json, const DemNote *note)
{
  begin_line (json, 3);
  dem_json_append_name (json, "body");
  g_string_append_c (json, '[');
  if (*note->text != '\0' || note->text_members != NULL)
    append_text_body (json, note);
  for (guint i = 0; note->tags[i] != NULL; i++)
    append_tag_body (json, note, note->tags[i]);
  if (note->bodies != NULL)
    {
      begin_line (json, 4);
      dem_json_append_raw (json, note->bodies);
    }
  g_string_append_c (json, ']');
}

/* ---- Targets ---- */

static void
append_quote_selectors (GString *json, const DemQuote *quote)
{
  g_string_append (json, "[{");
  dem_json_append_member (json, "type", "TextQuoteSelector");
  dem_json_append_member (json, "exact", quote->exact);
  dem_json_append_member (json, "prefix", quote->prefix);
  dem_json_append_member (json, "suffix", quote->suffix);
  g_string_append_c (json, '}');
  if (quote->start >= 0 && quote->end >= quote->start)
    g_string_append_printf (json,
                            ", {\"type\": \"TextPositionSelector\", \"start\": %" G_GINT64_FORMAT
                            ", \"end\": %" G_GINT64_FORMAT "}",
                            quote->start, quote->end);
  g_string_append_c (json, ']');
}

static void
append_fragment_selector (GString *json, const DemNoteTarget *target)
{
  g_autofree char *text = g_uri_escape_string (target->text, ALLOWED_IN_FRAGMENT, FALSE);
  g_autofree char *value = g_strdup_printf ("%s=%s", dem_target_kind_get_name (target->kind), text);

  g_string_append_c (json, '{');
  dem_json_append_member (json, "type", "FragmentSelector");
  dem_json_append_member (json, "conformsTo", DEM_FRAGMENT_SYNTAX);
  dem_json_append_member (json, "value", value);
  if (target->quote != NULL)
    {
      dem_json_append_name (json, "refinedBy");
      append_quote_selectors (json, target->quote);
    }
  g_string_append_c (json, '}');
}

static void
append_selected (GString *json, const DemNoteTarget *target, const char *dossier_id)
{
  gboolean is_of_dossier = dem_target_kind_get_name (target->kind) != NULL;

  g_string_append_c (json, '{');
  dem_json_append_member (json, "source", is_of_dossier ? dossier_id : target->text);
  dem_json_append_name (json, "selector");
  if (is_of_dossier)
    append_fragment_selector (json, target);
  else
    append_quote_selectors (json, target->quote);
  if (target->quote != NULL && target->quote->is_doubtful)
    {
      dem_json_append_name (json, "demarche:doubtful");
      g_string_append (json, "true");
    }
  g_string_append_c (json, '}');
}

static void
append_target (GString *json, const DemNoteTarget *target, const char *dossier_id)
{
  dem_json_append_comma (json);
  if (target->json != NULL)
    g_string_append (json, target->json);
  else if (target->kind == DEM_TARGET_DOSSIER)
    dem_json_append_string (json, dossier_id);
  else if (target->quote != NULL || dem_target_kind_get_name (target->kind) != NULL)
    append_selected (json, target, dossier_id);
  else
    dem_json_append_string (json, target->text);
}

static void
append_targets (GString *json, const DemNote *note, const char *dossier_id)
{
  begin_line (json, 3);
  dem_json_append_name (json, "target");
  if (note->targets->len == 1)
    {
      append_target (json, note->targets->pdata[0], dossier_id);
      return;
    }
  g_string_append_c (json, '[');
  for (guint i = 0; i < note->targets->len; i++)
    {
      begin_line (json, 4);
      append_target (json, note->targets->pdata[i], dossier_id);
    }
  g_string_append_c (json, ']');
}

/* ---- The whole ---- */

static void
append_creator (GString *json, const DemNote *note)
{
  if (note->creator == NULL && note->creator_json == NULL)
    return;
  begin_line (json, 3);
  dem_json_append_name (json, "creator");
  if (note->creator_json != NULL)
    {
      g_string_append (json, note->creator_json);
      return;
    }
  g_string_append_c (json, '{');
  dem_json_append_member (json, "type", "Person");
  dem_json_append_member (json, "name", note->creator);
  g_string_append_c (json, '}');
}

static void
append_motivation (GString *json, const DemNote *note)
{
  begin_line (json, 3);
  dem_json_append_name (json, "motivation");
  if (note->motivation_json != NULL)
    g_string_append (json, note->motivation_json);
  else
    dem_json_append_string (json, dem_note_motivation_get_name (note->motivation));
}

static void
append_what_is_ours (GString *json, const DemNote *note)
{
  if (note->colour_json != NULL || note->colour != DEM_NOTE_AMBER)
    {
      begin_line (json, 3);
      dem_json_append_name (json, "demarche:colour");
      if (note->colour_json != NULL)
        g_string_append (json, note->colour_json);
      else
        dem_json_append_string (json, dem_note_colour_get_name (note->colour));
    }
  if (note->is_private)
    {
      begin_line (json, 3);
      dem_json_append_name (json, "demarche:private");
      g_string_append (json, "true");
    }
}

void
dem_note_write (const DemNote *self, const char *dossier_id, gboolean with_creator, GString *json)
{
  g_return_if_fail (DEM_IS_NOTE ((DemNote *) self));
  g_return_if_fail (dossier_id != NULL && json != NULL);

  g_string_append_c (json, '{');
  begin_line (json, 3);
  dem_json_append_member (json, "id", self->id);
  begin_line (json, 3);
  dem_json_append_member (json, "type", "Annotation");
  append_date (json, "created", self->created);
  append_date (json, "modified", self->modified);
  if (with_creator)
    append_creator (json, self);
  append_motivation (json, self);
  append_bodies (json, self);
  append_targets (json, self, dossier_id);
  append_what_is_ours (json, self);
  if (self->members != NULL)
    {
      begin_line (json, 3);
      dem_json_append_raw (json, self->members);
    }
  g_string_append (json, "\n    }");
}
