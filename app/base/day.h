/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemDay:
 *
 * A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0), with no time zone. Years are
 * astronomical: year 0 is 1 BCE. The three special values stand for "before all days", "after all days" and "not
 * known"; arithmetic is only meant for days for which dem_day_is_finite() holds.
 */
typedef gint64 DemDay;

#define DEM_DAY_UNKNOWN (G_MININT64)
#define DEM_DAY_BEFORE_ALL (G_MININT64 + 1)
#define DEM_DAY_AFTER_ALL (G_MAXINT64)

/* The largest year, either side of 0, that any date may name; its days are far from overflow. */
#define DEM_YEAR_LIMIT (G_GINT64_CONSTANT (999999999))

/**
 * DemDate:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to 31
 */
typedef struct
{
  gint64 year;
  int month;
  int day;
} DemDate;

static inline gboolean
dem_day_is_finite (DemDay day)
{
  return day != DEM_DAY_UNKNOWN && day != DEM_DAY_BEFORE_ALL && day != DEM_DAY_AFTER_ALL;
}

/**
 * dem_day_from_date:
 *
 * The day of a date; months and days must be in range. Algorithm: Howard Hinnant, "chrono-compatible low-level date
 * algorithms" (days_from_civil), written for 64 bits.
 */
DemDay dem_day_from_date (gint64 year, int month, int day);

/* The date of a finite day. */
DemDate dem_day_to_date (DemDay day);

/* Days in a month, leap years seen to. */
int dem_days_in_month (gint64 year, int month);

/* Today in the local time zone. */
DemDay dem_day_today (void);

/**
 * dem_day_to_year:
 *
 * A finite day as a fractional astronomical year (2020.5 is the middle of 2020), for axes.
 */
double dem_day_to_year (DemDay day);

G_END_DECLS
