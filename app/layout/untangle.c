/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/untangle.h"

#include <math.h>

#define ROUNDS 4
#define ACROSS 36 /* places that are tried beside one another */
#define LEAST_GAIN 4.0
#define IDEAL 1.2  /* length of a line, in widths of a box in the middle: a word has room on it */
#define NARROW 0.5 /* radians */

/* In ideal lengths. */
#define CROSSING_COST 0.8
#define BOX_COST 1.5
#define NARROW_COST 1.1 /* of two lines that leave a point in one direction, less up to NARROW */

typedef struct
{
  double x0, y0, x1, y1;
} Segment;

typedef struct
{
  DemBox *boxes;
  guint n;
  const DemTangleLine *lines;
  guint n_lines;
  Segment *segments; /* by line, where it runs as boxes stand */
  double gap;
  double ideal;
  double left, top, width, height; /* the picture */
} Tangle;

static gboolean
ends_at (const DemTangleLine *line, guint box)
{
  return line->a == box || line->b == box;
}

static void
update_segment (Tangle *self, guint line)
{
  const DemTangleLine *at = &self->lines[line];
  const DemBox *a = &self->boxes[at->a], *b = &self->boxes[at->b];

  self->segments[line] = (Segment){ a->x + at->ax, a->y + at->ay, b->x + at->bx, b->y + at->by };
}

static void
put_box (Tangle *self, guint box, double x, double y)
{
  self->boxes[box].x = x;
  self->boxes[box].y = y;
  for (guint i = 0; i < self->n_lines; i++)
    if (ends_at (&self->lines[i], box))
      update_segment (self, i);
}

/* On which side of a segment a point is. */
static double
get_side (const Segment *s, double x, double y)
{
  return (s->x1 - s->x0) * (y - s->y0) - (s->y1 - s->y0) * (x - s->x0);
}

/* The way from a point that is one of a segment's ends to its other end; FALSE when it is none. */
static gboolean
get_way (const Segment *s, double x, double y, double *dx, double *dy)
{
  gboolean begins = s->x0 == x && s->y0 == y;

  *dx = begins ? s->x1 - x : s->x0 - x;
  *dy = begins ? s->y1 - y : s->y0 - y;
  return begins || (s->x1 == x && s->y1 == y);
}

/* Two lines from one point had better not lie upon each other. */
static double
get_narrowness (const Segment *a, const Segment *b, double x, double y)
{
  double ax, ay, bx, by, angle;

  if (!get_way (a, x, y, &ax, &ay) || !get_way (b, x, y, &bx, &by))
    return 0;
  angle = fabs (atan2 (ax * by - ay * bx, ax * bx + ay * by));
  return NARROW_COST * MAX (1 - angle / NARROW, 0);
}

static double
get_pair_cost (const Segment *a, const Segment *b)
{
  double narrow;

  /* Most are far from each other. */
  if (MAX (a->x0, a->x1) < MIN (b->x0, b->x1) || MAX (b->x0, b->x1) < MIN (a->x0, a->x1)
      || MAX (a->y0, a->y1) < MIN (b->y0, b->y1) || MAX (b->y0, b->y1) < MIN (a->y0, a->y1))
    return 0;
  narrow = get_narrowness (a, b, a->x0, a->y0) + get_narrowness (a, b, a->x1, a->y1);
  if (narrow > 0)
    return narrow;
  return get_side (a, b->x0, b->y0) * get_side (a, b->x1, b->y1) < 0
                 && get_side (b, a->x0, a->y0) * get_side (b, a->x1, a->y1) < 0
             ? CROSSING_COST
             : 0;
}

/* Cuts a segment down to what lies in a strip; FALSE when nothing does. */
static gboolean
clip (double from, double by, double low, double high, double *begin, double *end)
{
  double enter, leave;

  if (fabs (by) < 1e-9)
    return from >= low && from <= high;
  enter = ((by > 0 ? low : high) - from) / by;
  leave = ((by > 0 ? high : low) - from) / by;
  *begin = MAX (*begin, enter);
  *end = MIN (*end, leave);
  return *begin < *end;
}

static gboolean
runs_over (const Segment *s, const DemBox *box)
{
  double begin = 0, end = 1;

  return clip (s->x0, s->x1 - s->x0, box->x - box->width / 2, box->x + box->width / 2, &begin, &end)
         && clip (s->y0, s->y1 - s->y0, box->y - box->height / 2, box->y + box->height / 2, &begin, &end);
}

static double
get_length_cost (const Tangle *self, const Segment *s)
{
  return fabs (hypot (s->x1 - s->x0, s->y1 - s->y0) - self->ideal);
}

/* What a line costs by the boxes that it runs over. */
static double
get_over_cost (const Tangle *self, guint line, const Segment *s)
{
  double cost = 0;

  for (guint i = 0; i < self->n; i++)
    if (!ends_at (&self->lines[line], i) && runs_over (s, &self->boxes[i]))
      cost += BOX_COST * self->ideal;
  return cost;
}

/* What a line costs by the lines from a number on. */
static double
get_tangle_cost (const Tangle *self, guint line, const Segment *s, guint from)
{
  double cost = 0;

  for (guint i = from; i < self->n_lines; i++)
    if (i != line)
      cost += get_pair_cost (s, &self->segments[i]) * self->ideal;
  return cost;
}

/* All that changes when a box is moved, or something beyond a limit: what is quickly told comes first. What
 * two of its own lines cost counts twice, which does no harm. */
static double
get_box_cost (const Tangle *self, guint box, double limit)
{
  double cost = 0;

  for (guint i = 0; i < self->n_lines && cost < limit; i++)
    if (ends_at (&self->lines[i], box))
      cost += get_length_cost (self, &self->segments[i]);
  for (guint i = 0; i < self->n_lines && cost < limit; i++)
    {
      const Segment *s = &self->segments[i];

      if (ends_at (&self->lines[i], box))
        cost += get_over_cost (self, i, s) + get_tangle_cost (self, i, s, 0);
      else if (runs_over (s, &self->boxes[box]))
        cost += BOX_COST * self->ideal;
    }
  return cost;
}

static int
compare_widths (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_ideal (const DemBox *boxes, guint n)
{
  g_autofree double *widths = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    widths[i] = boxes[i].width;
  g_qsort_with_data (widths, (int) n, sizeof *widths, compare_widths, NULL);
  return n > 0 ? IDEAL * widths[n / 2] : 1;
}

/* The smallest picture of that shape that holds all boxes. */
static void
frame (Tangle *self, double aspect)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      const DemBox *box = &self->boxes[i];

      left = MIN (left, box->x - box->width / 2);
      right = MAX (right, box->x + box->width / 2);
      top = MIN (top, box->y - box->height / 2);
      bottom = MAX (bottom, box->y + box->height / 2);
    }
  self->width = MAX (right - left, (bottom - top) * aspect);
  self->height = MAX (bottom - top, (right - left) / aspect);
  self->left = (left + right - self->width) / 2;
  self->top = (top + bottom - self->height) / 2;
}

static gboolean
is_free (const Tangle *self, guint box)
{
  for (guint i = 0; i < self->n; i++)
    if (i != box && dem_boxes_overlap (&self->boxes[i], &self->boxes[box], self->gap))
      return FALSE;
  return TRUE;
}

/* TRUE when there was a better place. */
static gboolean
move_box (Tangle *self, guint index)
{
  DemBox *box = &self->boxes[index], best = *box;
  double step = self->width / ACROSS, now = get_box_cost (self, index, INFINITY), least = now;

  for (double y = self->top + box->height / 2; y <= self->top + self->height - box->height / 2; y += step)
    for (double x = self->left + box->width / 2; x <= self->left + self->width - box->width / 2; x += step)
      {
        double cost;

        box->x = x;
        box->y = y;
        if (!is_free (self, index))
          continue;
        put_box (self, index, x, y);
        cost = get_box_cost (self, index, least - LEAST_GAIN);
        if (cost >= least - LEAST_GAIN)
          continue;
        least = cost;
        best = *box;
      }
  put_box (self, index, best.x, best.y);
  return least < now;
}

/* (transfer full): of all lines, which the tangle has then */
static Segment *
make_segments (Tangle *self)
{
  self->segments = g_new (Segment, self->n_lines + 1);
  for (guint i = 0; i < self->n_lines; i++)
    update_segment (self, i);
  return self->segments;
}

void
dem_boxes_untangle (
    DemBox *boxes, guint n, const DemTangleLine *lines, guint n_lines, double gap, double aspect)
{
  Tangle self = { boxes, n, lines, n_lines, NULL, gap, get_ideal (boxes, n) };
  g_autofree Segment *segments = NULL;
  gboolean moved = TRUE;

  g_return_if_fail (n == 0 || boxes != NULL);
  g_return_if_fail (n_lines == 0 || lines != NULL);
  g_return_if_fail (aspect > 0);

  segments = make_segments (&self);
  frame (&self, aspect);
  for (guint round = 0; round < ROUNDS && moved && n_lines > 0; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        if (!boxes[i].fixed && move_box (&self, i))
          moved = TRUE;
    }
}

double
dem_boxes_get_tangle (const DemBox *boxes, guint n, const DemTangleLine *lines, guint n_lines)
{
  Tangle self = { (DemBox *) boxes, n, lines, n_lines, NULL, 0, get_ideal (boxes, n) };
  g_autofree Segment *segments = make_segments (&self);
  double cost = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const Segment *s = &self.segments[i];

      cost += get_length_cost (&self, s) + get_over_cost (&self, i, s) + get_tangle_cost (&self, i, s, i + 1);
    }
  return cost;
}
