/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/choropleth.h"

#include <math.h>

/* Lines across a country: how far apart, how wide, and whether they fall instead of rising to the right. */
typedef struct
{
  double period;
  double width;
  gboolean falls;
} Hatch;

static const Hatch hatches[] = {
  [DEM_STANCE_HOSTILE] = { 4.5, 1.8, TRUE },
  [DEM_STANCE_STRAINED] = { 6.0, 1.6, FALSE },
};

static void
set_color (cairo_t *cr, const GdkRGBA *color, double opacity)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

/* Slanted lines over everything inside the clip. Lines that stand a period apart meet an axis every period·√2. */
static void
draw_hatch (cairo_t *cr, const Hatch *hatch, const GdkRGBA *color)
{
  double left, top, right, bottom, step = hatch->period * G_SQRT2;
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  double height = bottom - top;

  /* Counted from the origin, so that the lines of two neighbours and of two pictures meet. */
  double offset = hatch->falls ? top : -bottom;
  double first = floor ((left - height - offset) / step) * step + offset;
  for (double x = first; x <= right + height; x += step)
    {
      cairo_move_to (cr, x, hatch->falls ? top : bottom);
      cairo_line_to (cr, x + height, hatch->falls ? bottom : top);
    }
  set_color (cr, color, 1.0);
  cairo_set_line_width (cr, hatch->width);
  cairo_stroke (cr);
}

/* Hatches are gaps in the fill, through which the land is seen. */
static void
fill (cairo_t *cr, DemStance stance, const DemPalette *palette)
{
  const GdkRGBA *color = dem_stance_get_color (stance, palette);
  gboolean hatched = stance == DEM_STANCE_HOSTILE || stance == DEM_STANCE_STRAINED;

  set_color (cr, color, DEM_CHOROPLETH_FILL);
  cairo_fill_preserve (cr);
  if (!hatched)
    return;
  cairo_path_t *path = cairo_copy_path (cr);
  cairo_save (cr);
  cairo_clip (cr);
  draw_hatch (cr, &hatches[stance], &palette->land);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

/* Outside the path only: countries that belong together have no line between them, and fills keep their size. */
static void
stroke_outside (cairo_t *cr, DemStance stance, const DemPalette *palette)
{
  static const double dash[] = { 10, 4, 2, 4 };
  double left, top, right, bottom;
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  cairo_rectangle (cr, left, top, right - left, bottom - top);
  cairo_clip (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
  if (stance == DEM_STANCE_HYPOTHETICAL)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  set_color (cr, dem_stance_get_color (stance, palette), 1.0);
  cairo_set_line_width (cr, 2 * DEM_CHOROPLETH_OUTLINE);
  cairo_stroke (cr);
}

void
dem_choropleth_paint (cairo_t *cr, DemStance stance, const DemPalette *palette)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (stance < DEM_STANCE_HYPOTHETICAL)
    fill (cr, stance, palette);
  stroke_outside (cr, stance, palette);
  cairo_restore (cr);
}

void
dem_choropleth_paint_sample (cairo_t *cr, DemStance stance, const DemPalette *palette)
{
  set_color (cr, &palette->land, 1.0);
  cairo_fill_preserve (cr);
  dem_choropleth_paint (cr, stance, palette);
}
