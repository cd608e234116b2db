/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/slide_layout.h"

#include <math.h>

/* In units. */
#define WIDTH 1920.0
#define HEIGHT 1080.0
#define STACKED_WIDTH 1440.0
#define MARGIN 84.0
#define TOP 80.0
#define STRIP 340.0
#define FOOTER_BASE 62.0
#define GAP 24.0

#define STACKED_BELOW 1.5 /* width by height */
#define TEXT_SHARE (1.0 / 3)
#define STACKED_TEXT 0.3

void
dem_slide_layout_init (DemSlideLayout *self, double width, double height, DemStageKind stage, gboolean mirrored)
{
  gboolean stacked = width < STACKED_BELOW * height;
  double u = MIN (height / HEIGHT, width / (stacked ? STACKED_WIDTH : WIDTH));
  double margin = round (MARGIN * u), footer_y = height - FOOTER_BASE * u;
  double strip = stage == DEM_STAGE_ARGUMENT ? 0 : round (STRIP * u);
  double stage_bottom = strip > 0 ? height - strip : footer_y - GAP * u;
  double column = stacked ? width : round (width * TEXT_SHARE);
  double text_bottom = stacked ? round (height * STACKED_TEXT) : stage_bottom;
  double top = round (stacked ? TOP * u / 2 : TOP * u);

  *self = (DemSlideLayout){ .width = width, .height = height, .unit = u, .margin = margin, .mirrored = mirrored,
                            .stacked = stacked };
  graphene_rect_init (&self->text, (float) margin, (float) top,
                      (float) MAX (column - margin - (stacked ? margin : GAP * u), 1), (float) (text_bottom - top));
  if (stacked)
    graphene_rect_init (&self->stage, 0, (float) text_bottom, (float) width, (float) (stage_bottom - text_bottom));
  else
    graphene_rect_init (&self->stage, (float) column, 0, (float) (width - column), (float) stage_bottom);
  graphene_rect_init (&self->strip, 0, (float) (height - strip), (float) width, (float) MAX (strip - FOOTER_BASE * u, 0));
  graphene_rect_init (&self->footer, (float) margin, (float) footer_y, (float) (width - 2 * margin),
                      (float) (FOOTER_BASE * u));
  if (!mirrored)
    return;
  self->text.origin.x = (float) (width - self->text.origin.x - self->text.size.width);
  self->stage.origin.x = (float) (width - self->stage.origin.x - self->stage.size.width);
}

gboolean
dem_slide_layout_equal (const DemSlideLayout *a, const DemSlideLayout *b)
{
  return a->width == b->width && a->height == b->height && a->mirrored == b->mirrored
         && graphene_rect_equal (&a->stage, &b->stage);
}
