/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_parse.h"

#include <glib/gi18n.h>

/* Sets of more members than this are given by their number and their ends. */
#define LONGEST_LIST 3

/* --- Years, months, days
 * ----------------------------------------------------------------------------------------- */

static const char *
month_name (int month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };
  return g_dpgettext2 (NULL, "short month", names[month - 1]);
}

/* Years that could be taken for the last two digits of another say that they are not. */
static char *
format_year (gint64 year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);
  if (year <= 0)
    return g_strdup_printf (C_ ("year", "%s BCE"), number);
  if (year < 100)
    return g_strdup_printf (C_ ("year", "%s CE"), number);
  return g_steal_pointer (&number);
}

static char *
format_month (gint64 year, int month)
{
  g_autofree char *year_text = format_year (year);
  /* Translators: a month and a year, such as "Mar 2018" */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month_name (month), year_text);
}

static char *
format_date (DemDate date)
{
  g_autofree char *year = format_year (date.year);
  /* Translators: day, month and year, such as "19 Nov 2020" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s %3$s"), date.day, month_name (date.month), year);
}

char *
dem_day_format (DemDay day)
{
  if (day == DEM_DAY_UNKNOWN)
    return g_strdup (C_ ("date", "unknown"));
  if (!dem_day_is_finite (day))
    return g_strdup (C_ ("end of a period", "open"));
  return format_date (dem_day_to_date (day));
}

/* --- Periods
 * ----------------------------------------------------------------------------------------------------- */

/* How coarsely the end of a period can be named without loss. The day after the last tells of it what the
 * first tells of the first. */
static DemPrecision
precision_of_border (DemDay first)
{
  if (!dem_day_is_finite (first))
    return DEM_PRECISION_YEAR;
  DemDate date = dem_day_to_date (first);
  if (date.day != 1)
    return DEM_PRECISION_DAY;
  return date.month == 1 ? DEM_PRECISION_YEAR : DEM_PRECISION_MONTH;
}

static char *
format_to_precision (DemDay day, DemPrecision precision)
{
  DemDate date = dem_day_to_date (day);
  if (precision == DEM_PRECISION_DAY)
    return format_date (date);
  return precision == DEM_PRECISION_MONTH ? format_month (date.year, date.month) : format_year (date.year);
}

/* A period with both ends as one day, month or year; %NULL when it is none of them. */
static char *
format_as_one (DemPeriod period)
{
  DemDate first = dem_day_to_date (period.first);
  DemDate last = dem_day_to_date (period.last);
  if (period.first == period.last)
    return format_date (first);
  if (first.year != last.year || first.day != 1)
    return NULL;
  if (first.month == last.month && last.day == dem_days_in_month (last.year, last.month))
    return format_month (first.year, first.month);
  return first.month == 1 && last.month == 12 && last.day == 31 ? format_year (first.year) : NULL;
}

/* The ends of a period as coarsely as they can be named; an end that is not finite is left %NULL. Days do not mix with
 * months and years, nor months with years if @alike. */
static void
format_ends (DemPeriod period, gboolean alike, char **first, char **last)
{
  gboolean has_first = dem_day_is_finite (period.first);
  gboolean has_last = dem_day_is_finite (period.last);
  DemPrecision start = precision_of_border (period.first);
  DemPrecision end = precision_of_border (has_last ? period.last + 1 : period.last);
  if (alike || start == DEM_PRECISION_DAY || end == DEM_PRECISION_DAY)
    start = end = MIN (start, end);
  *first = has_first ? format_to_precision (period.first, start) : NULL;
  *last = has_last ? format_to_precision (period.last, end) : NULL;
}

/* @first and @last %NULL when open. */
static char *
format_range (const char *first, const char *last)
{
  if (first == NULL && last == NULL)
    return g_strdup (C_ ("range of dates", "always"));
  if (first == NULL)
    return g_strdup_printf (C_ ("range of dates", "– %s"), last);
  if (last == NULL)
    return g_strdup_printf (C_ ("range of dates", "%s –"), first);
  return g_strdup_printf (C_ ("range of dates", "%1$s – %2$s"), first, last);
}

char *
dem_period_format (DemPeriod period)
{
  g_return_val_if_fail (period.first != DEM_DAY_UNKNOWN && period.last != DEM_DAY_UNKNOWN, g_strdup (""));

  if (period.first == DEM_DAY_BEFORE_ALL && period.last == DEM_DAY_AFTER_ALL)
    return g_strdup (_ ("Whole period"));
  if (dem_day_is_finite (period.first) && dem_day_is_finite (period.last))
    {
      char *one = format_as_one (period);
      if (one != NULL)
        return one;
    }
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  format_ends (period, FALSE, &first, &last);
  return format_range (first, last);
}

/* --- One date
 * ---------------------------------------------------------------------------------------------------- */

static char *
format_between (const char *first, const char *last)
{
  if (first == NULL)
    return g_strdup_printf (_ ("%s or earlier"), last);
  if (last == NULL)
    return g_strdup_printf (_ ("%s or later"), first);
  return g_strdup_printf (_ ("between %1$s and %2$s"), first, last);
}

/* A season, quarter, four months or half-year; @name for 21 to 41. */
static char *
format_season (int season, gint64 year)
{
  g_autofree char *this_year = format_year (year);
  g_autofree char *next_year = format_year (year + 1);
  switch (season)
    {
    case 21:
    case 25:
      return g_strdup_printf (C_ ("season", "spring %s"), this_year);
    case 22:
    case 26:
      return g_strdup_printf (C_ ("season", "summer %s"), this_year);
    case 23:
    case 27:
      return g_strdup_printf (C_ ("season", "autumn %s"), this_year);
    case 24:
    case 28:
      return g_strdup_printf (C_ ("season", "winter %1$s–%2$s"), this_year, next_year);
    case 29:
      return g_strdup_printf (C_ ("season", "southern spring %s"), this_year);
    case 30:
      return g_strdup_printf (C_ ("season", "southern summer %1$s–%2$s"), this_year, next_year);
    case 31:
      return g_strdup_printf (C_ ("season", "southern autumn %s"), this_year);
    case 32:
      return g_strdup_printf (C_ ("season", "southern winter %s"), this_year);
    case 33:
    case 34:
    case 35:
    case 36:
      return g_strdup_printf (C_ ("quarter of a year", "Q%1$d %2$s"), season - 32, this_year);
    case 40:
      return g_strdup_printf (_ ("first half of %s"), this_year);
    case 41:
      return g_strdup_printf (_ ("second half of %s"), this_year);
    default:
      return NULL;
    }
}

/* The usual ways to leave digits open; %NULL for the others. */
static char *
format_unspecified (const DemEdtfDate *date, DemDay first)
{
  DemDate start = dem_day_to_date (first);
  g_autofree char *year = format_year (start.year);
  if (date->n_parts == 1 && date->precision == DEM_PRECISION_DECADE && !date->negative
      && start.year % 100 != 0)
    return g_strdup_printf (_ ("%ss"), year);
  if (date->year.unknown != 0)
    return NULL;
  if (date->n_parts == 2 && date->month.unknown == 3)
    return g_strdup_printf (_ ("some month in %s"), year);
  if (date->n_parts != 3 || date->day.unknown != 3)
    return NULL;
  if (date->month.unknown == 3)
    return g_strdup_printf (_ ("some day in %s"), year);
  if (date->month.unknown != 0)
    return NULL;
  g_autofree char *month = format_month (start.year, start.month);
  return g_strdup_printf (_ ("some day in %s"), month);
}

static char *
format_plain (const DemEdtfDate *date)
{
  DemPeriod span;
  if (dem_edtf_date_span (date, &span) != DEM_EDTF_FAULT_NONE)
    return NULL;

  char *text = NULL;
  if (date->unspecified)
    text = format_unspecified (date, span.first);
  else if (dem_edtf_date_is_season (date))
    text = format_season (date->month.value, dem_day_to_date (span.first).year);
  else
    text = format_as_one (span);
  if (text != NULL)
    return text;

  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  format_ends (span, date->unspecified, &first, &last);
  return date->unspecified ? format_between (first, last) : format_range (first, last);
}

/* How sure it is, in a word before it. */
static char *
format_qualified (const DemEdtfDate *date)
{
  g_autofree char *plain = format_plain (date);
  if (plain == NULL)
    return NULL;
  if (date->uncertain && date->approximate)
    return g_strdup_printf (_ ("perhaps about %s"), plain);
  if (date->uncertain)
    return g_strdup_printf (_ ("perhaps %s"), plain);
  if (date->approximate)
    return g_strdup_printf (_ ("about %s"), plain);
  return g_steal_pointer (&plain);
}

/* --- Intervals and sets
 * ------------------------------------------------------------------------------------------ */

/* %NULL for an open end. */
static char *
format_end (DemEdtfEnd kind, const DemEdtfDate *date)
{
  if (kind == DEM_EDTF_END_IS_DATE)
    return format_qualified (date);
  return kind == DEM_EDTF_END_IS_UNKNOWN ? g_strdup (C_ ("unknown end of an interval", "?")) : NULL;
}

static char *
format_span (const DemEdtfSpan *span)
{
  g_autofree char *first = format_end (span->start_kind, &span->start);
  if (!span->is_range)
    return g_steal_pointer (&first);
  g_autofree char *last = format_end (span->end_kind, &span->end);
  return span->set == DEM_EDTF_ONE_OF ? format_between (first, last) : format_range (first, last);
}

static DemEdtfFault
add_text (const DemEdtfSpan *span, gpointer data)
{
  g_ptr_array_add (data, format_span (span));
  return DEM_EDTF_FAULT_NONE;
}

static char *
format_list (GPtrArray *texts, gboolean one_of)
{
  g_autofree char *list = g_strdup (g_ptr_array_index (texts, 0));
  for (guint i = 1; i < texts->len; i++)
    {
      const char *next = g_ptr_array_index (texts, i);
      char *longer;
      if (i + 1 < texts->len)
        longer = g_strdup_printf (C_ ("list of dates", "%1$s, %2$s"), list, next);
      else if (one_of)
        longer = g_strdup_printf (C_ ("list of dates", "%1$s or %2$s"), list, next);
      else
        longer = g_strdup_printf (C_ ("list of dates", "%1$s and %2$s"), list, next);
      g_free (list);
      list = longer;
    }
  return g_steal_pointer (&list);
}

static char *
format_long_set (const DemEdtf *edtf, guint n_members)
{
  DemPeriod extent;
  dem_edtf_extent (edtf, &extent);
  g_autofree char *period = dem_period_format (extent);
  if (edtf->flags & DEM_EDTF_ONE_OF)
    return g_strdup_printf (ngettext ("one of %1$u date (%2$s)", "one of %1$u dates (%2$s)", n_members),
                            n_members, period);
  return g_strdup_printf (ngettext ("%1$u date (%2$s)", "%1$u dates (%2$s)", n_members), n_members, period);
}

char *
dem_edtf_format (const DemEdtf *edtf)
{
  g_return_val_if_fail (edtf != NULL, NULL);

  if (!dem_edtf_is_dated (edtf))
    return dem_day_format (DEM_DAY_UNKNOWN);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  DemEdtfFlags set = edtf->flags & (DEM_EDTF_ONE_OF | DEM_EDTF_ALL_OF);
  DemEdtfFault fault = dem_edtf_read (edtf->text, set, add_text, texts);
  g_return_val_if_fail (fault == DEM_EDTF_FAULT_NONE, g_strdup (edtf->text));
  if (texts->len > LONGEST_LIST)
    return format_long_set (edtf, texts->len);
  return format_list (texts, set == DEM_EDTF_ONE_OF);
}
