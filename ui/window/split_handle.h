/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemSplitHandle:
 *
 * A line between two widgets side by side that can be dragged, or moved by Left and Right when it has the keyboard.
 *
 * Signal: `moved` (double dx): by so many pixels to the right.
 *
 * CSS: node `splithandle`. Accessibility: role SEPARATOR.
 */
#define DEM_TYPE_SPLIT_HANDLE (dem_split_handle_get_type ())
G_DECLARE_FINAL_TYPE (DemSplitHandle, dem_split_handle, DEM, SPLIT_HANDLE, GtkWidget)

G_END_DECLS
