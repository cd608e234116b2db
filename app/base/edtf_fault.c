/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_fault.h"

#include <glib/gi18n.h>

#define LONGEST_QUOTE 60 /* characters */

G_DEFINE_QUARK (dem - edtf - error - quark, dem_edtf_error)

typedef struct
{
  DemEdtfError code;
  const char *sentence;
} Explanation;

static const Explanation explanations[DEM_EDTF_N_FAULTS] = {
  [DEM_EDTF_FAULT_EMPTY]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("It is empty; leave the date out when nothing is known.") },
  [DEM_EDTF_FAULT_CHARACTER]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("It must begin with a year and go on as in 2018, 2018-03, 2018-03-09 or 2018/2020.") },
  [DEM_EDTF_FAULT_SPACE] = { DEM_EDTF_ERROR_SYNTAX, N_ ("Take the spaces out.") },
  [DEM_EDTF_FAULT_LOWER_CASE]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Letters are capitals: X for an unknown digit, Y before a long year, T and Z in a time.") },
  [DEM_EDTF_FAULT_DASH]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Write hyphens inside a date (2018-03-09) and a slash between two dates (2018/2020).") },
  [DEM_EDTF_FAULT_OLD_WORD]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Write “..” for an open end (2018/..) and nothing for an unknown end (2018/).") },
  [DEM_EDTF_FAULT_YEAR_DIGITS]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("A year has four digits (0476); write 199X for a decade and 19XX for a century.") },
  [DEM_EDTF_FAULT_YEAR_LONG]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("Put hyphens after the four digits of the year (2018-03-09), or Y before a "
                                 "longer year (Y12018).") },
  [DEM_EDTF_FAULT_YEAR_Y]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("After Y come five or more digits, the first of them not 0; write a shorter year without Y.") },
  [DEM_EDTF_FAULT_YEAR_ONLY]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("A year that begins with Y has no month; leave out what follows it.") },
  [DEM_EDTF_FAULT_MINUS_ZERO]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("The year 0, which is 1 BCE, has no minus sign; write 0000.") },
  [DEM_EDTF_FAULT_TWO_DIGITS]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("Months and days have two digits each, as in 2018-03-09.") },
  [DEM_EDTF_FAULT_SEASON_DAY]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("A season or quarter has no days; leave the day out, or give the month.") },
  [DEM_EDTF_FAULT_EXPONENT]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Years with an exponent are not read; write all the digits, as in Y-170000000.") },
  [DEM_EDTF_FAULT_SIGNIFICANT]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("Significant digits are not read; write X for the others, as in 19XX, or "
                                 "1950~ for “about 1950”.") },
  [DEM_EDTF_FAULT_QUALIFIERS]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Only one of ?, ~ and % may stand in one place; % means both uncertain and approximate.") },
  [DEM_EDTF_FAULT_TIME]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("A time is written in full, as in 2018-03-09T14:30:00, 2018-03-09T14:30:00Z "
                                 "or 2018-03-09T14:30:00+01:00.") },
  [DEM_EDTF_FAULT_TIME_OF_VAGUE]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("A time needs a certain day before it, without ?, ~, % or X; leave the time out.") },
  [DEM_EDTF_FAULT_NOTHING_KNOWN]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("Neither end is given; leave the date out when nothing is known.") },
  [DEM_EDTF_FAULT_DOTS]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Two dots mean an open end beside a slash (2018/..) or a range inside brackets ([2018..2020]).") },
  [DEM_EDTF_FAULT_SLASH_IN_SET]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("Inside brackets a range is written with two dots, as in [2018..2020].") },
  [DEM_EDTF_FAULT_SECOND_SLASH]
  = { DEM_EDTF_ERROR_SYNTAX, N_ ("An interval has one slash and two ends, as in 2018/2020.") },
  [DEM_EDTF_FAULT_EMPTY_MEMBER]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("A date is missing inside the brackets; write them as in [2018,2020..2022].") },
  [DEM_EDTF_FAULT_OPEN_MEMBER]
  = { DEM_EDTF_ERROR_SYNTAX,
      N_ ("Inside brackets only the first range may have an open beginning and only the last an open end.") },
  [DEM_EDTF_FAULT_UNCLOSED] = { DEM_EDTF_ERROR_SYNTAX, N_ ("Close the bracket: [ with ] and { with }.") },
  [DEM_EDTF_FAULT_AFTER_SET] = { DEM_EDTF_ERROR_SYNTAX, N_ ("Nothing may follow the closing bracket.") },
  [DEM_EDTF_FAULT_YEAR_RANGE]
  = { DEM_EDTF_ERROR_RANGE, N_ ("The year is too large; years go to 999999999 before and after 0.") },
  [DEM_EDTF_FAULT_MONTH_RANGE]
  = { DEM_EDTF_ERROR_RANGE,
      N_ ("There is no such month; months are 01 to 12, seasons and other parts of a year 21 to 41.") },
  [DEM_EDTF_FAULT_DAY_RANGE]
  = { DEM_EDTF_ERROR_RANGE, N_ ("There is no such day in that month; check the day.") },
  [DEM_EDTF_FAULT_TIME_RANGE]
  = { DEM_EDTF_ERROR_RANGE,
      N_ ("There is no such time; times go from 00:00:00 to 23:59:59 and offsets from -14:00 to +14:00.") },
  [DEM_EDTF_FAULT_ORDER]
  = { DEM_EDTF_ERROR_ORDER, N_ ("It ends before it begins; exchange the two dates or mend one.") },
};

static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, 4 * LONGEST_QUOTE));
  if (g_utf8_strlen (valid, -1) <= LONGEST_QUOTE)
    return g_steal_pointer (&valid);
  g_autofree char *beginning = g_utf8_substring (valid, 0, LONGEST_QUOTE - 1);
  return g_strconcat (beginning, "…", NULL);
}

void
dem_edtf_fault_set_error (DemEdtfFault fault, const char *text, GError **error)
{
  g_return_if_fail (fault > DEM_EDTF_FAULT_NONE && fault < DEM_EDTF_N_FAULTS);

  if (error == NULL)
    return;
  g_autofree char *quoted = quote (text);
  /* Translators: the first is a date as it stands in a file, the second a sentence that says what to do. */
  g_set_error (error, DEM_EDTF_ERROR, explanations[fault].code, _ ("“%s” cannot be read as a date. %s"),
               quoted, _ (explanations[fault].sentence));
}
