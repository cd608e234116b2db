/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/transition.h"

#include <math.h>

#define MARGIN 40.0f /* around the picture, within which a mark is still drawn */

/* Everything but the marks of a scene, painted once: painting it for each frame would take longer than a
 * frame has. */
typedef struct
{
  DemScene *scene; /* nullable */
  GdkTexture *texture;
} Setting;

struct _DemTransition
{
  DemScene *from;
  double width, height;
  int scale_factor;
  Setting settings[2]; /* old and new */
  GHashTable *places;  /* actor + 1 → graphene_point_t: where marks set out */
};

static gpointer
make_key (DemRef ref)
{
  return GUINT_TO_POINTER (ref.index + 1);
}

static DemTransition *
create (DemScene *from, double width, double height, int scale_factor)
{
  DemTransition *self = g_new0 (DemTransition, 1);

  self->from = g_object_ref (from);
  self->width = width;
  self->height = height;
  self->scale_factor = scale_factor;
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

static void
set_out (DemTransition *self, DemRef ref, const graphene_point_t *place)
{
  if (ref.kind == DEM_KIND_ACTOR)
    g_hash_table_insert (self->places, make_key (ref), g_memdup2 (place, sizeof *place));
}

DemTransition *
dem_transition_new (DemScene *from, double width, double height, int scale_factor)
{
  DemTransition *self;
  const DemMark *marks;
  guint n;

  g_return_val_if_fail (DEM_IS_SCENE (from), NULL);

  self = create (from, width, height, scale_factor);
  marks = dem_scene_get_marks (from, &n);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t middle;
      graphene_rect_get_center (&marks[i].bounds, &middle);
      set_out (self, marks[i].ref, &middle);
    }
  return self;
}

void
dem_transition_free (DemTransition *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->settings); i++)
    {
      g_clear_object (&self->settings[i].scene);
      g_clear_object (&self->settings[i].texture);
    }
  g_object_unref (self->from);
  g_hash_table_unref (self->places);
  g_free (self);
}

/* ---- Places ---- */

static graphene_point_t
go (DemTransition *self, const DemMark *mark, double share)
{
  const graphene_point_t *start = g_hash_table_lookup (self->places, make_key (mark->ref));
  graphene_point_t middle;

  graphene_rect_get_center (&mark->bounds, &middle);
  if (start != NULL)
    graphene_point_interpolate (start, &middle, share, &middle);
  return middle;
}

gboolean
dem_transition_get_place (
    DemTransition *self, DemScene *to, DemRef ref, double share, graphene_point_t *place)
{
  const graphene_point_t *start;
  const DemMark *marks;
  guint n;

  g_return_val_if_fail (self != NULL && DEM_IS_SCENE (to), FALSE);
  g_return_val_if_fail (ref.kind == DEM_KIND_ACTOR && place != NULL, FALSE);

  marks = dem_scene_get_marks (to, &n);
  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      {
        *place = go (self, &marks[i], share);
        return TRUE;
      }
  start = g_hash_table_lookup (self->places, make_key (ref));
  if (start != NULL)
    *place = *start;
  return start != NULL;
}

DemTransition *
dem_transition_new_midway (DemTransition *running, DemScene *to, double share)
{
  DemTransition *self;
  const DemMark *marks;
  GHashTableIter iter;
  gpointer key, place;
  guint n;

  g_return_val_if_fail (running != NULL && DEM_IS_SCENE (to), NULL);

  self = create (to, running->width, running->height, running->scale_factor);
  g_hash_table_iter_init (&iter, running->places);
  while (g_hash_table_iter_next (&iter, &key, &place))
    g_hash_table_insert (self->places, key, g_memdup2 (place, sizeof (graphene_point_t)));
  marks = dem_scene_get_marks (to, &n);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t at = go (running, &marks[i], share);
      set_out (self, marks[i].ref, &at);
    }
  return self;
}

/* ---- Drawing ---- */

static GdkTexture *
paint_setting (DemTransition *self, DemScene *scene)
{
  int width = (int) ceil (self->width * self->scale_factor),
      height = (int) ceil (self->height * self->scale_factor);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  dem_scene_draw_setting (scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_scale (cr, self->scale_factor, self->scale_factor);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
draw_setting (DemTransition *self, guint which, DemScene *scene, GtkSnapshot *snapshot)
{
  Setting *setting = &self->settings[which];

  if (g_set_object (&setting->scene, scene))
    {
      g_clear_object (&setting->texture);
      setting->texture = paint_setting (self, scene);
    }
  gtk_snapshot_append_texture (snapshot, setting->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
}

static void
draw_settings (DemTransition *self, DemScene *to, double share, GtkSnapshot *snapshot)
{
  draw_setting (self, 0, self->from, snapshot);
  gtk_snapshot_push_opacity (snapshot, share);
  draw_setting (self, 1, to, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* A scene's mark, moved to another place, more or less there. */
static gboolean
draw_mark (
    DemScene *scene, const DemMark *mark, const graphene_point_t *at, double opacity, GtkSnapshot *snapshot)
{
  graphene_point_t middle;
  gboolean drawn;

  graphene_rect_get_center (&mark->bounds, &middle);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at->x - middle.x, at->y - middle.y));
  gtk_snapshot_push_opacity (snapshot, opacity);
  drawn = dem_scene_draw_mark (scene, snapshot, mark->ref);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
  return drawn;
}

static gboolean
is_in (DemTransition *self, const graphene_point_t *at)
{
  return at->x > -MARGIN && at->y > -MARGIN && at->x < (float) self->width + MARGIN
         && at->y < (float) self->height + MARGIN;
}

/* Those whom the new picture has, and who of them it draws: others were left to the old one. */
static void
draw_arriving (DemTransition *self, DemScene *to, double share, GHashTable *arriving, GtkSnapshot *snapshot)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (to, &n);

  for (guint i = 0; i < n; i++)
    {
      graphene_point_t at;
      gboolean known;
      if (marks[i].ref.kind != DEM_KIND_ACTOR)
        continue;
      at = go (self, &marks[i], share);
      known = g_hash_table_contains (self->places, make_key (marks[i].ref));
      if (!is_in (self, &at) || draw_mark (to, &marks[i], &at, known ? 1 : share, snapshot))
        g_hash_table_add (arriving, make_key (marks[i].ref));
    }
}

static void
draw_leaving (DemTransition *self, double share, GHashTable *arriving, GtkSnapshot *snapshot)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (self->from, &n);

  for (guint i = 0; i < n; i++)
    {
      const graphene_point_t *start;
      if (marks[i].ref.kind != DEM_KIND_ACTOR || g_hash_table_contains (arriving, make_key (marks[i].ref)))
        continue;
      start = g_hash_table_lookup (self->places, make_key (marks[i].ref));
      if (is_in (self, start))
        draw_mark (self->from, &marks[i], start, 1 - share, snapshot);
    }
}

void
dem_transition_draw (DemTransition *self, DemScene *to, double share, GtkSnapshot *snapshot)
{
  g_autoptr (GHashTable) arriving = g_hash_table_new (NULL, NULL);

  g_return_if_fail (self != NULL && DEM_IS_SCENE (to));

  draw_settings (self, to, share, snapshot);
  draw_arriving (self, to, share, arriving, snapshot);
  draw_leaving (self, share, arriving, snapshot);
}
