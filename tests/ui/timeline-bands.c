/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of relations in the timeline: which pairs are shown, and the one that is opened. */

#include <math.h>

#include "tests/support/timeline.h"

static Sample
korea (void)
{
  return sample_new (open_fixture ("../data/dossiers/north-korea-2020.dossier.json"));
}

static void
select_id (Sample *sample, const char *id)
{
  DemRef ref = dem_dossier_find (sample->dossier, id);

  g_assert_false (dem_ref_is_none (ref));
  dem_focus_select (sample->focus, ref);
  remake (sample, WIDTH, HEIGHT);
}

static DemStepChart *
get_chart (const Sample *sample)
{
  return dem_bands_get_chart (dem_timeline_scene_get_bands (scene_of (sample)));
}

/* A selected pair opens, and so does that of a selected phase; an actor opens nothing. */
static void
test_opens (void)
{
  Sample sample = korea ();
  const DemTimelineLayout *layout;

  g_assert_null (get_chart (&sample));
  select_id (&sample, "china+north-korea");
  layout = dem_timeline_scene_get_layout (scene_of (&sample));
  g_assert_nonnull (get_chart (&sample));
  g_assert_cmpfloat_with_epsilon (layout->chart_height, 92, 0.01);
  g_assert_cmpfloat (find_mark (&sample, "china+north-korea")->bounds.origin.y, ==, (float) layout->bands_top);
  g_assert_cmpuint (dem_bands_count (dem_timeline_scene_get_bands (scene_of (&sample))), >=, 2);
  g_assert_cmpfloat (layout->bands_bottom, <=, layout->overview_top);
  g_assert_cmpuint (layout->rows, >=, 3);
  select_id (&sample, "china");
  g_assert_null (get_chart (&sample));
  sample_clear (&sample);
}

#define RELATION(id, stance, when)                                                                           \
  "{\"id\":\"" id "\",\"from\":\"a\",\"to\":\"b\",\"kind\":\"trade\",\"label\":\"Phase " id "\",\"stance\":" \
      stance ",\"when\":\"" when "\"}"
#define PAIR_DOSSIER(relations)                                                                              \
  HEAD "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\"},"                                       \
       "{\"id\":\"b\",\"name\":\"B\",\"kind\":\"state\"}],\"relations\":[" relations "]}"

/* The better they stand, the higher. */
static void
test_levels (void)
{
  Sample sample = sample_of (PAIR_DOSSIER (
      RELATION ("hostile", "-1", "1990/1994") "," RELATION ("strained", "-0.4", "1995/1999") "," RELATION (
          "neither", "0", "2000/2004") "," RELATION ("friendly", "0.4", "2005/2009") "," RELATION ("allied", "1",
                                                                                                  "2010/..")));
  static const char *const ids[] = { "hostile", "strained", "neither", "friendly", "allied" };
  double before = INFINITY;

  select_id (&sample, "a+b");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const graphene_rect_t *bounds = &find_mark (&sample, ids[i])->bounds;
      double middle = dem_step_chart_get_middle (get_chart (&sample));
      double top = bounds->origin.y, bottom = top + bounds->size.height;
      double y = i < 2 ? bottom : i == 2 ? middle : top;

      g_assert_cmpfloat (y, <, before);
      before = y;
      g_assert_true (dem_ref_equal (dem_scene_hit (sample.scene, bounds->origin.x + bounds->size.width / 2, middle, 0),
                                    dem_dossier_find (sample.dossier, ids[i])));
    }
  sample_clear (&sample);
}

/* Labels meet neither one another nor a step that is not theirs, at any zoom; those with room have one. */
static void
test_labels (void)
{
  Sample sample = korea ();
  guint labels = 0;

  select_id (&sample, "china+north-korea");
  for (gint64 first = 1945; first < 2019; first++)
    for (gint64 length = 1; length < 80; length *= 3)
      {
        graphene_rect_t bounds[64];
        guint n = 0;

        set_view (&sample, first, MIN (first + length, 2024));
        for (guint i = 0; i < G_N_ELEMENTS (bounds) && get_chart (&sample) != NULL; i++)
          n += dem_step_chart_get_label (get_chart (&sample), i, &bounds[n]);
        for (guint i = 0; i < n; i++)
          for (guint j = 0; j < i; j++)
            g_assert_false (graphene_rect_intersection (&bounds[i], &bounds[j], NULL));
        labels += n;
      }
  g_assert_cmpuint (labels, >, 300);
  sample_clear (&sample);
}

/* Nothing is told in view: the pair stays where it is, with nothing in it. */
static void
test_nothing_in_view (void)
{
  Sample sample = korea ();

  select_id (&sample, "china+north-korea");
  set_view (&sample, 1900, 1920);
  g_assert_nonnull (get_chart (&sample));
  g_assert_nonnull (find_mark (&sample, "china+north-korea"));
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

/* Where it is too low for a chart the pair stays a band. */
static void
test_low (void)
{
  Sample sample = korea ();

  select_id (&sample, "china+north-korea");
  for (double height = 50; height < 300; height += 10)
    {
      const DemTimelineLayout *layout;

      remake (&sample, WIDTH, height);
      layout = dem_timeline_scene_get_layout (scene_of (&sample));
      g_assert_true ((get_chart (&sample) != NULL) == (layout->chart_height > 0));
      g_assert_cmpfloat (layout->bands_bottom, <=, layout->compact ? layout->lanes_top : layout->overview_top);
    }
  remake (&sample, WIDTH, 160);
  g_assert_null (get_chart (&sample));
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/bands/opens", test_opens);
  g_test_add_func ("/timeline/bands/levels", test_levels);
  g_test_add_func ("/timeline/bands/labels", test_labels);
  g_test_add_func ("/timeline/bands/nothing-in-view", test_nothing_in_view);
  g_test_add_func ("/timeline/bands/low", test_low);
  return g_test_run ();
}
