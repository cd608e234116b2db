/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/head_box.h"
#include "ui/map/room.h"

G_BEGIN_DECLS

/* From this zoom on all seats unfold for which there is room. */
#define DEM_MAP_NEAR_ZOOM 3.0

/**
 * DemMapUnfold:
 * @near: how far the seats are unfolded that do so because the camera is near, 0 to 1
 * @seat: index of the world's seat that somebody opened, or DEM_NO_INDEX
 * @opened: how far that one is
 *
 * Which seats show their actors one by one.
 */
typedef struct
{
  double near;
  guint32 seat;
  double opened;
} DemMapUnfold;

/* Everything as it stands when nothing moves: near seats unfolded from DEM_MAP_NEAR_ZOOM on. */
DemMapUnfold dem_map_unfold_at_rest (double zoom, guint32 seat);

/**
 * DemMapFanRow: an actor in the column of its seat.
 * @bounds: head and name
 */
typedef struct
{
  DemMapHeadBox box;
  PangoLayout *name;
  graphene_point_t name_at;
  graphene_rect_t bounds;
} DemMapFanRow;

/**
 * DemMapFan:
 * @rows: (element-type DemMapFanRow): as many as there is room for
 * @n_folded: how many there is no room for; the last ones of the spot's
 * @more: (nullable): says so, below the last row
 * @bounds: of all of them, where they stand when it is whole
 * @share: how far it is unfolded, 0 to 1
 *
 * A spot whose actors stand in a column beside it, with full names. Layouts are the content's.
 */
typedef struct
{
  guint spot;
  GArray *rows;
  guint n_folded;
  PangoLayout *more;
  graphene_rect_t more_box;
  graphene_rect_t bounds;
  double share;
} DemMapFan;

/* Unfolds spots, the most important first, where there is room for a column; marks them as unfolded and reserves
 * the columns' rectangles. (transfer full) (element-type DemMapFan) */
GArray *dem_map_fans_new (DemMapRoom *room, const DemMapUnfold *unfold);

/* Where a row's head is at the fan's share of the way from the marker. */
graphene_rect_t dem_map_fan_get_head (const DemMapFan *self, const DemMapFanRow *row, const DemMapSpot *spot);

/* Lets arcs of those who stand in a column begin at their heads. Bends are by tie. TRUE when there was one. */
gboolean dem_map_fans_lay_arcs (GArray *fans, const DemMapRoom *room, const float *bends);

/* The thin lines from the marker to the heads. */
void dem_map_fan_draw_spokes (const DemMapFan *self, cairo_t *cr, const DemMapSpot *spot, const DemPalette *palette);

G_END_DECLS
