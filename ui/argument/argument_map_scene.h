/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/argument/argument_map_routes.h"
#include "ui/argument/argument_map_words.h"
#include "ui/common/stage.h"

G_BEGIN_DECLS

/**
 * DemArgumentMapScene:
 *
 * The argument as boxes and connectors: the thesis at the left (at the right where reading goes that way),
 * what bears on it in the columns beside it. Support, attack, undercut and linked premises differ in line and
 * end as well as in colour.
 */
#define DEM_TYPE_ARGUMENT_MAP_SCENE (dem_argument_map_scene_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentMapScene, dem_argument_map_scene, DEM, ARGUMENT_MAP_SCENE, GObject)

/**
 * DemArgumentMapState: what a scene shows of an argument.
 * @words: the map, and the strengths to show and to compare with
 * @layout: of that map
 * @boxes: (nullable): where the boxes are while they are on their way; else where the layout says
 * @opacities: (nullable): how much of each box is seen
 * @origin: where the layout's (0, 0) is
 * @camera: what is seen of it; its unit is a pixel of the layout
 * @handle: a claim whose box offers to be folded, or DEM_NO_INDEX
 * @framed: with a legend and notices in the corners
 */
typedef struct
{
  DemArgumentMapWords words;
  DemArgumentLayout *layout;
  const graphene_rect_t *boxes;
  const double *opacities;
  graphene_point_t origin;
  DemStageCamera camera;
  guint32 handle;
  gboolean framed;
} DemArgumentMapState;

/* A scene of a state, which is not needed afterwards. (transfer full) */
DemArgumentMapScene *dem_argument_map_scene_new_for_state (const DemSceneInput *input,
                                                           const DemArgumentMapState *state);

/* Where the boxes of a layout are, mirrored where reading goes from right to left. (transfer full) */
graphene_rect_t *dem_argument_map_dup_boxes (DemArgumentLayout *layout, graphene_point_t origin, gboolean rtl);

/* The camera that fits a layout into a picture, never above its own size; and the room that a frame takes. */
DemStageCamera dem_argument_map_fit (DemArgumentLayout *layout,
                                     graphene_point_t origin,
                                     double width,
                                     double height,
                                     double frame);

/* How high the legend at the foot of a framed picture is. */
double dem_argument_map_get_frame (PangoContext *pango);

/* The claim whose pill or handle is at a point, or DEM_NO_INDEX. */
guint32 dem_argument_map_scene_find_fold (DemArgumentMapScene *self, double x, double y);

/* The box one comes to from a claim or a step: along a connector sideways, else to the next in the column.
 * DEM_REF_NONE when there is none. */
DemRef dem_argument_map_scene_step (DemArgumentMapScene *self, DemRef from, DemCursorMove move);

/* ---- For tests ---- */

DemClaimMap *dem_argument_map_scene_get_map (DemArgumentMapScene *self);
const graphene_rect_t *dem_argument_map_scene_get_boxes (DemArgumentMapScene *self);
const DemArgumentRoutes *dem_argument_map_scene_get_routes (DemArgumentMapScene *self);

G_END_DECLS
