/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparisons of uncertain dates.
 *
 * A reading of a date is a beginning and an end that respect its four bounds, the end not before the
 * beginning. A relation between two dates holds for all their readings (YES), for none (NO) or for some
 * (MAYBE); as it only gets easier or harder when an end moves one way, the extreme readings decide.
 *
 * For the same reason an end of which nothing is known is tried at its two extremes: if both give the same
 * answer, it does not matter; if not, the answer is UNKNOWN. An end marked "?" may be wrong, so a YES stays
 * one only if it would hold with that end unknown. */
#include "app/base/edtf_parse.h"

typedef struct
{
  DemDay start_min;
  DemDay start_max;
  DemDay end_min;
  DemDay end_max;
} Bounds;

typedef DemAnswer (*Relation) (const Bounds *a, const Bounds *b);

static DemAnswer
answer (gboolean for_all, gboolean for_none)
{
  if (for_all)
    return DEM_ANSWER_YES;
  return for_none ? DEM_ANSWER_NO : DEM_ANSWER_MAYBE;
}

/* --- Relations between known bounds
 * ------------------------------------------------------------------------------ */

static DemAnswer
overlap (const Bounds *a, const Bounds *b)
{
  return answer (a->start_max <= b->end_min && b->start_max <= a->end_min,
                 a->start_min > b->end_max || b->start_min > a->end_max);
}

static DemAnswer
within (const Bounds *a, const Bounds *b)
{
  return answer (b->start_max <= a->start_min && a->end_max <= b->end_min,
                 a->start_max < b->start_min || a->end_min > b->end_max);
}

static DemAnswer
before (const Bounds *a, const Bounds *b)
{
  return answer (a->end_max < b->start_min, a->end_min >= b->start_max);
}

/* --- Unknown and uncertain ends
 * ---------------------------------------------------------------------------------- */

static DemAnswer ask (const Bounds *a, const Bounds *b, Relation relation);

/* The earlier and the later extreme of the first unknown end. FALSE when both ends are known. */
static gboolean
resolve (const Bounds *bounds, Bounds extremes[2])
{
  extremes[0] = extremes[1] = *bounds;
  if (bounds->start_min == DEM_DAY_UNKNOWN)
    {
      gboolean end_known = bounds->end_min != DEM_DAY_UNKNOWN;
      extremes[0].start_min = extremes[0].start_max = DEM_DAY_BEFORE_ALL;
      extremes[1].start_min = end_known ? bounds->end_min : DEM_DAY_AFTER_ALL;
      extremes[1].start_max = end_known ? bounds->end_max : DEM_DAY_AFTER_ALL;
      return TRUE;
    }
  if (bounds->end_min == DEM_DAY_UNKNOWN)
    {
      extremes[0].end_min = bounds->start_min;
      extremes[0].end_max = bounds->start_max;
      extremes[1].end_min = extremes[1].end_max = DEM_DAY_AFTER_ALL;
      return TRUE;
    }
  return FALSE;
}

static DemAnswer
agree (DemAnswer one, DemAnswer other)
{
  return one == other ? one : DEM_ANSWER_UNKNOWN;
}

static DemAnswer
ask (const Bounds *a, const Bounds *b, Relation relation)
{
  Bounds extremes[2];
  if (resolve (a, extremes))
    return agree (ask (&extremes[0], b, relation), ask (&extremes[1], b, relation));
  if (resolve (b, extremes))
    return agree (ask (a, &extremes[0], relation), ask (a, &extremes[1], relation));
  return relation (a, b);
}

static Bounds
bounds_of (const DemEdtf *edtf)
{
  return (Bounds){ edtf->start_min, edtf->start_max, edtf->end_min, edtf->end_max };
}

/* The bounds if what is marked as uncertain were not known at all. */
static Bounds
certain_bounds_of (const DemEdtf *edtf)
{
  Bounds bounds = bounds_of (edtf);
  if (edtf->flags & DEM_EDTF_START_UNCERTAIN)
    bounds.start_min = bounds.start_max = DEM_DAY_UNKNOWN;
  if (edtf->flags & DEM_EDTF_END_UNCERTAIN)
    bounds.end_min = bounds.end_max = DEM_DAY_UNKNOWN;
  return bounds;
}

static gboolean
is_uncertain (const DemEdtf *edtf)
{
  return (edtf->flags & (DEM_EDTF_START_UNCERTAIN | DEM_EDTF_END_UNCERTAIN)) != 0;
}

static DemAnswer
ask_of_members (const DemEdtf *a, const DemEdtf *b, Relation relation)
{
  Bounds a_bounds = bounds_of (a);
  Bounds b_bounds = bounds_of (b);
  DemAnswer result = ask (&a_bounds, &b_bounds, relation);
  if (result != DEM_ANSWER_YES || (!is_uncertain (a) && !is_uncertain (b)))
    return result;
  a_bounds = certain_bounds_of (a);
  b_bounds = certain_bounds_of (b);
  return ask (&a_bounds, &b_bounds, relation) == DEM_ANSWER_YES ? DEM_ANSWER_YES : DEM_ANSWER_MAYBE;
}

/* --- Sets
 * -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const DemEdtf *a;
  const DemEdtf *b;
  Relation relation;
  DemAnswer result;
  guint n_answers;
} Question;

static DemAnswer ask_of_dates (const DemEdtf *a, const DemEdtf *b, Relation relation);

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

/* All members are meant: one that overlaps is enough, but to be before or within something all must be. */
static DemAnswer
together (DemAnswer one, DemAnswer other, Relation relation)
{
  if (relation == overlap)
    return MAX (one, other);
  if (one == DEM_ANSWER_NO || other == DEM_ANSWER_NO)
    return DEM_ANSWER_NO;
  gboolean unknown = one == DEM_ANSWER_UNKNOWN || other == DEM_ANSWER_UNKNOWN;
  return unknown ? DEM_ANSWER_UNKNOWN : MIN (one, other);
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
is_set (const DemEdtf *edtf)
{
  return dem_edtf_is_dated (edtf) && dem_edtf_text_is_set (edtf->text);
}

static DemAnswer
ask_of_dates (const DemEdtf *a, const DemEdtf *b, Relation relation)
{
  Question question = { a, b, relation, DEM_ANSWER_UNKNOWN, 0 };
  if (is_set (a))
    dem_edtf_foreach_member (a, ask_of_member_of_a, &question);
  else if (is_set (b))
    dem_edtf_foreach_member (b, ask_of_member_of_b, &question);
  else
    return ask_of_members (a, b, relation);
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
  if (is_set (edtf))
    dem_edtf_read (edtf->text, 0, call_with_member, &call);
  else if (dem_edtf_is_dated (edtf))
    func (edtf, data);
}

/* --- The public questions
 * ---------------------------------------------------------------------------------------- */

/* A period as a date whose ends are certain; no date, so without a text. */
static DemAnswer
ask_of_period (const DemEdtf *edtf, DemPeriod period, Relation relation)
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
ask_if_dated (const DemEdtf *a, const DemEdtf *b, Relation relation)
{
  g_return_val_if_fail (a != NULL && b != NULL, DEM_ANSWER_UNKNOWN);

  if (!dem_edtf_is_dated (a) || !dem_edtf_is_dated (b))
    return DEM_ANSWER_UNKNOWN;
  return ask_of_dates (a, b, relation);
}

DemAnswer
dem_edtf_overlaps (const DemEdtf *edtf, DemPeriod period)
{
  return ask_of_period (edtf, period, overlap);
}

DemAnswer
dem_edtf_within (const DemEdtf *edtf, DemPeriod period)
{
  return ask_of_period (edtf, period, within);
}

DemAnswer
dem_edtf_alive_on (const DemEdtf *edtf, DemDay day)
{
  return ask_of_period (edtf, (DemPeriod){ day, day }, overlap);
}

DemAnswer
dem_edtf_before (const DemEdtf *a, const DemEdtf *b)
{
  return ask_if_dated (a, b, before);
}

DemAnswer
dem_edtf_overlap (const DemEdtf *a, const DemEdtf *b)
{
  return ask_if_dated (a, b, overlap);
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
