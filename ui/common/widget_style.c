/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/widget_style.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

const DemPalette *
dem_widget_get_palette (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return dem_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
}

double
dem_widget_get_text_scale (GtkWidget *widget)
{
  double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return resolution > 0 ? resolution / 96 : 1;
}

void
dem_widget_set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}
