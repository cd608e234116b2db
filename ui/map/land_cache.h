/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/map/land.h"

G_BEGIN_DECLS

/**
 * DemLandCache:
 *
 * The countries as a picture, drawn on a worker thread with a margin around the viewport. While a better one
 * is being made, the one at hand is moved and scaled. The first is a coarse one without margin, made at once.
 *
 * Signal: `changed` (gboolean is_restyled): there is a better picture, or one on which countries are shaded otherwise.
 */
#define DEM_TYPE_LAND_CACHE (dem_land_cache_get_type ())
G_DECLARE_FINAL_TYPE (DemLandCache, dem_land_cache, DEM, LAND_CACHE, GObject)

DemLandCache *dem_land_cache_new (void);

/* Pixels of the device to the logical pixel, 1 by default; and whether what draws is quicker with textures
 * (GL) than with surfaces (Cairo), as is not so by default. */
void dem_land_cache_set_output (DemLandCache *self, int scale_factor, gboolean use_textures);
int dem_land_cache_get_scale_factor (DemLandCache *self);

/* Draws what there is and asks for what is missing. */
void dem_land_cache_draw (DemLandCache *self,
                          GtkSnapshot *snapshot,
                          DemProjection *projection,
                          const DemMapViewport *viewport,
                          DemLandStyle *style);

/* Whether the picture at hand is the one that was asked for last. */
gboolean dem_land_cache_is_settled (DemLandCache *self);

G_END_DECLS
