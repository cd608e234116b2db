/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/cruxes.h"

G_BEGIN_DECLS

/**
 * dem_evaluation_to_json:
 * @cruxes: (nullable): of the same evaluation; %NULL when there is no thesis
 *
 * What `--evaluate` prints, indented, ending in a line break:
 *
 * `claims`: of each that exists, in the dossier's order, `id`, `base` (starting value), `strength` and
 * `status`
 * ("settled", "assumed", "undecided", "unsettled"); the target of the cruxes has `range`, its 5–95 % band.
 * `inferences`: of each that takes part `id`, `strength` and `status`.
 * Undecided ones of both have `low` and `high`, and in `undecided` the ids of the inferences whose dates
 * leave them so.
 *
 * `cruxes`: `id` and `kind` ("claim", "source"), `rejected` (the change of the target),
 * `accepted` (claims only), `range` under rejection where it was measured, and `decisive` ("stands unless it
 * is false"); claims first, ranked.
 *
 * What is no number is null. Returns: (transfer full)
 */
char *dem_evaluation_to_json (DemEvaluation *evaluation, DemCruxes *cruxes);

G_END_DECLS
