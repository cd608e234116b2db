/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/land_cache.h"

#include <math.h>

#include "ui/common/paint.h"

/* On every side of the viewport, as a share of its size. */
#define MARGIN 0.35

/* Until the picture is this much too coarse or too fine, it waits for the camera to stand still. */
#define TOLERATED_ZOOM 1.6
#define SETTLE_MILLISECONDS 90

/* A picture of the land, and what it shows. */
typedef struct
{
  DemProjection *projection;
  DemLandStyle *style;
  DemMapViewport viewport; /* of the whole picture, margin included */
  int scale_factor;
  DemBasemapLevel finest;
  gboolean is_opaque; /* a format without alpha: nothing has to be blended, but a texture needs one with */
  cairo_surface_t *surface; /* NULL until drawn */
  GdkTexture *texture;      /* the same, made when it is first needed */
} Picture;

struct _DemLandCache
{
  GObject parent_instance;

  int scale_factor;
  gboolean use_textures;
  Picture *picture;    /* nullable: what is drawn meanwhile */
  Picture *wanted;     /* nullable: the last that was asked for, without surface */
  DemMapViewport seen; /* the last viewport drawn */
  GTask *task;         /* nullable, borrowed: the one under way, which keeps us alive */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (DemLandCache, dem_land_cache, G_TYPE_OBJECT)

static guint changed_signal;

static void
free_picture (Picture *picture)
{
  dem_projection_unref (picture->projection);
  dem_land_style_unref (picture->style);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_object (&picture->texture);
  g_free (picture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, free_picture)

static Picture *
make_picture (DemLandCache *self,
              DemProjection *projection,
              const DemMapViewport *viewport,
              DemLandStyle *style,
              DemBasemapLevel finest)
{
  Picture *picture = g_new0 (Picture, 1);
  double margin = finest != DEM_BASEMAP_COARSE ? MARGIN : 0.0;
  double margin_x = ceil (viewport->width * margin), margin_y = ceil (viewport->height * margin);

  picture->projection = dem_projection_ref (projection);
  picture->style = dem_land_style_ref (style);
  picture->scale_factor = self->scale_factor;
  picture->finest = finest;
  picture->is_opaque = !self->use_textures;
  picture->viewport = *viewport;
  picture->viewport.width += 2 * margin_x;
  picture->viewport.height += 2 * margin_y;
  picture->viewport.dx += margin_x;
  picture->viewport.dy += margin_y;
  return picture;
}

/* Safe on any thread: a picture is touched by one at a time. */
static void
draw_picture (Picture *picture)
{
  int width = (int) ceil (picture->viewport.width), height = (int) ceil (picture->viewport.height);
  picture->surface
      = cairo_image_surface_create (picture->is_opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                    width * picture->scale_factor, height * picture->scale_factor);
  cairo_surface_set_device_scale (picture->surface, picture->scale_factor, picture->scale_factor);
  cairo_t *cr = cairo_create (picture->surface);
  dem_land_draw (cr, picture->projection, &picture->viewport, picture->style, picture->finest);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  draw_picture (data);
  g_task_return_pointer (task, data, (GDestroyNotify) free_picture);
}

static gboolean
shows_the_same (const Picture *a, const Picture *b)
{
  return a->projection == b->projection && a->scale_factor == b->scale_factor && a->finest == b->finest
         && a->is_opaque == b->is_opaque && dem_land_style_equal (a->style, b->style);
}

static gboolean
is_as_large (const Picture *picture, const DemMapViewport *viewport)
{
  return fabs (picture->viewport.scale / viewport->scale - 1.0) < 1e-6;
}

/* Where the picture's corner comes to lie in the viewport, and how much it has to grow. */
static void
get_placement (const Picture *picture, const DemMapViewport *viewport, double *x, double *y, double *zoom)
{
  *zoom = viewport->scale / picture->viewport.scale;
  *x = viewport->dx - picture->viewport.dx * *zoom;
  *y = viewport->dy - picture->viewport.dy * *zoom;
}

static gboolean
covers (const Picture *picture, const DemMapViewport *viewport)
{
  double x, y, zoom;
  get_placement (picture, viewport, &x, &y, &zoom);
  return x <= 0.5 && y <= 0.5 && x + picture->viewport.width * zoom >= viewport->width - 0.5
         && y + picture->viewport.height * zoom >= viewport->height - 0.5;
}

/* ---- Asking for a better one ---- */

static void ask (DemLandCache *self);

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  DemLandCache *self = DEM_LAND_CACHE (source);
  g_autoptr (Picture) before = g_steal_pointer (&self->picture);

  self->picture = g_task_propagate_pointer (G_TASK (result), NULL);
  self->task = NULL;
  ask (self); /* the camera may have gone on meanwhile */
  g_signal_emit (self, changed_signal, 0, !dem_land_style_equal (before->style, self->picture->style));
}

static void
start (DemLandCache *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_drawn, NULL);
  self->task = task;
  g_task_set_task_data (task, g_steal_pointer (&self->wanted), NULL);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
on_settled (gpointer data)
{
  DemLandCache *self = data;
  self->timeout = 0;
  if (self->wanted != NULL && self->task == NULL)
    start (self);
  return G_SOURCE_REMOVE;
}

/* Makes what is wanted: now when what is at hand will not do, else when the camera stands still. One at a
 * time. */
static void
ask (DemLandCache *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->wanted == NULL || self->task != NULL)
    return;
  double ratio = self->seen.scale / self->picture->viewport.scale;
  if (!shows_the_same (self->picture, self->wanted) || !covers (self->picture, &self->seen)
      || ratio > TOLERATED_ZOOM || ratio < 1.0 / TOLERATED_ZOOM)
    start (self);
  else
    self->timeout = g_timeout_add (SETTLE_MILLISECONDS, on_settled, self);
}

/* ---- Drawing ---- */

static void
append_texture (Picture *picture, GtkSnapshot *snapshot, double x, double y, double zoom)
{
  if (picture->texture == NULL)
    {
      int width = cairo_image_surface_get_width (picture->surface);
      int height = cairo_image_surface_get_height (picture->surface);
      int stride = cairo_image_surface_get_stride (picture->surface);
      g_autoptr (GBytes) bytes
          = g_bytes_new (cairo_image_surface_get_data (picture->surface), (gsize) stride * height);
      picture->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
    }
  gtk_snapshot_append_texture (snapshot, picture->texture,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                    (float) (picture->viewport.width * zoom),
                                                    (float) (picture->viewport.height * zoom)));
}

static void
append_surface (
    Picture *picture, GtkSnapshot *snapshot, const graphene_rect_t *bounds, double x, double y, double zoom)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_translate (cr, x, y);
  cairo_scale (cr, zoom, zoom);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  /* What is scaled is seen for a moment only, and in motion: speed is worth more than smoothness. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint (cr);
  dem_paint_keep (cr, picture->surface);
  cairo_destroy (cr);
}

static void
draw_at_hand (DemLandCache *self, GtkSnapshot *snapshot)
{
  const DemMapViewport *viewport = &self->seen;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height);
  double x, y, zoom;

  get_placement (self->picture, viewport, &x, &y, &zoom);
  x = round (x * self->scale_factor) / self->scale_factor;
  y = round (y * self->scale_factor) / self->scale_factor;
  if (!covers (self->picture, viewport))
    gtk_snapshot_append_color (snapshot, dem_land_style_get_sea (self->picture->style), &bounds);
  if (!self->picture->is_opaque)
    append_texture (self->picture, snapshot, x, y, zoom);
  else
    append_surface (self->picture, snapshot, &bounds, x, y, zoom);
}

void
dem_land_cache_draw (DemLandCache *self,
                     GtkSnapshot *snapshot,
                     DemProjection *projection,
                     const DemMapViewport *viewport,
                     DemLandStyle *style)
{
  g_autoptr (Picture) wanted = make_picture (self, projection, viewport, style, DEM_BASEMAP_FINEST);

  self->seen = *viewport;
  if (self->picture == NULL)
    {
      self->picture = make_picture (self, projection, viewport, style, DEM_BASEMAP_COARSE);
      draw_picture (self->picture);
    }
  if (!shows_the_same (self->picture, wanted) || !covers (self->picture, viewport)
      || !is_as_large (self->picture, viewport))
    {
      g_clear_pointer (&self->wanted, free_picture);
      self->wanted = g_steal_pointer (&wanted);
      ask (self);
    }
  else
    g_clear_pointer (&self->wanted, free_picture);
  draw_at_hand (self, snapshot);
}

/* ---- The object ---- */

void
dem_land_cache_set_output (DemLandCache *self, int scale_factor, gboolean use_textures)
{
  g_return_if_fail (DEM_IS_LAND_CACHE (self));
  g_return_if_fail (scale_factor > 0);

  self->scale_factor = scale_factor;
  self->use_textures = use_textures;
}

int
dem_land_cache_get_scale_factor (DemLandCache *self)
{
  g_return_val_if_fail (DEM_IS_LAND_CACHE (self), 1);

  return self->scale_factor;
}

gboolean
dem_land_cache_is_settled (DemLandCache *self)
{
  g_return_val_if_fail (DEM_IS_LAND_CACHE (self), FALSE);

  return self->picture != NULL && self->wanted == NULL && self->task == NULL;
}

static void
dem_land_cache_finalize (GObject *object)
{
  DemLandCache *self = DEM_LAND_CACHE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->picture, free_picture);
  g_clear_pointer (&self->wanted, free_picture);
  G_OBJECT_CLASS (dem_land_cache_parent_class)->finalize (object);
}

static void
dem_land_cache_class_init (DemLandCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_land_cache_finalize;

  changed_signal
      = g_signal_new ("changed", DEM_TYPE_LAND_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
dem_land_cache_init (DemLandCache *self)
{
  self->scale_factor = 1;
}

DemLandCache *
dem_land_cache_new (void)
{
  return g_object_new (DEM_TYPE_LAND_CACHE, NULL);
}
