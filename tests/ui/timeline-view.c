/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a widget: what keys, clicks and drags do to the focus, and what the focus does to it. */

#include <adwaita.h>
#include <math.h>

#include "tests/support/fixture.h"
#include "ui/common/cursor_voice.h"
#include "ui/timeline/timeline_scene.h"
#include "ui/timeline/timeline_view_private.h"

#define WIDTH 1020
#define HEIGHT 362

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static void
settle (void)
{
  for (int i = 0; i < 8; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->view = dem_timeline_view_new ();
  gtk_widget_set_size_request (fixture->view, WIDTH, HEIGHT);
  dem_canvas_set_focus (DEM_CANVAS (fixture->view), fixture->focus);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (view);
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static DemTimelineScene *
get_scene (Fixture *fixture)
{
  return DEM_TIMELINE_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->view)));
}

static const DemTimelineLayout *
get_layout (Fixture *fixture)
{
  return dem_timeline_scene_get_layout (get_scene (fixture));
}

static DemPeriod
years (gint64 first, gint64 last)
{
  return (DemPeriod){ dem_day_from_date (first, 1, 1), dem_day_from_date (last, 12, 31) };
}

static void
set_view (Fixture *fixture, gint64 first, gint64 last)
{
  dem_focus_set_view (fixture->focus, years (first, last));
  settle ();
}

static DemDay
get_length (Fixture *fixture)
{
  DemPeriod view = dem_focus_get_view (fixture->focus);

  return view.last - view.first + 1;
}

static void
assert_period (DemPeriod period, DemPeriod expected, DemDay tolerance)
{
  g_assert_cmpint (ABS (period.first - expected.first), <=, tolerance);
  g_assert_cmpint (ABS (period.last - expected.last), <=, tolerance);
}

static double
overview_y (Fixture *fixture)
{
  return (get_layout (fixture)->overview_top + get_layout (fixture)->overview_bottom) / 2;
}

static double
overview_x (Fixture *fixture, gint64 year)
{
  return dem_axis_day_begin (&get_layout (fixture)->overview, dem_day_from_date (year, 1, 1));
}

static double
lane_x (Fixture *fixture, gint64 year)
{
  return dem_axis_day_begin (&get_layout (fixture)->axis, dem_day_from_date (year, 1, 1));
}

/* ---- Input as the toolkit would give it ---- */

/* The gesture that pans is in a group with the one that gives it inertia; the view's own stands alone. Only
 * one of them would go on after the press, for the other refuses. */
static GtkEventController *
find_drag (Fixture *fixture, gboolean pans)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GList) group = NULL;

      if (G_OBJECT_TYPE (controller) != GTK_TYPE_GESTURE_DRAG)
        continue;
      group = gtk_gesture_get_group (GTK_GESTURE (controller));
      if ((group->next != NULL) == pans)
        return controller; /* the widget owns it */
    }
  g_assert_not_reached ();
}

static void
drag_with (GtkEventController *gesture, double x, double y, double by)
{
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", by / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", by, 0.0);
  settle ();
}

static void
pan (Fixture *fixture, double x, double y, double by)
{
  drag_with (find_drag (fixture, TRUE), x, y, by);
}

static void
drag (Fixture *fixture, double x, double y, double by)
{
  drag_with (find_drag (fixture, FALSE), x, y, by);
}

static void
click (Fixture *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller)
          || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
    }
  settle ();
}

/* Finds what a key is bound to and does it. */
static void
press (Fixture *fixture, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (!g_str_equal (trigger, key))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->view,
                                        gtk_shortcut_get_arguments (shortcut));
          settle ();
          return;
        }
    }
  g_error ("Nothing is bound to %s", key);
}

/* ---- The camera ---- */

static void
test_starts_whole (Fixture *fixture, gconstpointer data)
{
  DemPeriod span = dem_dossier_get_span (fixture->dossier);

  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==, (double) span.first);
  g_assert_cmpfloat (get_layout (fixture)->axis.last, ==, (double) span.last + 1);
}

static void
test_zoom_keys (Fixture *fixture, gconstpointer data)
{
  DemDay before;

  set_view (fixture, 2012, 2021);
  before = get_length (fixture);
  press (fixture, "plus");
  g_assert_cmpint (get_length (fixture), <, before * 0.7);
  press (fixture, "minus");
  assert_period (dem_focus_get_view (fixture->focus), years (2012, 2021), 2);
  press (fixture, "Home");
  assert_period (dem_focus_get_view (fixture->focus), dem_dossier_get_span (fixture->dossier), 0);
}

/* Neither below a day nor beyond five times the span; at the ends the buttons can't be pressed. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  DemPeriod span = dem_dossier_get_span (fixture->dossier);
  DemDay length = span.last - span.first + 1;

  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (fixture->view, "timeline.zoom-in", NULL);
  g_assert_cmpint (get_length (fixture), <=, 2);
  g_assert_cmpfloat (get_layout (fixture)->axis.last - get_layout (fixture)->axis.first, ==, 1);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (fixture->view, "timeline.zoom-out", NULL);
  settle ();
  g_assert_cmpint (get_length (fixture), <=, 5 * length + 1);
  g_assert_cmpint (get_length (fixture), >=, 5 * length - 1);
  for (guint i = 0; i < 200; i++)
    gtk_widget_activate_action (fixture->view, "timeline.move", "i", 1);
  g_assert_cmpint (dem_focus_get_view (fixture->focus).last, <=, span.last + 2 * length + 1);
}

/* A drag moves the days along with the pointer. */
static void
test_pan (Fixture *fixture, gconstpointer data)
{
  double x;

  set_view (fixture, 2012, 2021);
  x = lane_x (fixture, 2015);
  pan (fixture, 500, 150, 120);
  g_assert_cmpfloat_with_epsilon (lane_x (fixture, 2015), x + 120, 0.01);
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  assert_period (dem_focus_get_period (fixture->focus), dem_focus_get_view (fixture->focus), 0);
}

/* Where a day is wide, the picture moves by less than a day too. */
static void
test_pan_smoothly (Fixture *fixture, gconstpointer data)
{
  DemDay day = dem_day_from_date (2018, 6, 10);
  double x;

  dem_focus_set_view (fixture->focus, (DemPeriod){ day, day + 4 });
  settle ();
  x = dem_axis_day_begin (&get_layout (fixture)->axis, day);
  pan (fixture, 500, 150, -10);
  g_assert_cmpfloat_with_epsilon (dem_axis_day_begin (&get_layout (fixture)->axis, day), x - 10, 0.01);
}

static void
scroll (Fixture *fixture, double x, double y, double dy)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "scroll", 0.0, dy, &handled);
    }
  settle ();
}

/* The wheel zooms at the pointer: the day under it stays there. Over the overview the middle of the view
 * does. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  double x, middle;
  DemDay before;

  set_view (fixture, 2010, 2019);
  x = lane_x (fixture, 2013);
  before = get_length (fixture);
  scroll (fixture, x, 150, -1);
  g_assert_cmpint (get_length (fixture), <, before * 0.9);
  g_assert_cmpfloat_with_epsilon (lane_x (fixture, 2013), x, 0.01);
  scroll (fixture, x, 150, 1);
  g_assert_cmpint (ABS (get_length (fixture) - before), <=, 1);

  middle = (get_layout (fixture)->axis.first + get_layout (fixture)->axis.last) / 2;
  scroll (fixture, 300, overview_y (fixture), -2);
  g_assert_cmpint (get_length (fixture), <, before * 0.8);
  g_assert_cmpfloat_with_epsilon ((get_layout (fixture)->axis.first + get_layout (fixture)->axis.last) / 2,
                                  middle, 0.1);
}

/* While one pans, a label that stays in view stays in its row. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  guint n_stayed = 0, n_moved = 0;

  set_view (fixture, 1948, 1962);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
      guint n;
      const DemMark *marks = dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);

      for (guint j = 0; j < n && marks[j].ref.kind == DEM_KIND_EVENT; j++)
        g_hash_table_insert (before, GUINT_TO_POINTER (marks[j].ref.index + 1),
                             GINT_TO_POINTER ((int) marks[j].bounds.origin.y));
      pan (fixture, 600, 150, -23);
      marks = dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);
      for (guint j = 0; j < n && marks[j].ref.kind == DEM_KIND_EVENT; j++)
        {
          gpointer y = g_hash_table_lookup (before, GUINT_TO_POINTER (marks[j].ref.index + 1));

          n_stayed += y != NULL && GPOINTER_TO_INT (y) == (int) marks[j].bounds.origin.y;
          n_moved += y != NULL && GPOINTER_TO_INT (y) != (int) marks[j].bounds.origin.y;
        }
    }
  g_assert_cmpuint (n_stayed, >, 60);
  g_assert_cmpuint (n_moved, ==, 0);
}

/* Somebody else sets the view. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  set_view (fixture, 1950, 1953);
  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==, (double) dem_day_from_date (1950, 1, 1));
  g_assert_cmpfloat (get_layout (fixture)->axis.last, ==, (double) dem_day_from_date (1954, 1, 1));
  dem_focus_set_view (fixture->focus, DEM_PERIOD_ALL);
  settle ();
  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==,
                     (double) dem_dossier_get_span (fixture->dossier).first);
}

/* ---- The overview ---- */

static void
test_brush (Fixture *fixture, gconstpointer data)
{
  double pixels_per_year;

  set_view (fixture, 1960, 1979);
  pixels_per_year = overview_x (fixture, 1961) - overview_x (fixture, 1960);
  drag (fixture, overview_x (fixture, 1970), overview_y (fixture), 10 * pixels_per_year);
  assert_period (dem_focus_get_view (fixture->focus), years (1970, 1989), 12);
  drag (fixture, overview_x (fixture, 1970), overview_y (fixture), 5 * pixels_per_year);
  assert_period (dem_focus_get_view (fixture->focus), years (1975, 1989), 18);
  drag (fixture, overview_x (fixture, 1990), overview_y (fixture), 5 * pixels_per_year);
  assert_period (dem_focus_get_view (fixture->focus), years (1975, 1994), 24);
}

/* A handle drawn past the other one stops a day before it. */
static void
test_brush_stops (Fixture *fixture, gconstpointer data)
{
  set_view (fixture, 1960, 1979);
  drag (fixture, overview_x (fixture, 1960), overview_y (fixture), 700);
  g_assert_cmpint (get_length (fixture), <=, 2);
  g_assert_cmpint (dem_focus_get_view (fixture->focus).last, ==, dem_day_from_date (1979, 12, 31));
}

static void
test_new_view (Fixture *fixture, gconstpointer data)
{
  set_view (fixture, 1960, 1979);
  drag (fixture, overview_x (fixture, 2000), overview_y (fixture),
        overview_x (fixture, 1990) - overview_x (fixture, 2000));
  assert_period (dem_focus_get_view (fixture->focus), years (1990, 1999), 5);
}

/* A click beside the brush brings it there, and clears no selection. */
static void
test_click_overview (Fixture *fixture, gconstpointer data)
{
  set_view (fixture, 1960, 1979);
  dem_focus_select (fixture->focus, DEM_REF (EVENT, 0));
  click (fixture, overview_x (fixture, 2000), overview_y (fixture));
  assert_period (dem_focus_get_view (fixture->focus), years (1990, 2009), 5);
  g_assert_true (dem_focus_is_selected (fixture->focus, DEM_REF (EVENT, 0)));
}

/* ---- The period ---- */

static void
test_shift_drag (Fixture *fixture, gconstpointer data)
{
  DemTimelineView *view = DEM_TIMELINE_VIEW (fixture->view);

  set_view (fixture, 2012, 2021);
  g_assert_false (dem_timeline_view_drag_begin (view, lane_x (fixture, 2014) + 1, 150, 0));
  g_assert_true (dem_timeline_view_drag_begin (view, lane_x (fixture, 2014) + 1, 150, GDK_SHIFT_MASK));
  dem_timeline_view_drag_to (view, lane_x (fixture, 2016) - 1);
  settle ();
  g_assert_false (dem_focus_period_is_linked (fixture->focus));
  assert_period (dem_focus_get_period (fixture->focus), years (2014, 2015), 10);
  assert_period (dem_focus_get_view (fixture->focus), years (2012, 2021), 0);

  /* beyond the edge: as far as the view; and the other way round */
  g_assert_true (dem_timeline_view_drag_begin (view, lane_x (fixture, 2014), 150, GDK_SHIFT_MASK));
  dem_timeline_view_drag_to (view, -500);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, dem_day_from_date (2012, 1, 1));
  g_assert_cmpint (ABS (dem_focus_get_period (fixture->focus).last - dem_day_from_date (2014, 1, 1)), <=, 1);
  assert_period (dem_focus_get_view (fixture->focus), years (2012, 2021), 0);
}

/* Shift+Right moves the view while it is the period, and the period inside it once it is not. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  DemPeriod period = years (2014, 2015);

  set_view (fixture, 2010, 2019);
  press (fixture, "<Shift>Right");
  assert_period (dem_focus_get_view (fixture->focus), years (2011, 2020), 2);
  press (fixture, "<Shift>Left");
  assert_period (dem_focus_get_view (fixture->focus), years (2010, 2019), 2);

  dem_focus_set_period (fixture->focus, period);
  press (fixture, "<Shift>Right");
  assert_period (dem_focus_get_period (fixture->focus), (DemPeriod){ period.first + 73, period.last + 73 },
                 0);
  assert_period (dem_focus_get_view (fixture->focus), years (2010, 2019), 2);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (fixture->view, "timeline.move", "i", 1);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, <=, dem_focus_get_view (fixture->focus).last);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, ==, period.last + 41 * 73);
}

/* ---- Marks ---- */

static const DemMark *
find_mark (Fixture *fixture, DemKind kind)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].ref.kind == kind && marks[i].bounds.size.width > 20)
      return &marks[i];
  g_assert_not_reached ();
}

static void
test_click_selects (Fixture *fixture, gconstpointer data)
{
  static const DemKind kinds[] = { DEM_KIND_EVENT, DEM_KIND_RELATION, DEM_KIND_PAIR };
  guint n;

  set_view (fixture, 1948, 1965);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      DemMark mark = *find_mark (fixture, kinds[i]);

      click (fixture, mark.bounds.origin.x + mark.bounds.size.width / 2,
             mark.bounds.origin.y + mark.bounds.size.height / 2);
      g_assert_true (dem_focus_is_selected (fixture->focus, mark.ref));
      g_assert_true (dem_ref_equal (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), mark.ref));
    }
  click (fixture, 700, get_layout (fixture)->lanes_bottom + 2);
  dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* A click on a histogram looks closer, as long as there is one. */
static void
test_click_histogram (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      const DemLanes *lanes
          = dem_event_lane_get_lanes (dem_timeline_scene_get_event_lane (get_scene (fixture)));
      const DemLaneCluster *cluster;
      DemDay before = get_length (fixture);

      if (lanes->clusters->len == 0)
        {
          g_assert_cmpuint (i, >, 0);
          return;
        }
      cluster = &g_array_index (lanes->clusters, DemLaneCluster, 0);
      click (fixture, (cluster->x0 + cluster->x1) / 2, get_layout (fixture)->lanes_bottom - 4);
      g_assert_cmpint (get_length (fixture), <, before);
    }
  g_assert_not_reached ();
}

/* Full stop goes through every event by date, wherever it is, and the screen reader hears it. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemTimelineIndex) index = dem_timeline_index_new (fixture->dossier, DEM_NO_INDEX);
  DemRef cursor;

  set_view (fixture, 1945, 1949);
  gtk_widget_grab_focus (fixture->view);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view),
                         DEM_REF (EVENT, g_array_index (index->events, DemTimelineEvent, 0).event));
  for (guint i = 1; i < index->events->len; i++)
    {
      const DemTimelineEvent *event = &g_array_index (index->events, DemTimelineEvent, i);
      DemPeriod view;
      GtkWidget *voice;
      g_autofree char *spoken = NULL;

      press (fixture, "period");
      cursor = dem_canvas_get_cursor (DEM_CANVAS (fixture->view));
      view = dem_focus_get_view (fixture->focus);
      g_assert_cmpuint (cursor.index, ==, event->event);
      g_assert_cmpint (event->start, >=, view.first);
      g_assert_cmpint (event->start, <=, view.last);
      g_assert_cmpint (ABS (get_length (fixture) - 1826), <=, 1);
      voice = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (DEM_IS_CURSOR_VOICE (voice));
      spoken = dem_scene_describe (DEM_SCENE (get_scene (fixture)), cursor);
      g_assert_cmpstr (dem_cursor_voice_get_label (DEM_CURSOR_VOICE (voice)), ==, spoken);
    }
  press (fixture, "period");
  g_assert_true (dem_ref_equal (cursor, dem_canvas_get_cursor (DEM_CANVAS (fixture->view))));
  press (fixture, "comma");
  g_assert_cmpuint (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)).index, ==,
                    g_array_index (index->events, DemTimelineEvent, index->events->len - 2).event);
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  DemMark first;
  graphene_rect_t bounds;

  set_view (fixture, 1948, 1965);
  first = *find_mark (fixture, DEM_KIND_RELATION);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), first.ref);
  press (fixture, "Right");
  g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view),
                                             dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, first.bounds.origin.y);
  g_assert_cmpfloat (bounds.origin.x, >, first.bounds.origin.x);
  press (fixture, "Return");
  g_assert_true (dem_focus_is_selected (fixture->focus, dem_canvas_get_cursor (DEM_CANVAS (fixture->view))));
}

/* ---- The bar ---- */

static GtkWidget *
find_child (GtkWidget *parent, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child
                         : GTK_IS_NATIVE (child)                  ? NULL
                                                                  : find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = GTK_WIDGET (DEM_TIMELINE_VIEW (fixture->view)->counts);
  g_autofree char *expected = NULL;

  set_view (fixture, 2012, 2021);
  expected = dem_timeline_scene_dup_counts (get_scene (fixture));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, expected);
  g_assert_true (g_str_has_suffix (expected, " undated"));
  set_view (fixture, 1900, 1901);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "0 events"));
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[]
      = { "Previous change", "Play", "Next change", "Zoom out", "Zoom in", "Show all time" };
  GtkWidget *button = find_child (fixture->view, GTK_TYPE_BUTTON);
  int height;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++, button = gtk_widget_get_next_sibling (button))
    {
      while (button != NULL && !GTK_IS_BUTTON (button))
        button = gtk_widget_get_next_sibling (button);
      g_assert_nonnull (button);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
      g_assert_true (gtk_widget_get_sensitive (button));
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, 34);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* How much accent there is over the axis, on its labels' row, or above them where the bar is. */
static guint
count_accent (Fixture *fixture, double top, double bottom)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint n = 0;

  dem_scene_draw (DEM_SCENE (get_scene (fixture)), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  for (int y = (int) top + 1; y < (int) bottom - 1; y++)
    {
      const guchar *row
          = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < WIDTH; x++)
        n += (((const guint32 *) (gconstpointer) row)[x] & 0xffffff) == 0x1a5fb4;
    }
  cairo_surface_destroy (surface);
  return n;
}

/* Today's tag stands beside the bar, never under it: there it goes down among the labels of the axis. */
static void
test_tag_gives_way (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_child (fixture->view, GTK_TYPE_BOX);
  const DemTimelineLayout *layout;

  g_assert_cmpint (gtk_widget_get_width (bar), >, 100);
  set_view (fixture, 2012, 2021);
  layout = get_layout (fixture);
  g_assert_cmpuint (count_accent (fixture, 0, layout->axis_text_y), >, 100);
  set_view (fixture, 2020, 2040);
  layout = get_layout (fixture);
  g_assert_cmpfloat (layout->today_x, <, gtk_widget_get_width (bar));
  g_assert_cmpuint (count_accent (fixture, 0, layout->axis_text_y), ==, 0);
  g_assert_cmpuint (count_accent (fixture, layout->axis_text_y, layout->axis_y), >, 100);
}

/* So low that only the overview has room: the bar goes, and comes back. */
static void
test_compact (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_child (fixture->view, GTK_TYPE_BOX);

  g_assert_true (gtk_widget_get_mapped (bar));
  gtk_widget_set_size_request (fixture->view, WIDTH, 50);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, 50);
  settle ();
  if (gtk_widget_get_height (fixture->view) > 60)
    {
      g_test_skip ("The window did not shrink");
      return;
    }
  g_assert_true (get_layout (fixture)->compact);
  g_assert_false (gtk_widget_get_mapped (bar));
}

/* ---- Other dossiers ---- */

static void
test_dossiers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) other = open_fixture ("../data/dossiers/panama-canal-1978.dossier.json");

  dem_focus_open (fixture->focus, other);
  settle ();
  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==, (double) dem_dossier_get_span (other).first);
  dem_focus_open (fixture->focus, NULL);
  settle ();
  press (fixture, "plus");
  press (fixture, "Home");
  press (fixture, "period");
  press (fixture, "<Shift>Right");
  pan (fixture, 500, 150, 50);
  drag (fixture, 500, 340, 50);
  click (fixture, 500, 150);
  dem_focus_open (fixture->focus, fixture->dossier);
  settle ();
  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==,
                     (double) dem_dossier_get_span (fixture->dossier).first);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_child (fixture->view, GTK_TYPE_BOX);
  double x;
  graphene_rect_t bounds;

  set_view (fixture, 2012, 2021);
  gtk_widget_set_direction (fixture->view, GTK_TEXT_DIR_RTL);
  settle ();
  g_assert_true (gtk_widget_compute_bounds (bar, fixture->view, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, WIDTH - 20);
  x = lane_x (fixture, 2015);
  pan (fixture, 500, 150, 120); /* to the right: to later days, for they are on the left */
  g_assert_cmpfloat_with_epsilon (lane_x (fixture, 2015), x - 120, 0.01);
  assert_period (dem_focus_get_view (fixture->focus),
                 (DemPeriod){ dem_day_from_date (2013, 5, 28), dem_day_from_date (2023, 5, 27) }, 5);
}

#define ADD(name, function) g_test_add ("/timeline/view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("starts-whole", test_starts_whole);
  ADD ("zoom-keys", test_zoom_keys);
  ADD ("limits", test_limits);
  ADD ("wheel", test_wheel);
  ADD ("pan", test_pan);
  ADD ("pan-smoothly", test_pan_smoothly);
  ADD ("rows-stay", test_rows_stay);
  ADD ("follows", test_follows);
  ADD ("brush", test_brush);
  ADD ("brush-stops", test_brush_stops);
  ADD ("new-view", test_new_view);
  ADD ("click-overview", test_click_overview);
  ADD ("shift-drag", test_shift_drag);
  ADD ("move", test_move);
  ADD ("click-selects", test_click_selects);
  ADD ("click-histogram", test_click_histogram);
  ADD ("step", test_step);
  ADD ("arrows", test_arrows);
  ADD ("counts", test_counts);
  ADD ("buttons", test_buttons);
  ADD ("tag-gives-way", test_tag_gives_way);
  ADD ("compact", test_compact);
  ADD ("dossiers", test_dossiers);
  ADD ("right-to-left", test_right_to_left);
  return g_test_run ();
}
