/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_reader.h"

#include <string.h>

#include "app/base/json_type.h"

/* What every part of the reader needs: places, types, texts, and values as they are written. */

void
dem_note_reader_init (DemNoteReader *reader, const DemJsonTape *tape, const char *dossier_id)
{
  *reader = (DemNoteReader){ .tape = tape, .dossier_id = dossier_id };
  reader->problems = dem_problem_list_new ();
  reader->scratch = g_string_new (NULL);
  reader->pointer = g_strdup ("");
}

void
dem_note_reader_clear (DemNoteReader *reader)
{
  g_clear_pointer (&reader->problems, dem_problem_list_free);
  g_clear_pointer (&reader->pointer, g_free);
  if (reader->scratch != NULL)
    g_string_free (g_steal_pointer (&reader->scratch), TRUE);
}

/* ---- Problems ---- */

static void
report (DemNoteReader *reader, DemSeverity severity, guint token, const char *code, char *message)
{
  gboolean inside = token >= reader->item && token < dem_json_tape_next (reader->tape, reader->item);
  DemProblem *problem;

  if (!dem_problem_list_has_room (reader->problems))
    {
      g_free (message);
      return;
    }
  problem = g_new0 (DemProblem, 1);
  problem->severity = severity;
  problem->code = code;
  problem->message = message;
  problem->pointer = inside ? dem_json_tape_pointer (reader->tape, reader->item, reader->pointer, token)
                            : dem_json_tape_pointer (reader->tape, 0, "", token);
  dem_problem_list_add (reader->problems, problem, reader->tape->tokens[token].offset);
}

void
dem_note_reader_warn (DemNoteReader *reader, guint token, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (reader, DEM_SEVERITY_WARNING, token, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
dem_note_reader_fail (DemNoteReader *reader, guint token, const char *code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (reader, DEM_SEVERITY_ERROR, token, code, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- Members ---- */

guint
dem_note_reader_get (DemNoteReader *reader, guint object, const char *name, DemJsonType type)
{
  guint token = dem_json_tape_find (reader->tape, object, name);
  DemJsonType found;

  if (token == DEM_JSON_NO_TOKEN)
    return token;
  found = dem_json_tape_type (reader->tape, token);
  if (found == type || (type == DEM_JSON_TRUE && found == DEM_JSON_FALSE))
    return token;
  dem_note_reader_warn (reader, token, "wrong-type", "%s", dem_json_explain_type (type, found));
  return DEM_JSON_NO_TOKEN;
}

char *
dem_note_reader_dup_string (DemNoteReader *reader, guint token)
{
  const char *text;
  gsize length;

  if (token == DEM_JSON_NO_TOKEN || dem_json_tape_type (reader->tape, token) != DEM_JSON_STRING)
    return NULL;
  text = dem_json_tape_string (reader->tape, token, reader->scratch, &length);
  return g_strndup (text, length);
}

char *
dem_note_reader_dup_member (DemNoteReader *reader, guint object, const char *name)
{
  return dem_note_reader_dup_string (reader, dem_note_reader_get (reader, object, name, DEM_JSON_STRING));
}

static gboolean
equals (DemNoteReader *reader, guint token, const char *word)
{
  gsize length;
  const char *text;

  if (dem_json_tape_type (reader->tape, token) != DEM_JSON_STRING)
    return FALSE;
  text = dem_json_tape_string (reader->tape, token, reader->scratch, &length);
  return length == strlen (word) && memcmp (text, word, length) == 0;
}

gboolean
dem_note_reader_says (DemNoteReader *reader, guint token, const char *word)
{
  const DemJsonTape *tape = reader->tape;

  if (token == DEM_JSON_NO_TOKEN)
    return FALSE;
  if (dem_json_tape_type (tape, token) != DEM_JSON_ARRAY)
    return equals (reader, token, word);
  for (guint i = token + 1; i < dem_json_tape_end (tape, token); i = dem_json_tape_next (tape, i))
    if (equals (reader, i, word))
      return TRUE;
  return FALSE;
}

/* ---- As it is written ---- */

/* Behind the bracket that closes the one at @start; what is inside strings is none. */
static gsize
find_bracket (const char *text, gsize start)
{
  guint depth = 0;

  for (gsize at = start;; at++)
    switch (text[at])
      {
      case '"':
        for (at++; text[at] != '"'; at++)
          at += text[at] == '\\';
        break;
      case '[':
      case '{':
        depth++;
        break;
      case ']':
      case '}':
        if (--depth == 0)
          return at + 1;
        break;
      default:
        break;
      }
}

/* Where the bytes of a value end. */
static gsize
find_end (const DemJsonTape *tape, guint token)
{
  const DemJsonToken *value = &tape->tokens[token];

  switch (value->type)
    {
    case DEM_JSON_ARRAY:
    case DEM_JSON_OBJECT:
      return find_bracket (tape->text, value->offset);
    case DEM_JSON_STRING:
      return value->offset + value->extent + strlen ("\"\"");
    case DEM_JSON_NUMBER:
      return value->offset + value->extent;
    case DEM_JSON_FALSE:
      return value->offset + strlen ("false");
    default:
      return value->offset + strlen ("true");
    }
}

char *
dem_note_reader_dup_json (DemNoteReader *reader, guint token)
{
  gsize start = reader->tape->tokens[token].offset;

  return g_strndup (reader->tape->text + start, find_end (reader->tape, token) - start);
}

static gboolean
is_named (DemNoteReader *reader, guint key, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (equals (reader, key, names[i]))
      return TRUE;
  return FALSE;
}

char *
dem_note_reader_dup_others (DemNoteReader *reader, guint object, const char *const *names)
{
  const DemJsonTape *tape = reader->tape;
  GString *others = NULL;
  guint end = dem_json_tape_end (tape, object);

  for (guint key = object + 1; key < end; key = dem_json_tape_next (tape, key + 1))
    {
      gsize start = tape->tokens[key].offset;

      if (is_named (reader, key, names))
        continue;
      if (others == NULL)
        others = g_string_new (NULL);
      else
        g_string_append (others, ", ");
      g_string_append_len (others, tape->text + start, (gssize) (find_end (tape, key + 1) - start));
    }
  return others != NULL ? g_string_free (others, FALSE) : NULL;
}

void
dem_note_reader_collect (DemNoteReader *reader, GString *values, guint token)
{
  gsize start = reader->tape->tokens[token].offset;

  if (values->len > 0)
    g_string_append (values, ", ");
  g_string_append_len (values, reader->tape->text + start, (gssize) (find_end (reader->tape, token) - start));
}

char *
dem_note_reader_collected (GString *values)
{
  gboolean is_empty = values->len == 0;
  char *text = g_string_free (values, is_empty);

  return is_empty ? NULL : text;
}
