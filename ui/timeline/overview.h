/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/overview_memory.h"

G_BEGIN_DECLS

/* The strip below: how many events there are when, over the whole dossier, and the part of it that is in view, the
 * brush. */

typedef enum
{
  DEM_OVERVIEW_NOWHERE,
  DEM_OVERVIEW_EMPTY, /* beside the brush */
  DEM_OVERVIEW_BRUSH,
  DEM_OVERVIEW_START, /* the handle at the brush's beginning */
  DEM_OVERVIEW_END,
} DemOverviewPart;

/* Draws the strip, its years and the brush. (nullable) @memory: read and then written */
void dem_overview_draw (const DemTimelinePainter *painter, DemOverviewMemory *memory);

/* A handle of the brush, as it is drawn. */
graphene_rect_t dem_overview_get_handle (const DemTimelineLayout *layout, gboolean end);

DemOverviewPart dem_overview_part_at (const DemTimelineLayout *layout, double x, double y);

G_END_DECLS
