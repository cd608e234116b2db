/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ui/map/basemap.h"
#include "ui/map/land.h"
#include "ui/map/projection.h"
#include "ui/map/viewport.h"

#define N_ROUNDS 60

static const DemProjectionSeat korea[] = {
  { { -77.04, 38.9 }, 11 }, { { 116.4, 39.9 }, 5 },   { { 125.75, 39.03 }, 6 },
  { { 126.98, 37.57 }, 3 }, { { 139.69, 35.69 }, 1 }, { { 37.62, 55.75 }, 2 },
  { { 104.92, 11.56 }, 1 }, { { 85.32, 27.71 }, 1 },  { { 73.05, 33.69 }, 1 },
};

static const DemProjectionLink korea_links[]
    = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 }, { 1, 2 }, { 5, 2 }, { 1, 8 } };

/* Seats that may stand anywhere, poles and antimeridian and one another's place included. */
static guint
make_seats (DemProjectionSeat *seats)
{
  static const double odd[] = { -180, 180, 0, 179.999, -179.999 };
  guint n = g_test_rand_int_range (0, 12);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_odd = g_test_rand_int_range (0, 4) == 0;
      seats[i].at.longitude
          = is_odd ? odd[g_test_rand_int_range (0, 5)] : g_test_rand_double_range (-180, 180);
      seats[i].at.latitude
          = is_odd ? g_test_rand_int_range (-1, 2) * 90.0 : g_test_rand_double_range (-90, 90);
      seats[i].weight = g_test_rand_int_range (1, 30);
      if (i > 0 && g_test_rand_int_range (0, 5) == 0)
        seats[i].at = seats[0].at;
    }
  return n;
}

static void
assert_monotone (const DemProjection *projection)
{
  double last = dem_projection_x (projection, dem_projection_get_cut (projection));
  g_assert_cmpfloat_with_epsilon (last, 0.0, 1e-9);
  for (double step = 0.37; step < 360.0; step += 0.37)
    {
      double x = dem_projection_x (projection, dem_projection_get_cut (projection) + step);
      g_assert_cmpfloat (x, >, last);
      last = x;
    }
  g_assert_cmpfloat (last, <, dem_projection_get_width (projection));

  last = dem_projection_y (projection, 90.0);
  for (double latitude = 89.7; latitude >= -90.0; latitude -= 0.3)
    {
      double y = dem_projection_y (projection, latitude);
      g_assert_cmpfloat (y, >, last);
      last = y;
    }
}

static void
assert_invertible (const DemProjection *projection)
{
  for (double longitude = -540.0; longitude <= 540.0; longitude += 12.345)
    g_assert_cmpfloat_with_epsilon (
        dem_projection_longitude (projection, dem_projection_x (projection, longitude)), longitude, 1e-7);
  for (double latitude = -90.0; latitude <= 90.0; latitude += 1.234)
    g_assert_cmpfloat_with_epsilon (
        dem_projection_latitude (projection, dem_projection_y (projection, latitude)), latitude, 1e-7);
}

static void
test_monotone_and_invertible (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      DemProjectionSeat seats[12];
      guint n = make_seats (seats);
      g_autoptr (DemProjection) projection = dem_projection_new (seats, n, NULL, 0, i % 2 == 1);
      assert_monotone (projection);
      assert_invertible (projection);
    }
}

static void
test_turns (void)
{
  g_autoptr (DemProjection) projection
      = dem_projection_new (korea, G_N_ELEMENTS (korea), korea_links, G_N_ELEMENTS (korea_links), FALSE);
  double world = dem_projection_get_width (projection);
  g_assert_cmpfloat_with_epsilon (dem_projection_x (projection, 190.0),
                                  dem_projection_x (projection, -170.0) + world, 1e-6);
  g_assert_cmpfloat_with_epsilon (dem_projection_x (projection, 10.0 + 720.0),
                                  dem_projection_x (projection, 10.0) + 2 * world, 1e-6);

  double x, y;
  dem_projection_place (projection, (DemGeo){ -180.0, 100.0 }, &x, &y);
  g_assert_cmpfloat (x, >=, 0.0);
  g_assert_cmpfloat (x, <=, world);
  g_assert_cmpfloat_with_epsilon (y, 0.0, 1e-9);
}

/* The Atlantic is where nobody deals with anybody: Washington stands east of Beijing, with the Pacific
 * between. */
static void
test_cut (void)
{
  g_autoptr (DemProjection) projection
      = dem_projection_new (korea, G_N_ELEMENTS (korea), korea_links, G_N_ELEMENTS (korea_links), FALSE);
  double washington, beijing, moscow, y;
  g_assert_cmpfloat (dem_projection_get_cut (projection), >, -77.0);
  g_assert_cmpfloat (dem_projection_get_cut (projection), <, 37.0);
  dem_projection_place (projection, korea[0].at, &washington, &y);
  dem_projection_place (projection, korea[1].at, &beijing, &y);
  dem_projection_place (projection, korea[5].at, &moscow, &y);
  g_assert_cmpfloat (moscow, <, beijing);
  g_assert_cmpfloat (beijing, <, washington);
}

static double
measure (gboolean true_scale, guint a, guint b)
{
  g_autoptr (DemProjection) projection
      = dem_projection_new (korea, G_N_ELEMENTS (korea), korea_links, G_N_ELEMENTS (korea_links), true_scale);
  DemMapExtent extent = dem_map_extent_of_seats (projection, korea, G_N_ELEMENTS (korea), 1.0);
  DemMapViewport viewport;
  dem_map_viewport_init (&viewport, projection, &extent, 1020, 447,
                         dem_map_camera_home (projection, &extent));
  double ax, ay, bx, by;
  dem_projection_place (projection, korea[a].at, &ax, &ay);
  dem_projection_place (projection, korea[b].at, &bx, &by);
  return viewport.scale * hypot (ax - bx, ay - by);
}

/* visual.md § 6: what the stretching is for. */
static void
test_figures (void)
{
  g_test_message ("Beijing to Pyongyang %.1f px, at true scale %.1f", measure (FALSE, 1, 2),
                  measure (TRUE, 1, 2));
  g_test_message ("Pyongyang to Seoul %.1f px, at true scale %.1f", measure (FALSE, 2, 3),
                  measure (TRUE, 2, 3));
  g_assert_cmpfloat_with_epsilon (measure (TRUE, 1, 2), 33, 3);
  g_assert_cmpfloat_with_epsilon (measure (FALSE, 1, 2), 81, 6);
  g_assert_cmpfloat_with_epsilon (measure (TRUE, 2, 3), 8, 2);
  g_assert_cmpfloat_with_epsilon (measure (FALSE, 2, 3), 19, 3);
}

static void
test_densest_seat_keeps_its_shape (void)
{
  for (int true_scale = 0; true_scale < 2; true_scale++)
    {
      DemProjectionSeat seat = { { 10.0, 60.0 }, 4 };
      g_autoptr (DemProjection) projection = dem_projection_new (&seat, 1, NULL, 0, true_scale);
      double east = dem_projection_x (projection, 10.5) - dem_projection_x (projection, 9.5);
      double south = dem_projection_y (projection, 59.5) - dem_projection_y (projection, 60.5);
      g_assert_cmpfloat_with_epsilon (east / cos (60.0 * G_PI / 180.0) / south, 1.0, 0.02);
    }
}

static void
assert_same_camera (DemMapCamera a, DemMapCamera b)
{
  g_assert_cmpfloat_with_epsilon (a.centre.longitude, b.centre.longitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.centre.latitude, b.centre.latitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.zoom, b.zoom, 1e-6);
}

static void
test_camera (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      DemProjectionSeat seats[12];
      guint n = make_seats (seats);
      double width = g_test_rand_double_range (50, 2000), height = g_test_rand_double_range (50, 1500);
      g_autoptr (DemProjection) projection = dem_projection_new (seats, n, NULL, 0, FALSE);
      DemMapExtent extent = dem_map_extent_of_seats (projection, seats, n, 1.0);
      DemMapCamera home = dem_map_camera_home (projection, &extent);
      assert_same_camera (dem_map_camera_clamp (projection, &extent, width, height, home), home);

      DemMapCamera wild = { { g_test_rand_double_range (-900, 900), g_test_rand_double_range (-200, 200) },
                            pow (10, g_test_rand_double_range (-4, 5)) };
      DemMapCamera tame = dem_map_camera_clamp (projection, &extent, width, height, wild);
      assert_same_camera (dem_map_camera_clamp (projection, &extent, width, height, tame), tame);
      assert_same_camera (dem_map_camera_between (projection, home, tame, 0.0), home);
      assert_same_camera (dem_map_camera_between (projection, home, tame, 1.0), tame);

      /* All seats are in the picture at home. */
      DemMapViewport viewport;
      dem_map_viewport_init (&viewport, projection, &extent, width, height, home);
      for (guint j = 0; j < n; j++)
        {
          double x, y;
          dem_projection_place (projection, seats[j].at, &x, &y);
          g_assert_cmpfloat (x * viewport.scale + viewport.dx, >=, 0);
          g_assert_cmpfloat (x * viewport.scale + viewport.dx, <=, width);
          g_assert_cmpfloat (y * viewport.scale + viewport.dy, >=, 0);
          g_assert_cmpfloat (y * viewport.scale + viewport.dy, <=, height);
        }
    }
}

static void
test_no_number (void)
{
  g_autoptr (DemProjection) projection = dem_projection_new (korea, 1, NULL, 0, FALSE);
  DemMapExtent extent = dem_map_extent_of_seats (projection, korea, 1, 1.0);
  DemMapCamera camera = { { NAN, 0 }, INFINITY };
  assert_same_camera (dem_map_camera_clamp (projection, &extent, 800, 600, camera),
                      dem_map_camera_home (projection, &extent));
}

/* Zooming keeps the place under the pointer, panning moves by what was asked. */
static void
test_moves (void)
{
  g_autoptr (DemProjection) projection
      = dem_projection_new (korea, G_N_ELEMENTS (korea), korea_links, G_N_ELEMENTS (korea_links), FALSE);
  DemMapExtent extent = dem_map_extent_of_seats (projection, korea, G_N_ELEMENTS (korea), 1.0);
  DemMapCamera camera = { korea[2].at, 4.0 };
  DemMapViewport before, after;
  dem_map_viewport_init (&before, projection, &extent, 1000, 500, camera);

  DemMapCamera zoomed = dem_map_camera_zoom (projection, &before, camera, 1.5, 300, 200);
  dem_map_viewport_init (&after, projection, &extent, 1000, 500, zoomed);
  g_assert_cmpfloat_with_epsilon ((300 - before.dx) / before.scale, (300 - after.dx) / after.scale, 1e-6);
  g_assert_cmpfloat_with_epsilon ((200 - before.dy) / before.scale, (200 - after.dy) / after.scale, 1e-6);

  DemMapCamera panned = dem_map_camera_pan (projection, &before, camera, 30, -20);
  dem_map_viewport_init (&after, projection, &extent, 1000, 500, panned);
  g_assert_cmpfloat_with_epsilon (after.dx - before.dx, 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.dy - before.dy, -20, 1e-6);
}

static void
test_basemap (void)
{
  static const struct
  {
    double longitude, latitude;
    const char *code;
  } places[] = {
    { 116.4, 39.9, "CN" }, { -77.3, 38.9, "US" }, { 170.0, 66.5, "RU" }, { -178.5, 67.5, "RU" },
    { 181.5, 67.5, "RU" }, { 28.2, -29.5, "LS" }, { 25.0, -30.0, "ZA" }, { 0.0, -80.0, "AQ" },
    { 20.9, 42.6, NULL },  { -150.0, 0.0, NULL }, { 126.0, 39.2, "KP" }, { 127.5, 36.5, "KR" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpstr (dem_basemap_country_at (places[i].longitude, places[i].latitude), ==, places[i].code);
  for (guint level = 1; level < DEM_N_BASEMAPS; level++)
    g_assert_cmpuint (dem_basemap_get (level)->n_countries, >, dem_basemap_get (level - 1)->n_countries);
}

/* No bar across the map: unrolled rings never leap. */
static void
test_rings_do_not_leap (void)
{
  for (guint level = 0; level < DEM_N_BASEMAPS; level++)
    {
      const DemBasemap *map = dem_basemap_get (level);
      for (guint i = 0; i < map->n_countries; i++)
        for (guint j = 0; j < map->countries[i].n_rings; j++)
          {
            const DemRing *ring = &map->countries[i].rings[j];
            g_assert_cmpuint (ring->n_points, >=, 3);
            for (guint k = 1; k < ring->n_points; k++)
              g_assert_cmpfloat (fabsf (ring->points[2 * k] - ring->points[2 * k - 2]), <, 180);
          }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/projection/monotone-and-invertible", test_monotone_and_invertible);
  g_test_add_func ("/map/projection/turns", test_turns);
  g_test_add_func ("/map/projection/cut", test_cut);
  g_test_add_func ("/map/projection/figures", test_figures);
  g_test_add_func ("/map/projection/shape", test_densest_seat_keeps_its_shape);
  g_test_add_func ("/map/viewport/camera", test_camera);
  g_test_add_func ("/map/viewport/no-number", test_no_number);
  g_test_add_func ("/map/viewport/moves", test_moves);
  g_test_add_func ("/map/basemap/countries", test_basemap);
  g_test_add_func ("/map/basemap/rings", test_rings_do_not_leap);
  return g_test_run ();
}
