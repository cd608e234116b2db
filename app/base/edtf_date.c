/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_date.h"

/* ?, ~ or %, or '\0' when there is none. */
static char
read_qualifier (const char **cursor)
{
  char c = **cursor;
  if (c != '?' && c != '~' && c != '%')
    return '\0';
  (*cursor)++;
  return c;
}

static void
qualify (DemEdtfDate *date, char qualifier)
{
  if (qualifier == '?' || qualifier == '%')
    date->uncertain = TRUE;
  if (qualifier != '~' && qualifier != '%')
    return;
  date->unit = date->approximate ? MAX (date->unit, date->precision) : date->precision;
  date->approximate = TRUE;
}

/* Once a digit is unknown, finer parts do not make a date more precise. */
static void
refine (DemEdtfDate *date, const DemDigits *digits, DemPrecision precision)
{
  if (!date->unspecified && digits->unknown == 0)
    date->precision = precision;
  if (digits->unknown != 0)
    date->unspecified = TRUE;
}

static DemPrecision
precision_of_year (const DemDigits *year)
{
  if (year->unknown == 0)
    return DEM_PRECISION_YEAR;
  if (year->unknown < 1 << 1)
    return DEM_PRECISION_DECADE;
  return year->unknown < 1 << 2 ? DEM_PRECISION_CENTURY : DEM_PRECISION_MILLENNIUM;
}

static DemEdtfFault
read_long_year (const char **cursor, DemDigits *year)
{
  gint64 value = 0;
  const char *c = *cursor;
  for (; g_ascii_isdigit (*c); c++)
    value = MIN (value * 10 + (*c - '0'), DEM_YEAR_LIMIT + 1);
  gboolean well_formed = c - *cursor >= 5 && **cursor != '0';
  *cursor = c;
  *year = (DemDigits){ (int) value, 0 };
  if (*c == 'E')
    return DEM_EDTF_FAULT_EXPONENT;
  if (!well_formed)
    return DEM_EDTF_FAULT_YEAR_Y;
  return value > DEM_YEAR_LIMIT ? DEM_EDTF_FAULT_YEAR_RANGE : DEM_EDTF_FAULT_NONE;
}

static DemEdtfFault
read_short_year (const char **cursor, DemEdtfDate *date)
{
  if (!g_ascii_isdigit (**cursor) && **cursor != 'X')
    return DEM_EDTF_FAULT_CHARACTER;
  if (!dem_digits_read (cursor, 4, &date->year))
    return DEM_EDTF_FAULT_YEAR_DIGITS;
  if (g_ascii_isdigit (**cursor) || **cursor == 'X')
    return DEM_EDTF_FAULT_YEAR_LONG;
  if (date->negative && date->year.value == 0 && date->year.unknown == 0)
    return DEM_EDTF_FAULT_MINUS_ZERO;
  return DEM_EDTF_FAULT_NONE;
}

static DemEdtfFault
read_year (const char **cursor, DemEdtfDate *date)
{
  gboolean is_long = **cursor == 'Y';
  if (is_long)
    (*cursor)++;
  date->negative = **cursor == '-';
  if (date->negative)
    (*cursor)++;
  DemEdtfFault fault = is_long ? read_long_year (cursor, &date->year) : read_short_year (cursor, date);
  if (fault != DEM_EDTF_FAULT_NONE)
    return fault;
  if (**cursor == 'S')
    return DEM_EDTF_FAULT_SIGNIFICANT;
  date->precision = precision_of_year (&date->year);
  date->unspecified = date->year.unknown != 0;
  return is_long && **cursor == '-' ? DEM_EDTF_FAULT_YEAR_ONLY : DEM_EDTF_FAULT_NONE;
}

static DemEdtfFault
read_month (const char **cursor, DemEdtfDate *date)
{
  if (!dem_digits_read (cursor, 2, &date->month))
    return DEM_EDTF_FAULT_TWO_DIGITS;
  int value = date->month.value;
  gboolean is_season
      = date->month.unknown == 0 && value >= DEM_EDTF_FIRST_SEASON && value <= DEM_EDTF_LAST_SEASON;
  if (!is_season && dem_digits_next_match (date->month, 1, 12, 1) > 12)
    return DEM_EDTF_FAULT_MONTH_RANGE;
  refine (date, &date->month, is_season ? DEM_PRECISION_SEASON : DEM_PRECISION_MONTH);
  return DEM_EDTF_FAULT_NONE;
}

static DemEdtfFault
read_day (const char **cursor, DemEdtfDate *date)
{
  if (date->month.value >= DEM_EDTF_FIRST_SEASON)
    return DEM_EDTF_FAULT_SEASON_DAY;
  if (!dem_digits_read (cursor, 2, &date->day))
    return DEM_EDTF_FAULT_TWO_DIGITS;
  refine (date, &date->day, DEM_PRECISION_DAY);
  return DEM_EDTF_FAULT_NONE;
}

/* A qualifier before a part concerns that part, one after it that part and those before it (ISO 8601-2, 8.4).
 */
static DemEdtfFault
read_part (const char **cursor, DemEdtfDate *date)
{
  static DemEdtfFault (*const readers[]) (const char **, DemEdtfDate *) = { read_year, read_month, read_day };

  char before = read_qualifier (cursor);
  DemEdtfFault fault = readers[date->n_parts](cursor, date);
  if (fault != DEM_EDTF_FAULT_NONE)
    return fault;
  date->n_parts++;
  qualify (date, before);
  qualify (date, read_qualifier (cursor));
  return DEM_EDTF_FAULT_NONE;
}

/* @separator, when not '\0', then two digits. */
static gboolean
read_two (const char **cursor, char separator, int *number)
{
  if (separator != '\0')
    {
      if (**cursor != separator)
        return FALSE;
      (*cursor)++;
    }
  if (!g_ascii_isdigit ((*cursor)[0]) || !g_ascii_isdigit ((*cursor)[1]))
    return FALSE;
  *number = ((*cursor)[0] - '0') * 10 + (*cursor)[1] - '0';
  *cursor += 2;
  return TRUE;
}

static DemEdtfFault
read_offset (const char **cursor)
{
  int hours = 0;
  int minutes = 0;
  if (**cursor == 'Z')
    {
      (*cursor)++;
      return DEM_EDTF_FAULT_NONE;
    }
  if (**cursor != '+' && **cursor != '-')
    return DEM_EDTF_FAULT_NONE;
  (*cursor)++;
  if (!read_two (cursor, '\0', &hours) || (**cursor == ':' && !read_two (cursor, ':', &minutes)))
    return DEM_EDTF_FAULT_TIME;
  return minutes > 59 || hours * 60 + minutes > 14 * 60 ? DEM_EDTF_FAULT_TIME_RANGE : DEM_EDTF_FAULT_NONE;
}

/* Only the day counts, but the time must be one. A leap second is one. */
static DemEdtfFault
read_time (const char **cursor, const DemEdtfDate *date)
{
  int hours;
  int minutes;
  int seconds;
  if (date->precision != DEM_PRECISION_DAY || date->uncertain || date->approximate)
    return DEM_EDTF_FAULT_TIME_OF_VAGUE;
  if (!read_two (cursor, 'T', &hours) || !read_two (cursor, ':', &minutes)
      || !read_two (cursor, ':', &seconds))
    return DEM_EDTF_FAULT_TIME;
  if (hours > 23 || minutes > 59 || seconds > 60)
    return DEM_EDTF_FAULT_TIME_RANGE;
  return read_offset (cursor);
}

DemEdtfFault
dem_edtf_date_read (const char **cursor, DemEdtfDate *date)
{
  *date = (DemEdtfDate){ 0 };
  DemEdtfFault fault = read_part (cursor, date);
  while (fault == DEM_EDTF_FAULT_NONE && **cursor == '-' && date->n_parts < 3)
    {
      (*cursor)++;
      fault = read_part (cursor, date);
    }
  if (fault == DEM_EDTF_FAULT_NONE && **cursor == 'T')
    fault = read_time (cursor, date);
  return fault;
}
