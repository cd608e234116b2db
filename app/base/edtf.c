/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_read.h"
#include "app/base/edtf_relation.h"

typedef struct
{
  const DemEdtf *a;
  const DemEdtf *b;
  DemEdtfRelation relation;
  DemAnswer result;
  guint n_answers;
} Question;

static DemAnswer ask_of_dates (const DemEdtf *a, const DemEdtf *b, DemEdtfRelation relation);

/* One of the members is meant, nobody knows which. */
static DemAnswer
either (DemAnswer one, DemAnswer other)
{
  if (one == other)
    return one;
  gboolean undecided = one == DEM_ANSWER_MAYBE || other == DEM_ANSWER_MAYBE;
  gboolean unknown = one == DEM_ANSWER_UNKNOWN || other == DEM_ANSWER_UNKNOWN;
  return unknown && !undecided ? DEM_ANSWER_UNKNOWN : DEM_ANSWER_MAYBE;
}

/* All members are meant: one that overlaps is enough, but to be before or within something all must be. There
 * MAYBE and UNKNOWN do not meet, as an end that is not known makes those impossible at one of its extremes.
 */
static DemAnswer
together (DemAnswer one, DemAnswer other, DemEdtfRelation relation)
{
  return relation == DEM_EDTF_OVERLAP ? MAX (one, other) : MIN (one, other);
}

static void
add_answer (Question *question, DemAnswer next, guint32 flags)
{
  if (question->n_answers++ == 0)
    question->result = next;
  else if (flags & DEM_EDTF_ONE_OF)
    question->result = either (question->result, next);
  else
    question->result = together (question->result, next, question->relation);
}

static void
ask_of_member_of_a (const DemEdtf *member, gpointer data)
{
  Question *question = data;
  add_answer (question, ask_of_dates (member, question->b, question->relation), member->flags);
}

static void
ask_of_member_of_b (const DemEdtf *member, gpointer data)
{
  Question *question = data;
  add_answer (question, ask_of_dates (question->a, member, question->relation), member->flags);
}

static gboolean
is_set (const DemEdtf *edtf, guint32 kinds)
{
  return dem_edtf_is_dated (edtf) && dem_edtf_text_is_set (edtf->text) && (edtf->flags & kinds) != 0;
}

/* One-of sets first: which member is meant is the same for all members of the other. */
static DemAnswer
ask_of_dates (const DemEdtf *a, const DemEdtf *b, DemEdtfRelation relation)
{
  Question question = { a, b, relation, DEM_ANSWER_UNKNOWN, 0 };
  if (is_set (a, DEM_EDTF_ONE_OF))
    dem_edtf_foreach_member (a, ask_of_member_of_a, &question);
  else if (is_set (b, DEM_EDTF_ONE_OF))
    dem_edtf_foreach_member (b, ask_of_member_of_b, &question);
  else if (is_set (a, DEM_EDTF_ALL_OF))
    dem_edtf_foreach_member (a, ask_of_member_of_a, &question);
  else if (is_set (b, DEM_EDTF_ALL_OF))
    dem_edtf_foreach_member (b, ask_of_member_of_b, &question);
  else
    return dem_edtf_relation_ask (relation, a, b);
  return question.result;
}

typedef struct
{
  DemEdtfMemberFunc func;
  gpointer data;
} MemberCall;

static DemEdtfFault
call_with_member (const DemEdtfSpan *span, gpointer data)
{
  const MemberCall *call = data;
  DemEdtf member;
  DemEdtfFault fault = dem_edtf_from_span (span, &member);
  if (fault == DEM_EDTF_FAULT_NONE)
    call->func (&member, call->data);
  return fault;
}

void
dem_edtf_foreach_member (const DemEdtf *edtf, DemEdtfMemberFunc func, gpointer data)
{
  g_return_if_fail (edtf != NULL);
  g_return_if_fail (func != NULL);

  MemberCall call = { func, data };
  if (is_set (edtf, DEM_EDTF_ONE_OF | DEM_EDTF_ALL_OF))
    dem_edtf_read (edtf->text, 0, call_with_member, &call);
  else if (dem_edtf_is_dated (edtf))
    func (edtf, data);
}

/* A period as a date whose ends are certain; no date, so without a text. */
static DemAnswer
ask_of_period (const DemEdtf *edtf, DemPeriod period, DemEdtfRelation relation)
{
  g_return_val_if_fail (edtf != NULL, DEM_ANSWER_UNKNOWN);
  g_return_val_if_fail (period.first != DEM_DAY_UNKNOWN && period.last != DEM_DAY_UNKNOWN,
                        DEM_ANSWER_UNKNOWN);

  if (!dem_edtf_is_dated (edtf))
    return DEM_ANSWER_UNKNOWN;
  if (period.first > period.last)
    return DEM_ANSWER_NO;
  DemEdtf span = { NULL, 0, 0, period.first, period.first, period.last, period.last };
  return ask_of_dates (edtf, &span, relation);
}

static DemAnswer
ask_if_dated (const DemEdtf *a, const DemEdtf *b, DemEdtfRelation relation)
{
  g_return_val_if_fail (a != NULL && b != NULL, DEM_ANSWER_UNKNOWN);

  if (!dem_edtf_is_dated (a) || !dem_edtf_is_dated (b))
    return DEM_ANSWER_UNKNOWN;
  return ask_of_dates (a, b, relation);
}

DemAnswer
dem_edtf_overlaps (const DemEdtf *edtf, DemPeriod period)
{
  return ask_of_period (edtf, period, DEM_EDTF_OVERLAP);
}

DemAnswer
dem_edtf_within (const DemEdtf *edtf, DemPeriod period)
{
  return ask_of_period (edtf, period, DEM_EDTF_WITHIN);
}

DemAnswer
dem_edtf_alive_on (const DemEdtf *edtf, DemDay day)
{
  return ask_of_period (edtf, (DemPeriod){ day, day }, DEM_EDTF_OVERLAP);
}

DemAnswer
dem_edtf_before (const DemEdtf *a, const DemEdtf *b)
{
  return ask_if_dated (a, b, DEM_EDTF_BEFORE);
}

DemAnswer
dem_edtf_overlap (const DemEdtf *a, const DemEdtf *b)
{
  return ask_if_dated (a, b, DEM_EDTF_OVERLAP);
}

DemAnswer
dem_edtf_during (const DemEdtf *a, const DemEdtf *b)
{
  return ask_if_dated (a, b, DEM_EDTF_WITHIN);
}

gboolean
dem_edtf_extent (const DemEdtf *edtf, DemPeriod *extent)
{
  g_return_val_if_fail (edtf != NULL && extent != NULL, FALSE);

  if (!dem_edtf_is_dated (edtf))
    return FALSE;
  extent->first = edtf->start_min == DEM_DAY_UNKNOWN ? DEM_DAY_BEFORE_ALL : edtf->start_min;
  extent->last = edtf->end_max == DEM_DAY_UNKNOWN ? DEM_DAY_AFTER_ALL : edtf->end_max;
  return TRUE;
}

static int
compare_days (DemDay a, DemDay b)
{
  return (a > b) - (a < b);
}

int
dem_edtf_compare (const DemEdtf *a, const DemEdtf *b)
{
  DemPeriod a_extent;
  DemPeriod b_extent;
  gboolean a_dated = dem_edtf_extent (a, &a_extent);
  gboolean b_dated = dem_edtf_extent (b, &b_extent);
  if (!a_dated || !b_dated)
    return b_dated - a_dated;
  int order = compare_days (a_extent.first, b_extent.first);
  return order != 0 ? order : compare_days (a_extent.last, b_extent.last);
}
