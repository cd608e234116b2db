/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/projection.h"

G_BEGIN_DECLS

/**
 * DemMapCamera:
 * @centre: what is in the middle of the picture
 * @zoom: 1 shows all seats in whatever size the picture has, 2 is twice as near
 */
typedef struct
{
  DemGeo centre;
  double zoom;
} DemMapCamera;

/**
 * DemMapExtent:
 * @text_scale: how much larger than usual the text is that needs room around it
 *
 * The projected rectangle that has to be in view at zoom 1.
 */
typedef struct
{
  double left, right, top, bottom;
  double text_scale;
} DemMapExtent;

/**
 * DemMapViewport: how projected units become pixels: px = x × scale + dx, py = y × scale + dy.
 */
typedef struct
{
  double width, height;
  double scale;
  double dx, dy;
} DemMapViewport;

/* The extent of some seats; a piece of the world of sensible size when there is one, the whole world when
 * there is none. */
DemMapExtent dem_map_extent_of_seats (const DemProjection *projection,
                                      const DemProjectionSeat *seats,
                                      guint n,
                                      double text_scale);

/* The camera that fits an extent. */
DemMapCamera dem_map_camera_home (const DemProjection *projection, const DemMapExtent *extent);

/* How near and how far one may go in a picture of that size. */
void dem_map_camera_limits (const DemProjection *projection,
                            const DemMapExtent *extent,
                            double width,
                            double height,
                            double *nearest,
                            double *farthest);

/* The same camera, kept inside the limits and the world. */
DemMapCamera dem_map_camera_clamp (const DemProjection *projection,
                                   const DemMapExtent *extent,
                                   double width,
                                   double height,
                                   DemMapCamera camera);

/* The viewport through which a camera sees. */
void dem_map_viewport_init (DemMapViewport *self,
                            const DemProjection *projection,
                            const DemMapExtent *extent,
                            double width,
                            double height,
                            DemMapCamera camera);

/* The camera after the picture has moved by some pixels, or grown by a factor around a pixel. */
DemMapCamera dem_map_camera_pan (const DemProjection *projection,
                                 const DemMapViewport *viewport,
                                 DemMapCamera camera,
                                 double dx,
                                 double dy);
DemMapCamera dem_map_camera_zoom (const DemProjection *projection,
                                  const DemMapViewport *viewport,
                                  DemMapCamera camera,
                                  double factor,
                                  double x,
                                  double y);

/**
 * dem_map_camera_between:
 *
 * The camera at a share of the way from one to another: straight in the projection, even in magnification.
 */
DemMapCamera
dem_map_camera_between (const DemProjection *projection, DemMapCamera from, DemMapCamera to, double share);

G_END_DECLS
