/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/export/export.h"

G_BEGIN_DECLS

/* How large a page is when nobody asks for a size, in pixels: A4, lying for map and timeline, standing for text. */
void dem_page_get_default_size (DemExportView view, int *width, int *height);

gboolean dem_page_can_draw (DemExportView view);

/* What a view is called in a heading: "Map of actors". Static. */
const char *dem_page_get_title (DemExportView view);

/**
 * dem_page_draw:
 *
 * A view as a page that can stand alone: above it what it shows and of what, below it where it comes from.
 * (transfer full): the node, to be drawn from (0, 0) to (width, height)
 */
GskRenderNode *dem_page_draw (DemFocus *focus, DemExportView view, gboolean dark, double width, double height);

G_END_DECLS
