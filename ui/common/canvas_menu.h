/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/canvas.h"

G_BEGIN_DECLS

/**
 * dem_canvas_menu_attach:
 *
 * Gives a canvas a context menu: on a right click or a long press, and with the Menu key or Shift+F10 on the keyboard cursor.
 * It has what the class fills in, and what can be done with notes.
 */
void dem_canvas_menu_attach (DemCanvas *canvas);

/* Appends what can be done with notes at a point: on the mark of a note there, else on an item (or DEM_REF_NONE), else on what
 * the canvas has where nothing is. */
void dem_canvas_menu_append_notes (DemCanvas *canvas, GMenu *menu, DemRef ref, double x, double y);

/* For tests: the menu at a point. (transfer full) */
GMenu *dem_canvas_menu_create (DemCanvas *canvas, DemRef ref, double x, double y);

G_END_DECLS
