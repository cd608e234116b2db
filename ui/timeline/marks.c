/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/marks.h"

#include <math.h>

#define DOT_DIAMETER 8.0
#define NARROWEST_SOFT 14.0     /* so that both fading ends can be seen */
#define NARROWEST_BRACKETS 12.0 /* so that there is something between them */
#define BAR_OPACITY 0.55
#define FAINT 0.38       /* beyond today */
#define ARROW_REACH 36.0 /* how far an open end goes beyond today */
#define BEYOND 20.0      /* how far outside the axis anything is drawn */
#define MEMBER_RADIUS 3.0

/* ---- Where ---- */

static gboolean
is_soft (DemMarkForm form)
{
  return form.start != DEM_END_SHARP || form.end != DEM_END_SHARP;
}

static double
narrowest (DemMarkForm form)
{
  if (form.body == DEM_MARK_BRACKETS)
    return NARROWEST_BRACKETS;
  return is_soft (form) ? NARROWEST_SOFT : DOT_DIAMETER;
}

DemMarkExtent
dem_mark_extent (DemMarkForm form, DemDay start, DemDay end, DemDay today, const DemAxis *axis)
{
  DemMarkExtent extent = { dem_axis_day_begin (axis, start), dem_axis_day_end (axis, end), FALSE };
  double left = axis->left, right = axis->left + axis->width;
  double middle, missing;

  if (form.start == DEM_END_OPEN)
    extent.x0 = MIN (left + 2, extent.x1);
  if (form.end == DEM_END_OPEN)
    extent.x1 = MAX (MAX (extent.x0, dem_axis_day_end (axis, today)), left) + ARROW_REACH;

  middle = (extent.x0 + extent.x1) / 2;
  missing = narrowest (form) - (extent.x1 - extent.x0);
  if (form.body != DEM_MARK_BRACKETS && !is_soft (form) && (form.body == DEM_MARK_DOT || missing > 0))
    return (DemMarkExtent){ middle, middle, TRUE };
  if (missing > 0)
    {
      extent.x0 -= missing / 2;
      extent.x1 += missing / 2;
    }
  if (form.start == DEM_END_UNKNOWN)
    extent.x0 -= DEM_MARK_TAIL;
  if (form.end == DEM_END_UNKNOWN)
    extent.x1 += DEM_MARK_TAIL;
  extent.x0 = MAX (extent.x0, left - BEYOND);
  extent.x1 = MAX (MIN (extent.x1, right + BEYOND), extent.x0);
  return extent;
}

/* ---- Pieces ---- */

static void
set_source (cairo_t *cr, const DemMarkInk *ink, double opacity)
{
  const GdkRGBA *color = &ink->color;

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * ink->opacity * opacity);
}

double
dem_mark_fade_length (double length)
{
  return MIN (CLAMP (0.28 * length, 7, 16), length / 2);
}

static void
add_stop (cairo_pattern_t *pattern, double at, const GdkRGBA *color, double opacity)
{
  cairo_pattern_add_color_stop_rgba (pattern, at, color->red, color->green, color->blue,
                                     color->alpha * opacity);
}

cairo_pattern_t *
dem_mark_pattern (DemMarkForm form, double x0, double x1, const GdkRGBA *color, double opacity)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x0, 0, x1, 0);
  double fade = x1 > x0 ? dem_mark_fade_length (x1 - x0) / (x1 - x0) : 0;

  add_stop (pattern, 0, color, form.start == DEM_END_FADE ? 0 : opacity);
  add_stop (pattern, fade, color, opacity);
  add_stop (pattern, 1 - fade, color, opacity);
  add_stop (pattern, 1, color, form.end == DEM_END_FADE ? 0 : opacity);
  return pattern;
}

static void
set_pattern (cairo_t *cr, DemMarkForm form, double x0, double x1, const DemMarkInk *ink, double opacity)
{
  cairo_pattern_t *pattern = dem_mark_pattern (form, x0, x1, &ink->color, ink->opacity * opacity);

  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

void
dem_mark_draw_tail (cairo_t *cr, double x, double y, double direction)
{
  static const double dash[] = { 1.4, 2.6 };

  cairo_set_line_width (cr, 1.6);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_move_to (cr, x + 1.5 * direction, y);
  cairo_line_to (cr, x + DEM_MARK_TAIL * direction, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
dem_mark_draw_arrow (cairo_t *cr, double x, double y, double direction)
{
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x - 6 * direction, y - 4);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - 6 * direction, y + 4);
  cairo_stroke (cr);
}

/* ---- Dots ---- */

void
dem_mark_draw_dot (cairo_t *cr, DemMarkForm form, double x, double y, double radius, const DemMarkInk *ink)
{
  static const double dash[] = { 2, 1.6 };
  gboolean hollow = form.future || form.conditional || form.body == DEM_MARK_OUTLINE;

  set_source (cr, ink, 1);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, hollow ? radius - 0.6 : radius, 0, 2 * G_PI);
  if (!hollow)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 1.3);
  if (form.future || form.conditional)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* ---- Bars ---- */

static void
draw_outline (cairo_t *cr, DemMarkForm form, double x0, double x1, double y, const DemMarkInk *ink)
{
  static const double dash[] = { 2, 1.6 };

  set_pattern (cr, form, x0, x1, ink, 0.8);
  cairo_set_line_width (cr, 1.2);
  if (form.future || form.conditional)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_rectangle (cr, x0 + 0.6, y - 0.4, MAX (0, x1 - x0 - 1.2), DEM_MARK_BAR_HEIGHT + 0.8);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A full bar up to today, a faint one beyond. An open end is faint by itself: nobody knows how far it goes.
 */
static void
draw_solid (cairo_t *cr, DemMarkForm form, double x0, double x1, double y, const DemMarkInk *ink)
{
  double begin = form.start == DEM_END_OPEN ? MIN (x0 + ARROW_REACH, x1) : x0;
  double today = isnan (ink->today_x) ? x1 : CLAMP (ink->today_x, begin, x1);

  if (form.end == DEM_END_OPEN && isnan (ink->today_x))
    today = MAX (begin, x1);
  set_pattern (cr, form, x0, x1, ink, BAR_OPACITY);
  cairo_rectangle (cr, begin, y, today - begin, DEM_MARK_BAR_HEIGHT);
  cairo_fill (cr);
  set_pattern (cr, form, x0, x1, ink, BAR_OPACITY * FAINT);
  cairo_rectangle (cr, x0, y, begin - x0, DEM_MARK_BAR_HEIGHT);
  cairo_rectangle (cr, today, y, x1 - today, DEM_MARK_BAR_HEIGHT);
  cairo_fill (cr);
}

static void
draw_bracket (cairo_t *cr, double x, double y, double direction)
{
  cairo_move_to (cr, x + 3 * direction, y - 4);
  cairo_line_to (cr, x, y - 4);
  cairo_line_to (cr, x, y + 4);
  cairo_line_to (cr, x + 3 * direction, y + 4);
  cairo_stroke (cr);
}

static void
draw_brackets (cairo_t *cr, double x0, double x1, double y, const DemMarkInk *ink)
{
  static const double dash[] = { 1.4, 2.6 };

  set_source (cr, ink, 0.9);
  cairo_set_line_width (cr, 1.4);
  draw_bracket (cr, x0 + 0.7, y, 1);
  draw_bracket (cr, x1 - 0.7, y, -1);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_move_to (cr, x0 + 3.5, y);
  cairo_line_to (cr, x1 - 3, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

typedef struct
{
  cairo_t *cr;
  const DemAxis *axis;
  double y;
  double last_x; /* of the dot drawn last */
} MemberDrawing;

/* A set may have thousands of members; those on the same pixels are one dot. */
static void
draw_member (const DemEdtf *member, gpointer data)
{
  MemberDrawing *drawing = data;
  DemDay start, end;
  double x;

  if (!dem_mark_days (member, &start, &end))
    return;
  x = (dem_axis_day_begin (drawing->axis, start) + dem_axis_day_end (drawing->axis, end)) / 2;
  if (fabs (x - drawing->last_x) < 1 || x < drawing->axis->left - BEYOND
      || x > drawing->axis->left + drawing->axis->width + BEYOND)
    return;
  cairo_new_sub_path (drawing->cr);
  cairo_arc (drawing->cr, x, drawing->y, MEMBER_RADIUS, 0, 2 * G_PI);
  cairo_fill (drawing->cr);
  drawing->last_x = x;
}

static void
draw_set (cairo_t *cr,
          DemMarkExtent extent,
          const DemEdtf *edtf,
          const DemAxis *axis,
          double y,
          const DemMarkInk *ink)
{
  MemberDrawing drawing = { cr, axis, y, -INFINITY };

  set_source (cr, ink, BAR_OPACITY);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, extent.x0, y);
  cairo_line_to (cr, extent.x1, y);
  cairo_stroke (cr);
  set_source (cr, ink, 0.9);
  dem_edtf_foreach_member (edtf, draw_member, &drawing);
}

/* The ends that are neither sharp nor merely soft. */
static void
draw_ends (cairo_t *cr, DemMarkForm form, DemMarkExtent extent, double y, const DemMarkInk *ink)
{
  set_source (cr, ink, 0.8);
  if (form.start == DEM_END_OPEN)
    dem_mark_draw_arrow (cr, extent.x0, y, -1);
  if (form.end == DEM_END_OPEN)
    dem_mark_draw_arrow (cr, extent.x1, y, 1);
  if (form.start == DEM_END_UNKNOWN)
    dem_mark_draw_tail (cr, extent.x0 + DEM_MARK_TAIL, y, -1);
  if (form.end == DEM_END_UNKNOWN)
    dem_mark_draw_tail (cr, extent.x1 - DEM_MARK_TAIL, y, 1);
}

void
dem_mark_draw_bar (cairo_t *cr,
                   DemMarkForm form,
                   DemMarkExtent extent,
                   const DemEdtf *edtf,
                   const DemAxis *axis,
                   double y,
                   const DemMarkInk *ink)
{
  double x0 = extent.x0 + (form.start == DEM_END_UNKNOWN ? DEM_MARK_TAIL : 0);
  double x1 = extent.x1 - (form.end == DEM_END_UNKNOWN ? DEM_MARK_TAIL : 0);
  double middle = y + DEM_MARK_BAR_HEIGHT / 2;

  if (form.body == DEM_MARK_BRACKETS)
    draw_brackets (cr, x0, x1, middle, ink);
  else if (form.body == DEM_MARK_SET)
    draw_set (cr, extent, edtf, axis, middle, ink);
  else if (form.body == DEM_MARK_OUTLINE || form.future || form.conditional)
    draw_outline (cr, form, x0, x1, y, ink);
  else
    draw_solid (cr, form, x0, x1, y, ink);
  draw_ends (cr, form, extent, middle, ink);
}
