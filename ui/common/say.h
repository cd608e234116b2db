/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dem_say:
 * @widget: in the window concerned
 *
 * Lets a screen reader speak a message, wherever in the window the keyboard is. GTK announces messages from version 4.14 on.
 * Before that the message becomes the description of what has the keyboard, which screen readers speak when it changes, until
 * the next message or until the keyboard goes elsewhere. It is said a moment later, when the keyboard has come back from a menu.
 */
void dem_say (GtkWidget *widget, const char *message);

G_END_DECLS
