/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/stage.h"

G_BEGIN_DECLS

/**
 * DemFlatStage:
 *
 * A stage whose picture is a plane that was laid out in pixels. Its camera's place is a point of the layout,
 * and its zoom is how many pixels of the screen one of the layout has.
 */
#define DEM_TYPE_FLAT_STAGE (dem_flat_stage_get_type ())
G_DECLARE_DERIVABLE_TYPE (DemFlatStage, dem_flat_stage, DEM, FLAT_STAGE, DemStage)

/**
 * DemFlatStageClass:
 * @fit: the camera that shows everything at the widget's size; it is home too, unless get_home says otherwise
 * @get_bounds: where everything is in the layout
 * @nearest: the greatest zoom, where @fit is not nearer still
 *
 * Both functions are only called when the stage is ready.
 */
struct _DemFlatStageClass
{
  DemStageClass parent_class;

  DemStageCamera (*fit) (DemFlatStage *self);
  void (*get_bounds) (DemFlatStage *self, graphene_rect_t *bounds);
  double nearest;
};

/* The camera that shows everything, whatever home is. */
DemStageCamera dem_flat_stage_fit (DemFlatStage *self);

G_END_DECLS
