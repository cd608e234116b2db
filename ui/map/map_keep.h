/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_layout.h"

G_BEGIN_DECLS

/* What a layout keeps of the picture before, so that while time passes only what changed moves. Each is by the new
 * content's posts or ties; without a picture before of the same world nothing is kept. */

/* The sides on which names stood, DEM_N_SIDES for none; NULL when nothing is kept. (transfer full) (nullable) */
DemMapSide *dem_map_keep_sides (const DemMapLayout *before, DemMapContent *content);

/* How the arcs of the same pairs were bent, NAN for none. (transfer full) */
float *dem_map_keep_bends (const DemMapLayout *before, DemMapContent *content);

/* Where along their arcs the labels of the same pairs stood, DEM_MAP_NO_SLOT for none. (transfer full) */
guint8 *dem_map_keep_slots (const DemMapLayout *before, DemMapContent *content);

G_END_DECLS
