/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_text.h"

#include <math.h>
#include <string.h>

#define DELETE 0x7f

static void
append_escape (GString *json, guint8 byte)
{
  static const char controls[] = "\b\f\n\r\t";
  static const char letters[] = "bfnrt";
  const char *control = byte != '\0' ? strchr (controls, byte) : NULL;

  if (byte == '"' || byte == '\\')
    g_string_append_printf (json, "\\%c", byte);
  else if (control != NULL)
    g_string_append_printf (json, "\\%c", letters[control - controls]);
  else
    g_string_append_printf (json, "\\u%04x", byte);
}

static gboolean
needs_escape (guint8 byte)
{
  return byte < 0x20 || byte == '"' || byte == '\\' || byte == DELETE;
}

void
dem_json_append_string (GString *json, const char *text)
{
  const char *start = text;
  const char *p;

  g_return_if_fail (json != NULL && text != NULL);

  g_string_append_c (json, '"');
  for (p = text; *p != '\0'; p++)
    if (needs_escape ((guint8) *p))
      {
        g_string_append_len (json, start, p - start);
        append_escape (json, (guint8) *p);
        start = p + 1;
      }
  g_string_append_len (json, start, p - start);
  g_string_append_c (json, '"');
}

/* Fifteen digits are enough for what people write, seventeen for every double. */
void
dem_json_append_number (GString *json, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (json != NULL && isfinite (number));

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", number);
  g_string_append (json, buffer);
}

void
dem_json_append_comma (GString *json)
{
  gsize end = json->len;

  while (end > 0 && g_ascii_isspace (json->str[end - 1]))
    end--;
  if (end > 0 && strchr ("{[,:", json->str[end - 1]) == NULL)
    g_string_insert_c (json, (gssize) end, ',');
}

void
dem_json_append_name (GString *json, const char *name)
{
  dem_json_append_comma (json);
  if (json->len > 0 && json->str[json->len - 1] == ',')
    g_string_append_c (json, ' ');
  dem_json_append_string (json, name);
  g_string_append (json, ": ");
}

void
dem_json_append_member (GString *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  dem_json_append_name (json, name);
  dem_json_append_string (json, text);
}

void
dem_json_append_raw (GString *json, const char *raw)
{
  if (raw == NULL)
    return;
  dem_json_append_comma (json);
  g_string_append (json, raw);
}
