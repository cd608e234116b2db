/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The context menu at a point of a widget, in its pixels. (transfer full) (nullable): NULL for none */
typedef GMenu *(*DemItemMenuFunc) (GtkWidget *widget, double x, double y);

/**
 * dem_item_menu_attach:
 *
 * Gives a list or a page a context menu: on a right click or a long press at that point, and with the Menu key or Shift+F10 at
 * the middle of what has the keyboard in it.
 */
void dem_item_menu_attach (GtkWidget *widget, DemItemMenuFunc create);

G_END_DECLS
