/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemWrapLayout:
 *
 * A layout manager that puts children beside each other and begins another line when they no longer fit, each
 * line centred in height. Follows the text direction.
 */
#define DEM_TYPE_WRAP_LAYOUT (dem_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DemWrapLayout, dem_wrap_layout, DEM, WRAP_LAYOUT, GtkLayoutManager)

/* Gaps between children and between lines, in pixels. */
GtkLayoutManager *dem_wrap_layout_new (int gap, int line_gap);

G_END_DECLS
