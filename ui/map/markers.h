/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ui/map/plates.h"

G_BEGIN_DECLS

/* The shapes of actors, drawn with cairo. */

/* The thin line from a marker that was pushed away to its true place. */
void dem_map_draw_tether (cairo_t *cr, const DemMapSpot *spot, const DemPalette *palette, double opacity);

/* A state's ring around a point; of the head only its flags count. */
void dem_map_draw_state (cairo_t *cr, double x, double y, const DemMapHead *head, const DemPalette *palette);

/* A state's ring, or the dot of a place without one. */
void
dem_map_draw_marker (cairo_t *cr, const DemMapSpot *spot, const DemMapPost *post, const DemPalette *palette);

/* The shape of a head: person circle, organisation square, group hexagon, another state of the same seat a
 * ring. */
void dem_map_draw_head (cairo_t *cr, const DemMapHeadBox *box, const DemPalette *palette);

G_END_DECLS
