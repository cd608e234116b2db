/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/day.h"

#define N_RANDOM_DAYS 100000

static void
assert_round_trip (DemDay day)
{
  DemDate date = dem_day_to_date (day);
  g_assert_cmpint (date.month, >=, 1);
  g_assert_cmpint (date.month, <=, 12);
  g_assert_cmpint (date.day, >=, 1);
  g_assert_cmpint (date.day, <=, dem_days_in_month (date.year, date.month));
  g_assert_cmpint (dem_day_from_date (date.year, date.month, date.day), ==, day);
}

/* Days that other calendars and programs give for the same dates. */
static void
test_known (void)
{
  static const struct
  {
    DemDay day;
    DemDate date;
  } known[] = {
    { 0, { 1970, 1, 1 } },           { -1, { 1969, 12, 31 } },
    { 1, { 1970, 1, 2 } },           { 59, { 1970, 3, 1 } },
    { 10957, { 2000, 1, 1 } },       { 11016, { 2000, 2, 29 } },
    { 11017, { 2000, 3, 1 } },       { 17599, { 2018, 3, 9 } },
    { 24855, { 2038, 1, 19 } },      { -25567, { 1900, 1, 1 } },
    { -40587, { 1858, 11, 17 } },  /* the modified Julian day 0 */
    { -141427, { 1582, 10, 15 } }, /* the first day of the Gregorian calendar */
    { -141428, { 1582, 10, 14 } }, /* which is here continued backwards */
    { -719162, { 1, 1, 1 } },      /* day 1 of GDate and of "rata die" */
    { -719163, { 0, 12, 31 } },    /* 1 BCE */
    { -719528, { 0, 1, 1 } },      /* a leap year of 366 days */
    { -719469, { 0, 2, 29 } },       { -719529, { -1, 12, 31 } },
    { -2440588, { -4713, 11, 24 } }, /* the Julian day 0 */
    { 2932896, { 9999, 12, 31 } },   { 2932897, { 10000, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      DemDate date = dem_day_to_date (known[i].day);
      g_assert_cmpint (date.year, ==, known[i].date.year);
      g_assert_cmpint (date.month, ==, known[i].date.month);
      g_assert_cmpint (date.day, ==, known[i].date.day);
      g_assert_cmpint (dem_day_from_date (date.year, date.month, date.day), ==, known[i].day);
    }
}

static void
test_leap_years (void)
{
  static const struct
  {
    gint64 year;
    int february;
  } years[] = {
    { 2018, 28 }, { 2020, 29 }, { 1900, 28 },      { 2000, 29 },       { 2100, 28 },
    { 2400, 29 }, { 0, 29 },    { -1, 28 },        { -4, 29 },         { -100, 28 },
    { -400, 29 }, { -401, 28 }, { 170000000, 29 }, { -170000100, 28 },
  };
  static const int others[] = { 31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_assert_cmpint (dem_days_in_month (years[i].year, 2), ==, years[i].february);
      DemDay last = dem_day_from_date (years[i].year, 2, years[i].february);
      g_assert_cmpint (dem_day_to_date (last + 1).month, ==, 3);
      g_assert_cmpint (dem_day_to_date (last + 1).day, ==, 1);
    }
  for (int month = 1; month <= 12; month++)
    if (month != 2)
      g_assert_cmpint (dem_days_in_month (2018, month), ==, others[month - 1]);
}

/* Each day after the one before, through a whole cycle of 400 years either side of the year 0. */
static void
test_every_day (void)
{
  DemDate date = { -401, 12, 31 };
  DemDay day = dem_day_from_date (date.year, date.month, date.day);
  while (date.year < 401)
    {
      day++;
      date.day++;
      if (date.day > dem_days_in_month (date.year, date.month))
        {
          date.day = 1;
          date.month++;
        }
      if (date.month > 12)
        {
          date.month = 1;
          date.year++;
        }
      g_assert_cmpint (dem_day_from_date (date.year, date.month, date.day), ==, day);
      assert_round_trip (day);
    }
}

static gint64
random_int64 (GRand *random)
{
  return (gint64) ((guint64) g_rand_int (random) << 32 | g_rand_int (random));
}

static void
test_random_days (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);
  DemDay limit = dem_day_from_date (DEM_YEAR_LIMIT, 12, 31);
  for (int i = 0; i < N_RANDOM_DAYS; i++)
    {
      DemDay day = random_int64 (random) % limit;
      assert_round_trip (day >> g_rand_int_range (random, 0, 30));
    }
}

static void
test_extremes (void)
{
  DemDay first = dem_day_from_date (-DEM_YEAR_LIMIT, 1, 1);
  DemDay last = dem_day_from_date (DEM_YEAR_LIMIT, 12, 31);
  for (int i = -800; i <= 800; i++)
    {
      assert_round_trip (first + i);
      assert_round_trip (last + i);
    }
  g_assert_cmpint (dem_day_to_date (first).year, ==, -DEM_YEAR_LIMIT);
  g_assert_cmpint (dem_day_to_date (last).year, ==, DEM_YEAR_LIMIT);
  g_assert_cmpint (dem_day_to_date (first - 1).year, ==, -DEM_YEAR_LIMIT - 1);
  g_assert_cmpint (last - first + 1, >, 365 * (2 * DEM_YEAR_LIMIT + 1));
  g_assert_cmpint (last - first + 1, <, 366 * (2 * DEM_YEAR_LIMIT + 1));
}

static void
test_special (void)
{
  g_assert_false (dem_day_is_finite (DEM_DAY_UNKNOWN));
  g_assert_false (dem_day_is_finite (DEM_DAY_BEFORE_ALL));
  g_assert_false (dem_day_is_finite (DEM_DAY_AFTER_ALL));
  g_assert_true (dem_day_is_finite (0));
  g_assert_cmpint (DEM_DAY_BEFORE_ALL, <, dem_day_from_date (-DEM_YEAR_LIMIT, 1, 1));
  g_assert_cmpint (DEM_DAY_AFTER_ALL, >, dem_day_from_date (DEM_YEAR_LIMIT, 12, 31));
}

static void
test_fractional_years (void)
{
  g_assert_cmpfloat_with_epsilon (dem_day_to_year (dem_day_from_date (2018, 1, 1)), 2018.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (dem_day_to_year (dem_day_from_date (2020, 7, 2)), 2020.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (dem_day_to_year (dem_day_from_date (2018, 12, 31)), 2018 + 364 / 365.0,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (dem_day_to_year (dem_day_from_date (-43, 1, 1)), -43.0, 1e-9);
  g_assert_cmpfloat (dem_day_to_year (dem_day_from_date (-44, 12, 31)), <, -43.0);
  g_assert_cmpfloat (dem_day_to_year (dem_day_from_date (-44, 12, 31)), >, -43.01);
}

/* Between two looks at the clock, lest midnight strike. */
static void
test_today (void)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  DemDay today = dem_day_today ();
  g_autoptr (GDateTime) after = g_date_time_new_now_local ();
  DemDate date = dem_day_to_date (today);
  g_autoptr (GDateTime) midnight = g_date_time_new_local ((int) date.year, date.month, date.day, 0, 0, 0);
  g_assert_nonnull (midnight);
  g_assert_cmpint (g_date_time_difference (before, midnight), <, 25 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_difference (after, midnight), >=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/known", test_known);
  g_test_add_func ("/day/leap-years", test_leap_years);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/random-days", test_random_days);
  g_test_add_func ("/day/extremes", test_extremes);
  g_test_add_func ("/day/special", test_special);
  g_test_add_func ("/day/fractional-years", test_fractional_years);
  g_test_add_func ("/day/today", test_today);
  return g_test_run ();
}
