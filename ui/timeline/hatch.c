/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/hatch.h"

#include <math.h>

#define OPACITY 0.12
#define WIDTH 1.2
#define TILE (16 * DEM_HATCH_PITCH) /* small enough to be drawn each time, large enough to be repeated quickly */

/* Lines from the lower left to the upper right, one through the lower left corner. */
static void
draw_tile (const DemTimelinePainter *painter, const graphene_rect_t *tile)
{
  cairo_t *cr = dem_paint_cairo (painter->snapshot, tile);
  GdkRGBA color = dem_paint_fade (&painter->context->palette->ink, OPACITY);

  cairo_translate (cr, tile->origin.x, tile->origin.y);
  if (painter->mirrored)
    {
      cairo_translate (cr, TILE, 0);
      cairo_scale (cr, -1, 1);
    }
  /* Their ends are outside, so that the tiles fit together. */
  for (int x = -TILE - DEM_HATCH_PITCH; x <= TILE + DEM_HATCH_PITCH; x += DEM_HATCH_PITCH)
    {
      cairo_move_to (cr, x - DEM_HATCH_PITCH, TILE + DEM_HATCH_PITCH);
      cairo_line_to (cr, x + TILE + DEM_HATCH_PITCH, -DEM_HATCH_PITCH);
    }
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, WIDTH);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
dem_hatch_draw (const DemTimelinePainter *painter, const graphene_rect_t *bounds, double x)
{
  graphene_rect_t area = dem_timeline_mirror (painter, bounds);
  double corner = round (painter->mirrored ? painter->context->layout.width - x - TILE : x);
  graphene_rect_t tile = GRAPHENE_RECT_INIT ((float) corner, area.origin.y + area.size.height - TILE, TILE, TILE);

  gtk_snapshot_push_repeat (painter->snapshot, &area, &tile);
  draw_tile (painter, &tile);
  gtk_snapshot_pop (painter->snapshot);
}
