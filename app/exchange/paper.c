/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/paper.h"

#include <string.h>

#include "app/exchange/outline_markdown.h"

static void
free_block (gpointer data)
{
  DemBlock *block = data;

  g_free (block->lead);
  g_free (block->text);
  g_free (block->link);
  g_free (block);
}

DemPaper *
dem_paper_new (DemDossier *dossier, const char *title)
{
  DemPaper *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier) && title != NULL, NULL);

  self = g_new0 (DemPaper, 1);
  self->title = g_strdup (title);
  self->subject = g_strdup (dem_dossier_get_subtitle (dossier));
  self->author = g_strdup (dem_dossier_get_creator (dossier));
  self->language = g_strdup (dem_dossier_get_language (dossier));
  self->marking = g_strdup (dem_dossier_get_marking (dossier));
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

void
dem_paper_free (DemPaper *self)
{
  g_free (self->title);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->language);
  g_free (self->marking);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
dem_paper_add (DemPaper *self, DemBlockKind kind, guint depth, const char *lead, const char *text, const char *link)
{
  DemBlock *block;

  g_return_if_fail (self != NULL && text != NULL);

  block = g_new (DemBlock, 1);
  *block = (DemBlock){ kind, depth, g_strdup (lead), g_strdup (text), NULL };
  if (link != NULL
      && (g_str_has_prefix (link, "http://") || g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "mailto:")))
    block->link = g_strdup (link);
  g_ptr_array_add (self->blocks, block);
}

/* ---- Markdown ---- */

static void
begin_markdown (GString *text, const DemBlock *block, const DemBlock *before)
{
  gboolean goes_on = before != NULL && before->kind == block->kind && block->kind == DEM_BLOCK_ITEM;

  if (before != NULL)
    g_string_append (text, goes_on ? "\n" : "\n\n");
  switch (block->kind)
    {
    case DEM_BLOCK_TITLE:
      g_string_append (text, "# ");
      break;
    case DEM_BLOCK_HEADING:
      g_string_append (text, "## ");
      break;
    case DEM_BLOCK_SUBHEADING:
      g_string_append (text, "### ");
      break;
    case DEM_BLOCK_ITEM:
      for (guint i = 0; i < block->depth; i++)
        g_string_append (text, "  ");
      g_string_append (text, "- ");
      break;
    case DEM_BLOCK_CAVEAT:
      g_string_append (text, "> ");
      break;
    case DEM_BLOCK_TEXT:
    case DEM_BLOCK_MAP:
    case DEM_BLOCK_TIMELINE:
    case DEM_BLOCK_STOP:
    case DEM_BLOCK_PAGE:
    default:
      break;
    }
}

/* An address as the target of a link. */
static void
add_target (GString *text, const char *link)
{
  g_string_append (text, "](<");
  for (const char *p = link; *p != '\0'; p++)
    if (*p == '<' || *p == '>' || *p == '\\' || g_ascii_iscntrl (*p))
      g_string_append_printf (text, "%%%02X", (guchar) *p);
    else
      g_string_append_c (text, *p);
  g_string_append (text, ">)");
}

char *
dem_paper_to_markdown (const DemPaper *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DemBlock *block = self->blocks->pdata[i];

      begin_markdown (text, block, i > 0 ? self->blocks->pdata[i - 1] : NULL);
      if (block->lead != NULL)
        {
          g_string_append (text, "**");
          dem_markdown_add_text (text, block->lead);
          g_string_append (text, "** ");
        }
      g_string_append (text, block->link != NULL ? "[" : "");
      dem_markdown_add_text (text, block->text);
      if (block->link != NULL)
        add_target (text, block->link);
    }
  if (self->marking != NULL)
    {
      g_string_append (text, "\n\n---\n\n*");
      dem_markdown_add_text (text, self->marking);
      g_string_append_c (text, '*');
    }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* ---- HTML ---- */

static const char STYLE[]
    = "body{font:1rem/1.45 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#26272b;background:#fff}"
      "h1{line-height:1.15}h2{margin-top:2em;border-bottom:1px solid #ccc}figure{margin:1em 0}img{max-width:100%}"
      "blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #ccc;color:#5e5c64;font-size:.9em}"
      "figcaption,footer{color:#5e5c64;font-size:.85em}a{color:#1a5fb4}li{margin:.25em 0}"
      "@media print{body{max-width:none;margin:0}h2,h3{break-after:avoid}li,figure{break-inside:avoid}}";

static void
add_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
add_words (GString *html, const DemBlock *block)
{
  if (block->lead != NULL)
    {
      g_string_append (html, "<strong>");
      add_escaped (html, block->lead);
      g_string_append (html, "</strong> ");
    }
  if (block->link != NULL)
    {
      g_string_append (html, "<a href=\"");
      add_escaped (html, block->link);
      g_string_append (html, "\">");
    }
  add_escaped (html, block->text);
  g_string_append (html, block->link != NULL ? "</a>" : "");
}

static void
add_element (GString *html, const char *element, const DemBlock *block)
{
  g_string_append_printf (html, "<%s dir=\"auto\">", element);
  add_words (html, block);
  g_string_append_printf (html, "</%s>\n", element);
}

static void
add_picture (GString *html, const DemBlock *block, DemPaperPicture picture, gpointer data)
{
  g_autoptr (GBytes) svg = picture != NULL ? picture (block->kind, data) : NULL;

  g_string_append (html, "<figure>");
  if (svg != NULL)
    {
      g_autofree char *encoded = g_base64_encode (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

      g_string_append (html, "<img alt=\"");
      add_escaped (html, block->text);
      g_string_append_printf (html, "\" src=\"data:image/svg+xml;base64,%s\">", encoded);
    }
  g_string_append (html, "<figcaption dir=\"auto\">");
  add_escaped (html, block->text);
  g_string_append (html, "</figcaption></figure>\n");
}

/* Opens and closes lists until so many are open; an item stays open for what hangs under it. */
static guint
set_lists (GString *html, guint open, guint wanted)
{
  for (; open > wanted; open--)
    g_string_append (html, "</li></ul>\n");
  for (; open < wanted; open++)
    g_string_append (html, "<ul>");
  return open;
}

static void
add_block (GString *html, const DemBlock *block, DemPaperPicture picture, gpointer data)
{
  static const char *const elements[] = { [DEM_BLOCK_TITLE] = "h1", [DEM_BLOCK_HEADING] = "h2",
                                          [DEM_BLOCK_SUBHEADING] = "h3", [DEM_BLOCK_TEXT] = "p",
                                          [DEM_BLOCK_CAVEAT] = "blockquote" };

  if (block->kind >= DEM_BLOCK_MAP && block->kind <= DEM_BLOCK_STOP)
    add_picture (html, block, picture, data);
  else if (block->kind != DEM_BLOCK_PAGE)
    add_element (html, elements[block->kind], block);
}

/* An item one deeper than the last at most: what the lists can hold. */
static guint
get_level (const DemBlock *block, guint open)
{
  return block->kind == DEM_BLOCK_ITEM ? MIN (block->depth + 1, open + 1) : 0;
}

static guint
add_item (GString *html, const DemBlock *block, guint open)
{
  guint level = get_level (block, open);
  gboolean goes_on = level <= open;

  open = set_lists (html, open, level);
  g_string_append (html, goes_on ? "</li>\n<li dir=\"auto\">" : "<li dir=\"auto\">");
  add_words (html, block);
  return open;
}

char *
dem_paper_to_html (const DemPaper *self, DemPaperPicture picture, gpointer data)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n<html lang=\"");
  guint open = 0;

  g_return_val_if_fail (self != NULL, NULL);

  add_escaped (html, self->language != NULL ? self->language : "");
  g_string_append (html, "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  add_escaped (html, self->title);
  g_string_append_printf (html, "</title>\n<style>%s</style></head>\n<body>\n", STYLE);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DemBlock *block = self->blocks->pdata[i];

      if (block->kind == DEM_BLOCK_ITEM)
        open = add_item (html, block, open);
      else
        {
          open = set_lists (html, open, 0);
          add_block (html, block, picture, data);
        }
    }
  set_lists (html, open, 0);
  if (self->marking != NULL)
    {
      g_string_append (html, "<footer dir=\"auto\">");
      add_escaped (html, self->marking);
      g_string_append (html, "</footer>\n");
    }
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
