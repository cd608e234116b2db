/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"
#include "app/argument/solver.h"

G_BEGIN_DECLS

/* What the rest of this room needs to ask "and if …?": the numbers an evaluation was made from, and in what
 * order. */
const DemSolver *dem_evaluation_get_solver (DemEvaluation *self);
DemArgumentOrder *dem_evaluation_get_order (DemEvaluation *self);

G_END_DECLS
