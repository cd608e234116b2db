/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define PARAGRAPH "paragraph"

/* A locator may name several paragraphs ("9-10", "3, 5"); each becomes a citation of its own, so that every
 * one of them knows what rests on it. Longer lists than this are kept as one. */
#define MAX_PARAGRAPHS 64

typedef struct
{
  guint32 number[MAX_PARAGRAPHS];
  guint n;
} Paragraphs;

static gboolean
read_number (const char **p, guint32 *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**p))
    return FALSE;
  value = g_ascii_strtoull (*p, &end, 10);
  *number = (guint32) MIN (value, G_MAXUINT32);
  *p = end;
  while (**p == ' ')
    (*p)++;
  return TRUE;
}

/* "9" or "9-10", with a hyphen or an en dash. */
static gboolean
read_range (const char **p, guint32 *first, guint32 *last)
{
  if (!read_number (p, first))
    return FALSE;
  *last = *first;
  if (**p != '-' && !g_str_has_prefix (*p, "–"))
    return TRUE;
  *p += **p == '-' ? 1 : strlen ("–");
  while (**p == ' ')
    (*p)++;
  return read_number (p, last) && *last >= *first;
}

static gboolean
parse_locator (const char *p, Paragraphs *paragraphs)
{
  paragraphs->n = 0;
  for (;;)
    {
      guint32 first, last;

      if (!read_range (&p, &first, &last) || last - first >= MAX_PARAGRAPHS - paragraphs->n)
        return FALSE;
      for (guint32 number = first; number - first <= last - first; number++)
        paragraphs->number[paragraphs->n++] = number;
      if (*p == '\0')
        return TRUE;
      if (*p != ',' && *p != ';')
        return FALSE;
      for (p++; *p == ' ';)
        p++;
    }
}

static gboolean
is_within (const DemSource *source, const Paragraphs *paragraphs)
{
  for (guint i = 0; i < paragraphs->n; i++)
    if (paragraphs->number[i] < 1 || paragraphs->number[i] > source->n_paragraphs)
      return FALSE;
  return TRUE;
}

static void
add_paragraphs (DemReader *reader, const DemCite *cite, const DemSource *source, const Paragraphs *paragraphs)
{
  for (guint i = 0; i < paragraphs->n; i++)
    {
      DemCite one = *cite;
      char number[16];
      int length = g_snprintf (number, sizeof number, "%u", paragraphs->number[i]);

      one.locator = dem_arena_intern (reader->arena, number, (gsize) length);
      one.paragraph = source->first_paragraph + paragraphs->number[i] - 1;
      g_array_append_val (reader->cites, one);
    }
}

/* A citation, or several where its locator names several paragraphs that we know of. */
static void
add_cite (DemReader *reader, guint token, const DemCite *cite)
{
  const DemSource *source = dem_dossier_source (reader->dossier, cite->source);
  Paragraphs paragraphs;

  if (cite->locator != NULL && strcmp (cite->label, PARAGRAPH) == 0 && source->n_paragraphs > 0)
    {
      if (parse_locator (cite->locator, &paragraphs) && is_within (source, &paragraphs))
        {
          add_paragraphs (reader, cite, source, &paragraphs);
          return;
        }
      dem_reader_warn (reader, dem_json_tape_find (reader->tape, token, "locator"), "unknown-paragraph",
                       ngettext ("“%s” is no paragraph of this source, which has %u. Correct the number.",
                                 "“%s” is no paragraph of this source, which has %u. Correct the number.",
                                 source->n_paragraphs),
                       cite->locator, source->n_paragraphs);
    }
  g_array_append_vals (reader->cites, cite, 1);
}

static void
read_cite (DemReader *reader, guint token)
{
  guint source;
  DemCite cite = { .source = DEM_NO_INDEX, .paragraph = DEM_NO_INDEX };

  if (!dem_reader_check_type (reader, token, DEM_JSON_OBJECT))
    return;
  source = dem_json_tape_find (reader->tape, token, "source");
  if (source == DEM_JSON_NO_TOKEN)
    {
      dem_reader_warn (reader, token, "missing-member",
                       _ ("“%s” is missing, so the citation is left out. Add it."), "source");
      return;
    }
  cite.source = dem_reader_ref_at (reader, source, DEM_KINDS (SOURCE)).index;
  if (cite.source == DEM_NO_INDEX)
    return;
  cite.label = dem_reader_word (reader, token, "label");
  if (cite.label == NULL)
    cite.label = PARAGRAPH;
  cite.locator = dem_reader_word (reader, token, "locator");
  cite.purpose = dem_reader_word (reader, token, "for");
  cite.note = dem_reader_text (reader, token, "note");
  add_cite (reader, token, &cite);
}

void
dem_read_cites (DemReader *reader, DemItem *item)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, reader->entry.token, "cites", DEM_JSON_ARRAY);
  guint end = array != DEM_JSON_NO_TOKEN ? dem_json_tape_end (tape, array) : 0;

  g_array_set_size (reader->cites, 0);
  for (guint token = array + 1; token < end; token = dem_json_tape_next (tape, token))
    read_cite (reader, token);
  item->n_cites = reader->cites->len;
  item->cites = dem_arena_copy_array (reader->arena, reader->cites->data, item->n_cites, sizeof (DemCite));
}
