/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a picture: nothing vanishes, what is drawn can be pointed at, spoken and drawn again
 * mirrored. */

#include <math.h>

#include "tests/support/timeline.h"

/* ---- Marks ---- */

static int
start_order (const Sample *sample, DemRef ref)
{
  return (int) (dem_dossier_event (sample->dossier, ref.index)->when.start_min / 1000);
}

/* The events that are a label or a dot. */
static guint
count_seen (const Sample *sample)
{
  const DemLanes *lanes = dem_event_lane_get_lanes (dem_timeline_scene_get_event_lane (scene_of (sample)));

  return lanes->placed->len + lanes->dots->len;
}

/* Events by date, then each pair followed by its phases. */
static void
test_reading_order (void)
{
  Sample sample = bundled ();
  guint n, n_events = 0, n_phases = 0;
  const DemMark *marks = dem_scene_get_marks (sample.scene, &n);
  guint32 pair = DEM_NO_INDEX;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (marks[i].bounds.size.width, >, 0);
      if (marks[i].ref.kind == DEM_KIND_EVENT)
        {
          g_assert_cmpuint (n_phases, ==, 0);
          if (n_events++ > 0)
            g_assert_cmpint (start_order (&sample, marks[i - 1].ref), <=,
                             start_order (&sample, marks[i].ref));
        }
      else if (marks[i].ref.kind == DEM_KIND_PAIR)
        pair = marks[i].ref.index;
      else
        {
          g_assert_cmpint (marks[i].ref.kind, ==, DEM_KIND_RELATION);
          g_assert_cmpuint (dem_dossier_relation (sample.dossier, marks[i].ref.index)->pair, ==, pair);
          n_phases++;
        }
    }
  g_assert_cmpuint (n_events, ==, count_seen (&sample));
  g_assert_cmpuint (n_events, >=, 15);
  g_assert_cmpuint (n_phases, >=, 10);
  sample_clear (&sample);
}

/* Pointing at the middle of a mark means that mark. */
static void
test_hit (void)
{
  for (gint64 first = 1945; first < 2020; first += 7)
    {
      Sample sample = bundled ();
      guint n;
      const DemMark *marks;

      set_view (&sample, first, first + 9);
      marks = dem_scene_get_marks (sample.scene, &n);
      for (guint i = 0; i < n; i++)
        {
          graphene_point_t middle;
          DemRef hit;

          graphene_rect_get_center (&marks[i].bounds, &middle);
          hit = dem_scene_hit (sample.scene, middle.x, middle.y, 6);
          g_assert_true (dem_ref_equal (hit, marks[i].ref));
        }
      sample_clear (&sample);
    }
}

static void
test_hit_nothing (void)
{
  Sample sample = sample_of (HEAD "\"events\":[" EVENT ("a", "2018-06-12") "]}");
  const DemMark *mark;

  set_view (&sample, 2012, 2021);
  mark = find_mark (&sample, "a");
  g_assert_true (dem_ref_is_none (dem_scene_hit (sample.scene, 300, 150, 6)));
  g_assert_true (dem_ref_is_none (dem_scene_hit (sample.scene, 5, 5, 6)));
  g_assert_true (
      dem_ref_is_none (dem_scene_hit (sample.scene, mark->bounds.origin.x - 10, mark->bounds.origin.y, 6)));
  g_assert_true (dem_ref_equal (
      dem_scene_hit (sample.scene, mark->bounds.origin.x - 5, mark->bounds.origin.y + 8, 6), mark->ref));
  sample_clear (&sample);
}

static void
assert_described (const Sample *sample, const char *id, const char *expected)
{
  g_autofree char *text = dem_scene_describe (sample->scene, dem_dossier_find (sample->dossier, id));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_describe (void)
{
  Sample sample = sample_of (
      HEAD "\"sources\":[{\"id\":\"x\",\"type\":\"article\",\"title\":\"X\",\"paragraphs\":9}],"
           "\"actors\":[{\"id\":\"n\",\"name\":\"Northern Land\",\"label\":\"North\",\"kind\":\"state\"},"
           "{\"id\":\"s\",\"name\":\"South\",\"kind\":\"state\"}],"
           "\"relations\":[{\"id\":\"p\",\"label\":\"Thaw\",\"from\":\"n\",\"to\":\"s\",\"kind\":"
           "\"diplomacy\",\"stance\":0.4,"
           "\"when\":\"2018-03/"
           "..\",\"cites\":[{\"source\":\"x\",\"locator\":\"6\"},{\"source\":\"x\",\"locator\":\"7\"},"
           "{\"source\":\"x\",\"locator\":\"6\"}]}],"
           "\"events\":[{\"id\":\"m\",\"title\":\"First meeting\",\"when\":\"2018-03-25/2018-03-28\","
           "\"cites\":[{\"source\":\"x\",\"locator\":\"7\"}]},{\"id\":\"u\",\"title\":\"Some day\"},"
           "{\"id\":\"t\",\"title\":\"Trip\",\"when\":\"2017-06\",\"when_text\":\"mid-2017\"}]}");

  assert_described (&sample, "m", "First meeting, 25 to 28 March 2018, paragraph 7");
  assert_described (&sample, "u", "Some day, undated");
  assert_described (&sample, "t", "Trip, mid-2017");
  assert_described (&sample, "p", "North – South, Thaw, Friendly, from March 2018 on, paragraphs 6, 7");
  assert_described (&sample, "n+s", "North – South, 1 phase");
  sample_clear (&sample);
}

/* Whether there is ink behind the end of an event's name, in the room that a mark of claims takes. */
static gboolean
is_signed (const Sample *sample, const char *id)
{
  const DemMark *mark = find_mark (sample, id);
  cairo_surface_t *surface = render (sample);
  guint32 paper = pixel_at (surface, mark->bounds.origin.x + mark->bounds.size.width + 4, mark->bounds.origin.y + 8);
  guint dark = 0;

  for (int x = 1; x <= 7; x++)
    for (int y = 0; y < (int) mark->bounds.size.height; y++)
      dark += pixel_at (surface, mark->bounds.origin.x + mark->bounds.size.width - x, mark->bounds.origin.y + y) != paper;
  cairo_surface_destroy (surface);
  /* Three dots, but no letter. */
  return dark >= 9 && dark <= 30;
}

/* Events that claims are about have a sign, and as much more room as it takes; claims of scenarios count in those only. */
static void
test_claim_sign (void)
{
  Sample sample = sample_of (
      HEAD "\"events\":[{\"id\":\"a\",\"title\":\"Same name IIII\",\"when\":\"2010-06-12\"},"
           "{\"id\":\"b\",\"title\":\"Same name IIII\",\"when\":\"2012-06-12\"},"
           "{\"id\":\"c\",\"title\":\"Same name IIII\",\"when\":\"2014-06-12\"}],"
           "\"claims\":[{\"id\":\"x\",\"kind\":\"fact\",\"text\":\"X\",\"about\":[\"a\"]},"
           "{\"id\":\"z\",\"kind\":\"fact\",\"text\":\"Z\",\"about\":[\"a\"]},"
           "{\"id\":\"y\",\"kind\":\"fact\",\"text\":\"Y\",\"about\":[\"c\"],\"scenarios\":[\"s\"]}],"
           "\"scenarios\":[{\"id\":\"s\",\"title\":\"S\"}]}");
  double plain = find_mark (&sample, "b")->bounds.size.width;

  g_assert_cmpfloat (find_mark (&sample, "a")->bounds.size.width, >=, plain + 10);
  g_assert_cmpfloat (find_mark (&sample, "c")->bounds.size.width, ==, plain);
  g_assert_true (is_signed (&sample, "a"));
  assert_described (&sample, "a", "Same name IIII, 12 June 2010, used by 2 claims");
  assert_described (&sample, "c", "Same name IIII, 12 June 2014");

  dem_focus_set_scenario (sample.focus, dem_dossier_find (sample.dossier, "s").index);
  remake (&sample, WIDTH, HEIGHT);
  g_assert_cmpfloat (find_mark (&sample, "c")->bounds.size.width, >=, plain + 10);
  g_assert_true (is_signed (&sample, "c"));
  assert_described (&sample, "c", "Same name IIII, 12 June 2014, used by 1 claim");
  sample_clear (&sample);
}

static void
test_counts (void)
{
  Sample sample = sample_of (HEAD "\"events\":[" EVENT ("a", "2018-06-12") "," EVENT ("b", "2018") "," EVENT (
      "c", "2017?") "," EVENT ("d", "1950") ",{\"id\":\"e\",\"title\":\"E\"}]}");
  g_autofree char *text = NULL;

  dem_focus_set_view (sample.focus,
                      (DemPeriod){ dem_day_from_date (2016, 1, 1), dem_day_from_date (2018, 9, 30) });
  remake (&sample, WIDTH, HEIGHT);
  text = dem_timeline_scene_dup_counts (scene_of (&sample));
  g_assert_cmpstr (text, ==, "1 event in the period, 2 possibly, 1 undated");
  sample_clear (&sample);
}

/* ---- What the picture shows ---- */

static void
test_bundled (void)
{
  Sample sample = bundled ();

  assert_nothing_lost (&sample);
  for (gint64 first = 1940; first < 2022; first += 3)
    for (gint64 length = 0; length < 30; length += 9)
      {
        set_view (&sample, first, first + length);
        assert_nothing_lost (&sample);
      }
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

/* Today: a line from its tag to the bottom; hatching beyond and none before. */
static void
test_today (void)
{
  Sample sample = sample_of (HEAD "\"events\":[" EVENT ("a", "2012-06-12") "]}");
  const DemTimelineLayout *layout;
  cairo_surface_t *picture;
  guint after = 0, before = 0;

  set_view (&sample, 2012, 2024);
  layout = dem_timeline_scene_get_layout (scene_of (&sample));
  picture = render (&sample);
  g_assert_cmphex (pixel_at (picture, round (layout->today_x), layout->axis_y + 60), ==, 0x1a5fb4);
  g_assert_cmphex (pixel_at (picture, round (layout->today_x), layout->axis_text_y - 4), ==, 0x1a5fb4);
  for (int x = 5; x < 35; x++)
    {
      after += pixel_at (picture, layout->today_x + x, layout->axis_y + 61) != 0xffffff;
      before += pixel_at (picture, layout->today_x - x, layout->axis_y + 61) != 0xffffff;
    }
  g_assert_cmpuint (after, >, 8);
  g_assert_cmpuint (before, <=, 1);
  cairo_surface_destroy (picture);
  sample_clear (&sample);
}

/* A period inside the view: a veil with two lines; none while it is the view. */
static void
test_period (void)
{
  Sample sample = sample_of (HEAD "\"events\":[" EVENT ("a", "2012-06-12") "]}");
  const DemTimelineLayout *layout;
  cairo_surface_t *picture;
  double x0, x1;

  set_view (&sample, 2012, 2019);
  layout = dem_timeline_scene_get_layout (scene_of (&sample));
  x0 = dem_axis_day_begin (&layout->axis, dem_day_from_date (2015, 3, 1));
  x1 = dem_axis_day_begin (&layout->axis, dem_day_from_date (2017, 3, 1));
  picture = render (&sample);
  g_assert_cmphex (pixel_at (picture, x0 + 20, 200), ==, 0xffffff);
  cairo_surface_destroy (picture);

  dem_focus_set_period (sample.focus,
                        (DemPeriod){ dem_day_from_date (2015, 3, 1), dem_day_from_date (2017, 2, 28) });
  remake (&sample, WIDTH, HEIGHT);
  picture = render (&sample);
  g_assert_cmphex (pixel_at (picture, x0 + 20, 200), !=, 0xffffff);
  g_assert_cmphex (pixel_at (picture, x0 - 20, 200), ==, 0xffffff);
  g_assert_cmphex (pixel_at (picture, x1 + 20, 200), ==, 0xffffff);
  g_assert_cmphex (pixel_at (picture, round (x0), 200), ==, 0x1a5fb4);
  g_assert_cmphex (pixel_at (picture, round (x1), 200), ==, 0x1a5fb4);
  cairo_surface_destroy (picture);
  sample_clear (&sample);
}

/* What exists in a scenario only is there in it only, in its colour. */
static void
test_scenario (void)
{
  Sample sample = sample_of (
      HEAD
      "\"claims\":[{\"id\":\"k\",\"text\":\"K\",\"kind\":\"thesis\"}],"
      "\"actors\":[{\"id\":\"n\",\"name\":\"N\",\"kind\":\"state\"},{\"id\":\"s\",\"name\":\"S\",\"kind\":"
      "\"state\"}],"
      "\"scenarios\":[{\"id\":\"s1\",\"title\":\"S\",\"assume\":{\"k\":0.5}}],"
      "\"relations\":[{\"id\":\"p\",\"from\":\"n\",\"to\":\"s\",\"kind\":\"war\",\"stance\":-1,\"when\":"
      "\"2021\","
      "\"scenarios\":[\"s1\"]}],"
      "\"events\":[" EVENT ("a", "2012-06-12") ",{\"id\":\"if\",\"title\":\"If\",\"when\":\"2021-06-01\","
                                               "\"scenarios\":[\"s1\"]}]}");
  const DemMark *mark;
  cairo_surface_t *picture;
  guint purple = 0;

  set_view (&sample, 2012, 2023);
  g_assert_null (find_mark (&sample, "if"));
  g_assert_null (find_mark (&sample, "p"));
  g_assert_cmpuint (dem_bands_count (dem_timeline_scene_get_bands (scene_of (&sample))), ==, 0);

  dem_focus_set_scenario (sample.focus, 0);
  remake (&sample, WIDTH, HEIGHT);
  mark = find_mark (&sample, "if");
  g_assert_nonnull (mark);
  g_assert_nonnull (find_mark (&sample, "p"));
  picture = render (&sample);
  for (int x = 0; x < 10; x++)
    for (int y = 0; y < (int) mark->bounds.size.height; y++)
      purple += pixel_at (picture, mark->bounds.origin.x + x, mark->bounds.origin.y + y) == 0x813d9c;
  g_assert_cmpuint (purple, >, 0);
  cairo_surface_destroy (picture);
  sample_clear (&sample);
}

/* A selected pair leads wherever it is alive at all. */
static void
test_selection (void)
{
  Sample sample = bundled ();
  guint n, n_leading = 0;
  const DemMark *marks;
  DemRef pair = DEM_REF_NONE;
  guint32 last = dem_dossier_count (sample.dossier, DEM_KIND_PAIR) - 1;

  for (guint32 i = 0; i <= last; i++)
    {
      guint n_bands = 0;

      dem_focus_select (sample.focus, DEM_REF (PAIR, i));
      remake (&sample, WIDTH, HEIGHT);
      marks = dem_scene_get_marks (sample.scene, &n);
      for (guint j = 0; j < n && n_bands == 0; j++)
        if (marks[j].ref.kind == DEM_KIND_PAIR)
          {
            pair = marks[j].ref;
            n_bands++;
          }
      if (find_mark (&sample, dem_dossier_pair (sample.dossier, i)->item.id) == NULL)
        continue;
      g_assert_cmpuint (pair.index, ==, i);
      n_leading++;
    }
  g_assert_cmpuint (n_leading, >=, 10);
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

static gboolean
has_label (const Sample *sample, const char *id)
{
  const DemMark *mark = find_mark (sample, id);

  return mark != NULL && mark->bounds.size.width > 20;
}

/* Among many the important one has a label; and so has the one that is selected. */
static void
test_priority (void)
{
  g_autoptr (GString) text
      = g_string_new (HEAD "\"events\":[{\"id\":\"big\",\"title\":\"Big event\",\"importance\":1,"
                           "\"when\":\"2018-06-12\"},{\"id\":\"small\",\"title\":\"Small event\","
                           "\"importance\":0,\"when\":\"2018-06-12\"}");
  Sample sample;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "," EVENT ("e%u", "2018-06-12"), i, i);
  g_string_append (text, "]}");
  sample = sample_of (text->str);
  set_view (&sample, 2012, 2021);
  g_assert_true (has_label (&sample, "big"));
  g_assert_false (has_label (&sample, "small"));
  dem_focus_select (sample.focus, dem_dossier_find (sample.dossier, "small"));
  remake (&sample, WIDTH, HEIGHT);
  g_assert_true (has_label (&sample, "small"));
  sample_clear (&sample);
}

/* What has nothing to do with the selection is drawn weaker. */
static void
test_dimming (void)
{
  Sample sample
      = sample_of (HEAD "\"events\":[" EVENT ("a", "2013-06-12") "," EVENT ("b", "2017-06-12") "]}");
  const DemMark *mark;
  cairo_surface_t *picture;
  double y;

  set_view (&sample, 2012, 2019);
  dem_focus_select (sample.focus, dem_dossier_find (sample.dossier, "b"));
  remake (&sample, WIDTH, HEIGHT);
  picture = render (&sample);
  mark = find_mark (&sample, "a");
  y = mark->bounds.origin.y + mark->bounds.size.height / 2;
  g_assert_cmphex (pixel_at (picture, mark->bounds.origin.x + 4, y), >, 0x808080);
  mark = find_mark (&sample, "b");
  g_assert_cmphex (pixel_at (picture, mark->bounds.origin.x + 4, y), ==, 0x3d3f47);
  cairo_surface_destroy (picture);
  sample_clear (&sample);
}

/* Bands that have no room are counted. */
static void
test_hidden_bands (void)
{
  Sample sample = bundled ();
  guint all, shown, hidden;

  all = dem_bands_count (dem_timeline_scene_get_bands (scene_of (&sample)))
        + dem_bands_count_hidden (dem_timeline_scene_get_bands (scene_of (&sample)));
  remake (&sample, WIDTH, 230);
  shown = dem_bands_count (dem_timeline_scene_get_bands (scene_of (&sample)));
  hidden = dem_bands_count_hidden (dem_timeline_scene_get_bands (scene_of (&sample)));
  g_assert_cmpuint (hidden, >, 0);
  g_assert_cmpuint (shown, >, 0);
  g_assert_cmpuint (shown + hidden, ==, all);
  sample_clear (&sample);
}

/* The whole picture mirrored: the same marks, each where its mirror image is. */
static void
test_mirrored (void)
{
  Sample sample = bundled ();
  g_autofree DemMark *before = NULL;
  guint n, n_mirrored;
  const DemMark *marks;

  set_view (&sample, 2012, 2021);
  marks = dem_scene_get_marks (sample.scene, &n);
  before = g_memdup2 (marks, n * sizeof *marks);
  pango_context_set_base_dir (sample.pango, PANGO_DIRECTION_RTL);
  remake (&sample, WIDTH, HEIGHT);
  marks = dem_scene_get_marks (sample.scene, &n_mirrored);
  g_assert_cmpuint (n, ==, n_mirrored);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t middle;

      g_assert_true (dem_ref_equal (before[i].ref, marks[i].ref));
      g_assert_cmpfloat_with_epsilon (marks[i].bounds.origin.x + marks[i].bounds.size.width,
                                      WIDTH - before[i].bounds.origin.x, 0.01);
      graphene_rect_get_center (&marks[i].bounds, &middle);
      if (marks[i].ref.kind == DEM_KIND_RELATION)
        g_assert_true (dem_ref_equal (dem_scene_hit (sample.scene, middle.x, middle.y, 2), marks[i].ref));
    }
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

/* ---- Parts ---- */

static void
test_parts (void)
{
  Sample sample = bundled ();
  const DemTimelineLayout *layout;
  DemTimelineScene *scene;
  double y, x0, x1;

  set_view (&sample, 1960, 1980);
  scene = scene_of (&sample);
  layout = dem_timeline_scene_get_layout (scene);
  y = (layout->overview_top + layout->overview_bottom) / 2;
  x0 = dem_axis_day_begin (&layout->overview, dem_day_from_date (1960, 1, 1));
  x1 = dem_axis_day_end (&layout->overview, dem_day_from_date (1980, 12, 31));
  g_assert_cmpint (dem_timeline_scene_part_at (scene, x0, y, NULL), ==, DEM_TIMELINE_BRUSH_START);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, x0 - 11, y, NULL), ==, DEM_TIMELINE_BRUSH_START);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, x1 + 11, y, NULL), ==, DEM_TIMELINE_BRUSH_END);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, (x0 + x1) / 2, y, NULL), ==, DEM_TIMELINE_BRUSH);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, x1 + 60, y, NULL), ==, DEM_TIMELINE_OVERVIEW);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, 600, layout->lanes_top + 40, NULL), ==,
                   DEM_TIMELINE_LANES);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, 600, 5, NULL), ==, DEM_TIMELINE_NOWHERE);
  g_assert_cmpint (dem_timeline_scene_part_at (scene, 20, layout->lanes_top + 40, NULL), ==,
                   DEM_TIMELINE_NOWHERE);
  sample_clear (&sample);
}

/* A histogram says which days it covers. */
static void
test_histogram (void)
{
  Sample sample = bundled ();
  const DemTimelineLayout *layout = dem_timeline_scene_get_layout (scene_of (&sample));
  const DemLanes *lanes = dem_event_lane_get_lanes (dem_timeline_scene_get_event_lane (scene_of (&sample)));
  const DemLaneCluster *cluster;
  DemPeriod days;

  g_assert_cmpuint (lanes->clusters->len, >=, 1);
  cluster = &g_array_index (lanes->clusters, DemLaneCluster, lanes->clusters->len - 1);
  g_assert_cmpint (dem_timeline_scene_part_at (scene_of (&sample), (cluster->x0 + cluster->x1) / 2,
                                               layout->lanes_bottom - 5, &days),
                   ==, DEM_TIMELINE_HISTOGRAM);
  g_assert_cmpint (days.first, >, dem_day_from_date (2005, 1, 1));
  g_assert_cmpint (days.last, <, dem_day_from_date (2022, 1, 1));
  g_assert_cmpint (days.first, <, days.last);
  sample_clear (&sample);
}

/* So low that only the overview has room. */
static void
test_compact (void)
{
  Sample sample = bundled ();
  guint n;

  remake (&sample, WIDTH, 50);
  g_assert_true (dem_timeline_scene_get_layout (scene_of (&sample))->compact);
  dem_scene_get_marks (sample.scene, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (dem_timeline_scene_part_at (scene_of (&sample), 400, 20, NULL), !=, DEM_TIMELINE_NOWHERE);
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/timeline/scene/reading-order", test_reading_order);
  g_test_add_func ("/timeline/scene/hit", test_hit);
  g_test_add_func ("/timeline/scene/hit-nothing", test_hit_nothing);
  g_test_add_func ("/timeline/scene/describe", test_describe);
  g_test_add_func ("/timeline/scene/claim-sign", test_claim_sign);
  g_test_add_func ("/timeline/scene/counts", test_counts);
  g_test_add_func ("/timeline/scene/bundled", test_bundled);
  g_test_add_func ("/timeline/scene/today", test_today);
  g_test_add_func ("/timeline/scene/period", test_period);
  g_test_add_func ("/timeline/scene/scenario", test_scenario);
  g_test_add_func ("/timeline/scene/selection", test_selection);
  g_test_add_func ("/timeline/scene/priority", test_priority);
  g_test_add_func ("/timeline/scene/dimming", test_dimming);
  g_test_add_func ("/timeline/scene/hidden-bands", test_hidden_bands);
  g_test_add_func ("/timeline/scene/mirrored", test_mirrored);
  g_test_add_func ("/timeline/scene/parts", test_parts);
  g_test_add_func ("/timeline/scene/histogram", test_histogram);
  g_test_add_func ("/timeline/scene/compact", test_compact);
  return g_test_run ();
}
