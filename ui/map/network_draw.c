/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ui/common/head.h"
#include "ui/map/halo.h"
#include "ui/map/markers.h"
#include "ui/map/network_lines.h"
#include "ui/map/network_perspective.h"
#include "ui/map/network_picture.h"

#define NAME_HALO 3.2
#define LABEL_HALO 4.0
#define HULL_TINT 0.05
#define HULL_RIM 0.12
#define INITIALS_POINTS 6.0
#define RING_GAP 2.0
#define RING_WIDTH 2.0

static cairo_t *
append_cairo (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  return dem_paint_cairo (snapshot,
                                    &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
}

/* ---- Hulls and lines ---- */

static void
trace_hull (cairo_t *cr, const DemNetworkHull *hull)
{
  cairo_save (cr);
  cairo_translate (cr, hull->x, hull->y);
  cairo_scale (cr, hull->width / 2, hull->height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

static void
draw_hulls (DemNetworkPicture *self, cairo_t *cr)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);
  GdkRGBA tint = dem_paint_fade (&palette->ink, HULL_TINT), rim = dem_paint_fade (&palette->ink, HULL_RIM);

  for (guint i = 0; i < self->hulls->len; i++)
    {
      trace_hull (cr, &g_array_index (self->hulls, DemNetworkHull, i));
      gdk_cairo_set_source_rgba (cr, &tint);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, palette->high_contrast ? &palette->ink : &rim);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke (cr);
    }
}

/* Who was pinned outside the hull is tied to whom he belongs. */
static void
draw_tethers (DemNetworkPicture *self, cairo_t *cr)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);

  for (guint i = 0; i < self->hulls->len; i++)
    {
      const DemNetworkHull *hull = &g_array_index (self->hulls, DemNetworkHull, i);
      for (guint j = 0; j < self->signs->len; j++)
        {
          const DemNetworkActor *actor = dem_network_picture_get_actor (self, j);
          const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, j);
          const DemNetworkSign *head = &g_array_index (self->signs, DemNetworkSign, hull->actor);
          double dx = (sign->x - hull->x) / (hull->width / 2), dy = (sign->y - hull->y) / (hull->height / 2);
          if (actor->within != hull->actor || !actor->pinned || sign->fold != DEM_NETWORK_NO_NODE
              || dx * dx + dy * dy <= 1)
            continue;
          cairo_move_to (cr, head->x, head->y);
          cairo_line_to (cr, sign->x, sign->y);
          gdk_cairo_set_source_rgba (cr, &palette->track);
          cairo_set_line_width (cr, 1.0);
          cairo_stroke (cr);
        }
    }
}

static void
draw_arcs (DemNetworkPicture *self, cairo_t *cr)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);
  const DemMapViewport view = { .width = self->width, .height = self->height };

  /* What says nothing of closeness lies lowest, then what is dimmed; what is selected lies above. */
  for (int layer = 0; layer < 4; layer++)
    for (guint i = 0; i < self->arcs->len; i++)
      {
        const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
        const DemNetworkTie *tie = dem_network_picture_get_tie (self, arc);
        int at = tie->selected ? 3 : tie->stance == DEM_STANCE_NONE ? 0 : tie->dimmed ? 1 : 2;
        if (layer == at && dem_map_arc_is_in_view (arc, &view))
          dem_map_arc_draw (arc, cr, tie->stance, palette, tie->dimmed);
      }
}

static void
draw_lines (DemNetworkPicture *self, cairo_t *cr)
{
  draw_hulls (self, cr);
  draw_tethers (self, cr);
  cairo_set_antialias (cr, self->scale_factor > 0 && self->arcs->len > DEM_MAP_MANY_ARCS ? CAIRO_ANTIALIAS_FAST
                                                                                         : CAIRO_ANTIALIAS_DEFAULT);
  draw_arcs (self, cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

/* ---- Marks ---- */

/* The palette on a hull, whose tint halos and casings must have. */
static DemPalette
get_hull_palette (const DemPalette *palette)
{
  DemPalette tinted = *palette;

  tinted.sea.red += (palette->ink.red - palette->sea.red) * (float) HULL_TINT;
  tinted.sea.green += (palette->ink.green - palette->sea.green) * (float) HULL_TINT;
  tinted.sea.blue += (palette->ink.blue - palette->sea.blue) * (float) HULL_TINT;
  return tinted;
}

/* The shape of view-pin-symbolic, as path: icons need a display. */
static void
draw_pin (cairo_t *cr, const graphene_rect_t *box, const GdkRGBA *color)
{
  cairo_save (cr);
  cairo_translate (cr, box->origin.x, box->origin.y);
  cairo_scale (cr, box->size.width / 16, box->size.height / 16);
  cairo_move_to (cr, 4, 1);
  cairo_line_to (cr, 12, 1);
  cairo_line_to (cr, 12, 3);
  cairo_line_to (cr, 11, 3);
  cairo_line_to (cr, 11, 7);
  cairo_line_to (cr, 13, 10);
  cairo_line_to (cr, 8.7, 10);
  cairo_line_to (cr, 8, 16);
  cairo_line_to (cr, 7.3, 10);
  cairo_line_to (cr, 3, 10);
  cairo_line_to (cr, 5, 7);
  cairo_line_to (cr, 5, 3);
  cairo_line_to (cr, 4, 3);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
  cairo_restore (cr);
}

static gboolean
is_drawn (DemNetworkPicture *self, guint index)
{
  const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, index);

  return sign->fold == DEM_NETWORK_NO_NODE && sign->x > -20 && sign->y > -20 && sign->x < self->width + 20
         && sign->y < self->height + 20;
}

static void
draw_mark (DemNetworkPicture *self, cairo_t *cr, guint index)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);
  const DemNetworkActor *actor = dem_network_picture_get_actor (self, index);
  const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, index);
  DemPalette tinted = get_hull_palette (palette);
  DemMapHead head = actor->head;

  /* Who has ended looks like what is dimmed. */
  head.dimmed = head.dimmed || actor->past;
  if (head.actor == dem_network_content_get_time (self->content)->perspective)
    dem_network_perspective_draw_ring (cr, sign->x, sign->y, palette);
  if (head.kind == DEM_ACTOR_STATE)
    dem_map_draw_state (cr, sign->x, sign->y, &head, palette);
  else
    {
      DemMapHeadBox box = { &head, dem_network_picture_get_head_box (self, index) };
      dem_map_draw_head (cr, &box, actor->within != DEM_NETWORK_NO_NODE ? &tinted : palette);
    }
}

static void
draw_initials (DemNetworkPicture *self, GtkSnapshot *snapshot, guint index)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);
  const DemNetworkActor *actor = dem_network_picture_get_actor (self, index);
  const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, index);
  PangoLayout *layout = dem_network_content_get_layout (self->content, actor->head.initials, INITIALS_POINTS,
                                                        DEM_TEXT_BOLD, 0);
  double width, height;

  if (actor->head.kind == DEM_ACTOR_STATE)
    return;
  dem_paint_measure (layout, &width, &height);
  if (width > 2 * DEM_NETWORK_HEAD)
    return; /* large text: the name says it */
  dem_paint_text (snapshot, layout, sign->x - width / 2, sign->y - height / 2,
                  actor->head.hypothetical ? &palette->scenario : &palette->on_head);
}

static void
draw_name (DemNetworkPicture *self, GtkSnapshot *snapshot, guint index)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);
  const DemNetworkActor *actor = dem_network_picture_get_actor (self, index);
  const DemNetworkSign *sign = &g_array_index (self->signs, DemNetworkSign, index);
  GdkRGBA color = dem_paint_fade (actor->past ? &palette->dim : &palette->ink,
                                  actor->head.dimmed ? palette->dim_text : 1.0);
  DemPalette tinted = get_hull_palette (palette);
  const GdkRGBA *halo = actor->within != DEM_NETWORK_NO_NODE ? &tinted.sea : &palette->sea;
  double width, height, middle = sign->bounds.origin.x + sign->bounds.size.width / 2;

  if (sign->name == NULL)
    return;
  dem_paint_measure (sign->name, &width, &height);
  dem_map_draw_text (snapshot, sign->name, round (middle - width / 2), sign->bounds.origin.y, &color, halo,
                     NAME_HALO, self->scale_factor);
  if (sign->years == NULL)
    return;
  dem_paint_measure (sign->years, &width, NULL);
  dem_map_draw_text (snapshot, sign->years, round (middle - width / 2), sign->bounds.origin.y + height,
                     &color, halo, NAME_HALO, self->scale_factor);
}

static void
draw_texts (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);

  for (guint i = 0; i < self->folds->len; i++)
    {
      const DemNetworkFold *fold = &g_array_index (self->folds, DemNetworkFold, i);
      if (fold->box.origin.x < self->width && fold->box.origin.x + fold->box.size.width > 0)
        dem_paint_text (snapshot, fold->count, fold->box.origin.x, fold->box.origin.y, &palette->dim);
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const DemNetworkLabel *label = &g_array_index (self->labels, DemNetworkLabel, i);
      dem_map_draw_text (snapshot, label->layout, label->text_at.x, label->text_at.y, &palette->ink,
                         &palette->view, LABEL_HALO, self->scale_factor);
      if (label->spells != NULL)
        dem_map_spells_draw (label->spells, snapshot, &label->strip, palette);
    }
  for (guint i = 0; i < self->signs->len; i++)
    if (is_drawn (self, i))
      draw_name (self, snapshot, i);
}

void
dem_network_picture_draw_shapes (DemNetworkPicture *self, cairo_t *cr)
{
  draw_lines (self, cr);
  for (guint i = 0; i < self->signs->len; i++)
    if (is_drawn (self, i))
      draw_mark (self, cr, i);
}

static void
draw_all_initials (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->signs->len; i++)
    if (is_drawn (self, i))
      draw_initials (self, snapshot, i);
}

static void
draw_pins (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = append_cairo (self, snapshot);

  for (guint i = 0; i < self->signs->len; i++)
    {
      graphene_rect_t box = dem_network_picture_get_pin_box (self, i);
      if (dem_network_picture_get_actor (self, i)->pinned && is_drawn (self, i))
        draw_pin (cr, &box, &dem_network_content_get_palette (self->content)->accent);
    }
  cairo_destroy (cr);
}

/* Lines that ran through the samples of lines would be hard to tell from them. */
static void
draw_legend (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  graphene_rect_t plate = *dem_map_legend_get_bounds (self->legend);

  graphene_rect_inset (&plate, -6, -2);
  dem_paint_rect (snapshot, plate.origin.x, plate.origin.y, plate.size.width, plate.size.height,
                  &dem_network_content_get_palette (self->content)->view);
  dem_map_legend_draw (self->legend, snapshot, self->scale_factor);
}

static void
draw_ground (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  dem_paint_rect (snapshot, 0, 0, self->width, self->height,
                  &dem_network_content_get_palette (self->content)->view);
}

/* What lies above the shapes comes first: they may be under way still. */
void
dem_network_picture_draw (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  GtkSnapshot *above = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr;

  draw_all_initials (self, above);
  draw_texts (self, above);
  draw_pins (self, above);
  draw_legend (self, above);
  node = gtk_snapshot_free_to_node (above);

  draw_ground (self, snapshot);
  cr = append_cairo (self, snapshot);
  if (self->raster != NULL)
    dem_map_raster_paint (self->raster, cr);
  else
    dem_network_picture_draw_shapes (self, cr);
  cairo_destroy (cr);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
}

void
dem_network_picture_draw_setting (DemNetworkPicture *self, GtkSnapshot *snapshot)
{
  cairo_t *cr;

  draw_ground (self, snapshot);
  cr = append_cairo (self, snapshot);
  draw_lines (self, cr);
  cairo_destroy (cr);
  draw_texts (self, snapshot);
  draw_pins (self, snapshot);
  draw_legend (self, snapshot);
}

gboolean
dem_network_picture_draw_head (DemNetworkPicture *self, GtkSnapshot *snapshot, guint actor)
{
  graphene_rect_t box;
  cairo_t *cr;

  if (actor >= self->signs->len || dem_network_picture_get_sign (self, actor)->fold != DEM_NETWORK_NO_NODE)
    return FALSE;
  box = dem_network_picture_get_head_box (self, actor);
  graphene_rect_inset (&box, -8, -8);
  cr = dem_paint_cairo (snapshot, &box);
  draw_mark (self, cr, actor);
  cairo_destroy (cr);
  draw_initials (self, snapshot, actor);
  return TRUE;
}

/* ---- The focus ring ---- */

/* Around the way from end to end, where no line is drawn. */
static void
trace_undrawn (DemNetworkPicture *self, cairo_t *cr, guint32 pair, double distance)
{
  GArray *lists[]
      = { dem_network_content_get_ties (self->content), dem_network_content_get_untied (self->content) };
  DemMapArc arc;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const DemNetworkTie *tie = &g_array_index (lists[i], DemNetworkTie, j);
        if (tie->pair == pair && dem_network_line_init (self, tie, 0, &arc))
          dem_map_arc_trace_outline (&arc, cr, distance);
      }
}

static void
trace_ring (DemNetworkPicture *self, cairo_t *cr, DemRef ref)
{
  double outside = RING_GAP + RING_WIDTH / 2;

  if (ref.kind == DEM_KIND_ACTOR)
    {
      guint index = dem_network_content_find (self->content, ref.index);
      const DemNetworkActor *actor = dem_network_picture_get_actor (self, index);
      graphene_rect_t box = dem_network_picture_get_head_box (self, index);
      guint fold = dem_network_picture_get_sign (self, index)->fold;
      if (fold != DEM_NETWORK_NO_NODE)
        box = g_array_index (self->folds, DemNetworkFold, fold).box;
      dem_head_trace (cr, actor->head.kind, &box, outside);
      return;
    }
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
      if (dem_network_picture_get_tie (self, arc)->pair == ref.index)
        {
          dem_map_arc_trace_outline (arc, cr, 4.0 + outside);
          return;
        }
    }
  trace_undrawn (self, cr, ref.index, 4.0 + outside);
}

void
dem_network_picture_draw_ring (DemNetworkPicture *self, GtkSnapshot *snapshot, DemRef ref)
{
  const DemPalette *palette = dem_network_content_get_palette (self->content);
  cairo_t *cr;

  if (ref.kind == DEM_KIND_ACTOR
      && (self->signs->len == 0 || dem_network_content_find (self->content, ref.index) == DEM_NETWORK_NO_NODE))
    return;
  cr = append_cairo (self, snapshot);
  trace_ring (self, cr, ref);
  cairo_set_line_width (cr, RING_WIDTH);
  gdk_cairo_set_source_rgba (cr, &palette->accent);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
