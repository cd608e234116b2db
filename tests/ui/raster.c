/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures drawn in bands, shown by recordings that live for longer than one frame. */

#include <gtk/gtk.h>

#include "ui/map/raster.h"

#define SIZE 64

static void
draw_grey (cairo_t *cr, gpointer data)
{
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
}

static cairo_surface_t *
record (DemMapRaster *raster)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  dem_map_raster_paint (raster, cr);
  cairo_destroy (cr);
  return recording;
}

/* How light the middle is, from 0 to 255. */
static int
get_value (cairo_surface_t *recording)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (image);
  int value;

  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  value = cairo_image_surface_get_data (image)[SIZE / 2 * cairo_image_surface_get_stride (image) + SIZE / 2 * 4];
  cairo_surface_destroy (image);
  return value;
}

/* A frame is drawn anew while the one before is on the screen still, and stays when the picture is gone. */
static void
test_painted_twice (void)
{
  DemMapRaster *raster = dem_map_raster_new (SIZE, SIZE, 1, draw_grey, NULL);
  cairo_surface_t *first = record (raster), *second = record (raster);

  dem_map_raster_free (raster);
  g_assert_cmpint (get_value (first), ==, 128);
  g_assert_cmpint (get_value (second), ==, 128);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_never_painted (void)
{
  dem_map_raster_free (dem_map_raster_new (SIZE, SIZE, 2, draw_grey, NULL));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/raster/painted-twice", test_painted_twice);
  g_test_add_func ("/map/raster/never-painted", test_never_painted);
  return g_test_run ();
}
