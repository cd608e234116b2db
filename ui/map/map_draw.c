/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/head.h"
#include "ui/map/halo.h"
#include "ui/map/map_layout.h"
#include "ui/map/markers.h"
#include "ui/map/sprites.h"

#define NAME_HALO 3.2
#define LABEL_HALO 4.0
#define INITIALS_POINTS 6.0
#define PLATE_OPACITY 0.9
#define PLATE_CORNER 6.0
#define LARGE_INITIALS_POINTS 8.6 /* in an unfolded column */
#define RING_GAP 2.0
#define RING_WIDTH 2.0
#define VIEWPOINT_GAP 5.0
#define VIEWPOINT_WIDTH 2.0

/* What is dimmed lies below, what is selected above. */
void
dem_map_layout_draw_arcs (const DemMapLayout *self, cairo_t *cr)
{
  cairo_set_antialias (cr, self->scale_factor > 0 && self->arcs->len > DEM_MAP_MANY_ARCS ? CAIRO_ANTIALIAS_FAST
                                                                                         : CAIRO_ANTIALIAS_DEFAULT);
  for (int layer = 0; layer < 3; layer++)
    for (guint i = 0; i < self->arcs->len; i++)
      {
        const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
        const DemMapTie *tie = dem_map_layout_get_tie (self, arc);
        if (layer
                == (tie->selected ? 2
                    : tie->dimmed ? 0
                                  : 1)
            && dem_map_arc_is_in_view (arc, &self->viewport))
          dem_map_arc_draw (arc, cr, tie->stance, dem_map_content_get_palette (self->content), tie->dimmed);
      }
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static gboolean
is_near_view (const DemMapLayout *self, const DemMapSpot *spot)
{
  return spot->x > -20 && spot->y > -20 && spot->x < self->viewport.width + 20
         && spot->y < self->viewport.height + 20;
}

static void
draw_tethers (const DemMapLayout *self, cairo_t *cr)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      if (spot->host == i && is_near_view (self, spot))
        dem_map_draw_tether (cr, spot, palette,
                             dem_map_layout_get_post (self, i)->dimmed ? palette->dim_text : 1.0);
    }
}

/* The dot of a place without a state stands for nobody. */
static gboolean
has_marker (const DemMapLayout *self, guint index, gboolean with_actors)
{
  return g_array_index (self->spots, DemMapSpot, index).host == index
         && (with_actors || dem_map_layout_get_post (self, index)->state == DEM_NO_INDEX);
}

static void
draw_markers (const DemMapLayout *self, cairo_t *cr, gboolean with_actors)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      if (has_marker (self, i, with_actors) && is_near_view (self, spot))
        dem_map_sprites_draw_marker (cr, spot, dem_map_layout_get_post (self, i), palette, self->scale_factor);
      for (guint j = 0; with_actors && j < plate->heads->len; j++)
        dem_map_sprites_draw_head (cr, &g_array_index (plate->heads, DemMapHeadBox, j), palette, self->scale_factor);
    }
}

/* The marker of the actor whose relations are shown. */
static void
draw_viewpoint (const DemMapLayout *self, cairo_t *cr)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  guint32 actor = dem_map_content_get_time (self->content)->perspective;

  for (guint i = 0; actor != DEM_NO_INDEX && i < self->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      gboolean here = dem_map_layout_get_post (self, i)->state == actor;
      for (guint j = 0; !here && j < spot->heads->len; j++)
        here = ((const DemMapHead *) spot->heads->pdata[j])->actor == actor;
      if (!here || !is_near_view (self, spot))
        continue;
      cairo_new_path (cr);
      cairo_arc (cr, spot->x, spot->y, dem_map_spot_get_radius (spot) + VIEWPOINT_GAP, 0, 2 * G_PI);
      cairo_set_line_width (cr, VIEWPOINT_WIDTH);
      gdk_cairo_set_source_rgba (cr, &palette->accent);
      cairo_stroke (cr);
    }
}

static void
draw_fans (const DemMapLayout *self, cairo_t *cr)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (self->fans, DemMapFan, i);
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, fan->spot);
      dem_map_fan_draw_spokes (fan, cr, spot, palette);
      for (guint j = fan->rows->len; j > 0; j--)
        {
          const DemMapFanRow *row = &g_array_index (fan->rows, DemMapFanRow, j - 1);
          DemMapHeadBox box = { row->box.head, dem_map_fan_get_head (fan, row, spot) };
          dem_map_draw_head (cr, &box, palette);
        }
    }
}

static void
draw_shapes (const DemMapLayout *self, GtkSnapshot *snapshot, gboolean with_actors)
{
  cairo_t *cr = dem_paint_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height));
  if (self->raster != NULL)
    dem_map_raster_paint (self->raster, cr);
  else
    dem_map_layout_draw_arcs (self, cr);
  draw_tethers (self, cr);
  if (with_actors)
    draw_fans (self, cr);
  draw_viewpoint (self, cr);
  draw_markers (self, cr, with_actors);
  cairo_destroy (cr);
}

static void
draw_initials (const DemMapLayout *self, GtkSnapshot *snapshot, const DemMapHeadBox *box, double points)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  const DemMapHead *head = box->head;
  PangoLayout *layout
      = dem_map_content_get_layout (self->content, head->initials, points, DEM_TEXT_BOLD);
  gboolean hollow = head->hypothetical || head->kind == DEM_ACTOR_STATE;
  const GdkRGBA *color = head->hypothetical ? &palette->scenario
                         : hollow           ? &palette->head
                                            : &palette->on_head;
  double width, height;

  dem_paint_measure (layout, &width, &height);
  dem_paint_text (snapshot, layout, box->box.origin.x + (box->box.size.width - width) / 2,
                  box->box.origin.y + (box->box.size.height - height) / 2, color);
}

/* What stands on its own ground needs no halo. */
static void
draw_boxed (const DemMapLayout *self, GtkSnapshot *snapshot, const DemMapPlate *plate, double opacity)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  GdkRGBA ground = dem_paint_fade (&palette->view, PLATE_OPACITY);
  GdkRGBA ink = dem_paint_fade (&palette->ink, opacity), dim = dem_paint_fade (&palette->dim, opacity);

  dem_paint_rounded (snapshot, plate->bounds.origin.x, plate->bounds.origin.y, plate->bounds.size.width,
                     plate->bounds.size.height, PLATE_CORNER, &ground);
  dem_paint_text (snapshot, plate->name, plate->name_at.x, plate->name_at.y, &ink);
  if (plate->more != NULL)
    dem_paint_text (snapshot, plate->more, plate->more_box.origin.x, plate->more_box.origin.y, &dim);
  if (plate->standing != NULL)
    dem_paint_text (snapshot, plate->standing, plate->standing_box.origin.x, plate->standing_box.origin.y, &dim);
}

static void
draw_plates (const DemMapLayout *self, GtkSnapshot *snapshot, gboolean with_actors)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (self->plates, DemMapPlate, i);
      double opacity = dem_map_layout_get_post (self, i)->dimmed ? palette->dim_text : 1.0;
      GdkRGBA ink = dem_paint_fade (&palette->ink, opacity), dim = dem_paint_fade (&palette->dim, opacity);
      if (plate->name == NULL)
        continue;
      if (plate->boxed)
        {
          draw_boxed (self, snapshot, plate, opacity);
          continue;
        }
      dem_map_draw_text (snapshot, plate->name, plate->name_at.x, plate->name_at.y, &ink, &palette->sea,
                         NAME_HALO, self->scale_factor);
      if (plate->more != NULL)
        dem_map_draw_text (snapshot, plate->more, plate->more_box.origin.x, plate->more_box.origin.y, &dim,
                           &palette->sea, NAME_HALO, self->scale_factor);
      for (guint j = 0; with_actors && j < plate->heads->len; j++)
        draw_initials (self, snapshot, &g_array_index (plate->heads, DemMapHeadBox, j), INITIALS_POINTS);
    }
}

/* Names appear in the second half of the way, when the heads are nearly there. */
static void
draw_fan_names (const DemMapLayout *self, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (self->fans, DemMapFan, i);
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, fan->spot);
      double shown = CLAMP (2 * fan->share - 1, 0.0, 1.0);
      if (shown <= 0)
        continue;
      gtk_snapshot_push_opacity (snapshot, shown);
      for (guint j = 0; j < fan->rows->len; j++)
        {
          const DemMapFanRow *row = &g_array_index (fan->rows, DemMapFanRow, j);
          DemMapHeadBox box = { row->box.head, dem_map_fan_get_head (fan, row, spot) };
          GdkRGBA ink = dem_paint_fade (&palette->ink, row->box.head->dimmed ? palette->dim_text : 1.0);
          dem_map_draw_text (snapshot, row->name, row->name_at.x, row->name_at.y, &ink, &palette->sea, NAME_HALO,
                             self->scale_factor);
          draw_initials (self, snapshot, &box, LARGE_INITIALS_POINTS);
        }
      if (fan->more != NULL)
        dem_map_draw_text (snapshot, fan->more, fan->more_box.origin.x, fan->more_box.origin.y, &palette->dim,
                           &palette->sea, NAME_HALO, self->scale_factor);
      gtk_snapshot_pop (snapshot);
    }
}

static void
draw_labels (const DemMapLayout *self, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (self->labels, DemMapLabel, i);
      const DemMapTie *tie
          = dem_map_layout_get_tie (self, &g_array_index (self->arcs, DemMapArc, label->arc));
      GdkRGBA ink = dem_paint_fade (&palette->ink, tie->dimmed ? palette->dim_text : 1.0);
      dem_map_draw_text (snapshot, label->layout, label->text_at.x, label->text_at.y, &ink, &palette->sea,
                         LABEL_HALO, self->scale_factor);
      if (label->spells != NULL)
        dem_map_spells_draw (label->spells, snapshot, &label->strip, palette);
    }
}

void
dem_map_layout_draw (const DemMapLayout *self, GtkSnapshot *snapshot)
{
  draw_shapes (self, snapshot, TRUE);
  draw_labels (self, snapshot);
  draw_plates (self, snapshot, TRUE);
  draw_fan_names (self, snapshot);
  dem_map_legend_draw (self->legend, snapshot, self->scale_factor);
}

void
dem_map_layout_draw_setting (const DemMapLayout *self, GtkSnapshot *snapshot)
{
  draw_shapes (self, snapshot, FALSE);
  draw_labels (self, snapshot);
  draw_plates (self, snapshot, FALSE);
  dem_map_legend_draw (self->legend, snapshot, self->scale_factor);
}

static void
draw_marker_alone (const DemMapLayout *self, GtkSnapshot *snapshot, guint index)
{
  const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, index);
  const float size = 2 * DEM_MAP_RING + 16;
  cairo_t *cr = dem_paint_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) spot->x - size / 2,
                                                                         (float) spot->y - size / 2, size, size));

  dem_map_draw_marker (cr, spot, dem_map_layout_get_post (self, index),
                       dem_map_content_get_palette (self->content));
  cairo_destroy (cr);
}

static void
draw_head_alone (const DemMapLayout *self, GtkSnapshot *snapshot, const DemMapHeadBox *box, double points)
{
  graphene_rect_t around;
  cairo_t *cr;

  graphene_rect_inset_r (&box->box, -6, -6, &around);
  cr = dem_paint_cairo (snapshot, &around);
  dem_map_draw_head (cr, box, dem_map_content_get_palette (self->content));
  cairo_destroy (cr);
  draw_initials (self, snapshot, box, points);
}

/* Where the head of an actor is, in a column or beside a name, and the size of its initials; NULL when it is not
 * drawn. */
static const DemMapHeadBox *
find_head (const DemMapLayout *self, guint32 actor, double *points)
{
  *points = LARGE_INITIALS_POINTS;
  for (guint i = 0; i < self->fans->len; i++)
    {
      GArray *rows = g_array_index (self->fans, DemMapFan, i).rows;
      for (guint j = 0; j < rows->len; j++)
        if (g_array_index (rows, DemMapFanRow, j).box.head->actor == actor)
          return &g_array_index (rows, DemMapFanRow, j).box;
    }
  *points = INITIALS_POINTS;
  for (guint i = 0; i < self->plates->len; i++)
    {
      GArray *heads = g_array_index (self->plates, DemMapPlate, i).heads;
      for (guint j = 0; j < heads->len; j++)
        if (g_array_index (heads, DemMapHeadBox, j).head->actor == actor)
          return &g_array_index (heads, DemMapHeadBox, j);
    }
  return NULL;
}

gboolean
dem_map_layout_draw_actor (const DemMapLayout *self, GtkSnapshot *snapshot, guint32 actor)
{
  double points;
  const DemMapHeadBox *box = find_head (self, actor, &points);

  if (box != NULL)
    {
      draw_head_alone (self, snapshot, box, points);
      return TRUE;
    }
  for (guint i = 0; i < self->plates->len; i++)
    if (dem_map_layout_get_post (self, i)->state == actor && has_marker (self, i, TRUE))
      {
        draw_marker_alone (self, snapshot, i);
        return TRUE;
      }
  return FALSE;
}

/* ---- The focus ring ---- */

static void
trace_actor_ring (const DemMapLayout *self, cairo_t *cr, const DemMark *mark)
{
  double outside = RING_GAP + RING_WIDTH / 2, points;
  const DemMapHeadBox *box = find_head (self, mark->ref.index, &points);

  if (box != NULL)
    {
      dem_head_trace (cr, box->head->kind, &box->box, outside);
      return;
    }
  for (guint i = 0; i < self->spots->len; i++)
    if (dem_map_layout_get_post (self, i)->state == mark->ref.index && has_marker (self, i, TRUE))
      {
        const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
        cairo_arc (cr, spot->x, spot->y, DEM_MAP_RING + outside, 0, 2 * G_PI);
        return;
      }
  dem_head_trace (cr, DEM_ACTOR_ORGANISATION, &mark->bounds, outside);
}

static void
trace_ring (const DemMapLayout *self, cairo_t *cr, const DemMark *mark)
{
  if (mark->ref.kind == DEM_KIND_ACTOR)
    {
      trace_actor_ring (self, cr, mark);
      return;
    }
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (self->arcs, DemMapArc, i);
      if (dem_map_layout_get_tie (self, arc)->pair == mark->ref.index)
        {
          dem_map_arc_trace_outline (arc, cr, 4.0 + RING_GAP + RING_WIDTH / 2);
          return;
        }
    }
  dem_head_trace (cr, DEM_ACTOR_ORGANISATION, &mark->bounds, RING_GAP + RING_WIDTH / 2);
}

void
dem_map_layout_draw_ring (const DemMapLayout *self, GtkSnapshot *snapshot, const DemMark *mark)
{
  cairo_t *cr = dem_paint_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width, (float) self->viewport.height));
  trace_ring (self, cr, mark);
  cairo_set_line_width (cr, RING_WIDTH);
  gdk_cairo_set_source_rgba (cr, &dem_map_content_get_palette (self->content)->accent);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
