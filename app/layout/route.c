/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/route.h"

#include <math.h>

#define CELL 96.0
#define SAMPLE 7.0 /* pixels from one point of a line that is looked at to the next */
#define MOST_SAMPLES 160
#define MARGIN 4.0
#define BOX_COST 60.0     /* for each point in a box: passing over a corner is as bad as it looks */
#define ELLIPSE_COST 0.06 /* for each pixel */
#define OUTSIDE_COST 3.0  /* for each point beyond everything there is */
#define BEND_COST 150.0   /* times the square of the bend */
#define MOST_ELLIPSES 64

const double dem_router_bends[DEM_ROUTER_N_BENDS]
    = { 0, -0.05, 0.05, -0.1, 0.1, -0.16, 0.16, -0.23, 0.23, -0.31, 0.31, -0.4, 0.4 };

struct _DemRouter
{
  DemBox *boxes;
  guint n_boxes;
  DemRouteEllipse *ellipses;
  guint n_ellipses;
  double left, top, right, bottom;
  GHashTable *cells; /* cell → GArray of guint, boxes that touch it */
};

static gpointer
make_key (int column, int row)
{
  return GUINT_TO_POINTER (((guint) (column & 0xffff) << 16) | (guint) (row & 0xffff));
}

static int
get_cell (double at)
{
  return (int) floor (CLAMP (at, -1e6, 1e6) / CELL);
}

static void
add_box (DemRouter *self, guint index)
{
  const DemBox *box = &self->boxes[index];
  int left = get_cell (box->x - box->width / 2 - MARGIN), right = get_cell (box->x + box->width / 2 + MARGIN);
  int top = get_cell (box->y - box->height / 2 - MARGIN),
      bottom = get_cell (box->y + box->height / 2 + MARGIN);

  for (int column = left; column <= right; column++)
    for (int row = top; row <= bottom; row++)
      {
        GArray *cell = g_hash_table_lookup (self->cells, make_key (column, row));
        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (self->cells, make_key (column, row), cell);
          }
        g_array_append_val (cell, index);
      }
}

static void
include (DemRouter *self, double x, double y, double width, double height)
{
  self->left = MIN (self->left, x - width / 2 - MARGIN);
  self->right = MAX (self->right, x + width / 2 + MARGIN);
  self->top = MIN (self->top, y - height / 2 - MARGIN);
  self->bottom = MAX (self->bottom, y + height / 2 + MARGIN);
}

DemRouter *
dem_router_new (const DemBox *boxes, guint n_boxes, const DemRouteEllipse *ellipses, guint n_ellipses)
{
  DemRouter *self = g_new0 (DemRouter, 1);

  self->boxes = g_memdup2 (boxes, n_boxes * sizeof *boxes);
  self->n_boxes = n_boxes;
  self->ellipses = g_memdup2 (ellipses, n_ellipses * sizeof *ellipses);
  self->n_ellipses = MIN (n_ellipses, MOST_ELLIPSES);
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->left = self->top = INFINITY;
  self->right = self->bottom = -INFINITY;
  for (guint i = 0; i < n_boxes; i++)
    {
      add_box (self, i);
      include (self, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
    }
  for (guint i = 0; i < n_ellipses; i++)
    include (self, ellipses[i].x, ellipses[i].y, ellipses[i].width, ellipses[i].height);
  return self;
}

void
dem_router_free (DemRouter *self)
{
  g_free (self->boxes);
  g_free (self->ellipses);
  g_hash_table_unref (self->cells);
  g_free (self);
}

static gboolean
is_in_box (const DemBox *box, double x, double y)
{
  return fabs (x - box->x) < box->width / 2 + MARGIN && fabs (y - box->y) < box->height / 2 + MARGIN;
}

static guint
count_boxes_at (DemRouter *self, double x, double y, guint a, guint b)
{
  GArray *cell = g_hash_table_lookup (self->cells, make_key (get_cell (x), get_cell (y)));
  guint n = 0;

  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      guint box = g_array_index (cell, guint, i);
      n += box != a && box != b && is_in_box (&self->boxes[box], x, y);
    }
  return n;
}

static guint
count_ellipses_at (DemRouter *self, double x, double y)
{
  guint n = 0;

  for (guint i = 0; i < self->n_ellipses; i++)
    {
      const DemRouteEllipse *at = &self->ellipses[i];
      double dx = (x - at->x) / (at->width / 2), dy = (y - at->y) / (at->height / 2);
      n += dx * dx + dy * dy < 1;
    }
  return n;
}

double
dem_router_get_cost (
    DemRouter *self, double x0, double y0, double x1, double y1, double bend, guint a, guint b)
{
  double dx = x1 - x0, dy = y1 - y0, length = hypot (dx, dy);
  /* The control point of a quadratic curve stands twice as high as the curve gets. */
  double cx = (x0 + x1) / 2 - dy * bend * 2, cy = (y0 + y1) / 2 + dx * bend * 2;
  guint n = (guint) CLAMP (length / SAMPLE, 4, MOST_SAMPLES);
  double step = length / n, cost = bend * bend * BEND_COST;

  for (guint i = 1; i < n; i++)
    {
      double t = (double) i / n, u = 1 - t;
      double x = u * u * x0 + 2 * u * t * cx + t * t * x1, y = u * u * y0 + 2 * u * t * cy + t * t * y1;

      cost += count_ellipses_at (self, x, y) * step * ELLIPSE_COST;
      cost += count_boxes_at (self, x, y, a, b) * BOX_COST;
      if (x < self->left || x > self->right || y < self->top || y > self->bottom)
        cost += OUTSIDE_COST;
    }
  return cost;
}

double
dem_router_choose_bend (DemRouter *self, double x0, double y0, double x1, double y1, guint a, guint b)
{
  double best = 0, least = INFINITY;

  for (guint i = 0; i < DEM_ROUTER_N_BENDS && least > dem_router_bends[i] * dem_router_bends[i] * BEND_COST;
       i++)
    {
      double cost = dem_router_get_cost (self, x0, y0, x1, y1, dem_router_bends[i], a, b);
      if (cost < least)
        {
          least = cost;
          best = dem_router_bends[i];
        }
    }
  return best;
}
