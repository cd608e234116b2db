/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/projection.h"

#include <math.h>

/* How much a seat stretches its surroundings, and how far around it, in degrees. */
#define STRETCH_X 0.62
#define REACH_X 15.0
#define STRETCH_Y 0.22
#define REACH_Y 9.0

#define STEPS_PER_DEGREE 2
#define N_X (360 * STEPS_PER_DEGREE)
#define N_Y (180 * STEPS_PER_DEGREE)

/* Beyond this latitude a cylinder that is true would be all too tall. */
#define STEEPEST_LATITUDE 75.0

struct _DemProjection
{
  double cut;
  double x[N_X + 1]; /* from the cut eastwards */
  double y[N_Y + 1]; /* from the north pole southwards */
};

static double
turn_back (double longitude)
{
  return longitude - 360.0 * floor ((longitude + 180.0) / 360.0);
}

/* The integral of a bell of height 1 around 0, from -∞ to t. */
static double
bell_integral (double t, double reach)
{
  return reach * sqrt (G_PI_2) * (1.0 + erf (t / (reach * G_SQRT2)));
}

static double
bell (double t, double reach)
{
  return exp (-0.5 * (t / reach) * (t / reach));
}

/* Seats stretch over the cut as well, so that the first and the last degree of the world fit together. */
static double
integrate_x (const DemProjectionSeat *seats, guint n, double longitude, double stretch)
{
  double x = longitude;
  for (guint i = 0; i < n; i++)
    for (int turn = -1; turn <= 2; turn++)
      x += stretch * sqrt (seats[i].weight)
           * bell_integral (longitude - seats[i].at.longitude - 360.0 * turn, REACH_X);
  return x;
}

static double
integrate_y (const DemProjectionSeat *seats, guint n, double latitude, double stretch)
{
  double y = latitude;
  for (guint i = 0; i < n; i++)
    y += stretch * sqrt (seats[i].weight) * bell_integral (latitude - seats[i].at.latitude, REACH_Y);
  return y;
}

static double
slope_x (const DemProjectionSeat *seats, guint n, double longitude, double stretch)
{
  double slope = 1.0;
  for (guint i = 0; i < n; i++)
    slope += stretch * sqrt (seats[i].weight) * bell (turn_back (longitude - seats[i].at.longitude), REACH_X);
  return slope;
}

static double
slope_y (const DemProjectionSeat *seats, guint n, double latitude, double stretch)
{
  double slope = 1.0;
  for (guint i = 0; i < n; i++)
    slope += stretch * sqrt (seats[i].weight) * bell (latitude - seats[i].at.latitude, REACH_Y);
  return slope;
}

/* How much taller the map has to be, for the densest seat to keep its shape. */
static double
get_height_scale (const DemProjectionSeat *seats, guint n, double stretch_x, double stretch_y)
{
  double densest = 0.0, scale = 1.0;
  for (guint i = 0; i < n; i++)
    {
      double sx = slope_x (seats, n, seats[i].at.longitude, STRETCH_X);
      double sy = slope_y (seats, n, seats[i].at.latitude, STRETCH_Y);
      if (sx * sy <= densest)
        continue;
      double latitude = CLAMP (seats[i].at.latitude, -STEEPEST_LATITUDE, STEEPEST_LATITUDE);
      densest = sx * sy;
      scale = slope_x (seats, n, seats[i].at.longitude, stretch_x)
              / slope_y (seats, n, seats[i].at.latitude, stretch_y) / cos (latitude * G_PI / 180.0);
    }
  return scale;
}

static gboolean
link_crosses (DemGeo a, DemGeo b, double meridian)
{
  double way = turn_back (b.longitude - a.longitude);
  double there = turn_back (meridian - a.longitude);
  return way >= 0 ? there > 0 && there < way : there < 0 && there > way;
}

static double
choose_cut (const DemProjectionSeat *seats, guint n_seats, const DemProjectionLink *links, guint n_links)
{
  double best = -180.0, best_room = -1.0;
  guint best_crossings = G_MAXUINT;

  for (double meridian = -180.0; meridian < 180.0; meridian += 1.0)
    {
      guint crossings = 0;
      double room = 180.0;
      for (guint i = 0; i < n_links; i++)
        crossings += link_crosses (seats[links[i].a].at, seats[links[i].b].at, meridian);
      for (guint i = 0; i < n_seats; i++)
        room = MIN (room, fabs (turn_back (meridian - seats[i].at.longitude)));
      if (crossings < best_crossings || (crossings == best_crossings && room > best_room))
        {
          best = meridian;
          best_crossings = crossings;
          best_room = room;
        }
    }
  return best;
}

DemProjection *
dem_projection_new (const DemProjectionSeat *seats,
                    guint n_seats,
                    const DemProjectionLink *links,
                    guint n_links,
                    gboolean true_scale)
{
  DemProjection *self = g_atomic_rc_box_new0 (DemProjection);
  double stretch_x = true_scale ? 0.0 : STRETCH_X;
  double stretch_y = true_scale ? 0.0 : STRETCH_Y;
  double height = get_height_scale (seats, n_seats, stretch_x, stretch_y);

  self->cut = choose_cut (seats, n_seats, links, n_links);
  double x0 = integrate_x (seats, n_seats, self->cut, stretch_x);
  double y0 = integrate_y (seats, n_seats, 90.0, stretch_y);
  for (guint i = 0; i <= N_X; i++)
    self->x[i] = integrate_x (seats, n_seats, self->cut + (double) i / STEPS_PER_DEGREE, stretch_x) - x0;
  for (guint i = 0; i <= N_Y; i++)
    self->y[i]
        = height * (y0 - integrate_y (seats, n_seats, 90.0 - (double) i / STEPS_PER_DEGREE, stretch_y));
  return self;
}

DemProjection *
dem_projection_ref (DemProjection *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dem_projection_unref (DemProjection *self)
{
  g_atomic_rc_box_release (self);
}

double
dem_projection_get_cut (const DemProjection *self)
{
  return self->cut;
}

double
dem_projection_get_width (const DemProjection *self)
{
  return self->x[N_X];
}

/* The table at a fractional index, straight between its entries. */
static double
look_up (const double *table, guint n, double index)
{
  guint i = (guint) CLAMP (floor (index), 0.0, n - 1.0);
  return table[i] + (index - i) * (table[i + 1] - table[i]);
}

/* The fractional index at which the table, which rises, has a value between its first and last. */
static double
look_for (const double *table, guint n, double value)
{
  guint low = 0, high = n;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (table[middle] <= value)
        low = middle;
      else
        high = middle;
    }
  return low + (value - table[low]) / (table[high] - table[low]);
}

double
dem_projection_x (const DemProjection *self, double longitude)
{
  double turns = floor ((longitude - self->cut) / 360.0);
  double east = longitude - self->cut - 360.0 * turns;
  return turns * self->x[N_X] + look_up (self->x, N_X, east * STEPS_PER_DEGREE);
}

double
dem_projection_y (const DemProjection *self, double latitude)
{
  return look_up (self->y, N_Y, (90.0 - CLAMP (latitude, -90.0, 90.0)) * STEPS_PER_DEGREE);
}

double
dem_projection_longitude (const DemProjection *self, double x)
{
  double turns = floor (x / self->x[N_X]);
  double east = look_for (self->x, N_X, x - turns * self->x[N_X]) / STEPS_PER_DEGREE;
  return self->cut + 360.0 * turns + east;
}

double
dem_projection_latitude (const DemProjection *self, double y)
{
  return 90.0 - look_for (self->y, N_Y, CLAMP (y, 0.0, self->y[N_Y])) / STEPS_PER_DEGREE;
}

void
dem_projection_place (const DemProjection *self, DemGeo geo, double *x, double *y)
{
  double turns = floor ((geo.longitude - self->cut) / 360.0);
  *x = dem_projection_x (self, geo.longitude - 360.0 * turns);
  *y = dem_projection_y (self, geo.latitude);
}
