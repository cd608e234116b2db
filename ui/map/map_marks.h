/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_layout.h"

G_BEGIN_DECLS

/**
 * dem_map_marks_new:
 *
 * What can be reached on a map, in reading order: states, their people and groups, whoever has no place, then pairs. Who
 * only a number stands for has the number's bounds; a pair without a line has those of its first actor.
 *
 * Returns: (transfer full) (element-type DemMark)
 */
GArray *dem_map_marks_new (const DemMapLayout *layout);

/* Whether a pair has a line on the map, or words that stand for one. */
gboolean dem_map_marks_draw_pair (const DemMapLayout *layout, guint32 pair);

/* The column of a spot that is unfolded, or NULL. */
const DemMapFan *dem_map_layout_find_fan (const DemMapLayout *layout, guint spot);

G_END_DECLS
