/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/common/canvas.h"

G_BEGIN_DECLS

/* Menus with which one chooses whose relations are shown. Their items set the action `workspace.perspective` to the
 * id of an actor, or to "" for everybody. */

/* Fills a menu with everybody, the selected actors and the states that matter most. */
void dem_perspective_menu_fill (GMenu *menu, DemFocus *focus);

/**
 * dem_perspective_menu_attach:
 *
 * Gives a canvas of actors a context menu: on a right click or a long press on an actor or a pair, and with the Menu
 * key or Shift+F10 on the keyboard cursor.
 */
void dem_perspective_menu_attach (DemCanvas *canvas);

G_END_DECLS
