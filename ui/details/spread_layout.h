/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemSpreadLayout:
 *
 * A layout manager for two children: beside each other, the second at the end, where both fit; else the
 * second beneath the first. So a name never gives way to the dates and links that follow it.
 */
#define DEM_TYPE_SPREAD_LAYOUT (dem_spread_layout_get_type ())
G_DECLARE_FINAL_TYPE (DemSpreadLayout, dem_spread_layout, DEM, SPREAD_LAYOUT, GtkLayoutManager)

G_END_DECLS
