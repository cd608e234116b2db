/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/evaluation_private.h"

#include "app/argument/bounds.h"
#include "app/argument/outcomes.h"

/* Strengths that differ by less are one: circles settle only to about this. */
#define SAME_WITHIN 1e-7

struct _DemEvaluation
{
  gatomicrefcount references;
  DemDossier *dossier;
  guint32 scenario;
  DemSolver *solver;
  DemArgumentOrder *order;
  guint8 *setters;        /* by claim: DemSetter */
  guint8 *starts_readers; /* by claim: whether the reader changed the starting value */
};

static void
fix_claims (DemEvaluation *self, const DemAssumption *assumptions, guint n, DemSetter setter)
{
  for (guint i = 0; i < n; i++)
    {
      g_return_if_fail (assumptions[i].claim < self->solver->graph->n_claims);
      g_return_if_fail (!isnan (assumptions[i].strength));

      self->solver->fixed[assumptions[i].claim] = CLAMP (assumptions[i].strength, 0, 1);
      self->setters[assumptions[i].claim] = setter;
    }
}

static void
start_claims (DemEvaluation *self, const DemAssumption *starts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_return_if_fail (starts[i].claim < self->solver->graph->n_claims);
      g_return_if_fail (!isnan (starts[i].strength));

      self->solver->own[starts[i].claim] = CLAMP (starts[i].strength, 0, 1);
      self->starts_readers[starts[i].claim] = TRUE;
    }
}

static void
apply (DemEvaluation *self, const DemWhatIf *what_if)
{
  if (what_if->scenario != DEM_NO_INDEX)
    {
      const DemScenario *scenario = dem_dossier_scenario (self->dossier, what_if->scenario);

      fix_claims (self, scenario->assume, scenario->n_assume, DEM_SETTER_SCENARIO);
    }
  fix_claims (self, what_if->assumptions, what_if->n_assumptions, DEM_SETTER_READER);
  start_claims (self, what_if->starts, what_if->n_starts);
}

DemEvaluation *
dem_evaluation_new (DemDossier *dossier, const DemWhatIf *what_if)
{
  static const DemWhatIf nothing = { .scenario = DEM_NO_INDEX };
  DemEvaluation *self;
  g_autoptr (DemArgumentGraph) graph = NULL;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  if (what_if == NULL)
    what_if = &nothing;
  g_return_val_if_fail (what_if->scenario == DEM_NO_INDEX
                            || what_if->scenario < dem_dossier_count (dossier, DEM_KIND_SCENARIO),
                        NULL);

  graph = dem_argument_graph_new (dossier, what_if->scenario);
  self = g_new0 (DemEvaluation, 1);
  g_atomic_ref_count_init (&self->references);
  self->dossier = g_object_ref (dossier);
  self->scenario = what_if->scenario;
  self->solver = dem_solver_new (graph, dossier);
  self->setters = g_new0 (guint8, graph->n_claims);
  self->starts_readers = g_new0 (guint8, graph->n_claims);
  apply (self, what_if);
  self->order = dem_argument_order_new (graph, self->solver->fixed);
  dem_solver_run (self->solver, self->order);
  dem_outcomes_run (self->solver, self->order);
  return self;
}

DemEvaluation *
dem_evaluation_ref (DemEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_evaluation_unref (DemEvaluation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  dem_argument_order_unref (self->order);
  dem_solver_free (self->solver);
  g_free (self->setters);
  g_free (self->starts_readers);
  g_object_unref (self->dossier);
  g_free (self);
}

DemDossier *
dem_evaluation_get_dossier (DemEvaluation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dossier;
}

guint32
dem_evaluation_get_scenario (DemEvaluation *self)
{
  g_return_val_if_fail (self != NULL, DEM_NO_INDEX);

  return self->scenario;
}

const DemSolver *
dem_evaluation_get_solver (DemEvaluation *self)
{
  return self->solver;
}

DemArgumentOrder *
dem_evaluation_get_order (DemEvaluation *self)
{
  return self->order;
}

static DemStatus
get_status (const DemSolver *solver, guint32 node)
{
  if (!solver->graph->present[node])
    return DEM_STATUS_ABSENT;
  if (!isnan (solver->fixed[node]))
    return DEM_STATUS_ASSUMED;
  if (isnan (solver->low[node]))
    return DEM_STATUS_UNSETTLED;
  return solver->high[node] - solver->low[node] > SAME_WITHIN ? DEM_STATUS_UNDECIDED : DEM_STATUS_SETTLED;
}

static gboolean
is_node (DemEvaluation *self, DemRef ref)
{
  return (ref.kind == DEM_KIND_CLAIM || ref.kind == DEM_KIND_INFERENCE)
         && ref.index < dem_dossier_count (self->dossier, ref.kind);
}

DemStrength
dem_evaluation_get (DemEvaluation *self, DemRef ref)
{
  DemStrength result = { DEM_STATUS_ABSENT, NAN, NAN, NAN };
  guint32 node;

  g_return_val_if_fail (self != NULL, result);
  g_return_val_if_fail (is_node (self, ref), result);

  node = dem_argument_graph_node (self->solver->graph, ref);
  result.status = get_status (self->solver, node);
  if (result.status == DEM_STATUS_ABSENT)
    return result;
  result.low = self->solver->low[node];
  result.high = self->solver->high[node];
  result.strength = dem_bounds_get_middle ((DemBounds){ result.low, result.high });
  return result;
}

double
dem_evaluation_get_start (DemEvaluation *self, guint32 claim)
{
  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (claim < self->solver->graph->n_claims, NAN);

  return self->solver->own[claim];
}

DemSetter
dem_evaluation_get_setter (DemEvaluation *self, guint32 claim)
{
  g_return_val_if_fail (self != NULL, DEM_SETTER_NOBODY);
  g_return_val_if_fail (claim < self->solver->graph->n_claims, DEM_SETTER_NOBODY);

  return self->setters[claim];
}

gboolean
dem_evaluation_start_is_readers (DemEvaluation *self, guint32 claim)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (claim < self->solver->graph->n_claims, FALSE);

  return self->starts_readers[claim];
}

DemAnswer
dem_evaluation_get_answer (DemEvaluation *self, guint32 inference)
{
  const DemArgumentGraph *graph;

  g_return_val_if_fail (self != NULL, DEM_ANSWER_UNKNOWN);

  graph = self->solver->graph;
  g_return_val_if_fail (inference < graph->n_nodes - graph->n_claims, DEM_ANSWER_UNKNOWN);

  return graph->answers[graph->n_claims + inference];
}

/* Goes back along what is undecided; what has one strength passes no doubt on. */
static void
visit_undecided (DemEvaluation *self, GArray *stack, guint8 *seen, guint32 node)
{
  if (seen[node] || get_status (self->solver, node) != DEM_STATUS_UNDECIDED)
    return;
  seen[node] = TRUE;
  g_array_append_val (stack, node);
}

GArray *
dem_evaluation_dup_undecided (DemEvaluation *self, DemRef ref)
{
  GArray *inferences = g_array_new (FALSE, FALSE, sizeof (guint32));
  const DemArgumentGraph *graph;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *seen = NULL;

  g_return_val_if_fail (self != NULL, inferences);
  g_return_val_if_fail (is_node (self, ref), inferences);

  graph = self->solver->graph;
  seen = g_new0 (guint8, graph->n_nodes);
  visit_undecided (self, stack, seen, dem_argument_graph_node (graph, ref));
  while (stack->len > 0)
    {
      guint32 node = g_array_index (stack, guint32, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      for (guint32 i = graph->first[node]; i < graph->first[node + 1]; i++)
        visit_undecided (self, stack, seen, graph->inputs[i]);
    }
  for (guint32 i = graph->n_claims; i < graph->n_nodes; i++)
    if (seen[i] && self->solver->open[i])
      g_array_append_val (inferences, ((guint32){ i - graph->n_claims }));
  return inferences;
}

guint32
dem_evaluation_get_thesis (DemEvaluation *self)
{
  g_return_val_if_fail (self != NULL, DEM_NO_INDEX);

  for (guint32 i = 0; i < self->solver->graph->n_claims; i++)
    if (self->solver->graph->present[i] && dem_dossier_claim (self->dossier, i)->kind == DEM_CLAIM_THESIS)
      return i;
  return DEM_NO_INDEX;
}
