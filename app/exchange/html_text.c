/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/html_text.h"

#include <string.h>

#include "app/base/json_guard.h"
#include "app/notebook/note_private.h"
#include "app/notebook/note_reader.h"

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp;", "&" }, { "lt;", "<" }, { "gt;", ">" }, { "quot;", "\"" }, { "apos;", "'" }, { "nbsp;", "\xc2\xa0" },
};

/* "#233;" or "#xe9;"; appended if it is a character. Returns: behind it, or NULL */
static const char *
append_number (GString *text, const char *p)
{
  gboolean is_hex = p[1] == 'x' || p[1] == 'X';
  char *end;
  guint64 code = g_ascii_strtoull (p + 1 + is_hex, &end, is_hex ? 16 : 10);

  if (end == p + 1 + is_hex || *end != ';' || code == 0 || code > 0x10ffff
      || !g_unichar_validate ((gunichar) code))
    return NULL;
  g_string_append_unichar (text, (gunichar) code);
  return end + 1;
}

/* What follows "&". Returns: behind it */
static const char *
append_entity (GString *text, const char *p)
{
  const char *end = *p == '#' ? append_number (text, p) : NULL;

  if (end != NULL)
    return end;
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p, entities[i].name))
      {
        g_string_append (text, entities[i].text);
        return p + strlen (entities[i].name);
      }
  g_string_append_c (text, '&');
  return p;
}

static gboolean
is_tag (const char *p, const char *name)
{
  gsize length = strlen (name);

  p += *p == '/';
  return g_ascii_strncasecmp (p, name, length) == 0 && !g_ascii_isalnum (p[length]);
}

/* What follows "<". Returns: behind the tag, and behind what is no text at all */
static const char *
skip_tag (GString *text, const char *p)
{
  static const char *const blocks[] = { "p", "br", "div", "li", "tr", "h1", "h2", "h3", "blockquote" };
  const char *end = strchr (p, '>');

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (is_tag (p, blocks[i]) && text->len > 0 && text->str[text->len - 1] != '\n')
      g_string_append_c (text, '\n');
  if (*p != '/' && (is_tag (p, "script") || is_tag (p, "style")))
    {
      const char *close = end != NULL ? strstr (end, "</") : NULL;

      end = close != NULL ? strchr (close, '>') : NULL;
    }
  return end != NULL ? end + 1 : p + strlen (p);
}

char *
dem_html_text (const char *html)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (html != NULL, NULL);

  text = g_string_new (NULL);
  for (const char *p = html; *p != '\0';)
    if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
      p = skip_tag (text, p + 1);
    else if (*p == '&')
      p = append_entity (text, p + 1);
    else
      g_string_append_c (text, *p++);
  return g_strdup (g_strstrip (text->str));
}

/* The value of the first HTML body among those kept as they are. */
static char *
find_html (const DemNote *note)
{
  g_autofree char *list = g_strdup_printf ("[%s]", note->bodies);
  g_autoptr (DemJsonTape) tape = dem_json_guard (list, strlen (list), NULL, NULL, NULL, NULL);
  g_auto (DemNoteReader) reader = { 0 };

  if (tape == NULL)
    return NULL;
  dem_note_reader_init (&reader, tape, "");
  for (guint i = 1; i < dem_json_tape_end (tape, 0); i = dem_json_tape_next (tape, i))
    if (dem_json_tape_type (tape, i) == DEM_JSON_OBJECT
        && dem_note_reader_says (&reader, dem_json_tape_find (tape, i, "format"), "text/html"))
      return dem_note_reader_dup_member (&reader, i, "value");
  return NULL;
}

void
dem_html_text_use (DemNote *note)
{
  g_autofree char *html = NULL;

  g_return_if_fail (DEM_IS_NOTE (note));

  if (*note->text != '\0' || note->bodies == NULL)
    return;
  html = find_html (note);
  if (html == NULL)
    return;
  g_free (note->text);
  note->text = dem_html_text (html);
}
