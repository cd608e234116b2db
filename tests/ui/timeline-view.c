/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a widget: how the view and the period are moved. */

#include "tests/support/timeline_view.h"

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
  return g_test_run ();
}
