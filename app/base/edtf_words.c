/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_words.h"

#include <glib/gi18n.h>

static const char *
month_name (DemWordsStyle style, int month)
{
  static const char *const names[] = {
    NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
    NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
    NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
    NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
  };
  static const char *const long_names[] = {
    NC_ ("spoken month", "January"),   NC_ ("spoken month", "February"), NC_ ("spoken month", "March"),
    NC_ ("spoken month", "April"),     NC_ ("spoken month", "May"),      NC_ ("spoken month", "June"),
    NC_ ("spoken month", "July"),      NC_ ("spoken month", "August"),   NC_ ("spoken month", "September"),
    NC_ ("spoken month", "October"),   NC_ ("spoken month", "November"), NC_ ("spoken month", "December"),
  };
  if (style == DEM_WORDS_SPOKEN)
    return g_dpgettext2 (NULL, "spoken month", long_names[month - 1]);
  return g_dpgettext2 (NULL, "short month", names[month - 1]);
}

/* Years that could be taken for the last two digits of another say that they are not. */
char *
dem_words_year (gint64 year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);
  if (year <= 0)
    return g_strdup_printf (C_ ("year", "%s BCE"), number);
  if (year < 100)
    return g_strdup_printf (C_ ("year", "%s CE"), number);
  return g_steal_pointer (&number);
}

char *
dem_words_month (DemWordsStyle style, gint64 year, int month)
{
  g_autofree char *year_text = dem_words_year (year);
  /* Translators: a month and a year, such as "Mar 2018" */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month_name (style, month), year_text);
}

static char *
format_date (DemWordsStyle style, DemDate date)
{
  g_autofree char *year = dem_words_year (date.year);
  /* Translators: day, month and year, such as "19 Nov 2020" */
  return g_strdup_printf (C_ ("date", "%1$d %2$s %3$s"), date.day, month_name (style, date.month), year);
}

char *
dem_day_format (DemDay day)
{
  if (day == DEM_DAY_UNKNOWN)
    return g_strdup (C_ ("date", "unknown"));
  if (!dem_day_is_finite (day))
    return g_strdup (C_ ("end of a period", "open"));
  return format_date (DEM_WORDS_SHORT, dem_day_to_date (day));
}

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
format_to_precision (DemWordsStyle style, DemDay day, DemPrecision precision)
{
  DemDate date = dem_day_to_date (day);
  if (precision == DEM_PRECISION_DAY)
    return format_date (style, date);
  return precision == DEM_PRECISION_MONTH ? dem_words_month (style, date.year, date.month)
                                          : dem_words_year (date.year);
}

char *
dem_words_as_one (DemWordsStyle style, DemPeriod period)
{
  DemDate first = dem_day_to_date (period.first);
  DemDate last = dem_day_to_date (period.last);
  if (period.first == period.last)
    return format_date (style, first);
  if (first.year != last.year || first.day != 1)
    return NULL;
  if (first.month == last.month && last.day == dem_days_in_month (last.year, last.month))
    return dem_words_month (style, first.year, first.month);
  return first.month == 1 && last.month == 12 && last.day == 31 ? dem_words_year (first.year) : NULL;
}

static gboolean
are_in_one_year (DemPeriod period)
{
  return dem_day_is_finite (period.first) && dem_day_is_finite (period.last)
         && dem_day_to_date (period.first).year == dem_day_to_date (period.last).year;
}

void
dem_words_ends (DemWordsStyle style, DemPeriod period, gboolean alike, char **first, char **last)
{
  gboolean has_first = dem_day_is_finite (period.first);
  gboolean has_last = dem_day_is_finite (period.last);
  DemPrecision start = precision_of_border (period.first);
  DemPrecision end = precision_of_border (has_last ? period.last + 1 : period.last);
  if (alike || are_in_one_year (period) || start == DEM_PRECISION_DAY || end == DEM_PRECISION_DAY)
    start = end = MIN (start, end);
  *first = has_first ? format_to_precision (style, period.first, start) : NULL;
  *last = has_last ? format_to_precision (style, period.last, end) : NULL;
}

char *
dem_words_range (DemWordsStyle style, const char *first, const char *last)
{
  if (style == DEM_WORDS_SPOKEN && first != NULL && last != NULL)
    /* Translators: spoken by a screen reader */
    return g_strdup_printf (C_ ("spoken range of dates", "%1$s to %2$s"), first, last);
  if (style == DEM_WORDS_SPOKEN && last != NULL)
    return g_strdup_printf (C_ ("spoken range of dates", "until %s"), last);
  if (style == DEM_WORDS_SPOKEN && first != NULL)
    return g_strdup_printf (C_ ("spoken range of dates", "from %s on"), first);
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
      char *one = dem_words_as_one (DEM_WORDS_SHORT, period);
      if (one != NULL)
        return one;
    }
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  dem_words_ends (DEM_WORDS_SHORT, period, FALSE, &first, &last);
  return dem_words_range (DEM_WORDS_SHORT, first, last);
}

char *
dem_words_between (const char *first, const char *last)
{
  if (first == NULL)
    return g_strdup_printf (_ ("%s or earlier"), last);
  if (last == NULL)
    return g_strdup_printf (_ ("%s or later"), first);
  return g_strdup_printf (_ ("between %1$s and %2$s"), first, last);
}

char *
dem_words_days_of_month (DemPeriod period)
{
  DemDate first = dem_day_to_date (period.first);
  DemDate last = dem_day_to_date (period.last);
  if (first.year != last.year || first.month != last.month || first.day >= last.day)
    return NULL;
  g_autofree char *month = dem_words_month (DEM_WORDS_SPOKEN, first.year, first.month);
  /* Translators: spoken by a screen reader: first day, last day, month and year, such as "25 to 28 March 2018" */
  return g_strdup_printf (C_ ("spoken range of dates", "%1$d to %2$d %3$s"), first.day, last.day, month);
}
