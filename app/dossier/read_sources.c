/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Sources are CSL-JSON items (Citation Style Language, JSON input schema 1.0.2), as reference managers write
 * them. */

/* --- names --- */

static void
append_part (DemReader *reader, GString *out, guint name, const char *member)
{
  const char *part = dem_reader_text (reader, name, member);

  if (part == NULL)
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, part);
}

static char *
join_name (DemReader *reader, guint name)
{
  static const char *const parts[] = { "literal", "given", "non-dropping-particle", "family", "suffix" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_part (reader, out, name, parts[i]);
  return g_string_free (out, FALSE);
}

static const char *
read_authors (DemReader *reader, guint token)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, token, "author", DEM_JSON_ARRAY);
  g_autoptr (GString) names = NULL;

  if (array == DEM_JSON_NO_TOKEN)
    return NULL;
  names = g_string_new (NULL);
  for (guint name = array + 1; name < dem_json_tape_end (tape, array); name = dem_json_tape_next (tape, name))
    {
      g_autofree char *one = NULL;

      if (!dem_reader_check_type (reader, name, DEM_JSON_OBJECT))
        continue;
      one = join_name (reader, name);
      /* Translators: between the names of authors. */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", one);
    }
  return names->len > 0 ? dem_arena_copy (reader->arena, names->str, names->len) : NULL;
}

/* --- dates --- */

/* A part of a date, which may be a number or its digits in quotes; G_MININT when it is neither. */
static int
date_part (DemReader *reader, guint token)
{
  DemJsonType type = dem_json_tape_type (reader->tape, token);
  double number = NAN;
  gint64 digits;

  if (type == DEM_JSON_NUMBER)
    number = dem_json_tape_number (reader->tape, token);
  else if (type == DEM_JSON_STRING
           && g_ascii_string_to_signed (dem_reader_peek_string (reader, token), 10, -DEM_YEAR_LIMIT,
                                        DEM_YEAR_LIMIT, &digits, NULL))
    number = (double) digits;
  if (!(fabs (number) <= (double) DEM_YEAR_LIMIT) || number != floor (number))
    return G_MININT;
  return (int) number;
}

/* [2020, 11, 19] as EDTF. */
static gboolean
append_date (DemReader *reader, GString *edtf, guint parts)
{
  const DemJsonTape *tape = reader->tape;
  int part[3];
  guint n = 0;

  if (dem_json_tape_type (tape, parts) != DEM_JSON_ARRAY)
    return FALSE;
  for (guint token = parts + 1; token < dem_json_tape_end (tape, parts);
       token = dem_json_tape_next (tape, token))
    if (n == G_N_ELEMENTS (part) || (part[n++] = date_part (reader, token)) == G_MININT)
      return FALSE;
  if (n == 0)
    return FALSE;
  g_string_append_printf (edtf, abs (part[0]) > 9999 ? "Y%d" : part[0] < 0 ? "%05d" : "%04d", part[0]);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (edtf, "-%02d", part[i]);
  return TRUE;
}

/* A date or interval of date parts; empty when they are none. */
static char *
join_date_parts (DemReader *reader, guint dates)
{
  const DemJsonTape *tape = reader->tape;
  guint n = dem_json_tape_count (tape, dates);
  g_autoptr (GString) edtf = g_string_new (NULL);
  guint date = dates + 1;

  for (guint i = 0; i < n; i++, date = dem_json_tape_next (tape, date))
    {
      if (i > 0)
        g_string_append_c (edtf, '/');
      if (i > 1 || !append_date (reader, edtf, date))
        return g_strdup ("");
    }
  return g_strdup (edtf->str);
}

static DemEdtf
read_date_parts (DemReader *reader, guint dates)
{
  g_autofree char *text = join_date_parts (reader, dates);
  g_autoptr (GError) error = NULL;
  DemEdtf date = DEM_EDTF_UNDATED;

  if (!dem_edtf_parse (dem_arena_copy (reader->arena, text, strlen (text)), &date, &error))
    dem_reader_warn (reader, dates, "bad-date",
                     _ ("These are not the parts of a date. Write year, month and day as [[2020, 11, 19]]."));
  return date;
}

static DemEdtf
read_issued (DemReader *reader, guint token)
{
  guint issued = dem_json_tape_find (reader->tape, token, "issued");
  guint dates;

  if (issued == DEM_JSON_NO_TOKEN)
    return DEM_EDTF_UNDATED;
  if (dem_json_tape_type (reader->tape, issued) == DEM_JSON_STRING)
    return dem_reader_date (reader, token, "issued");
  if (!dem_reader_check_type (reader, issued, DEM_JSON_OBJECT))
    return DEM_EDTF_UNDATED;
  dates = dem_reader_get (reader, issued, "date-parts", DEM_JSON_ARRAY);
  if (dates != DEM_JSON_NO_TOKEN)
    return read_date_parts (reader, dates);
  return dem_reader_date (reader, issued, "raw");
}

/* --- paragraphs --- */

static void
read_paragraph (DemReader *reader, guint token, DemParagraph *paragraph)
{
  if (dem_reader_check_type (reader, token, DEM_JSON_OBJECT))
    paragraph->item.summary = dem_reader_text (reader, token, "summary");
}

static void
read_paragraphs (DemReader *reader, guint token, const DemSource *source)
{
  const DemJsonTape *tape = reader->tape;
  guint member = dem_json_tape_find (tape, token, "paragraphs");
  gboolean written = member != DEM_JSON_NO_TOKEN && dem_json_tape_type (tape, member) == DEM_JSON_ARRAY;
  guint value = member + 1;

  for (guint i = 0; i < source->n_paragraphs; i++)
    {
      DemItem *item = dem_dossier_item_at (reader->dossier, DEM_KIND_PARAGRAPH, source->first_paragraph + i);
      DemParagraph *paragraph = (DemParagraph *) item;
      g_autofree char *id = g_strdup_printf ("%s/%u", source->item.id, i + 1);

      item->id = dem_arena_copy (reader->arena, id, strlen (id));
      paragraph->source = (guint32) (source - (DemSource *) reader->dossier->items[DEM_KIND_SOURCE]);
      paragraph->number = i + 1;
      if (!written)
        continue;
      read_paragraph (reader, value, paragraph);
      value = dem_json_tape_next (tape, value);
    }
}

void
dem_read_source (DemReader *reader, DemSource *source)
{
  guint token = reader->entry.token;

  dem_read_item (reader, &source->item);
  source->type = dem_reader_word (reader, token, "type");
  source->title = dem_reader_text (reader, token, "title");
  if (source->title == NULL)
    source->title = source->item.id;
  source->author = read_authors (reader, token);
  source->container = dem_reader_text (reader, token, "container-title");
  source->url = dem_reader_link (reader, token, "URL");
  source->issued = read_issued (reader, token);
  read_paragraphs (reader, token, source);
}
