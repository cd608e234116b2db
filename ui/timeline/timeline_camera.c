/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_camera.h"

#include <math.h>

#define TIMES_SPAN 5.0
#define SLACK 1e-6 /* of a day, so that rounding does not let in the next one */

double
dem_timeline_camera_length (const DemTimelineCamera *camera)
{
  return camera->last - camera->first;
}

double
dem_timeline_camera_middle (const DemTimelineCamera *camera)
{
  return (camera->first + camera->last) / 2;
}

static double
span_length (DemPeriod span)
{
  return (double) span.last - (double) span.first + 1;
}

double
dem_timeline_camera_longest (DemPeriod span)
{
  return TIMES_SPAN * span_length (span);
}

DemTimelineCamera
dem_timeline_camera_for (DemPeriod period, DemPeriod span)
{
  DemTimelineCamera camera = { (double) period.first, (double) period.last + 1 };

  if (!dem_day_is_finite (period.first))
    camera.first = (double) span.first;
  if (!dem_day_is_finite (period.last))
    camera.last = (double) span.last + 1;
  camera.last = MAX (camera.last, camera.first + DEM_TIMELINE_SHORTEST);
  return camera;
}

DemTimelineCamera
dem_timeline_camera_move (DemTimelineCamera camera, double days)
{
  return (DemTimelineCamera){ camera.first + days, camera.last + days };
}

DemTimelineCamera
dem_timeline_camera_zoom (DemTimelineCamera camera, double factor, double day, DemPeriod span)
{
  double length = dem_timeline_camera_length (&camera);
  double wanted = CLAMP (length / factor, DEM_TIMELINE_SHORTEST, dem_timeline_camera_longest (span));

  camera.first = day - (day - camera.first) * wanted / length;
  camera.last = camera.first + wanted;
  return camera;
}

DemTimelineCamera
dem_timeline_camera_limit (DemTimelineCamera camera, DemPeriod span)
{
  double longest = dem_timeline_camera_longest (span);
  double length = CLAMP (dem_timeline_camera_length (&camera), DEM_TIMELINE_SHORTEST, longest);
  double middle = dem_timeline_camera_middle (&camera);
  double earliest = (double) span.first - (longest - span_length (span)) / 2;

  camera.first = CLAMP (middle - length / 2, earliest, earliest + longest - length);
  camera.last = camera.first + length;
  return camera;
}

DemPeriod
dem_timeline_camera_to_period (const DemTimelineCamera *camera)
{
  DemDay first = (DemDay) floor (camera->first + SLACK);

  return (DemPeriod){ first, MAX (first, (DemDay) ceil (camera->last - SLACK) - 1) };
}
