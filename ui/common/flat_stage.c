/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/flat_stage.h"

#include <math.h>

#define FARTHEST 0.5      /* of what shows everything */
#define KEPT_IN_VIEW 60.0 /* pixels of everything that stay in the picture */

G_DEFINE_ABSTRACT_TYPE (DemFlatStage, dem_flat_stage, DEM_TYPE_STAGE)

DemStageCamera
dem_flat_stage_fit (DemFlatStage *self)
{
  g_return_val_if_fail (DEM_IS_FLAT_STAGE (self), ((DemStageCamera){ 0, 0, 1 }));

  return DEM_FLAT_STAGE_GET_CLASS (self)->fit (self);
}

static DemStageCamera
dem_flat_stage_get_home (DemStage *stage)
{
  return dem_flat_stage_fit (DEM_FLAT_STAGE (stage));
}

static DemStageCamera
dem_flat_stage_clamp (DemStage *stage, DemStageCamera camera)
{
  DemFlatStageClass *klass = DEM_FLAT_STAGE_GET_CLASS (stage);
  double all = dem_flat_stage_fit (DEM_FLAT_STAGE (stage)).zoom, reach_x, reach_y;
  graphene_rect_t bounds;

  klass->get_bounds (DEM_FLAT_STAGE (stage), &bounds);
  camera.zoom = CLAMP (camera.zoom, all * FARTHEST, MAX (klass->nearest, all));
  reach_x = MAX (gtk_widget_get_width (GTK_WIDGET (stage)) / 2.0 - KEPT_IN_VIEW, 0) / camera.zoom;
  reach_y = MAX (gtk_widget_get_height (GTK_WIDGET (stage)) / 2.0 - KEPT_IN_VIEW, 0) / camera.zoom;
  camera.x = CLAMP (camera.x, bounds.origin.x - reach_x, bounds.origin.x + bounds.size.width + reach_x);
  camera.y = CLAMP (camera.y, bounds.origin.y - reach_y, bounds.origin.y + bounds.size.height + reach_y);
  return camera;
}

static DemStageCamera
dem_flat_stage_pan (DemStage *stage, DemStageCamera camera, double dx, double dy)
{
  camera.x -= dx / camera.zoom;
  camera.y -= dy / camera.zoom;
  return camera;
}

static DemStageCamera
dem_flat_stage_zoom (DemStage *stage, DemStageCamera camera, double factor, double x, double y)
{
  double dx = x - gtk_widget_get_width (GTK_WIDGET (stage)) / 2.0;
  double dy = y - gtk_widget_get_height (GTK_WIDGET (stage)) / 2.0;
  DemStageCamera zoomed = camera;

  zoomed.zoom *= factor;
  zoomed.zoom = dem_flat_stage_clamp (stage, zoomed).zoom;
  zoomed.x += dx / camera.zoom - dx / zoomed.zoom;
  zoomed.y += dy / camera.zoom - dy / zoomed.zoom;
  return zoomed;
}

/* Even in magnification, so that a long way does not seem to slow down. */
static DemStageCamera
dem_flat_stage_between (DemStage *stage, DemStageCamera from, DemStageCamera to, double share)
{
  return (DemStageCamera){ from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share,
                           from.zoom * pow (to.zoom / from.zoom, share) };
}

static void
dem_flat_stage_class_init (DemFlatStageClass *klass)
{
  DemStageClass *stage_class = DEM_STAGE_CLASS (klass);

  klass->nearest = 1;
  stage_class->get_home = dem_flat_stage_get_home;
  stage_class->clamp = dem_flat_stage_clamp;
  stage_class->pan = dem_flat_stage_pan;
  stage_class->zoom = dem_flat_stage_zoom;
  stage_class->between = dem_flat_stage_between;
}

static void
dem_flat_stage_init (DemFlatStage *self)
{
}
