/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/bounds.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/* The bar of a value at text scale 1, in pixels. */
#define DEM_VALUE_BAR_WIDTH 54.0
#define DEM_VALUE_BAR_HEIGHT 6.0

/**
 * dem_value_bar_paint:
 * @value: 0 to 1, how far the bar is filled
 * @before: where a tick shows another value, or NAN: the bar is then the scenario's
 *
 * Draws a bar that fills from the side where reading begins.
 */
void dem_value_bar_paint (GtkSnapshot *snapshot,
                          double x,
                          double y,
                          double width,
                          double height,
                          double value,
                          double before,
                          gboolean rtl,
                          const DemPalette *palette);

/* Draws, close under a bar that stands there, between what its value lies; nothing for no bounds. */
void dem_value_bar_paint_range (GtkSnapshot *snapshot,
                                double x,
                                double y,
                                double width,
                                double height,
                                DemBounds range,
                                gboolean rtl,
                                const DemPalette *palette);

/**
 * DemValueBar: a bar for a value. To a screen reader it is nothing; the number stands beside it.
 */
#define DEM_TYPE_VALUE_BAR (dem_value_bar_get_type ())
G_DECLARE_FINAL_TYPE (DemValueBar, dem_value_bar, DEM, VALUE_BAR, GtkWidget)

/* A bar of a width in pixels. */
GtkWidget *dem_value_bar_new (int width);
void dem_value_bar_set_width (DemValueBar *self, int width);

/* Of the bar itself, without the tick; DEM_VALUE_BAR_HEIGHT at first. */
void dem_value_bar_set_height (DemValueBar *self, double height);

/* As for dem_value_bar_paint(): at once, or growing from what is shown to @value where the desktop wants
 * motion. */
void dem_value_bar_set (DemValueBar *self, double value, double before);
void dem_value_bar_move (DemValueBar *self, double value, double before);

/* As for dem_value_bar_paint_range(). */
void dem_value_bar_set_range (DemValueBar *self, DemBounds range);

G_END_DECLS
