/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_date.h"

typedef struct
{
  int first_month;
  int n_months;
} Season;

/* By the numbers of ISO 8601-2, 4.8, from 21 on; the winter that begins in December ends in the next year. */
static const Season seasons[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* spring to winter, no hemisphere said: northern */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* southern */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* thirds */
  { 1, 6 }, { 7, 6 },                       /* halves */
};

G_STATIC_ASSERT (G_N_ELEMENTS (seasons) == DEM_EDTF_LAST_SEASON - DEM_EDTF_FIRST_SEASON + 1);

static const Season *
season_of (const DemEdtfDate *date)
{
  return &seasons[date->month.value - DEM_EDTF_FIRST_SEASON];
}

/* The day moved by months; days past the end of a month become its last day, which @last_day asks for in any
 * case. */
static DemDay
move_by_months (DemDay day, gint64 months, gboolean last_day)
{
  DemDate date = dem_day_to_date (day);
  gint64 moved = date.year * 12 + date.month - 1 + months;
  gint64 year = moved / 12 - (moved % 12 < 0);
  int month = (int) (moved - year * 12) + 1;
  int length = dem_days_in_month (year, month);
  return dem_day_from_date (year, month, last_day ? length : MIN (date.day, length));
}

/* The earliest (@step 1) or latest (@step -1) day of that year the date may mean. FALSE when there is none.
 */
static gboolean
find_in_year (const DemEdtfDate *date, gint64 year, int step, DemDay *day)
{
  const DemDigits anything = { 0, 3 };
  DemDigits months = date->n_parts >= 2 ? date->month : anything;
  DemDigits days = date->n_parts >= 3 ? date->day : anything;
  int first = step > 0 ? 1 : 12;
  int last = 13 - first;
  for (int month = dem_digits_next_match (months, first, last, step); month != last + step;
       month = dem_digits_next_match (months, month + step, last, step))
    {
      int length = dem_days_in_month (year, month);
      int first_day = step > 0 ? 1 : length;
      int last_day = length + 1 - first_day;
      int match = dem_digits_next_match (days, first_day, last_day, step);
      if (match == last_day + step)
        continue;
      *day = dem_day_from_date (year, month, match);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_season (const DemEdtfDate *date, gint64 year, int step, DemDay *day)
{
  const Season *season = season_of (date);
  DemDay first = dem_day_from_date (year, season->first_month, 1);
  *day = step > 0 ? first : move_by_months (first, season->n_months - 1, TRUE);
  return TRUE;
}

/* The years are tried one after the other because a 29 February may be meant (20XX-02-29). */
static gboolean
find_day (const DemEdtfDate *date, int step, DemDay *day)
{
  int sign = date->negative ? -1 : 1;
  int smallest = date->negative ? MAX (date->year.value, 1) : date->year.value;
  int from = step == sign ? smallest : dem_digits_largest (date->year);
  int to = step == sign ? dem_digits_largest (date->year) : smallest;
  int stride = step * sign;
  for (int year = dem_digits_next_match (date->year, from, to, stride); year != to + stride;
       year = dem_digits_next_match (date->year, year + stride, to, stride))
    if (dem_edtf_date_is_season (date) ? find_season (date, sign * (gint64) year, step, day)
                                       : find_in_year (date, sign * (gint64) year, step, day))
      return TRUE;
  return FALSE;
}

DemEdtfFault
dem_edtf_date_span (const DemEdtfDate *date, DemPeriod *span)
{
  if (!find_day (date, 1, &span->first) || !find_day (date, -1, &span->last))
    return DEM_EDTF_FAULT_DAY_RANGE;
  return DEM_EDTF_FAULT_NONE;
}

static int
months_of_unit (const DemEdtfDate *date)
{
  switch (date->unit)
    {
    case DEM_PRECISION_MONTH:
      return 1;
    case DEM_PRECISION_SEASON:
      return season_of (date)->n_months;
    case DEM_PRECISION_YEAR:
      return 12;
    case DEM_PRECISION_DECADE:
      return 120;
    case DEM_PRECISION_CENTURY:
      return 1200;
    case DEM_PRECISION_MILLENNIUM:
      return 12000;
    case DEM_PRECISION_DAY:
    default:
      return 0;
    }
}

DemPeriod
dem_edtf_date_widen (const DemEdtfDate *date, DemPeriod span)
{
  if (!date->approximate)
    return span;
  int months = months_of_unit (date);
  if (months == 0)
    return (DemPeriod){ span.first - 1, span.last + 1 };
  gboolean whole_months = date->n_parts < 3 || date->day.unknown == 3;
  return (DemPeriod){ move_by_months (span.first, -months, FALSE),
                      move_by_months (span.last, months, whole_months) };
}
