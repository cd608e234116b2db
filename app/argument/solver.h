/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/argument_order.h"

G_BEGIN_DECLS

/**
 * DemSolver:
 * @graph: who bears on whom
 * @own: by node: starting value of a claim, weight of an inference
 * @fixed: by node: NAN, or the strength it has whatever bears on it
 * @open: by node: whether an inference both counts and does not
 * @low: by node: the least strength it may have; NAN when it does not settle
 * @high: by node: the greatest; the same array as @low when nothing is open
 *
 * The numbers of an argument and the rule that makes strengths of them: DF-QuAD (Rago, Toni, Aurisicchio and
 * Baroni, "Discontinuity-free decision support with quantitative argumentation debates", 2016), with
 * inferences as nodes of their own. Private to this room; fields but the graph may be changed between runs.
 *
 * What is open is carried along as an interval. Each strength grows, or stays, with every supporter and
 * premise and falls, or stays, with every attacker and undercut; so the least comes from the least of what is
 * for it and the greatest of what is against it. Whatever the dates turn out to be, each strength lies in its
 * interval. The interval may be wider than need be where one open inference bears on a claim in several ways,
 * as these are taken to be independent.
 */
typedef struct
{
  DemArgumentGraph *graph;
  double *own;
  double *fixed;
  guint8 *open;
  double *low;
  double *high;
} DemSolver;

/* Nothing fixed; starting values and weights as the dossier has them, what is open as its dates leave it. */
DemSolver *dem_solver_new (DemArgumentGraph *graph, DemDossier *dossier);

/* Another with the same numbers but for strengths. */
DemSolver *dem_solver_copy (const DemSolver *self);
void dem_solver_free (DemSolver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemSolver, dem_solver_free)

/* To be called after @open has changed: whether least and greatest may differ. */
void dem_solver_update_open (DemSolver *self);

/**
 * dem_solver_run:
 *
 * Computes the strengths of all nodes. A component that is a circle goes x ← ½x + ½F(x) from the starting
 * values (an inference starts at what its premises give it) until no strength moves by more than 1e-9; what
 * has not settled after 1,000 rounds has no number (NAN), and so has what follows from it.
 */
void dem_solver_run (DemSolver *self, const DemArgumentOrder *order);

/* The same for one component; all on which it depends must be there. */
void dem_solver_run_component (DemSolver *self, const DemArgumentOrder *order, guint32 component);

/* The same when some of its nodes may have been fixed since the order was made: a circle may then fall apart.
 */
void dem_solver_run_broken (DemSolver *self, const DemArgumentOrder *order, guint32 component);

G_END_DECLS
