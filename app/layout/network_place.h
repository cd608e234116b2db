/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/layout/network_block.h"

G_BEGIN_DECLS

#define DEM_NETWORK_GAP 10.0 /* between the boxes of blocks */

/* Gives every block its place and every head its side of the hull, apart from one another. Fixed blocks keep
 * theirs, known ones as far as they can. */
void dem_network_blocks_place (DemNetworkBlocks *self, DemNetworkGraph *graph);

G_END_DECLS
