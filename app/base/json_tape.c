/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_tape.h"

#include <string.h>

void
dem_json_tape_free (DemJsonTape *tape)
{
  if (tape == NULL)
    return;
  g_free (tape->tokens);
  g_free (tape);
}

static gboolean
string_equals (const DemJsonTape *tape, guint token, const char *name, gsize length)
{
  const DemJsonToken *string = &tape->tokens[token];
  g_autoptr (GString) scratch = NULL;
  const char *text;
  gsize n;

  if (!string->escaped)
    return string->extent == length && memcmp (tape->text + string->offset + 1, name, length) == 0;
  if (string->extent < length)
    return FALSE;
  scratch = g_string_new (NULL);
  text = dem_json_tape_string (tape, token, scratch, &n);
  return n == length && memcmp (text, name, length) == 0;
}

guint
dem_json_tape_find (const DemJsonTape *tape, guint object, const char *name)
{
  gsize length = strlen (name);
  guint end = dem_json_tape_end (tape, object);

  for (guint key = object + 1; key < end; key = dem_json_tape_next (tape, key + 1))
    if (string_equals (tape, key, name, length))
      return key + 1;
  return DEM_JSON_NO_TOKEN;
}

guint
dem_json_tape_count (const DemJsonTape *tape, guint array)
{
  guint end = dem_json_tape_end (tape, array);
  guint n = 0;

  for (guint element = array + 1; element < end; element = dem_json_tape_next (tape, element))
    n++;
  return n;
}

static gunichar
read_hex4 (const char *p)
{
  gunichar code = 0;

  for (guint i = 0; i < 4; i++)
    code = code << 4 | (gunichar) g_ascii_xdigit_value (p[i]);
  return code;
}

/* The guard has seen to it that escapes are whole and surrogates come in pairs. */
static const char *
decode_escape (const char *p, GString *out)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  gunichar code;

  if (*p != 'u')
    {
      const char *letter = strchr (letters, *p);

      g_string_append_c (out, letter != NULL ? meanings[letter - letters] : *p);
      return p + 1;
    }
  code = read_hex4 (p + 1);
  p += 5;
  if (code >= 0xd800 && code < 0xdc00)
    {
      code = 0x10000 + ((code - 0xd800) << 10) + (read_hex4 (p + 2) - 0xdc00);
      p += 6;
    }
  g_string_append_unichar (out, code);
  return p;
}

const char *
dem_json_tape_string (const DemJsonTape *tape, guint token, GString *scratch, gsize *length)
{
  const DemJsonToken *string = &tape->tokens[token];
  const char *p = tape->text + string->offset + 1;
  const char *end = p + string->extent;

  if (!string->escaped)
    {
      *length = string->extent;
      return p;
    }
  g_string_truncate (scratch, 0);
  while (p < end)
    {
      const char *escape = memchr (p, '\\', (gsize) (end - p));

      g_string_append_len (scratch, p, (escape != NULL ? escape : end) - p);
      p = escape != NULL ? decode_escape (escape + 1, scratch) : end;
    }
  *length = scratch->len;
  return scratch->str;
}

double
dem_json_tape_number (const DemJsonTape *tape, guint token)
{
  const DemJsonToken *number = &tape->tokens[token];
  char small[64];
  g_autofree char *large = NULL;
  char *text = small;

  if (number->extent >= sizeof small)
    text = large = g_malloc (number->extent + 1);
  memcpy (text, tape->text + number->offset, number->extent);
  text[number->extent] = '\0';
  return g_ascii_strtod (text, NULL);
}

int
dem_json_tape_compare_strings (const DemJsonTape *tape, guint a, guint b)
{
  g_autoptr (GString) scratch_a = tape->tokens[a].escaped ? g_string_new (NULL) : NULL;
  g_autoptr (GString) scratch_b = tape->tokens[b].escaped ? g_string_new (NULL) : NULL;
  gsize length_a, length_b;
  const char *text_a = dem_json_tape_string (tape, a, scratch_a, &length_a);
  const char *text_b = dem_json_tape_string (tape, b, scratch_b, &length_b);
  int order = memcmp (text_a, text_b, MIN (length_a, length_b));

  return order != 0 ? order : (length_a > length_b) - (length_a < length_b);
}

static void
append_name (GString *pointer, const DemJsonTape *tape, guint key)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  gsize length;
  const char *name = dem_json_tape_string (tape, key, scratch, &length);

  g_string_append_c (pointer, '/');
  for (gsize i = 0; i < length; i++)
    if (name[i] == '~')
      g_string_append (pointer, "~0");
    else if (name[i] == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, name[i]);
}

/* Steps from a container to the child that is or holds the token. */
static guint
descend (const DemJsonTape *tape, guint container, guint token, GString *pointer)
{
  gboolean in_object = dem_json_tape_type (tape, container) == DEM_JSON_OBJECT;
  guint child = container + 1;
  guint n = 0;

  for (;;)
    {
      guint value = in_object ? child + 1 : child;
      guint next = dem_json_tape_next (tape, value);

      if (token < next)
        {
          if (in_object)
            append_name (pointer, tape, child);
          else
            g_string_append_printf (pointer, "/%u", n);
          return value;
        }
      child = next;
      n++;
    }
}

char *
dem_json_tape_pointer (const DemJsonTape *tape, guint from, const char *prefix, guint token)
{
  GString *pointer = g_string_new (prefix);

  g_return_val_if_fail (token >= from && token < dem_json_tape_next (tape, from),
                        g_string_free (pointer, FALSE));

  while (from < token)
    from = descend (tape, from, token, pointer);
  return g_string_free (pointer, FALSE);
}

void
dem_json_place_advance (DemJsonPlace *place, const char *text, gsize size, gsize offset)
{
  gsize end = MIN (offset, size);

  if (place->offset == 0 && end >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    place->offset = 3;
  for (; place->offset < end; place->offset++)
    {
      guint8 byte = (guint8) text[place->offset];

      if (byte == '\n' || (byte == '\r' && (place->offset + 1 >= size || text[place->offset + 1] != '\n')))
        {
          place->line++;
          place->column = 1;
        }
      else if (byte != '\r' && (byte & 0xc0) != 0x80)
        place->column++;
    }
}
