/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/menu_focus.h"

static void
on_closed (GtkMenuButton *button, GtkPopover *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focused == NULL || gtk_widget_is_ancestor (focused, GTK_WIDGET (popover))))
    gtk_widget_grab_focus (GTK_WIDGET (button));
}

void
dem_menu_button_keep_focus (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (gtk_menu_button_get_popover (button) != NULL);

  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (on_closed), button,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
