/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "app/dossier/items.h"

G_BEGIN_DECLS

/* Of the footer, in units: the smallest text of a slide. */
#define DEM_SLIDE_FOOTER 24.0

/* How much larger than at a desk the stage is drawn on a slide 1080 units high: its smallest labels, 12 pixels at a desk, become
 * as large as the footer. */
#define DEM_SLIDE_ENLARGEMENT 2.0

/**
 * DemSlideLayout:
 * @unit: in pixels: what all sizes of the slide count in; a 1080th of the height of a usual slide
 * @margin: around everything but the stage
 * @strip: no height where the stage leaves it no room
 *
 * Where the parts of a slide are, in pixels; mirrored where reading goes from right to left.
 */
typedef struct
{
  double width, height;
  double unit;
  double margin;
  gboolean mirrored;
  gboolean stacked;
  graphene_rect_t text;
  graphene_rect_t stage;
  graphene_rect_t strip;
  graphene_rect_t footer;
} DemSlideLayout;

void dem_slide_layout_init (DemSlideLayout *self, double width, double height, DemStageKind stage, gboolean mirrored);
gboolean dem_slide_layout_equal (const DemSlideLayout *a, const DemSlideLayout *b);

G_END_DECLS
