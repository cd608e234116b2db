/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A period inside the view: its handles, with the mouse and with keys, and the list of what it counts. */

#include "tests/support/timeline_view.h"
#include "ui/timeline/event_list.h"

static DemPeriod
days (gint64 year, int month, gint64 last_year, int last_month)
{
  return (DemPeriod){ dem_day_from_date (year, month, 1),
                      dem_day_from_date (last_year, last_month, dem_days_in_month (last_year, last_month)) };
}

static void
set_up_view (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  set_view (fixture, 2012, 2019);
}

static graphene_point_t
get_handle (Fixture *fixture, DemTimeHandleKind kind)
{
  graphene_rect_t bounds;
  graphene_point_t middle;

  g_assert_true (dem_timeline_scene_get_handle (
      get_scene (fixture), kind, &bounds));
  g_assert_cmpfloat (bounds.size.width, ==, 6);
  g_assert_cmpfloat (bounds.size.height, ==, 16);
  graphene_rect_get_center (&bounds, &middle);
  return middle;
}

static void
drag_handle (Fixture *fixture, double x, double y, double by)
{
  g_assert_true (dem_timeline_view_drag_begin (fixture->timeline, x, y, 0));
  dem_timeline_view_drag_to (fixture->timeline, x + by);
  settle ();
}

/* Only a period of its own has handles; they are taken within 12 pixels, and stop at each other and at the view. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  DemTimelineScene *scene = get_scene (fixture);
  graphene_rect_t bounds;
  graphene_point_t at;

  g_assert_false (dem_timeline_scene_get_handle (scene, DEM_HANDLE_PERIOD_BEGIN, &bounds));
  dem_focus_set_period (fixture->focus, days (2014, 1, 2016, 12));
  settle ();
  at = get_handle (fixture, DEM_HANDLE_PERIOD_END);
  g_assert_false (dem_timeline_view_drag_begin (fixture->timeline, at.x + 13, at.y, 0));
  drag_handle (fixture, at.x + 11, at.y, 100);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, dem_day_from_date (2014, 1, 1));
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, >, dem_day_from_date (2017, 6, 1));

  at = get_handle (fixture, DEM_HANDLE_PERIOD_BEGIN);
  drag_handle (fixture, at.x, at.y, 3000);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, dem_focus_get_period (fixture->focus).last);
  at = get_handle (fixture, DEM_HANDLE_PERIOD_BEGIN);
  drag_handle (fixture, at.x - 8, at.y, -3000);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, dem_day_from_date (2012, 1, 1));
  g_assert_cmpint (dem_focus_get_view (fixture->focus).first, ==, dem_day_from_date (2012, 1, 1));
}

static void
step (Fixture *fixture, DemTimeHandleKind kind, int by)
{
  g_signal_emit_by_name (fixture->timeline->handles[kind], "step", by);
  settle ();
}

/* A day is too narrow here: the ends go from month to month. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  dem_focus_set_period (fixture->focus, days (2014, 1, 2016, 12));
  settle ();
  step (fixture, DEM_HANDLE_PERIOD_BEGIN, 1);
  step (fixture, DEM_HANDLE_PERIOD_END, -2);
  assert_period (dem_focus_get_period (fixture->focus), days (2014, 2, 2016, 10), 0);
  g_assert_cmpstr (dem_time_handle_get_label (DEM_TIME_HANDLE (fixture->timeline->handles[DEM_HANDLE_PERIOD_BEGIN])), ==,
                   "Period begins 1 Feb 2014");
  g_assert_cmpstr (dem_time_handle_get_label (DEM_TIME_HANDLE (fixture->timeline->handles[DEM_HANDLE_PERIOD_END])), ==,
                   "Period ends 31 Oct 2016");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->timeline->handles[0]), GTK_ACCESSIBLE_ROLE_SLIDER);

  step (fixture, DEM_HANDLE_VIEW_BEGIN, 1);
  g_assert_cmpint (dem_focus_get_view (fixture->focus).first, >, dem_day_from_date (2012, 1, 1));
  assert_period (dem_focus_get_period (fixture->focus), days (2014, 2, 2016, 10), 0);
}

/* What is not there cannot be reached. */
static void
test_reach (Fixture *fixture, gconstpointer data)
{
  GtkWidget *begin = fixture->timeline->handles[DEM_HANDLE_PERIOD_BEGIN];

  g_assert_false (gtk_widget_get_focusable (begin));
  g_assert_true (gtk_widget_get_focusable (fixture->timeline->handles[DEM_HANDLE_VIEW_END]));
  dem_focus_set_period (fixture->focus, days (2014, 1, 2016, 12));
  settle ();
  g_assert_true (gtk_widget_get_focusable (begin));
  g_assert_true (gtk_widget_grab_focus (begin));
  settle ();
  dem_focus_clear_period (fixture->focus);
  settle ();
  g_assert_false (gtk_widget_get_focusable (begin));
}

/* The list has as many as the count says, in the same order, and each selects. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  DemTimelineCounts counts;
  DemEventList *list;
  guint n, headings = 0, events = 0;

  dem_focus_set_period (fixture->focus, days (2016, 1, 2017, 12));
  counts = dem_timeline_index_count (fixture->timeline->index, dem_focus_get_period (fixture->focus));
  g_assert_cmpuint (counts.possible, >, 0);
  g_assert_cmpuint (counts.undated, >, 0);
  list = DEM_EVENT_LIST (g_object_ref_sink (dem_event_list_new (fixture->focus, fixture->timeline->index)));
  n = dem_event_list_get_n_rows (list);
  for (guint i = 0; i < n; i++)
    {
      DemRef ref = dem_event_list_get_row (list, i);

      headings += dem_ref_is_none (ref);
      events += !dem_ref_is_none (ref);
    }
  g_assert_cmpuint (headings, ==, 3);
  g_assert_cmpuint (events, ==, counts.sure + counts.possible + counts.undated);
  dem_event_list_activate (list, 0);
  g_assert_null (dem_focus_get_selection (fixture->focus, &n));
  dem_event_list_activate (list, 1);
  g_assert_true (dem_focus_is_selected (fixture->focus, dem_event_list_get_row (list, 1)));
  g_object_unref (list);
}

/* As a reader opens it; a row leads to the event and closes the list. */
static void
test_popover (Fixture *fixture, gconstpointer data)
{
  GtkPopover *popover;
  GtkWidget *list;
  guint n;

  gtk_menu_button_popup (fixture->timeline->counts_button);
  settle ();
  popover = gtk_menu_button_get_popover (fixture->timeline->counts_button);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  list = gtk_popover_get_child (popover);
  g_assert_true (DEM_IS_EVENT_LIST (list));
  dem_event_list_activate (DEM_EVENT_LIST (list), 1);
  settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 1);
}

#define ADD(name, function) g_test_add ("/timeline/period/" name, Fixture, NULL, set_up_view, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("drag", test_drag);
  ADD ("keys", test_keys);
  ADD ("reach", test_reach);
  ADD ("list", test_list);
  ADD ("popover", test_popover);
  return g_test_run ();
}
