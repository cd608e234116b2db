/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/markdown.h"

#include <cmark.h>
#include <string.h>

/* Finder: the source, where its lines begin, and what has been found in it. */
typedef struct
{
  const char *source;
  gsize length;
  GArray *lines; /* gsize */
  GArray *runs;
} Finder;

/* Lines end as cmark has them end. */
static GArray *
find_lines (const char *source, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize start = 0;

  g_array_append_val (lines, start);
  for (gsize i = 0; i < length; i++)
    if (source[i] == '\n' || (source[i] == '\r' && source[i + 1] != '\n'))
      {
        start = i + 1;
        g_array_append_val (lines, start);
      }
  return lines;
}

/* A line and column from 1, as cmark counts them, in bytes of the source; FALSE for what is not in it. */
static gboolean
locate (Finder *finder, int line, int column, gsize *at)
{
  if (line < 1 || column < 1 || (guint) line > finder->lines->len)
    return FALSE;
  *at = g_array_index (finder->lines, gsize, line - 1) + column - 1;
  return *at <= finder->length;
}

static void
add (Finder *finder, gsize start, gsize end, guint style)
{
  DemMarkdownRun run = { start, end, style, NULL };

  if (start < end && end <= finder->length)
    g_array_append_val (finder->runs, run);
}

/* From its first byte up to behind its last. Columns of cmark are not to be relied upon where lines of a paragraph are
 * indented, so who asks looks whether the signs are there. */
static gboolean
get_extent (Finder *finder, cmark_node *node, gsize *start, gsize *end)
{
  return locate (finder, cmark_node_get_start_line (node), cmark_node_get_start_column (node), start)
         && locate (finder, cmark_node_get_end_line (node), cmark_node_get_end_column (node) + 1, end) && *start < *end;
}

static gsize
skip (Finder *finder, gsize at, gsize end, const char *set)
{
  while (at < end && strchr (set, finder->source[at]) != NULL)
    at++;
  return at;
}

/* ** around words, or * or _: the same sign at both ends. */
static void
add_emphasis (Finder *finder, cmark_node *node, guint style, gsize n)
{
  gsize start, end;
  char sign[2] = { 0 };

  if (!get_extent (finder, node, &start, &end) || end - start < 2 * n + 1)
    return;
  sign[0] = finder->source[start];
  if ((sign[0] != '*' && sign[0] != '_') || finder->source[end - 1] != sign[0])
    return;
  add (finder, start, end, style);
  add (finder, start, skip (finder, start, end, sign), DEM_MARKDOWN_MARKER);
  for (n = end; n > start && finder->source[n - 1] == sign[0];)
    n--;
  add (finder, n, end, DEM_MARKDOWN_MARKER);
}

/* The extent of code is what stands between the backticks. */
static void
add_code (Finder *finder, cmark_node *node)
{
  gsize start, end, outer_start, outer_end;

  if (!get_extent (finder, node, &start, &end))
    return;
  for (outer_start = start; outer_start > 0 && finder->source[outer_start - 1] == '`';)
    outer_start--;
  outer_end = skip (finder, end, finder->length, "`");
  if (outer_start == start || outer_end == end)
    return;
  add (finder, outer_start, outer_end, DEM_MARKDOWN_CODE);
  add (finder, outer_start, start, DEM_MARKDOWN_MARKER);
  add (finder, end, outer_end, DEM_MARKDOWN_MARKER);
}

/* [words](address) or <address>. */
static void
add_link (Finder *finder, cmark_node *node)
{
  gsize start, end, words_end;
  int depth = 0;

  if (!get_extent (finder, node, &start, &end) || !dem_markdown_is_link (cmark_node_get_url (node)))
    return;
  if (finder->source[start] != '[')
    {
      if (finder->source[start] == '<' || finder->source[start] == '!')
        add (finder, start, end, DEM_MARKDOWN_LINK);
      return;
    }
  for (words_end = start; words_end < end; words_end++)
    if (finder->source[words_end] == '[')
      depth++;
    else if (finder->source[words_end] == ']' && --depth == 0)
      break;
  add (finder, start, words_end, DEM_MARKDOWN_LINK);
  add (finder, start, start + 1, DEM_MARKDOWN_MARKER);
  add (finder, words_end, end, DEM_MARKDOWN_MARKER);
}

static void
add_heading (Finder *finder, cmark_node *node)
{
  gsize start, end;

  if (!get_extent (finder, node, &start, &end))
    return;
  add (finder, start, end, DEM_MARKDOWN_HEADING);
  if (finder->source[start] == '#')
    add (finder, start, skip (finder, start, end, "# "), DEM_MARKDOWN_MARKER);
}

/* The bullet or number that an item begins with. */
static void
add_item (Finder *finder, cmark_node *node)
{
  gsize start, end;

  if (!get_extent (finder, node, &start, &end))
    return;
  if (strchr ("-+*", finder->source[start]) != NULL)
    add (finder, start, start + 1, DEM_MARKDOWN_MARKER);
  else if (g_ascii_isdigit (finder->source[start]))
    add (finder, start, skip (finder, skip (finder, start, end, "0123456789"), end, ".)"), DEM_MARKDOWN_MARKER);
}

static void
add_block (Finder *finder, cmark_node *node, guint style)
{
  gsize start, end;

  if (get_extent (finder, node, &start, &end))
    add (finder, start, end, style);
}

static void
add_node (Finder *finder, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_EMPH:
      add_emphasis (finder, node, DEM_MARKDOWN_ITALIC, 1);
      break;
    case CMARK_NODE_STRONG:
      add_emphasis (finder, node, DEM_MARKDOWN_BOLD, 2);
      break;
    case CMARK_NODE_CODE:
      add_code (finder, node);
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      add_link (finder, node);
      break;
    case CMARK_NODE_HEADING:
      add_heading (finder, node);
      break;
    case CMARK_NODE_ITEM:
      add_item (finder, node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      add_block (finder, node, DEM_MARKDOWN_QUOTE);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_block (finder, node, DEM_MARKDOWN_CODE);
      break;
    default:
      break;
    }
}

GArray *
dem_markdown_find_styles (const char *source)
{
  Finder finder = { source };
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;

  g_return_val_if_fail (source != NULL, NULL);

  finder.length = strlen (source);
  finder.lines = find_lines (source, finder.length);
  finder.runs = dem_markdown_runs_new ();
  document = cmark_parse_document (source, finder.length, CMARK_OPT_VALIDATE_UTF8);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER)
      add_node (&finder, cmark_iter_get_node (iter));
  cmark_iter_free (iter);
  cmark_node_free (document);
  g_array_unref (finder.lines);
  return finder.runs;
}
