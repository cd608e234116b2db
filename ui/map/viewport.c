/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/viewport.h"

#include <math.h>

/* Room at zoom 1 around the outermost seats, for names and heads; a share of small pictures. */
#define ROOM_X 76.0
#define ROOM_X_SHARE 0.1
#define ROOM_Y 62.0
#define ROOM_Y_SHARE 0.16

/* A single seat is shown with this much around it, and nothing is shown nearer than this many pixels to the
 * unit. */
#define LEAST_EXTENT 24.0
#define NEAREST_SCALE 600.0

/* What is further north or south is never brought to the middle. */
#define LAST_LATITUDE 84.0

static void
widen (double *low, double *high, double least)
{
  double missing = least - (*high - *low);
  if (missing > 0)
    {
      *low -= missing / 2;
      *high += missing / 2;
    }
}

DemMapExtent
dem_map_extent_of_seats (const DemProjection *projection,
                         const DemProjectionSeat *seats,
                         guint n,
                         double text_scale)
{
  DemMapExtent extent = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, text_scale };
  if (n == 0)
    return (DemMapExtent){ 0, dem_projection_get_width (projection), dem_projection_y (projection, 72.0),
                           dem_projection_y (projection, -56.0), text_scale };
  for (guint i = 0; i < n; i++)
    {
      double x, y;
      dem_projection_place (projection, seats[i].at, &x, &y);
      extent.left = MIN (extent.left, x);
      extent.right = MAX (extent.right, x);
      extent.top = MIN (extent.top, y);
      extent.bottom = MAX (extent.bottom, y);
    }
  widen (&extent.left, &extent.right, LEAST_EXTENT);
  widen (&extent.top, &extent.bottom, LEAST_EXTENT / 2);
  return extent;
}

DemMapCamera
dem_map_camera_home (const DemProjection *projection, const DemMapExtent *extent)
{
  return (DemMapCamera){
    .centre.longitude = dem_projection_longitude (projection, (extent->left + extent->right) / 2),
    .centre.latitude = dem_projection_latitude (projection, (extent->top + extent->bottom) / 2),
    .zoom = 1.0,
  };
}

/* Pixels to the unit at zoom 1. */
static double
get_home_scale (const DemMapExtent *extent, double width, double height)
{
  /* Twice as large a text gets less than twice the room, or little would be left for the map. */
  double more = sqrt (CLAMP (extent->text_scale, 1.0, 3.0));
  double room_x = more * MIN (ROOM_X, width * ROOM_X_SHARE),
         room_y = more * MIN (ROOM_Y, height * ROOM_Y_SHARE);
  double scale = MIN ((width - 2 * room_x) / (extent->right - extent->left),
                      (height - 2 * room_y) / (extent->bottom - extent->top));
  return MAX (scale, 1e-3);
}

void
dem_map_camera_limits (const DemProjection *projection,
                       const DemMapExtent *extent,
                       double width,
                       double height,
                       double *nearest,
                       double *farthest)
{
  double home = get_home_scale (extent, width, height);
  *nearest = MAX (NEAREST_SCALE / home, 2.0);
  *farthest = MIN (width / dem_projection_get_width (projection) / home, 1.0);
}

/* A coordinate of the middle that keeps the picture's edges inside the world, or the world inside the
 * picture. */
static double
clamp_centre (double centre, double half, double low, double high)
{
  if (high - low <= 2 * half)
    return (low + high) / 2;
  return CLAMP (centre, low + half, high - half);
}

DemMapCamera
dem_map_camera_clamp (const DemProjection *projection,
                      const DemMapExtent *extent,
                      double width,
                      double height,
                      DemMapCamera camera)
{
  DemMapCamera home = dem_map_camera_home (projection, extent);
  if (!isfinite (camera.centre.longitude) || !isfinite (camera.centre.latitude) || !isfinite (camera.zoom))
    return home;

  double nearest, farthest, x, y, home_x, home_y;
  dem_map_camera_limits (projection, extent, width, height, &nearest, &farthest);
  camera.zoom = CLAMP (camera.zoom, farthest, nearest);
  dem_projection_place (projection, camera.centre, &x, &y);
  dem_projection_place (projection, home.centre, &home_x, &home_y);

  /* Home may reach over an edge of the world and has to stay reachable. */
  double scale = get_home_scale (extent, width, height) * camera.zoom;
  double half_x = width / 2 / scale, half_y = height / 2 / scale;
  double left = MIN (0.0, home_x - half_x * camera.zoom);
  double right = MAX (dem_projection_get_width (projection), home_x + half_x * camera.zoom);
  double top = MIN (dem_projection_y (projection, LAST_LATITUDE), home_y - half_y * camera.zoom);
  double bottom = MAX (dem_projection_y (projection, -LAST_LATITUDE), home_y + half_y * camera.zoom);
  camera.centre.longitude = dem_projection_longitude (projection, clamp_centre (x, half_x, left, right));
  camera.centre.latitude = dem_projection_latitude (projection, clamp_centre (y, half_y, top, bottom));
  return camera;
}

void
dem_map_viewport_init (DemMapViewport *self,
                       const DemProjection *projection,
                       const DemMapExtent *extent,
                       double width,
                       double height,
                       DemMapCamera camera)
{
  double x, y;
  camera = dem_map_camera_clamp (projection, extent, width, height, camera);
  dem_projection_place (projection, camera.centre, &x, &y);
  self->width = width;
  self->height = height;
  self->scale = get_home_scale (extent, width, height) * camera.zoom;
  self->dx = width / 2 - x * self->scale;
  self->dy = height / 2 - y * self->scale;
}

static void
set_centre (const DemProjection *projection, DemMapCamera *camera, double x, double y)
{
  double edge = dem_projection_get_width (projection);
  camera->centre.longitude = dem_projection_longitude (projection, CLAMP (x, 0.0, edge * (1.0 - 1e-12)));
  camera->centre.latitude = dem_projection_latitude (projection, y);
}

DemMapCamera
dem_map_camera_pan (const DemProjection *projection,
                    const DemMapViewport *viewport,
                    DemMapCamera camera,
                    double dx,
                    double dy)
{
  double x = (viewport->width / 2 - viewport->dx - dx) / viewport->scale;
  double y = (viewport->height / 2 - viewport->dy - dy) / viewport->scale;
  set_centre (projection, &camera, x, y);
  return camera;
}

DemMapCamera
dem_map_camera_zoom (const DemProjection *projection,
                     const DemMapViewport *viewport,
                     DemMapCamera camera,
                     double factor,
                     double x,
                     double y)
{
  /* The point under the pointer stays where it is. */
  double point_x = (x - viewport->dx) / viewport->scale, point_y = (y - viewport->dy) / viewport->scale;
  double scale = viewport->scale * factor;
  set_centre (projection, &camera, point_x + (viewport->width / 2 - x) / scale,
              point_y + (viewport->height / 2 - y) / scale);
  camera.zoom *= factor;
  return camera;
}

DemMapCamera
dem_map_camera_between (const DemProjection *projection, DemMapCamera from, DemMapCamera to, double share)
{
  double from_x, from_y, to_x, to_y;
  dem_projection_place (projection, from.centre, &from_x, &from_y);
  dem_projection_place (projection, to.centre, &to_x, &to_y);

  /* Looking from near, a pixel is a shorter way: weigh the way by the zoom on it, so that the move looks
   * even. */
  double ratio = to.zoom / from.zoom, way = share;
  if (fabs (ratio - 1.0) > 1e-6)
    way = (1.0 - pow (ratio, -share)) / (1.0 - 1.0 / ratio);

  DemMapCamera camera = { .zoom = from.zoom * pow (ratio, share) };
  set_centre (projection, &camera, from_x + (to_x - from_x) * way, from_y + (to_y - from_y) * way);
  return camera;
}
