/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/widget_style.h"

#include <adwaita.h>
#include <math.h>
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

int
dem_widget_get_output_scale (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_matrix_t transform;
  double enlarged = 1;

  if (native != NULL && gtk_widget_compute_transform (widget, GTK_WIDGET (native), &transform))
    enlarged = graphene_matrix_get_x_scale (&transform);
  /* A hair over a whole number is that number. */
  return gtk_widget_get_scale_factor (widget) * (int) CLAMP (ceil (enlarged - 0.05), 1, 4);
}

void
dem_widget_set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

#define TOOLTIP_KEY "dem-tooltip"

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = dem_widget_get_tooltip (widget);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
dem_widget_set_tooltip (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (text, dem_widget_get_tooltip (widget)) == 0)
    return;
  if (!gtk_widget_get_has_tooltip (widget))
    {
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
      gtk_widget_set_has_tooltip (widget, TRUE);
    }
  g_object_set_data_full (G_OBJECT (widget), TOOLTIP_KEY, g_strdup (text), g_free);
}

const char *
dem_widget_get_tooltip (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), TOOLTIP_KEY);
}
