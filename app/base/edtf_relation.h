/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

/**
 * DemEdtfRelation:
 * @DEM_EDTF_OVERLAP: they have a day in common
 * @DEM_EDTF_WITHIN: the first has no day outside the second
 * @DEM_EDTF_BEFORE: the first ends before the second begins
 *
 * What two dates may be to each other, after Allen, "Maintaining knowledge about temporal intervals" (1983),
 * reduced to what is asked here; private to the EDTF comparisons.
 */
typedef enum
{
  DEM_EDTF_OVERLAP,
  DEM_EDTF_WITHIN,
  DEM_EDTF_BEFORE,
} DemEdtfRelation;

/**
 * dem_edtf_relation_ask:
 *
 * Whether the relation holds between two dated items neither of which is a set.
 *
 * A reading of a date is a beginning and an end that respect its four bounds, the end not before the
 * beginning. The relation holds for all readings of both (YES), for none (NO) or for some (MAYBE); as it only
 * gets easier or harder when an end moves one way, the extreme readings decide.
 *
 * For the same reason an end of which nothing is known is tried at its two extremes: if both give the same
 * answer, it does not matter; if not, the answer is UNKNOWN. An end marked "?" may be wrong, so a YES stays
 * one only if it would hold with that end unknown.
 */
DemAnswer dem_edtf_relation_ask (DemEdtfRelation relation, const DemEdtf *a, const DemEdtf *b);

G_END_DECLS
