/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_world.h"

G_BEGIN_DECLS

/**
 * dem_map_fit:
 * @refs: places, actors, pairs, relations and events; others are nowhere
 * @width, @height: of the picture, in logical pixels
 * @camera: (out): what has them all in the picture, with room for their names
 *
 * FALSE when none of them is anywhere.
 */
gboolean
dem_map_fit (DemMapWorld *world, const DemRef *refs, guint n, double width, double height, DemMapCamera *camera);

G_END_DECLS
