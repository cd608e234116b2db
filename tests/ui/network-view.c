/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>

#include "tests/support/fixture.h"
#include "ui/map/network_scene.h"
#include "ui/map/network_view.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  DemNotebook *notebook;
  GtkWidget *window;
  DemNetworkView *view;
} Fixture;

static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  do
    {
      dem_canvas_get_scene (DEM_CANVAS (fixture->view));
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  while (!dem_network_view_is_settled (fixture->view)
         || gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0);
  dem_canvas_get_scene (DEM_CANVAS (fixture->view));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  fixture->notebook = dem_notebook_open (dem_dossier_get_id (fixture->dossier));
  fixture->view = DEM_NETWORK_VIEW (dem_network_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  dem_canvas_set_focus (DEM_CANVAS (fixture->view), fixture->focus);
  dem_network_view_set_notebook (fixture->view, fixture->notebook);
  dem_focus_open (fixture->focus, fixture->dossier);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->focus);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->notebook);
  g_object_unref (fixture->dossier);
}

static const DemNetworkSign *
get_sign (Fixture *fixture, const char *id)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (fixture->view));
  DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  guint index = dem_network_content_find (picture->content, dem_dossier_find (fixture->dossier, id).index);

  g_assert_cmpuint (index, !=, DEM_NETWORK_NO_NODE);
  return &g_array_index (picture->signs, DemNetworkSign, index);
}

static void
test_role (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Network of actors");
}

static void
test_drag_pins (Fixture *fixture, gconstpointer data)
{
  DemNetworkSign before = *get_sign (fixture, "kim-jong-un");
  DemStageCamera camera = dem_stage_get_camera (DEM_STAGE (fixture->view));
  double x, y;

  g_assert_false (dem_network_view_grab (fixture->view, 1, 1));
  g_assert_true (dem_network_view_grab (fixture->view, before.x, before.y));
  dem_network_view_move (fixture->view, before.x + 60, before.y - 40);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "kim-jong-un")->x, before.x + 60, 0.5);
  g_assert_cmpuint (dem_notebook_count_pins (fixture->notebook), ==, 0);
  dem_network_view_release (fixture->view, TRUE);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "kim-jong-un")->x, before.x + 60, 0.5);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "kim-jong-un")->y, before.y - 40, 0.5);
  g_assert_true (dem_notebook_get_pin (fixture->notebook, "kim-jong-un", &x, &y));
  g_assert_cmpfloat_with_epsilon ((x - camera.x) * camera.zoom
                                      + gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 2.0,
                                  before.x + 60, 0.5);

  dem_undo_undo (dem_notebook_get_undo (fixture->notebook));
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "kim-jong-un")->x, before.x, 0.5);
}

/* A state takes its people along; undone, all stand where they stood. */
static void
test_drag_state (Fixture *fixture, gconstpointer data)
{
  DemNetworkSign state = *get_sign (fixture, "north-korea"), member = *get_sign (fixture, "kim-jong-un");

  g_assert_true (dem_network_view_grab (fixture->view, state.x, state.y));
  dem_network_view_move (fixture->view, state.x - 40, state.y + 30);
  dem_network_view_release (fixture->view, TRUE);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "north-korea")->x, state.x - 40, 0.5);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "kim-jong-un")->x, member.x - 40, 0.5);
  dem_undo_undo (dem_notebook_get_undo (fixture->notebook));
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "north-korea")->x, state.x, 0.5);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "kim-jong-un")->y, member.y, 0.5);
}

static void
test_drag_cancelled (Fixture *fixture, gconstpointer data)
{
  DemNetworkSign before = *get_sign (fixture, "japan");

  g_assert_true (dem_network_view_grab (fixture->view, before.x, before.y));
  dem_network_view_move (fixture->view, before.x + 90, before.y + 20);
  dem_network_view_release (fixture->view, FALSE);
  settle (fixture);
  g_assert_cmpuint (dem_notebook_count_pins (fixture->notebook), ==, 0);
  g_assert_cmpfloat_with_epsilon (get_sign (fixture, "japan")->x, before.x, 0.5);
}

/* A press without a move is a click. */
static void
test_press_pins_nothing (Fixture *fixture, gconstpointer data)
{
  DemNetworkSign before = *get_sign (fixture, "japan");

  g_assert_true (dem_network_view_grab (fixture->view, before.x, before.y));
  dem_network_view_release (fixture->view, TRUE);
  g_assert_cmpuint (dem_notebook_count_pins (fixture->notebook), ==, 0);
}

static void
test_unpin_all (Fixture *fixture, gconstpointer data)
{
  dem_notebook_pin (fixture->notebook, "japan", 900, 900);
  settle (fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "network.unpin-all", NULL));
  settle (fixture);
  g_assert_cmpuint (dem_notebook_count_pins (fixture->notebook), ==, 0);
}

static void
test_other_notebook (Fixture *fixture, gconstpointer data)
{
  DemNotebook *other = dem_notebook_open ("urn:other");

  dem_network_view_set_notebook (fixture->view, other);
  dem_network_view_set_notebook (fixture->view, NULL);
  settle (fixture);
  g_assert_false (
      dem_network_view_grab (fixture->view, get_sign (fixture, "japan")->x, get_sign (fixture, "japan")->y));
  dem_network_view_set_notebook (fixture->view, fixture->notebook);
  g_assert_finalize_object (other);
}

/* The camera, when it has come to rest at a scale; however long the frames take on a busy machine. */
static DemStageCamera
wait_for_scale (Fixture *fixture, double scale)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  DemStageCamera camera = dem_stage_get_camera (DEM_STAGE (fixture->view));

  while (fabs (camera.zoom - scale) > 1e-6 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      camera = dem_stage_get_camera (DEM_STAGE (fixture->view));
    }
  g_assert_cmpfloat_with_epsilon (camera.zoom, scale, 1e-6);
  return camera;
}

static void
test_camera (Fixture *fixture, gconstpointer data)
{
  DemStageCamera home = dem_stage_get_camera (DEM_STAGE (fixture->view)), camera;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.zoom-in", NULL);
  camera = wait_for_scale (fixture, home.zoom * 1.5);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.pan", "(ii)", 90, 0);
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  while (dem_stage_get_camera (DEM_STAGE (fixture->view)).x >= camera.x && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (dem_stage_get_camera (DEM_STAGE (fixture->view)).x, <, camera.x);
  dem_stage_set_camera (DEM_STAGE (fixture->view), (DemStageCamera){ 1e7, 1e7, 1e7 });
  camera = dem_stage_get_camera (DEM_STAGE (fixture->view));
  g_assert_cmpfloat (camera.zoom, <=, 4);
  g_assert_cmpfloat (camera.x, <, 1e5);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.home", NULL);
  camera = wait_for_scale (fixture, home.zoom);
  g_assert_cmpfloat_with_epsilon (camera.x, home.x, 1e-6);
}

static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->view);
  DemRef first;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.go", "i", DEM_CURSOR_NEXT);
  first = dem_canvas_get_cursor (canvas);
  g_assert_cmpuint (first.kind, ==, DEM_KIND_ACTOR);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.go", "i", DEM_CURSOR_NEXT);
  g_assert_false (dem_ref_equal (dem_canvas_get_cursor (canvas), first));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "canvas.activate", "b", FALSE);
  g_assert_true (dem_focus_is_selected (fixture->focus, dem_canvas_get_cursor (canvas)));
}

/* The period changes: who stays, stays where he is. */
static void
test_period_keeps_places (Fixture *fixture, gconstpointer data)
{
  DemPeriod late = { dem_day_from_date (2012, 1, 1), dem_day_from_date (2020, 11, 19) };
  DemNetworkSign before = *get_sign (fixture, "xi-jinping"), after;

  dem_stage_set_camera (DEM_STAGE (fixture->view), dem_stage_get_camera (DEM_STAGE (fixture->view)));
  dem_focus_set_period (fixture->focus, late);
  settle (fixture);
  after = *get_sign (fixture, "xi-jinping");
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 30);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 30);
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

/* Where the desktop wants no motion the camera is there at once. */
static void
test_no_motion (Fixture *fixture, gconstpointer data)
{
  DemStage *stage = DEM_STAGE (fixture->view);
  DemStageCamera home = dem_stage_get_camera (stage), camera;

  set_animations (FALSE);
  gtk_widget_activate_action (GTK_WIDGET (stage), "stage.zoom-in", NULL);
  camera = dem_stage_get_camera (stage);
  g_assert_cmpfloat_with_epsilon (camera.zoom, home.zoom * 1.5, 1e-6);
  gtk_widget_activate_action (GTK_WIDGET (stage), "stage.pan", "(ii)", 90, 0);
  g_assert_cmpfloat_with_epsilon (dem_stage_get_camera (stage).x, camera.x - 90 / camera.zoom, 1e-6);
  gtk_widget_activate_action (GTK_WIDGET (stage), "stage.home", NULL);
  g_assert_cmpfloat_with_epsilon (dem_stage_get_camera (stage).zoom, home.zoom, 1e-6);
  set_animations (TRUE);
}

/* Whomever the keyboard comes to comes into the picture, however near the camera is. */
static void
test_cursor_is_in_view (Fixture *fixture, gconstpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->view);
  DemStageCamera camera = dem_stage_get_camera (DEM_STAGE (fixture->view));
  const graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, 1200, 800);
  DemRef last = DEM_REF_NONE;
  guint n = 0;

  set_animations (FALSE);
  camera.zoom = 3;
  dem_stage_set_camera (DEM_STAGE (fixture->view), camera);
  for (guint i = 0; i < 200; i++)
    {
      graphene_rect_t bounds;
      graphene_point_t middle;

      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.go", "i", DEM_CURSOR_NEXT);
      if (dem_ref_equal (dem_canvas_get_cursor (canvas), last))
        break;
      last = dem_canvas_get_cursor (canvas);
      g_assert_true (dem_canvas_get_mark_bounds (canvas, last, &bounds));
      graphene_rect_get_center (&bounds, &middle);
      g_assert_true (graphene_rect_contains_point (&view, &middle));
      n++;
    }
  g_assert_cmpuint (n, >, 40);
  set_animations (TRUE);
}

static graphene_point_t
get_middle (Fixture *fixture, DemRef ref)
{
  graphene_rect_t bounds;
  graphene_point_t middle;

  g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), ref, &bounds));
  graphene_rect_get_center (&bounds, &middle);
  return middle;
}

/* Ctrl and an arrow lead to somebody on that side. */
static void
test_directions (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DemCursorMove move;
    int dx, dy;
  } moves[] = { { DEM_CURSOR_RIGHT, 1, 0 },
                { DEM_CURSOR_LEFT, -1, 0 },
                { DEM_CURSOR_UP, 0, -1 },
                { DEM_CURSOR_DOWN, 0, 1 } };
  DemCanvas *canvas = DEM_CANVAS (fixture->view);
  DemRef from = dem_dossier_find (fixture->dossier, "north-korea");
  graphene_point_t at = get_middle (fixture, from);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      graphene_point_t to;

      dem_canvas_set_cursor (canvas, from);
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.go", "i", moves[i].move);
      g_assert_false (dem_ref_equal (dem_canvas_get_cursor (canvas), from));
      to = get_middle (fixture, dem_canvas_get_cursor (canvas));
      g_assert_cmpfloat ((to.x - at.x) * moves[i].dx + (to.y - at.y) * moves[i].dy, >, 0);
    }
}

/* Whoever closes the window does not wait for a layout. */
static void
test_goes_while_laying_out (void)
{
  Fixture fixture = { 0 };

  fixture.dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  fixture.focus = dem_focus_new ();
  fixture.window = gtk_window_new ();
  fixture.view = DEM_NETWORK_VIEW (dem_network_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture.window), GTK_WIDGET (fixture.view));
  dem_canvas_set_focus (DEM_CANVAS (fixture.view), fixture.focus);
  dem_focus_open (fixture.focus, fixture.dossier);
  gtk_window_present (GTK_WINDOW (fixture.window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture.view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  dem_canvas_get_scene (DEM_CANVAS (fixture.view));
  g_assert_false (dem_network_view_is_settled (fixture.view));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  for (gint64 end = g_get_monotonic_time () + 1500 * G_TIME_SPAN_MILLISECOND; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (fixture.focus);
  g_object_unref (fixture.dossier);
}

#define ADD(path, function) g_test_add ("/network-view/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("role", test_role);
  ADD ("drag", test_drag_pins);
  ADD ("drag/state", test_drag_state);
  ADD ("drag/cancelled", test_drag_cancelled);
  ADD ("drag/press", test_press_pins_nothing);
  ADD ("unpin-all", test_unpin_all);
  ADD ("other-notebook", test_other_notebook);
  ADD ("camera", test_camera);
  ADD ("cursor", test_cursor);
  ADD ("period", test_period_keeps_places);
  ADD ("no-motion", test_no_motion);
  ADD ("cursor/in-view", test_cursor_is_in_view);
  ADD ("cursor/directions", test_directions);
  g_test_add_func ("/network-view/goes", test_goes_while_laying_out);

  return g_test_run ();
}
