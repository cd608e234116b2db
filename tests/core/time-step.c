/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps from the beginning of a month, year or longer to another. */

#include "app/focus/time_step.h"

typedef struct
{
  DemTimeStep step;
  int year, month, day;
  int by;
  int to_year, to_month, to_day;
} Case;

static const Case cases[] = {
  { DEM_TIME_STEP_DAY, 2020, 2, 28, 2, 2020, 3, 1 },
  { DEM_TIME_STEP_MONTH, 2018, 3, 12, 1, 2018, 4, 1 },
  { DEM_TIME_STEP_MONTH, 2018, 3, 12, -1, 2018, 3, 1 },
  { DEM_TIME_STEP_MONTH, 2018, 3, 1, -1, 2018, 2, 1 },
  { DEM_TIME_STEP_MONTH, 2018, 12, 31, 1, 2019, 1, 1 },
  { DEM_TIME_STEP_MONTH, 2018, 1, 1, -5, 2017, 8, 1 },
  { DEM_TIME_STEP_YEAR, 2018, 1, 1, 1, 2019, 1, 1 },
  { DEM_TIME_STEP_YEAR, 2018, 5, 1, -1, 2018, 1, 1 },
  { DEM_TIME_STEP_YEAR, 0, 1, 1, -1, -1, 1, 1 },
  { DEM_TIME_STEP_DECADE, 2018, 1, 1, 1, 2020, 1, 1 },
  { DEM_TIME_STEP_DECADE, -3, 1, 1, -1, -10, 1, 1 },
  { DEM_TIME_STEP_CENTURY, 1950, 6, 1, -1, 1900, 1, 1 },
  { DEM_TIME_STEP_MILLENNIUM, 2001, 1, 1, 1, 3000, 1, 1 },
  { DEM_TIME_STEP_MONTH, 2018, 3, 12, 0, 2018, 3, 12 },
};

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      DemDay day = dem_time_step_move (c->step, dem_day_from_date (c->year, c->month, c->day), c->by);

      g_test_message ("case %u", i);
      g_assert_cmpint (day, ==, dem_day_from_date (c->to_year, c->to_month, c->to_day));
    }
}

static void
test_chooses (void)
{
  g_assert_cmpint (dem_time_step_for (20), ==, DEM_TIME_STEP_DAY);
  g_assert_cmpint (dem_time_step_for (1), ==, DEM_TIME_STEP_MONTH);
  g_assert_cmpint (dem_time_step_for (0.05), ==, DEM_TIME_STEP_YEAR);
  g_assert_cmpint (dem_time_step_for (0.01), ==, DEM_TIME_STEP_DECADE);
  g_assert_cmpint (dem_time_step_for (1e-9), ==, DEM_TIME_STEP_MILLENNIUM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-step/moves", test_moves);
  g_test_add_func ("/time-step/chooses", test_chooses);
  return g_test_run ();
}
