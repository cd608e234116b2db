/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Events in a lane for each group, as a picture. */

#include <adwaita.h>

#include "tests/support/timeline.h"
#include "ui/timeline/event_kinds.h"

#define ACTOR(id) "{\"id\":\"" id "\",\"name\":\"Actor " id "\",\"kind\":\"state\"}"
#define ACTORS "\"actors\":[" ACTOR ("a") "," ACTOR ("b") "],"
#define OF(id, when, actors, kind)                                                                                     \
  "{\"id\":\"" id "\",\"title\":\"Event " id "\",\"when\":\"" when "\",\"actors\":[" actors "]" kind "}"
#define KIND(kind) ",\"kind\":\"" kind "\""

#define FEW                                                                                                            \
  HEAD ACTORS "\"events\":[" OF ("e1", "2001-03-04", "\"a\"", KIND ("summit")) ","                                     \
    OF ("e2", "2005", "\"b\",\"a\"", KIND ("Summit")) "," OF ("e3", "2010-05-06", "\"b\"", KIND ("arms-control")) ","  \
    OF ("e4", "2011", "", "") "," OF ("e5", "2012-01-01", "\"b\"", "") "," OF ("e6", "", "\"a\"", KIND ("test")) "]}"

static void
group (Sample *sample, DemEventGrouping grouping, double height)
{
  DemSceneInput input = { .dossier = sample->dossier,
                          .focus = sample->focus,
                          .relevance = dem_focus_get_relevance (sample->focus),
                          .palette = dem_palette_get (FALSE, FALSE),
                          .pango = sample->pango,
                          .width = WIDTH,
                          .height = height };

  g_clear_object (&sample->scene);
  sample->scene = dem_timeline_scene_new_grouped (&input, grouping);
}

static DemEventLanes *
lanes_of (const Sample *sample)
{
  return dem_timeline_scene_get_event_lanes (scene_of (sample));
}

static void
assert_names (const Sample *sample, const char *const *names)
{
  DemEventLanes *lanes = lanes_of (sample);

  g_assert_cmpuint (dem_event_lanes_count (lanes), ==, g_strv_length ((char **) names));
  for (guint i = 0; i < dem_event_lanes_count (lanes); i++)
    g_assert_cmpstr (dem_event_lanes_get_name (lanes, i), ==, names[i]);
}

static void
assert_in_lane (const Sample *sample, const char *id, guint i)
{
  const DemMark *mark = find_mark (sample, id);
  double top, bottom, middle;

  g_assert_nonnull (mark);
  middle = mark->bounds.origin.y + mark->bounds.size.height / 2;
  dem_event_lanes_get_extent (lanes_of (sample), i, &top, &bottom);
  g_assert_cmpfloat (middle, >=, top - DEM_TIMELINE_GROUP_GAP);
  g_assert_cmpfloat (middle, <=, bottom);
}

/* The actor named first decides; those with the most events come first, those without an actor last. */
static void
test_actors (void)
{
  Sample sample = sample_of (FEW);

  group (&sample, DEM_GROUPING_ACTOR, HEIGHT);
  assert_names (&sample, (const char *const[]){ "Actor b", "Actor a", "No actor", NULL });
  assert_in_lane (&sample, "e1", 1);
  assert_in_lane (&sample, "e2", 0);
  assert_in_lane (&sample, "e3", 0);
  assert_in_lane (&sample, "e4", 2);
  assert_in_lane (&sample, "e5", 0);
  sample_clear (&sample);
}

/* A kind is the same however it is written; what cannot be placed in time has no lane. */
static void
test_kinds (void)
{
  Sample sample = sample_of (FEW);

  group (&sample, DEM_GROUPING_KIND, HEIGHT);
  assert_names (&sample, (const char *const[]){ "Summit", "Arms control", "Other", NULL });
  assert_in_lane (&sample, "e1", 0);
  assert_in_lane (&sample, "e2", 0);
  assert_in_lane (&sample, "e3", 1);
  assert_in_lane (&sample, "e4", 2);
  assert_in_lane (&sample, "e5", 2);
  sample_clear (&sample);
}

static void
test_one_lane (void)
{
  Sample sample = sample_of (FEW);

  g_assert_cmpuint (dem_event_lanes_count (lanes_of (&sample)), ==, 1);
  g_assert_null (dem_event_lanes_get_name (lanes_of (&sample), 0));
  group (&sample, DEM_GROUPING_NONE, HEIGHT);
  g_assert_cmpuint (dem_event_lanes_count (lanes_of (&sample)), ==, 1);
  g_assert_null (dem_event_lanes_get_name (lanes_of (&sample), 0));
  sample_clear (&sample);
}

static void
test_words (void)
{
  static const char *const cases[][2] = { { "summit", "Summit" },           { "SUMMIT", "Summit" },
                                          { "arms-control", "Arms control" }, { "état_de_siège", "État de siège" },
                                          { " trial ", "Trial" },           { "x", "X" },
                                          { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = dem_event_kind_dup_word (cases[i][0]);

      g_assert_cmpstr (word, ==, cases[i][1]);
    }
}

static void
test_names (void)
{
  DemEventGrouping grouping;

  for (guint i = 0; i < DEM_N_GROUPINGS; i++)
    {
      g_assert_true (dem_event_grouping_from_name (dem_event_grouping_to_name ((DemEventGrouping) i), &grouping));
      g_assert_cmpuint (grouping, ==, i);
    }
  g_assert_false (dem_event_grouping_from_name ("Actor", &grouping));
  g_assert_false (dem_event_grouping_from_name (NULL, &grouping));
}

/* ---- Nothing is lost, nothing stands on another ---- */

static guint
count_in_lane (DemEventLane *lane)
{
  const DemLanes *lanes = dem_event_lane_get_lanes (lane);
  guint n = lanes->placed->len + lanes->dots->len;

  for (guint i = 0; i < lanes->clusters->len; i++)
    n += g_array_index (lanes->clusters, DemLaneCluster, i).count;
  g_assert_cmpuint (n, ==, dem_event_lane_count (lane));
  return n;
}

static void
assert_apart (const Sample *sample)
{
  const DemTimelineLayout *layout = dem_timeline_scene_get_layout (scene_of (sample));
  DemEventLanes *lanes = lanes_of (sample);
  double end = layout->lanes_top, top, bottom;

  for (guint i = 0; i < dem_event_lanes_count (lanes); i++)
    {
      dem_event_lanes_get_extent (lanes, i, &top, &bottom);
      g_assert_cmpfloat (top, >=, end);
      g_assert_cmpfloat (bottom - top, >=, layout->row_height - 0.01);
      end = bottom;
    }
  g_assert_cmpfloat (end, <=, layout->lanes_bottom + 0.01);
}

/* However high the timeline is: each dated event of the dossier is in one of the groups, and all that are seen are in one of
 * the lanes. */
static void
test_bundled (void)
{
  static const double heights[] = { 50, 120, 200, 280, 362, 500, 800, 2000 };
  Sample sample = bundled ();
  guint all = dem_event_lanes_count_events (lanes_of (&sample));

  for (DemEventGrouping grouping = DEM_GROUPING_ACTOR; grouping < DEM_N_GROUPINGS; grouping++)
    for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
      {
        DemEventLanes *lanes;
        guint n = 0;

        group (&sample, grouping, heights[i]);
        lanes = lanes_of (&sample);
        for (guint j = 0; j < dem_event_lanes_count (lanes); j++)
          n += count_in_lane (dem_event_lanes_get (lanes, j));
        if (dem_event_lanes_get_name (lanes, 0) != NULL)
          assert_apart (&sample);
        if (heights[i] >= 200)
          {
            g_assert_nonnull (dem_event_lanes_get_name (lanes, 0));
            g_assert_cmpuint (dem_event_lanes_count_events (lanes), ==, all);
          }
        if (heights[i] >= 2000)
          {
            g_assert_cmpuint (dem_event_lanes_count_hidden (lanes), ==, 0);
            g_assert_cmpuint (n, ==, all);
          }
        cairo_surface_destroy (render (&sample));
      }
  sample_clear (&sample);
}

/* Every mark is where the pointer finds it, once. */
static void
test_marks (void)
{
  Sample sample = bundled ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const DemMark *marks;
  guint n;

  group (&sample, DEM_GROUPING_KIND, 900);
  marks = dem_scene_get_marks (sample.scene, &n);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t middle;
      DemRef hit;

      if (marks[i].ref.kind != DEM_KIND_EVENT)
        continue;
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (marks[i].ref.index + 1)));
      graphene_rect_get_center (&marks[i].bounds, &middle);
      hit = dem_scene_hit (sample.scene, middle.x, middle.y, 0);
      g_assert_true (dem_ref_equal (hit, marks[i].ref));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 20);
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-groups/actors", test_actors);
  g_test_add_func ("/timeline-groups/kinds", test_kinds);
  g_test_add_func ("/timeline-groups/one-lane", test_one_lane);
  g_test_add_func ("/timeline-groups/words", test_words);
  g_test_add_func ("/timeline-groups/names", test_names);
  g_test_add_func ("/timeline-groups/bundled", test_bundled);
  g_test_add_func ("/timeline-groups/marks", test_marks);
  return g_test_run ();
}
