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

/* What the context menu of a canvas of actors has for an actor or a pair: a DemCanvasClass.fill_menu. */
void dem_perspective_menu_append (DemCanvas *canvas, DemRef ref, GMenu *menu);

G_END_DECLS
