/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/viewpoint_button.h"

#include <glib/gi18n-lib.h>

#include "app/argument/viewpoints.h"

static void
on_toggled (GtkToggleButton *button, DemFocus *focus)
{
  guint32 actor = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "actor"));

  if (gtk_toggle_button_get_active (button))
    dem_focus_set_viewpoint (focus, actor);
  else if (dem_focus_get_viewpoint (focus) == actor)
    dem_focus_set_viewpoint (focus, DEM_NO_INDEX);
}

/* It may have been cleared elsewhere. */
static void
on_focus_changed (GtkToggleButton *button, DemFocusChange what, DemFocus *focus)
{
  guint32 actor = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "actor"));

  if ((what & DEM_FOCUS_VIEWPOINT) && !(what & DEM_FOCUS_DOSSIER))
    gtk_toggle_button_set_active (button, dem_focus_get_viewpoint (focus) == actor);
}

void
dem_details_add_viewpoint_button (const DemDetails *details, guint32 actor)
{
  g_autofree char *title = dem_viewpoints_dup_title (details->dossier, details->scenario, actor);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("avatar-default-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), dem_focus_get_viewpoint (details->focus) == actor);
  gtk_widget_set_tooltip_text (button, _ ("Dim the claims of everybody else"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "dem-perspective-button");
  g_object_set_data (G_OBJECT (button), "actor", GUINT_TO_POINTER (actor));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), details->focus, 0);
  g_signal_connect_object (details->focus, "changed", G_CALLBACK (on_focus_changed), button, G_CONNECT_SWAPPED);
  gtk_box_append (details->box, button);
}
