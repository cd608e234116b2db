/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ui/map/spots.h"

G_BEGIN_DECLS

#define DEM_MAP_ARC_POINTS 25

/**
 * DemMapArc:
 * @tie: index into the content's ties
 * @from: (and to): indices of spots
 * @points: along the arc, evenly in its parameter
 * @cut: the end that lies outside the viewport (0: from, 1: to), or -1; the arc stops before the edge
 *
 * A tie in a viewport: a quadratic curve from rim to rim.
 */
typedef struct
{
  guint tie;
  guint from, to;
  double x0, y0, cx, cy, x1, y1;
  graphene_point_t points[DEM_MAP_ARC_POINTS];
  graphene_rect_t bounds;
  int cut;
} DemMapArc;

/* DemMapEnd: where an arc begins or stops: a marker or a head, and how far from its middle. */
typedef struct
{
  double x, y;
  double radius;
} DemMapEnd;

/**
 * dem_map_arc_lay:
 * @share: its bend, as those that are chosen for ties
 * @aside: by how many pixels it lies beside another of the same two
 *
 * Lays an arc between two ends; where one of them is not in the picture, it stops before the edge. Its tie, from and to
 * are the caller's.
 */
void dem_map_arc_lay (DemMapArc *self,
                      const DemMapEnd *a,
                      const DemMapEnd *b,
                      const DemMapViewport *viewport,
                      double share,
                      double aside);

/* How each tie bends, by tie: the share of the usual bulge, positive upwards. Chosen so that arcs avoid
 * markers and one another at home; the same at every zoom, so that nothing leaps. Those that are a number already stay; the others are NAN. */
void dem_map_bends_choose (DemMapContent *content, float *bends);

/* As many as can be told apart, the most important; how many that are in view are left out is counted. (transfer full)
 * (element-type DemMapArc) */
GArray *dem_map_arcs_new (DemMapContent *content,
                          GArray *spots,
                          const DemMapViewport *viewport,
                          const float *bends,
                          double zoom,
                          guint *n_left_out);

/**
 * dem_map_arc_init:
 * @height: how high it bends, as a share of its length, positive to the right of the way from a to b
 * @leave_a: (and @leave_b): how far from its ends it begins and stops
 *
 * Sets the curve of an arc; its tie, from and to are the caller's.
 */
void dem_map_arc_init (
    DemMapArc *self, graphene_point_t a, graphene_point_t b, double height, double leave_a, double leave_b);

/* From how many arcs on a quarter of their time is worth more than the last levels of grey at their edges, and
 * the help of other threads worth the asking. */
#define DEM_MAP_MANY_ARCS 24

/* Draws the curve in the line style of a stance, cased in the palette's sea. */
void dem_map_arc_draw (
    const DemMapArc *self, cairo_t *cr, DemStance stance, const DemPalette *palette, gboolean dimmed);

/* Adds the curve to the context's path. */
void dem_map_arc_trace (const DemMapArc *self, cairo_t *cr);

/* The same path on both sides, so far away, as closed outline. */
void dem_map_arc_trace_outline (const DemMapArc *self, cairo_t *cr, double distance);

double dem_map_arc_distance (const DemMapArc *self, double x, double y);
gboolean dem_map_arc_is_in_view (const DemMapArc *self, const DemMapViewport *viewport);
gboolean dem_map_arc_crosses (const DemMapArc *self, const graphene_rect_t *rect);

/* A point of the arc (share from 0 to 1) and the unit normal there that points to the outside of the bend. */
void dem_map_arc_point (
    const DemMapArc *self, double share, double *x, double *y, double *normal_x, double *normal_y);

G_END_DECLS
