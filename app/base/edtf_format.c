/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_read.h"
#include "app/base/edtf_words.h"

#include <glib/gi18n.h>

/* Sets of more members than this are given by their number and their ends. */
#define LONGEST_LIST 3

/* A season, quarter, four months or half-year; @name for 21 to 41. */
static char *
format_season (int season, gint64 year)
{
  g_autofree char *this_year = dem_words_year (year);
  g_autofree char *next_year = dem_words_year (year + 1);
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
format_unspecified (DemWordsStyle style, const DemEdtfDate *date, DemDay first)
{
  DemDate start = dem_day_to_date (first);
  g_autofree char *year = dem_words_year (start.year);
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
  g_autofree char *month = dem_words_month (style, start.year, start.month);
  return g_strdup_printf (_ ("some day in %s"), month);
}

static char *
format_plain (DemWordsStyle style, const DemEdtfDate *date)
{
  DemPeriod span;
  if (dem_edtf_date_span (date, &span) != DEM_EDTF_FAULT_NONE)
    return NULL;

  char *text = NULL;
  if (date->unspecified)
    text = format_unspecified (style, date, span.first);
  else if (dem_edtf_date_is_season (date))
    text = format_season (date->month.value, dem_day_to_date (span.first).year);
  else
    text = dem_words_as_one (style, span);
  if (text != NULL)
    return text;

  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  dem_words_ends (style, span, date->unspecified, &first, &last);
  return date->unspecified ? dem_words_between (first, last) : dem_words_range (style, first, last);
}

/* How sure it is, in a word before it. */
static char *
format_qualified (DemWordsStyle style, const DemEdtfDate *date)
{
  g_autofree char *plain = format_plain (style, date);
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

/* %NULL for an open end. */
static char *
format_end (DemWordsStyle style, DemEdtfEnd kind, const DemEdtfDate *date)
{
  if (kind == DEM_EDTF_END_IS_DATE)
    return format_qualified (style, date);
  if (kind != DEM_EDTF_END_IS_UNKNOWN)
    return NULL;
  return g_strdup (style == DEM_WORDS_SPOKEN ? C_ ("spoken unknown end of an interval", "an unknown date")
                                             : C_ ("unknown end of an interval", "?"));
}

/* Two plain days of a month in one breath: "25 to 28 March 2018"; %NULL for all else. */
static char *
speak_days_of_month (const DemEdtfSpan *span)
{
  DemPeriod first, last;
  if (span->start_kind != DEM_EDTF_END_IS_DATE || span->end_kind != DEM_EDTF_END_IS_DATE
      || span->start.precision != DEM_PRECISION_DAY || span->end.precision != DEM_PRECISION_DAY
      || span->start.uncertain || span->start.approximate || span->start.unspecified || span->end.uncertain
      || span->end.approximate || span->end.unspecified
      || dem_edtf_date_span (&span->start, &first) != DEM_EDTF_FAULT_NONE
      || dem_edtf_date_span (&span->end, &last) != DEM_EDTF_FAULT_NONE)
    return NULL;
  return dem_words_days_of_month ((DemPeriod){ first.first, last.last });
}

static char *
format_span (DemWordsStyle style, const DemEdtfSpan *span)
{
  char *days = NULL;
  if (style == DEM_WORDS_SPOKEN && span->is_range && span->set != DEM_EDTF_ONE_OF)
    days = speak_days_of_month (span);
  if (days != NULL)
    return days;
  g_autofree char *first = format_end (style, span->start_kind, &span->start);
  if (!span->is_range)
    return g_steal_pointer (&first);
  g_autofree char *last = format_end (style, span->end_kind, &span->end);
  return span->set == DEM_EDTF_ONE_OF ? dem_words_between (first, last) : dem_words_range (style, first, last);
}

/* The parts of a date, in words. */
typedef struct
{
  DemWordsStyle style;
  GPtrArray *texts;
} Words;

static DemEdtfFault
add_text (const DemEdtfSpan *span, gpointer data)
{
  Words *words = data;
  g_ptr_array_add (words->texts, format_span (words->style, span));
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

static char *
format (DemWordsStyle style, const DemEdtf *edtf)
{
  if (!dem_edtf_is_dated (edtf))
    return dem_day_format (DEM_DAY_UNKNOWN);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  DemEdtfFlags set = edtf->flags & (DEM_EDTF_ONE_OF | DEM_EDTF_ALL_OF);
  DemEdtfFault fault = dem_edtf_read (edtf->text, set, add_text, &(Words){ style, texts });
  g_return_val_if_fail (fault == DEM_EDTF_FAULT_NONE, g_strdup (edtf->text));
  if (texts->len > LONGEST_LIST)
    return format_long_set (edtf, texts->len);
  return format_list (texts, set == DEM_EDTF_ONE_OF);
}

char *
dem_edtf_format (const DemEdtf *edtf)
{
  g_return_val_if_fail (edtf != NULL, NULL);

  return format (DEM_WORDS_SHORT, edtf);
}

char *
dem_edtf_speak (const DemEdtf *edtf)
{
  g_return_val_if_fail (edtf != NULL, NULL);

  return format (DEM_WORDS_SPOKEN, edtf);
}
