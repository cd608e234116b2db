/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lanes: nothing overlaps, nothing vanishes, nothing crosses today. */

#include <math.h>

#include "ui/timeline/lanes.h"

typedef struct
{
  DemLaneItem *items;
  double *widths;
  guint n;
  guint measured;
} Sample;

static double
measure (guint item, gpointer data)
{
  Sample *sample = data;

  sample->measured++;
  return sample->widths[item];
}

static void
sample_clear (Sample *sample)
{
  g_free (sample->items);
  g_free (sample->widths);
}

static Sample
sample_new (guint n)
{
  return (Sample){ .items = g_new0 (DemLaneItem, n), .widths = g_new0 (double, n), .n = n };
}

static DemLaneSpace
space_new (guint rows)
{
  return (DemLaneSpace){ .left = 148, .right = 1004, .today = NAN, .rows = rows, .count_width = 150 };
}

static DemLanes *
pack (Sample *sample, const DemLaneSpace *space)
{
  return dem_lanes_pack (sample->items, sample->n, space, measure, sample);
}

static const DemLanePlaced *
find_placed (const DemLanes *lanes, guint item)
{
  for (guint i = 0; i < lanes->placed->len; i++)
    if (g_array_index (lanes->placed, DemLanePlaced, i).item == item)
      return &g_array_index (lanes->placed, DemLanePlaced, i);
  return NULL;
}

static void
set_dot (Sample *sample, guint i, double x, double width, float priority)
{
  sample->items[i] = (DemLaneItem){ x, x, priority, DEM_LANE_NO_WISH, FALSE };
  sample->widths[i] = width;
}

/* ---- What holds for every packing ---- */

static void
get_extent (const Sample *sample, const DemLanePlaced *placed, double *x0, double *x1)
{
  const DemLaneItem *item = &sample->items[placed->item];
  double rim = item->bar ? 0 : DEM_LANE_DOT_RADIUS;

  *x0 = MIN (item->x0 - rim, placed->label_x);
  *x1 = MAX (item->x1 + rim, placed->label_x + placed->label_width);
}

static void
assert_no_overlap (const Sample *sample, const DemLanes *lanes)
{
  for (guint i = 1; i < lanes->placed->len; i++)
    {
      const DemLanePlaced *a = &g_array_index (lanes->placed, DemLanePlaced, i - 1);
      const DemLanePlaced *b = &g_array_index (lanes->placed, DemLanePlaced, i);
      double a0, a1, b0, b1;

      g_assert_cmpuint (b->row, <, lanes->rows);
      if (a->row != b->row)
        continue;
      get_extent (sample, a, &a0, &a1);
      get_extent (sample, b, &b0, &b1);
      g_assert_true (a1 < b0 || b1 < a0);
    }
}

static void
assert_inside (const DemLaneSpace *space, const DemLanes *lanes)
{
  for (guint i = 0; i < lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (lanes->placed, DemLanePlaced, i);

      g_assert_cmpfloat (placed->label_x, >=, space->left);
      g_assert_cmpfloat (placed->label_x + placed->label_width, <=, space->right);
      if (!isnan (space->today))
        g_assert_true (placed->label_x > space->today
                       || placed->label_x + placed->label_width < space->today);
    }
}

static void
assert_nothing_lost (const Sample *sample, const DemLaneSpace *space, const DemLanes *lanes)
{
  guint total = lanes->placed->len + lanes->dots->len;
  g_autofree guint8 *seen = g_new0 (guint8, sample->n + 1);

  for (guint i = 0; i < lanes->placed->len; i++)
    seen[g_array_index (lanes->placed, DemLanePlaced, i).item]++;
  for (guint i = 0; i < lanes->dots->len; i++)
    {
      const DemLaneDot *dot = &g_array_index (lanes->dots, DemLaneDot, i);

      seen[dot->item]++;
      if (i > 0)
        g_assert_cmpfloat (dot->x, >=, g_array_index (lanes->dots, DemLaneDot, i - 1).x + 5);
    }
  for (guint i = 0; i < sample->n; i++)
    {
      g_assert_cmpuint (seen[i], <=, 1);
      if (!seen[i])
        g_assert_cmpint (dem_lanes_find_cluster (lanes, dem_lane_item_x (&sample->items[i], space)), >=, 0);
    }
  for (guint i = 0; i < lanes->clusters->len; i++)
    {
      const DemLaneCluster *cluster = &g_array_index (lanes->clusters, DemLaneCluster, i);

      total += cluster->count;
      g_assert_cmpuint (cluster->count, >, 3);
      if (i > 0)
        g_assert_cmpfloat (cluster->text_x0, >,
                           g_array_index (lanes->clusters, DemLaneCluster, i - 1).text_x1);
    }
  g_assert_cmpuint (total, ==, sample->n);
}

static void
assert_sound (const Sample *sample, const DemLaneSpace *space, const DemLanes *lanes)
{
  assert_no_overlap (sample, lanes);
  assert_inside (space, lanes);
  assert_nothing_lost (sample, space, lanes);
}

static void
fill_random (Sample *sample, const DemLaneSpace *space)
{
  gboolean crowded = g_test_rand_int_range (0, 3) == 0;
  double middle = g_test_rand_double_range (space->left, space->right);

  for (guint i = 0; i < sample->n; i++)
    {
      DemLaneItem *item = &sample->items[i];

      item->x0 = crowded ? CLAMP (middle + g_test_rand_double_range (-30, 30), space->left, space->right)
                         : g_test_rand_double_range (space->left, space->right);
      item->bar = g_test_rand_int_range (0, 4) == 0;
      item->x1 = item->x0;
      if (item->bar)
        {
          item->x0 -= g_test_rand_double_range (0, 20) * (item->x0 - 20 >= space->left ? 1 : 0);
          item->x1 += g_test_rand_double_range (4, 300);
          item->x1 = MIN (item->x1, space->right + 20);
        }
      item->wish = g_test_rand_bit () ? DEM_LANE_NO_WISH : (guint16) g_test_rand_int_range (0, 14);
      item->priority = (float) g_test_rand_int_range (0, 10) / 10;
      sample->widths[i] = g_test_rand_double_range (4, 200);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 1500; round++)
    {
      Sample sample = sample_new ((guint) g_test_rand_int_range (0, round % 50 == 0 ? 3000 : 120));
      DemLaneSpace space = space_new ((guint) g_test_rand_int_range (0, 13));
      g_autoptr (DemLanes) lanes = NULL;

      if (g_test_rand_bit ())
        space.today = g_test_rand_double_range (space.left, space.right);
      if (g_test_rand_int_range (0, 5) == 0)
        space.right = space.left + g_test_rand_double_range (0, 120);
      fill_random (&sample, &space);
      lanes = pack (&sample, &space);
      assert_sound (&sample, &space, lanes);
      sample_clear (&sample);
    }
}

/* ---- Where labels go ---- */

static void
test_sides (void)
{
  Sample sample = sample_new (3);
  DemLaneSpace space = space_new (4);
  g_autoptr (DemLanes) lanes = NULL;

  space.today = 600;
  set_dot (&sample, 0, 300, 80, 0.5f); /* right */
  set_dot (&sample, 1, 560, 80, 0.5f); /* left, for today is in the way */
  set_dot (&sample, 2, 990, 80, 0.5f); /* left, for the edge is */
  lanes = pack (&sample, &space);

  g_assert_cmpfloat (find_placed (lanes, 0)->label_x, ==, 310);
  g_assert_cmpfloat (find_placed (lanes, 1)->label_x, ==, 470);
  g_assert_cmpfloat (find_placed (lanes, 2)->label_x, ==, 900);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (find_placed (lanes, i)->row, ==, 0);
  sample_clear (&sample);
}

/* A bar that began before the view has its label at the edge; one that goes on beyond today before the line.
 */
static void
test_bars (void)
{
  Sample sample = sample_new (2);
  DemLaneSpace space = space_new (4);
  g_autoptr (DemLanes) lanes = NULL;

  space.today = 600;
  sample.items[0] = (DemLaneItem){ 128, 300, 0.5f, DEM_LANE_NO_WISH, TRUE };
  sample.widths[0] = 90;
  sample.items[1] = (DemLaneItem){ 550, 700, 0.5f, DEM_LANE_NO_WISH, TRUE };
  sample.widths[1] = 90;
  lanes = pack (&sample, &space);

  g_assert_cmpfloat (find_placed (lanes, 0)->label_x, ==, 149);
  g_assert_cmpfloat (find_placed (lanes, 1)->label_x, ==, 506);
  sample_clear (&sample);
}

/* In one row only the important one of two has room; the other becomes a dot where it belongs. */
static void
test_priority (void)
{
  Sample sample = sample_new (2);
  DemLaneSpace space = space_new (1);
  g_autoptr (DemLanes) lanes = NULL;

  set_dot (&sample, 0, 500, 80, 0.2f);
  set_dot (&sample, 1, 503, 80, 0.9f);
  lanes = pack (&sample, &space);

  g_assert_nonnull (find_placed (lanes, 1));
  g_assert_null (find_placed (lanes, 0));
  g_assert_cmpuint (lanes->dots->len, ==, 1);
  g_assert_cmpfloat (g_array_index (lanes->dots, DemLaneDot, 0).x, ==, 500);
  g_assert_cmpuint (lanes->clusters->len, ==, 0);
  sample_clear (&sample);
}

/* Who had a row keeps it; where that would leave somebody without, all begin anew. */
static void
test_wishes (void)
{
  Sample sample = sample_new (2);
  DemLaneSpace space = space_new (2);
  g_autoptr (DemLanes) lanes = NULL;
  g_autoptr (DemLanes) crowded = NULL;
  Sample three = sample_new (3);

  set_dot (&sample, 0, 300, 80, 0.5f);
  set_dot (&sample, 1, 600, 80, 0.5f);
  sample.items[1].wish = 1;
  lanes = pack (&sample, &space);
  g_assert_cmpuint (find_placed (lanes, 0)->row, ==, 0);
  g_assert_cmpuint (find_placed (lanes, 1)->row, ==, 1);
  sample_clear (&sample);

  /* the second could keep its row only if the third had none */
  set_dot (&three, 0, 300, 100, 0.5f);
  set_dot (&three, 1, 380, 100, 0.5f);
  set_dot (&three, 2, 450, 100, 0.5f);
  for (guint i = 0; i < 3; i++)
    three.items[i].wish = (guint16) (i % 2);
  three.items[2].wish = 1;
  crowded = pack (&three, &space);
  g_assert_cmpuint (crowded->placed->len, ==, 3);
  assert_sound (&three, &space, crowded);
  sample_clear (&three);
}

/* Three left over at one moment are three dots that can be told apart; four are a histogram. */
static void
test_histogram (void)
{
  for (guint left_over = 3; left_over <= 4; left_over++)
    {
      Sample sample = sample_new (left_over + 1);
      DemLaneSpace space = space_new (1);
      g_autoptr (DemLanes) lanes = NULL;

      for (guint i = 0; i < sample.n; i++)
        set_dot (&sample, i, 500, 900, 0.5f);
      set_dot (&sample, left_over, 500, 80, 1);
      lanes = pack (&sample, &space);
      g_assert_cmpuint (lanes->clusters->len, ==, left_over > 3);
      assert_sound (&sample, &space, lanes);
      if (left_over == 3)
        g_assert_cmpuint (lanes->dots->len, ==, 3);
      else /* the histogram takes the only row */
        g_assert_cmpuint (g_array_index (lanes->clusters, DemLaneCluster, 0).count, ==, 5);
      sample_clear (&sample);
    }
}

/* A hundred thousand at one instant, and at a thousand: as many labels are measured as might have room. */
static void
test_many (void)
{
  for (guint round = 0; round < 2; round++)
    {
      Sample sample = sample_new (100000);
      DemLaneSpace space = space_new (8);
      g_autoptr (DemLanes) lanes = NULL;

      for (guint i = 0; i < sample.n; i++)
        set_dot (&sample, i, round == 0 ? 700 : 150 + (i % 1000) * 0.8, 60 + i % 30, 0.5f);
      lanes = pack (&sample, &space);
      g_assert_cmpuint (sample.measured, <=, 1200);
      g_assert_cmpuint (lanes->placed->len, >=, 5);
      assert_sound (&sample, &space, lanes);
      sample_clear (&sample);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/lanes/sides", test_sides);
  g_test_add_func ("/timeline/lanes/bars", test_bars);
  g_test_add_func ("/timeline/lanes/priority", test_priority);
  g_test_add_func ("/timeline/lanes/wishes", test_wishes);
  g_test_add_func ("/timeline/lanes/histogram", test_histogram);
  g_test_add_func ("/timeline/lanes/random", test_random);
  g_test_add_func ("/timeline/lanes/many", test_many);
  return g_test_run ();
}
