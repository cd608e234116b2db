/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_read.h"

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
