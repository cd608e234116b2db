/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/map/raster.h"

#include <string.h>

#define WIDTH 211
#define HEIGHT 173

/* Lines across all bands. */
static void
draw (cairo_t *cr, gpointer data)
{
  const int *n = data;

  for (int i = 0; i < *n; i++)
    {
      cairo_move_to (cr, 3.3 * i, 0.7);
      cairo_curve_to (cr, 90, 41 + i, 120, 7 * i, WIDTH - 1.9 * i, HEIGHT - 0.4);
      cairo_set_source_rgba (cr, 0.1, 0.03 * i, 0.9, 0.7);
      cairo_set_line_width (cr, 2.6);
      cairo_stroke (cr);
    }
}

static void
assert_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    g_assert_cmpmem (cairo_image_surface_get_data (a) + y * stride, (gsize) stride,
                     cairo_image_surface_get_data (b) + y * stride, (gsize) stride);
}

static cairo_surface_t *
draw_alone (int scale_factor, int n)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale_factor, HEIGHT * scale_factor);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale_factor, scale_factor);
  draw (cr, &n);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
draw_raster (DemMapRaster *raster, int scale_factor)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale_factor, HEIGHT * scale_factor);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale_factor, scale_factor);
  dem_map_raster_paint (raster, cr);
  cairo_destroy (cr);
  return surface;
}

static void
test_same_pixels (void)
{
  for (int scale_factor = 1; scale_factor <= 2; scale_factor++)
    /* More than are kept to be drawn on again. */
    for (int n = 12; n > 4; n--)
      {
        DemMapRaster *raster = dem_map_raster_new (WIDTH, HEIGHT, scale_factor, draw, &n);
        cairo_surface_t *alone = draw_alone (scale_factor, n), *drawn = draw_raster (raster, scale_factor);

        assert_equal (alone, drawn);
        cairo_surface_destroy (drawn);
        cairo_surface_destroy (alone);
        dem_map_raster_free (raster);
      }
}

/* A recording that is shown later shows what was painted into it, whatever is drawn since. */
static void
test_recording_keeps (void)
{
  cairo_rectangle_t extents = { 0, 0, WIDTH, HEIGHT };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_surface_t *shown = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *alone = draw_alone (1, 9);
  cairo_t *cr = cairo_create (recording);

  for (int n = 9; n > 0; n--)
    {
      DemMapRaster *raster = dem_map_raster_new (WIDTH, HEIGHT, 1, draw, &n);
      if (n == 9)
        dem_map_raster_paint (raster, cr);
      dem_map_raster_free (raster);
    }
  cairo_destroy (cr);
  cr = cairo_create (shown);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  assert_equal (alone, shown);
  cairo_surface_destroy (alone);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (recording);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-raster/same-pixels", test_same_pixels);
  g_test_add_func ("/map-raster/recording-keeps", test_recording_keeps);
  return g_test_run ();
}
