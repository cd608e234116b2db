/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

#include "ui/timeline/axis.h"
#include "ui/timeline/mark_form.h"

G_BEGIN_DECLS

#define DEM_MARK_BAR_HEIGHT 4.0

/**
 * DemMarkExtent:
 * @x0, @x1: where it is drawn; the middle of a dot
 * @dot: drawn as a dot, for it is one, or so short that it looks like one
 */
typedef struct
{
  double x0;
  double x1;
  gboolean dot;
} DemMarkExtent;

/* What a form with its days takes on an axis, no more than a little beyond its edges. */
DemMarkExtent dem_mark_extent (DemMarkForm form, DemDay start, DemDay end, DemDay today, const DemAxis *axis);

/**
 * DemMarkInk:
 * @color: of the mark
 * @opacity: of everything
 * @today_x: beyond this, what has begun before is drawn faintly; NAN for nowhere
 */
typedef struct
{
  GdkRGBA color;
  double opacity;
  double today_x;
} DemMarkInk;

/* Draws a dot around a point. */
void dem_mark_draw_dot (cairo_t *cr, DemMarkForm form, double x, double y, double radius, const DemMarkInk *ink);

/* Draws anything longer, its bar beginning at a height. The date itself is needed for the members of a set. */
void dem_mark_draw_bar (cairo_t *cr, DemMarkForm form, DemMarkExtent extent, const DemEdtf *edtf, const DemAxis *axis,
                        double y, const DemMarkInk *ink);

/* How far an approximate end of something that long fades. */
double dem_mark_fade_length (double length);

/**
 * dem_mark_pattern:
 *
 * A colour that is full between two ends and fades at those that are soft. Returns: (transfer full)
 */
cairo_pattern_t *dem_mark_pattern (DemMarkForm form, double x0, double x1, const GdkRGBA *color, double opacity);

/* Strokes a dotted tail to the left (direction -1) or right (1) of a point. */
#define DEM_MARK_TAIL 12.0
void dem_mark_draw_tail (cairo_t *cr, double x, double y, double direction);

/* Strokes an open arrow head whose point is at a point. */
void dem_mark_draw_arrow (cairo_t *cr, double x, double y, double direction);

G_END_DECLS
