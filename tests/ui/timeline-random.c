/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the events, the zoom and the size: labels never meet nor cross today, nothing is lost, and the short cuts that
 * find events among many find what a look at each of them finds. The seeds are fixed, so that a fault comes again. */

#include <math.h>

#include "tests/support/timeline.h"
#include "ui/timeline/event_columns.h"
#include "ui/timeline/event_rows.h"

#define SEEDS 12

/* ---- Events ---- */

static void
append_random_date (GString *text, GRand *random, gint64 year)
{
  static const char *const forms[]
      = { "%d-06-12", "%d-02", "%d", "%d~", "%d?", "%d%%", "%d/..", "../%d", "%d/", "/%d", "[%d..2030]", "%d-XX-XX", "%d-21",
            "%d?/..", "%d?/2030", "1900/%d?", "%d?/2030?", "../%d?" };
  guint form = (guint) g_rand_int_range (random, 0, 3 * (gint32) G_N_ELEMENTS (forms));

  if (form < G_N_ELEMENTS (forms))
    {
      const char *at = strstr (forms[form], "%d");

      g_string_append_len (text, forms[form], at - forms[form]);
      g_string_append_printf (text, "%04d%s", (int) year, at + 2);
    }
  else if (form % 3 == 0)
    g_string_append_printf (text, "%04d/%04d", (int) year, (int) year + g_rand_int_range (random, 0, 90));
  else
    g_string_append_printf (text, "%04d-%02d-%02d", (int) year, g_rand_int_range (random, 1, 13),
                            g_rand_int_range (random, 1, 29));
}

/* Uneven: half of them in three years. */
static DemDossier *
generate (GRand *random, guint n)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\"}],\"events\":[");

  for (guint i = 0; i < n; i++)
    {
      gint64 year = g_rand_boolean (random) ? g_rand_int_range (random, 1900, 2030) : g_rand_int_range (random, 2016, 2019);

      g_string_append_printf (text, "%s{\"id\":\"e%u\",\"title\":\"Event %u%s\",\"importance\":%.1f,", i ? "," : "", i, i,
                              i % 3 ? "" : " with a name that needs more room than others", g_rand_double (random));
      if (i % 4 == 0)
        g_string_append (text, "\"actors\":[\"a\"],");
      g_string_append (text, "\"when\":\"");
      append_random_date (text, random, year);
      g_string_append (text, "\"}");
    }
  g_string_append (text, "]}");
  return open_text (text->str);
}

static DemPeriod
random_view (GRand *random)
{
  DemDay length = (DemDay) pow (10, g_rand_double_range (random, 0, 5));
  DemDay first = dem_day_from_date (1880, 1, 1) + (DemDay) g_rand_int_range (random, 0, 56000);

  return (DemPeriod){ first, first + length };
}

static const DemTimelineEvent *
get_event (DemTimelineIndex *index, guint32 position)
{
  return &g_array_index (index->events, DemTimelineEvent, position);
}

/* ---- The tree ---- */

/* How many are better than the one at a position: more important, or as important and earlier. */
static guint
count_better (DemTimelineIndex *index, guint32 first, guint32 last, DemDay end, guint32 than)
{
  guint n = 0;

  for (guint32 i = first; i < last; i++)
    n += get_event (index, i)->end >= end
         && (get_event (index, i)->importance > get_event (index, than)->importance
             || (get_event (index, i)->importance >= get_event (index, than)->importance && i < than));
  return n;
}

static void
test_best (void)
{
  for (guint seed = 0; seed < SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (DemDossier) dossier = generate (random, seed == 0 ? 1 : 300 * seed);
      g_autoptr (DemTimelineIndex) index = dem_timeline_index_new (dossier, DEM_NO_INDEX);

      for (guint round = 0; round < 60; round++)
        {
          guint32 first = (guint32) g_rand_int_range (random, 0, (gint32) index->events->len + 1);
          guint32 last = (guint32) g_rand_int_range (random, (gint32) first, (gint32) index->events->len + 1);
          DemDay end = dem_day_from_date (g_rand_int_range (random, 1890, 2040), 1, 1);
          guint32 best[11];
          guint n = dem_event_tree_find_best (index->tree, first, last, end, best, G_N_ELEMENTS (best)), n_lasting = 0;

          for (guint i = 0; i < n; i++)
            g_assert_cmpuint (count_better (index, first, last, end, best[i]), ==, i);
          for (guint32 i = first; i < last; i++)
            n_lasting += get_event (index, i)->end >= end;
          g_assert_cmpuint (n, ==, MIN (n_lasting, G_N_ELEMENTS (best)));
        }
    }
}

/* ---- Columns ---- */

static void
test_columns (void)
{
  for (guint seed = 0; seed < SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (DemDossier) dossier = generate (random, 1000);
      g_autoptr (DemTimelineIndex) index = dem_timeline_index_new (dossier, DEM_NO_INDEX);

      for (guint round = 0; round < 20; round++)
        {
          DemAxis axis = dem_axis_new (random_view (random), 148, g_rand_double_range (random, 1, 1500));
          g_autoptr (DemEventColumns) columns = dem_event_columns_new (index, &axis);
          g_autofree guint *counts = g_new0 (guint, columns->n);
          guint n = 0;

          for (guint32 i = 0; i < index->events->len; i++)
            {
              const DemTimelineEvent *event = get_event (index, i);

              if (event->end < columns->view.first || event->start > columns->view.last)
                continue;
              counts[dem_event_columns_find (columns, i)]++;
              n++;
            }
          g_assert_cmpuint (columns->total, ==, n);
          g_assert_cmpmem (columns->counts, columns->n * sizeof (guint32), counts, columns->n * sizeof (guint));
        }
    }
}

/* ---- Counts ---- */

static DemTimelineCounts
count_one_by_one (DemTimelineIndex *index, DemPeriod period)
{
  DemTimelineCounts counts = { 0 };

  for (guint32 i = 0; i < dem_dossier_count (index->dossier, DEM_KIND_EVENT); i++)
    {
      const DemEdtf *when = &dem_dossier_event (index->dossier, i)->when;
      DemAnswer answer = dem_edtf_overlaps (when, period);

      if (!dem_dossier_exists_in (index->dossier, DEM_REF (EVENT, i), index->scenario))
        continue;
      if (dem_timeline_index_find (index, i) < 0)
        counts.undated++;
      else if (answer != DEM_ANSWER_NO)
        *(answer == DEM_ANSWER_YES ? &counts.sure : &counts.possible) += 1;
    }
  return counts;
}

/* What the button says, what its list shows, and what is so are the same. */
static void
assert_counts (DemTimelineIndex *index, DemPeriod period)
{
  DemTimelineCounts counts = dem_timeline_index_count (index, period), wanted = count_one_by_one (index, period);
  g_autoptr (DemEventRows) rows = dem_event_rows_new (index, period);
  guint n_headings = (wanted.sure > 0) + (wanted.possible > 0) + (wanted.undated > 0);

  g_assert_cmpuint (counts.sure, ==, wanted.sure);
  g_assert_cmpuint (counts.possible, ==, wanted.possible);
  g_assert_cmpuint (counts.undated, ==, wanted.undated);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==,
                    wanted.sure + wanted.possible + wanted.undated + n_headings);
}

static void
assert_counts_of (DemDossier *dossier, GRand *random)
{
  DemPeriod span = dem_dossier_get_span (dossier);
  guint n_scenarios = dem_dossier_count (dossier, DEM_KIND_SCENARIO);

  for (guint32 scenario = 0; scenario <= n_scenarios; scenario++)
    {
      g_autoptr (DemTimelineIndex) index
          = dem_timeline_index_new (dossier, scenario < n_scenarios ? scenario : DEM_NO_INDEX);

      assert_counts (index, DEM_PERIOD_ALL);
      assert_counts (index, span);
      for (guint round = 0; round < 100; round++)
        assert_counts (index, random_view (random));
    }
}

static void
test_counts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (DemDossier) korea = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  g_autoptr (DemDossier) panama = open_fixture ("../data/dossiers/panama-canal-1978.dossier.json");

  assert_counts_of (korea, random);
  assert_counts_of (panama, random);
  for (guint seed = 0; seed < SEEDS; seed++)
    {
      g_autoptr (DemDossier) dossier = generate (random, 40 * seed + 1);

      assert_counts_of (dossier, random);
    }
}

/* ---- Pictures ---- */

static void
get_extent (const DemTimelineLayout *layout, const DemLanePlaced *placed, double *x0, double *x1)
{
  *x0 = placed->label_x;
  *x1 = placed->label_x + placed->label_width;
  g_assert_cmpfloat (*x0, >=, layout->left);
  g_assert_cmpfloat (*x1, <=, layout->right);
}

static void
assert_labels_apart (const Sample *sample)
{
  const DemTimelineLayout *layout = dem_timeline_scene_get_layout (scene_of (sample));
  const DemLanes *lanes = dem_event_lane_get_lanes (dem_timeline_scene_get_event_lane (scene_of (sample)));

  for (guint i = 0; i < lanes->placed->len; i++)
    {
      const DemLanePlaced *a = &g_array_index (lanes->placed, DemLanePlaced, i);
      double a0, a1, b0, b1;

      get_extent (layout, a, &a0, &a1);
      if (!isnan (layout->today_x))
        g_assert_true (a1 < layout->today_x || a0 > layout->today_x);
      for (guint j = 0; j < i; j++)
        {
          const DemLanePlaced *b = &g_array_index (lanes->placed, DemLanePlaced, j);

          get_extent (layout, b, &b0, &b1);
          g_assert_true (a->row != b->row || a1 < b0 || b1 < a0);
        }
    }
}

/* Each mark is where pointing finds it, and the cursor can stand on everything in view. */
static void
assert_reachable (const Sample *sample)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (sample->scene, &n);

  g_assert_cmpuint (n, <, 1000);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t middle;

      if (marks[i].ref.kind != DEM_KIND_EVENT)
        continue;
      graphene_rect_get_center (&marks[i].bounds, &middle);
      g_assert_true (dem_ref_equal (dem_scene_hit (sample->scene, middle.x, middle.y, 6), marks[i].ref));
    }
}

/* The bars of histograms together stand for what is neither a label nor a dot. */
static void
test_pictures (void)
{
  for (guint seed = 0; seed < SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = (guint) pow (10, g_rand_double_range (random, 0, 3.7));
      Sample sample = sample_new (generate (random, n));

      for (guint round = 0; round < 16; round++)
        {
          if (round == 8)
            dem_focus_select (sample.focus, dem_dossier_find (sample.dossier, g_rand_boolean (random) ? "a" : "e0"));
          dem_focus_set_view (sample.focus, random_view (random));
          remake (&sample, g_rand_double_range (random, 160, 2400), g_rand_double_range (random, 120, 700));
          assert_nothing_lost (&sample);
          assert_labels_apart (&sample);
          assert_reachable (&sample);
        }
      cairo_surface_destroy (render (&sample));
      sample_clear (&sample);
    }
}

/* The most important event of a crowd has a label, and what is selected has one before it. */
static void
test_priority (void)
{
  for (guint seed = 0; seed < SEEDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new (HEAD "\"events\":[");
      Sample sample;
      graphene_rect_t bounds;

      for (guint i = 0; i < 5000; i++)
        g_string_append_printf (text, "%s{\"id\":\"e%u\",\"title\":\"E%u\",\"importance\":%.3f,\"when\":\"2018-%02d-%02d\"}",
                                i ? "," : "", i, i, i == 77 ? 1.0 : 0.9 * g_rand_double (random),
                                i == 77 || i == 78 ? 6 : g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
      g_string_append (text, "]}");
      sample = sample_of (text->str);
      set_view (&sample, 2016, 2020);
      g_assert_nonnull (find_mark (&sample, "e77"));
      dem_focus_select (sample.focus, dem_dossier_find (sample.dossier, "e78"));
      remake (&sample, WIDTH, HEIGHT);
      g_assert_nonnull (find_mark (&sample, "e78"));
      assert_nothing_lost (&sample);
      /* An event without a mark can still be stood on. */
      for (guint32 i = 0; i < 5000; i++)
        g_assert_true (dem_scene_get_bounds (sample.scene, DEM_REF (EVENT, i), &bounds));
      sample_clear (&sample);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/timeline/random/best", test_best);
  g_test_add_func ("/timeline/random/columns", test_columns);
  g_test_add_func ("/timeline/random/counts", test_counts);
  g_test_add_func ("/timeline/random/pictures", test_pictures);
  g_test_add_func ("/timeline/random/priority", test_priority);
  return g_test_run ();
}
