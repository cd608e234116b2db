/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_scene.h"

#include <math.h>

#include "ui/map/map_card.h"
#include "ui/map/map_words.h"
#include "ui/map/network_notes.h"

#define LEAST_TARGET 24.0 /* pixels in either direction */
#define LINE_TARGET 6.0   /* on either side */

struct _DemNetworkScene
{
  GObject parent_instance;

  DemNetworkPicture *picture;
  GArray *marks; /* DemMark */
};

static void dem_network_scene_iface_init (DemSceneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemNetworkScene,
                               dem_network_scene,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, dem_network_scene_iface_init))

/* ---- Marks ---- */

static const DemNetworkSign *
get_sign (DemNetworkScene *self, guint index)
{
  return &g_array_index (self->picture->signs, DemNetworkSign, index);
}

static graphene_rect_t
get_target (double x, double y)
{
  return GRAPHENE_RECT_INIT ((float) (x - LEAST_TARGET / 2), (float) (y - LEAST_TARGET / 2),
                             (float) LEAST_TARGET, (float) LEAST_TARGET);
}

static void
add_mark (DemNetworkScene *self, DemRef ref, graphene_rect_t bounds)
{
  DemMark mark = { ref, bounds };
  g_array_append_val (self->marks, mark);
}

static void
add_actor (DemNetworkScene *self, guint index)
{
  const DemNetworkActor *actor = dem_network_picture_get_actor (self->picture, index);
  const DemNetworkSign *sign = get_sign (self, index);
  graphene_rect_t bounds = get_target (sign->x, sign->y);

  if (sign->fold != DEM_NETWORK_NO_NODE)
    bounds = g_array_index (self->picture->folds, DemNetworkFold, sign->fold).box;
  add_mark (self, DEM_REF (ACTOR, actor->head.actor), bounds);
}

static void
add_undrawn (DemNetworkScene *self, const DemNetworkTie *tie)
{
  const DemNetworkSign *a = get_sign (self, tie->a), *b = get_sign (self, tie->b);

  add_mark (self, DEM_REF (PAIR, tie->pair), get_target ((a->x + b->x) / 2, (a->y + b->y) / 2));
}

/* Lines first; then, between their ends, the pairs who have none. */
static void
add_pairs (DemNetworkScene *self)
{
  GArray *ties = dem_network_content_get_ties (self->picture->content);
  GArray *untied = dem_network_content_get_untied (self->picture->content);
  g_autofree gboolean *drawn = g_new0 (gboolean, ties->len + 1);

  for (guint i = 0; i < self->picture->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->picture->arcs, DemMapArc, i);
      const graphene_point_t *middle = &arc->points[DEM_MAP_ARC_POINTS / 2];
      drawn[arc->tie] = TRUE;
      add_mark (self, DEM_REF (PAIR, dem_network_picture_get_tie (self->picture, arc)->pair),
                get_target (middle->x, middle->y));
    }
  for (guint i = 0; self->picture->signs->len > 0 && i < ties->len; i++)
    if (!drawn[i])
      add_undrawn (self, &g_array_index (ties, DemNetworkTie, i));
  for (guint i = 0; self->picture->signs->len > 0 && i < untied->len; i++)
    add_undrawn (self, &g_array_index (untied, DemNetworkTie, i));
}

/* States and whoever stands alone, each followed by those in its hull; then the pairs. */
static void
add_marks (DemNetworkScene *self)
{
  guint n = self->picture->signs->len;
  g_autofree guint *first = g_new (guint, n + 1); /* by actor: the first within */
  g_autofree guint *next = g_new (guint, n + 1);  /* by actor: the next within the same */

  for (guint i = 0; i < n; i++)
    first[i] = next[i] = DEM_NETWORK_NO_NODE;
  for (guint i = n; i > 0; i--)
    {
      guint within = dem_network_picture_get_actor (self->picture, i - 1)->within;
      if (within == DEM_NETWORK_NO_NODE)
        continue;
      next[i - 1] = first[within];
      first[within] = i - 1;
    }
  for (guint i = 0; i < n; i++)
    {
      if (dem_network_picture_get_actor (self->picture, i)->within != DEM_NETWORK_NO_NODE)
        continue;
      add_actor (self, i);
      for (guint j = first[i]; j != DEM_NETWORK_NO_NODE; j = next[j])
        add_actor (self, j);
    }
  add_pairs (self);
}

static const DemMark *
dem_network_scene_get_marks (DemScene *scene, guint *n)
{
  DemNetworkScene *self = DEM_NETWORK_SCENE (scene);

  /* Frames of a moving picture do without. */
  if (self->marks->len == 0)
    add_marks (self);
  *n = self->marks->len;
  return (const DemMark *) (gconstpointer) self->marks->data;
}

/* ---- Hitting ---- */

static double
get_distance (const graphene_rect_t *rect, double x, double y)
{
  double dx = MAX (MAX (rect->origin.x - x, x - rect->origin.x - rect->size.width), 0);
  double dy = MAX (MAX (rect->origin.y - y, y - rect->origin.y - rect->size.height), 0);

  return hypot (dx, dy);
}

static guint
find_mark (DemNetworkScene *self, double x, double y, double tolerance)
{
  guint found = DEM_NETWORK_NO_NODE;
  double least = INFINITY;

  for (guint i = 0; i < self->picture->signs->len; i++)
    {
      const DemNetworkSign *sign = get_sign (self, i);
      graphene_rect_t box;
      double distance;
      if (sign->fold != DEM_NETWORK_NO_NODE || fabs (sign->x - x) > 60 || fabs (sign->y - y) > 60)
        continue;
      box = dem_network_picture_get_head_box (self->picture, i);
      distance = get_distance (&box, x, y);
      if (distance <= MAX (tolerance, (LEAST_TARGET - box.size.width) / 2) && distance < least)
        {
          least = distance;
          found = i;
        }
    }
  return found;
}

static guint
find_name (DemNetworkScene *self, double x, double y)
{
  for (guint i = 0; i < self->picture->signs->len; i++)
    {
      const DemNetworkSign *sign = get_sign (self, i);
      if (sign->name != NULL && get_distance (&sign->bounds, x, y) == 0)
        return i;
    }
  return DEM_NETWORK_NO_NODE;
}

static guint
find_actor (DemNetworkScene *self, double x, double y, double tolerance)
{
  guint found = find_mark (self, x, y, 0);

  if (found == DEM_NETWORK_NO_NODE)
    found = find_name (self, x, y);
  return found != DEM_NETWORK_NO_NODE ? found : find_mark (self, x, y, tolerance);
}

guint
dem_network_scene_find_actor (DemNetworkScene *self, double x, double y)
{
  g_return_val_if_fail (DEM_IS_NETWORK_SCENE (self), DEM_NETWORK_NO_NODE);

  return find_actor (self, x, y, 0);
}

/* A number stands for those who are folded: the first of them. */
static DemRef
hit_count (DemNetworkScene *self, double x, double y)
{
  for (guint i = 0; i < self->picture->folds->len; i++)
    {
      if (get_distance (&g_array_index (self->picture->folds, DemNetworkFold, i).box, x, y) > 0)
        continue;
      for (guint j = 0; j < self->picture->signs->len; j++)
        if (get_sign (self, j)->fold == i)
          return DEM_REF (ACTOR, dem_network_picture_get_actor (self->picture, j)->head.actor);
    }
  return DEM_REF_NONE;
}

static DemRef
hit_line (DemNetworkScene *self, double x, double y, double tolerance)
{
  double least = MAX (tolerance, LINE_TARGET);
  DemRef found = DEM_REF_NONE;

  for (guint i = 0; i < self->picture->labels->len; i++)
    {
      const DemNetworkLabel *label = &g_array_index (self->picture->labels, DemNetworkLabel, i);
      const DemMapArc *arc = &g_array_index (self->picture->arcs, DemMapArc, label->arc);
      if (get_distance (&label->bounds, x, y) == 0)
        return DEM_REF (PAIR, dem_network_picture_get_tie (self->picture, arc)->pair);
    }
  for (guint i = 0; i < self->picture->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->picture->arcs, DemMapArc, i);
      double distance
          = get_distance (&arc->bounds, x, y) <= least ? dem_map_arc_distance (arc, x, y) : INFINITY;
      if (distance > least)
        continue;
      least = distance;
      found = DEM_REF (PAIR, dem_network_picture_get_tie (self->picture, arc)->pair);
    }
  return found;
}

static DemRef
dem_network_scene_hit (DemScene *scene, double x, double y, double tolerance)
{
  DemNetworkScene *self = DEM_NETWORK_SCENE (scene);
  guint actor = find_actor (self, x, y, tolerance);
  DemRef folded;

  if (actor != DEM_NETWORK_NO_NODE)
    return DEM_REF (ACTOR, dem_network_picture_get_actor (self->picture, actor)->head.actor);
  folded = hit_count (self, x, y);
  return dem_ref_is_none (folded) ? hit_line (self, x, y, tolerance) : folded;
}

static void
dem_network_scene_place_notes (DemScene *scene, DemNoteMarks *marks, PangoContext *pango, GArray *spots)
{
  dem_network_notes_place (DEM_NETWORK_SCENE (scene)->picture, marks, pango, spots);
}

/* ---- Words ---- */

static char *
dem_network_scene_describe (DemScene *scene, DemRef ref)
{
  return dem_map_words_describe (dem_network_content_get_time (DEM_NETWORK_SCENE (scene)->picture->content),
                                 ref);
}

void
dem_network_scene_fill_card (DemNetworkScene *self, DemRef ref, DemHoverCard *card)
{
  const DemMapTime *time;
  g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint index;

  g_return_if_fail (DEM_IS_NETWORK_SCENE (self));

  time = dem_network_content_get_time (self->picture->content);
  index = ref.kind == DEM_KIND_ACTOR ? dem_network_content_find (self->picture->content, ref.index)
                                     : DEM_NETWORK_NO_NODE;
  if (index == DEM_NETWORK_NO_NODE || index >= self->picture->signs->len
      || get_sign (self, index)->fold == DEM_NETWORK_NO_NODE)
    {
      dem_map_card_fill (card, time, ref);
      return;
    }
  for (guint i = 0; i < self->picture->signs->len; i++)
    if (get_sign (self, i)->fold == get_sign (self, index)->fold)
      g_array_append_val (folded, dem_network_picture_get_actor (self->picture, i)->head.actor);
  dem_map_card_fill_list (card, time, (const guint32 *) (gconstpointer) folded->data, folded->len);
}

/* ---- Drawing ---- */

static void
dem_network_scene_draw (DemScene *scene, GtkSnapshot *snapshot)
{
  dem_network_picture_draw (DEM_NETWORK_SCENE (scene)->picture, snapshot);
}

static void
dem_network_scene_draw_setting (DemScene *scene, GtkSnapshot *snapshot)
{
  dem_network_picture_draw_setting (DEM_NETWORK_SCENE (scene)->picture, snapshot);
}

static gboolean
dem_network_scene_draw_mark (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  DemNetworkPicture *picture = DEM_NETWORK_SCENE (scene)->picture;

  return ref.kind == DEM_KIND_ACTOR
         && dem_network_picture_draw_head (picture, snapshot,
                                           dem_network_content_find (picture->content, ref.index));
}

static void
dem_network_scene_draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  dem_network_picture_draw_ring (DEM_NETWORK_SCENE (scene)->picture, snapshot, ref);
}

/* ---- The object ---- */

DemNetworkPicture *
dem_network_scene_get_picture (DemNetworkScene *self)
{
  g_return_val_if_fail (DEM_IS_NETWORK_SCENE (self), NULL);

  return self->picture;
}

static DemNetworkScene *
make_scene (DemNetworkContent *content,
            DemNetworkLayout *layout,
            double width,
            double height,
            DemStageCamera camera,
            int scale_factor)
{
  DemNetworkScene *self = g_object_new (DEM_TYPE_NETWORK_SCENE, NULL);

  self->picture = dem_network_picture_new (content, layout, width, height, camera, scale_factor);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DemMark));
  return self;
}

DemNetworkScene *
dem_network_scene_new_for_view (DemNetworkContent *content,
                                DemNetworkLayout *layout,
                                double width,
                                double height,
                                DemStageCamera camera,
                                int scale_factor)
{
  g_return_val_if_fail (content != NULL, NULL);

  return make_scene (content, layout, width, height, camera, scale_factor);
}

DemScene *
dem_network_scene_new (const DemSceneInput *input)
{
  g_autoptr (DemMapWorld) world
      = dem_map_world_new (input->dossier, FALSE, dem_map_get_text_scale (input->pango));
  g_autoptr (DemNetworkContent) content = dem_network_content_new (input, NULL, world);
  dem_network_graph_set_aspect (dem_network_content_get_graph (content),
                                dem_network_get_aspect (input->pango, input->width, input->height));
  g_autoptr (DemNetworkLayout) layout
      = dem_network_layout_new (dem_network_content_get_graph (content), NULL);

  return DEM_SCENE (make_scene (content, layout, input->width, input->height,
                                dem_network_camera_home (layout, input->pango, input->width, input->height), 0));
}

static void
dem_network_scene_finalize (GObject *object)
{
  DemNetworkScene *self = DEM_NETWORK_SCENE (object);

  g_clear_pointer (&self->picture, dem_network_picture_free);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (dem_network_scene_parent_class)->finalize (object);
}

static void
dem_network_scene_class_init (DemNetworkSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_network_scene_finalize;
}

static void
dem_network_scene_init (DemNetworkScene *self)
{
}

static void
dem_network_scene_iface_init (DemSceneInterface *iface)
{
  iface->draw = dem_network_scene_draw;
  iface->hit = dem_network_scene_hit;
  iface->place_notes = dem_network_scene_place_notes;
  iface->get_marks = dem_network_scene_get_marks;
  iface->describe = dem_network_scene_describe;
  iface->draw_ring = dem_network_scene_draw_ring;
  iface->draw_setting = dem_network_scene_draw_setting;
  iface->draw_mark = dem_network_scene_draw_mark;
}
