/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/legend.h"
#include "ui/map/network_content.h"

G_BEGIN_DECLS

/* In a perspective the lines of one actor stand out and all else steps back: dims ties that are not its own, and actors
 * with whom it has none, unless they are selected. */
void dem_network_perspective_apply (const DemMapTime *time, GArray *actors, GArray *ties);

/* What the legend says of a perspective: that nothing is told, if so. */
void dem_network_perspective_add_legend (DemNetworkContent *content, DemMapLegend *legend);

/* The ring around the actor itself, if it is drawn there. */
void dem_network_perspective_draw_ring (cairo_t *cr, double x, double y, const DemPalette *palette);

G_END_DECLS
