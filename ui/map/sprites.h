/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/markers.h"

G_BEGIN_DECLS

/**
 * dem_map_sprites_draw_marker:
 * @scale_factor: of the screen, 0 on paper
 *
 * As dem_map_draw_marker() and dem_map_draw_head() do, but for a screen from pictures that are drawn once and stand on
 * whole pixels: hundreds of curves a frame would cost more than all the rest. For the main thread. Heads come in the usual
 * sizes only; one that grows is for dem_map_draw_head().
 */
void dem_map_sprites_draw_marker (
    cairo_t *cr, const DemMapSpot *spot, const DemMapPost *post, const DemPalette *palette, int scale_factor);
void dem_map_sprites_draw_head (cairo_t *cr, const DemMapHeadBox *box, const DemPalette *palette, int scale_factor);

G_END_DECLS
