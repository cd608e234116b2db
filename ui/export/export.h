/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/focus.h"
#include "ui/timeline/event_groups.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_EXPORT_MAP,
  DEM_EXPORT_NETWORK,
  DEM_EXPORT_TIMELINE,
  DEM_EXPORT_ARGUMENT,
  DEM_EXPORT_OUTLINE,
  DEM_N_EXPORT_VIEWS,
} DemExportView;

typedef enum
{
  DEM_EXPORT_PDF,
  DEM_EXPORT_PNG,
  DEM_EXPORT_SVG,
  DEM_N_EXPORT_FORMATS,
} DemExportFormat;

/* The least and the most that a picture measures, in pixels. */
#define DEM_EXPORT_MINIMUM 200
#define DEM_EXPORT_MAXIMUM 10000

/**
 * DemExport:
 * @width: in pixels of 1/96 inch, 0 for a size that suits the view
 * @height: the same
 * @dark: in the colours of the dark style
 * @grouping: of the timeline's events
 *
 * A picture of a view, to be made.
 */
typedef struct
{
  DemExportView view;
  DemExportFormat format;
  int width;
  int height;
  gboolean dark;
  DemEventGrouping grouping;
} DemExport;

/* The view that a word means: "map", "network", "timeline", "argument", "outline". FALSE for any other word. */
gboolean dem_export_view_from_name (const char *name, DemExportView *view);

/* What the name of a file says: its ending how, the word before it (alone, or after a - or _) what. An "argument-map"
 * is the argument's. */
gboolean dem_export_format_from_file (const char *path, DemExportFormat *format);
gboolean dem_export_view_from_file (const char *path, DemExportView *view);

/**
 * dem_export_render:
 * @focus: with a dossier
 *
 * The picture as the bytes of a file: PDF and SVG as vectors, PDF with real text, title and author. A PNG without a
 * size of its own has twice the pixels. Needs no display, but gtk_init_check() must have been called. (transfer full)
 */
GBytes *dem_export_render (DemFocus *focus, const DemExport *export, GError **error);

/**
 * dem_export_save:
 *
 * Writes a file aside and renames it, so that a file that was there survives a failure whole. What is not a regular
 * file is refused. The error's message is a sentence.
 */
gboolean dem_export_save (GBytes *bytes, const char *path, GError **error);

G_END_DECLS
