/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

#define DEM_HATCH_PITCH 6 /* pixels from line to line, across */

/**
 * dem_hatch_draw:
 * @bounds: what is hatched; whole pixels, or its lines would blur
 * @x: where a line meets the lower edge: the hatching moves with it
 *
 * Hatches what has not happened yet. A small tile is drawn and repeated: to stroke a hundred lines across the picture costs
 * more than all else in it.
 */
void dem_hatch_draw (const DemTimelinePainter *painter, const graphene_rect_t *bounds, double x);

G_END_DECLS
