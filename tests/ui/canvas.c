/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/support/settle.h"
#include "ui/common/canvas.h"

#include <adwaita.h>

#include "tests/support/fixture.h"
#include "ui/common/cursor_voice.h"
#include "ui/common/pan_zoom.h"

/* ---- A scene of three squares in a row, for actors 0 to 2 ---- */

#define SQUARE 40

typedef struct
{
  GObject parent_instance;

  DemDossier *dossier;
  DemMark marks[3];
} Squares;

typedef struct
{
  GObjectClass parent_class;
} SquaresClass;

static int n_rings;
static int n_scenes;

static void
squares_draw (DemScene *scene, GtkSnapshot *snapshot)
{
}

static DemRef
squares_hit (DemScene *scene, double x, double y, double tolerance)
{
  Squares *self = (Squares *) scene;

  for (int i = 0; i < 3; i++)
    if (graphene_rect_contains_point (&self->marks[i].bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
      return self->marks[i].ref;
  return DEM_REF_NONE;
}

static const DemMark *
squares_get_marks (DemScene *scene, guint *n)
{
  *n = 3;
  return ((Squares *) scene)->marks;
}

static char *
squares_describe (DemScene *scene, DemRef ref)
{
  return dem_dossier_dup_name (((Squares *) scene)->dossier, ref);
}

static void
squares_draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  n_rings++;
}

static void
squares_scene_init (DemSceneInterface *iface)
{
  iface->draw = squares_draw;
  iface->hit = squares_hit;
  iface->get_marks = squares_get_marks;
  iface->describe = squares_describe;
  iface->draw_ring = squares_draw_ring;
}

static GType squares_get_type (void);
G_DEFINE_TYPE_WITH_CODE (Squares, squares, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, squares_scene_init))

static void
squares_class_init (SquaresClass *klass)
{
}

static void
squares_init (Squares *self)
{
}

typedef DemCanvas SquaresView;
typedef DemCanvasClass SquaresViewClass;

static GType squares_view_get_type (void);
G_DEFINE_TYPE (SquaresView, squares_view, DEM_TYPE_CANVAS)

static DemScene *
create_scene (DemCanvas *canvas, const DemSceneInput *input)
{
  Squares *scene = g_object_new (squares_get_type (), NULL);

  n_scenes++;
  scene->dossier = input->dossier;
  for (guint i = 0; i < 3; i++)
    scene->marks[i] = (DemMark){ DEM_REF (ACTOR, i), GRAPHENE_RECT_INIT (20.0F + 100 * i, 50, SQUARE, SQUARE) };
  return DEM_SCENE (scene);
}

static gboolean with_links;

static void
fill_card (DemCanvas *canvas, DemRef ref, DemHoverCard *card)
{
  g_autofree char *name = dem_dossier_dup_name (dem_focus_get_dossier (dem_canvas_get_focus (canvas)), ref);

  dem_hover_card_set_title (card, name);
  dem_hover_card_add_meta (card, "");
  if (!with_links)
    return;
  dem_hover_card_add_heading (card, "heading");
  dem_hover_card_add_line (
      card, &(DemHoverLine){
                .ref = DEM_REF (ACTOR, 2), .has_stance = TRUE, .stance = DEM_STANCE_ALLIED, .when = "1950", .text = "text" });
  dem_hover_card_add_more (card, 0, DEM_REF_NONE);
  dem_hover_card_add_more (card, 3, DEM_REF_NONE);
}

static void
squares_view_class_init (SquaresViewClass *klass)
{
  klass->fill_card = fill_card;
  klass->create_scene = create_scene;
}

static void
squares_view_init (SquaresView *self)
{
}

/* ---- Fixture ---- */

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  GtkWidget *window;
  DemCanvas *canvas;
} Fixture;

static void
settle (void)
{
  settle_for (40 * 1000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("fixtures/small.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->canvas = g_object_new (squares_view_get_type (), NULL);
  dem_canvas_set_focus (fixture->canvas, fixture->focus);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 200);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static DemCursorVoice *
get_voice (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (DEM_IS_CURSOR_VOICE (focus));
  return DEM_CURSOR_VOICE (focus);
}

static void
assert_spoken (Fixture *fixture, const char *expected)
{
  DemCursorVoice *voice = get_voice (fixture);

  g_assert_cmpstr (dem_cursor_voice_get_label (voice), ==, expected);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (voice), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (voice), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
}

/* The gesture that listens for clicks, to be moved by its signals as the toolkit would. */
static GtkGesture *
find_click (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
click (Fixture *fixture, double x, double y)
{
  GtkGesture *gesture = find_click (fixture);

  g_signal_emit_by_name (gesture, "pressed", 1, x, y);
  g_signal_emit_by_name (gesture, "released", 1, x, y);
}

/* ---- Tests ---- */

static void
test_role (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  guint n;

  click (fixture, 40, 70);
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 0)));
  click (fixture, 140, 70);
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 1)));
  g_assert_false (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 0)));
  click (fixture, 300, 190);
  dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_cursor (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas)));
  assert_spoken (fixture, "Aland");
  g_assert_false (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_LEFT));
  g_assert_false (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_UP));
  g_assert_true (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_RIGHT));
  assert_spoken (fixture, "Bland");
  g_assert_true (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_NEXT));
  assert_spoken (fixture, "Cland");
  g_assert_false (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_NEXT));
  g_assert_true (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_PREVIOUS));
  assert_spoken (fixture, "Bland");
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.activate", "b", FALSE);
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 1)));
  dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_LEFT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.activate", "b", TRUE);
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 0)));
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 1)));
}

/* Each step is another widget, for a screen reader speaks what receives the focus. */
static void
test_voices_alternate (Fixture *fixture, gconstpointer data)
{
  DemCursorVoice *first, *second;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  first = get_voice (fixture);
  dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_RIGHT);
  second = get_voice (fixture);
  g_assert_true (first != second);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (first)));
  dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_RIGHT);
  g_assert_true (get_voice (fixture) == first);
}

static void
test_cursor_begins_at_selection (Fixture *fixture, gconstpointer data)
{
  dem_focus_select (fixture->focus, DEM_REF (ACTOR, 2));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  assert_spoken (fixture, "Cland");
}

static void
test_ring (Fixture *fixture, gconstpointer data)
{
  n_rings = 0;
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  settle ();
  g_assert_cmpint (n_rings, ==, 0);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  settle ();
  g_assert_cmpint (n_rings, >, 0);
}

/* However much changes between two frames, the scene is made once. */
static void
test_made_once_a_frame (Fixture *fixture, gconstpointer data)
{
  n_scenes = 0;
  for (guint i = 0; i < 3; i++)
    dem_focus_select (fixture->focus, DEM_REF (ACTOR, i));
  settle ();
  g_assert_cmpint (n_scenes, ==, 1);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->canvas));
  settle ();
  g_assert_cmpint (n_scenes, ==, 1);
}

static void
test_no_dossier (Fixture *fixture, gconstpointer data)
{
  dem_focus_open (fixture->focus, NULL);
  settle ();
  g_assert_null (dem_canvas_get_scene (fixture->canvas));
  g_assert_false (dem_canvas_move_cursor (fixture->canvas, DEM_CURSOR_NEXT));
  click (fixture, 40, 70);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
}

static void
add_up (DemPanZoom *pan_zoom, double dx, double dy, double *sum)
{
  sum[0] += dx;
  sum[1] += dy;
}

static void
test_pan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemPanZoom) pan_zoom = dem_pan_zoom_new (GTK_WIDGET (fixture->canvas));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));
  double sum[2] = { 0, 0 };

  g_signal_connect (pan_zoom, "pan", G_CALLBACK (add_up), sum);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) != GTK_TYPE_GESTURE_DRAG)
        continue;
      g_signal_emit_by_name (controller, "drag-begin", 10.0, 10.0);
      g_signal_emit_by_name (controller, "drag-update", 2.0, 1.0);
      g_assert_cmpfloat (sum[0], ==, 0);
      g_signal_emit_by_name (controller, "drag-update", 30.0, 10.0);
      g_signal_emit_by_name (controller, "drag-update", 50.0, 5.0);
    }
  g_assert_cmpfloat (sum[0], ==, 50);
  g_assert_cmpfloat (sum[1], ==, 5);
}

/* ---- The card ---- */

static GtkEventController *
find_motion (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static void
move_pointer (Fixture *fixture, double x, double y)
{
  g_signal_emit_by_name (find_motion (fixture), "motion", x, y);
}

static void
wait (guint milliseconds)
{
  for (gint64 end = g_get_monotonic_time () + milliseconds * 1000; g_get_monotonic_time () < end; g_usleep (2000))
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

static void
assert_card (Fixture *fixture, const char *expected)
{
  DemHoverCard *card = dem_canvas_get_card (fixture->canvas);
  g_autofree char *text = dem_hover_card_dup_text (card);

  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (card)), ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (text, ==, expected);
}

/* It waits for the pointer to rest on a mark, stays while it moves there, changes with the mark and goes. */
static void
test_card_of_pointer (Fixture *fixture, gconstpointer data)
{
  move_pointer (fixture, 30, 60);
  wait (150);
  move_pointer (fixture, 50, 80);
  wait (250);
  assert_card (fixture, NULL);
  wait (250);
  assert_card (fixture, "Aland");
  move_pointer (fixture, 35, 60);
  wait (500);
  assert_card (fixture, "Aland");
  move_pointer (fixture, 140, 70);
  wait (600);
  assert_card (fixture, "Bland");
  move_pointer (fixture, 110, 10);
  wait (400);
  assert_card (fixture, NULL);
}

static void
test_card_goes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (dem_canvas_show_card (fixture->canvas, DEM_REF (ACTOR, 1)));
      assert_card (fixture, "Bland");
      if (i == 0)
        click (fixture, 300, 190);
      else if (i == 1)
        dem_focus_select (fixture->focus, DEM_REF (ACTOR, 2));
      else if (i == 2)
        dem_canvas_invalidate (fixture->canvas);
      else
        dem_canvas_close_card (fixture->canvas);
      settle ();
      assert_card (fixture, NULL);
    }
  g_assert_false (dem_canvas_show_card (fixture->canvas, DEM_REF (ACTOR, 99)));
}

static GtkWidget *
find_link (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_link (child) != NULL)
      return find_link (child);
  return NULL;
}

/* Its first link has the keyboard; it selects, and the canvas has the keyboard again. */
static void
test_card_links (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link;

  with_links = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.tell", NULL);
  assert_card (fixture, "Aland\nheading\n1950: text (Allied)\nand 3 more");
  link = find_link (GTK_WIDGET (dem_canvas_get_card (fixture->canvas)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, "1950: text (Allied)");
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == link);
  g_signal_emit_by_name (link, "clicked");
  settle ();
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (ACTOR, 2)));
  assert_card (fixture, NULL);
  get_voice (fixture);
  with_links = FALSE;
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/canvas/role", test_role);
  ADD ("/canvas/click", test_click);
  ADD ("/canvas/cursor", test_cursor);
  ADD ("/canvas/voices-alternate", test_voices_alternate);
  ADD ("/canvas/cursor-begins-at-selection", test_cursor_begins_at_selection);
  ADD ("/canvas/ring", test_ring);
  ADD ("/canvas/made-once-a-frame", test_made_once_a_frame);
  ADD ("/canvas/no-dossier", test_no_dossier);
  ADD ("/canvas/card-of-pointer", test_card_of_pointer);
  ADD ("/canvas/card-goes", test_card_goes);
  ADD ("/canvas/card-links", test_card_links);
  ADD ("/pan-zoom/pan", test_pan);
  return g_test_run ();
}
