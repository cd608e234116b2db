/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar for how far something moves: to the left of an axis when down, to the right when up (in the direction
 * of reading). @change is drawn on a scale of which @most fills the width. To a screen reader it is nothing.
 */
#define DEM_TYPE_SWING_BAR (dem_swing_bar_get_type ())
G_DECLARE_FINAL_TYPE (DemSwingBar, dem_swing_bar, DEM, SWING_BAR, GtkWidget)

GtkWidget *dem_swing_bar_new (double change, double most);

G_END_DECLS
