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

/* A stretch of the map around a longitude or a latitude. */
typedef struct
{
  double at;
  double height;
} Bump;

#define MOST_BUMPS 360 /* more seats than this are told apart by whole degrees */
#define FAR 6.0        /* in reaches: where a bell is over */

/* The integral of a bell of height 1 around 0, from -∞ to t. */
static double
bell_integral (double t, double reach)
{
  if (t < -FAR * reach)
    return 0.0;
  if (t > FAR * reach)
    return reach * sqrt (2 * G_PI);
  return reach * sqrt (G_PI_2) * (1.0 + erf (t / (reach * G_SQRT2)));
}

static double
bell (double t, double reach)
{
  return fabs (t) > FAR * reach ? 0.0 : exp (-0.5 * (t / reach) * (t / reach));
}

static double
get_coordinate (const DemProjectionSeat *seat, gboolean is_x)
{
  return is_x ? seat->at.longitude : seat->at.latitude;
}

/* One for each seat, as high as the root of who sits there. (element-type Bump) */
static GArray *
make_bumps (const DemProjectionSeat *seats, guint n, gboolean is_x)
{
  GArray *bumps = g_array_new (FALSE, TRUE, sizeof (Bump));

  if (n > MOST_BUMPS)
    {
      g_array_set_size (bumps, 361);
      for (guint i = 0; i < bumps->len; i++)
        g_array_index (bumps, Bump, i).at = i - 180.0;
    }
  for (guint i = 0; i < n; i++)
    {
      Bump bump = { get_coordinate (&seats[i], is_x), sqrt (seats[i].weight) };
      if (n > MOST_BUMPS)
        g_array_index (bumps, Bump, (guint) CLAMP (lround (bump.at) + 180, 0, 360)).height += bump.height;
      else
        g_array_append_val (bumps, bump);
    }
  for (guint i = bumps->len; i > 0; i--)
    if (g_array_index (bumps, Bump, i - 1).height <= 0)
      g_array_remove_index_fast (bumps, i - 1);
  return bumps;
}

/* Seats stretch over the cut as well, so that the first and the last degree of the world fit together. */
static double
integrate_x (GArray *bumps, double longitude, double stretch)
{
  double x = longitude;
  for (guint i = 0; stretch > 0 && i < bumps->len; i++)
    for (int turn = -1; turn <= 2; turn++)
      {
        const Bump *bump = &g_array_index (bumps, Bump, i);
        x += stretch * bump->height * bell_integral (longitude - bump->at - 360.0 * turn, REACH_X);
      }
  return x;
}

static double
integrate_y (GArray *bumps, double latitude, double stretch)
{
  double y = latitude;
  for (guint i = 0; stretch > 0 && i < bumps->len; i++)
    {
      const Bump *bump = &g_array_index (bumps, Bump, i);
      y += stretch * bump->height * bell_integral (latitude - bump->at, REACH_Y);
    }
  return y;
}

static double
get_slope (GArray *bumps, double at, double stretch, double reach)
{
  double slope = 1.0;
  for (guint i = 0; stretch > 0 && i < bumps->len; i++)
    {
      const Bump *bump = &g_array_index (bumps, Bump, i);
      slope += stretch * bump->height * bell (turn_back (at - bump->at), reach);
    }
  return slope;
}

/* The same at every whole degree, where there are too many seats to ask at each. */
static double
look_up_slope (const double *slopes, double at)
{
  return slopes[(guint) CLAMP (lround (at) + 180, 0, 360)];
}

static void
fill_slopes (GArray *bumps, double stretch, double reach, double *slopes)
{
  for (int degree = -180; degree <= 180; degree++)
    slopes[degree + 180] = get_slope (bumps, degree, stretch, reach);
}

/* How much taller the map has to be, for the densest seat to keep its shape. */
static double
get_height_scale (const DemProjectionSeat *seats, guint n, GArray *xs, GArray *ys, gboolean true_scale)
{
  double densest = 0.0, scale = 1.0;
  double slopes_x[361], slopes_y[361];

  if (n > MOST_BUMPS)
    {
      fill_slopes (xs, STRETCH_X, REACH_X, slopes_x);
      fill_slopes (ys, STRETCH_Y, REACH_Y, slopes_y);
    }
  for (guint i = 0; i < n; i++)
    {
      DemGeo at = seats[i].at;
      double sx = n > MOST_BUMPS ? look_up_slope (slopes_x, at.longitude)
                                 : get_slope (xs, at.longitude, STRETCH_X, REACH_X);
      double sy = n > MOST_BUMPS ? look_up_slope (slopes_y, at.latitude)
                                 : get_slope (ys, at.latitude, STRETCH_Y, REACH_Y);
      if (sx * sy <= densest)
        continue;
      double latitude = CLAMP (at.latitude, -STEEPEST_LATITUDE, STEEPEST_LATITUDE);
      densest = sx * sy;
      scale = (true_scale ? 1.0 : sx / sy) / cos (latitude * G_PI / 180.0);
    }
  return scale;
}

#define N_TURNED 1080 /* whole degrees in three turns, from -540 */

/* Notes where a link begins and where it ceases to cross meridians, whole degrees. */
static void
note_crossed (DemGeo a, DemGeo b, int *changes)
{
  double way = turn_back (b.longitude - a.longitude);
  double west = way >= 0 ? a.longitude : a.longitude + way;
  int first = (int) floor (west) + 1, last = (int) ceil (west + fabs (way)) - 1;

  if (first > last)
    return;
  changes[first + 540]++;
  changes[last + 541]--;
}

static void
count_crossings (const DemProjectionSeat *seats, const DemProjectionLink *links, guint n_links, int *crossings)
{
  g_autofree int *changes = g_new0 (int, N_TURNED + 1);
  int now = 0;

  for (guint i = 0; i < n_links; i++)
    note_crossed (seats[links[i].a].at, seats[links[i].b].at, changes);
  for (int i = 0; i < N_TURNED; i++)
    {
      now += changes[i];
      crossings[i % 360] += now;
    }
}

static double
get_room (const DemProjectionSeat *seats, guint n, double meridian)
{
  double room = 180.0;
  for (guint i = 0; i < n; i++)
    room = MIN (room, fabs (turn_back (meridian - seats[i].at.longitude)));
  return room;
}

static double
choose_cut (const DemProjectionSeat *seats, guint n_seats, const DemProjectionLink *links, guint n_links)
{
  double best = -180.0, best_room = -1.0;
  int crossings[360] = { 0 }, fewest = G_MAXINT; /* from the meridian at -180 */

  count_crossings (seats, links, n_links, crossings);
  for (guint i = 0; i < 360; i++)
    fewest = MIN (fewest, crossings[i]);
  for (guint i = 0; i < 360; i++)
    {
      double room = crossings[i] == fewest ? get_room (seats, n_seats, i - 180.0) : -1.0;
      if (room <= best_room)
        continue;
      best = i - 180.0;
      best_room = room;
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
  g_autoptr (GArray) xs = make_bumps (seats, n_seats, TRUE);
  g_autoptr (GArray) ys = make_bumps (seats, n_seats, FALSE);
  double height = get_height_scale (seats, n_seats, xs, ys, true_scale);

  self->cut = choose_cut (seats, n_seats, links, n_links);
  double x0 = integrate_x (xs, self->cut, stretch_x);
  double y0 = integrate_y (ys, 90.0, stretch_y);
  for (guint i = 0; i <= N_X; i++)
    self->x[i] = integrate_x (xs, self->cut + (double) i / STEPS_PER_DEGREE, stretch_x) - x0;
  for (guint i = 0; i <= N_Y; i++)
    self->y[i] = height * (y0 - integrate_y (ys, 90.0 - (double) i / STEPS_PER_DEGREE, stretch_y));
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
