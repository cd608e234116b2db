/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dem_menu_button_keep_focus:
 *
 * Gives the keyboard back to a menu button, which has its menu, when that closes. GTK 4.8 leaves it in the menu that has gone when what was
 * chosen stood in a submenu, and then no key reaches the window.
 */
void dem_menu_button_keep_focus (GtkMenuButton *button);

G_END_DECLS
