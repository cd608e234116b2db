/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/explain.h"

#include "app/argument/probe.h"

static DemPartRole
get_role (const DemArgumentGraph *graph, guint32 target, guint32 input)
{
  gboolean is_for = input < graph->split[target];

  if (target < graph->n_claims)
    return is_for ? DEM_PART_SUPPORT : DEM_PART_ATTACK;
  return is_for ? DEM_PART_PREMISE : DEM_PART_UNDERCUT;
}

static DemRef
get_ref (const DemArgumentGraph *graph, guint32 node)
{
  return node < graph->n_claims ? DEM_REF (CLAIM, node) : DEM_REF (INFERENCE, node - graph->n_claims);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const DemPart *first = a, *second = b;
  int order = dem_change_compare (first->part, second->part);

  return order != 0 ? order : dem_ref_compare (first->ref, second->ref);
}

GArray *
dem_explain_parts (DemEvaluation *evaluation, DemRef ref)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (DemPart));
  const DemArgumentGraph *graph;
  g_autoptr (DemProbe) probe = NULL;
  guint32 target;
  double now;

  g_return_val_if_fail (evaluation != NULL, parts);
  g_return_val_if_fail (ref.kind == DEM_KIND_CLAIM || ref.kind == DEM_KIND_INFERENCE, parts);
  g_return_val_if_fail (ref.index < dem_dossier_count (dem_evaluation_get_dossier (evaluation), ref.kind),
                        parts);

  graph = dem_evaluation_get_solver (evaluation)->graph;
  target = dem_argument_graph_node (graph, ref);
  probe = dem_probe_new (evaluation, target);
  now = dem_bounds_get_middle (dem_probe_get_now (probe));
  for (guint32 i = graph->first[target]; i < graph->first[target + 1]; i++)
    {
      DemPart part = { .ref = get_ref (graph, graph->inputs[i]), .role = get_role (graph, target, i) };
      DemFix absence = { graph->inputs[i], part.role == DEM_PART_PREMISE ? 1 : 0 };

      part.strength = dem_evaluation_get (evaluation, part.ref).strength;
      part.part = now - dem_bounds_get_middle (dem_probe_ask (probe, &absence, 1));
      g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);
  return parts;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const DemChange *first = a, *second = b;
  double change = first->after - first->before, other = second->after - second->before;

  if (isnan (change) != isnan (other))
    return isnan (other) - isnan (change);
  if (dem_change_compare (change, other) != 0)
    return dem_change_compare (change, other);
  return (first->claim > second->claim) - (first->claim < second->claim);
}

GArray *
dem_explain_changes (DemEvaluation *before, DemEvaluation *after, double least)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (DemChange));
  guint n;

  g_return_val_if_fail (before != NULL && after != NULL, changes);
  g_return_val_if_fail (dem_evaluation_get_dossier (before) == dem_evaluation_get_dossier (after), changes);

  n = dem_dossier_count (dem_evaluation_get_dossier (before), DEM_KIND_CLAIM);
  for (guint32 i = 0; i < n; i++)
    {
      DemChange change = { i, dem_evaluation_get (before, DEM_REF (CLAIM, i)).strength,
                           dem_evaluation_get (after, DEM_REF (CLAIM, i)).strength };

      if (isnan (change.before) != isnan (change.after) || fabs (change.after - change.before) >= least)
        g_array_append_val (changes, change);
    }
  g_array_sort (changes, compare_changes);
  return changes;
}
