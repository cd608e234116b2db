/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_PART_SUPPORT,  /* an inference for a claim */
  DEM_PART_ATTACK,   /* an inference against it */
  DEM_PART_PREMISE,  /* a claim that an inference starts from */
  DEM_PART_UNDERCUT, /* an inference against an inference */
} DemPartRole;

/**
 * DemPart:
 * @ref: a claim for premises, else an inference
 * @role: how it bears on what is explained
 * @strength: its own strength; NAN when it has none
 * @part: what it contributes: the strength with it less the strength without it. Without an inference means
 * as if there were none; without a premise, as if it were beyond doubt, so that the part tells how far it
 * holds the step down
 *
 * What one reason does to a strength. Parts are no shares: they don't add up to the whole, as reasons can
 * stand in for each other.
 */
typedef struct
{
  DemRef ref;
  DemPartRole role;
  double strength;
  double part;
} DemPart;

/**
 * dem_explain_parts:
 * @ref: a claim or an inference
 *
 * What bears directly on it, by the size of its part, the greatest first; nothing has a part in what is
 * assumed, NAN stands last. Returns: (element-type DemPart) (transfer full)
 */
GArray *dem_explain_parts (DemEvaluation *evaluation, DemRef ref);

/**
 * DemChange:
 *
 * What became of a claim's strength; NAN where it has none.
 */
typedef struct
{
  guint32 claim;
  double before;
  double after;
} DemChange;

/**
 * dem_explain_changes:
 * @before, @after: two evaluations of the same dossier
 * @least: the smallest change that counts
 *
 * The claims whose strengths differ, first those of which only one is a number, then by size, the greatest
 * first. Returns: (element-type DemChange) (transfer full)
 */
GArray *dem_explain_changes (DemEvaluation *before, DemEvaluation *after, double least);

G_END_DECLS
