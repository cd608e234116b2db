/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/export/export.h"

G_BEGIN_DECLS

/* How large a page is when nobody asks for a size, in pixels: A4, lying for map and timeline, standing for text. */
void dem_page_get_default_size (DemExportView view, int *width, int *height);

/* How high a single page of a width has to be to hold all of a view; 0 for pictures, which fit any page. */
double dem_page_measure_height (DemFocus *focus, DemExportView view, double width);

/* What a view is called in a heading: "Map of actors". Static. */
const char *dem_page_get_title (DemExportView view);

/**
 * dem_page_draw:
 * @row: (inout): the row with which the page begins, then the one with which the next does: 0 when there is no more
 *
 * A view as a page that can stand alone: above it what it shows and of what, below it where it comes from.
 * (transfer full): the node, to be drawn from (0, 0) to (width, height)
 */
GskRenderNode *dem_page_draw (DemFocus *focus, DemExportView view, gboolean dark, double width, double height,
                              guint *row);

G_END_DECLS
