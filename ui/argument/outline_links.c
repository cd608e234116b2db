/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/outline_links.h"

#include "ui/common/paint.h"
#include "ui/common/sign.h"

#define DASH 4.0
#define WIDTH 1.6

guint
dem_outline_get_level (const DemOutlineNode *node)
{
  return MIN (MAX (node->depth, 1) - 1, DEM_OUTLINE_DEEPEST);
}

guint32
dem_outline_links_passing (const DemOutlineNode *parent, guint32 above)
{
  guint level = dem_outline_get_level (parent);

  return parent->linked_next && level < DEM_OUTLINE_DEEPEST ? above | (1u << level) : above;
}

static void
paint_line (GtkSnapshot *snapshot, double x, double top, double bottom, const GdkRGBA *color)
{
  cairo_t *cr;

  if (bottom <= top)
    return;
  cr = dem_paint_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) (x - WIDTH), (float) top, (float) (2 * WIDTH), (float) (bottom - top)));
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, WIDTH);
  cairo_set_dash (cr, (double[]){ DASH, DASH }, 2, 0);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The line with "&" that goes down from a sign. */
static void
paint_joint (GtkSnapshot *snapshot,
             PangoContext *pango,
             double x,
             double top,
             double bottom,
             const GdkRGBA *color,
             const DemPalette *palette)
{
  g_autoptr (PangoLayout) layout = dem_paint_layout (pango, "&", 9, DEM_TEXT_BOLD);
  double width, height, middle;

  dem_paint_measure (layout, &width, &height);
  middle = (top + bottom) / 2;
  paint_line (snapshot, x, top, middle - height / 2, color);
  paint_line (snapshot, x, middle + height / 2, bottom, color);
  dem_paint_text (snapshot, layout, x - width / 2, middle - height / 2, &palette->ink);
}

void
dem_outline_links_paint (GtkSnapshot *snapshot,
                         PangoContext *pango,
                         const DemOutlineNode *node,
                         guint32 passing,
                         const DemOutlineLinks *links,
                         const DemPalette *palette)
{
  const GdkRGBA *color = dem_sign_get_color (node->sign, palette);
  double x = links->x + links->step * dem_outline_get_level (node);

  for (guint level = 0; level < DEM_OUTLINE_DEEPEST; level++)
    if (passing & (1u << level))
      {
        double gap = level + 1 == dem_outline_get_level (node) ? links->gap : 0;

        paint_line (snapshot, links->x + links->step * level, 0, links->sign_y - gap, &palette->dim);
        paint_line (snapshot, links->x + links->step * level, links->sign_y + gap, links->height,
                    &palette->dim);
      }
  if (node->linked_previous)
    paint_line (snapshot, x, 0, links->sign_y - links->radius, color);
  if (node->linked_next)
    paint_joint (snapshot, pango, x, links->sign_y + links->radius, links->height, color, palette);
}
