/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/what_if.h"

G_BEGIN_DECLS

/**
 * DemEvaluation:
 *
 * How strong every claim and every inference of a dossier is under a scenario and what the reader assumes:
 * DF-QuAD (Rago, Toni, Aurisicchio and Baroni 2016) over linked premises, weights and undercuts, as solver.h
 * and the help say. It tells how well a claim holds inside this dossier, from starting values and weights
 * that its maker chose; it is no probability. Immutable, reference counted, safe to use from any thread.
 */
typedef struct _DemEvaluation DemEvaluation;

typedef enum
{
  DEM_STATUS_ABSENT,    /* it does not exist in the scenario; it has no strength */
  DEM_STATUS_SETTLED,   /* one number */
  DEM_STATUS_ASSUMED,   /* fixed by the scenario or the reader */
  DEM_STATUS_UNDECIDED, /* a range, because of dates: see dem_evaluation_dup_undecided() */
  DEM_STATUS_UNSETTLED, /* it stands in a circle that does not come to rest, or follows from one */
} DemStatus;

typedef enum
{
  DEM_SETTER_NOBODY,
  DEM_SETTER_SCENARIO,
  DEM_SETTER_READER,
} DemSetter;

/**
 * DemStrength:
 * @strength: 0 … 1; the middle of the range when undecided, NAN when there is none
 * @low: the least it may be, depending on the dates; otherwise @strength
 * @high: the greatest
 */
typedef struct
{
  DemStatus status;
  double strength;
  double low;
  double high;
} DemStrength;

/**
 * dem_evaluation_new:
 * @what_if: (nullable): %NULL for DEM_WHAT_IF_NOTHING; it is not needed afterwards
 *
 * Evaluates at once, in time linear in the number of premises but for circles. When up to six inferences are
 * undecided because of dates, all outcomes are computed and the ranges are exact; of more, the ranges hold
 * every outcome but may be wider than need be (see solver.h).
 */
DemEvaluation *dem_evaluation_new (DemDossier *dossier, const DemWhatIf *what_if);
DemEvaluation *dem_evaluation_ref (DemEvaluation *self);
void dem_evaluation_unref (DemEvaluation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEvaluation, dem_evaluation_unref)

DemDossier *dem_evaluation_get_dossier (DemEvaluation *self);
guint32 dem_evaluation_get_scenario (DemEvaluation *self);

/* The strength of a claim or an inference. */
DemStrength dem_evaluation_get (DemEvaluation *self, DemRef ref);

/* A claim's starting value, as the reader has set it or else the dossier. */
double dem_evaluation_get_start (DemEvaluation *self, guint32 claim);

/* Who has fixed a claim's strength. */
DemSetter dem_evaluation_get_setter (DemEvaluation *self, guint32 claim);

/* Whether the reader has changed a claim's starting value. */
gboolean dem_evaluation_start_is_readers (DemEvaluation *self, guint32 claim);

/* Whether the dates are as an inference needs them; NO: it counts nothing. */
DemAnswer dem_evaluation_get_answer (DemEvaluation *self, guint32 inference);

/**
 * dem_evaluation_dup_undecided:
 *
 * The inferences whose dates leave a claim or an inference undecided, ascending; empty unless it is. What
 * they need is told by dem_needs_get(). Returns: (element-type guint32) (transfer full)
 */
GArray *dem_evaluation_dup_undecided (DemEvaluation *self, DemRef ref);

/* The claim that all is about: the first thesis that exists in the scenario, or DEM_NO_INDEX. */
guint32 dem_evaluation_get_thesis (DemEvaluation *self);

G_END_DECLS
