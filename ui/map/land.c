/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/land.h"

#include <gdk/gdk.h>
#include <math.h>

#define BORDER_WIDTH 0.7
#define N_CODES (26 * 26)

/* From so many pixels to the unit on, the fine outlines are worth their time. */
#define FINE_SCALE 1.4

/* Points nearer than this to the last one, and islands smaller, cannot be seen. */
#define LEAST_STEP 0.7

struct _DemLandStyle
{
  const DemPalette *palette;
  guint8 shades[N_CODES];
};

DemLandStyle *
dem_land_style_new (const DemPalette *palette)
{
  DemLandStyle *self = g_atomic_rc_box_new0 (DemLandStyle);
  self->palette = palette;
  return self;
}

DemLandStyle *
dem_land_style_ref (DemLandStyle *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dem_land_style_unref (DemLandStyle *self)
{
  g_atomic_rc_box_release (self);
}

/* -1 for what is no code of two capital letters. */
static int
get_slot (const char *code)
{
  if (code == NULL || !g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]) || code[2] != '\0')
    return -1;
  return (code[0] - 'A') * 26 + code[1] - 'A';
}

void
dem_land_style_shade (DemLandStyle *self, const char *code, DemShade shade)
{
  int slot = get_slot (code);
  if (slot >= 0)
    self->shades[slot] = MAX (self->shades[slot], shade);
}

DemShade
dem_land_style_get_shade (const DemLandStyle *self, const char *code)
{
  int slot = get_slot (code);
  return slot >= 0 ? (DemShade) self->shades[slot] : DEM_SHADE_PLAIN;
}

const GdkRGBA *
dem_land_style_get_sea (const DemLandStyle *self)
{
  return &self->palette->sea;
}

gboolean
dem_land_style_equal (const DemLandStyle *a, const DemLandStyle *b)
{
  return a->palette == b->palette && memcmp (a->shades, b->shades, sizeof a->shades) == 0;
}

static void
trace_ring (cairo_t *cr,
            const DemProjection *projection,
            const DemMapViewport *viewport,
            const DemRing *ring,
            double shift)
{
  double last_x = 0, last_y = 0;
  for (guint i = 0; i < ring->n_points; i++)
    {
      double x = dem_projection_x (projection, ring->points[2 * i]) * viewport->scale + viewport->dx + shift;
      double y = dem_projection_y (projection, ring->points[2 * i + 1]) * viewport->scale + viewport->dy;
      if (i > 0 && fabs (x - last_x) < LEAST_STEP && fabs (y - last_y) < LEAST_STEP)
        continue;
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
      last_x = x;
      last_y = y;
    }
  cairo_close_path (cr);
}

/* The world goes around: a ring appears wherever one of its turns touches the viewport. */
static void
trace_turns (cairo_t *cr,
             const DemProjection *projection,
             const DemMapViewport *viewport,
             const DemRing *ring)
{
  double top = dem_projection_y (projection, ring->north) * viewport->scale + viewport->dy;
  double bottom = dem_projection_y (projection, ring->south) * viewport->scale + viewport->dy;
  double left = dem_projection_x (projection, ring->west) * viewport->scale + viewport->dx;
  double right = dem_projection_x (projection, ring->east) * viewport->scale + viewport->dx;
  if (bottom < 0 || top > viewport->height || (right - left < LEAST_STEP && bottom - top < LEAST_STEP))
    return;

  double world = dem_projection_get_width (projection) * viewport->scale;
  for (double turn = ceil (-right / world); left + turn * world <= viewport->width; turn += 1.0)
    trace_ring (cr, projection, viewport, ring, turn * world);
}

/* Country by country: a single path of the whole world would take cairo more than twice as long. */
static void
draw_country (cairo_t *cr,
              const DemProjection *projection,
              const DemMapViewport *viewport,
              const DemCountry *country,
              const GdkRGBA *color,
              const GdkRGBA *border)
{
  for (guint i = 0; i < country->n_rings; i++)
    trace_turns (cr, projection, viewport, &country->rings[i]);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, border);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke (cr);
}

/* Shade by shade, so that the border of what stands out is whole. */
static void
draw_countries (cairo_t *cr,
                const DemProjection *projection,
                const DemMapViewport *viewport,
                const DemLandStyle *style,
                const DemBasemap *map)
{
  const GdkRGBA *colors[DEM_N_SHADES]
      = { &style->palette->land, &style->palette->land_actor, &style->palette->land_selected };

  for (DemShade shade = DEM_SHADE_PLAIN; shade < DEM_N_SHADES; shade++)
    for (guint i = 0; i < map->n_countries; i++)
      if (dem_land_style_get_shade (style, map->countries[i].code) == shade)
        draw_country (cr, projection, viewport, &map->countries[i], colors[shade], &style->palette->border);
}

void
dem_land_draw (cairo_t *cr,
               const DemProjection *projection,
               const DemMapViewport *viewport,
               const DemLandStyle *style,
               DemBasemapLevel finest)
{
  const DemPalette *palette = style->palette;
  DemBasemapLevel level = viewport->scale < FINE_SCALE ? DEM_BASEMAP_COARSE : DEM_BASEMAP_FINE;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &palette->sea);
  cairo_paint (cr);
  cairo_set_line_width (cr, BORDER_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  draw_countries (cr, projection, viewport, style, dem_basemap_get (MIN (level, finest)));
  cairo_restore (cr);
}
