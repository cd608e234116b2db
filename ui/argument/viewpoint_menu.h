/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemViewpointMenu:
 *
 * Whose claims are to stand out: a menu of everybody who asserts some, with their number, that follows the focus and sets its
 * viewpoint.
 */
#define DEM_TYPE_VIEWPOINT_MENU (dem_viewpoint_menu_get_type ())
G_DECLARE_FINAL_TYPE (DemViewpointMenu, dem_viewpoint_menu, DEM, VIEWPOINT_MENU, GObject)

/* Adds the action of its items to a widget as the group `viewpoint`. */
DemViewpointMenu *dem_viewpoint_menu_new (GtkWidget *widget);
void dem_viewpoint_menu_set_focus (DemViewpointMenu *self, DemFocus *focus);

/* (transfer none) */
GMenuModel *dem_viewpoint_menu_get_model (DemViewpointMenu *self);

G_END_DECLS
