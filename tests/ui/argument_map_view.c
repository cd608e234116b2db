/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>

#include "tests/support/argument.h"
#include "ui/argument/argument_map_view.h"

#define LINES                                                                                                \
  "t | 'kind': 'thesis'\na\nb\nc\nd\ne\n1: a supports t\n2: b attacks t\n3: c supports a\n4: d supports "    \
  "c\n5: e undercuts 4"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  DemNotebook *notebook;
  DemEvaluator *evaluator;
  GtkWidget *window;
  DemArgumentMapView *view;
} Fixture;

static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  do
    {
      dem_canvas_get_scene (DEM_CANVAS (fixture->view));
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  while (!dem_argument_map_view_is_settled (fixture->view)
         || gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0);
  dem_canvas_get_scene (DEM_CANVAS (fixture->view));
}

static void
on_notebook_changed (DemNotebook *notebook, Fixture *fixture)
{
  g_autoptr (GArray) assumptions = dem_notebook_dup_assumptions (notebook, fixture->dossier);
  DemWhatIf what_if = { DEM_NO_INDEX, assumptions->len, 0,
                        (const DemAssumption *) (gconstpointer) assumptions->data, NULL };

  dem_evaluator_set (fixture->evaluator, fixture->dossier, &what_if);
}

static void
set_up (Fixture *fixture, gconstpointer lines)
{
  fixture->dossier = open_argument (lines != NULL ? lines : LINES, NULL);
  fixture->focus = dem_focus_new ();
  fixture->notebook = dem_notebook_open (dem_dossier_get_id (fixture->dossier));
  fixture->evaluator = dem_evaluator_new ();
  dem_evaluator_set (fixture->evaluator, fixture->dossier, NULL);
  g_signal_connect (fixture->notebook, "changed", G_CALLBACK (on_notebook_changed), fixture);
  fixture->view = DEM_ARGUMENT_MAP_VIEW (dem_argument_map_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  dem_argument_map_view_set_evaluator (fixture->view, fixture->evaluator);
  dem_argument_map_view_set_notebook (fixture->view, fixture->notebook);
  dem_canvas_set_focus (DEM_CANVAS (fixture->view), fixture->focus);
  dem_focus_open (fixture->focus, fixture->dossier);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->focus);
  g_object_unref (fixture->evaluator);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->notebook);
  g_object_unref (fixture->dossier);
}

static DemRef
find (Fixture *fixture, const char *id)
{
  return dem_dossier_find (fixture->dossier, id);
}

static gboolean
get_bounds (Fixture *fixture, const char *id, graphene_rect_t *bounds)
{
  return dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), find (fixture, id), bounds);
}

static gboolean
is_shown (Fixture *fixture, const char *id)
{
  graphene_rect_t bounds;

  return get_bounds (fixture, id, &bounds);
}

/* What pressing a key does: the controllers of the view hear it as they would. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  settle (fixture);
  return handled;
}

static void
assert_cursor (Fixture *fixture, const char *id)
{
  g_assert_true (dem_ref_equal (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), find (fixture, id)));
}

static gboolean
click (Fixture *fixture, double x, double y)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->view);
  gboolean taken = DEM_CANVAS_GET_CLASS (canvas)->clicked (canvas, x, y, 1, 0);

  settle (fixture);
  return taken;
}

static void
test_role (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Argument map");
}

static void
test_two_levels (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_shown (fixture, "t") && is_shown (fixture, "c") && is_shown (fixture, "3"));
  g_assert_false (is_shown (fixture, "d"));
  dem_argument_map_view_unfold_all (fixture->view);
  settle (fixture);
  g_assert_true (is_shown (fixture, "d") && is_shown (fixture, "e") && is_shown (fixture, "5"));
  dem_argument_map_view_fold_all (fixture->view);
  settle (fixture);
  g_assert_false (is_shown (fixture, "d"));
}

/* The box that is folded or unfolded by a click on its pill or handle stays where it is. */
static void
test_click_keeps_still (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t before, after;

  g_assert_true (get_bounds (fixture, "c", &before));
  g_assert_true (click (fixture, before.origin.x + 30, before.origin.y + before.size.height + 14));
  g_assert_true (is_shown (fixture, "d"));
  g_assert_true (get_bounds (fixture, "c", &after));
  g_assert_cmpfloat_with_epsilon (before.origin.x, after.origin.x, 0.5);
  g_assert_cmpfloat_with_epsilon (before.origin.y, after.origin.y, 0.5);

  dem_focus_select (fixture->focus, find (fixture, "a"));
  settle (fixture);
  g_assert_true (get_bounds (fixture, "a", &before));
  g_assert_true (click (fixture, before.origin.x + 18, before.origin.y + before.size.height));
  g_assert_false (is_shown (fixture, "c"));
  g_assert_true (get_bounds (fixture, "a", &after));
  g_assert_cmpfloat_with_epsilon (before.origin.x, after.origin.x, 0.5);
  g_assert_cmpfloat_with_epsilon (before.origin.y, after.origin.y, 0.5);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  settle (fixture);
  assert_cursor (fixture, "t");
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, "a");
  press (fixture, GDK_KEY_Down, 0);
  assert_cursor (fixture, "b");
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, "c");

  /* What is folded is unfolded first. */
  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, "c");
  g_assert_true (is_shown (fixture, "d"));
  press (fixture, GDK_KEY_Right, 0);
  g_assert_false (dem_ref_equal (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), find (fixture, "c")));
  press (fixture, GDK_KEY_Left, 0);
  assert_cursor (fixture, "c");

  g_assert_true (press (fixture, GDK_KEY_space, 0));
  g_assert_false (is_shown (fixture, "d"));
  g_assert_true (press (fixture, GDK_KEY_plus, 0));
  g_assert_true (is_shown (fixture, "d"));
  g_assert_false (press (fixture, GDK_KEY_plus, 0));
  g_assert_true (press (fixture, GDK_KEY_minus, 0));
  g_assert_false (is_shown (fixture, "d"));
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Left, 0);
  assert_cursor (fixture, "t");
}

static void
test_assume (Fixture *fixture, gconstpointer data)
{
  DemRef b = find (fixture, "b");

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), b);
  g_assert_true (press (fixture, GDK_KEY_r, 0));
  g_assert_cmpfloat (dem_notebook_get_assumption (fixture->notebook, "b"), ==, DEM_STRENGTH_REJECTED);
  assert_cursor (fixture, "b");
  {
    g_autofree char *words = dem_scene_describe (dem_canvas_get_scene (DEM_CANVAS (fixture->view)), b);
    g_assert_nonnull (strstr (words, "Set by you to 0.05."));
  }
  press (fixture, GDK_KEY_a, 0);
  g_assert_cmpfloat (dem_notebook_get_assumption (fixture->notebook, "b"), ==, DEM_STRENGTH_ACCEPTED);
  press (fixture, GDK_KEY_d, 0);
  g_assert_cmpfloat (dem_notebook_get_assumption (fixture->notebook, "b"), ==, DEM_STRENGTH_DOUBTED);
  press (fixture, GDK_KEY_0, 0);
  g_assert_true (isnan (dem_notebook_get_assumption (fixture->notebook, "b")));
  g_assert_false (press (fixture, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (isnan (dem_notebook_get_assumption (fixture->notebook, "b")));
}

/* What is selected anywhere is unfolded to and comes into the picture. */
static void
test_selection_is_unfolded (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;

  dem_focus_select (fixture->focus, find (fixture, "5"));
  settle (fixture);
  g_assert_true (get_bounds (fixture, "5", &bounds));
  g_assert_true (is_shown (fixture, "d") && is_shown (fixture, "e"));
}

/* A dossier that is read again keeps what was unfolded. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) again = open_argument ("x\n" LINES, NULL);

  dem_argument_map_view_set_open (fixture->view, find (fixture, "c").index, TRUE);
  settle (fixture);
  g_assert_true (is_shown (fixture, "d"));
  g_set_object (&fixture->dossier, again);
  dem_focus_swap (fixture->focus, again);
  settle (fixture);
  g_assert_true (is_shown (fixture, "d") && is_shown (fixture, "x"));
}

/* Changes that come faster than layouts, another dossier in between, and nothing at all. */
static void
test_haste (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) other = open_argument ("u | 'kind': 'thesis'\nv\n1: v supports u", NULL);

  for (guint i = 0; i < 20; i++)
    {
      dem_argument_map_view_set_open (fixture->view, find (fixture, "a").index, i % 2 == 0);
      dem_canvas_get_scene (DEM_CANVAS (fixture->view));
      if (i % 5 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  settle (fixture);
  g_assert_false (is_shown (fixture, "c"));
  dem_argument_map_view_unfold_all (fixture->view);
  dem_canvas_get_scene (DEM_CANVAS (fixture->view));
  dem_focus_open (fixture->focus, NULL);
  g_assert_null (dem_canvas_get_scene (DEM_CANVAS (fixture->view)));
  g_set_object (&fixture->dossier, other);
  dem_focus_open (fixture->focus, other);
  settle (fixture);
  g_assert_true (is_shown (fixture, "v"));
}

static void
test_camera (Fixture *fixture, gconstpointer data)
{
  DemStageCamera home = dem_stage_get_camera (DEM_STAGE (fixture->view)), camera;

  g_assert_cmpfloat (home.zoom, <=, 1);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_true (press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK));
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  camera = dem_stage_get_camera (DEM_STAGE (fixture->view));
  g_assert_cmpfloat (camera.zoom, >, home.zoom);
  g_assert_true (press (fixture, GDK_KEY_Home, 0));
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  camera = dem_stage_get_camera (DEM_STAGE (fixture->view));
  g_assert_cmpfloat_with_epsilon (camera.zoom, home.zoom, 1e-6);
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

/* Where the desktop wants no motion a box is in its place as soon as it is there, and the camera moves at
 * once. */
static void
test_no_motion (Fixture *fixture, gconstpointer data)
{
  DemStageCamera home = dem_stage_get_camera (DEM_STAGE (fixture->view));
  graphene_rect_t first, then;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  set_animations (FALSE);
  dem_argument_map_view_set_open (fixture->view, find (fixture, "c").index, TRUE);
  while (!get_bounds (fixture, "d", &first) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (dem_argument_map_view_is_settled (fixture->view));
  settle (fixture);
  g_assert_true (get_bounds (fixture, "d", &then));
  g_assert_true (graphene_rect_equal (&first, &then));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "stage.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (dem_stage_get_camera (DEM_STAGE (fixture->view)).zoom, home.zoom * 1.5,
                                  1e-6);
  set_animations (TRUE);
}

/* The boxes on their way are seen in between when motion is wanted. */
static void
test_motion (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t first, then;
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  dem_argument_map_view_set_open (fixture->view, find (fixture, "c").index, TRUE);
  while (!get_bounds (fixture, "d", &first) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (dem_argument_map_view_is_settled (fixture->view));
  settle (fixture);
  g_assert_true (get_bounds (fixture, "d", &then));
  g_assert_cmpfloat (then.origin.x, >, first.origin.x);
}

/* 3,000 reasons of one claim: the view answers, and its keyboard goes from one to the next. */
static void
test_star (void)
{
  g_autoptr (GString) lines = g_string_new ("t | 'kind': 'thesis'\n");
  Fixture fixture;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (lines, "c%u\ns%u: c%u %s t\n", i, i, i, i % 3 == 0 ? "attacks" : "supports");
  set_up (&fixture, lines->str);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view));
  settle (&fixture);
  press (&fixture, GDK_KEY_Right, 0);
  press (&fixture, GDK_KEY_Down, 0);
  press (&fixture, GDK_KEY_Up, 0);
  press (&fixture, GDK_KEY_Left, 0);
  assert_cursor (&fixture, "t");
  tear_down (&fixture, NULL);
}

static char *
make_large (guint n)
{
  g_autoptr (GString) lines = g_string_new ("c0 | 'kind': 'thesis'\n");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (lines, "c%u\ns%u: c%u supports c%u\nr%u: c%u attacks c%u\n", i, i, i, (i - 1) / 6,
                            i, i, (i * 7919 + 13) % i);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* 3,000 claims, folded to two levels: a step of the keyboard and a change of strengths cost a few
 * milliseconds. */
static void
test_large (void)
{
  g_autofree char *lines = make_large (3000);
  Fixture fixture;
  gint64 begin;
  double milliseconds;

  set_up (&fixture, lines);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < 10; i++)
    {
      dem_canvas_invalidate (DEM_CANVAS (fixture.view));
      dem_canvas_get_scene (DEM_CANVAS (fixture.view));
    }
  milliseconds = (double) (g_get_monotonic_time () - begin) / 1e4;
  g_test_message ("a scene takes %.2f ms", milliseconds);
  g_assert_cmpfloat (milliseconds, <, 100);
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function)                                                                                  \
  g_test_add ("/argument-map-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("role", test_role);
  ADD ("two-levels", test_two_levels);
  ADD ("click-keeps-still", test_click_keeps_still);
  ADD ("keys", test_keys);
  ADD ("assume", test_assume);
  ADD ("selection-is-unfolded", test_selection_is_unfolded);
  ADD ("reload", test_reload);
  ADD ("haste", test_haste);
  ADD ("camera", test_camera);
  ADD ("motion", test_motion);
  ADD ("no-motion", test_no_motion);
#undef ADD
  g_test_add_func ("/argument-map-view/large", test_large);
  g_test_add_func ("/argument-map-view/star", test_star);
  return g_test_run ();
}
