/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events in a lane for each group, in a window: choosing, scrolling, the cursor, words. */

#include "tests/support/timeline_view.h"

static DemEventLanes *
get_lanes (Fixture *fixture)
{
  return dem_timeline_scene_get_event_lanes (get_scene (fixture));
}

static void
group_by (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.group", "s", name));
  settle ();
}

static void
set_cursor (Fixture *fixture, DemRef ref)
{
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), ref);
  settle ();
}

static DemRef
get_cursor (Fixture *fixture)
{
  return dem_canvas_get_cursor (DEM_CANVAS (fixture->view));
}

/* What the voice that the keyboard is on says. */
static const char *
get_voice (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DEM_IS_CURSOR_VOICE (child) && gtk_widget_get_focusable (child))
      return dem_cursor_voice_get_label (DEM_CURSOR_VOICE (child));
  g_assert_not_reached ();
}

static const DemMark *
first_mark_of (Fixture *fixture, guint lane)
{
  double top, bottom;
  guint n;
  const DemMark *marks = dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);

  dem_event_lanes_get_extent (get_lanes (fixture), lane, &top, &bottom);
  for (guint i = 0; i < n; i++)
    if (marks[i].ref.kind == DEM_KIND_EVENT && marks[i].bounds.origin.y >= top - 1 && marks[i].bounds.origin.y < bottom)
      return &marks[i];
  g_assert_not_reached ();
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autofree char *grouping = NULL;

  g_assert_null (dem_event_lanes_get_name (get_lanes (fixture), 0));
  group_by (fixture, "kind");
  g_assert_nonnull (dem_event_lanes_get_name (get_lanes (fixture), 0));
  g_assert_cmpuint (dem_event_lanes_count (get_lanes (fixture)), >, 2);
  group_by (fixture, "actor");
  g_assert_cmpstr (dem_event_lanes_get_name (get_lanes (fixture), 0), ==, "China");
  g_object_get (fixture->view, "grouping", &grouping, NULL);
  g_assert_cmpstr (grouping, ==, "actor");
  g_object_set (fixture->view, "grouping", "nonsense", NULL);
  settle ();
  g_assert_cmpstr (dem_event_lanes_get_name (get_lanes (fixture), 0), ==, "China");
  group_by (fixture, "none");
  g_assert_null (dem_event_lanes_get_name (get_lanes (fixture), 0));
}

/* The lanes stay where they are while one moves through time. */
static void
test_steady (Fixture *fixture, gconstpointer data)
{
  double before[2], after[2];
  guint n;

  group_by (fixture, "kind");
  n = dem_event_lanes_count (get_lanes (fixture));
  dem_event_lanes_get_extent (get_lanes (fixture), n - 1, &before[0], &before[1]);
  set_view (fixture, 1950, 1960);
  g_assert_cmpuint (dem_event_lanes_count (get_lanes (fixture)), ==, n);
  dem_event_lanes_get_extent (get_lanes (fixture), n - 1, &after[0], &after[1]);
  g_assert_cmpfloat (before[0], ==, after[0]);
  g_assert_cmpfloat (before[1], ==, after[1]);
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  DemTimelineView *view = DEM_TIMELINE_VIEW (fixture->view);
  guint hidden, n;

  group_by (fixture, "kind");
  hidden = dem_event_lanes_count_hidden (get_lanes (fixture));
  n = dem_event_lanes_count (get_lanes (fixture)) + hidden;
  g_assert_cmpuint (hidden, >, 0);
  g_assert_false (dem_timeline_view_scroll_groups (view, -1));
  for (guint i = 0; i < n && dem_timeline_view_scroll_groups (view, 1); i++)
    settle ();
  g_assert_cmpuint (dem_event_lanes_get_first (get_lanes (fixture)) + dem_event_lanes_count (get_lanes (fixture)), ==, n);
  g_assert_true (dem_timeline_view_is_over_groups (view, 20, get_layout (fixture)->lanes_top + 2));
  g_assert_false (dem_timeline_view_is_over_groups (view, get_layout (fixture)->left + 20, get_layout (fixture)->lanes_top + 2));
  g_assert_false (dem_timeline_view_is_over_groups (view, 20, get_layout (fixture)->bands_top + 2));
}

/* The next event in time comes into view, in whatever lane it is. */
static void
test_next_event (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;

  group_by (fixture, "kind");
  for (guint i = 0; i < 20; i++)
    {
      press (fixture, "period");
      g_assert_cmpuint (get_cursor (fixture).kind, ==, DEM_KIND_EVENT);
      g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), get_cursor (fixture), &bounds));
      g_assert_cmpfloat (bounds.origin.y, <, get_layout (fixture)->lanes_bottom);
    }
}

/* Going down from lane to lane comes to the last group before it leaves for the relations. */
static void
test_down (Fixture *fixture, gconstpointer data)
{
  group_by (fixture, "kind");
  set_cursor (fixture, first_mark_of (fixture, 0)->ref);
  for (guint i = 0; i < 200 && get_cursor (fixture).kind == DEM_KIND_EVENT; i++)
    press (fixture, "Down");
  g_assert_cmpuint (get_cursor (fixture).kind, !=, DEM_KIND_EVENT);
  g_assert_cmpuint (dem_event_lanes_get_first (get_lanes (fixture)), ==, dem_event_lanes_count_hidden (get_lanes (fixture)));
}

/* The group is said where one enters it, and not again. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *alone = NULL;
  g_autofree char *entered = NULL;
  const char *name;
  DemRef first, second;

  group_by (fixture, "actor");
  gtk_widget_grab_focus (fixture->view);
  name = dem_event_lanes_get_name (get_lanes (fixture), 0);
  first = first_mark_of (fixture, 0)->ref;
  second = first_mark_of (fixture, 1)->ref;
  set_cursor (fixture, second);
  set_cursor (fixture, first);
  entered = g_strdup_printf ("%s, %u events. ", name, dem_event_lane_count (dem_event_lanes_get (get_lanes (fixture), 0)));
  g_assert_true (g_str_has_prefix (get_voice (fixture), entered));
  press (fixture, "Right");
  alone = dem_scene_describe (DEM_SCENE (get_scene (fixture)), get_cursor (fixture));
  if (get_cursor (fixture).kind == DEM_KIND_EVENT)
    g_assert_true (g_str_has_suffix (get_voice (fixture), alone));
  set_cursor (fixture, second);
  g_assert_true (g_str_has_prefix (get_voice (fixture), dem_event_lanes_get_name (get_lanes (fixture), 1)));
  group_by (fixture, "none");
  set_cursor (fixture, first);
  g_clear_pointer (&alone, g_free);
  alone = dem_scene_describe (DEM_SCENE (get_scene (fixture)), first);
  g_assert_cmpstr (get_voice (fixture), ==, alone);
}

/* What is selected elsewhere comes into view. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds;
  DemEventLanes *lanes;
  DemRef last;

  group_by (fixture, "kind");
  while (dem_timeline_view_scroll_groups (DEM_TIMELINE_VIEW (fixture->view), 1))
    settle ();
  lanes = get_lanes (fixture);
  last = first_mark_of (fixture, dem_event_lanes_count (lanes) - 1)->ref;
  while (dem_timeline_view_scroll_groups (DEM_TIMELINE_VIEW (fixture->view), -1))
    settle ();
  g_assert_false (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), last, &bounds));
  dem_focus_select (fixture->focus, last);
  settle ();
  g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), last, &bounds));
}

#define ADD(name, test) g_test_add ("/timeline-group-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("choose", test_choose);
  ADD ("steady", test_steady);
  ADD ("scroll", test_scroll);
  ADD ("next-event", test_next_event);
  ADD ("down", test_down);
  ADD ("words", test_words);
  ADD ("selected", test_selected);
  return g_test_run ();
}
