/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_content.h"

G_BEGIN_DECLS

/* Radii of markers in pixels: a state's ring to its outer edge, the dot of a place without a state. */
#define DEM_MAP_RING 8.0
#define DEM_MAP_DOT 4.5

/**
 * DemMapSpot:
 * @post: index into the content's posts
 * @seat: and into the world's seats
 * @true_x: (and true_y): where the place is, in pixels
 * @x: (and y): where its marker stands: pushed away from others that are too near,
 * whoever is there at the moment: nothing moves when somebody comes or goes
 * @host: index of the spot at which its actors are shown: itself, or a state's nearby in the same country
 * @unfolded: its heads stand in a column beside it
 * @heads: (element-type const DemMapHead *): its own and those it hosts, the most telling first; empty when
 * hosted
 *
 * A post in a viewport. Spots have the order of posts.
 */
typedef struct
{
  guint post;
  guint32 seat;
  double true_x, true_y;
  double x, y;
  guint host;
  gboolean has_state;
  gboolean unfolded;
  GPtrArray *heads;
} DemMapSpot;

/* (transfer full) (element-type DemMapSpot) */
GArray *dem_map_spots_new (DemMapContent *content, const DemMapViewport *viewport);

static inline double
dem_map_spot_get_radius (const DemMapSpot *spot)
{
  return spot->has_state ? DEM_MAP_RING : DEM_MAP_DOT;
}

G_END_DECLS
