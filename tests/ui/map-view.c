/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "app/dossier/loader.h"
#include "ui/map/map_scene.h"
#include "ui/map/map_view.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  GtkWidget *window;
  GtkWidget *map;
} Fixture;

static DemDossier *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "dossiers", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (GError) error = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

static void
iterate_until_drawn (void)
{
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = load ("north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->map = dem_map_view_new ();
  dem_canvas_set_focus (DEM_CANVAS (fixture->map), fixture->focus);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1020, 447);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->map);
  gtk_widget_show (fixture->window);
  iterate_until_drawn ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map = g_object_ref (fixture->map);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->window);
  iterate_until_drawn (); /* a picture of the land may be under way */
  g_assert_finalize_object (map);
  g_assert_finalize_object (fixture->focus);
  g_object_unref (fixture->dossier);
}

static graphene_point_t
find (Fixture *fixture, const char *id)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  DemRef ref = dem_dossier_find (fixture->dossier, id);
  g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->map), ref, &bounds));
  graphene_rect_get_center (&bounds, &middle);
  return middle;
}

static DemMapCamera
get_camera (Fixture *fixture)
{
  return dem_map_view_get_camera (DEM_MAP_VIEW (fixture->map));
}

/* Runs an action as its key would. */
static void
activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (fixture->map, action, parameter));
  iterate_until_drawn ();
}

static void
test_role_and_name (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->map, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of actors");
}

static guint
count_buttons (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget);
  if (n > 0)
    {
      g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
      return n;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child);
  return n;
}

/* Four buttons in the lower right corner, each with words. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_buttons (fixture->map), ==, 4);
  GtkWidget *box = gtk_widget_get_last_child (fixture->map);
  graphene_rect_t bounds;
  g_assert_true (gtk_widget_compute_bounds (box, fixture->map, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, gtk_widget_get_width (fixture->map) - 24);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, gtk_widget_get_height (fixture->map) - 24);
}

/* Everybody is in the picture at first and after Home. */
static void
test_home (Fixture *fixture, gconstpointer data)
{
  static const char *const states[]
      = { "usa", "china", "north-korea", "south-korea", "japan", "russia", "cambodia", "nepal", "pakistan" };
  DemMapCamera home = get_camera (fixture);

  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 10.0, 50.0 }, 6.0 });
  iterate_until_drawn ();
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 6.0, 1e-6);
  activate (fixture, "stage.home", NULL);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, home.zoom, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).centre.longitude, home.centre.longitude, 1e-6);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      graphene_point_t at = find (fixture, states[i]);
      g_assert_cmpfloat (at.x, >, 0);
      g_assert_cmpfloat (at.x, <, 1020);
      g_assert_cmpfloat (at.y, >, 0);
      g_assert_cmpfloat (at.y, <, 447);
    }
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "stage.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 1.5, 1e-6);
  activate (fixture, "stage.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 2.25, 1e-6);
  activate (fixture, "stage.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 1.5, 1e-6);
  for (guint i = 0; i < 40; i++)
    g_assert_true (gtk_widget_activate_action_variant (fixture->map, "stage.zoom-in", NULL));
  iterate_until_drawn ();
  double nearest = get_camera (fixture).zoom;
  activate (fixture, "stage.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, nearest, 1e-6);
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

/* A move takes its time and passes between; none does where motion is reduced. */
static void
test_smooth_move (Fixture *fixture, gconstpointer data)
{
  DemMapCamera near = { { 126.0, 38.0 }, 4.0 };
  double zoom = get_camera (fixture).zoom;
  guint n_between = 0;
  gint64 patience = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  dem_map_view_move_camera (DEM_MAP_VIEW (fixture->map), near);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 4.0, 1e-6);

  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 126.0, 38.0 }, zoom });
  iterate_until_drawn ();
  set_animations (TRUE);
  dem_map_view_move_camera (DEM_MAP_VIEW (fixture->map), near);
  while (get_camera (fixture).zoom < 4.0 && g_get_monotonic_time () < patience)
    {
      g_main_context_iteration (NULL, TRUE);
      double now = get_camera (fixture).zoom;
      n_between += now > zoom && now < 4.0;
      g_assert_cmpfloat (now, >=, zoom - 1e-6);
      zoom = now;
    }
  set_animations (FALSE);
  g_assert_cmpuint (n_between, >=, 1);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 4.0, 1e-6);
}

/* What is under the fingers stays there, nearer and farther. */
static void
test_pinch_keeps_the_point (Fixture *fixture, gconstpointer data)
{
  DemStage *stage = DEM_STAGE (fixture->map);
  static const double factors[] = { 1.3, 2.1, 0.7, 0.9 };

  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 110.0, 36.0 }, 3.0 });
  iterate_until_drawn ();
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      graphene_point_t before = find (fixture, "pakistan");
      DemStageCamera camera
          = DEM_STAGE_GET_CLASS (stage)->zoom (stage, dem_stage_get_camera (stage), factors[i], before.x, before.y);
      dem_stage_set_camera (stage, camera);
      iterate_until_drawn ();
      graphene_point_t after = find (fixture, "pakistan");
      g_assert_cmpfloat_with_epsilon (after.x, before.x, 1.0);
      g_assert_cmpfloat_with_epsilon (after.y, before.y, 1.0);
    }
}

/* An arrow moves the picture against itself. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 120.0, 38.0 }, 4.0 });
  iterate_until_drawn ();
  graphene_point_t before = find (fixture, "china");
  activate (fixture, "stage.pan", g_variant_new ("(ii)", -90, 0));
  graphene_point_t after = find (fixture, "china");
  g_assert_cmpfloat_with_epsilon (after.x, before.x - 90, 1.5);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1.5);
}

/* Going on from mark to mark reaches every actor of the period and every pair, and none of them twice. */
static void
test_cursor_reaches_all (Fixture *fixture, gconstpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->map);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;

  dem_scene_get_marks (dem_canvas_get_scene (canvas), &n);
  while (dem_canvas_move_cursor (canvas, DEM_CURSOR_NEXT))
    {
      DemRef ref = dem_canvas_get_cursor (canvas);
      g_assert_true (g_hash_table_add (seen, g_strdup (dem_dossier_get_item (fixture->dossier, ref)->id)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  g_assert_true (g_hash_table_contains (seen, "michele-flournoy"));
  g_assert_true (g_hash_table_contains (seen, "korea-analysts"));
  g_assert_true (g_hash_table_contains (seen, "china+north-korea"));
  g_assert_true (dem_canvas_move_cursor (canvas, DEM_CURSOR_PREVIOUS));
}

static void
test_cursor_goes_towards (Fixture *fixture, gconstpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->map);
  dem_canvas_set_cursor (canvas, dem_dossier_find (fixture->dossier, "pakistan"));
  graphene_point_t from = find (fixture, "pakistan"), to;
  graphene_rect_t bounds;

  activate (fixture, "stage.go", g_variant_new_int32 (DEM_CURSOR_RIGHT));
  g_assert_true (dem_canvas_get_mark_bounds (canvas, dem_canvas_get_cursor (canvas), &bounds));
  graphene_rect_get_center (&bounds, &to);
  g_assert_cmpfloat (to.x, >, from.x);
}

/* The cursor's mark is brought into the picture. */
static void
test_cursor_is_seen (Fixture *fixture, gconstpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->map);
  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 126.0, 38.0 }, 8.0 });
  iterate_until_drawn ();
  g_assert_cmpfloat (find (fixture, "usa").x, >, 1020);
  dem_canvas_set_cursor (canvas, DEM_REF_NONE);
  activate (fixture, "stage.go", g_variant_new_int32 (DEM_CURSOR_NEXT));
  g_assert_true (dem_ref_equal (dem_canvas_get_cursor (canvas), dem_dossier_find (fixture->dossier, "usa")));
  g_assert_cmpfloat (find (fixture, "usa").x, <, 1020);
}

/* What is selected elsewhere comes into the picture, and is no further away for it. */
static void
test_selection_is_seen (Fixture *fixture, gconstpointer data)
{
  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 126.0, 38.0 }, 8.0 });
  iterate_until_drawn ();
  dem_focus_select (fixture->focus, dem_dossier_find (fixture->dossier, "usa"));
  iterate_until_drawn ();
  g_assert_cmpfloat (find (fixture, "usa").x, <, 1020);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 8.0, 1e-6);
}

static void
click (Fixture *fixture, double x, double y, int n_press)
{
  GListModel *controllers = gtk_widget_observe_controllers (fixture->map);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (G_OBJECT_TYPE (controller) == GTK_TYPE_GESTURE_CLICK)
        g_signal_emit_by_name (controller, "released", n_press, x, y);
    }
  g_object_unref (controllers);
  iterate_until_drawn ();
}

static void
test_click_selects (Fixture *fixture, gconstpointer data)
{
  graphene_point_t at = find (fixture, "japan");
  click (fixture, at.x, at.y, 1);
  g_assert_true (dem_focus_is_selected (fixture->focus, dem_dossier_find (fixture->dossier, "japan")));
  at = find (fixture, "china+usa");
  click (fixture, at.x, at.y, 1);
  g_assert_true (dem_focus_is_selected (fixture->focus, dem_dossier_find (fixture->dossier, "china+usa")));
  click (fixture, 620, 400, 1);
  guint n;
  dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_double_click_centres (Fixture *fixture, gconstpointer data)
{
  graphene_point_t at = find (fixture, "china");
  click (fixture, at.x, at.y, 2);
  at = find (fixture, "china");
  g_assert_cmpfloat_with_epsilon (at.x, 510, 8);
  g_assert_cmpfloat_with_epsilon (at.y, 223.5, 8);
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 2.0, 1e-6);
}

static void
test_true_scale (Fixture *fixture, gconstpointer data)
{
  graphene_point_t stretched_a = find (fixture, "china"), stretched_b = find (fixture, "japan");
  activate (fixture, "map.true-scale", NULL);
  gboolean true_scale;
  g_object_get (fixture->map, "true-scale", &true_scale, NULL);
  g_assert_true (true_scale);
  graphene_point_t a = find (fixture, "china"), b = find (fixture, "japan");
  g_assert_cmpfloat (b.x - a.x, <, (stretched_b.x - stretched_a.x) / 2);
}

/* Another dossier is seen whole; none shows nothing, and nothing breaks. */
static void
test_other_dossier (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) panama = load ("panama-canal-1978.dossier.json");
  guint n;
  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 126.0, 38.0 }, 8.0 });
  dem_focus_open (fixture->focus, panama);
  iterate_until_drawn ();
  g_assert_cmpfloat_with_epsilon (get_camera (fixture).zoom, 1.0, 1e-6);
  dem_scene_get_marks (dem_canvas_get_scene (DEM_CANVAS (fixture->map)), &n);
  g_assert_cmpuint (n, >, 10);
  dem_focus_open (fixture->focus, NULL);
  iterate_until_drawn ();
  g_assert_null (dem_canvas_get_scene (DEM_CANVAS (fixture->map)));
  gtk_widget_activate_action_variant (fixture->map, "stage.zoom-in", NULL);
  gtk_widget_activate_action_variant (fixture->map, "stage.home", NULL);
}

/* ---- Unfolding ---- */

static double
get_width_of (Fixture *fixture, const char *id)
{
  graphene_rect_t bounds;
  DemRef ref = dem_dossier_find (fixture->dossier, id);
  return dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->map), ref, &bounds) ? bounds.size.width : 0;
}

static DemRef
get_folded (Fixture *fixture, guint32 *seat)
{
  DemMapScene *scene = DEM_MAP_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->map)));
  guint n;
  const DemMark *marks = dem_scene_get_marks (DEM_SCENE (scene), &n);
  for (guint i = 0; i < n; i++)
    {
      *seat = dem_map_scene_get_folded_seat (scene, marks[i].ref);
      if (*seat != DEM_NO_INDEX)
        return marks[i].ref;
    }
  return DEM_REF_NONE;
}

/* A click on "+7" shows all, one on nothing folds them again. */
static void
test_more_unfolds (Fixture *fixture, gconstpointer data)
{
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (fixture->map);
  guint32 seat;
  DemRef folded = get_folded (fixture, &seat);
  const char *id = dem_dossier_get_item (fixture->dossier, folded)->id;
  g_assert_false (dem_ref_is_none (folded));
  graphene_point_t at = find (fixture, id);

  g_assert_true (klass->clicked (DEM_CANVAS (fixture->map), at.x, at.y, 1, 0));
  iterate_until_drawn ();
  iterate_until_drawn ();
  g_assert_cmpuint (dem_map_scene_get_folded_seat (
                        DEM_MAP_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->map))), folded),
                    ==, DEM_NO_INDEX);
  g_assert_cmpfloat (get_width_of (fixture, id), >, 25);
  klass->clicked (DEM_CANVAS (fixture->map), 640, 360, 1, 0);
  iterate_until_drawn ();
  g_assert_cmpuint (dem_map_scene_get_folded_seat (
                        DEM_MAP_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->map))), folded),
                    ==, seat);
}

/* Whom the keyboard's cursor reaches is seen. */
static void
test_cursor_unfolds (Fixture *fixture, gconstpointer data)
{
  guint32 seat;
  DemRef folded = get_folded (fixture, &seat);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->map), folded);
  iterate_until_drawn ();
  g_assert_cmpuint (dem_map_scene_get_folded_seat (
                        DEM_MAP_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->map))), folded),
                    ==, DEM_NO_INDEX);
}

/* It folds what it unfolded when it goes on to somebody elsewhere; what a click unfolded stays. */
static void
test_cursor_folds (Fixture *fixture, gconstpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (fixture->map);
  DemRef usa = dem_dossier_find (fixture->dossier, "usa");
  guint32 seat;
  DemRef folded = get_folded (fixture, &seat);
  const char *id = dem_dossier_get_item (fixture->dossier, folded)->id;

  dem_canvas_set_cursor (canvas, folded);
  iterate_until_drawn ();
  dem_canvas_set_cursor (canvas, usa);
  iterate_until_drawn ();
  g_assert_cmpuint (dem_map_scene_get_folded_seat (DEM_MAP_SCENE (dem_canvas_get_scene (canvas)), folded), ==, seat);

  graphene_point_t at = find (fixture, id);
  DEM_CANVAS_GET_CLASS (canvas)->clicked (canvas, at.x, at.y, 1, 0);
  iterate_until_drawn ();
  dem_canvas_set_cursor (canvas, folded);
  dem_canvas_set_cursor (canvas, usa);
  iterate_until_drawn ();
  g_assert_cmpuint (dem_map_scene_get_folded_seat (DEM_MAP_SCENE (dem_canvas_get_scene (canvas)), folded), ==,
                    DEM_NO_INDEX);
}

/* The legend, in which those without a place are, does not follow the camera: nothing moves for them. */
static void
test_unplaced_moves_nothing (Fixture *fixture, gconstpointer data)
{
  DemMapScene *scene = DEM_MAP_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->map)));
  GArray *unplaced = dem_map_content_get_unplaced (dem_map_scene_get_content (scene));
  DemMapCamera before = get_camera (fixture);

  g_assert_cmpuint (unplaced->len, >, 0);
  dem_stage_reveal (DEM_STAGE (fixture->map), DEM_REF (ACTOR, g_array_index (unplaced, guint32, 0)));
  iterate_until_drawn ();
  g_assert_cmpfloat (get_camera (fixture).centre.latitude, ==, before.centre.latitude);
}

static void
test_near_unfolds (Fixture *fixture, gconstpointer data)
{
  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 124, 38 }, 5 });
  iterate_until_drawn ();
  iterate_until_drawn ();
  g_assert_cmpfloat (get_width_of (fixture, "kim-jong-un"), >, 25);
  dem_map_view_set_camera (DEM_MAP_VIEW (fixture->map), (DemMapCamera){ { 124, 38 }, 1.5 });
  iterate_until_drawn ();
  g_assert_cmpfloat (get_width_of (fixture, "kim-jong-un"), <, 25);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Moves are judged by where they end. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/map/view/role-and-name", test_role_and_name);
  ADD ("/map/view/buttons", test_buttons);
  ADD ("/map/view/home", test_home);
  ADD ("/map/view/zoom", test_zoom);
  ADD ("/map/view/smooth-move", test_smooth_move);
  ADD ("/map/view/pinch-keeps-the-point", test_pinch_keeps_the_point);
  ADD ("/map/view/pan", test_pan);
  ADD ("/map/view/cursor-reaches-all", test_cursor_reaches_all);
  ADD ("/map/view/cursor-goes-towards", test_cursor_goes_towards);
  ADD ("/map/view/cursor-is-seen", test_cursor_is_seen);
  ADD ("/map/view/selection-is-seen", test_selection_is_seen);
  ADD ("/map/view/click-selects", test_click_selects);
  ADD ("/map/view/double-click-centres", test_double_click_centres);
  ADD ("/map/view/more-unfolds", test_more_unfolds);
  ADD ("/map/view/cursor-unfolds", test_cursor_unfolds);
  ADD ("/map/view/cursor-folds", test_cursor_folds);
  ADD ("/map/view/unplaced-moves-nothing", test_unplaced_moves_nothing);
  ADD ("/map/view/near-unfolds", test_near_unfolds);
  ADD ("/map/view/true-scale", test_true_scale);
  ADD ("/map/view/other-dossier", test_other_dossier);
  return g_test_run ();
}
