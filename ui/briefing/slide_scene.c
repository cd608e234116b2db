/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/slide_scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/argument/argument_map_print.h"
#include "ui/briefing/slide_layout.h"
#include "ui/briefing/slide_text.h"
#include "ui/briefing/strip.h"
#include "ui/common/paint.h"
#include "ui/map/map_fit.h"
#include "ui/map/map_scene.h"
#include "ui/map/network_scene.h"

/* ---- The stage ---- */

static DemMapCamera
find_camera (const DemSceneInput *input, DemTalkStop *stop)
{
  const DemStopView *view = dem_talk_stop_get_view (stop);
  g_autoptr (DemMapWorld) world = dem_map_world_new (input->dossier, FALSE, 1);
  DemMapCamera camera = { { NAN, NAN }, 1 };

  if (dem_map_fit (world, view->fit, view->n_fit, input->width, input->height, &camera))
    return camera;
  if (view->zoom > 0 && !isnan (view->latitude) && !isnan (view->longitude))
    return (DemMapCamera){ { view->longitude, view->latitude }, view->zoom };
  dem_map_fit (world, view->select, view->n_select, input->width, input->height, &camera);
  return camera;
}

static DemScene *
make_stage (const DemSceneInput *input, DemTalkStop *stop)
{
  switch (dem_talk_stop_get_view (stop)->stage)
    {
    case DEM_STAGE_NETWORK:
      return dem_network_scene_new (input);
    case DEM_STAGE_ARGUMENT:
      return dem_argument_map_print_selected (input);
    case DEM_STAGE_MAP:
    default:
      return dem_map_scene_new_with_camera (input, find_camera (input, stop));
    }
}

/* It is made as much smaller as it is drawn larger. */
GskRenderNode *
dem_slide_scene_draw_stage (const DemSceneInput *input, DemTalkStop *stop, double enlargement)
{
  DemSceneInput small = *input;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (DemScene) scene = NULL;

  g_return_val_if_fail (DEM_IS_TALK_STOP (stop) && enlargement > 0, NULL);

  small.width = input->width / enlargement;
  small.height = input->height / enlargement;
  scene = make_stage (&small, stop);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) input->width, (float) input->height));
  gtk_snapshot_scale (snapshot, (float) enlargement, (float) enlargement);
  dem_scene_draw (scene, snapshot);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

GskRenderNode *
dem_slide_scene_draw_strip (const DemSceneInput *input, double unit, double margin)
{
  DemTimelineIndex *index = dem_timeline_index_new (input->dossier, dem_focus_get_scenario (input->focus));
  g_autoptr (DemStrip) strip = dem_strip_new (input, index, unit, margin);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  /* A strip may have nothing to show; a picture without anything in it is none. */
  dem_paint_rect (snapshot, 0, 0, input->width, input->height, &input->palette->view);
  dem_strip_draw (strip, snapshot);
  dem_timeline_index_unref (index);
  return gtk_snapshot_free_to_node (snapshot);
}

/* ---- The slide ---- */

typedef struct
{
  const DemSceneInput *input;
  DemTalkStop *stop;
  DemSlideLayout layout;
  GtkSnapshot *snapshot;
} Slide;

static void
append (Slide *self, GskRenderNode *node, const graphene_rect_t *area)
{
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &area->origin);
  gtk_snapshot_append_node (self->snapshot, node);
  gtk_snapshot_restore (self->snapshot);
}

static void
draw_parts (Slide *self)
{
  const graphene_rect_t *stage = &self->layout.stage, *strip = &self->layout.strip;
  DemSceneInput input = *self->input;
  g_autoptr (GskRenderNode) picture = NULL, time = NULL;

  input.width = stage->size.width;
  input.height = stage->size.height;
  picture = dem_slide_scene_draw_stage (&input, self->stop, DEM_SLIDE_ENLARGEMENT * self->layout.unit);
  append (self, picture, stage);
  if (strip->size.height <= 0)
    return;
  input.width = strip->size.width;
  input.height = strip->size.height;
  time = dem_slide_scene_draw_strip (&input, self->layout.unit, self->layout.margin);
  append (self, time, strip);
}

static void
draw_text (Slide *self)
{
  const graphene_rect_t *room = &self->layout.text;
  g_autoptr (DemSlideText) text = dem_slide_text_new (self->input->pango, self->stop, room->size.width, room->size.height,
                                                      self->layout.unit);

  dem_slide_text_draw (text, self->snapshot, room->origin.x, room->origin.y, self->input->palette);
}

/* One end of the footer; how wide it is. */
static double
draw_footer (Slide *self, const char *text, gboolean at_start, double room)
{
  g_autoptr (PangoLayout) layout = NULL;
  const graphene_rect_t *area = &self->layout.footer;
  double width;

  if (text == NULL)
    return 0;
  layout = dem_slide_layout (self->input->pango, text, DEM_SLIDE_FOOTER * self->layout.unit, PANGO_WEIGHT_NORMAL);
  pango_layout_set_width (layout, (int) (MAX (room, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  dem_paint_measure (layout, &width, NULL);
  pango_layout_set_width (layout, -1);
  dem_paint_text (self->snapshot, layout,
                  at_start != self->layout.mirrored ? area->origin.x : area->origin.x + area->size.width - MIN (width, room),
                  area->origin.y, &self->input->palette->dim);
  return width;
}

static void
draw_footers (Slide *self, const char *number, const char *marking)
{
  g_autofree char *source = dem_talk_stop_dup_source (self->stop), *both = NULL;
  double room = self->layout.footer.size.width;

  if (marking != NULL && source != NULL)
    both = g_strdup_printf ("%s · %s", marking, source);
  room -= draw_footer (self, number, TRUE, room / 2) + self->layout.margin;
  draw_footer (self, both != NULL ? both : marking != NULL ? marking : source, FALSE, room);
}

static void
draw_strokes (Slide *self)
{
  GPtrArray *strokes = dem_talk_stop_get_strokes (self->stop);
  double width = self->input->width, height = self->input->height;
  cairo_t *cr;

  if (strokes == NULL || strokes->len == 0)
    return;
  cr = dem_paint_cairo (self->snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &self->input->palette->stance[0]);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < strokes->len; i++)
    {
      const DemStroke *stroke = strokes->pdata[i];

      cairo_set_line_width (cr, stroke->width * width);
      for (guint j = 0; j < stroke->n_points; j++)
        cairo_line_to (cr, stroke->points[2 * j] * width, stroke->points[2 * j + 1] * height);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

GskRenderNode *
dem_slide_scene_draw (const DemSceneInput *input, DemTalkStop *stop, const char *number, const char *marking,
                      gboolean with_strokes)
{
  Slide self = { .input = input, .stop = stop, .snapshot = gtk_snapshot_new () };

  g_return_val_if_fail (input != NULL && DEM_IS_TALK_STOP (stop), NULL);

  dem_slide_layout_init (&self.layout, input->width, input->height, dem_talk_stop_get_view (stop)->stage,
                         pango_context_get_base_dir (input->pango) == PANGO_DIRECTION_RTL);
  dem_paint_rect (self.snapshot, 0, 0, input->width, input->height, &input->palette->view);
  draw_parts (&self);
  draw_text (&self);
  draw_footers (&self, number, marking);
  if (with_strokes)
    draw_strokes (&self);
  return gtk_snapshot_free_to_node (self.snapshot);
}
