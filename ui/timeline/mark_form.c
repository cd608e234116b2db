/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/mark_form.h"

#define APPROXIMATE (DEM_EDTF_START_APPROXIMATE | DEM_EDTF_END_APPROXIMATE)
#define UNCERTAIN (DEM_EDTF_START_UNCERTAIN | DEM_EDTF_END_UNCERTAIN)
#define UNSPECIFIED (DEM_EDTF_START_UNSPECIFIED | DEM_EDTF_END_UNSPECIFIED)

static DemMarkEnd
interval_start (const DemEdtf *edtf)
{
  if (edtf->flags & DEM_EDTF_START_OPEN)
    return DEM_END_OPEN;
  if (edtf->flags & DEM_EDTF_START_UNKNOWN)
    return DEM_END_UNKNOWN;
  return edtf->flags & (DEM_EDTF_START_APPROXIMATE | DEM_EDTF_START_UNSPECIFIED) ? DEM_END_FADE
                                                                                 : DEM_END_SHARP;
}

static DemMarkEnd
interval_end (const DemEdtf *edtf)
{
  if (edtf->flags & DEM_EDTF_END_OPEN)
    return DEM_END_OPEN;
  if (edtf->flags & DEM_EDTF_END_UNKNOWN)
    return DEM_END_UNKNOWN;
  return edtf->flags & (DEM_EDTF_END_APPROXIMATE | DEM_EDTF_END_UNSPECIFIED) ? DEM_END_FADE : DEM_END_SHARP;
}

static DemMarkBody
single_body (const DemEdtf *edtf)
{
  if (edtf->flags & DEM_EDTF_ALL_OF)
    return DEM_MARK_SET;
  if (edtf->flags & (DEM_EDTF_ONE_OF | UNSPECIFIED))
    return DEM_MARK_BRACKETS;
  if (edtf->flags & UNCERTAIN)
    return DEM_MARK_OUTLINE;
  return edtf->precision == DEM_PRECISION_DAY && !(edtf->flags & APPROXIMATE) ? DEM_MARK_DOT : DEM_MARK_BAR;
}

DemMarkForm
dem_mark_form (const DemEdtf *edtf, DemDay today, gboolean conditional)
{
  DemMarkForm form = { .future = dem_day_is_finite (edtf->start_min) && edtf->start_min > today,
                       .conditional = conditional };

  if (edtf->flags & DEM_EDTF_INTERVAL)
    {
      form.body = edtf->flags & UNCERTAIN ? DEM_MARK_OUTLINE : DEM_MARK_BAR;
      form.start = interval_start (edtf);
      form.end = interval_end (edtf);
    }
  else
    {
      form.body = single_body (edtf);
      form.start = form.end = edtf->flags & APPROXIMATE ? DEM_END_FADE : DEM_END_SHARP;
      /* A set may be open: "every year since". */
      if (edtf->end_max == DEM_DAY_AFTER_ALL)
        form.end = DEM_END_OPEN;
      if (edtf->start_min == DEM_DAY_BEFORE_ALL)
        form.start = DEM_END_OPEN;
    }
  return form;
}

gboolean
dem_mark_days (const DemEdtf *edtf, DemDay *start, DemDay *end)
{
  if (!dem_edtf_is_dated (edtf))
    return FALSE;

  *start = edtf->start_min;
  *end = edtf->end_max;
  if (*start == DEM_DAY_UNKNOWN)
    *start = dem_day_is_finite (edtf->end_min) ? edtf->end_min : edtf->end_max;
  if (*end == DEM_DAY_UNKNOWN)
    *end = dem_day_is_finite (edtf->start_max) ? edtf->start_max : edtf->start_min;
  return *start != DEM_DAY_UNKNOWN && *end != DEM_DAY_UNKNOWN && *start != DEM_DAY_AFTER_ALL
         && *end != DEM_DAY_BEFORE_ALL && *start <= *end;
}
