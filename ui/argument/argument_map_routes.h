/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "app/layout/argument_layout.h"

G_BEGIN_DECLS

/* A cubic from one point to another. */
typedef struct
{
  graphene_point_t points[4];
  gboolean is_trunk; /* what linked premises go on as together */
} DemArgumentCurve;

/**
 * DemArgumentRoute: the connector of a step.
 * @first: (and @n): its curves, each from premise towards claim
 * @port: where it ends: on the edge of its box, or on the connector it breaks
 * @middle: a point on it, for a mark; linked premises meet there
 * @target: where what breaks it ends
 * @forward: 1 when claims stand at the left of their reasons, else -1: the end points that way
 * @is_linked: several premises meet
 */
typedef struct
{
  guint first, n;
  graphene_point_t port;
  graphene_point_t middle;
  graphene_point_t target;
  double forward;
  gboolean is_linked;
} DemArgumentRoute;

/**
 * DemArgumentRoutes:
 *
 * How connectors run between boxes: as horizontal cubics that end on the claim's edge in the order in which
 * their reasons stand, so that those of one claim don't cross. By step of the layout's plan.
 */
typedef struct
{
  GArray *routes; /* DemArgumentRoute, by step */
  GArray *curves; /* DemArgumentCurve */
} DemArgumentRoutes;

/* How far before a port a line ends, so that its end has room. */
#define DEM_ARGUMENT_ARROW 10.0

/**
 * dem_argument_routes_new:
 * @boxes: where the boxes are now, which may be on their way
 * @origin: where the layout's (0, 0) is, the left end of columns
 * @rtl: columns follow each other from right to left, @boxes do so already
 * @scale: of text
 */
DemArgumentRoutes *dem_argument_routes_new (DemArgumentLayout *layout,
                                            const graphene_rect_t *boxes,
                                            graphene_point_t origin,
                                            gboolean rtl,
                                            double scale);
void dem_argument_routes_free (DemArgumentRoutes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArgumentRoutes, dem_argument_routes_free)

const DemArgumentRoute *dem_argument_routes_get (const DemArgumentRoutes *self, guint step);
const DemArgumentCurve *dem_argument_routes_get_curve (const DemArgumentRoutes *self, guint curve);

/* A point at a share of the way. */
graphene_point_t dem_argument_curve_at (const DemArgumentCurve *curve, double share);

/* How far a route passes from a point; INFINITY beyond @most. */
double dem_argument_routes_distance (const DemArgumentRoutes *self, guint step, double x, double y, double most);

G_END_DECLS
