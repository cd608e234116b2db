/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline of large dossiers: the index is made on a worker while the view goes on, keys reach what has no mark of its
 * own, and more relations than have room are scrolled. */

#include "tests/support/timeline_view.h"

#define EVENTS 12000
#define SIDE 40 /* actors on either side; each of one stands to each of the other */
#define HEAD                                                                                                         \
  "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:t\",\"title\":\"T\",\"today\":\"2020-11-19\","

static DemDossier *
many_events (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"events\":[");

  for (guint i = 0; i < EVENTS; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"title\":\"Event %u\",\"when\":\"%u-%02u-%02u\"}", i ? "," : "", i, i,
                            1960 + i / 200, 1 + i / 28 % 12, 1 + i % 28);
  g_string_append (text, "]}");
  return open_text (text->str);
}

static DemDossier *
many_pairs (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"actors\":[");

  for (guint i = 0; i < 2 * SIDE; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"A%u\",\"kind\":\"state\"}", i ? "," : "", i, i);
  g_string_append (text, "],\"relations\":[");
  for (guint i = 0; i < SIDE * SIDE; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"r%u\",\"from\":\"a%u\",\"to\":\"a%u\",\"kind\":\"trade\",\"stance\":0.5,"
                            "\"label\":\"Trade\",\"when\":\"1990/2010\"}",
                            i ? "," : "", i, i / SIDE, SIDE + i % SIDE);
  g_string_append (text, "]}");
  return open_text (text->str);
}

static void
open_dossier (Fixture *fixture, DemDossier *dossier)
{
  g_object_unref (fixture->dossier);
  fixture->dossier = dossier;
  dem_focus_open (fixture->focus, dossier);
}

static void
wait_for_index (Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (dem_timeline_view_is_indexing (DEM_TIMELINE_VIEW (fixture->view)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  settle ();
}

/* ---- Events ---- */

static void
test_worker (Fixture *fixture, gconstpointer data)
{
  open_dossier (fixture, many_events ());
  g_assert_true (dem_timeline_view_is_indexing (DEM_TIMELINE_VIEW (fixture->view)));
  g_assert_nonnull (get_scene (fixture));
  g_assert_cmpuint (dem_event_lane_count (dem_timeline_scene_get_event_lane (get_scene (fixture))), ==, 0);
  wait_for_index (fixture);
  g_assert_cmpuint (dem_event_lane_count (dem_timeline_scene_get_event_lane (get_scene (fixture))), ==, EVENTS);
}

/* Another dossier while the index of the one before is being made. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  open_dossier (fixture, many_events ());
  open_dossier (fixture, open_text (HEAD "\"events\":[{\"id\":\"x\",\"title\":\"X\",\"when\":\"2000\"}]}"));
  g_assert_false (dem_timeline_view_is_indexing (DEM_TIMELINE_VIEW (fixture->view)));
  settle ();
  g_usleep (100000);
  settle ();
  g_assert_cmpuint (dem_event_lane_count (dem_timeline_scene_get_event_lane (get_scene (fixture))), ==, 1);
  dem_focus_open (fixture->focus, NULL);
  settle ();
}

/* Closed while it is being made. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  open_dossier (fixture, many_events ());
  g_assert_true (dem_timeline_view_is_indexing (DEM_TIMELINE_VIEW (fixture->view)));
  dem_focus_open (fixture->focus, NULL);
  g_assert_false (dem_timeline_view_is_indexing (DEM_TIMELINE_VIEW (fixture->view)));
  g_usleep (200000);
  settle ();
}

/* ---- Playing ---- */

static void
wait_for_changes (Fixture *fixture)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (DEM_TIMELINE_VIEW (fixture->view)->player.sorting != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
step_change (Fixture *fixture, int direction)
{
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.change", "i", direction));
}

/* A worker looks for what changes; the step is made when it is known. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  DemTimelinePlayer *player = &DEM_TIMELINE_VIEW (fixture->view)->player;

  open_dossier (fixture, many_events ());
  wait_for_index (fixture);
  step_change (fixture, 1);
  g_assert_null (player->changes);
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  wait_for_changes (fixture);
  g_assert_nonnull (player->changes);
  g_assert_false (dem_focus_period_is_linked (fixture->focus));
  g_assert_cmpint (player->awaited, ==, 0);
}

/* What is asked for last holds; a dossier that is closed meanwhile takes the step with it. */
static void
test_step_overtaken (Fixture *fixture, gconstpointer data)
{
  DemTimelinePlayer *player = &DEM_TIMELINE_VIEW (fixture->view)->player;

  open_dossier (fixture, many_events ());
  wait_for_index (fixture);
  step_change (fixture, 1);
  step_change (fixture, -1);
  g_assert_cmpint (player->awaited, ==, -1);
  dem_focus_open (fixture->focus, NULL);
  g_assert_null (player->sorting);
  g_assert_cmpint (player->awaited, ==, 0);
  g_usleep (100000);
  settle ();
  g_assert_null (player->changes);
}

static gboolean
is_mark (Fixture *fixture, DemRef ref)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);

  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      return TRUE;
  return FALSE;
}

/* Full stop goes on through a histogram, whose events have no marks. */
static void
test_step_through (Fixture *fixture, gconstpointer data)
{
  guint hidden = 0;

  open_dossier (fixture, many_events ());
  wait_for_index (fixture);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), DEM_REF (EVENT, 0));
  for (guint32 i = 1; i <= 60; i++)
    {
      graphene_rect_t bounds;

      press (fixture, "period");
      g_assert_cmpuint (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)).index, ==, i);
      g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), DEM_REF (EVENT, i), &bounds));
      hidden += !is_mark (fixture, DEM_REF (EVENT, i));
    }
  g_assert_cmpuint (hidden, >, 30);
  /* From there an arrow leads to what has a mark. */
  press (fixture, "Right");
  g_assert_true (is_mark (fixture, dem_canvas_get_cursor (DEM_CANVAS (fixture->view))));
}

/* ---- Bands ---- */

static DemBands *
get_bands (Fixture *fixture)
{
  return dem_timeline_scene_get_bands (get_scene (fixture));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint shown, n, first = 0;

  open_dossier (fixture, many_pairs ());
  wait_for_index (fixture);
  shown = dem_bands_count (get_bands (fixture));
  g_assert_cmpuint (shown, >, 2);
  g_assert_cmpuint (shown + dem_bands_count_hidden (get_bands (fixture)), ==, SIDE * SIDE);
  dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);
  g_assert_cmpuint (n, ==, 2 * shown);
  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      press (fixture, "Page_Down");
      if (dem_bands_get_first (get_bands (fixture)) == first)
        break;
      first = dem_bands_get_first (get_bands (fixture));
      g_assert_cmpuint (dem_bands_count (get_bands (fixture)), ==, shown);
      if (i == 5)
        dem_timeline_view_scroll_bands (DEM_TIMELINE_VIEW (fixture->view), SIDE * SIDE / 2);
      if (i == 9)
        dem_timeline_view_scroll_bands (DEM_TIMELINE_VIEW (fixture->view), SIDE * SIDE);
    }
  g_assert_cmpuint (first, ==, SIDE * SIDE - shown);
  press (fixture, "Page_Up");
  g_assert_cmpuint (dem_bands_get_first (get_bands (fixture)), ==, first - (shown - 1));
}

/* Below the last band the cursor brings up the next; a selection begins at the top again. */
static void
test_cursor_scrolls (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;

  open_dossier (fixture, many_pairs ());
  wait_for_index (fixture);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n)[0].ref);
  for (guint i = 0; i < 20; i++)
    {
      DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (fixture->view));

      g_assert_cmpint (cursor.kind, ==, DEM_KIND_PAIR);
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (cursor.index + 1)));
      press (fixture, "Down");
    }
  g_assert_cmpuint (dem_bands_get_first (get_bands (fixture)), >, 5);
  dem_focus_select (fixture->focus, dem_dossier_find (fixture->dossier, "a3"));
  settle ();
  g_assert_cmpuint (dem_bands_get_first (get_bands (fixture)), ==, 0);
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);
  DemDay length;
  double y;

  open_dossier (fixture, many_pairs ());
  wait_for_index (fixture);
  length = get_length (fixture);
  y = get_layout (fixture)->bands_top + 10;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", 30.0, y);
    }
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stops = TRUE;

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      /* Others may look at the wheel too, and let it pass. */
      for (guint turn = 0; turn < 6 && stops; turn++)
        g_signal_emit_by_name (controller, "scroll", 0.0, 0.5, &stops);
    }
  settle ();
  g_assert_cmpuint (dem_bands_get_first (get_bands (fixture)), ==, 3);
  g_assert_cmpint (get_length (fixture), ==, length);
}

#define ADD(name, function) g_test_add ("/timeline/large/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("step", test_step);
  ADD ("step-overtaken", test_step_overtaken);
  ADD ("worker", test_worker);
  ADD ("overtaken", test_overtaken);
  ADD ("closed", test_closed);
  ADD ("step-through", test_step_through);
  ADD ("pages", test_pages);
  ADD ("cursor-scrolls", test_cursor_scrolls);
  ADD ("wheel", test_wheel);
  return g_test_run ();
}
