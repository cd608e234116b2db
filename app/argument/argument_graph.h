/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemArgumentGraph:
 * @n_claims: claims of the dossier
 * @n_nodes: claims and inferences: claim i is node i, inference j is node @n_claims + j
 * @present: by node: whether it takes part in the scenario; an inference does when all of its premises and
 * its target do
 * @answers: by node: DemAnswer of an inference's `needs`, DEM_ANSWER_YES for claims
 * @inputs: what bears on the nodes, all in one array
 * @first: by node, one more than there are nodes: where its inputs begin
 * @split: by node: where those against it (attacks, undercuts) begin, after those for it (supports, premises)
 * @outputs: the other way round: what a node bears on
 * @first_output: by node, one more than there are nodes
 *
 * Who bears on whom in one scenario, as numbers only; private to this room. An inference whose `needs` are
 * answered no has no inputs, and so no strength and no part in any circle. Immutable, reference counted.
 */
typedef struct
{
  gatomicrefcount references;
  guint n_claims;
  guint n_nodes;
  guint8 *present;
  guint8 *answers;
  guint32 *inputs;
  guint32 *first;
  guint32 *split;
  guint32 *outputs;
  guint32 *first_output;
} DemArgumentGraph;

DemArgumentGraph *dem_argument_graph_new (DemDossier *dossier, guint32 scenario);
DemArgumentGraph *dem_argument_graph_ref (DemArgumentGraph *self);
void dem_argument_graph_unref (DemArgumentGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArgumentGraph, dem_argument_graph_unref)

/* Whether an inference may count and may not, as nobody knows its dates. */
static inline gboolean
dem_argument_graph_is_open (const DemArgumentGraph *self, guint32 node)
{
  return self->answers[node] == DEM_ANSWER_MAYBE || self->answers[node] == DEM_ANSWER_UNKNOWN;
}

/* The node of a claim or an inference. */
static inline guint32
dem_argument_graph_node (const DemArgumentGraph *self, DemRef ref)
{
  return ref.kind == DEM_KIND_INFERENCE ? self->n_claims + ref.index : ref.index;
}

G_END_DECLS
