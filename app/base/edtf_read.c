/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_read.h"

#include <string.h>

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
  if (strchr ("xuytzes", *c) != NULL
      && (!g_ascii_islower (c[1]) || c[1] == *c)) /* no word, but "x" or "xx" */
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
