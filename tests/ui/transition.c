/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <pango/pangocairo.h>

#include "tests/support/fixture.h"
#include "ui/common/transition.h"
#include "ui/map/map_scene.h"
#include "ui/map/map_view.h"
#include "ui/map/network_scene.h"
#include "ui/map/network_view.h"

#define WIDTH 1200
#define HEIGHT 700

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  PangoContext *pango;
  DemScene *map;
  DemScene *network;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  DemSceneInput input;

  fixture->dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (fixture->pango, 96);
  input = (DemSceneInput){ fixture->dossier,
                           fixture->focus,
                           dem_focus_get_relevance (fixture->focus),
                           dem_palette_get (FALSE, FALSE),
                           fixture->pango,
                           WIDTH,
                           HEIGHT };
  fixture->map = dem_map_scene_new (&input);
  fixture->network = dem_network_scene_new (&input);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->map);
  g_object_unref (fixture->network);
  g_object_unref (fixture->pango);
  g_object_unref (fixture->focus);
  g_object_unref (fixture->dossier);
}

static graphene_point_t
get_middle (DemScene *scene, DemRef ref)
{
  graphene_point_t middle;
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);

  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      {
        graphene_rect_get_center (&marks[i].bounds, &middle);
        return middle;
      }
  g_error ("nowhere");
}

static void
assert_at (const graphene_point_t *at, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (at->x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (at->y, y, 0.01);
}

/* Everybody goes straight, from where the map has him to where the network has him. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemTransition) transition = dem_transition_new (fixture->map, WIDTH, HEIGHT, 1);
  guint n;
  const DemMark *marks = dem_scene_get_marks (fixture->network, &n);
  guint moved = 0;

  for (guint i = 0; i < n; i++)
    {
      graphene_point_t from, to, at;
      if (marks[i].ref.kind != DEM_KIND_ACTOR)
        continue;
      from = get_middle (fixture->map, marks[i].ref);
      to = get_middle (fixture->network, marks[i].ref);
      g_assert_true (dem_transition_get_place (transition, fixture->network, marks[i].ref, 0, &at));
      assert_at (&at, from.x, from.y);
      g_assert_true (dem_transition_get_place (transition, fixture->network, marks[i].ref, 0.5, &at));
      assert_at (&at, (from.x + to.x) / 2, (from.y + to.y) / 2);
      g_assert_true (dem_transition_get_place (transition, fixture->network, marks[i].ref, 1, &at));
      assert_at (&at, to.x, to.y);
      moved += graphene_point_distance (&from, &to, NULL, NULL) > 50;
    }
  g_assert_cmpuint (moved, >, 10);
}

/* Who turns back halfway sets out from where everybody is then. */
static void
test_midway (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemTransition) there = dem_transition_new (fixture->map, WIDTH, HEIGHT, 1);
  g_autoptr (DemTransition) back = dem_transition_new_midway (there, fixture->network, 0.25);
  DemRef china = dem_dossier_find (fixture->dossier, "china");
  graphene_point_t from, at, home = get_middle (fixture->map, china);

  g_assert_true (dem_transition_get_place (there, fixture->network, china, 0.25, &from));
  g_assert_true (dem_transition_get_place (back, fixture->map, china, 0, &at));
  assert_at (&at, from.x, from.y);
  g_assert_true (dem_transition_get_place (back, fixture->map, china, 1, &at));
  assert_at (&at, home.x, home.y);
}

static cairo_surface_t *
render (DemTransition *transition, DemScene *to, double share)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  if (transition != NULL)
    dem_transition_draw (transition, to, share, snapshot);
  else
    dem_scene_draw (to, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels look different. */
static guint
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint32 *x = (const guint32 *) (gpointer) cairo_image_surface_get_data (a);
  const guint32 *y = (const guint32 *) (gpointer) cairo_image_surface_get_data (b);
  guint n = 0;

  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    for (guint shift = 0; shift < 24; shift += 8)
      if (ABS ((int) (x[i] >> shift & 0xff) - (int) (y[i] >> shift & 0xff)) > 16)
        {
          n++;
          break;
        }
  return n;
}

static void
assert_alike (Fixture *fixture, DemScene *from, DemScene *to)
{
  g_autoptr (DemTransition) transition = dem_transition_new (from, WIDTH, HEIGHT, 1);
  cairo_surface_t *begin = render (transition, to, 0), *end = render (transition, to, 1);
  cairo_surface_t *first = render (NULL, from, 0), *last = render (NULL, to, 0);

  /* It ends as the picture that follows; at its beginning heads lie above names. */
  g_assert_cmpuint (compare (end, last), <, 300);
  g_assert_cmpuint (compare (begin, first), <, 4000);
  g_assert_cmpuint (compare (begin, last), >, 20000);
  cairo_surface_destroy (begin);
  cairo_surface_destroy (end);
  cairo_surface_destroy (first);
  cairo_surface_destroy (last);
}

static double
measure (DemTransition *transition, DemScene *scene)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 3; i++)
    cairo_surface_destroy (render (transition, scene, 0.5));
  return (double) (g_get_monotonic_time () - start) / 3000;
}

/* A frame costs much less than the two pictures of which it is made. */
static void
test_cost (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemTransition) transition = dem_transition_new (fixture->map, WIDTH, HEIGHT, 1);
  double both = measure (NULL, fixture->map) + measure (NULL, fixture->network), frame;

  measure (transition, fixture->network);
  frame = measure (transition, fixture->network);
  g_test_message ("%.1f ms a frame, %.1f ms for both pictures", frame, both);
  g_assert_cmpfloat (frame, <, both / 2);
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  assert_alike (fixture, fixture->map, fixture->network);
  assert_alike (fixture, fixture->network, fixture->map);
}

/* ---- The stages ---- */

static void
wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

typedef struct
{
  GtkWidget *window, *stack, *map, *network;
} Stages;

static Stages
open_stages (Fixture *fixture)
{
  Stages stages = { gtk_window_new (), gtk_stack_new (), dem_map_view_new (), dem_network_view_new () };

  gtk_stack_add_named (GTK_STACK (stages.stack), stages.map, "map");
  gtk_stack_add_named (GTK_STACK (stages.stack), stages.network, "network");
  dem_canvas_set_focus (DEM_CANVAS (stages.map), fixture->focus);
  dem_canvas_set_focus (DEM_CANVAS (stages.network), fixture->focus);
  gtk_window_set_default_size (GTK_WINDOW (stages.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stages.window), stages.stack);
  gtk_window_present (GTK_WINDOW (stages.window));
  wait (400);
  return stages;
}

static void
switch_to_network (Stages *stages)
{
  dem_stage_arrive_from (DEM_STAGE (stages->network), DEM_STAGE (stages->map));
  gtk_stack_set_visible_child_name (GTK_STACK (stages->stack), "network");
}

/* Switches and waits for the end; how many steps were seen on the way, none of them back. */
static guint
count_steps (Stages *stages)
{
  double last = 0;
  guint seen = 0;
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  g_assert_cmpfloat (dem_stage_get_arrival (DEM_STAGE (stages->network)), ==, 1);
  switch_to_network (stages);
  g_assert_cmpfloat (dem_stage_get_arrival (DEM_STAGE (stages->network)), ==, 0);
  while (dem_stage_get_arrival (DEM_STAGE (stages->network)) < 1)
    {
      double now = dem_stage_get_arrival (DEM_STAGE (stages->network));

      g_assert_cmpfloat (now, >=, last);
      seen += now > last;
      last = now;
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  return seen;
}

static void
test_stage_arrives (Fixture *fixture, gconstpointer data)
{
  Stages stages = open_stages (fixture);
  guint seen = 0;

  /* On a busy machine a single frame may take as long as the whole way. */
  for (guint tries = 0; tries < 5 && seen == 0; tries++)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (stages.stack), "map");
      wait (50);
      seen = count_steps (&stages);
    }
  g_assert_cmpuint (seen, >=, 1);
  g_assert_true (dem_network_view_is_settled (DEM_NETWORK_VIEW (stages.network)));

  /* Back, and away before it ends. */
  dem_stage_arrive_from (DEM_STAGE (stages.map), DEM_STAGE (stages.network));
  gtk_stack_set_visible_child_name (GTK_STACK (stages.stack), "map");
  wait (150);
  switch_to_network (&stages);
  g_assert_cmpfloat (dem_stage_get_arrival (DEM_STAGE (stages.map)), ==, 1);
  wait (50);
  gtk_window_destroy (GTK_WINDOW (stages.window));
}

static void
test_stage_without_animations (Fixture *fixture, gconstpointer data)
{
  Stages stages;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  stages = open_stages (fixture);
  switch_to_network (&stages);
  g_assert_cmpfloat (dem_stage_get_arrival (DEM_STAGE (stages.network)), ==, 1);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_destroy (GTK_WINDOW (stages.window));
}

#define ADD(path, function) g_test_add ("/transition/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("places", test_places);
  ADD ("midway", test_midway);
  ADD ("pictures", test_pictures);
  ADD ("cost", test_cost);
  ADD ("stage", test_stage_arrives);
  ADD ("stage/without-animations", test_stage_without_animations);

  return g_test_run ();
}
