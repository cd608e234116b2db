/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DemMapRaster:
 *
 * A picture of many lines that is drawn by all processors, a band each, while the main thread finds room for names.
 * Pixel for pixel it is what one thread would draw.
 */
typedef struct _DemMapRaster DemMapRaster;

/* Draws the whole picture, of which the context shows a part; called on other threads, at several at a time. */
typedef void (*DemMapRasterDraw) (cairo_t *cr, gpointer data);

/**
 * dem_map_raster_new:
 * @width: (and @height): in pixels of the layout
 * @scale_factor: of the screen, at least 1
 * @data: what @draw reads; must not change before dem_map_raster_paint() or dem_map_raster_free() returns
 *
 * Begins to draw.
 */
DemMapRaster *
dem_map_raster_new (double width, double height, int scale_factor, DemMapRasterDraw draw, gpointer data);

/* Waits until it is drawn, and puts it into a picture. */
void dem_map_raster_paint (DemMapRaster *self, cairo_t *cr);

/* Waits until nothing is read any more. */
void dem_map_raster_free (DemMapRaster *self);

G_END_DECLS
