/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_private.h"

#include "ui/common/paint.h"
#include "ui/common/sign.h"

#define LINE 2.2
#define TRUNK 3.0
#define UNDERLAY 8.0 /* wider than a selected line */
#define ARROW_HALF 5.0
#define BAR_LENGTH 16.0
#define BAR_WIDTH 3.2
#define BAR_AT 3.6 /* from the edge of the box */

/* ---- Shapes ---- */

void
dem_argument_map_trace_end (cairo_t *cr, DemSign sign)
{
  if (sign == DEM_SIGN_FOR)
    {
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, DEM_ARGUMENT_ARROW, -ARROW_HALF);
      cairo_line_to (cr, DEM_ARGUMENT_ARROW, ARROW_HALF);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  else if (sign == DEM_SIGN_AGAINST)
    {
      cairo_rectangle (cr, BAR_AT - BAR_WIDTH / 2, -BAR_LENGTH / 2, BAR_WIDTH, BAR_LENGTH);
      cairo_fill (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, LINE);
      cairo_move_to (cr, BAR_AT, 0);
      cairo_line_to (cr, DEM_ARGUMENT_ARROW, 0);
      cairo_stroke (cr);
    }
}

void
dem_argument_map_set_line (cairo_t *cr, DemSign sign, gboolean is_trunk)
{
  const double dashes[] = { 7, 4 }, dots[] = { 0, 5 };

  cairo_set_line_width (cr, is_trunk ? TRUNK : LINE);
  cairo_set_line_cap (cr, sign == DEM_SIGN_UNDERCUT ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (sign == DEM_SIGN_FOR)
    cairo_set_dash (cr, NULL, 0, 0);
  else
    cairo_set_dash (cr, sign == DEM_SIGN_AGAINST ? dashes : dots, 2, 0);
}

/* ---- One connector ---- */

static void
trace_curve (cairo_t *cr, const DemArgumentCurve *curve, gboolean goes_on)
{
  if (!goes_on)
    cairo_move_to (cr, curve->points[0].x, curve->points[0].y);
  cairo_curve_to (cr, curve->points[1].x, curve->points[1].y, curve->points[2].x, curve->points[2].y,
                  curve->points[3].x, curve->points[3].y);
}

static void
trace_route (DemArgumentMapScene *self, cairo_t *cr, const DemArgumentRoute *route, gboolean trunks)
{
  const DemArgumentCurve *before = NULL;

  for (guint i = route->first; i < route->first + route->n; i++)
    {
      const DemArgumentCurve *curve = dem_argument_routes_get_curve (self->routes, i);

      if (curve->is_trunk != trunks)
        continue;
      trace_curve (cr, curve,
                   before != NULL && graphene_point_equal (&before->points[3], &curve->points[0]));
      before = curve;
    }
}

static GdkRGBA
get_color (DemArgumentMapScene *self, const DemClaimMapStep *step)
{
  DemRef ref = DEM_REF (INFERENCE, step->inference);
  const GdkRGBA *color = dem_sign_get_color (step->sign, self->palette);
  double opacity = 1;

  if (!dem_argument_map_scene_is_relevant (self, ref))
    opacity *= self->palette->dim_arc;
  /* What does not count for its dates is there, but hardly. */
  if (self->now != NULL && dem_evaluation_get_answer (self->now, step->inference) == DEM_ANSWER_NO)
    opacity *= 0.5;
  for (guint i = step->first; self->opacities != NULL && i < step->first + step->n_from; i++)
    opacity = MIN (opacity, self->opacities[dem_claim_map_get_premise (self->map, i)]);
  return dem_paint_fade (color, opacity);
}

static void
draw_underlay (DemArgumentMapScene *self, cairo_t *cr, const DemArgumentRoute *route)
{
  GdkRGBA color = dem_paint_fade (&self->palette->selection, 0.45);

  trace_route (self, cr, route, FALSE);
  trace_route (self, cr, route, TRUE);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, (LINE + UNDERLAY) * self->sizes.scale);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_stroke (cr);
}

static void
draw_end (DemArgumentMapScene *self, cairo_t *cr, const DemClaimMapStep *step, const DemArgumentRoute *route)
{
  cairo_save (cr);
  cairo_translate (cr, route->port.x, route->port.y);
  cairo_scale (cr, route->forward * self->sizes.scale, self->sizes.scale);
  dem_argument_map_trace_end (cr, step->sign);
  cairo_restore (cr);
}

static void
stroke_scaled (DemArgumentMapScene *self, cairo_t *cr, DemSign sign, gboolean is_trunk)
{
  /* The path stands; pen and dashes grow with the text. */
  cairo_save (cr);
  cairo_scale (cr, self->sizes.scale, self->sizes.scale);
  dem_argument_map_set_line (cr, sign, is_trunk);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_route (DemArgumentMapScene *self, cairo_t *cr, guint index)
{
  const DemClaimMapStep *step = dem_claim_map_get_step (self->map, index);
  const DemArgumentRoute *route = dem_argument_routes_get (self->routes, index);
  GdkRGBA color = get_color (self, step);

  if (dem_relevance_is_selected (self->relevance, DEM_REF (INFERENCE, step->inference)))
    draw_underlay (self, cr, route);
  gdk_cairo_set_source_rgba (cr, &color);
  trace_route (self, cr, route, FALSE);
  stroke_scaled (self, cr, step->sign, FALSE);
  trace_route (self, cr, route, TRUE);
  stroke_scaled (self, cr, step->sign, TRUE);
  draw_end (self, cr, step, route);
}

/* ---- All ---- */

/* What the camera sees, in the layout's pixels. */
static graphene_rect_t
get_view (DemArgumentMapScene *self)
{
  double width = self->width / self->camera.zoom, height = self->height / self->camera.zoom;

  return GRAPHENE_RECT_INIT ((float) (self->camera.x - width / 2), (float) (self->camera.y - height / 2),
                             (float) width, (float) height);
}

static gboolean
is_in_view (DemArgumentMapScene *self, const DemArgumentRoute *route, const graphene_rect_t *view)
{
  graphene_rect_t bounds;

  graphene_rect_init (&bounds, route->port.x, route->port.y, 1, 1);
  for (guint i = route->first; i < route->first + route->n; i++)
    for (guint j = 0; j < 4; j++)
      graphene_rect_expand (&bounds, &dem_argument_routes_get_curve (self->routes, i)->points[j], &bounds);
  graphene_rect_inset (&bounds, -20, -20);
  return graphene_rect_intersection (&bounds, view, NULL);
}

static void
draw_joint (DemArgumentMapScene *self, GtkSnapshot *snapshot, guint index)
{
  const DemClaimMapStep *step = dem_claim_map_get_step (self->map, index);
  const DemArgumentRoute *route = dem_argument_routes_get (self->routes, index);
  GdkRGBA color = get_color (self, step);

  if (route->is_linked)
    dem_argument_map_draw_disc (self, snapshot, DEM_DISC_JOINT, &route->middle, &color);
  if (step->sign == DEM_SIGN_UNDERCUT)
    dem_argument_map_draw_disc (self, snapshot, DEM_DISC_BREAK, &route->port, &color);
}

void
dem_argument_map_draw_lines (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  graphene_rect_t view = get_view (self);
  guint n = dem_claim_map_count_steps (self->map);
  g_autofree gboolean *seen = g_new (gboolean, n + 1);
  graphene_point_t begin = dem_argument_map_scene_project (self, 0, 0);
  cairo_t *cr = dem_paint_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));

  cairo_translate (cr, begin.x, begin.y);
  cairo_scale (cr, self->camera.zoom, self->camera.zoom);
  for (guint i = 0; i < n; i++)
    {
      seen[i] = is_in_view (self, dem_argument_routes_get (self->routes, i), &view);
      if (seen[i])
        draw_route (self, cr, i);
    }
  cairo_destroy (cr);
  for (guint i = 0; i < n; i++)
    if (seen[i])
      draw_joint (self, snapshot, i);
}
