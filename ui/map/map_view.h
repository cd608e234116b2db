/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/stage.h"
#include "ui/map/viewport.h"

G_BEGIN_DECLS

/**
 * DemMapView:
 *
 * The map of actors on screen. Properties: `true-scale` (whether the map is not stretched where actors sit),
 * also an action, `map.true-scale`.
 *
 * Keys and accessibility: those of #DemStage.
 */
#define DEM_TYPE_MAP_VIEW (dem_map_view_get_type ())
G_DECLARE_FINAL_TYPE (DemMapView, dem_map_view, DEM, MAP_VIEW, DemStage)

GtkWidget *dem_map_view_new (void);

/* The camera as it is now, and where it goes; moving takes its time where animations are on. */
DemMapCamera dem_map_view_get_camera (DemMapView *self);
void dem_map_view_set_camera (DemMapView *self, DemMapCamera camera);
void dem_map_view_move_camera (DemMapView *self, DemMapCamera camera);

/**
 * dem_map_view_find_camera:
 * @refs: places, actors, pairs, relations and events
 * @camera: (out): what has them all in the picture, with room for their names
 *
 * FALSE when none of them is anywhere, or there is no map yet.
 */
gboolean dem_map_view_find_camera (DemMapView *self, const DemRef *refs, guint n, DemMapCamera *camera);

G_END_DECLS
