/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/focus/time_step.h"

#define SMALLEST_STEP 4.0 /* pixels */

/* In months; a day has none. */
static const gint64 months[] = { 0, 1, 12, 120, 1200, 12000 };

DemTimeStep
dem_time_step_for (double pixels_per_day)
{
  static const double days[] = { 1, 30, 365, 3652, 36524, 365242 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] * pixels_per_day >= SMALLEST_STEP)
      return i;
  return DEM_TIME_STEP_MILLENNIUM;
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* The first day of a step, counted from year 0. */
static DemDay
begin_of (gint64 serial, gint64 length)
{
  gint64 month = serial * length;
  gint64 year = floor_div (month, 12);

  return dem_day_from_date (year, (int) (month - year * 12) + 1, 1);
}

DemDay
dem_time_step_move (DemTimeStep step, DemDay day, int by)
{
  DemDate date;
  gint64 serial;

  g_return_val_if_fail (dem_day_is_finite (day), day);

  if (step == DEM_TIME_STEP_DAY || by == 0)
    return day + by;
  date = dem_day_to_date (day);
  serial = floor_div (date.year * 12 + date.month - 1, months[step]);
  /* Backwards the step that the day is in counts, unless it begins with the day. */
  if (by < 0 && begin_of (serial, months[step]) != day)
    serial++;
  return begin_of (serial + by, months[step]);
}
