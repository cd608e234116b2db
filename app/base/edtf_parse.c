/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_parse.h"

#include <string.h>

/* --- Spans
 * ------------------------------------------------------------------------------------------------------- */

static gboolean
starts_with_dots (const char *text)
{
  return text[0] == '.' && text[1] == '.';
}

/* A span as a member of a set ends at a comma or bracket; any other at the end of the text. */
static gboolean
is_end_of_span (char c, DemEdtfFlags set)
{
  return c == '\0' || (set != 0 && (c == ',' || c == ']' || c == '}'));
}

/* The most helpful thing to say of a character that cannot stand where it does. */
static DemEdtfFault
fault_of_character (const char *c, DemEdtfFlags set)
{
  if (g_ascii_isspace (*c))
    return DEM_EDTF_FAULT_SPACE;
  if (g_str_has_prefix (c, "open") || g_str_has_prefix (c, "unknown"))
    return DEM_EDTF_FAULT_OLD_WORD;
  if (strchr ("xuytzes", *c) != NULL && (!g_ascii_islower (c[1]) || c[1] == *c)) /* no word, but "x" or "xx" */
    return DEM_EDTF_FAULT_LOWER_CASE;
  if (g_str_has_prefix (c, "‐") || g_str_has_prefix (c, "–") || g_str_has_prefix (c, "—")
      || g_str_has_prefix (c, "−"))
    return DEM_EDTF_FAULT_DASH;
  if (strchr ("?~%", *c) != NULL)
    return DEM_EDTF_FAULT_QUALIFIERS;
  if (*c == '.')
    return DEM_EDTF_FAULT_DOTS;
  if (*c == '/')
    return set != 0 ? DEM_EDTF_FAULT_SLASH_IN_SET : DEM_EDTF_FAULT_SECOND_SLASH;
  return g_ascii_isdigit (*c) || *c == 'X' ? DEM_EDTF_FAULT_TWO_DIGITS : DEM_EDTF_FAULT_CHARACTER;
}

/* What a date lacks is often better said by the character that cut it short: "u", a space, a dash. */
static DemEdtfFault
read_date (const char **cursor, DemEdtfFlags set, DemEdtfDate *date)
{
  DemEdtfFault fault = dem_edtf_date_read (cursor, date);
  gboolean is_general = fault == DEM_EDTF_FAULT_CHARACTER || fault == DEM_EDTF_FAULT_YEAR_DIGITS
                        || fault == DEM_EDTF_FAULT_TWO_DIGITS;
  if (!is_general || is_end_of_span (**cursor, set))
    return fault;
  DemEdtfFault better = fault_of_character (*cursor, set);
  gboolean is_better = better == DEM_EDTF_FAULT_SPACE || better == DEM_EDTF_FAULT_OLD_WORD
                       || better == DEM_EDTF_FAULT_LOWER_CASE || better == DEM_EDTF_FAULT_DASH
                       || better == DEM_EDTF_FAULT_QUALIFIERS;
  return is_better ? better : fault;
}

/* A date, two dots, or nothing. */
static DemEdtfFault
read_end (const char **cursor, DemEdtfFlags set, DemEdtfEnd *kind, DemEdtfDate *date)
{
  *kind = DEM_EDTF_END_IS_DATE;
  if (starts_with_dots (*cursor))
    {
      *kind = DEM_EDTF_END_IS_OPEN;
      *cursor += set == 0 ? 2 : 0; /* in a set the dots are the separator, read by the caller */
    }
  else if (**cursor == '/' || is_end_of_span (**cursor, set))
    *kind = set == 0 ? DEM_EDTF_END_IS_UNKNOWN : DEM_EDTF_END_IS_OPEN;
  return *kind == DEM_EDTF_END_IS_DATE ? read_date (cursor, set, date) : DEM_EDTF_FAULT_NONE;
}

static gboolean
read_separator (const char **cursor, DemEdtfFlags set)
{
  if (set == 0 ? **cursor != '/' : !starts_with_dots (*cursor))
    return FALSE;
  *cursor += set == 0 ? 1 : 2;
  return TRUE;
}

/* Nothing at all, or no date at either end. */
static DemEdtfFault
check_something_said (const DemEdtfSpan *span)
{
  if (span->start_kind == DEM_EDTF_END_IS_DATE || span->end_kind == DEM_EDTF_END_IS_DATE)
    return DEM_EDTF_FAULT_NONE;
  if (span->set != 0)
    return DEM_EDTF_FAULT_EMPTY_MEMBER;
  if (!span->is_range)
    return span->start_kind == DEM_EDTF_END_IS_OPEN ? DEM_EDTF_FAULT_DOTS : DEM_EDTF_FAULT_EMPTY;
  gboolean unknown = span->start_kind == DEM_EDTF_END_IS_UNKNOWN && span->end_kind == DEM_EDTF_END_IS_UNKNOWN;
  return unknown ? DEM_EDTF_FAULT_NOTHING_KNOWN : DEM_EDTF_FAULT_NONE;
}

static DemEdtfFault
read_span (const char **cursor, DemEdtfFlags set, DemEdtfSpan *span)
{
  *span = (DemEdtfSpan){ .text = *cursor, .set = set };
  DemEdtfFault fault = read_end (cursor, set, &span->start_kind, &span->start);
  if (fault != DEM_EDTF_FAULT_NONE)
    return fault;
  span->is_range = read_separator (cursor, set);
  if (span->is_range)
    fault = read_end (cursor, set, &span->end_kind, &span->end);
  else
    {
      span->end_kind = span->start_kind;
      span->end = span->start;
    }
  if (fault != DEM_EDTF_FAULT_NONE)
    return fault;
  if (!is_end_of_span (**cursor, set))
    return fault_of_character (*cursor, set);
  return check_something_said (span);
}

/* --- Sets
 * -------------------------------------------------------------------------------------------------------- */

static DemEdtfFlags
set_of (char bracket)
{
  if (bracket == '[')
    return DEM_EDTF_ONE_OF;
  return bracket == '{' ? DEM_EDTF_ALL_OF : 0;
}

static DemEdtfFault
check_open_ends (const DemEdtfSpan *span, gboolean is_first, gboolean is_last)
{
  gboolean is_fine = (is_first || span->start_kind == DEM_EDTF_END_IS_DATE)
                     && (is_last || span->end_kind == DEM_EDTF_END_IS_DATE);
  return is_fine ? DEM_EDTF_FAULT_NONE : DEM_EDTF_FAULT_OPEN_MEMBER;
}

static DemEdtfFault
read_set (const char *text, DemEdtfFlags set, DemEdtfSpanFunc func, gpointer data)
{
  const char closing = set == DEM_EDTF_ONE_OF ? ']' : '}';
  const char *cursor = text;
  do
    {
      DemEdtfSpan span;
      gboolean is_first = cursor == text;
      cursor++;
      while (!is_first && *cursor == ' ') /* the standard's own examples have spaces here */
        cursor++;
      DemEdtfFault fault = read_span (&cursor, set, &span);
      if (fault == DEM_EDTF_FAULT_NONE)
        fault = check_open_ends (&span, is_first, *cursor != ',');
      if (fault == DEM_EDTF_FAULT_NONE)
        fault = func (&span, data);
      if (fault != DEM_EDTF_FAULT_NONE)
        return fault;
    }
  while (*cursor == ',');
  if (*cursor != closing)
    return DEM_EDTF_FAULT_UNCLOSED;
  return cursor[1] == '\0' ? DEM_EDTF_FAULT_NONE : DEM_EDTF_FAULT_AFTER_SET;
}

DemEdtfFault
dem_edtf_read (const char *text, DemEdtfFlags member_of, DemEdtfSpanFunc func, gpointer data)
{
  DemEdtfFlags set = set_of (text[0]);
  if (set != 0)
    return read_set (text, set, func, data);

  DemEdtfSpan span;
  DemEdtfFault fault = read_span (&text, member_of, &span);
  return fault == DEM_EDTF_FAULT_NONE ? func (&span, data) : fault;
}

/* --- Bounds
 * ------------------------------------------------------------------------------------------------------ */

static guint32
start_flags (DemEdtfEnd kind, const DemEdtfDate *date)
{
  if (kind != DEM_EDTF_END_IS_DATE)
    return kind == DEM_EDTF_END_IS_OPEN ? DEM_EDTF_START_OPEN : DEM_EDTF_START_UNKNOWN;
  return (date->approximate ? DEM_EDTF_START_APPROXIMATE : 0)
         | (date->uncertain ? DEM_EDTF_START_UNCERTAIN : 0)
         | (date->unspecified ? DEM_EDTF_START_UNSPECIFIED : 0);
}

static guint32
end_flags (DemEdtfEnd kind, const DemEdtfDate *date)
{
  if (kind != DEM_EDTF_END_IS_DATE)
    return kind == DEM_EDTF_END_IS_OPEN ? DEM_EDTF_END_OPEN : DEM_EDTF_END_UNKNOWN;
  return (date->approximate ? DEM_EDTF_END_APPROXIMATE : 0) | (date->uncertain ? DEM_EDTF_END_UNCERTAIN : 0)
         | (date->unspecified ? DEM_EDTF_END_UNSPECIFIED : 0);
}

/* The days on which one end may lie. */
static DemEdtfFault
bounds_of_end (DemEdtfEnd kind, const DemEdtfDate *date, DemDay open, DemPeriod *bounds)
{
  if (kind != DEM_EDTF_END_IS_DATE)
    {
      DemDay day = kind == DEM_EDTF_END_IS_OPEN ? open : DEM_DAY_UNKNOWN;
      *bounds = (DemPeriod){ day, day };
      return DEM_EDTF_FAULT_NONE;
    }
  DemEdtfFault fault = dem_edtf_date_span (date, bounds);
  if (fault == DEM_EDTF_FAULT_NONE)
    *bounds = dem_edtf_date_widen (date, *bounds);
  return fault;
}

static guint32
flags_of_span (const DemEdtfSpan *span)
{
  guint32 flags
      = span->set | start_flags (span->start_kind, &span->start) | end_flags (span->end_kind, &span->end);
  return span->is_range && span->set == 0 ? flags | DEM_EDTF_INTERVAL : flags;
}

static guint32
precision_of_span (const DemEdtfSpan *span)
{
  DemPrecision start = span->start_kind == DEM_EDTF_END_IS_DATE ? span->start.precision : DEM_PRECISION_DAY;
  DemPrecision end = span->end_kind == DEM_EDTF_END_IS_DATE ? span->end.precision : DEM_PRECISION_DAY;
  return MAX (start, end);
}

/* It begins no later than its latest end and ends no earlier than its earliest beginning: the comparisons are
 * exact only for such bounds. An end that may be wrong says nothing of the other. */
static void
tighten (DemEdtf *edtf)
{
  guint32 loose
      = DEM_EDTF_START_UNCERTAIN | DEM_EDTF_START_UNKNOWN | DEM_EDTF_END_UNCERTAIN | DEM_EDTF_END_UNKNOWN;
  if (edtf->flags & loose)
    return;
  edtf->start_max = MIN (edtf->start_max, edtf->end_max);
  edtf->end_min = MAX (edtf->end_min, edtf->start_min);
}

DemEdtfFault
dem_edtf_from_span (const DemEdtfSpan *span, DemEdtf *edtf)
{
  DemPeriod start;
  DemPeriod end;
  DemEdtfFault fault = bounds_of_end (span->start_kind, &span->start, DEM_DAY_BEFORE_ALL, &start);
  if (fault == DEM_EDTF_FAULT_NONE)
    fault = bounds_of_end (span->end_kind, &span->end, DEM_DAY_AFTER_ALL, &end);
  if (fault != DEM_EDTF_FAULT_NONE)
    return fault;
  gboolean both_known = start.first != DEM_DAY_UNKNOWN && end.first != DEM_DAY_UNKNOWN;
  if (both_known && end.last < start.first)
    return DEM_EDTF_FAULT_ORDER;
  /* One of the dates of a range, like one date, lies somewhere between the outer bounds. */
  if (span->set == DEM_EDTF_ONE_OF)
    start = end = (DemPeriod){ start.first, end.last };
  *edtf = (DemEdtf){ span->text,  flags_of_span (span), precision_of_span (span),
                     start.first, start.last,           end.first,
                     end.last };
  tighten (edtf);
  return DEM_EDTF_FAULT_NONE;
}

/* One of the members may be meant: the outermost bounds of all. All of them are: from the first to the last.
 */
static DemEdtfFault
add_member (const DemEdtfSpan *span, gpointer data)
{
  DemEdtf *sum = data;
  DemEdtf member;
  DemEdtfFault fault = dem_edtf_from_span (span, &member);
  if (fault != DEM_EDTF_FAULT_NONE)
    return fault;
  if (!dem_edtf_is_dated (sum))
    {
      *sum = member;
      return DEM_EDTF_FAULT_NONE;
    }
  gboolean all = span->set == DEM_EDTF_ALL_OF;
  sum->flags |= member.flags;
  sum->precision = MAX (sum->precision, member.precision);
  sum->start_min = MIN (sum->start_min, member.start_min);
  sum->start_max = all ? MIN (sum->start_max, member.start_max) : MAX (sum->start_max, member.start_max);
  sum->end_min = all ? MAX (sum->end_min, member.end_min) : MIN (sum->end_min, member.end_min);
  sum->end_max = MAX (sum->end_max, member.end_max);
  return DEM_EDTF_FAULT_NONE;
}

gboolean
dem_edtf_parse (const char *text, DemEdtf *edtf, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (edtf != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  DemEdtf sum = DEM_EDTF_UNDATED;
  DemEdtfFault fault = dem_edtf_read (text, 0, add_member, &sum);
  if (fault != DEM_EDTF_FAULT_NONE)
    {
      dem_edtf_fault_set_error (fault, text, error);
      return FALSE;
    }
  sum.text = text;
  *edtf = sum;
  return TRUE;
}
