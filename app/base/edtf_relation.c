/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_relation.h"

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

DemAnswer
dem_edtf_relation_ask (DemEdtfRelation relation, const DemEdtf *a, const DemEdtf *b)
{
  static const Relation relations[] = { overlap, within, before };
  Bounds a_bounds = bounds_of (a);
  Bounds b_bounds = bounds_of (b);
  DemAnswer result = ask (&a_bounds, &b_bounds, relations[relation]);
  if (result != DEM_ANSWER_YES || (!is_uncertain (a) && !is_uncertain (b)))
    return result;
  a_bounds = certain_bounds_of (a);
  b_bounds = certain_bounds_of (b);
  result = ask (&a_bounds, &b_bounds, relations[relation]);
  return result == DEM_ANSWER_YES ? DEM_ANSWER_YES : DEM_ANSWER_MAYBE;
}
