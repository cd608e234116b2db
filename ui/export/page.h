/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/export/export.h"

G_BEGIN_DECLS

/* How large a page is when nobody asks for a size, in pixels: A4, lying for pictures, standing for text. */
void dem_page_get_default_size (DemExportView view, int *width, int *height);

/* How large a single picture has to be to hold all of a view at its own size; @width and @height are what would
 * do for one that fits any. */
void dem_page_measure (DemFocus *focus, DemExportView view, int *width, int *height);

/* What a view is called in a heading: "Map of actors". Static. */
const char *dem_page_get_title (DemExportView view);

/**
 * DemPages:
 *
 * A view as pages each of which can stand alone: above it what it shows and of what, below it where that comes from,
 * and where there are several which of them it is.
 */
typedef struct _DemPages DemPages;

/* What is drawn and how: of the export the view, the colours and the grouping. @several: what does not fit may go on on
 * further pages. */
DemPages *dem_pages_new (DemFocus *focus, const DemExport *export, double width, double height, gboolean several);
void dem_pages_free (DemPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemPages, dem_pages_free)

/* At least 1. */
guint dem_pages_count (DemPages *self);

/* (transfer full): a page from 0, to be drawn from (0, 0) to the width and height */
GskRenderNode *dem_pages_draw (DemPages *self, guint page);

G_END_DECLS
