/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/head_box.h"
#include "ui/map/room.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_SIDE_EAST,
  DEM_SIDE_WEST,
  DEM_SIDE_NORTH_EAST,
  DEM_SIDE_SOUTH_EAST,
  DEM_SIDE_NORTH_WEST,
  DEM_SIDE_SOUTH_WEST,
  DEM_SIDE_NORTH,
  DEM_SIDE_SOUTH,
  DEM_N_SIDES,
} DemMapSide;

/**
 * DemMapPlate:
 * @side: of the marker on which it stands
 * @bounds: all of it; empty when there was no room even for the name
 * @name: (nullable): %NULL when only the marker is drawn
 * @heads: (element-type DemMapHeadBox): those that are drawn
 * @n_folded: how many heads are not; the last ones of the spot's
 * @more: (nullable): says so
 * @boxed: it stands on a ground of its own, as over shaded countries
 * @standing: (nullable): how the state stands to the one whose relations are shown, under its name
 * @pair: the two, if so
 *
 * The name and the heads beside a spot's marker. Layouts are the content's.
 */
typedef struct
{
  guint spot;
  DemMapSide side;
  graphene_rect_t bounds;
  PangoLayout *name;
  graphene_point_t name_at;
  GArray *heads;
  guint n_folded;
  PangoLayout *more;
  graphene_rect_t more_box;
  gboolean boxed;
  PangoLayout *standing;
  graphene_rect_t standing_box;
  guint32 pair;
} DemMapPlate;

/* Every spot's plate, in the spots' order: those of hosted spots and of spots off screen have no name and no
 * heads. The room's taken rectangles get one for each spot. Sides (by post, DEM_N_SIDES for none) are those
 * of the picture before, to which names keep where they can. (transfer full) */
GArray *dem_map_plates_new (DemMapRoom *room, const DemMapSide *sides_before);

G_END_DECLS
