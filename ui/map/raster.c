/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/raster.h"

#include <math.h>

#include "ui/common/paint.h"

#define MOST_BANDS 8
#define MOST_SPARE 4 /* pictures kept for the next ones, of which the last frames may still show some */

struct _DemMapRaster
{
  cairo_surface_t *surface;
  int scale_factor;
  DemMapRasterDraw draw;
  gpointer data;
  gboolean was_painted;

  GMutex mutex;
  GCond done;
  guint n_waiting; /* bands, under the mutex */
};

typedef struct
{
  DemMapRaster *raster;
  int top, height; /* in pixels of the screen */
} Band;

/* ---- On other threads ---- */

static void
draw_band (gpointer data, gpointer user_data)
{
  Band *band = data;
  DemMapRaster *self = band->raster;
  int stride = cairo_image_surface_get_stride (self->surface);
  unsigned char *pixels = cairo_image_surface_get_data (self->surface) + (gsize) band->top * (gsize) stride;
  cairo_surface_t *surface
      = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (self->surface),
                                             band->height, stride);
  cairo_t *cr = cairo_create (surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, 0, -band->top);
  cairo_scale (cr, self->scale_factor, self->scale_factor);
  self->draw (cr, self->data);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_free (band);

  g_mutex_lock (&self->mutex);
  self->n_waiting--;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->mutex);
}

/* ---- On the main thread ---- */

static int
get_n_bands (void)
{
  return CLAMP ((int) g_get_num_processors (), 1, MOST_BANDS);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (draw_band, NULL, get_n_bands (), FALSE, NULL);
  return pool;
}

static GQueue *
get_spare (void)
{
  static GQueue spare = G_QUEUE_INIT;

  return &spare;
}

/* One that is new would be taken from the system page by page, which costs as much as drawing on it. Those that others
 * hold are shown still. */
static cairo_surface_t *
take_surface (int width, int height)
{
  GQueue *spare = get_spare ();

  for (GList *link = spare->head; link != NULL; link = link->next)
    {
      cairo_surface_t *surface = link->data;
      if (cairo_surface_get_reference_count (surface) > 1 || cairo_image_surface_get_width (surface) != width
          || cairo_image_surface_get_height (surface) != height)
        continue;
      g_queue_delete_link (spare, link);
      return surface;
    }
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

DemMapRaster *
dem_map_raster_new (double width, double height, int scale_factor, DemMapRasterDraw draw, gpointer data)
{
  DemMapRaster *self;
  int n_bands = get_n_bands (), n_rows = (int) ceil (height) * scale_factor;

  g_return_val_if_fail (scale_factor > 0, NULL);

  self = g_new0 (DemMapRaster, 1);
  self->surface = take_surface ((int) ceil (width) * scale_factor, n_rows);
  self->scale_factor = scale_factor;
  self->draw = draw;
  self->data = data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  self->n_waiting = (guint) n_bands;
  cairo_surface_flush (self->surface);
  for (int i = 0; i < n_bands; i++)
    {
      Band *band = g_new (Band, 1);
      *band = (Band){ self, n_rows * i / n_bands, n_rows * (i + 1) / n_bands - n_rows * i / n_bands };
      g_thread_pool_push (get_pool (), band, NULL);
    }
  return self;
}

static void
wait_for_bands (DemMapRaster *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_waiting > 0)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

void
dem_map_raster_paint (DemMapRaster *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL);

  wait_for_bands (self);
  /* Once only: a picture that a recording shows already must not be said to have changed, nor has it. */
  if (!self->was_painted)
    cairo_surface_mark_dirty (self->surface);
  self->was_painted = TRUE;
  cairo_save (cr);
  cairo_scale (cr, 1.0 / self->scale_factor, 1.0 / self->scale_factor);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  dem_paint_keep (cr, self->surface);
}

void
dem_map_raster_free (DemMapRaster *self)
{
  wait_for_bands (self);
  g_queue_push_tail (get_spare (), self->surface);
  while (g_queue_get_length (get_spare ()) > MOST_SPARE)
    cairo_surface_destroy (g_queue_pop_head (get_spare ()));
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self);
}
