/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/layout/network_layout.h"
#include "app/layout/route.h"

G_BEGIN_DECLS

/**
 * dem_network_choose_bends:
 * @spots: by node of the graph
 * @bends: by link, to be filled as dem_network_layout_get_bends() has them
 *
 * Bends every line so that it runs past boxes, and not upon another that leaves the same point.
 */
void dem_network_choose_bends (DemNetworkGraph *graph,
                               const DemNetworkSpot *spots,
                               DemRouter *router,
                               double *bends);

G_END_DECLS
