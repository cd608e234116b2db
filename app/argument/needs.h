/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemNeedStep:
 * @first, @second: two neighbours of an inference's `before` or `during`
 * @during: whether the first must lie within the second, rather than end before the second begins
 * @answer: whether that is so
 *
 * One comparison of dates on which an inference depends.
 */
typedef struct
{
  DemNeed first;
  DemNeed second;
  gboolean during;
  DemAnswer answer;
} DemNeedStep;

/* How many comparisons an inference depends on, and one of them. */
guint dem_needs_count (const DemInference *inference);
DemNeedStep dem_needs_get (DemDossier *dossier, const DemInference *inference, guint index);

/**
 * dem_needs_ask:
 *
 * Whether the dates are as an inference needs them: NO when any comparison fails, else MAYBE or UNKNOWN when
 * any is so, else YES, also when it needs nothing.
 */
DemAnswer dem_needs_ask (DemDossier *dossier, const DemInference *inference);

G_END_DECLS
