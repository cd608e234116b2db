/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include "app/base/json_type.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- types --- */

gboolean
dem_reader_check_type (DemReader *reader, guint token, DemJsonType type)
{
  DemJsonType found = dem_json_tape_type (reader->tape, token);

  if (found == type || (type == DEM_JSON_TRUE && found == DEM_JSON_FALSE))
    return TRUE;
  dem_reader_warn (reader, token, "wrong-type", "%s", dem_json_explain_type (type, found));
  return FALSE;
}

guint
dem_reader_get (DemReader *reader, guint object, const char *name, DemJsonType type)
{
  guint token = dem_json_tape_find (reader->tape, object, name);

  if (token == DEM_JSON_NO_TOKEN || dem_reader_check_type (reader, token, type))
    return token;
  return DEM_JSON_NO_TOKEN;
}

/* --- texts --- */

const char *
dem_reader_text (DemReader *reader, guint object, const char *name)
{
  guint token = dem_reader_get (reader, object, name, DEM_JSON_STRING);
  const char *text;
  gsize length;

  if (token == DEM_JSON_NO_TOKEN)
    return NULL;
  text = dem_json_tape_string (reader->tape, token, reader->scratch, &length);
  return length > 0 ? dem_arena_copy (reader->arena, text, length) : NULL;
}

static const char *
word_at (DemReader *reader, guint token)
{
  gsize length;
  const char *text = dem_json_tape_string (reader->tape, token, reader->scratch, &length);

  return length > 0 ? dem_arena_intern (reader->arena, text, length) : NULL;
}

const char *
dem_reader_word (DemReader *reader, guint object, const char *name)
{
  guint token = dem_reader_get (reader, object, name, DEM_JSON_STRING);

  return token != DEM_JSON_NO_TOKEN ? word_at (reader, token) : NULL;
}

const char *
dem_reader_needed_text (DemReader *reader, guint object, const char *name, const char *fallback)
{
  guint token = dem_json_tape_find (reader->tape, object, name);
  const char *text = dem_reader_text (reader, object, name);

  if (text != NULL)
    return text;
  if (token == DEM_JSON_NO_TOKEN)
    dem_reader_warn (reader, object, "missing-member", _ ("“%s” is missing here. Add it."), name);
  else if (dem_json_tape_type (reader->tape, token) == DEM_JSON_STRING)
    dem_reader_warn (reader, token, "missing-member", _ ("“%s” is empty. Fill it in."), name);
  return fallback;
}

const char *
dem_reader_peek_string (DemReader *reader, guint token)
{
  const char *text;
  gsize length;

  if (!dem_reader_check_type (reader, token, DEM_JSON_STRING))
    return NULL;
  text = dem_json_tape_string (reader->tape, token, reader->scratch, &length);
  if (text != reader->scratch->str)
    {
      g_string_truncate (reader->scratch, 0);
      g_string_append_len (reader->scratch, text, (gssize) length);
    }
  return reader->scratch->str;
}

const char *const *
dem_reader_words (DemReader *reader, guint object, const char *name, guint32 *n)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, object, name, DEM_JSON_ARRAY);
  const char **words;

  *n = 0;
  if (array == DEM_JSON_NO_TOKEN)
    return NULL;
  words = dem_arena_new_array (reader->arena, const char *, dem_json_tape_count (tape, array));
  for (guint token = array + 1; token < dem_json_tape_end (tape, array);
       token = dem_json_tape_next (tape, token))
    if (dem_reader_check_type (reader, token, DEM_JSON_STRING)
        && (words[*n] = word_at (reader, token)) != NULL)
      (*n)++;
  return words;
}

/* --- numbers and the like --- */

double
dem_reader_number_at (DemReader *reader, guint token, double min, double max)
{
  double value = dem_json_tape_number (reader->tape, token);

  if (value >= min && value <= max)
    return value;
  /* What no double can hold has been told by the guard. */
  if (isfinite (value) && isfinite (max))
    dem_reader_warn (reader, token, "number-out-of-range",
                     _ ("This number has to lie between %g and %g. The nearest of the two is used."), min,
                     max);
  else if (isfinite (value))
    dem_reader_warn (reader, token, "number-out-of-range",
                     _ ("This number must not be below %g. That is used."), min);
  return value < min ? min : MIN (max, G_MAXDOUBLE);
}

double
dem_reader_number (DemReader *reader, guint object, const char *name, double min, double max, double fallback)
{
  guint token = dem_reader_get (reader, object, name, DEM_JSON_NUMBER);

  return token != DEM_JSON_NO_TOKEN ? dem_reader_number_at (reader, token, min, max) : fallback;
}

gboolean
dem_reader_boolean (DemReader *reader, guint object, const char *name)
{
  guint token = dem_reader_get (reader, object, name, DEM_JSON_TRUE);

  return token != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, token) == DEM_JSON_TRUE;
}

guint32
dem_reader_choice (
    DemReader *reader, guint object, const char *name, const char *const *words, guint32 fallback)
{
  guint token = dem_reader_get (reader, object, name, DEM_JSON_STRING);
  g_autofree char *known = NULL;
  const char *word;

  if (token == DEM_JSON_NO_TOKEN)
    return fallback;
  word = dem_reader_peek_string (reader, token);
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  known = g_strjoinv (", ", (char **) words);
  dem_reader_warn (reader, token, "unknown-word", _ ("“%s” is not known here. Use one of: %s."), word, known);
  return fallback;
}

guint32
dem_reader_needed_choice (
    DemReader *reader, guint object, const char *name, const char *const *words, guint32 fallback)
{
  if (dem_json_tape_find (reader->tape, object, name) != DEM_JSON_NO_TOKEN)
    return dem_reader_choice (reader, object, name, words, fallback);
  dem_reader_warn (reader, object, "missing-member", _ ("“%s” is missing here. Add it."), name);
  return fallback;
}

DemEdtf
dem_reader_date (DemReader *reader, guint object, const char *name)
{
  const char *text = dem_reader_text (reader, object, name);
  g_autoptr (GError) error = NULL;
  DemEdtf date = DEM_EDTF_UNDATED;

  if (text != NULL && !dem_edtf_parse (text, &date, &error))
    dem_reader_warn (reader, dem_json_tape_find (reader->tape, object, name), "bad-date", "%s",
                     error->message);
  return date;
}

const char *
dem_reader_link (DemReader *reader, guint object, const char *name)
{
  const char *link = dem_reader_text (reader, object, name);
  g_autofree char *scheme = link != NULL ? g_uri_parse_scheme (link) : NULL;

  if (link == NULL || g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0
      || g_strcmp0 (scheme, "mailto") == 0)
    return link;
  dem_reader_warn (reader, dem_json_tape_find (reader->tape, object, name), "bad-link",
                   _ ("Only links that begin with https:, http: or mailto: are opened. Correct it."));
  return NULL;
}

static const char *
country_at (DemReader *reader, guint token)
{
  const char *text = dem_reader_peek_string (reader, token);
  char code[2];

  if (text == NULL)
    return NULL;
  if (strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]))
    {
      code[0] = g_ascii_toupper (text[0]);
      code[1] = g_ascii_toupper (text[1]);
      return dem_arena_intern (reader->arena, code, sizeof code);
    }
  dem_reader_warn (reader, token, "bad-country",
                   _ ("“%s” is no country code. Write the two letters of ISO 3166-1, such as PA."), text);
  return NULL;
}

const char *
dem_reader_country (DemReader *reader, guint object, const char *name)
{
  guint token = dem_json_tape_find (reader->tape, object, name);

  return token != DEM_JSON_NO_TOKEN ? country_at (reader, token) : NULL;
}

const char *const *
dem_reader_countries (DemReader *reader, guint object, const char *name, guint32 *n)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, object, name, DEM_JSON_ARRAY);
  const char **codes;

  *n = 0;
  if (array == DEM_JSON_NO_TOKEN)
    return NULL;
  codes = dem_arena_new_array (reader->arena, const char *, dem_json_tape_count (tape, array));
  for (guint token = array + 1; token < dem_json_tape_end (tape, array);
       token = dem_json_tape_next (tape, token))
    if ((codes[*n] = country_at (reader, token)) != NULL)
      (*n)++;
  return codes;
}
