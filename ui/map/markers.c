/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/markers.h"

#include <gdk/gdk.h>
#include <math.h>

#include "ui/common/head.h"

#define RING_RADIUS 7.0
#define RING_WIDTH 2.0
#define INNER_RADIUS 3.0
#define CASING 1.5 /* of the map's colour around everything */
#define HEAD_CASING 1.2
#define TETHER_DOT 1.8
#define SELECTION_REACH 5.0
#define SELECTION_OPACITY 0.35

static void
set_color (cairo_t *cr, const GdkRGBA *color, double opacity)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

static void
fill_disc (cairo_t *cr, double x, double y, double radius, const GdkRGBA *color, double opacity)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  set_color (cr, color, opacity);
  cairo_fill (cr);
}

void
dem_map_draw_tether (cairo_t *cr, const DemMapSpot *spot, const DemPalette *palette, double opacity)
{
  if (hypot (spot->x - spot->true_x, spot->y - spot->true_y) < 2.0)
    return;
  cairo_move_to (cr, spot->true_x, spot->true_y);
  cairo_line_to (cr, spot->x, spot->y);
  cairo_set_line_width (cr, 1.0);
  set_color (cr, &palette->head, opacity);
  cairo_stroke (cr);
  fill_disc (cr, spot->true_x, spot->true_y, TETHER_DOT, &palette->head, opacity);
}

void
dem_map_draw_state (cairo_t *cr, double x, double y, const DemMapHead *head, const DemPalette *palette)
{
  double opacity = head->dimmed ? palette->dim_text : 1.0;
  const GdkRGBA *color = head->hypothetical ? &palette->scenario : &palette->head;
  static const double dash[] = { 2.5, 2.0 };

  if (head->selected)
    fill_disc (cr, x, y, DEM_MAP_RING + SELECTION_REACH, &palette->selection, SELECTION_OPACITY);
  fill_disc (cr, x, y, DEM_MAP_RING + CASING, &palette->sea, 0.75);
  fill_disc (cr, x, y, DEM_MAP_RING, &palette->view, 1.0);
  cairo_arc (cr, x, y, RING_RADIUS, 0, 2 * G_PI);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_set_dash (cr, dash, head->hypothetical ? 2 : 0, 0);
  set_color (cr, color, opacity);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  fill_disc (cr, x, y, INNER_RADIUS, color, opacity);
}

void
dem_map_draw_marker (cairo_t *cr, const DemMapSpot *spot, const DemMapPost *post, const DemPalette *palette)
{
  DemMapHead state
      = { .selected = post->selected, .dimmed = post->dimmed, .hypothetical = post->hypothetical };
  double radius = dem_map_spot_get_radius (spot);

  if (spot->has_state)
    {
      dem_map_draw_state (cr, spot->x, spot->y, &state, palette);
      return;
    }
  if (post->selected)
    fill_disc (cr, spot->x, spot->y, radius + SELECTION_REACH, &palette->selection, SELECTION_OPACITY);
  fill_disc (cr, spot->x, spot->y, radius, &palette->sea, 1.0);
  fill_disc (cr, spot->x, spot->y, radius - HEAD_CASING, &palette->head,
             state.dimmed ? palette->dim_text : 1.0);
}

void
dem_map_draw_head (cairo_t *cr, const DemMapHeadBox *box, const DemPalette *palette)
{
  const DemMapHead *head = box->head;
  static const double dash[] = { 2.5, 2.0 };

  if (head->selected)
    {
      dem_head_trace (cr, head->kind, &box->box, SELECTION_REACH - 1);
      set_color (cr, &palette->selection, SELECTION_OPACITY);
      cairo_fill (cr);
    }
  dem_head_trace (cr, head->kind, &box->box, HEAD_CASING);
  set_color (cr, &palette->sea, 1.0);
  cairo_fill (cr);

  /* Hollow are states beside the one whose marker this is, and what exists in a scenario only. */
  gboolean hollow = head->hypothetical || head->kind == DEM_ACTOR_STATE;
  const GdkRGBA *color = head->hypothetical ? &palette->scenario : &palette->head;
  double opacity = head->dimmed ? palette->dim_text : 1.0;
  dem_head_trace (cr, head->kind, &box->box, hollow ? -0.8 : 0.0);
  set_color (cr, color, opacity);
  if (!hollow)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 1.6);
  cairo_set_dash (cr, dash, head->hypothetical ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}
