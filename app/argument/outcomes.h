/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/solver.h"

G_BEGIN_DECLS

/**
 * dem_outcomes_run:
 * @self: a solver that has run, with intervals
 * @order: in which it ran
 *
 * If few enough inferences are open, narrows every interval to exactly what may come about: runs all the
 * outcomes, each open inference counting or not, and keeps the least and greatest. What does not settle in
 * one of them has no number. Otherwise leaves the intervals as they are. Private to this room.
 */
void dem_outcomes_run (DemSolver *self, const DemArgumentOrder *order);

G_END_DECLS
