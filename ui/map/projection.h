/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DemGeo: a place, WGS 84 degrees.
 */
typedef struct
{
  double longitude;
  double latitude;
} DemGeo;

/**
 * DemProjectionSeat:
 * @weight: how many actors sit there
 */
typedef struct
{
  DemGeo at;
  double weight;
} DemProjectionSeat;

/* DemProjectionLink: two seats (indices) between which a line will be drawn. */
typedef struct
{
  guint a;
  guint b;
} DemProjectionLink;

/**
 * DemProjection:
 *
 * A cylinder stretched where actors sit: x depends on the longitude alone, y on the latitude alone, both
 * strictly monotone, so that moving the map is a translation and north stays up. Units are arbitrary; one
 * unit is a degree of longitude where nobody sits. x grows to the east and starts at 0 where the world is
 * cut; y grows to the south. Immutable, reference counted, safe from any thread.
 */
typedef struct _DemProjection DemProjection;

/**
 * dem_projection_new:
 * @true_scale: whether not to stretch: a plain cylinder that is true at the densest seat
 *
 * The world is cut at the meridian that the fewest links cross, as far as may be from any seat.
 */
DemProjection *dem_projection_new (const DemProjectionSeat *seats,
                                   guint n_seats,
                                   const DemProjectionLink *links,
                                   guint n_links,
                                   gboolean true_scale);
DemProjection *dem_projection_ref (DemProjection *self);
void dem_projection_unref (DemProjection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemProjection, dem_projection_unref)

/* The western edge of the world, in degrees from -180 to 180. */
double dem_projection_get_cut (const DemProjection *self);

/* The width of the whole world in units. */
double dem_projection_get_width (const DemProjection *self);

/* x of a longitude of any turn: adding 360 degrees adds the width of the world. Not for NAN or infinity. */
double dem_projection_x (const DemProjection *self, double longitude);

/* y of a latitude, which is clamped to ±90. */
double dem_projection_y (const DemProjection *self, double latitude);

/* The other way. Longitudes are those of the same turn as x; latitudes are clamped to ±90. */
double dem_projection_longitude (const DemProjection *self, double x);
double dem_projection_latitude (const DemProjection *self, double y);

/* A place inside the cut world: x from 0 to the width. */
void dem_projection_place (const DemProjection *self, DemGeo geo, double *x, double *y);

G_END_DECLS
