/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_private.h"

#include <math.h>

#include "ui/common/note_room.h"
#include "ui/common/paint.h"

#define LEAST_TARGET 24.0 /* pixels in either direction */
#define LINE_TARGET 6.0   /* on either side of a connector */
#define PILL_PADDING 9.0
#define FIT_MARGIN 16.0
#define NOTE_FROM_CORNER 20.0 /* where the badge of what is assumed stands */
#define NOTE_OVER_EDGE 3.0    /* a mark stands on the edge of its box, and a little in it */

static void scene_init (DemSceneInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemArgumentMapScene,
                               dem_argument_map_scene,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, scene_init))

DemArgumentMapWords
dem_argument_map_scene_get_words (DemArgumentMapScene *self)
{
  return (DemArgumentMapWords){ self->map, self->now, self->before };
}

gboolean
dem_argument_map_scene_is_relevant (DemArgumentMapScene *self, DemRef ref)
{
  return dem_relevance_contains (self->relevance, ref);
}

/* ---- The picture ---- */

graphene_point_t
dem_argument_map_scene_project (DemArgumentMapScene *self, double x, double y)
{
  return GRAPHENE_POINT_INIT ((float) ((x - self->camera.x) * self->camera.zoom + self->width / 2),
                              (float) ((y - self->camera.y) * self->camera.zoom + self->height / 2));
}

graphene_rect_t
dem_argument_map_scene_project_rect (DemArgumentMapScene *self, const graphene_rect_t *rect)
{
  float zoom = (float) self->camera.zoom;

  return (graphene_rect_t){ dem_argument_map_scene_project (self, rect->origin.x, rect->origin.y),
                            { rect->size.width * zoom, rect->size.height * zoom } };
}

static graphene_point_t
unproject (DemArgumentMapScene *self, double x, double y)
{
  return GRAPHENE_POINT_INIT ((float) ((x - self->width / 2) / self->camera.zoom + self->camera.x),
                              (float) ((y - self->height / 2) / self->camera.zoom + self->camera.y));
}

graphene_rect_t
dem_argument_map_scene_get_pill (DemArgumentMapScene *self, guint box)
{
  const graphene_rect_t *rect = &self->boxes[box];
  g_autofree char *text = dem_argument_map_dup_count (dem_claim_map_get_box (self->map, box)->n_reasons);
  g_autoptr (PangoLayout) layout = dem_paint_layout (self->pango, text, DEM_ARGUMENT_MAP_PILL, DEM_TEXT_BOLD);
  double width, x, padding = self->sizes.padding;

  dem_paint_measure (layout, &width, NULL);
  width += 2 * PILL_PADDING * self->sizes.scale;
  x = self->rtl ? rect->origin.x + rect->size.width - padding - width : rect->origin.x + padding;
  return GRAPHENE_RECT_INIT ((float) x,
                             (float) (rect->origin.y + rect->size.height + self->sizes.pill_gap),
                             (float) width, (float) self->sizes.pill);
}

graphene_point_t
dem_argument_map_scene_get_handle (DemArgumentMapScene *self, guint box)
{
  const graphene_rect_t *rect = &self->boxes[box];
  double at = DEM_ARGUMENT_MAP_HANDLE_AT * self->sizes.scale;

  return GRAPHENE_POINT_INIT ((float) (rect->origin.x + (self->rtl ? rect->size.width - at : at)),
                              rect->origin.y + rect->size.height);
}

/* ---- Marks ---- */

static void
add_mark (DemArgumentMapScene *self, DemRef ref, graphene_rect_t bounds)
{
  DemMark mark = { ref, bounds };
  g_array_append_val (self->marks, mark);
}

static void
add_step_mark (DemArgumentMapScene *self, guint index)
{
  const DemClaimMapStep *step = dem_claim_map_get_step (self->map, index);
  const DemArgumentRoute *route = dem_argument_routes_get (self->routes, index);
  const graphene_point_t *at = step->sign == DEM_SIGN_UNDERCUT ? &route->port : &route->middle;
  graphene_point_t middle = dem_argument_map_scene_project (self, at->x, at->y);
  float size = (float) MAX (2 * DEM_ARGUMENT_MAP_JOINT * self->sizes.scale * self->camera.zoom, LEAST_TARGET / 2);

  add_mark (self, DEM_REF (INFERENCE, step->inference),
            GRAPHENE_RECT_INIT (middle.x - size / 2, middle.y - size / 2, size, size));
}

/* By step to a box: how many steps follow it until the next such, as what breaks it comes right after it. */
static guint
add_steps_of (DemArgumentMapScene *self, guint step)
{
  do
    add_step_mark (self, step++);
  while (step < dem_claim_map_count_steps (self->map)
         && dem_claim_map_get_step (self->map, step)->sign == DEM_SIGN_UNDERCUT);
  return step;
}

/* Each claim, followed by the steps that lead to it, which the map has in the order of their claims. */
static void
add_marks (DemArgumentMapScene *self)
{
  guint step = 0;

  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    {
      add_mark (self, DEM_REF (CLAIM, dem_claim_map_get_box (self->map, i)->claim),
                dem_argument_map_scene_project_rect (self, &self->boxes[i]));
      while (step < dem_claim_map_count_steps (self->map) && dem_claim_map_get_step (self->map, step)->to == i)
        step = add_steps_of (self, step);
    }
}

static const DemMark *
get_marks (DemScene *scene, guint *n)
{
  DemArgumentMapScene *self = DEM_ARGUMENT_MAP_SCENE (scene);

  *n = self->marks->len;
  return (const DemMark *) (gconstpointer) self->marks->data;
}

/* On the upper edge of a box, beside what says that it is assumed. */
static void
place_note_on_box (DemArgumentMapScene *self, DemNoteRoom *room, const graphene_rect_t *box)
{
  double width, height, end;

  dem_note_room_get_size (room, &width, &height);
  end = NOTE_FROM_CORNER * self->camera.zoom * self->sizes.scale + width / 2;
  dem_note_room_put (room, self->rtl ? box->origin.x + end : box->origin.x + box->size.width - end,
                     box->origin.y - height / 2 + NOTE_OVER_EDGE);
}

/* Boxes first; beside the middle of a step there is what they leave. */
static void
place_notes (DemScene *scene, DemNoteMarks *marks, PangoContext *pango, GArray *spots)
{
  DemArgumentMapScene *self = DEM_ARGUMENT_MAP_SCENE (scene);
  graphene_rect_t frame = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  g_autoptr (DemNoteRoom) room = dem_note_room_new (
      marks, dem_outline_get_dossier (dem_claim_map_get_outline (self->map)), pango, &frame, spots);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DemMark *mark = &g_array_index (self->marks, DemMark, i);

      if (!graphene_rect_intersection (&mark->bounds, &frame, NULL))
        continue;
      if (mark->ref.kind == DEM_KIND_CLAIM && dem_note_room_begin (room, mark->ref))
        place_note_on_box (self, room, &mark->bounds);
      dem_note_room_take (room, &mark->bounds);
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const DemMark *mark = &g_array_index (self->marks, DemMark, i);

      if (mark->ref.kind == DEM_KIND_INFERENCE && graphene_rect_intersection (&mark->bounds, &frame, NULL)
          && dem_note_room_begin (room, mark->ref) && !dem_note_room_try_beside (room, &mark->bounds))
        dem_note_room_put (room, mark->bounds.origin.x, mark->bounds.origin.y);
    }
}

static char *
describe (DemScene *scene, DemRef ref)
{
  DemArgumentMapWords words = dem_argument_map_scene_get_words (DEM_ARGUMENT_MAP_SCENE (scene));

  return dem_argument_map_describe (&words, ref);
}

/* ---- Pointing ---- */

static DemRef
hit_disc (DemArgumentMapScene *self, const graphene_point_t *at, double tolerance)
{
  double most = DEM_ARGUMENT_MAP_JOINT * self->sizes.scale + tolerance;

  for (guint i = 0; i < dem_claim_map_count_steps (self->map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (self->map, i);
      const DemArgumentRoute *route = dem_argument_routes_get (self->routes, i);

      if ((step->sign == DEM_SIGN_UNDERCUT && hypot (route->port.x - at->x, route->port.y - at->y) <= most)
          || (route->is_linked && hypot (route->middle.x - at->x, route->middle.y - at->y) <= most))
        return DEM_REF (INFERENCE, step->inference);
    }
  return DEM_REF_NONE;
}

static DemRef
hit_line (DemArgumentMapScene *self, const graphene_point_t *at, double least)
{
  DemRef found = DEM_REF_NONE;

  for (guint i = 0; i < dem_claim_map_count_steps (self->map); i++)
    {
      double distance = dem_argument_routes_distance (self->routes, i, at->x, at->y, least);

      if (distance > least)
        continue;
      least = distance;
      found = DEM_REF (INFERENCE, dem_claim_map_get_step (self->map, i)->inference);
    }
  return found;
}

static DemRef
hit_box (DemArgumentMapScene *self, const graphene_point_t *at)
{
  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    if (graphene_rect_contains_point (&self->boxes[i], at))
      return DEM_REF (CLAIM, dem_claim_map_get_box (self->map, i)->claim);
  return DEM_REF_NONE;
}

static DemRef
hit (DemScene *scene, double x, double y, double tolerance)
{
  DemArgumentMapScene *self = DEM_ARGUMENT_MAP_SCENE (scene);
  graphene_point_t at = unproject (self, x, y);
  double least = MAX (tolerance, LINE_TARGET) / self->camera.zoom;
  DemRef found = hit_box (self, &at);

  if (dem_ref_is_none (found))
    found = hit_disc (self, &at, tolerance > LINE_TARGET ? least / 2 : 0);
  return dem_ref_is_none (found) ? hit_line (self, &at, least) : found;
}

guint32
dem_argument_map_scene_find_fold (DemArgumentMapScene *self, double x, double y)
{
  graphene_point_t at;
  double reach;

  g_return_val_if_fail (DEM_IS_ARGUMENT_MAP_SCENE (self), DEM_NO_INDEX);

  at = unproject (self, x, y);
  reach = MAX (LEAST_TARGET / 2 / self->camera.zoom, DEM_ARGUMENT_MAP_HANDLE * self->sizes.scale);
  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    {
      const DemClaimMapBox *shown = dem_claim_map_get_box (self->map, i);
      graphene_point_t handle = dem_argument_map_scene_get_handle (self, i);
      graphene_rect_t pill;

      if (shown->n_reasons == 0 || fabs (self->boxes[i].origin.y - at.y) > 600)
        continue;
      if (shown->is_open)
        {
          if (hypot (handle.x - at.x, handle.y - at.y) <= reach
              && (shown->claim == self->handle
                  || dem_relevance_is_selected (self->relevance, DEM_REF (CLAIM, shown->claim))))
            return shown->claim;
          continue;
        }
      pill = dem_argument_map_scene_get_pill (self, i);
      graphene_rect_inset (&pill, -2, -2);
      if (graphene_rect_contains_point (&pill, &at))
        return shown->claim;
    }
  return DEM_NO_INDEX;
}

/* ---- From box to box ---- */

/* Nearer is better, and aside counts double. */
static void
consider (DemArgumentMapScene *self, guint32 box, double y, guint32 *best, double *least)
{
  double distance = fabs (self->boxes[box].origin.y + self->boxes[box].size.height / 2 - y);

  if (distance >= *least)
    return;
  *least = distance;
  *best = box;
}

/* The claims that a box bears on, or the premises that bear on it, whichever is asked for. */
static guint32
find_along (DemArgumentMapScene *self, guint32 box, gboolean to_reasons)
{
  double y = self->boxes[box].origin.y + self->boxes[box].size.height / 2, least = INFINITY;
  guint32 best = DEM_NO_NODE;

  for (guint i = 0; i < dem_claim_map_count_steps (self->map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (self->map, i);
      guint32 root = dem_claim_map_get_root (self->map, i);

      for (guint j = step->first; j < step->first + step->n_from; j++)
        {
          guint32 premise = dem_claim_map_get_premise (self->map, j);

          if (to_reasons && root == box && premise != box)
            consider (self, premise, y, &best, &least);
          else if (!to_reasons && premise == box && root != box)
            consider (self, root, y, &best, &least);
        }
    }
  return best;
}

/* Which boxes stand in the same column; in a row of what stands alone all are one column, read in lines. */
static guint32
find_beside (DemArgumentMapScene *self, guint32 box, int direction)
{
  const DemArgumentPlace *places = dem_argument_layout_get_places (self->layout);
  double least = INFINITY;
  guint32 best = DEM_NO_NODE;

  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    {
      double dx = fabs (self->boxes[i].origin.x - self->boxes[box].origin.x);
      double dy = (self->boxes[i].origin.y - self->boxes[box].origin.y) * direction;
      double distance = dy + 2 * dx;

      if (dy < 1 || distance >= least || (dx > 1 && places[i].column != DEM_ARGUMENT_NONE))
        continue;
      least = distance;
      best = i;
    }
  return best;
}

static guint32
find_in_row (DemArgumentMapScene *self, guint32 box, int direction)
{
  double least = INFINITY;
  guint32 best = DEM_NO_NODE;

  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    {
      double dx = (self->boxes[i].origin.x - self->boxes[box].origin.x) * direction;

      if (fabs (self->boxes[i].origin.y - self->boxes[box].origin.y) > 1 || dx < 1 || dx >= least)
        continue;
      least = dx;
      best = i;
    }
  return best;
}

static guint32
step_from_box (DemArgumentMapScene *self, guint32 box, DemCursorMove move)
{
  gboolean sideways = move == DEM_CURSOR_LEFT || move == DEM_CURSOR_RIGHT;
  int direction = move == DEM_CURSOR_RIGHT || move == DEM_CURSOR_DOWN ? 1 : -1;

  if (!sideways)
    return find_beside (self, box, direction);
  if (dem_claim_map_get_box (self->map, box)->stands_alone)
    return find_in_row (self, box, direction);
  return find_along (self, box, (direction > 0) != self->rtl);
}

static guint32
step_from_step (DemArgumentMapScene *self, guint32 index, DemCursorMove move)
{
  const DemClaimMapStep *step = dem_claim_map_get_step (self->map, index);
  gboolean to_reasons = (move == DEM_CURSOR_RIGHT) != self->rtl;

  if (move != DEM_CURSOR_LEFT && move != DEM_CURSOR_RIGHT)
    return step_from_box (self, dem_claim_map_get_premise (self->map, step->first), move);
  return to_reasons ? dem_claim_map_get_premise (self->map, step->first)
                    : dem_claim_map_get_root (self->map, index);
}

DemRef
dem_argument_map_scene_step (DemArgumentMapScene *self, DemRef from, DemCursorMove move)
{
  guint32 at = DEM_NO_NODE, to = DEM_NO_NODE;

  g_return_val_if_fail (DEM_IS_ARGUMENT_MAP_SCENE (self), DEM_REF_NONE);

  if (from.kind == DEM_KIND_CLAIM)
    at = dem_claim_map_find_claim (self->map, from.index);
  else if (from.kind == DEM_KIND_INFERENCE)
    at = dem_claim_map_find_inference (self->map, from.index);
  if (at != DEM_NO_NODE)
    to = from.kind == DEM_KIND_CLAIM ? step_from_box (self, at, move) : step_from_step (self, at, move);
  else if (dem_claim_map_count_boxes (self->map) > 0)
    to = 0;
  return to != DEM_NO_NODE ? DEM_REF (CLAIM, dem_claim_map_get_box (self->map, to)->claim) : DEM_REF_NONE;
}

/* ---- Drawing ---- */

static void
draw (DemScene *scene, GtkSnapshot *snapshot)
{
  dem_argument_map_draw (DEM_ARGUMENT_MAP_SCENE (scene), snapshot);
}

static void
draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  dem_argument_map_draw_ring (DEM_ARGUMENT_MAP_SCENE (scene), snapshot, ref);
}

static void
scene_init (DemSceneInterface *interface)
{
  interface->draw = draw;
  interface->hit = hit;
  interface->place_notes = place_notes;
  interface->get_marks = get_marks;
  interface->describe = describe;
  interface->draw_ring = draw_ring;
}

/* ---- The object ---- */

graphene_rect_t *
dem_argument_map_dup_boxes (DemArgumentLayout *layout, graphene_point_t origin, gboolean rtl)
{
  guint n = dem_argument_plan_count_boxes (dem_argument_layout_get_plan (layout));
  const DemArgumentPlace *places = dem_argument_layout_get_places (layout);
  graphene_rect_t *boxes = g_new (graphene_rect_t, n + 1);
  double width, height;

  dem_argument_layout_get_size (layout, &width, &height);
  for (guint i = 0; i < n; i++)
    {
      double x = rtl ? width - places[i].x - places[i].width : places[i].x;
      boxes[i] = GRAPHENE_RECT_INIT ((float) (origin.x + x), (float) (origin.y + places[i].y),
                                     (float) places[i].width, (float) places[i].height);
    }
  return boxes;
}

DemStageCamera
dem_argument_map_fit (DemArgumentLayout *layout, graphene_point_t origin, double width, double height, double frame)
{
  double all_width, all_height, zoom;

  dem_argument_layout_get_size (layout, &all_width, &all_height);
  zoom = MIN ((width - 2 * FIT_MARGIN) / MAX (all_width, 1), (height - 2 * FIT_MARGIN - frame) / MAX (all_height, 1));
  zoom = CLAMP (zoom, 0.001, 1);
  return (DemStageCamera){ origin.x + all_width / 2, origin.y + all_height / 2 + frame / 2 / zoom, zoom };
}

static void
dem_argument_map_scene_finalize (GObject *object)
{
  DemArgumentMapScene *self = DEM_ARGUMENT_MAP_SCENE (object);

  g_clear_pointer (&self->map, dem_claim_map_unref);
  g_clear_pointer (&self->layout, dem_argument_layout_unref);
  g_clear_pointer (&self->now, dem_evaluation_unref);
  g_clear_pointer (&self->before, dem_evaluation_unref);
  g_clear_pointer (&self->relevance, dem_relevance_unref);
  g_clear_pointer (&self->routes, dem_argument_routes_free);
  g_clear_object (&self->pango);
  g_clear_pointer (&self->boxes, g_free);
  g_clear_pointer (&self->opacities, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (dem_argument_map_scene_parent_class)->finalize (object);
}

static void
dem_argument_map_scene_class_init (DemArgumentMapSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_argument_map_scene_finalize;
}

static void
dem_argument_map_scene_init (DemArgumentMapScene *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (DemMark));
}

DemArgumentMapScene *
dem_argument_map_scene_new_for_state (const DemSceneInput *input, const DemArgumentMapState *state)
{
  DemArgumentMapScene *self = g_object_new (DEM_TYPE_ARGUMENT_MAP_SCENE, NULL);
  guint n = dem_claim_map_count_boxes (state->words.map);

  self->map = dem_claim_map_ref (state->words.map);
  self->layout = dem_argument_layout_ref (state->layout);
  self->now = state->words.now != NULL ? dem_evaluation_ref (state->words.now) : NULL;
  self->before = state->words.before != NULL ? dem_evaluation_ref (state->words.before) : NULL;
  self->relevance = dem_relevance_ref (input->relevance);
  self->palette = input->palette;
  self->pango = g_object_ref (input->pango);
  self->rtl = pango_context_get_base_dir (input->pango) == PANGO_DIRECTION_RTL;
  self->width = input->width;
  self->height = input->height;
  self->camera = state->camera;
  self->origin = state->origin;
  self->handle = state->handle;
  self->framed = state->framed;
  dem_argument_map_measure (input->pango, &self->sizes);
  self->boxes = state->boxes != NULL ? g_memdup2 (state->boxes, sizeof (graphene_rect_t) * n)
                                     : dem_argument_map_dup_boxes (self->layout, self->origin, self->rtl);
  self->opacities = state->opacities != NULL ? g_memdup2 (state->opacities, sizeof (double) * n) : NULL;
  self->routes
      = dem_argument_routes_new (self->layout, self->boxes, self->origin, self->rtl, self->sizes.scale);
  add_marks (self);
  return self;
}

/* ---- For tests ---- */

DemClaimMap *
dem_argument_map_scene_get_map (DemArgumentMapScene *self)
{
  return self->map;
}

const graphene_rect_t *
dem_argument_map_scene_get_boxes (DemArgumentMapScene *self)
{
  return self->boxes;
}

const DemArgumentRoutes *
dem_argument_map_scene_get_routes (DemArgumentMapScene *self)
{
  return self->routes;
}
