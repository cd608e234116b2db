/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/arcs.h"

G_BEGIN_DECLS

/* What a label costs where it is put; from DEM_MAP_FULL on it must not stand there. */
#define DEM_MAP_FULL 100.0

/**
 * DemMapRoom:
 * @taken: (element-type graphene_rect_t): labels that stand already; empty ones count for nothing
 * @reserved: what else stands over the map: its legend, its buttons
 *
 * The room that is left for labels between markers, arcs and other labels. All but @taken is borrowed.
 */
typedef struct
{
  DemMapContent *content;
  const DemMapViewport *viewport;
  GArray *spots;
  GArray *arcs;
  GArray *taken;
  const graphene_rect_t *reserved;
  guint n_reserved;
} DemMapRoom;

#define DEM_MAP_NOBODY G_MAXUINT

/**
 * dem_map_room_get_cost:
 * @mine: index of the label's own rectangle in @taken, or DEM_MAP_NOBODY
 * @arc: index of the arc that the label belongs to and may lie beside, or DEM_MAP_NOBODY
 *
 * On a marker or off screen: infinite; on a label 100; 8 for each arc that it crosses.
 */
double dem_map_room_get_cost (const DemMapRoom *self, const graphene_rect_t *rect, guint mine, guint arc);

G_END_DECLS
