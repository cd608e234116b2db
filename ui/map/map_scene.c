/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_scene.h"

#include <math.h>

#include "ui/map/map_layout.h"
#include "ui/map/map_card.h"
#include "ui/map/map_marks.h"
#include "ui/map/map_notes.h"
#include "ui/map/map_words.h"

struct _DemMapScene
{
  GObject parent_instance;

  DemMapLayout *layout;
  DemLandCache *land; /* nullable: drawn as paths without */
  GArray *marks;      /* nullable: DemMark, made when asked for */
};

static void dem_map_scene_iface_init (DemSceneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemMapScene,
                               dem_map_scene,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, dem_map_scene_iface_init))

/* ---- Marks ---- */

/* Frames of a moving picture do without. */
static GArray *
get_marks (DemMapScene *self)
{
  if (self->marks == NULL)
    self->marks = dem_map_marks_new (self->layout);
  return self->marks;
}

static const DemMark *
dem_map_scene_get_marks (DemScene *scene, guint *n)
{
  GArray *marks = get_marks (DEM_MAP_SCENE (scene));
  *n = marks->len;
  return (const DemMark *) (gconstpointer) marks->data;
}

/* ---- Drawing ---- */

static void
draw_land (DemMapScene *self, GtkSnapshot *snapshot)
{
  DemProjection *projection
      = dem_map_world_get_projection (dem_map_content_get_world (self->layout->content));
  DemLandStyle *style = dem_map_content_get_land_style (self->layout->content);

  if (self->land != NULL)
    {
      dem_land_cache_draw (self->land, snapshot, projection, &self->layout->viewport, style);
      return;
    }
  const DemMapViewport *viewport = &self->layout->viewport;
  cairo_t *cr = dem_paint_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height));
  dem_land_draw (cr, projection, viewport, style, DEM_BASEMAP_FINEST);
  cairo_destroy (cr);
}

static void
dem_map_scene_draw (DemScene *scene, GtkSnapshot *snapshot)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);

  draw_land (self, snapshot);
  dem_map_layout_draw (self->layout, snapshot);
}

static void
dem_map_scene_draw_setting (DemScene *scene, GtkSnapshot *snapshot)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);

  draw_land (self, snapshot);
  dem_map_layout_draw_setting (self->layout, snapshot);
}

static gboolean
dem_map_scene_draw_mark (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  return ref.kind == DEM_KIND_ACTOR
         && dem_map_layout_draw_actor (DEM_MAP_SCENE (scene)->layout, snapshot, ref.index);
}

static DemRef
dem_map_scene_hit (DemScene *scene, double x, double y, double tolerance)
{
  return dem_map_layout_hit (DEM_MAP_SCENE (scene)->layout, x, y, tolerance);
}

static void
dem_map_scene_place_notes (DemScene *scene, DemNoteMarks *marks, PangoContext *pango, GArray *spots)
{
  dem_map_notes_place (DEM_MAP_SCENE (scene)->layout, marks, pango, spots);
}

/* ---- Words ---- */

static char *
dem_map_scene_describe (DemScene *scene, DemRef ref)
{
  return dem_map_words_describe (dem_map_content_get_time (DEM_MAP_SCENE (scene)->layout->content), ref);
}

/* Tells of the actors that a plate's number stands for, if this is one of them. */
static gboolean
fill_folded (DemMapScene *self, DemRef ref, DemHoverCard *card)
{
  for (guint i = 0; i < self->layout->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->layout->plates, DemMapPlate, i);
      const DemMapSpot *spot = &g_array_index (self->layout->spots, DemMapSpot, i);
      const DemMapFan *fan = dem_map_layout_find_fan (self->layout, i);
      g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (guint32));
      gboolean found = FALSE, has_more = plate->more != NULL || (fan != NULL && fan->more != NULL);
      for (guint j = fan != NULL ? fan->rows->len : plate->heads->len; has_more && j < spot->heads->len; j++)
        {
          guint32 actor = ((const DemMapHead *) spot->heads->pdata[j])->actor;
          found = found || actor == ref.index;
          g_array_append_val (folded, actor);
        }
      if (found)
        dem_map_card_fill_list (card, dem_map_content_get_time (self->layout->content),
                                (const guint32 *) folded->data, folded->len);
      if (found)
        return TRUE;
    }
  return FALSE;
}

void
dem_map_scene_fill_card (DemMapScene *self, DemRef ref, DemHoverCard *card)
{
  GArray *unplaced = dem_map_content_get_unplaced (self->layout->content);
  const DemMapTime *time = dem_map_content_get_time (self->layout->content);

  g_return_if_fail (DEM_IS_MAP_SCENE (self));

  if (ref.kind == DEM_KIND_ACTOR && fill_folded (self, ref, card))
    return;
  for (guint i = 0; i < unplaced->len; i++)
    if (ref.kind == DEM_KIND_ACTOR && g_array_index (unplaced, guint32, i) == ref.index)
      {
        dem_map_card_fill_list (card, time, (const guint32 *) unplaced->data, unplaced->len);
        return;
      }

  /* In a perspective, what a country's shade says is told in full. */
  const DemStanding *standing
      = ref.kind == DEM_KIND_ACTOR ? dem_map_content_get_standing (self->layout->content, ref.index) : NULL;
  dem_map_card_fill (card, time, standing != NULL ? DEM_REF (PAIR, standing->pair) : ref);
}

static const DemMark *
find_mark (DemMapScene *self, DemRef ref)
{
  GArray *marks = get_marks (self);
  for (guint i = 0; i < marks->len; i++)
    if (dem_ref_equal (g_array_index (marks, DemMark, i).ref, ref))
      return &g_array_index (marks, DemMark, i);
  return NULL;
}

/* Two without a line get a ring each. */
static void
dem_map_scene_draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);
  const DemMark *mark = find_mark (self, ref);

  if (mark == NULL)
    return;
  if (ref.kind == DEM_KIND_PAIR && !dem_map_marks_draw_pair (self->layout, ref.index))
    {
      const DemPair *pair = dem_dossier_pair (dem_map_content_get_time (self->layout->content)->dossier, ref.index);
      dem_map_scene_draw_ring (scene, snapshot, DEM_REF (ACTOR, pair->a));
      dem_map_scene_draw_ring (scene, snapshot, DEM_REF (ACTOR, pair->b));
      return;
    }
  dem_map_layout_draw_ring (self->layout, snapshot, mark);
}

/* ---- Making ---- */

static DemMapScene *
make_scene (DemMapContent *content,
            double width,
            double height,
            DemMapCamera camera,
            const DemMapUnfold *unfold,
            DemMapScene *before,
            DemLandCache *land)
{
  DemMapScene *self = g_object_new (DEM_TYPE_MAP_SCENE, NULL);

  g_set_object (&self->land, land);
  self->layout = dem_map_layout_new (content, width, height, camera, unfold, before != NULL ? before->layout : NULL,
                                     land != NULL ? dem_land_cache_get_scale_factor (land) : 0);
  return self;
}

DemMapScene *
dem_map_scene_new_for_view (DemMapContent *content,
                            double width,
                            double height,
                            DemMapCamera camera,
                            const DemMapUnfold *unfold,
                            DemMapScene *before,
                            DemLandCache *land)
{
  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (before == NULL || DEM_IS_MAP_SCENE (before), NULL);
  g_return_val_if_fail (DEM_IS_LAND_CACHE (land), NULL);

  return make_scene (content, width, height, camera, unfold, before, land);
}

DemScene *
dem_map_scene_new_with_camera (const DemSceneInput *input, DemMapCamera camera)
{
  return dem_map_scene_new_unfolded (input, camera, DEM_NO_INDEX);
}

DemScene *
dem_map_scene_new_unfolded (const DemSceneInput *input, DemMapCamera camera, guint32 seat)
{
  DemMapUnfold unfold = dem_map_unfold_at_rest (camera.zoom, seat);
  g_autoptr (DemMapWorld) world
      = dem_map_world_new (input->dossier, FALSE, dem_map_get_text_scale (input->pango));
  g_autoptr (DemMapContent) content = dem_map_content_new (world, input);
  return DEM_SCENE (make_scene (content, input->width, input->height, camera, &unfold, NULL, NULL));
}

DemScene *
dem_map_scene_new (const DemSceneInput *input)
{
  /* No number is no camera: the viewport falls back to home. */
  return dem_map_scene_new_with_camera (input, (DemMapCamera){ { NAN, NAN }, 1.0 });
}

const DemMapViewport *
dem_map_scene_get_viewport (DemMapScene *self)
{
  return &self->layout->viewport;
}

guint32
dem_map_scene_find_folded (DemMapScene *self, double x, double y)
{
  g_return_val_if_fail (DEM_IS_MAP_SCENE (self), DEM_NO_INDEX);

  for (guint i = 0; i < self->layout->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->layout->plates, DemMapPlate, i);
      graphene_rect_t box = plate->more_box;
      graphene_rect_inset (&box, -6, -6);
      if (plate->more != NULL && graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return dem_map_layout_get_post (self->layout, i)->seat;
    }
  return DEM_NO_INDEX;
}

/* Where an actor is among the heads of a spot: index of the spot and of the head. */
static gboolean
find_head (DemMapScene *self, guint32 actor, guint *spot_index, guint *head_index)
{
  for (guint i = 0; i < self->layout->spots->len; i++)
    {
      GPtrArray *heads = g_array_index (self->layout->spots, DemMapSpot, i).heads;
      for (guint j = 0; j < heads->len; j++)
        if (((const DemMapHead *) heads->pdata[j])->actor == actor)
          {
            *spot_index = i;
            *head_index = j;
            return TRUE;
          }
    }
  return FALSE;
}

/* Whose head it is about: an actor's own, or that of the first of a pair without a line. */
static guint32
get_actor (DemMapScene *self, DemRef ref)
{
  if (ref.kind == DEM_KIND_PAIR && !dem_map_marks_draw_pair (self->layout, ref.index))
    return dem_dossier_pair (dem_map_content_get_time (self->layout->content)->dossier, ref.index)->a;
  return ref.kind == DEM_KIND_ACTOR ? ref.index : DEM_NO_INDEX;
}

guint32
dem_map_scene_get_seat (DemMapScene *self, DemRef ref)
{
  guint spot, head;

  g_return_val_if_fail (DEM_IS_MAP_SCENE (self), DEM_NO_INDEX);

  return find_head (self, get_actor (self, ref), &spot, &head) ? dem_map_layout_get_post (self->layout, spot)->seat
                                                               : DEM_NO_INDEX;
}

guint32
dem_map_scene_get_folded_seat (DemMapScene *self, DemRef ref)
{
  guint spot, head;

  g_return_val_if_fail (DEM_IS_MAP_SCENE (self), DEM_NO_INDEX);

  if (!find_head (self, get_actor (self, ref), &spot, &head)
      || g_array_index (self->layout->spots, DemMapSpot, spot).unfolded
      || head < g_array_index (self->layout->plates, DemMapPlate, spot).heads->len)
    return DEM_NO_INDEX;
  return dem_map_layout_get_post (self->layout, spot)->seat;
}

DemMapContent *
dem_map_scene_get_content (DemMapScene *self)
{
  return self->layout->content;
}

const DemMapLayout *
dem_map_scene_get_layout (DemMapScene *self)
{
  return self->layout;
}

GArray *
dem_map_scene_get_label_boxes (DemMapScene *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (guint i = 0; i < self->layout->plates->len; i++)
    if (g_array_index (self->layout->plates, DemMapPlate, i).name != NULL)
      g_array_append_val (boxes, g_array_index (self->layout->plates, DemMapPlate, i).bounds);
  for (guint i = 0; i < self->layout->labels->len; i++)
    g_array_append_val (boxes, g_array_index (self->layout->labels, DemMapLabel, i).bounds);
  for (guint i = 0; i < self->layout->fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (self->layout->fans, DemMapFan, i);
      for (guint j = 0; j < fan->rows->len; j++)
        g_array_append_val (boxes, g_array_index (fan->rows, DemMapFanRow, j).bounds);
      if (fan->more != NULL)
        g_array_append_val (boxes, fan->more_box);
    }
  g_array_append_val (boxes, *dem_map_legend_get_bounds (self->layout->legend));
  return boxes;
}

GArray *
dem_map_scene_get_marker_boxes (DemMapScene *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (guint i = 0; i < self->layout->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->layout->spots, DemMapSpot, i);
      double radius = dem_map_spot_get_radius (spot);
      graphene_rect_t box = GRAPHENE_RECT_INIT ((float) (spot->x - radius), (float) (spot->y - radius),
                                                (float) (2 * radius), (float) (2 * radius));
      if (spot->host == i)
        g_array_append_val (boxes, box);
    }
  return boxes;
}

static void
dem_map_scene_finalize (GObject *object)
{
  DemMapScene *self = DEM_MAP_SCENE (object);

  g_clear_pointer (&self->layout, dem_map_layout_free);
  g_clear_object (&self->land);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (dem_map_scene_parent_class)->finalize (object);
}

static void
dem_map_scene_class_init (DemMapSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_map_scene_finalize;
}

static void
dem_map_scene_init (DemMapScene *self)
{
}

static void
dem_map_scene_iface_init (DemSceneInterface *iface)
{
  iface->draw = dem_map_scene_draw;
  iface->hit = dem_map_scene_hit;
  iface->place_notes = dem_map_scene_place_notes;
  iface->get_marks = dem_map_scene_get_marks;
  iface->describe = dem_map_scene_describe;
  iface->draw_ring = dem_map_scene_draw_ring;
  iface->draw_setting = dem_map_scene_draw_setting;
  iface->draw_mark = dem_map_scene_draw_mark;
}
