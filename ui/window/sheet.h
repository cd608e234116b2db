/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DemSheet:
 *
 * A page that rises from below when there is something to tell, at first a little of it, on demand most of the height.
 *
 * CSS: node `sheet`.
 */
#define DEM_TYPE_SHEET (dem_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DemSheet, dem_sheet, DEM, SHEET, GtkWidget)

GtkWidget *dem_sheet_new (void);

/* Where the page is put. (transfer none) */
AdwBin *dem_sheet_get_slot (DemSheet *self);

gboolean dem_sheet_get_revealed (DemSheet *self);
void dem_sheet_set_revealed (DemSheet *self, gboolean revealed);

/* The heights of its page, in pixels: at first, and when expanded. */
void dem_sheet_set_heights (DemSheet *self, int compact, int expanded);

G_END_DECLS
