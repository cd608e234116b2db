/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_scene.h"

#include <math.h>

#include "ui/map/labels.h"
#include "ui/map/legend.h"
#include "ui/map/map_words.h"
#include "ui/map/markers.h"

#define CASING 1.5        /* of the map's colour on each side of an arc */
#define NAME_HALO 3.2
#define LABEL_HALO 4.0
#define INITIALS_POINTS 6.0
#define LEAST_TARGET 24.0 /* pixels in either direction */
#define ARC_TARGET 6.0    /* on either side */
#define RING_GAP 2.0
#define RING_WIDTH 2.0

/* The view's buttons in the lower right corner. */
#define BUTTONS_WIDTH 172.0
#define BUTTONS_HEIGHT 62.0

struct _DemMapScene
{
  GObject parent_instance;

  DemMapContent *content;
  DemLandCache *land; /* nullable: drawn as paths without */
  DemMapViewport viewport;
  float *bends; /* by tie */

  GArray *spots;  /* DemMapSpot */
  GArray *arcs;   /* DemMapArc */
  GArray *plates; /* DemMapPlate, by spot */
  GArray *labels; /* DemMapLabel */
  DemMapLegend *legend;
  GArray *marks; /* DemMark */
};

static void dem_map_scene_iface_init (DemSceneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemMapScene, dem_map_scene, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, dem_map_scene_iface_init))

static const DemMapPost *
get_post (DemMapScene *self, guint index)
{
  return &g_array_index (dem_map_content_get_posts (self->content), DemMapPost, index);
}

static const DemMapTie *
get_tie (DemMapScene *self, const DemMapArc *arc)
{
  return &g_array_index (dem_map_content_get_ties (self->content), DemMapTie, arc->tie);
}

/* ---- Marks ---- */

static graphene_rect_t
get_target (double x, double y)
{
  return GRAPHENE_RECT_INIT ((float) (x - LEAST_TARGET / 2), (float) (y - LEAST_TARGET / 2), (float) LEAST_TARGET,
                             (float) LEAST_TARGET);
}

static void
add_mark (DemMapScene *self, DemRef ref, graphene_rect_t bounds)
{
  DemMark mark = { ref, bounds };
  g_array_append_val (self->marks, mark);
}

static void
add_states (DemMapScene *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (get_post (self, i)->state != DEM_NO_INDEX)
      add_mark (self, DEM_REF (ACTOR, get_post (self, i)->state),
                get_target (g_array_index (self->spots, DemMapSpot, i).x, g_array_index (self->spots, DemMapSpot, i).y));
}

/* Those that are drawn, and those that only a number or the marker stands for. */
static void
add_heads (DemMapScene *self)
{
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      graphene_rect_t folded = plate->more != NULL ? plate->more_box : get_target (spot->x, spot->y);
      for (guint j = 0; j < spot->heads->len; j++)
        {
          const DemMapHead *head = spot->heads->pdata[j];
          gboolean drawn = j < plate->heads->len;
          add_mark (self, DEM_REF (ACTOR, head->actor),
                    drawn ? g_array_index (plate->heads, DemMapHeadBox, j).box : folded);
        }
    }
}

static void
add_others (DemMapScene *self)
{
  const graphene_rect_t *box = dem_map_legend_get_unplaced_box (self->legend);
  GArray *unplaced = dem_map_content_get_unplaced (self->content);

  for (guint i = 0; i < unplaced->len; i++)
    add_mark (self, DEM_REF (ACTOR, g_array_index (unplaced, guint32, i)), *box);
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
      const graphene_point_t *middle = &arc->points[DEM_MAP_ARC_POINTS / 2];
      add_mark (self, DEM_REF (PAIR, get_tie (self, arc)->pair), get_target (middle->x, middle->y));
    }
}

static const DemMark *
dem_map_scene_get_marks (DemScene *scene, guint *n)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);
  *n = self->marks->len;
  return (const DemMark *) self->marks->data;
}

/* ---- Drawing ---- */

static void
draw_land (DemMapScene *self, GtkSnapshot *snapshot)
{
  DemProjection *projection = dem_map_world_get_projection (dem_map_content_get_world (self->content));
  DemLandStyle *style = dem_map_content_get_land_style (self->content);

  if (self->land != NULL)
    {
      dem_land_cache_draw (self->land, snapshot, projection, &self->viewport, style);
      return;
    }
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height));
  dem_land_draw (cr, projection, &self->viewport, style, DEM_BASEMAP_FINE);
  cairo_destroy (cr);
}

static void
draw_arc (DemMapScene *self, cairo_t *cr, const DemMapArc *arc)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  const DemMapTie *tie = get_tie (self, arc);
  double opacity = tie->dimmed ? palette->dim_arc : 1.0;
  double width = tie->stance == DEM_STANCE_ALLIED ? 4.6 : 2.6;

  dem_map_arc_trace (arc, cr);
  cairo_set_line_width (cr, width + 2 * CASING);
  cairo_set_source_rgba (cr, palette->sea.red, palette->sea.green, palette->sea.blue, tie->dimmed ? 0.5 : 1.0);
  cairo_stroke (cr);
  dem_map_arc_trace (arc, cr);
  dem_stance_stroke (cr, tie->stance, palette, &palette->sea, opacity, 1.0);
}

/* What is dimmed lies below, what is selected above. */
static void
draw_arcs (DemMapScene *self, cairo_t *cr)
{
  for (int layer = 0; layer < 3; layer++)
    for (guint i = 0; i < self->arcs->len; i++)
      {
        const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
        const DemMapTie *tie = get_tie (self, arc);
        if (layer == (tie->selected ? 2 : tie->dimmed ? 0 : 1) && dem_map_arc_is_in_view (arc, &self->viewport))
          draw_arc (self, cr, arc);
      }
}

static gboolean
is_near_view (DemMapScene *self, const DemMapSpot *spot)
{
  return spot->x > -20 && spot->y > -20 && spot->x < self->viewport.width + 20 && spot->y < self->viewport.height + 20;
}

static void
draw_markers (DemMapScene *self, cairo_t *cr)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      if (spot->host == i && is_near_view (self, spot))
        dem_map_draw_tether (cr, spot, palette, get_post (self, i)->dimmed ? palette->dim_text : 1.0);
    }
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      if (spot->host == i && is_near_view (self, spot))
        dem_map_draw_marker (cr, spot, get_post (self, i), palette);
      for (guint j = 0; j < plate->heads->len; j++)
        dem_map_draw_head (cr, &g_array_index (plate->heads, DemMapHeadBox, j), palette);
    }
}

static void
draw_shapes (DemMapScene *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height));
  draw_arcs (self, cr);
  draw_markers (self, cr);
  cairo_destroy (cr);
}

static void
draw_initials (DemMapScene *self, GtkSnapshot *snapshot, const DemMapHeadBox *box)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  const DemMapHead *head = box->head;
  PangoLayout *layout = dem_map_content_get_layout (self->content, head->initials, INITIALS_POINTS, DEM_TEXT_BOLD);
  gboolean hollow = head->hypothetical || head->kind == DEM_ACTOR_STATE;
  const GdkRGBA *color = head->hypothetical ? &palette->scenario : hollow ? &palette->head : &palette->on_head;
  double width, height;

  dem_paint_measure (layout, &width, &height);
  dem_paint_text (snapshot, layout, box->box.origin.x + (box->box.size.width - width) / 2,
                  box->box.origin.y + (box->box.size.height - height) / 2, color);
}

static void
draw_plates (DemMapScene *self, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      double opacity = get_post (self, i)->dimmed ? palette->dim_text : 1.0;
      GdkRGBA ink = dem_paint_fade (&palette->ink, opacity), dim = dem_paint_fade (&palette->dim, opacity);
      if (plate->name == NULL)
        continue;
      dem_paint_text_halo (snapshot, plate->name, plate->name_at.x, plate->name_at.y, &ink, &palette->sea, NAME_HALO);
      if (plate->more != NULL)
        dem_paint_text_halo (snapshot, plate->more, plate->more_box.origin.x, plate->more_box.origin.y, &dim,
                             &palette->sea, NAME_HALO);
      for (guint j = 0; j < plate->heads->len; j++)
        draw_initials (self, snapshot, &g_array_index (plate->heads, DemMapHeadBox, j));
    }
}

static void
draw_strip (DemMapScene *self, GtkSnapshot *snapshot, const DemMapLabel *label)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  const graphene_rect_t *strip = &label->strip;

  dem_paint_rect (snapshot, strip->origin.x - 1, strip->origin.y - 1, strip->size.width + 2, strip->size.height + 2,
                  &palette->sea);
  for (guint i = 0; i < label->spells->len; i++)
    {
      const DemMapSpell *spell = &g_array_index (label->spells, DemMapSpell, i);
      dem_paint_rect (snapshot, strip->origin.x + spell->from * strip->size.width, strip->origin.y,
                      MAX ((spell->to - spell->from) * strip->size.width - 1.0, 1.0), strip->size.height,
                      dem_stance_get_color (spell->stance, palette));
    }
}

static void
draw_labels (DemMapScene *self, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (self->labels, DemMapLabel, i);
      const DemMapTie *tie = get_tie (self, &g_array_index (self->arcs, DemMapArc, label->arc));
      GdkRGBA ink = dem_paint_fade (&palette->ink, tie->dimmed ? palette->dim_text : 1.0);
      dem_paint_text_halo (snapshot, label->layout, label->text_at.x, label->text_at.y, &ink, &palette->sea, LABEL_HALO);
      if (label->spells != NULL)
        draw_strip (self, snapshot, label);
    }
}

static void
dem_map_scene_draw (DemScene *scene, GtkSnapshot *snapshot)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);

  draw_land (self, snapshot);
  draw_shapes (self, snapshot);
  draw_labels (self, snapshot);
  draw_plates (self, snapshot);
  dem_map_legend_draw (self->legend, snapshot);
}

/* ---- Hitting ---- */

/* How far a point lies outside a rectangle; 0 inside. */
static double
get_distance (const graphene_rect_t *rect, double x, double y)
{
  double dx = MAX (MAX (rect->origin.x - x, x - rect->origin.x - rect->size.width), 0);
  double dy = MAX (MAX (rect->origin.y - y, y - rect->origin.y - rect->size.height), 0);
  return hypot (dx, dy);
}

typedef struct
{
  DemRef ref;
  double distance;
} Hit;

static void
offer (Hit *hit, DemRef ref, double distance, double reach)
{
  if (distance <= reach && distance < hit->distance)
    *hit = (Hit){ ref, distance };
}

/* Of the heads that a number stands for, the one that comes after the selected: clicking again goes on. */
static DemRef
get_folded (DemMapScene *self, const DemMapPlate *plate)
{
  const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, plate->spot);
  const DemMapHead *head = spot->heads->pdata[plate->heads->len];
  return DEM_REF (ACTOR, head->actor);
}

static void
hit_heads (DemMapScene *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      /* Heads overlap, the later ones lie above. */
      for (guint j = plate->heads->len; j > 0; j--)
        {
          const DemMapHeadBox *box = &g_array_index (plate->heads, DemMapHeadBox, j - 1);
          offer (hit, DEM_REF (ACTOR, box->head->actor), get_distance (&box->box, x, y), tolerance);
        }
      if (plate->more != NULL)
        offer (hit, get_folded (self, plate), get_distance (&plate->more_box, x, y), tolerance);
    }
}

static void
hit_markers (DemMapScene *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      guint32 state = get_post (self, i)->state;
      if (spot->host != i)
        continue;
      DemRef ref = state != DEM_NO_INDEX ? DEM_REF (ACTOR, state)
                                         : DEM_REF (ACTOR, ((const DemMapHead *) spot->heads->pdata[0])->actor);
      double radius = dem_map_spot_get_radius (spot);
      double distance = MAX (hypot (spot->x - x, spot->y - y) - radius, 0);
      offer (hit, ref, distance, MAX (tolerance, LEAST_TARGET / 2 - radius));
    }
}

static void
hit_names (DemMapScene *self, Hit *hit, double x, double y)
{
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      guint32 state = get_post (self, i)->state;
      if (plate->name != NULL && state != DEM_NO_INDEX)
        offer (hit, DEM_REF (ACTOR, state), get_distance (&plate->bounds, x, y), 0);
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (self->labels, DemMapLabel, i);
      const DemMapTie *tie = get_tie (self, &g_array_index (self->arcs, DemMapArc, label->arc));
      offer (hit, DEM_REF (PAIR, tie->pair), get_distance (&label->bounds, x, y), 0);
    }
  const graphene_rect_t *unplaced = dem_map_legend_get_unplaced_box (self->legend);
  if (unplaced != NULL)
    offer (hit, DEM_REF (ACTOR, g_array_index (dem_map_content_get_unplaced (self->content), guint32, 0)),
           get_distance (unplaced, x, y), 0);
}

static void
hit_arcs (DemMapScene *self, Hit *hit, double x, double y, double tolerance)
{
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
      double reach = MAX (tolerance, ARC_TARGET);
      if (get_distance (&arc->bounds, x, y) <= reach)
        offer (hit, DEM_REF (PAIR, get_tie (self, arc)->pair), dem_map_arc_distance (arc, x, y), reach);
    }
}

/* What is smaller goes first: what lies under the pointer of heads, markers and names, then what is near, then arcs. */
static DemRef
dem_map_scene_hit (DemScene *scene, double x, double y, double tolerance)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);
  Hit hit = { DEM_REF_NONE, INFINITY };

  hit_heads (self, &hit, x, y, 0);
  if (dem_ref_is_none (hit.ref))
    hit_markers (self, &hit, x, y, 0);
  if (dem_ref_is_none (hit.ref))
    hit_names (self, &hit, x, y);
  if (dem_ref_is_none (hit.ref))
    hit_heads (self, &hit, x, y, tolerance);
  if (dem_ref_is_none (hit.ref))
    hit_arcs (self, &hit, x, y, tolerance);
  return hit.ref;
}

/* ---- Words ---- */

static char *
dem_map_scene_describe (DemScene *scene, DemRef ref)
{
  return dem_map_words_describe (DEM_MAP_SCENE (scene)->content, ref);
}

/* The actors that a plate's number stands for, if this is one of them; NULL otherwise. */
static char *
list_folded (DemMapScene *self, DemRef ref)
{
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (guint32));
      gboolean found = FALSE;
      for (guint j = plate->heads->len; plate->more != NULL && j < spot->heads->len; j++)
        {
          guint32 actor = ((const DemMapHead *) spot->heads->pdata[j])->actor;
          found = found || actor == ref.index;
          g_array_append_val (folded, actor);
        }
      if (found)
        return dem_map_words_list (self->content, (const guint32 *) folded->data, folded->len);
    }
  return NULL;
}

char *
dem_map_scene_dup_tooltip (DemMapScene *self, DemRef ref)
{
  GArray *unplaced = dem_map_content_get_unplaced (self->content);
  char *list = ref.kind == DEM_KIND_ACTOR ? list_folded (self, ref) : NULL;

  if (list != NULL)
    return list;
  for (guint i = 0; i < unplaced->len; i++)
    if (ref.kind == DEM_KIND_ACTOR && g_array_index (unplaced, guint32, i) == ref.index)
      return dem_map_words_list (self->content, (const guint32 *) unplaced->data, unplaced->len);
  return dem_map_words_tell (self->content, ref);
}

/* ---- The focus ring ---- */

static void
trace_actor_ring (DemMapScene *self, cairo_t *cr, const DemMark *mark)
{
  double outside = RING_GAP + RING_WIDTH / 2;
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      for (guint j = 0; j < plate->heads->len; j++)
        {
          const DemMapHeadBox *box = &g_array_index (plate->heads, DemMapHeadBox, j);
          if (box->head->actor == mark->ref.index)
            {
              dem_map_trace_head (cr, box->head->kind, &box->box, outside);
              return;
            }
        }
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      if (get_post (self, i)->state == mark->ref.index)
        {
          cairo_arc (cr, spot->x, spot->y, DEM_MAP_RING + outside, 0, 2 * G_PI);
          return;
        }
    }
  dem_map_trace_head (cr, DEM_ACTOR_ORGANISATION, &mark->bounds, outside);
}

static void
trace_ring (DemMapScene *self, cairo_t *cr, const DemMark *mark)
{
  if (mark->ref.kind == DEM_KIND_ACTOR)
    {
      trace_actor_ring (self, cr, mark);
      return;
    }
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
      if (get_tie (self, arc)->pair == mark->ref.index)
        dem_map_arc_trace_outline (arc, cr, 4.0 + RING_GAP + RING_WIDTH / 2);
    }
}

static void
dem_map_scene_draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  DemMapScene *self = DEM_MAP_SCENE (scene);
  const DemPalette *palette = dem_map_content_get_palette (self->content);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DemMark *mark = &g_array_index (self->marks, DemMark, i);
      if (!dem_ref_equal (mark->ref, ref))
        continue;
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height));
      trace_ring (self, cr, mark);
      cairo_set_line_width (cr, RING_WIDTH);
      gdk_cairo_set_source_rgba (cr, &palette->accent);
      cairo_stroke (cr);
      cairo_destroy (cr);
      return;
    }
}

/* ---- Making ---- */

/* The sides on which names stood in the picture before, by the new posts; NULL when that was of another world. */
static DemMapSide *
get_sides (DemMapScene *before, DemMapContent *content)
{
  DemMapWorld *world = dem_map_content_get_world (content);
  GArray *posts = dem_map_content_get_posts (content);
  guint n_seats;

  if (before == NULL || dem_map_content_get_world (before->content) != world)
    return NULL;
  dem_map_world_get_seats (world, &n_seats);
  g_autofree DemMapSide *by_seat = g_new (DemMapSide, n_seats + 1);
  for (guint i = 0; i < n_seats; i++)
    by_seat[i] = DEM_N_SIDES;
  for (guint i = 0; i < before->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (before->plates, DemMapPlate, i);
      if (plate->name != NULL)
        by_seat[get_post (before, i)->seat] = plate->side;
    }
  DemMapSide *sides = g_new (DemMapSide, posts->len + 1);
  for (guint i = 0; i < posts->len; i++)
    sides[i] = by_seat[g_array_index (posts, DemMapPost, i).seat];
  return sides;
}

static DemMapScene *
make_scene (DemMapContent *content, double width, double height, DemMapCamera camera, DemMapScene *before,
            DemLandCache *land)
{
  DemMapScene *self = g_object_new (DEM_TYPE_MAP_SCENE, NULL);
  DemMapWorld *world = dem_map_content_get_world (content);
  gboolean has_buttons = land != NULL;
  g_autofree DemMapSide *sides = get_sides (before, content);

  self->content = dem_map_content_ref (content);
  g_set_object (&self->land, land);
  dem_map_viewport_init (&self->viewport, dem_map_world_get_projection (world), dem_map_world_get_extent (world), width,
                         height, camera);
  self->bends = before != NULL && before->content == content
                    ? g_memdup2 (before->bends, sizeof (float) * dem_map_content_get_ties (content)->len)
                    : dem_map_bends_choose (content);
  self->spots = dem_map_spots_new (content, &self->viewport);
  self->arcs = dem_map_arcs_new (content, self->spots, &self->viewport, self->bends, camera.zoom);
  self->legend = dem_map_legend_new (content, &self->viewport, has_buttons ? width - BUTTONS_WIDTH : width, !has_buttons);

  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (graphene_rect_t));
  graphene_rect_t reserved[]
      = { *dem_map_legend_get_bounds (self->legend),
          GRAPHENE_RECT_INIT ((float) (width - BUTTONS_WIDTH), (float) (height - BUTTONS_HEIGHT), (float) BUTTONS_WIDTH,
                              (float) BUTTONS_HEIGHT) };
  DemMapRoom room = { content, &self->viewport, self->spots, self->arcs, taken, reserved, has_buttons ? 2 : 1 };
  self->plates = dem_map_plates_new (&room, sides);
  self->labels = dem_map_labels_new (&room);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DemMark));
  add_states (self);
  add_heads (self);
  add_others (self);
  return self;
}

DemMapScene *
dem_map_scene_new_for_view (DemMapContent *content, double width, double height, DemMapCamera camera,
                            DemMapScene *before, DemLandCache *land)
{
  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (before == NULL || DEM_IS_MAP_SCENE (before), NULL);
  g_return_val_if_fail (DEM_IS_LAND_CACHE (land), NULL);

  return make_scene (content, width, height, camera, before, land);
}

DemScene *
dem_map_scene_new_with_camera (const DemSceneInput *input, DemMapCamera camera)
{
  g_autoptr (DemMapWorld) world = dem_map_world_new (input->dossier, FALSE, dem_map_get_text_scale (input->pango));
  g_autoptr (DemMapContent) content = dem_map_content_new (world, input);
  return DEM_SCENE (make_scene (content, input->width, input->height, camera, NULL, NULL));
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
  return &self->viewport;
}

DemMapContent *
dem_map_scene_get_content (DemMapScene *self)
{
  return self->content;
}

GArray *
dem_map_scene_get_label_boxes (DemMapScene *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (guint i = 0; i < self->plates->len; i++)
    if (g_array_index (self->plates, DemMapPlate, i).name != NULL)
      g_array_append_val (boxes, g_array_index (self->plates, DemMapPlate, i).bounds);
  for (guint i = 0; i < self->labels->len; i++)
    g_array_append_val (boxes, g_array_index (self->labels, DemMapLabel, i).bounds);
  g_array_append_val (boxes, *dem_map_legend_get_bounds (self->legend));
  return boxes;
}

GArray *
dem_map_scene_get_marker_boxes (DemMapScene *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
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

  g_clear_pointer (&self->content, dem_map_content_unref);
  g_clear_object (&self->land);
  g_clear_pointer (&self->bends, g_free);
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->arcs, g_array_unref);
  g_clear_pointer (&self->plates, g_array_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->legend, dem_map_legend_free);
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
  iface->get_marks = dem_map_scene_get_marks;
  iface->describe = dem_map_scene_describe;
  iface->draw_ring = dem_map_scene_draw_ring;
}
