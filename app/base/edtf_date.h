/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf_digits.h"
#include "app/base/edtf_fault.h"

G_BEGIN_DECLS

/**
 * DemEdtfDate:
 * @n_parts: 1 when only a year is given, 2 with a month or season, 3 with a day
 * @negative: whether the year has a minus sign
 * @year: without its sign
 * @month: 1 to 12, or 21 to 41 for a season, quarter, four-month term or half-year
 * @day: 1 to 31
 * @uncertain: whether any part bears ? or %
 * @approximate: whether any part bears ~ or %
 * @unspecified: whether any digit is X
 * @unit: how finely the coarsest part that bears ~ or % is given
 * @precision: how finely the date is known: 2018-03-XX is known to the month
 *
 * One date as it is written, private to the EDTF reader.
 */
typedef struct
{
  int n_parts;
  gboolean negative;
  DemDigits year;
  DemDigits month;
  DemDigits day;
  gboolean uncertain;
  gboolean approximate;
  gboolean unspecified;
  DemPrecision unit;
  DemPrecision precision;
} DemEdtfDate;

#define DEM_EDTF_FIRST_SEASON 21
#define DEM_EDTF_LAST_SEASON 41

/* Reads the date at @cursor and moves it behind the date; what may follow is the caller's business. */
DemEdtfFault dem_edtf_date_read (const char **cursor, DemEdtfDate *date);

/**
 * dem_edtf_date_span:
 *
 * The first and the last day it may mean, as if it were not approximate. Where only inner digits are unknown
 * (15XX-12-25) the days between are not all meant.
 */
DemEdtfFault dem_edtf_date_span (const DemEdtfDate *date, DemPeriod *span);

/* Makes a span of days wider, at both ends, by the unit of an approximate date. */
DemPeriod dem_edtf_date_widen (const DemEdtfDate *date, DemPeriod span);

/* Whether its month is a season or another part of the year longer than a month. */
static inline gboolean
dem_edtf_date_is_season (const DemEdtfDate *date)
{
  return date->n_parts == 2 && date->month.value >= DEM_EDTF_FIRST_SEASON;
}

G_END_DECLS
