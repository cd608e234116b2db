/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where there is nothing in view the timeline says so, and has a way out. */

#include "tests/support/timeline_view.h"

#define EMPTY                                                                                                \
  "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:t\",\"title\":\"T\",\"today\":\"2020-11-19\"," \
  "\"events\":[{\"id\":\"u\",\"title\":\"Some day\"}]}"

#define NOTHING                                                                                              \
  "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:t\",\"title\":\"T\",\"today\":\"2020-11-19\"}"

static GtkWidget *
get_button (Fixture *fixture)
{
  return DEM_TIMELINE_VIEW (fixture->view)->show_all;
}

static const char *
get_words (Fixture *fixture)
{
  graphene_rect_t bounds;

  return dem_timeline_scene_get_nothing (get_scene (fixture), &bounds);
}

static void
test_way_out (Fixture *fixture, gconstpointer data)
{
  DemDay all = get_length (fixture);

  g_assert_null (get_words (fixture));
  g_assert_false (gtk_widget_get_mapped (get_button (fixture)));
  set_view (fixture, 1900, 1901);
  g_assert_cmpstr (get_words (fixture), ==, "No events between 1 Jan 1900 and 31 Dec 1901");
  g_assert_true (gtk_widget_get_mapped (get_button (fixture)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (fixture)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       get_words (fixture));
  g_signal_emit_by_name (get_button (fixture), "clicked");
  settle ();
  g_assert_null (get_words (fixture));
  g_assert_false (gtk_widget_get_mapped (get_button (fixture)));
  g_assert_cmpint (get_length (fixture), ==, all);
}

/* A phase in view is something to see, though no event is. */
static void
test_phases (Fixture *fixture, gconstpointer data)
{
  gboolean seen = FALSE;

  for (gint64 year = 1940; year < 2030; year++)
    {
      guint n;

      set_view (fixture, year, year);
      dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);
      if (n > 0)
        g_assert_null (get_words (fixture));
      seen = seen || dem_event_lane_count (dem_timeline_scene_get_event_lane (get_scene (fixture))) == 0;
    }
  g_assert_true (seen);
}

/* The pair that is opened stays, with nothing in it; the words and the button stand above it. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t words, button;

  dem_focus_select (fixture->focus, dem_dossier_find (fixture->dossier, "china+north-korea"));
  set_view (fixture, 1900, 1901);
  g_assert_cmpfloat (get_layout (fixture)->chart_height, >, 0);
  g_assert_nonnull (dem_timeline_scene_get_nothing (get_scene (fixture), &words));
  g_assert_true (gtk_widget_compute_bounds (get_button (fixture), fixture->view, &button));
  g_assert_false (graphene_rect_intersection (&words, &button, NULL));
  g_assert_cmpfloat (button.origin.y + button.size.height, <=, get_layout (fixture)->bands_top);
}

/* Showing all would show no more: the way on is the list of what has no date. */
static void
test_no_dates (Fixture *fixture, gconstpointer data)
{
  DemDossier *bare = open_text (EMPTY);
  GtkWidget *popover;

  dem_focus_open (fixture->focus, bare);
  settle ();
  g_assert_cmpstr (get_words (fixture), ==, "This dossier has no dated events");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (fixture))), ==, "List Undated Events");
  g_assert_true (gtk_widget_get_mapped (get_button (fixture)));
  g_signal_emit_by_name (get_button (fixture), "clicked");
  settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (fixture->timeline->counts_button));
  g_assert_true (gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  dem_focus_open (fixture->focus, fixture->dossier);
  settle ();
  g_assert_null (get_words (fixture));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (fixture))), ==, "Show All");
  g_object_unref (bare);
}

/* Where there is nothing at all, the way on is another dossier. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  DemDossier *bare = open_text (NOTHING);

  dem_focus_open (fixture->focus, bare);
  settle ();
  g_assert_cmpstr (get_words (fixture), ==, "This dossier has no dated events");
  g_assert_true (gtk_widget_get_mapped (get_button (fixture)));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (get_button (fixture))), ==, "win.open");
  dem_focus_open (fixture->focus, fixture->dossier);
  settle ();
  g_object_unref (bare);
}

/* At every height words and button are beside each other or one above the other, never over the overview. */
static void
test_heights (Fixture *fixture, gconstpointer data)
{
  set_view (fixture, 1900, 1901);
  for (int height = 100; height < 300; height += 20)
    {
      graphene_rect_t words, button;

      gtk_widget_set_size_request (fixture->view, WIDTH, height);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, height);
      settle ();
      if (get_layout (fixture)->compact)
        {
          g_assert_false (gtk_widget_get_mapped (get_button (fixture)));
          continue;
        }
      g_assert_nonnull (dem_timeline_scene_get_nothing (get_scene (fixture), &words));
      g_assert_true (gtk_widget_compute_bounds (get_button (fixture), fixture->view, &button));
      g_assert_false (graphene_rect_intersection (&words, &button, NULL));
      g_assert_cmpfloat (button.origin.y + button.size.height, <=, get_layout (fixture)->overview_top + 8);
    }
}

#define ADD(name, function) g_test_add ("/timeline/empty/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("way-out", test_way_out);
  ADD ("phases", test_phases);
  ADD ("opened", test_opened);
  ADD ("no-dates", test_no_dates);
  ADD ("nothing", test_nothing);
  ADD ("heights", test_heights);
  return g_test_run ();
}
