/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis: where days are, which dates have a line, and that their labels never meet. */

#include <math.h>

#include "ui/timeline/axis.h"

#define CHARACTER 7.0

/* Every character as wide as another. */
static double
measure (const char *text, gpointer data)
{
  return CHARACTER * (double) g_utf8_strlen (text, -1);
}

static DemAxis
years (gint64 first, gint64 last, double width)
{
  return dem_axis_new ((DemPeriod){ dem_day_from_date (first, 1, 1), dem_day_from_date (last, 12, 31) }, 100,
                       width);
}

static GPtrArray *
labels_of (const DemAxis *axis)
{
  g_autoptr (GArray) ticks = dem_axis_ticks (axis, measure, NULL);
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ticks->len; i++)
    if (g_array_index (ticks, DemTick, i).label != NULL)
      g_ptr_array_add (labels, g_strdup (g_array_index (ticks, DemTick, i).label));
  g_ptr_array_add (labels, NULL);
  return labels;
}

static void
assert_labels (const DemAxis *axis, const char *expected)
{
  g_autoptr (GPtrArray) labels = labels_of (axis);
  g_autofree char *text = g_strjoinv ("|", (char **) labels->pdata);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_positions (void)
{
  DemAxis axis = dem_axis_new ((DemPeriod){ 0, 99 }, 100, 1000);

  g_assert_cmpfloat (dem_axis_pixels_per_day (&axis), ==, 10);
  g_assert_cmpfloat (dem_axis_day_begin (&axis, 0), ==, 100);
  g_assert_cmpfloat (dem_axis_day_end (&axis, 0), ==, 110);
  g_assert_cmpfloat (dem_axis_day_end (&axis, 99), ==, 1100);
  g_assert_cmpfloat (dem_axis_to_day (&axis, 605), ==, 50.5);
  g_assert_cmpfloat (dem_axis_to_x (&axis, dem_axis_to_day (&axis, 333)), ==, 333);
}

/* The infinite days are off the picture, but no further than can be drawn. */
static void
test_infinite (void)
{
  DemAxis axis = years (2012, 2021, 900);

  g_assert_cmpfloat (dem_axis_day_begin (&axis, DEM_DAY_BEFORE_ALL), <, 100);
  g_assert_cmpfloat (dem_axis_day_begin (&axis, DEM_DAY_BEFORE_ALL), >, -5000);
  g_assert_cmpfloat (dem_axis_day_end (&axis, DEM_DAY_AFTER_ALL), >, 1000);
  g_assert_cmpfloat (dem_axis_day_end (&axis, DEM_DAY_AFTER_ALL), <, 7000);
}

static void
test_labels (void)
{
  DemAxis decade = years (2012, 2021, 872);
  DemAxis century = years (1948, 2020, 872);
  DemAxis antiquity = years (-299, 300, 500);
  DemAxis turn = years (-2, 3, 600);
  DemAxis deep = years (-99999, 99999, 800);
  DemAxis months
      = dem_axis_new ((DemPeriod){ dem_day_from_date (2018, 2, 1), dem_day_from_date (2019, 2, 28) }, 0, 800);
  DemAxis days = dem_axis_new (
      (DemPeriod){ dem_day_from_date (2018, 12, 30), dem_day_from_date (2019, 1, 2) }, 0, 800);
  DemAxis day = dem_axis_new ((DemPeriod){ 17000, 17000 }, 0, 800);

  assert_labels (&decade, "2012|2013|2014|2015|2016|2017|2018|2019|2020|2021");
  assert_labels (&century, "1950|1960|1970|1980|1990|2000|2010");
  assert_labels (&antiquity, "300 BCE|200 BCE|100 BCE|1 CE|100|200");
  assert_labels (&turn, "3 BCE|2 BCE|1 BCE|1 CE|2 CE|3 CE");
  assert_labels (&deep, "100000 BCE|80000 BCE|60000 BCE|40000 BCE|20000 BCE|1 CE|20000|40000|60000|80000");
  assert_labels (&months, "Feb 2018|Apr|Jul|Oct|2019");
  assert_labels (&days, "30 Dec 2018|31 Dec|1 Jan 2019|2 Jan");
  assert_labels (&day, "18 Jul 2016");
}

/* What is under way at the left edge is named, and there is no line for it. */
static void
test_edge (void)
{
  DemAxis axis
      = { (double) dem_day_from_date (2014, 3, 1), (double) dem_day_from_date (2019, 1, 1), 100, 600 };
  g_autoptr (GArray) ticks = dem_axis_ticks (&axis, measure, NULL);
  const DemTick *edge = &g_array_index (ticks, DemTick, 0);

  g_assert_cmpstr (edge->label, ==, "2014");
  g_assert_false (edge->line);
  g_assert_cmpfloat (edge->label_x, ==, 104);
  g_assert_cmpstr (g_array_index (ticks, DemTick, 1).label, ==, "2015");
  g_assert_true (g_array_index (ticks, DemTick, 1).line);
  assert_labels (&axis, "2014|2015|2016|2017|2018");
}

static void
assert_apart (const DemAxis *axis, GArray *ticks)
{
  double end = axis->left - 1;
  guint n_labels = 0, n_lines = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (ticks, DemTick, i);

      if (i > 0)
        g_assert_cmpfloat (tick->x, >, g_array_index (ticks, DemTick, i - 1).x);
      n_lines += tick->line;
      if (tick->line)
        g_assert_cmpfloat (tick->x, >=, axis->left - 0.1);
      g_assert_cmpfloat (tick->x, <, axis->left + axis->width);
      if (tick->label == NULL)
        continue;
      n_labels++;
      g_assert_cmpfloat (tick->label_width, ==, measure (tick->label, NULL));
      g_assert_cmpfloat (tick->label_x, >, end);
      end = tick->label_x + tick->label_width;
      g_assert_cmpfloat (end, <=, axis->left + axis->width);
    }
  g_assert_cmpuint (n_lines, <=, (guint) (axis->width / 9) + 2);
  if (axis->width >= 200)
    g_assert_cmpuint (n_labels, >=, 1);
}

static void
test_random (void)
{
  for (guint i = 0; i < 6000; i++)
    {
      double span = pow (10, g_test_rand_double_range (0, 11));
      double first = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_double_range (0, 11));
      DemAxis axis = { first, first + MAX (span, 1), 148, g_test_rand_double_range (40, 2500) };
      g_autoptr (GArray) ticks = dem_axis_ticks (&axis, measure, NULL);

      assert_apart (&axis, ticks);
    }
}

/* Lines stand where their label says. */
static void
test_truth (void)
{
  for (gint64 year = -12; year < 12; year++)
    {
      DemAxis axis = years (year, year + 3, 500);
      g_autoptr (GArray) ticks = dem_axis_ticks (&axis, measure, NULL);

      g_assert_cmpuint (ticks->len, ==, 4);
      for (guint i = 0; i < 4; i++)
        {
          const DemTick *tick = &g_array_index (ticks, DemTick, i);
          g_autofree char *expected = year + i > 0 ? g_strdup_printf ("%d CE", (int) (year + i))
                                                   : g_strdup_printf ("%d BCE", (int) (1 - year - i));

          g_assert_cmpstr (tick->label, ==, expected);
          g_assert_cmpfloat_with_epsilon (
              tick->x, dem_axis_day_begin (&axis, dem_day_from_date (year + i, 1, 1)), 1e-6);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/axis/positions", test_positions);
  g_test_add_func ("/timeline/axis/infinite", test_infinite);
  g_test_add_func ("/timeline/axis/labels", test_labels);
  g_test_add_func ("/timeline/axis/edge", test_edge);
  g_test_add_func ("/timeline/axis/random", test_random);
  g_test_add_func ("/timeline/axis/truth", test_truth);
  return g_test_run ();
}
