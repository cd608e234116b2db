/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline with what nobody expects: nothing, one event, thousands in an instant, far years, any size. */

#include "tests/support/timeline.h"

static void
test_no_events (void)
{
  Sample sample = sample_of (HEAD "\"events\":[]}");
  g_autofree char *text = dem_timeline_scene_dup_counts (scene_of (&sample));
  guint n;

  g_assert_cmpstr (text, ==, "0 events in the period");
  dem_scene_get_marks (sample.scene, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (dem_ref_is_none (dem_scene_hit (sample.scene, 500, 100, 1000)));
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

static void
test_one_event (void)
{
  Sample sample = sample_of (HEAD "\"events\":[" EVENT ("a", "2020-11-19") "]}");

  assert_nothing_lost (&sample);
  g_assert_nonnull (find_mark (&sample, "a"));
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

static void
test_one_instant (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"events\":[" EVENT ("a", "2018-06-12"));
  Sample sample;
  const DemLanes *lanes;
  guint n;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "," EVENT ("e%u", "2018-06-12"), i, i);
  g_string_append (text, "]}");
  sample = sample_of (text->str);
  set_view (&sample, 2012, 2021);
  assert_nothing_lost (&sample);
  lanes = dem_event_lane_get_lanes (dem_timeline_scene_get_event_lane (scene_of (&sample)));
  g_assert_cmpuint (lanes->clusters->len, ==, 1);
  g_assert_cmpuint (g_array_index (lanes->clusters, DemLaneCluster, 0).count, >=, 4990);
  dem_scene_get_marks (sample.scene, &n);
  g_assert_cmpuint (n, <=, 20);
  /* The cursor can stand on what has no mark, in its bar. */
  for (guint32 i = 0; i < 5001; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (dem_scene_get_bounds (sample.scene, DEM_REF (EVENT, i), &bounds));
      g_assert_cmpfloat (bounds.size.width, >, 0);
    }
  dem_focus_set_view (sample.focus,
                      (DemPeriod){ dem_day_from_date (2018, 6, 12), dem_day_from_date (2018, 6, 12) });
  remake (&sample, WIDTH, HEIGHT);
  assert_nothing_lost (&sample);
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

static void
test_far_years (void)
{
  static const char *const dates[]
      = { "Y99999", "Y-99999", "Y-99999/Y99999", "../..", "Y999999999", "0000", "-0001?" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf (
          HEAD "\"events\":[" EVENT ("a", "%s") "," EVENT ("b", "2018-06-12") "]}", dates[i]);
      Sample sample = sample_of (text);

      assert_nothing_lost (&sample);
      cairo_surface_destroy (render (&sample));
      sample_clear (&sample);
    }
}

/* Any size is drawn without a warning. */
static void
test_sizes (void)
{
  static const double sizes[][2]
      = { { 1, 1 }, { 40, 400 }, { 200, 60 }, { 320, 200 }, { 720, 226 }, { 4000, 1200 } };
  Sample sample = bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double scale = 1; scale <= 3; scale++)
      {
        pango_cairo_context_set_resolution (sample.pango, 96 * scale);
        pango_context_changed (sample.pango);
        remake (&sample, sizes[i][0], sizes[i][1]);
        assert_nothing_lost (&sample);
        cairo_surface_destroy (render (&sample));
      }
  sample_clear (&sample);
}

/* Twice the text: rows are twice as high, and there are fewer. */
static void
test_large_text (void)
{
  Sample sample = bundled ();
  DemTimelineLayout before = *dem_timeline_scene_get_layout (scene_of (&sample)), after;

  pango_cairo_context_set_resolution (sample.pango, 192);
  pango_context_changed (sample.pango);
  remake (&sample, WIDTH, HEIGHT);
  after = *dem_timeline_scene_get_layout (scene_of (&sample));
  g_assert_cmpfloat (after.row_height, >=, 1.9 * before.row_height);
  g_assert_cmpuint (after.rows, <, before.rows);
  g_assert_cmpuint (after.rows, >, 0);
  g_assert_cmpuint (after.bands, >, 0);
  g_assert_cmpfloat (after.bands_bottom, <=, after.overview_top);
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/timeline/extremes/no-events", test_no_events);
  g_test_add_func ("/timeline/extremes/one-event", test_one_event);
  g_test_add_func ("/timeline/extremes/one-instant", test_one_instant);
  g_test_add_func ("/timeline/extremes/far-years", test_far_years);
  g_test_add_func ("/timeline/extremes/sizes", test_sizes);
  g_test_add_func ("/timeline/extremes/large-text", test_large_text);
  return g_test_run ();
}
