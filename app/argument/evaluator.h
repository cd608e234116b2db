/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/cruxes.h"
#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/**
 * DemEvaluator:
 *
 * Keeps the strengths of a dossier's claims up to date for all views of a window, under whatever scenario,
 * assumptions and starting values it is given, and beside them those of the dossier as it is, to compare
 * with. What the thesis hangs on and its 5–95 % band take longer: they come from a worker, and the next
 * change cancels them. For the main thread.
 *
 * Signals: `changed`, when dem_evaluator_get_evaluation() is another; the cruxes are then unknown until
 * `cruxes-changed` tells that they are there.
 */
#define DEM_TYPE_EVALUATOR (dem_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (DemEvaluator, dem_evaluator, DEM, EVALUATOR, GObject)

DemEvaluator *dem_evaluator_new (void);

/**
 * dem_evaluator_set:
 * @dossier: (nullable): %NULL when nothing is open
 * @what_if: (nullable): %NULL for the dossier as it is; copied
 *
 * Evaluates anew: at once, except that an argument too large for that (some tens of thousands of claims and
 * steps) is left to a worker and the old strengths stand meanwhile, unless they are another dossier's. Does
 * nothing when all is as it was.
 */
void dem_evaluator_set (DemEvaluator *self, DemDossier *dossier, const DemWhatIf *what_if);

/* The strengths now, under what was assumed: (transfer none) (nullable), until the next `changed`. */
DemEvaluation *dem_evaluator_get_evaluation (DemEvaluator *self);

/* The same dossier without scenario and reader's doing; the same as the above when there is neither.
 * (transfer none), NULL only when that is. */
DemEvaluation *dem_evaluator_get_before (DemEvaluator *self);

/* Whether there is something to compare: a scenario, or anything of the reader's. */
gboolean dem_evaluator_has_what_if (DemEvaluator *self);

/* What everything is about: the thesis, or where there is none what dem_thesis_find_candidate() proposes;
 * DEM_NO_INDEX without any claims. */
guint32 dem_evaluator_get_target (DemEvaluator *self);

/* What the target hangs on now, with its band: (transfer none); NULL while the worker is at it. */
DemCruxes *dem_evaluator_get_cruxes (DemEvaluator *self);

G_END_DECLS
