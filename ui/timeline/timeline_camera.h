/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

#define DEM_TIMELINE_SHORTEST 1.0 /* days */

/**
 * DemTimelineCamera:
 * @first, @last: what is in view, in parts of days, @last exclusive
 *
 * A value; every function returns another. Spans are a dossier's: finite.
 */
typedef struct
{
  double first;
  double last;
} DemTimelineCamera;

double dem_timeline_camera_length (const DemTimelineCamera *camera);
double dem_timeline_camera_middle (const DemTimelineCamera *camera);

/* The longest view of a span: five times as long. */
double dem_timeline_camera_longest (DemPeriod span);

/* Shows a period; where it is open, as far as the span. */
DemTimelineCamera dem_timeline_camera_for (DemPeriod period, DemPeriod span);

DemTimelineCamera dem_timeline_camera_move (DemTimelineCamera camera, double days);

/* Shows a factor less of time; a day stays where it is. */
DemTimelineCamera dem_timeline_camera_zoom (DemTimelineCamera camera, double factor, double day, DemPeriod span);

/* No shorter than a day, no longer than the longest, and inside the longest view around the span. */
DemTimelineCamera dem_timeline_camera_limit (DemTimelineCamera camera, DemPeriod span);

/* The whole days that are in view, at least in part. */
DemPeriod dem_timeline_camera_to_period (const DemTimelineCamera *camera);

G_END_DECLS
