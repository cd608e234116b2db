/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Time that is played in the timeline: what buttons and keys do to the period, and what is said. */

#include "tests/support/timeline_view.h"

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      /* While time is played there is always something to do: never wait for the last of it. */
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
set_up_view (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  set_view (fixture, 2012, 2019);
}

static void
tear_down_still (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  tear_down (fixture, data);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, NULL));
}

static gboolean
is_playing (Fixture *fixture)
{
  return fixture->timeline->player.is_playing;
}

static void
wait_for_period (Fixture *fixture, gboolean linked)
{
  for (guint i = 0; i < 8000 && dem_focus_period_is_linked (fixture->focus) != linked; i++)
    wait_for (1);
  g_assert_true (dem_focus_period_is_linked (fixture->focus) == linked);
}

/* The period grows inside the view, which stays; the button pauses. */
static void
test_play (Fixture *fixture, gconstpointer data)
{
  DemPeriod view = dem_focus_get_view (fixture->focus), before, after;

  activate (fixture, "timeline.play");
  g_assert_true (is_playing (fixture));
  g_assert_cmpstr (gtk_button_get_icon_name (fixture->timeline->play), ==, "media-playback-pause-symbolic");
  wait_for_period (fixture, FALSE);
  before = dem_focus_get_period (fixture->focus);
  wait_for (400);
  after = dem_focus_get_period (fixture->focus);
  g_assert_cmpint (before.first, ==, view.first);
  g_assert_cmpint (after.first, ==, view.first);
  g_assert_cmpint (after.last, >, before.last);
  g_assert_cmpint (dem_focus_get_view (fixture->focus).last, ==, view.last);

  activate (fixture, "timeline.play");
  g_assert_false (is_playing (fixture));
  after = dem_focus_get_period (fixture->focus);
  wait_for (100);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, ==, after.last);
  g_assert_cmpstr (gtk_button_get_icon_name (fixture->timeline->play), ==, "media-playback-start-symbolic");
}

/* At the end it stops by itself, and the period is the view again. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->timeline, "speed", 1600, NULL);
  activate (fixture, "timeline.play");
  wait_for_period (fixture, FALSE);
  wait_for_period (fixture, TRUE);
  wait_for (20);
  g_assert_false (is_playing (fixture));
}

/* Whoever moves the view or the period, or opens something else, takes over. */
static void
test_gives_way (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "timeline.play");
  wait_for_period (fixture, FALSE);
  dem_focus_set_view (fixture->focus,
                      (DemPeriod){ dem_day_from_date (2011, 1, 1), dem_day_from_date (2019, 12, 31) });
  g_assert_false (is_playing (fixture));
  activate (fixture, "timeline.play");
  dem_focus_clear_period (fixture->focus);
  g_assert_false (is_playing (fixture));
  activate (fixture, "timeline.play");
  dem_focus_open (fixture->focus, NULL);
  g_assert_false (is_playing (fixture));
  activate (fixture, "timeline.play");
  g_assert_false (is_playing (fixture));
  dem_focus_open (fixture->focus, fixture->dossier);
}

/* Steps say what changed; the line leads there, and the cursor's voice has it. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  DemDay day = dem_day_from_date (2018, 3, 1);
  guint n;

  dem_focus_set_period (fixture->focus, (DemPeriod){ dem_day_from_date (2018, 1, 1), day });
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->timeline->said)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.change", "i", 1);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, dem_day_from_date (2018, 1, 1));
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, >, day);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->timeline->said)));
  g_assert_true (strstr (gtk_label_get_text (fixture->timeline->said_label), "2018") != NULL);
  g_assert_false (dem_ref_is_none (dem_canvas_get_cursor (DEM_CANVAS (fixture->timeline))));
  g_signal_emit_by_name (fixture->timeline->said, "clicked");
  g_assert_true (dem_ref_equal (dem_focus_get_selection (fixture->focus, &n)[0],
                                dem_canvas_get_cursor (DEM_CANVAS (fixture->timeline))));

  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.change", "i", -1);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, <=, day);
}

/* Where nothing may move, time goes from change to change. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemChanges) changes = dem_changes_new (fixture->dossier, DEM_NO_INDEX);
  DemDay first = dem_changes_next (changes, dem_day_from_date (2011, 12, 31));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_object_set (fixture->timeline, "speed", 800, NULL);
  activate (fixture, "timeline.play");
  g_assert_cmpuint (fixture->timeline->player.tick, ==, 0);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, ==, first);
  wait_for (200);
  g_assert_true (is_playing (fixture));
  g_assert_cmpint (dem_changes_next (changes, dem_focus_get_period (fixture->focus).last - 1), ==,
                   dem_focus_get_period (fixture->focus).last);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, >, first);
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  DemPeriod set = { dem_day_from_date (2013, 1, 1), dem_day_from_date (2013, 12, 31) };
  DemPeriod period;

  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.playback-mode", "i", DEM_PLAYBACK_SLIDING);
  dem_focus_set_period (fixture->focus, set);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.change", "i", 1);
  period = dem_focus_get_period (fixture->focus);
  g_assert_cmpint (period.last - period.first, ==, 364);
  g_assert_cmpint (period.first, >, set.first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.playback-mode", "i", DEM_PLAYBACK_INSTANT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.change", "i", 1);
  period = dem_focus_get_period (fixture->focus);
  g_assert_cmpint (period.last, ==, period.first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.speed", "i", 400);
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->timeline->speed), ==, "4×");
}

/* Closing the window while time is played. */
static void
test_destroyed (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "timeline.play");
  wait_for_period (fixture, FALSE);
}

static char *
dup_checked (GtkWidget *widget)
{
  g_autofree char *text = NULL;
  gboolean active = FALSE;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    g_object_get (widget, "text", &text, "active", &active, NULL);
  if (active)
    return g_steal_pointer (&text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      char *checked = dup_checked (child);

      if (checked != NULL)
        return checked;
    }
  return NULL;
}

static void
assert_checked (Fixture *fixture, const char *expected)
{
  g_autofree char *checked = NULL;

  gtk_menu_button_popup (fixture->timeline->speed);
  wait_for (60);
  checked = dup_checked (GTK_WIDGET (gtk_menu_button_get_popover (fixture->timeline->speed)));
  g_assert_cmpstr (checked, ==, expected);
  gtk_menu_button_popdown (fixture->timeline->speed);
  wait_for (60);
}

/* The menu shows which speed it is, also before anybody has chosen one. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  assert_checked (fixture, "1×");
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.speed", "i", 200);
  assert_checked (fixture, "2×");
}

#define ADD(name, function) g_test_add ("/timeline/playback/" name, Fixture, NULL, set_up_view, function, tear_down_still)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("menu", test_menu);
  ADD ("play", test_play);
  ADD ("end", test_end);
  ADD ("gives-way", test_gives_way);
  ADD ("step", test_step);
  ADD ("reduced-motion", test_reduced_motion);
  ADD ("modes", test_modes);
  ADD ("destroyed", test_destroyed);
  return g_test_run ();
}
