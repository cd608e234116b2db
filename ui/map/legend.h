/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_content.h"

G_BEGIN_DECLS

/**
 * DemMapLegend:
 *
 * What stands at the foot of a map: the line styles, who has no place, and, where nobody can look it up in a
 * menu, whose borders these are.
 */
typedef struct _DemMapLegend DemMapLegend;

/**
 * dem_map_legend_new:
 * @room: width that it may take before it wraps
 * @with_borders: whether to say whose borders these are
 */
DemMapLegend *dem_map_legend_new (DemMapContent *content,
                                  const DemMapViewport *viewport,
                                  double room,
                                  gboolean with_borders);
void dem_map_legend_free (DemMapLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapLegend, dem_map_legend_free)

const graphene_rect_t *dem_map_legend_get_bounds (DemMapLegend *self);

/* (nullable): where it counts the actors without a place */
const graphene_rect_t *dem_map_legend_get_unplaced_box (DemMapLegend *self);

void dem_map_legend_draw (DemMapLegend *self, GtkSnapshot *snapshot);

/* "Borders: Natural Earth; no position implied", translated. Static. */
const char *dem_map_legend_get_borders (void);

G_END_DECLS
