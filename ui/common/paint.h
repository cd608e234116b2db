/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/ref.h"

G_BEGIN_DECLS

/* Text and shapes that several scenes draw. Sizes of text are points of the context's resolution. */

typedef enum
{
  DEM_TEXT_NORMAL,
  DEM_TEXT_BOLD,
  DEM_TEXT_ITALIC,
} DemTextStyle;

/* A layout in the system font, tabular figures. (transfer full) */
PangoLayout *dem_paint_layout (PangoContext *pango, const char *text, double points, DemTextStyle style);

/* Width and height of a layout in pixels, rounded up. */
void dem_paint_measure (PangoLayout *layout, double *width, double *height);

/* Height of one line of text at that size, in pixels, times 1.25: what rows are made of. */
double dem_paint_line_height (PangoContext *pango, double points);

/* Draws a layout with its top left corner at a point. */
void dem_paint_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color);

/* The same over a halo of a colour, reaching that many pixels beyond the glyphs. */
void dem_paint_text_halo (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color,
                          const GdkRGBA *halo, double width);

/**
 * dem_paint_cairo:
 *
 * As gtk_snapshot_append_cairo() does, but the recording begins at its own corner and is moved to its place: cairo 1.16 writes
 * others wrong as SVG, in the corner of the page and cut off.
 *
 * Returns: (transfer full): to be destroyed when all is drawn
 */
cairo_t *dem_paint_cairo (GtkSnapshot *snapshot, const graphene_rect_t *bounds);

/**
 * dem_paint_keep:
 * @cr: of a recording
 * @surface: a large picture that was painted into it
 *
 * Keeps the picture for as long as the recording is there. Else cairo copies it when its owner lets go of it, and that
 * can cost more than a frame's time.
 */
void dem_paint_keep (cairo_t *cr, cairo_surface_t *surface);

void dem_paint_rect (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *color);
void dem_paint_rounded (GtkSnapshot *snapshot, double x, double y, double width, double height, double radius,
                        const GdkRGBA *color);

/* A colour with its opacity multiplied. */
GdkRGBA dem_paint_fade (const GdkRGBA *color, double opacity);

/* The word for a kind of item, translated: "Actor", "Claim"… Static. */
const char *dem_kind_get_word (DemKind kind);

G_END_DECLS
