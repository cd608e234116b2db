/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/hover_card.h"
#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/**
 * DemNetworkScene:
 *
 * The actors of the period as a network: states as rings, each with its people in a tinted hull, lines for
 * how pairs stand at the end of the period.
 */
#define DEM_TYPE_NETWORK_SCENE (dem_network_scene_get_type ())
G_DECLARE_FINAL_TYPE (DemNetworkScene, dem_network_scene, DEM, NETWORK_SCENE, GObject)

/* The whole network, for export: laid out at once, without pins. (transfer full) */
DemScene *dem_network_scene_new (const DemSceneInput *input);

/**
 * dem_network_scene_new_for_view:
 * @layout: (nullable): of the content's graph; until there is one nobody is in the picture
 *
 * As one camera sees it, beside a view's buttons. (transfer full)
 */
DemNetworkScene *dem_network_scene_new_for_view (DemNetworkContent *content,
                                                 DemNetworkLayout *layout,
                                                 double width,
                                                 double height,
                                                 DemStageCamera camera,
                                                 int scale_factor);

/* Fills the card beside a mark. */
void dem_network_scene_fill_card (DemNetworkScene *self, DemRef ref, DemHoverCard *card);

/* The actor (as index of the content) whose mark or name is at a point, or DEM_NETWORK_NO_NODE. */
guint dem_network_scene_find_actor (DemNetworkScene *self, double x, double y);

DemNetworkPicture *dem_network_scene_get_picture (DemNetworkScene *self);

G_END_DECLS
