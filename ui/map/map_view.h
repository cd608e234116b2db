/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/canvas.h"
#include "ui/map/viewport.h"

G_BEGIN_DECLS

/**
 * DemMapView:
 *
 * The map of actors on screen, with a camera: drag and inertia, wheel and pinch around the pointer, double
 * click, keys and buttons.
 *
 * Keys: arrows pan; Ctrl+arrows move the cursor to the nearest mark, Page Up and Page Down to the previous
 * and next in reading order; + and − zoom; Home shows everybody. Properties: `true-scale` (whether the map is
 * not stretched where actors sit). Actions: `map.zoom-in`, `map.zoom-out`, `map.home`, `map.true-scale`.
 *
 * Accessibility: that of #DemCanvas; the buttons in the corner are widgets of their own.
 */
#define DEM_TYPE_MAP_VIEW (dem_map_view_get_type ())
G_DECLARE_FINAL_TYPE (DemMapView, dem_map_view, DEM, MAP_VIEW, DemCanvas)

GtkWidget *dem_map_view_new (void);

/* The camera as it is now, and where it goes; moving takes its time where animations are on. */
DemMapCamera dem_map_view_get_camera (DemMapView *self);
void dem_map_view_set_camera (DemMapView *self, DemMapCamera camera);
void dem_map_view_move_camera (DemMapView *self, DemMapCamera camera);
void dem_map_view_go_home (DemMapView *self);

G_END_DECLS
