/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* At any camera and size nothing covers anything, and what is drawn is what is hit. */

#include "tests/support/crowd.h"
#include "tests/support/map_stage.h"

/* A tenth with the sanitizers, where each takes ten times as long: what they look for needs no certain
 * camera. */
#ifdef __SANITIZE_ADDRESS__
#define N_CAMERAS 100
#else
#define N_CAMERAS 1000
#endif

/* What is drawn is what is hit: a state's marker always, everything else unless a neighbour lies there. */
static void
assert_hit (Stage *stage, DemScene *scene, double width, double height)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t middle = get_middle (&marks[i]);
      if (middle.x < 0 || middle.y < 0 || middle.x > width || middle.y > height)
        continue;
      DemRef hit = dem_scene_hit (scene, middle.x, middle.y, 0);
      g_assert_false (dem_ref_is_none (hit));
      if (marks[i].ref.kind == DEM_KIND_ACTOR && find_mark (scene, hit)->ref.kind == DEM_KIND_ACTOR)
        {
          graphene_point_t other = get_middle (find_mark (scene, hit));
          g_assert_cmpfloat (hypot (other.x - middle.x, other.y - middle.y), <, 24);
        }
    }
}

/* Whoever sits in the picture is drawn, or stands behind a number. */
static void
assert_counted (DemMapScene *scene)
{
  const DemMapLayout *layout = dem_map_scene_get_layout (scene);
  guint n_there = 0, n_told = layout->n_unseen;

  for (guint i = 0; i < layout->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (layout->spots, DemMapSpot, i);
      const DemMapPlate *plate = &g_array_index (layout->plates, DemMapPlate, i);
      if (spot->host != i || spot->x < 0 || spot->y < 0 || spot->x > layout->viewport.width
          || spot->y > layout->viewport.height)
        continue;
      n_there += spot->heads->len + spot->has_state;
      n_told += spot->has_state && plate->name != NULL;
      n_told += plate->name != NULL ? plate->heads->len + (plate->more != NULL ? plate->n_folded : 0) : 0;
    }
  for (guint i = 0; i < layout->fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (layout->fans, DemMapFan, i);
      n_told += fan->rows->len + (fan->more != NULL ? fan->n_folded : 0);
    }
  g_assert_cmpuint (n_told, ==, n_there);
}

/* A place of the dossier, or not far from one. */
static DemGeo
get_somewhere (Stage *stage, GRand *rand)
{
  guint n_places = dem_dossier_count (stage->dossier, DEM_KIND_PLACE);
  const DemPlace *place
      = dem_dossier_place (stage->dossier, (guint) g_rand_int_range (rand, 0, (int) n_places));

  return (DemGeo){ place->longitude + g_rand_double_range (rand, -3, 3),
                   place->latitude + g_rand_double_range (rand, -3, 3) };
}

static void
wander (Stage *stage, guint n_cameras)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20201119);
  guint n_actors = dem_dossier_count (stage->dossier, DEM_KIND_ACTOR);
  guint n_pairs = dem_dossier_count (stage->dossier, DEM_KIND_PAIR);
  DemPeriod span = dem_dossier_get_span (stage->dossier);

  for (guint i = 0; i < n_cameras; i++)
    {
      double width = g_rand_double_range (rand, 120, 1800), height = g_rand_double_range (rand, 90, 1100);
      DemMapCamera camera = { { g_rand_double_range (rand, -180, 180), g_rand_double_range (rand, -80, 80) },
                              pow (10, g_rand_double_range (rand, -0.3, 2)) };
      if (i % 2 == 0)
        camera.centre = get_somewhere (stage, rand);
      if (i % 3 == 0)
        {
          DemDay day = span.first + g_rand_int_range (rand, 0, (int) (span.last - span.first));
          dem_focus_set_period (stage->focus, (DemPeriod){ day, day + g_rand_int_range (rand, 0, 9000) });
        }
      if (i % 4 == 0)
        dem_focus_select (stage->focus,
                          i % 8 == 0 ? DEM_REF (ACTOR, (guint32) g_rand_int_range (rand, 0, (int) n_actors))
                                     : DEM_REF (PAIR, (guint32) g_rand_int_range (rand, 0, (int) n_pairs)));
      if (i % 5 == 0)
        camera = (DemMapCamera){ { NAN, NAN }, 1.0 };
      pango_cairo_context_set_resolution (stage->pango, i % 6 == 0 ? 192 : 96);
      guint32 seat = i % 7 == 0 ? (guint32) g_rand_int_range (rand, 0, 12) : DEM_NO_INDEX;
      g_autoptr (DemScene) scene
          = dem_map_scene_new_unfolded (get_input (stage, width, height), camera, seat);
      assert_clear (DEM_MAP_SCENE (scene), width, height);
      assert_counted (DEM_MAP_SCENE (scene));
      assert_hit (stage, scene, width, height);
      if (i % 50 == 0)
        cairo_surface_destroy (draw (scene, (int) width, (int) height));
    }
}

static void
test_random_cameras (gconstpointer data)
{
  Stage stage;
  open_stage (&stage, load_file (data));
  wander (&stage, N_CAMERAS);
  close_stage (&stage);
}

static void
test_crowd (gconstpointer data)
{
  guint n_actors = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = make_crowd (n_actors, n_actors * 5 / 2, n_actors);
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "crowd");
  g_autoptr (GError) error = NULL;
  Stage stage;

  open_stage (&stage, dem_loader_load (loader, NULL, &error));
  g_assert_no_error (error);
  wander (&stage, MIN (N_CAMERAS, 40 * N_CAMERAS / n_actors));
  close_stage (&stage);
}

/* ---- Too many in one place ---- */

/* Scenes from afar, from near and unfolded are readable. */
static void
look_at (const char *places, const char *actors)
{
  g_autofree char *members = g_strdup_printf (", \"places\": [%s], \"actors\": [%s]", places, actors);
  Stage stage;

  open_stage (&stage, load_text (members));
  for (guint i = 0; i < 6; i++)
    {
      DemMapCamera camera = { { 20, 10 }, i < 2 ? 1.0 : i < 4 ? 2.5 : 50.0 };
      g_autoptr (DemScene) scene
          = dem_map_scene_new_unfolded (get_input (&stage, 1020, 447), camera, i % 2 == 0 ? 0 : DEM_NO_INDEX);
      assert_clear (DEM_MAP_SCENE (scene), 1020, 447);
      assert_counted (DEM_MAP_SCENE (scene));
      cairo_surface_destroy (draw (scene, 1020, 447));
    }
  close_stage (&stage);
}

static void
test_one_seat (void)
{
  g_autoptr (GString) actors
      = g_string_new ("{\"id\": \"s\", \"name\": \"State\", \"kind\": \"state\", \"place\": \"p\"}");

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (
        actors, ",{\"id\": \"a%u\", \"name\": \"Somebody %u\", \"kind\": \"person\", \"part_of\": \"s\"}", i,
        i);
  look_at ("{\"id\": \"p\", \"name\": \"P\", \"lat\": 10, \"lon\": 20}", actors->str);
}

static void
test_one_point (void)
{
  g_autoptr (GString) actors = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (places,
                              "%s{\"id\": \"p%u\", \"name\": \"P\", \"lat\": 10.0000%03u, \"lon\": 20}",
                              i > 0 ? "," : "", i, i);
      g_string_append_printf (
          actors, "%s{\"id\": \"a%u\", \"name\": \"State %u\", \"kind\": \"state\", \"place\": \"p%u\"}",
          i > 0 ? "," : "", i, i, i);
    }
  look_at (places->str, actors->str);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_data_func ("/map/clear/korea", "north-korea-2020.dossier.json", test_random_cameras);
  g_test_add_data_func ("/map/clear/panama", "panama-canal-1978.dossier.json", test_random_cameras);
  g_test_add_data_func ("/map/clear/crowd/40", GUINT_TO_POINTER (40), test_crowd);
  g_test_add_data_func ("/map/clear/crowd/200", GUINT_TO_POINTER (200), test_crowd);
  g_test_add_data_func ("/map/clear/crowd/2000", GUINT_TO_POINTER (2000), test_crowd);
  g_test_add_func ("/map/clear/one-seat", test_one_seat);
  g_test_add_func ("/map/clear/one-point", test_one_point);
  return g_test_run ();
}
