/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Light Markdown (CommonMark 0.30, read by cmark) as text with styles. HTML is shown as it is written, pictures as their
 * words, and of links only those to the web and to mail are links. */

typedef enum
{
  DEM_MARKDOWN_BOLD = 1 << 0,
  DEM_MARKDOWN_ITALIC = 1 << 1,
  DEM_MARKDOWN_CODE = 1 << 2,
  DEM_MARKDOWN_HEADING = 1 << 3,
  DEM_MARKDOWN_QUOTE = 1 << 4,
  DEM_MARKDOWN_LINK = 1 << 5,
  DEM_MARKDOWN_MARKER = 1 << 6, /* signs that only say how the rest looks; in text that is being edited */
} DemMarkdownStyle;

/**
 * DemMarkdownRun:
 * @start: of the run in bytes of the text
 * @end: behind it
 * @style: #DemMarkdownStyle flags
 * @url: (nullable): where a link leads
 */
typedef struct
{
  guint start;
  guint end;
  guint style;
  char *url;
} DemMarkdownRun;

/**
 * dem_markdown_render:
 * @source: UTF-8
 * @most: bytes of it to read at most, 0 for all
 * @runs: (out) (optional) (element-type DemMarkdownRun) (transfer full): the runs that are not plain, in order, none
 * over another
 *
 * What there is to read: without the signs, list items with bullets or numbers, a line a line. (transfer full)
 */
char *dem_markdown_render (const char *source, gsize most, GArray **runs);

/* The same as Pango markup, with links as GtkLabel has them. (transfer full) */
char *dem_markdown_to_markup (const char *source, gsize most);

/**
 * dem_markdown_find_styles:
 * @source: UTF-8
 *
 * How the source itself looks while it is edited: runs that may lie over each other. Where it cannot be told for certain
 * what part of the source is meant, there is none. (element-type DemMarkdownRun) (transfer full)
 */
GArray *dem_markdown_find_styles (const char *source);

/* Whether an address may be opened: http, https or mailto. */
gboolean dem_markdown_is_link (const char *url);

/* An empty array of runs that frees what is in them. (transfer full) */
GArray *dem_markdown_runs_new (void);

G_END_DECLS
