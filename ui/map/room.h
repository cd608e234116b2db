/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/arcs.h"
#include "ui/map/grid.h"

G_BEGIN_DECLS

/* What a label costs where it is put; from DEM_MAP_FULL on it must not stand there. */
#define DEM_MAP_FULL 100.0

/**
 * DemMapRoom:
 * @taken: (element-type graphene_rect_t): labels that stand already; empty ones count for nothing
 * @named: (nullable) (element-type guint): of the first of them, one for each spot, those that may be taken at all
 * @reserved: (element-type graphene_rect_t): what else stands over the map: its legend, its buttons, unfolded seats
 *
 * The room that is left for labels between markers, arcs and other labels. What it is made from is borrowed.
 */
typedef struct
{
  DemMapContent *content;
  const DemMapViewport *viewport;
  GArray *spots;
  GArray *arcs;
  GArray *taken;
  GArray *named;
  GArray *reserved;
  DemMapGrid *marker_grid;
  DemMapGrid *arc_grid;
} DemMapRoom;

void dem_map_room_init (DemMapRoom *self,
                        DemMapContent *content,
                        const DemMapViewport *viewport,
                        GArray *spots,
                        GArray *arcs);
void dem_map_room_clear (DemMapRoom *self);

/* After arcs were laid elsewhere. */
void dem_map_room_update_arcs (DemMapRoom *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DemMapRoom, dem_map_room_clear)

#define DEM_MAP_NOBODY G_MAXUINT

/**
 * dem_map_room_get_cost:
 * @mine: index of the label's own rectangle in @taken, or DEM_MAP_NOBODY
 * @arc: index of the arc that the label belongs to and may lie beside, or DEM_MAP_NOBODY
 *
 * On a marker or off screen: infinite; on a label 100; 8 for each arc that it crosses.
 */
double dem_map_room_get_cost (const DemMapRoom *self, const graphene_rect_t *rect, guint mine, guint arc);

/* Whether a rectangle touches something that is reserved. */
gboolean dem_map_room_is_reserved (const DemMapRoom *self, const graphene_rect_t *rect);

/* Indices of the spots in view, the most important first, as many as room is looked for. (transfer full)
 * (element-type guint) */
GArray *dem_map_room_sort_spots (const DemMapRoom *self);

G_END_DECLS
