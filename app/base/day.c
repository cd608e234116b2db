/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/day.h"

#define DAYS_IN_ERA G_GINT64_CONSTANT (146097)  /* 400 years, after which the calendar repeats */
#define DAYS_TO_1970 G_GINT64_CONSTANT (719468) /* from 0000-03-01 */

static gint64
divide_down (gint64 number, gint64 by)
{
  return number / by - (number % by < 0);
}

/* Years begin in March here, so that the leap day is the last of its year. Months count from March as 0. */
static int
days_before_month (int month)
{
  return (153 * month + 2) / 5;
}

DemDay
dem_day_from_date (gint64 year, int month, int day)
{
  g_return_val_if_fail (month >= 1 && month <= 12, DEM_DAY_UNKNOWN);
  g_return_val_if_fail (day >= 1 && day <= 31, DEM_DAY_UNKNOWN);

  gint64 march_year = month > 2 ? year : year - 1;
  gint64 era = divide_down (march_year, 400);
  gint64 year_in_era = march_year - era * 400;
  gint64 day_in_year = days_before_month ((month + 9) % 12) + day - 1;
  gint64 day_in_era = year_in_era * 365 + year_in_era / 4 - year_in_era / 100 + day_in_year;
  return era * DAYS_IN_ERA + day_in_era - DAYS_TO_1970;
}

DemDate
dem_day_to_date (DemDay day)
{
  g_return_val_if_fail (dem_day_is_finite (day), ((DemDate){ 1970, 1, 1 }));

  gint64 shifted = day + DAYS_TO_1970;
  gint64 era = divide_down (shifted, DAYS_IN_ERA);
  gint64 day_in_era = shifted - era * DAYS_IN_ERA;
  /* Without the leap days that came before it, every year of the era has 365 days. */
  gint64 year_in_era = (day_in_era - day_in_era / 1460 + day_in_era / 36524 - day_in_era / 146096) / 365;
  int day_in_year = (int) (day_in_era - (365 * year_in_era + year_in_era / 4 - year_in_era / 100));
  int month = (5 * day_in_year + 2) / 153;

  DemDate date;
  date.day = day_in_year - days_before_month (month) + 1;
  date.month = month < 10 ? month + 3 : month - 9;
  date.year = era * 400 + year_in_era + (date.month <= 2);
  return date;
}

static gboolean
is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
dem_days_in_month (gint64 year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 31);

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

DemDay
dem_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return dem_day_from_date (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

double
dem_day_to_year (DemDay day)
{
  g_return_val_if_fail (dem_day_is_finite (day), 0.0);

  gint64 year = dem_day_to_date (day).year;
  DemDay first = dem_day_from_date (year, 1, 1);
  return (double) year + (double) (day - first) / (is_leap_year (year) ? 366.0 : 365.0);
}
