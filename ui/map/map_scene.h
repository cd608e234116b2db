/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/hover_card.h"
#include "ui/common/scene.h"
#include "ui/map/land_cache.h"
#include "ui/map/map_layout.h"

G_BEGIN_DECLS

/**
 * DemMapScene:
 *
 * The map of actors as a picture: countries, markers and heads of who exists in the period, arcs for how
 * pairs stand at its end.
 */
#define DEM_TYPE_MAP_SCENE (dem_map_scene_get_type ())
G_DECLARE_FINAL_TYPE (DemMapScene, dem_map_scene, DEM, MAP_SCENE, GObject)

/* The whole map, for export: all actors in the picture, whose borders they are at its foot. (transfer full)
 */
DemScene *dem_map_scene_new (const DemSceneInput *input);

/* The same as one camera sees it. (transfer full) */
DemScene *dem_map_scene_new_with_camera (const DemSceneInput *input, DemMapCamera camera);

/* The same with the actors of one of the world's seats unfolded beside it, if there is room. (transfer full) */
DemScene *dem_map_scene_new_unfolded (const DemSceneInput *input, DemMapCamera camera, guint32 seat);

/**
 * dem_map_scene_new_for_view:
 * @unfold: which seats show their actors one by one
 * @before: (nullable): the scene on screen so far; names keep their sides where they can
 * @land: draws the countries
 *
 * A scene from content that is gathered already, for a view that has buttons in its corner. (transfer full)
 */
DemMapScene *dem_map_scene_new_for_view (DemMapContent *content,
                                         double width,
                                         double height,
                                         DemMapCamera camera,
                                         const DemMapUnfold *unfold,
                                         DemMapScene *before,
                                         DemLandCache *land);

const DemMapViewport *dem_map_scene_get_viewport (DemMapScene *self);
DemMapContent *dem_map_scene_get_content (DemMapScene *self);

/* The seat whose "+n" is at a point, or DEM_NO_INDEX. */
guint32 dem_map_scene_find_folded (DemMapScene *self, double x, double y);

/* The seat at which an actor, or the first of a pair without a line, is shown as one of its heads; DEM_NO_INDEX for what
 * is no head. */
guint32 dem_map_scene_get_seat (DemMapScene *self, DemRef ref);

/* The same while they hide behind a number, else DEM_NO_INDEX. */
guint32 dem_map_scene_get_folded_seat (DemMapScene *self, DemRef ref);

/* Fills the card beside a mark. */
void dem_map_scene_fill_card (DemMapScene *self, DemRef ref, DemHoverCard *card);

/* For tests: the rectangles of all labels (plates, phases, legend) as drawn; (transfer full) (element-type
 * graphene_rect_t). And of all markers. */
GArray *dem_map_scene_get_label_boxes (DemMapScene *self);
GArray *dem_map_scene_get_marker_boxes (DemMapScene *self);

/* For tests: where everything stands. */
const DemMapLayout *dem_map_scene_get_layout (DemMapScene *self);

G_END_DECLS
