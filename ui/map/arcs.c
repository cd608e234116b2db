/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/arcs.h"

#include <math.h>

#define CASING 1.5 /* of the background on each side of an arc */
#define BULGE 0.16 /* of the distance */
#define LEAST_BULGE 10.0
#define MOST_BULGE 100.0
#define PARALLEL 14.0 /* between arcs of the same two seats */
#define RIM_GAP 1.5   /* between an arc and the markers at its ends */
#define EDGE_GAP 18.0 /* between an arc and the edge behind which it goes on */
#define MOST_ARCS 48 /* in a picture; more would be a hairball */
#define NEAR_ZOOM 3.0 /* from which people's and groups' relations are drawn too */

/* ---- The curve ---- */

static void
sample (DemMapArc *self)
{
  graphene_point_t low = { G_MAXFLOAT, G_MAXFLOAT }, high = { -G_MAXFLOAT, -G_MAXFLOAT };
  for (guint i = 0; i < DEM_MAP_ARC_POINTS; i++)
    {
      double t = (double) i / (DEM_MAP_ARC_POINTS - 1), u = 1.0 - t;
      graphene_point_t *point = &self->points[i];
      point->x = (float) (u * u * self->x0 + 2 * u * t * self->cx + t * t * self->x1);
      point->y = (float) (u * u * self->y0 + 2 * u * t * self->cy + t * t * self->y1);
      low.x = MIN (low.x, point->x);
      low.y = MIN (low.y, point->y);
      high.x = MAX (high.x, point->x);
      high.y = MAX (high.y, point->y);
    }
  graphene_rect_init (&self->bounds, low.x, low.y, high.x - low.x, high.y - low.y);
}

/* Keeps the part of the curve between two parameters (de Casteljau). */
static void
keep (DemMapArc *self, double t0, double t1)
{
  double ax = self->x0, ay = self->y0, bx = self->cx, by = self->cy, ex = self->x1, ey = self->y1;
#define BLOSSOM(p, q, r, s, t)                                                                               \
  ((1 - (s)) * ((1 - (t)) * (p) + (t) * (q)) + (s) * ((1 - (t)) * (q) + (t) * (r)))
  self->x0 = BLOSSOM (ax, bx, ex, t0, t0);
  self->y0 = BLOSSOM (ay, by, ey, t0, t0);
  self->cx = BLOSSOM (ax, bx, ex, t0, t1);
  self->cy = BLOSSOM (ay, by, ey, t0, t1);
  self->x1 = BLOSSOM (ax, bx, ex, t1, t1);
  self->y1 = BLOSSOM (ay, by, ey, t1, t1);
#undef BLOSSOM
}

static void
point_at (const DemMapArc *self, double t, double *x, double *y)
{
  double u = 1.0 - t;
  *x = u * u * self->x0 + 2 * u * t * self->cx + t * t * self->x1;
  *y = u * u * self->y0 + 2 * u * t * self->cy + t * t * self->y1;
}

/* How long the curve stays within a radius of one of its ends, as a parameter (of the half that begins
 * there). */
static double
leave_circle (const DemMapArc *self, gboolean at_end, double radius)
{
  double low = 0.0, high = 0.5, x, y;
  double cx = at_end ? self->x1 : self->x0, cy = at_end ? self->y1 : self->y0;
  for (guint i = 0; i < 20; i++)
    {
      double middle = (low + high) / 2;
      point_at (self, at_end ? 1.0 - middle : middle, &x, &y);
      if (hypot (x - cx, y - cy) < radius)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static DemMapEnd
get_end (const DemMapSpot *spot)
{
  return (DemMapEnd){ spot->x, spot->y, dem_map_spot_get_radius (spot) };
}

static void
bend (DemMapArc *self, const DemMapEnd *a, const DemMapEnd *b, double share, double aside)
{
  double dx = b->x - a->x, dy = b->y - a->y, distance = MAX (hypot (dx, dy), 1e-6);
  double bulge = CLAMP (BULGE * distance * fabs (share), LEAST_BULGE, MOST_BULGE);
  /* The normal that points up; to the left of an arc that runs straight down. */
  double nx = dy / distance, ny = -dx / distance;
  if (ny > 0 || (ny == 0 && nx > 0))
    {
      nx = -nx;
      ny = -ny;
    }
  double height = 2 * ((share < 0 ? -bulge : bulge) + aside);

  self->x0 = a->x;
  self->y0 = a->y;
  self->x1 = b->x;
  self->y1 = b->y;
  self->cx = (a->x + b->x) / 2 + nx * height;
  self->cy = (a->y + b->y) / 2 + ny * height;
  self->cut = -1;
}

void
dem_map_arc_init (
    DemMapArc *self, graphene_point_t a, graphene_point_t b, double height, double leave_a, double leave_b)
{
  self->x0 = a.x;
  self->y0 = a.y;
  self->x1 = b.x;
  self->y1 = b.y;
  self->cx = (a.x + b.x) / 2 - 2 * height * (b.y - a.y);
  self->cy = (a.y + b.y) / 2 + 2 * height * (b.x - a.x);
  self->cut = -1;
  keep (self, leave_circle (self, FALSE, leave_a), 1.0 - leave_circle (self, TRUE, leave_b));
  sample (self);
}

void
dem_map_arc_trace (const DemMapArc *self, cairo_t *cr)
{
  /* A quadratic curve raised to a cubic one. */
  cairo_move_to (cr, self->x0, self->y0);
  cairo_curve_to (cr, self->x0 + (self->cx - self->x0) * 2 / 3, self->y0 + (self->cy - self->y0) * 2 / 3,
                  self->x1 + (self->cx - self->x1) * 2 / 3, self->y1 + (self->cy - self->y1) * 2 / 3,
                  self->x1, self->y1);
}

void
dem_map_arc_draw (
    const DemMapArc *self, cairo_t *cr, DemStance stance, const DemPalette *palette, gboolean dimmed)
{
  double width = stance == DEM_STANCE_ALLIED ? 4.6 : stance == DEM_STANCE_NONE ? 1.2 : 2.6;

  dem_map_arc_trace (self, cr);
  cairo_set_line_width (cr, width + 2 * CASING);
  cairo_set_source_rgba (cr, palette->sea.red, palette->sea.green, palette->sea.blue, dimmed ? 0.5 : 1.0);
  cairo_stroke (cr);
  dem_map_arc_trace (self, cr);
  dem_stance_stroke (cr, stance, palette, &palette->sea, dimmed ? palette->dim_arc : 1.0, 1.0);
}

static void
get_normal (const DemMapArc *self, double t, double *nx, double *ny)
{
  double dx = (1 - t) * (self->cx - self->x0) + t * (self->x1 - self->cx);
  double dy = (1 - t) * (self->cy - self->y0) + t * (self->y1 - self->cy);
  double length = MAX (hypot (dx, dy), 1e-6);
  *nx = -dy / length;
  *ny = dx / length;
}

void
dem_map_arc_trace_outline (const DemMapArc *self, cairo_t *cr, double distance)
{
  for (int side = 0; side < 2; side++)
    for (guint i = 0; i < DEM_MAP_ARC_POINTS; i++)
      {
        guint at = side == 0 ? i : DEM_MAP_ARC_POINTS - 1 - i;
        double nx, ny, away = side == 0 ? distance : -distance;
        get_normal (self, (double) at / (DEM_MAP_ARC_POINTS - 1), &nx, &ny);
        cairo_line_to (cr, self->points[at].x + nx * away, self->points[at].y + ny * away);
      }
  cairo_close_path (cr);
}

void
dem_map_arc_point (
    const DemMapArc *self, double share, double *x, double *y, double *normal_x, double *normal_y)
{
  point_at (self, share, x, y);
  get_normal (self, share, normal_x, normal_y);
  double out = (self->cx - (self->x0 + self->x1) / 2) * *normal_x
               + (self->cy - (self->y0 + self->y1) / 2) * *normal_y;
  if (out < 0)
    {
      *normal_x = -*normal_x;
      *normal_y = -*normal_y;
    }
}

static double
distance_to_segment (double x, double y, graphene_point_t a, graphene_point_t b)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  return hypot (a.x + t * dx - x, a.y + t * dy - y);
}

double
dem_map_arc_distance (const DemMapArc *self, double x, double y)
{
  double least = G_MAXDOUBLE;
  for (guint i = 1; i < DEM_MAP_ARC_POINTS; i++)
    least = MIN (least, distance_to_segment (x, y, self->points[i - 1], self->points[i]));
  return least;
}

/* Liang–Barsky: whether a segment touches a rectangle. */
static gboolean
segment_touches (graphene_point_t a, graphene_point_t b, const graphene_rect_t *rect)
{
  double t0 = 0.0, t1 = 1.0, dx = b.x - a.x, dy = b.y - a.y;
  double steps[] = { -dx, dx, -dy, dy };
  double rooms[] = { a.x - rect->origin.x, rect->origin.x + rect->size.width - a.x, a.y - rect->origin.y,
                     rect->origin.y + rect->size.height - a.y };
  for (guint i = 0; i < 4; i++)
    {
      if (rooms[i] < 0 && rooms[i] < steps[i]) /* both ends lie outside, as most do: asked thousands of times a frame */
        return FALSE;
      if (steps[i] < 0)
        t0 = MAX (t0, rooms[i] / steps[i]);
      else if (steps[i] > 0)
        t1 = MIN (t1, rooms[i] / steps[i]);
    }
  return t0 <= t1;
}

gboolean
dem_map_arc_is_in_view (const DemMapArc *self, const DemMapViewport *viewport)
{
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height);
  return dem_map_arc_crosses (self, &view);
}

gboolean
dem_map_arc_crosses (const DemMapArc *self, const graphene_rect_t *rect)
{
  /* Called often: most arcs are nowhere near. */
  const graphene_rect_t *bounds = &self->bounds;
  if (bounds->origin.x > rect->origin.x + rect->size.width
      || rect->origin.x > bounds->origin.x + bounds->size.width
      || bounds->origin.y > rect->origin.y + rect->size.height
      || rect->origin.y > bounds->origin.y + bounds->size.height)
    return FALSE;
  for (guint i = 1; i < DEM_MAP_ARC_POINTS; i++)
    if (segment_touches (self->points[i - 1], self->points[i], rect))
      return TRUE;
  return FALSE;
}

/* ---- Which way they bend ---- */

/* Home in a picture of usual size: what the bends are chosen for. */
#define USUAL_WIDTH 1020.0
#define USUAL_HEIGHT 447.0
#define SAME_SLOPE 0.12
#define LEAN_COST 8.0
#define WIDE_COST 13.0 /* for twice the usual bulge */
#define NARROW_COST 10.0 /* for two that leave a seat in the same direction */
#define LEAST_ANGLE 0.14 /* radians */
#define MARKER_ROOM 15.0
#define ARC_ROOM 30.0
#define ROUNDS 4
#define MOST_CHOSEN 40 /* more arcs than this all bend as they come */

static const float choices[] = { 1.0f, 0.7f, 0.4f, -0.4f, -0.7f, -1.0f, 1.3f, -1.3f, 1.6f, -1.6f };

static gboolean
segments_cross (graphene_point_t a, graphene_point_t b, graphene_point_t c, graphene_point_t d)
{
  double side_c = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  double side_d = (b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x);
  double side_a = (d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x);
  double side_b = (d.x - c.x) * (b.y - c.y) - (d.y - c.y) * (b.x - c.x);
  return side_c * side_d < 0 && side_a * side_b < 0;
}

/* In which direction an arc leaves a spot at one of its ends. */
static double
get_direction (const DemMapArc *arc, guint spot)
{
  return arc->from == spot ? atan2 (arc->cy - arc->y0, arc->cx - arc->x0)
                           : atan2 (arc->cy - arc->y1, arc->cx - arc->x1);
}

/* Two that leave a seat in nearly the same direction can't be told apart there, or cross at once. */
static double
get_narrowness (const DemMapArc *a, const DemMapArc *b, guint spot)
{
  if ((b->from != spot && b->to != spot) || (a->from != spot && a->to != spot))
    return 0.0;
  double angle = fabs (remainder (get_direction (a, spot) - get_direction (b, spot), 2 * G_PI));
  return angle < LEAST_ANGLE ? NARROW_COST * (1.0 - angle / LEAST_ANGLE) : 0.0;
}

/* How much two arcs are in each other's way: they cross, or run side by side too closely. */
static double
get_conflict (const DemMapArc *a, const DemMapArc *b)
{
  double cost = get_narrowness (a, b, a->from) + get_narrowness (a, b, a->to);
  for (guint i = 3; i < DEM_MAP_ARC_POINTS; i += 3)
    for (guint j = 3; j < DEM_MAP_ARC_POINTS; j += 3)
      if (segments_cross (a->points[i - 3], a->points[i], b->points[j - 3], b->points[j]))
        cost += 20.0;

  for (guint i = DEM_MAP_ARC_POINTS / 4; i < DEM_MAP_ARC_POINTS; i += DEM_MAP_ARC_POINTS / 4)
    {
      double apart = dem_map_arc_distance (b, a->points[i].x, a->points[i].y);
      cost += MAX (ARC_ROOM - apart, 0.0) / ARC_ROOM * 6.0;
    }
  return cost;
}

static double
get_bend_cost (const DemMapArc *arc, GArray *spots, GArray *arcs, guint self, double share, double lean)
{
  double cost = (fabs (share) > 1.0 ? WIDE_COST * (fabs (share) - 1.0) : 1.0 - fabs (share)) - (share > 0 ? lean : -lean);
  for (guint i = 0; i < spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (spots, DemMapSpot, i);
      if (i != arc->from && i != arc->to && spot->host == i
          && dem_map_arc_distance (arc, spot->x, spot->y) < MARKER_ROOM)
        cost += 60.0;
    }
  for (guint i = 0; i < arcs->len; i++)
    if (i != self)
      cost += get_conflict (arc, &g_array_index (arcs, DemMapArc, i));
  return cost;
}

/* How many of the arcs that leave a spot to the same side run further north than this one, less those further
 * south; as a share of them. Of two in the same direction the longer counts as further out. */
static double
get_lean_at (GArray *spots, GArray *arcs, const DemMapArc *arc, guint end)
{
  const DemMapSpot *here = &g_array_index (spots, DemMapSpot, end);
  const DemMapSpot *there = &g_array_index (spots, DemMapSpot, arc->from == end ? arc->to : arc->from);
  double dx = there->x - here->x, slope = (there->y - here->y) / MAX (fabs (dx), 1.0);
  int north = 0, south = 0;

  for (guint i = 0; i < arcs->len; i++)
    {
      const DemMapArc *other = &g_array_index (arcs, DemMapArc, i);
      if (other->tie == arc->tie || (other->from != end && other->to != end))
        continue;
      const DemMapSpot *far
          = &g_array_index (spots, DemMapSpot, other->from == end ? other->to : other->from);
      double other_dx = far->x - here->x, other_slope = (far->y - here->y) / MAX (fabs (other_dx), 1.0);
      if ((other_dx > 0) != (dx > 0))
        continue;
      if (fabs (other_slope - slope) < SAME_SLOPE ? fabs (other_dx) > fabs (dx) : other_slope < slope)
        north++;
      else
        south++;
    }
  return north + south == 0 ? 0.0 : (double) (south - north) / (north + south);
}

/* Positive for those that had better bend upwards: the northern half of what leaves a seat. */
static double
get_lean (GArray *spots, GArray *arcs, const DemMapArc *arc)
{
  double lean = get_lean_at (spots, arcs, arc, arc->from) + get_lean_at (spots, arcs, arc, arc->to);
  return LEAN_COST * CLAMP (lean + 0.1, -1.0, 1.0);
}

/* From middle to middle. */
static void
bend_between (DemMapArc *self, GArray *spots, double share)
{
  DemMapEnd a = get_end (&g_array_index (spots, DemMapSpot, self->from));
  DemMapEnd b = get_end (&g_array_index (spots, DemMapSpot, self->to));

  bend (self, &a, &b, share, 0);
  sample (self);
}

static GArray *
make_arcs (DemMapContent *content, GArray *spots)
{
  GArray *ties = dem_map_content_get_ties (content);
  GArray *arcs = g_array_new (FALSE, TRUE, sizeof (DemMapArc));
  for (guint i = 0; i < ties->len; i++)
    {
      const DemMapTie *tie = &g_array_index (ties, DemMapTie, i);
      DemMapArc arc = { .tie = i,
                        .from = g_array_index (spots, DemMapSpot, tie->a).host,
                        .to = g_array_index (spots, DemMapSpot, tie->b).host };
      if (!tie->of_states && !tie->in_perspective)
        continue;
      bend_between (&arc, spots, 1.0);
      g_array_append_val (arcs, arc);
    }
  return arcs;
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const DemMapArc *x = a, *y = b;
  double a_length = hypot (x->x1 - x->x0, x->y1 - x->y0), b_length = hypot (y->x1 - y->x0, y->y1 - y->y0);
  return a_length > b_length ? -1 : a_length < b_length ? 1 : x->tie < y->tie ? -1 : 1;
}

/* Gives one arc the bend that is best as the others are now. */
static void
choose_bend (GArray *spots, GArray *arcs, guint index, float *bends)
{
  DemMapArc *arc = &g_array_index (arcs, DemMapArc, index), best = *arc;
  double least = G_MAXDOUBLE, lean = get_lean (spots, arcs, arc);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      bend_between (arc, spots, choices[i]);
      double cost = get_bend_cost (arc, spots, arcs, index, choices[i], lean);
      if (cost < least)
        {
          least = cost;
          best = *arc;
          bends[arc->tie] = choices[i];
        }
    }
  *arc = best;
}

/* Those without a bend lean as is usual. TRUE when there was one. */
static gboolean
fill_bends (float *bends, guint n, gboolean *is_free)
{
  gboolean found = FALSE;
  for (guint i = 0; i < n; i++)
    {
      is_free[i] = isnan (bends[i]);
      found = found || is_free[i];
      if (is_free[i])
        bends[i] = 1.0f;
    }
  return found;
}

static GArray *
make_home_spots (DemMapContent *content)
{
  DemMapWorld *world = dem_map_content_get_world (content);
  DemProjection *projection = dem_map_world_get_projection (world);
  const DemMapExtent *extent = dem_map_world_get_extent (world);
  DemMapViewport viewport;

  dem_map_viewport_init (&viewport, projection, extent, USUAL_WIDTH, USUAL_HEIGHT,
                         dem_map_camera_home (projection, extent));
  return dem_map_spots_new (content, &viewport);
}

void
dem_map_bends_choose (DemMapContent *content, float *bends)
{
  guint n_ties = dem_map_content_get_ties (content)->len;
  g_autofree gboolean *is_free = g_new (gboolean, n_ties + 1);

  if (!fill_bends (bends, n_ties, is_free))
    return;
  g_autoptr (GArray) spots = make_home_spots (content);
  g_autoptr (GArray) arcs = make_arcs (content, spots);
  if (arcs->len > MOST_CHOSEN)
    return;

  /* First as they lean, the longest first; then each in the presence of all others. */
  g_array_sort (arcs, compare_longest_first);
  for (guint i = 0; i < arcs->len; i++)
    {
      DemMapArc *arc = &g_array_index (arcs, DemMapArc, i);
      if (is_free[arc->tie])
        bends[arc->tie] = get_lean (spots, arcs, arc) < 0 ? -1.0f : 1.0f;
      bend_between (arc, spots, bends[arc->tie]);
    }
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < arcs->len; i++)
      if (is_free[g_array_index (arcs, DemMapArc, i).tie])
        choose_bend (spots, arcs, i, bends);
}

/* ---- In a viewport ---- */

static gboolean
is_inside (const DemMapViewport *viewport, double x, double y, double margin)
{
  return x >= margin && y >= margin && x <= viewport->width - margin && y <= viewport->height - margin;
}

/* Stops an arc before the edge behind which one of its ends lies. */
static void
cut_at_edge (DemMapArc *self, const DemMapViewport *viewport, gboolean at_end)
{
  double low = 0.0, high = 1.0, x, y;
  for (guint i = 0; i < 24; i++)
    {
      double middle = (low + high) / 2;
      point_at (self, at_end ? middle : 1.0 - middle, &x, &y);
      if (is_inside (viewport, x, y, EDGE_GAP))
        low = middle;
      else
        high = middle;
    }
  if (low < 0.02)
    return;
  if (at_end)
    keep (self, 0.0, low);
  else
    keep (self, 1.0 - low, 1.0);
  self->cut = at_end;
}

void
dem_map_arc_lay (DemMapArc *self,
                 const DemMapEnd *a,
                 const DemMapEnd *b,
                 const DemMapViewport *viewport,
                 double share,
                 double aside)
{
  gboolean sees_a = is_inside (viewport, a->x, a->y, 0), sees_b = is_inside (viewport, b->x, b->y, 0);

  bend (self, a, b, share, aside);
  double start = leave_circle (self, FALSE, a->radius + RIM_GAP), end = leave_circle (self, TRUE, b->radius + RIM_GAP);
  keep (self, start, 1.0 - end);
  if (sees_a != sees_b)
    cut_at_edge (self, viewport, sees_a);
  sample (self);
}

/* Ties of the same two spots lie side by side: 0, 14, −14, 28… */
static double
get_aside (GHashTable *counts, guint from, guint to)
{
  gint64 key = (gint64) MIN (from, to) << 32 | MAX (from, to);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key));
  g_hash_table_insert (counts, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
  return (n % 2 == 1 ? 1 : -1) * PARALLEL * ((n + 1) / 2);
}

/* Whether an arc between two spots can be seen at all, before it is made. */
static gboolean
may_be_in_view (const DemMapSpot *a, const DemMapSpot *b, const DemMapViewport *viewport)
{
  double reach = 2 * MOST_BULGE;
  return MAX (a->x, b->x) > -reach && MAX (a->y, b->y) > -reach && MIN (a->x, b->x) < viewport->width + reach
         && MIN (a->y, b->y) < viewport->height + reach;
}

/* Which ties are drawn: by tie, one or zero. */
static guint8 *
choose_ties (DemMapContent *content, GArray *spots, const DemMapViewport *viewport, double zoom, guint *n_left_out)
{
  GArray *ties = dem_map_content_get_ties (content);
  const guint *order = dem_map_content_get_tie_order (content);
  guint8 *chosen = g_new0 (guint8, ties->len + 1);
  guint n_chosen = 0;

  *n_left_out = 0;
  for (guint i = 0; i < ties->len; i++)
    {
      const DemMapTie *tie = &g_array_index (ties, DemMapTie, order[i]);
      guint from = g_array_index (spots, DemMapSpot, tie->a).host;
      guint to = g_array_index (spots, DemMapSpot, tie->b).host;
      if ((!tie->of_states && !tie->in_perspective && !tie->selected && !tie->of_selected && zoom < NEAR_ZOOM)
          || from == to
          || !may_be_in_view (&g_array_index (spots, DemMapSpot, from), &g_array_index (spots, DemMapSpot, to),
                              viewport))
        continue;
      chosen[order[i]] = n_chosen < MOST_ARCS;
      *n_left_out += n_chosen >= MOST_ARCS;
      n_chosen++;
    }
  return chosen;
}

GArray *
dem_map_arcs_new (DemMapContent *content,
                  GArray *spots,
                  const DemMapViewport *viewport,
                  const float *bends,
                  double zoom,
                  guint *n_left_out)
{
  GArray *ties = dem_map_content_get_ties (content);
  GArray *arcs = g_array_new (FALSE, TRUE, sizeof (DemMapArc));
  g_autofree guint8 *chosen = choose_ties (content, spots, viewport, zoom, n_left_out);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ties->len; i++)
    {
      const DemMapTie *tie = &g_array_index (ties, DemMapTie, i);
      DemMapArc arc = { .tie = i,
                        .from = g_array_index (spots, DemMapSpot, tie->a).host,
                        .to = g_array_index (spots, DemMapSpot, tie->b).host };
      if (!chosen[i])
        continue;
      DemMapEnd a = get_end (&g_array_index (spots, DemMapSpot, arc.from));
      DemMapEnd b = get_end (&g_array_index (spots, DemMapSpot, arc.to));
      dem_map_arc_lay (&arc, &a, &b, viewport, bends[i], get_aside (counts, arc.from, arc.to));
      g_array_append_val (arcs, arc);
    }
  return arcs;
}
