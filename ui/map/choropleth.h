/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ui/common/stance.h"

G_BEGIN_DECLS

/* The width of a shaded country's outline. */
#define DEM_CHOROPLETH_OUTLINE 1.3

/* How much of a stance's colour covers the land. */
#define DEM_CHOROPLETH_FILL 0.74

/**
 * dem_choropleth_paint:
 *
 * Fills the context's current path (even-odd) as a country that stands so, outlines it on its outside, and clears the
 * path: hostile and strained ones hatched, so that they differ without colour, hypothetical ones as an outline only.
 * What lies below shows through. Hatches are aligned with the context's origin, not with the country.
 */
void dem_choropleth_paint (cairo_t *cr, DemStance stance, const DemPalette *palette);

/* The same with the land under it: a sample for a legend. */
void dem_choropleth_paint_sample (cairo_t *cr, DemStance stance, const DemPalette *palette);

G_END_DECLS
