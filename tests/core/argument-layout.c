/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/layout/argument_layout.h"

#include <locale.h>
#include <math.h>

#include "app/layout/column_place.h"

static const DemArgumentMetrics metrics = { { 172, 206, 246, 242 }, 48, 70, 10, 14, 900 };

static guint
add_box (DemArgumentPlan *plan, double height)
{
  return dem_argument_plan_add_box (plan, &(DemArgumentBox){ height, 0, FALSE });
}

static void
add_step (DemArgumentPlan *plan, guint to, guint from)
{
  dem_argument_plan_add_step_to_box (plan, to, &from, 1);
}

/* Each claim with so many reasons, so many levels deep. */
static DemArgumentPlan *
make_tree (guint n_boxes, guint n_reasons)
{
  DemArgumentPlan *plan = dem_argument_plan_new (&metrics);

  for (guint i = 0; i < n_boxes; i++)
    add_box (plan, 60);
  for (guint i = 1; i < n_boxes; i++)
    add_step (plan, (i - 1) / n_reasons, i);
  return plan;
}

static DemArgumentPlan *
make_random (guint seed, guint n_boxes, guint n_steps)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  DemArgumentPlan *plan = dem_argument_plan_new (&metrics);

  for (guint i = 0; i < n_boxes; i++)
    dem_argument_plan_add_box (plan, &(DemArgumentBox){ g_rand_double_range (random, 40, 90),
                                                        g_rand_boolean (random) ? 26 : 0, FALSE });
  for (guint i = 0; i < n_steps; i++)
    {
      guint from[3], n = (guint) g_rand_int_range (random, 1, 4);

      for (guint j = 0; j < n; j++)
        from[j] = (guint) g_rand_int_range (random, 0, (int) n_boxes);
      if (i > 0 && g_rand_int_range (random, 0, 6) == 0)
        dem_argument_plan_add_step_to_step (plan, (guint) g_rand_int_range (random, 0, (int) i), from, n);
      else
        dem_argument_plan_add_step_to_box (plan, (guint) g_rand_int_range (random, 0, (int) n_boxes), from,
                                           n);
    }
  return plan;
}

static void
assert_nothing_overlaps (DemArgumentLayout *layout)
{
  DemArgumentPlan *plan = dem_argument_layout_get_plan (layout);
  const DemArgumentPlace *places = dem_argument_layout_get_places (layout);
  double width, height;

  dem_argument_layout_get_size (layout, &width, &height);
  for (guint i = 0; i < dem_argument_plan_count_boxes (plan); i++)
    {
      const DemArgumentPlace *a = &places[i];
      double below = dem_argument_plan_get_box (plan, i)->below;

      g_assert_true (isfinite (a->x) && isfinite (a->y));
      g_assert_cmpfloat (a->x, >=, 0);
      g_assert_cmpfloat (a->y, >=, -1e-6);
      g_assert_cmpfloat (a->x + a->width, <=, width + 1e-6);
      g_assert_cmpfloat (a->y + a->height + below, <=, height + 1e-6);
      for (guint j = 0; j < dem_argument_plan_count_boxes (plan); j++)
        {
          const DemArgumentPlace *b = &places[j];
          gboolean aside = a->x + a->width + 20 < b->x || b->x + b->width + 20 < a->x;

          if (i == j || aside || b->y < a->y)
            continue;
          g_assert_cmpfloat (b->y, >=, a->y + a->height + below + metrics.spacing - 1e-6);
        }
    }
}

/* 3,000 reasons of one claim, each by itself or all in one step, and 3,000 steps that break one link. */
static void
test_star (void)
{
  g_autoptr (DemArgumentPlan) apart = make_tree (3001, 3000);
  g_autoptr (DemArgumentPlan) together = dem_argument_plan_new (&metrics);
  g_autoptr (DemArgumentPlan) breaking = dem_argument_plan_new (&metrics);
  DemArgumentPlan *plans[] = { apart, together, breaking };
  guint from[3000];

  for (guint i = 0; i <= 3000; i++)
    {
      add_box (together, 60);
      add_box (breaking, 60);
      if (i > 0)
        from[i - 1] = i;
    }
  dem_argument_plan_add_step_to_box (together, 0, from, 3000);
  dem_argument_plan_add_step_to_box (breaking, 0, from, 1);
  for (guint i = 1; i < 3000; i++)
    dem_argument_plan_add_step_to_step (breaking, 0, &from[i], 1);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plans[i]);

      g_test_message ("laid out in %.0f ms", (double) (g_get_monotonic_time () - begin) / 1e3);
      assert_nothing_overlaps (layout);
    }
}

static void
test_columns (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (13, 3);
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
  const DemArgumentPlace *places = dem_argument_layout_get_places (layout);
  const double xs[] = { 0, 220, 474 };

  assert_nothing_overlaps (layout);
  for (guint i = 0; i < 13; i++)
    {
      guint column = i == 0 ? 0 : i < 4 ? 1 : 2;

      g_assert_cmpuint (places[i].column, ==, column);
      g_assert_cmpfloat (places[i].x, ==, xs[column]);
      g_assert_cmpfloat (places[i].width, ==, metrics.widths[column]);
    }
}

/* Reasons stand in the order in which they are told, so that folding one moves no other past its neighbours.
 */
static void
test_order_is_kept (void)
{
  static const guint sizes[][2] = { { 13, 3 }, { 31, 2 }, { 85, 4 }, { 40, 39 }, { 400, 7 } };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (DemArgumentPlan) plan = make_tree (sizes[k][0], sizes[k][1]);
      g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
      const DemArgumentPlace *places = dem_argument_layout_get_places (layout);

      for (guint i = 1; i + 1 < sizes[k][0]; i++)
        if (places[i].column == places[i + 1].column)
          {
            g_test_message ("tree %u: %u at %g, %u at %g", k, i, places[i].y, i + 1, places[i + 1].y);
            g_assert_cmpfloat (places[i + 1].y - places[i].y, >=, metrics.pitch - 1e-6);
          }
    }
}

/* A claim stands in the middle of its reasons where nothing is in the way. */
static void
test_balance (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (4, 3);
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
  const DemArgumentPlace *places = dem_argument_layout_get_places (layout);

  g_assert_cmpfloat_with_epsilon (places[0].y, places[2].y, 1e-6);
  g_assert_cmpfloat_with_epsilon (places[2].y - places[1].y, metrics.pitch, 1e-6);
}

static void
test_lanes (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (4, 1); /* a chain of four */
  g_autoptr (DemArgumentLayout) layout = NULL;
  const DemArgumentPlace *places;
  const DemArgumentLane *lanes;
  guint n;

  add_step (plan, 0, 3);
  layout = dem_argument_layout_new (plan);
  places = dem_argument_layout_get_places (layout);
  lanes = dem_argument_layout_get_lanes (layout, 3, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    {
      const DemArgumentPlace *box = &places[lanes[i].column];

      g_assert_cmpuint (lanes[i].column, ==, 2 - i);
      g_assert_true (lanes[i].y < box->y || lanes[i].y > box->y + box->height);
    }
  dem_argument_layout_get_lanes (layout, 0, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* A circle is drawn with a connector that leads back; what supports itself needs no second column. */
static void
test_circles (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (3, 1);
  g_autoptr (DemArgumentLayout) layout = NULL;
  const DemArgumentPlace *places;
  guint n;

  add_step (plan, 2, 0);
  add_step (plan, 1, 1);
  layout = dem_argument_layout_new (plan);
  places = dem_argument_layout_get_places (layout);
  assert_nothing_overlaps (layout);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (places[i].column, ==, i);
  dem_argument_layout_get_lanes (layout, 2, &n);
  g_assert_cmpuint (n, ==,
                    2); /* past the middle claim and past the last, whose reason comes from the first */
  dem_argument_layout_get_lanes (layout, 3, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* What breaks a step stands in the column of the step's premises. */
static void
test_undercut (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (3, 2);
  g_autoptr (DemArgumentLayout) layout = NULL;
  guint breaker = add_box (plan, 60);

  dem_argument_plan_add_step_to_step (plan, 0, &breaker, 1);
  layout = dem_argument_layout_new (plan);
  assert_nothing_overlaps (layout);
  g_assert_cmpuint (dem_argument_layout_get_places (layout)[breaker].column, ==, 1);
  g_assert_cmpuint (dem_argument_plan_get_step (plan, 2)->root, ==, 0);
}

static void
test_alone (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (3, 2);
  g_autoptr (DemArgumentLayout) layout = NULL;
  const DemArgumentPlace *places;
  double rows;

  for (guint i = 0; i < 8; i++)
    dem_argument_plan_add_box (plan, &(DemArgumentBox){ 60, 0, TRUE });
  layout = dem_argument_layout_new (plan);
  places = dem_argument_layout_get_places (layout);
  rows = dem_argument_layout_get_rows_y (layout);
  assert_nothing_overlaps (layout);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (places[i].y + places[i].height, <, rows);
  for (guint i = 3; i < 11; i++)
    {
      g_assert_cmpuint (places[i].column, ==, DEM_ARGUMENT_NONE);
      g_assert_cmpfloat (places[i].y, >=, rows);
    }
  g_assert_cmpfloat (places[3].y, ==, places[5].y); /* side by side */
  g_assert_cmpfloat (places[10].y, >, places[3].y); /* and in rows */
}

static void
test_nothing (void)
{
  g_autoptr (DemArgumentPlan) plan = dem_argument_plan_new (&metrics);
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
  double width, height;

  dem_argument_layout_get_size (layout, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
  g_assert_true (isnan (dem_argument_layout_get_rows_y (layout)));
}

static void
test_random (void)
{
  for (guint seed = 1; seed <= 60; seed++)
    {
      guint n = 1 + seed % 40;
      g_autoptr (DemArgumentPlan) plan = make_random (seed, n, n * (1 + seed % 3));
      g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
      g_autoptr (DemArgumentLayout) again = dem_argument_layout_new (plan);
      const DemArgumentPlace *places = dem_argument_layout_get_places (layout);

      g_test_message ("seed %u", seed);
      assert_nothing_overlaps (layout);
      for (guint i = 0; i < n; i++)
        g_assert_cmpmem (&places[i], sizeof (DemArgumentPlace), &dem_argument_layout_get_places (again)[i],
                         sizeof (DemArgumentPlace));
    }
}

/* ---- Columns ---- */

static void
test_column_place (void)
{
  DemColumnPlace free[] = { { 0, 5, 1, 0 }, { 10, 50, 1, 0 }, { 10, 90, 1, 0 } };
  DemColumnPlace tight[] = { { 0, 0, 1, 0 }, { 10, 0, 1, 0 }, { 10, 0, 1, 0 } };
  DemColumnPlace heavy[] = { { 0, 0, 3, 0 }, { 8, 0, 1, 0 } };

  dem_column_place (NULL, 0);
  dem_column_place (free, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (free[i].y, ==, free[i].wish);
  dem_column_place (tight, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (tight[i].y, (double) i * 10 - 10, 1e-9);
  dem_column_place (heavy, 2);
  g_assert_cmpfloat_with_epsilon (heavy[0].y, -2, 1e-9);
  g_assert_cmpfloat_with_epsilon (heavy[1].y, 6, 1e-9);
}

/* ---- On a worker ---- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (DemArgumentPlan *plan, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  dem_argument_layout_new_async (plan, cancellable, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_worker (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (13, 3);
  g_autoptr (GAsyncResult) result = wait_for (plan, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new_finish (result, &error);

  g_assert_no_error (error);
  assert_nothing_overlaps (layout);
}

static void
test_cancelled (void)
{
  g_autoptr (DemArgumentPlan) plan = make_tree (13, 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = wait_for (plan, cancellable);
  g_assert_null (dem_argument_layout_new_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/argument-layout/columns", test_columns);
  g_test_add_func ("/argument-layout/order-is-kept", test_order_is_kept);
  g_test_add_func ("/argument-layout/balance", test_balance);
  g_test_add_func ("/argument-layout/lanes", test_lanes);
  g_test_add_func ("/argument-layout/circles", test_circles);
  g_test_add_func ("/argument-layout/undercut", test_undercut);
  g_test_add_func ("/argument-layout/alone", test_alone);
  g_test_add_func ("/argument-layout/nothing", test_nothing);
  g_test_add_func ("/argument-layout/star", test_star);
  g_test_add_func ("/argument-layout/random", test_random);
  g_test_add_func ("/argument-layout/column-place", test_column_place);
  g_test_add_func ("/argument-layout/worker", test_worker);
  g_test_add_func ("/argument-layout/cancelled", test_cancelled);
  return g_test_run ();
}
