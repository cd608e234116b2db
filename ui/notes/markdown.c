/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/markdown.h"

#include <cmark.h>
#include <string.h>

#define BULLET "•"
#define RULE "———"
#define DEEPEST 8 /* levels that are indented */

/* Writer: what has been rendered so far, and how what comes next looks. */
typedef struct
{
  GString *text;
  GArray *runs;
  guint depths[6]; /* how many nodes of each style are open, in the order of the flags */
  const char *url; /* of the innermost link */
  guint list_depth;
  gboolean after_bullet; /* the item's first block stands beside its bullet */
} Writer;

static void
clear_run (gpointer data)
{
  g_free (((DemMarkdownRun *) data)->url);
}

GArray *
dem_markdown_runs_new (void)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (DemMarkdownRun));

  g_array_set_clear_func (runs, clear_run);
  return runs;
}

gboolean
dem_markdown_is_link (const char *url)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  if (scheme == NULL || url[strlen (scheme) + 1] == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      return TRUE;
  return FALSE;
}

/* ---- Writing ---- */

static guint
get_style (Writer *writer)
{
  guint style = 0;

  for (guint i = 0; i < G_N_ELEMENTS (writer->depths); i++)
    if (writer->depths[i] > 0)
      style |= 1u << i;
  return style;
}

/* Text in the present style and one more. Runs that look the same and touch become one. */
static void
write_text (Writer *writer, const char *text, guint more)
{
  guint style = get_style (writer) | more;
  guint start = writer->text->len;
  const char *url = style & DEM_MARKDOWN_LINK ? writer->url : NULL;
  DemMarkdownRun *last;

  if (text == NULL || text[0] == '\0')
    return;
  g_string_append (writer->text, text);
  if (style == 0)
    return;
  last = writer->runs->len > 0 ? &g_array_index (writer->runs, DemMarkdownRun, writer->runs->len - 1) : NULL;
  if (last != NULL && last->end == start && last->style == style && g_strcmp0 (last->url, url) == 0)
    last->end = writer->text->len;
  else
    {
      DemMarkdownRun run = { start, writer->text->len, style, g_strdup (url) };

      g_array_append_val (writer->runs, run);
    }
}

/* A block begins a line of its own, under the text of the item that it belongs to. */
static void
begin_block (Writer *writer)
{
  if (writer->after_bullet)
    {
      writer->after_bullet = FALSE;
      return;
    }
  if (writer->text->len > 0)
    g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < MIN (writer->list_depth, DEEPEST); i++)
    g_string_append (writer->text, "  ");
}

static void
write_bullet (Writer *writer, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  gint64 number = cmark_node_get_list_start (list);

  writer->list_depth--;
  begin_block (writer);
  writer->list_depth++;
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      for (cmark_node *before = cmark_node_previous (item); before != NULL; before = cmark_node_previous (before))
        number++;
      g_string_append_printf (writer->text, "%" G_GINT64_FORMAT ". ", number);
    }
  else
    g_string_append (writer->text, BULLET " ");
  writer->after_bullet = TRUE;
}

/* A block's own text ends without a line end. */
static void
write_literal (Writer *writer, cmark_node *node, guint style)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = literal != NULL ? strlen (literal) : 0;
  g_autofree char *text = NULL;

  while (length > 0 && literal[length - 1] == '\n')
    length--;
  text = g_strndup (literal != NULL ? literal : "", length);
  begin_block (writer);
  write_text (writer, text, style);
}

/* Opens or closes the style of a node. */
static void
turn (Writer *writer, DemMarkdownStyle style, gboolean entering)
{
  for (guint i = 0; i < G_N_ELEMENTS (writer->depths); i++)
    if (style & (1u << i))
      writer->depths[i] += entering ? 1 : -1;
}

/* Links do not nest in CommonMark, but a picture may stand in one, and in a picture a link: the outermost that leads
 * somewhere counts. */
static void
turn_link (Writer *writer, cmark_node *node, gboolean entering)
{
  const char *url = cmark_node_get_url (node);

  if (!dem_markdown_is_link (url))
    return;
  if (entering && writer->depths[5] == 0)
    writer->url = url;
  turn (writer, DEM_MARKDOWN_LINK, entering);
}

static void
write_node (Writer *writer, cmark_node *node, gboolean entering)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      writer->list_depth += entering ? 1 : -1;
      break;
    case CMARK_NODE_ITEM:
      if (entering)
        write_bullet (writer, node);
      writer->after_bullet = writer->after_bullet && entering;
      break;
    case CMARK_NODE_PARAGRAPH:
      if (entering)
        begin_block (writer);
      break;
    case CMARK_NODE_HEADING:
      if (entering)
        begin_block (writer);
      turn (writer, DEM_MARKDOWN_HEADING, entering);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      turn (writer, DEM_MARKDOWN_QUOTE, entering);
      break;
    case CMARK_NODE_CODE_BLOCK:
      write_literal (writer, node, DEM_MARKDOWN_CODE);
      break;
    case CMARK_NODE_HTML_BLOCK:
      write_literal (writer, node, 0);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      begin_block (writer);
      write_text (writer, RULE, 0);
      break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      write_text (writer, cmark_node_get_literal (node), 0);
      break;
    case CMARK_NODE_CODE:
      write_text (writer, cmark_node_get_literal (node), DEM_MARKDOWN_CODE);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      begin_block (writer);
      break;
    case CMARK_NODE_EMPH:
      turn (writer, DEM_MARKDOWN_ITALIC, entering);
      break;
    case CMARK_NODE_STRONG:
      turn (writer, DEM_MARKDOWN_BOLD, entering);
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      turn_link (writer, node, entering);
      break;
    case CMARK_NODE_NONE:
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_CUSTOM_INLINE:
    default:
      break;
    }
}

/* No more than so many bytes, in whole characters. */
static gsize
measure (const char *source, gsize most)
{
  gsize length = strlen (source);

  if (most == 0 || length <= most)
    return length;
  while (most > 0 && ((guchar) source[most] & 0xc0) == 0x80)
    most--;
  return most;
}

char *
dem_markdown_render (const char *source, gsize most, GArray **runs)
{
  g_autoptr (GArray) written = dem_markdown_runs_new ();
  Writer writer = { g_string_new (NULL), written };
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;

  g_return_val_if_fail (source != NULL, NULL);

  document = cmark_parse_document (source, measure (source, most), CMARK_OPT_VALIDATE_UTF8);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    write_node (&writer, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
  cmark_node_free (document);
  if (runs != NULL)
    *runs = g_steal_pointer (&written);
  return g_string_free (writer.text, FALSE);
}

/* ---- Markup ---- */

static const struct
{
  guint style;
  const char *open;
  const char *close;
} elements[] = {
  { DEM_MARKDOWN_BOLD, "<b>", "</b>" },
  { DEM_MARKDOWN_ITALIC, "<i>", "</i>" },
  { DEM_MARKDOWN_CODE, "<tt>", "</tt>" },
  { DEM_MARKDOWN_HEADING, "<b>", "</b>" },
  { DEM_MARKDOWN_QUOTE, "<i>", "</i>" },
};

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

static void
append_run (GString *markup, const char *text, const DemMarkdownRun *run)
{
  if (run->url != NULL)
    {
      g_autofree char *url = g_markup_escape_text (run->url, -1);

      g_string_append_printf (markup, "<a href=\"%s\">", url);
    }
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (run->style & elements[i].style)
      g_string_append (markup, elements[i].open);
  append_escaped (markup, text + run->start, run->end - run->start);
  for (guint i = G_N_ELEMENTS (elements); i-- > 0;)
    if (run->style & elements[i].style)
      g_string_append (markup, elements[i].close);
  if (run->url != NULL)
    g_string_append (markup, "</a>");
}

char *
dem_markdown_to_markup (const char *source, gsize most)
{
  g_autoptr (GArray) runs = NULL;
  g_autofree char *text = NULL;
  GString *markup;
  guint at = 0;

  g_return_val_if_fail (source != NULL, NULL);

  text = dem_markdown_render (source, most, &runs);
  markup = g_string_sized_new (strlen (text) + 64);
  for (guint i = 0; i < runs->len; i++)
    {
      const DemMarkdownRun *run = &g_array_index (runs, DemMarkdownRun, i);

      append_escaped (markup, text + at, run->start - at);
      append_run (markup, text, run);
      at = run->end;
    }
  append_escaped (markup, text + at, strlen (text + at));
  return g_string_free (markup, FALSE);
}
