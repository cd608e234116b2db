/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving boxes until lines between them are short, apart and free. */

#include <string.h>

#include "app/layout/untangle.h"

#define GAP 10.0
#define ASPECT 2.0

static void
assert_apart (const DemBox *boxes, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      g_assert_false (!(boxes[i].fixed && boxes[j].fixed) && dem_boxes_overlap (&boxes[i], &boxes[j], GAP - 1e-6));
}

/* Two lines that cross as a pair of diagonals do not, once one end has gone elsewhere. */
static void
test_uncrosses (void)
{
  DemBox boxes[] = {
    { 0, 0, 20, 20, TRUE }, { 300, 150, 20, 20, FALSE }, { 300, 0, 20, 20, TRUE }, { 0, 150, 20, 20, TRUE }
  };
  const DemTangleLine lines[] = { { 0, 1 }, { 2, 3 } };
  double before = dem_boxes_get_tangle (boxes, 4, lines, 2);

  dem_boxes_untangle (boxes, 4, lines, 2, GAP, ASPECT);
  g_assert_cmpfloat (dem_boxes_get_tangle (boxes, 4, lines, 2), <, before - 15);
  assert_apart (boxes, 4);
}

/* A box on the way of a line gives way. */
static void
test_frees_lines (void)
{
  DemBox boxes[] = {
    { 0, 0, 20, 20, TRUE }, { 110, 0, 20, 20, TRUE }, { 55, 0, 20, 20, FALSE }, { 0, 80, 20, 20, TRUE }
  };
  const DemTangleLine lines[] = { { 0, 1 }, { 2, 3 } };

  dem_boxes_untangle (boxes, 4, lines, 2, GAP, ASPECT);
  g_assert_cmpfloat (boxes[2].y - boxes[2].height / 2, >=, 0);
  assert_apart (boxes, 4);
}

/* Two lines that lie upon each other part. */
static void
test_parts_lines (void)
{
  DemBox boxes[] = {
    { 0, 0, 20, 20, TRUE }, { 200, 0, 20, 20, TRUE }, { 100, 2, 20, 2, FALSE }, { 100, 120, 20, 20, TRUE }
  };
  const DemTangleLine lines[] = { { 0, 1 }, { 0, 2 } };

  dem_boxes_untangle (boxes, 4, lines, 2, GAP, ASPECT);
  g_assert_cmpfloat (ABS (boxes[2].y), >, 20);
}

static void
scatter (DemBox *boxes, guint n, DemTangleLine *lines, guint n_lines, GRand *rand)
{
  for (guint i = 0; i < n; i++)
    boxes[i]
        = (DemBox){ g_rand_double_range (rand, 0, 900), g_rand_double_range (rand, 0, 400),
                    g_rand_double_range (rand, 10, 200), g_rand_double_range (rand, 10, 90), i % 7 == 3 };
  dem_boxes_separate (boxes, n, GAP);
  for (guint i = 0; i < n_lines; i++)
    {
      guint a = (guint) g_rand_int_range (rand, 0, (gint32) n);

      lines[i] = (DemTangleLine){ a,
                                  (a + 1 + (guint) g_rand_int_range (rand, 0, (gint32) n - 1)) % n,
                                  g_rand_double_range (rand, -5, 5),
                                  0,
                                  0,
                                  g_rand_double_range (rand, -5, 5) };
    }
}

static void
get_bounds (const DemBox *boxes, guint n, double *width, double *height)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, boxes[i].x - boxes[i].width / 2);
      right = MAX (right, boxes[i].x + boxes[i].width / 2);
      top = MIN (top, boxes[i].y - boxes[i].height / 2);
      bottom = MAX (bottom, boxes[i].y + boxes[i].height / 2);
    }
  *width = right - left;
  *height = bottom - top;
}

/* Whatever is to be untangled: it gets no worse and no larger, nothing overlaps, fixed boxes stay, and it
 * comes out the same again. */
static void
test_random (void)
{
  enum
  {
    N = 16,
    N_LINES = 24
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 30; round++)
    {
      DemBox boxes[N], before[N], again[N];
      DemTangleLine lines[N_LINES];
      double width, height, wide, high;

      scatter (boxes, N, lines, N_LINES, rand);
      memcpy (before, boxes, sizeof boxes);
      memcpy (again, boxes, sizeof boxes);
      get_bounds (boxes, N, &width, &height);
      dem_boxes_untangle (boxes, N, lines, N_LINES, GAP, ASPECT);
      g_assert_cmpfloat (dem_boxes_get_tangle (boxes, N, lines, N_LINES), <=,
                         dem_boxes_get_tangle (before, N, lines, N_LINES) + 1e-6);
      get_bounds (boxes, N, &wide, &high);
      g_assert_cmpfloat (MAX (wide, high * ASPECT), <=, MAX (width, height * ASPECT) + 1e-6);
      assert_apart (boxes, N);
      for (guint i = 0; i < N; i++)
        g_assert_true (!before[i].fixed || (before[i].x == boxes[i].x && before[i].y == boxes[i].y));
      dem_boxes_untangle (again, N, lines, N_LINES, GAP, ASPECT);
      g_assert_cmpmem (again, sizeof again, boxes, sizeof boxes);
    }
}

static void
test_nothing (void)
{
  DemBox box = { 5, 6, 7, 8, FALSE };

  dem_boxes_untangle (NULL, 0, NULL, 0, GAP, ASPECT);
  dem_boxes_untangle (&box, 1, NULL, 0, GAP, ASPECT);
  g_assert_cmpfloat (box.x, ==, 5);
  g_assert_cmpfloat (box.y, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/untangle/uncrosses", test_uncrosses);
  g_test_add_func ("/untangle/frees-lines", test_frees_lines);
  g_test_add_func ("/untangle/parts-lines", test_parts_lines);
  g_test_add_func ("/untangle/random", test_random);
  g_test_add_func ("/untangle/nothing", test_nothing);
  return g_test_run ();
}
