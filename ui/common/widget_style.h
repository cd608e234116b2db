/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/common/palette.h"

G_BEGIN_DECLS

/* The colours for a widget's present style. */
const DemPalette *dem_widget_get_palette (GtkWidget *widget);

/* How much larger than usual the user wants text: 1 at 96 dots per inch. */
double dem_widget_get_text_scale (GtkWidget *widget);

/* Pixels of the screen to one of the widget's, rounded up: more than the screen's scale where a parent enlarges it. */
int dem_widget_get_output_scale (GtkWidget *widget);

/* Adds or removes a style class. */
void dem_widget_set_css_class (GtkWidget *widget, const char *name, gboolean set);

/**
 * dem_widget_set_tooltip:
 * @text: (nullable)
 *
 * A tooltip for what is shown anew while a list scrolls. GTK's own asks the display where the pointer is each time a text is
 * set, which costs more than all else that a row does; this waits until the tooltip is asked for.
 */
void dem_widget_set_tooltip (GtkWidget *widget, const char *text);

/* As set by the above. (nullable) (transfer none) */
const char *dem_widget_get_tooltip (GtkWidget *widget);

G_END_DECLS
