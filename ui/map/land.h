/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ui/common/stance.h"
#include "ui/map/basemap.h"
#include "ui/map/viewport.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_SHADE_PLAIN,
  DEM_SHADE_ACTOR,    /* countries of actors */
  DEM_SHADE_SELECTED, /* of what is selected */
  DEM_N_SHADES,
} DemShade;

/**
 * DemLandStyle:
 *
 * Which country is shaded how, in which colours. Filled once, then immutable; reference counted, safe from
 * any thread.
 */
typedef struct _DemLandStyle DemLandStyle;

DemLandStyle *dem_land_style_new (const DemPalette *palette);
DemLandStyle *dem_land_style_ref (DemLandStyle *self);
void dem_land_style_unref (DemLandStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemLandStyle, dem_land_style_unref)

/* Shades a country (ISO 3166-1 alpha-2); the strongest shade holds. Only before the style is shared. */
void dem_land_style_shade (DemLandStyle *self, const char *code, DemShade shade);
DemShade dem_land_style_get_shade (const DemLandStyle *self, const char *code);

/* Shows countries together as one that stands so (choropleth.h), over their shades. A country that is filled already
 * stays as it is; outlines of what is hypothetical lie above. Only before the style is shared. */
void dem_land_style_add_area (DemLandStyle *self, const char *const *codes, guint n, DemStance stance);

/* With what stance a country is filled, NONE where it is not. */
DemStance dem_land_style_get_stance (const DemLandStyle *self, const char *code);
const GdkRGBA *dem_land_style_get_sea (const DemLandStyle *self);
gboolean dem_land_style_equal (const DemLandStyle *a, const DemLandStyle *b);

/* Draws sea and countries over the whole viewport, in outlines as fine as can be seen but no finer than a
 * level. */
void dem_land_draw (cairo_t *cr,
                    const DemProjection *projection,
                    const DemMapViewport *viewport,
                    const DemLandStyle *style,
                    DemBasemapLevel finest);

G_END_DECLS
