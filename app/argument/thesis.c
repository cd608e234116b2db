/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/thesis.h"

#include "app/argument/argument_graph.h"

/* So many claims are looked into at most: those with the most direct reasons. */
#define MOST_CANDIDATES 200

static gboolean
is_thesis (DemDossier *dossier, guint32 claim, guint32 scenario)
{
  return dem_dossier_claim (dossier, claim)->kind == DEM_CLAIM_THESIS
         && dem_dossier_exists_in (dossier, DEM_REF (CLAIM, claim), scenario);
}

guint32
dem_thesis_find (DemDossier *dossier, guint32 scenario)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), DEM_NO_INDEX);

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    if (is_thesis (dossier, i, scenario))
      return i;
  return DEM_NO_INDEX;
}

guint
dem_thesis_count (DemDossier *dossier, guint32 scenario)
{
  guint n = 0;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), 0);

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    n += is_thesis (dossier, i, scenario);
  return n;
}

typedef struct
{
  guint32 claim;
  guint n_reasons;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->n_reasons != second->n_reasons)
    return first->n_reasons > second->n_reasons ? -1 : 1;
  return (first->claim > second->claim) - (first->claim < second->claim);
}

/* The claims that are there, only those that are a reason for nothing if @ends_only. */
static GArray *
list_candidates (const DemArgumentGraph *graph, gboolean ends_only)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint32 i = 0; i < graph->n_claims; i++)
    {
      Candidate candidate = { i, graph->first[i + 1] - graph->first[i] };

      if (graph->present[i] && !(ends_only && graph->first_output[i + 1] > graph->first_output[i]))
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, MOST_CANDIDATES));
  return candidates;
}

/* How many claims bear on one. @seen holds the number of the question by which each node was last reached. */
static guint
count_bearing (const DemArgumentGraph *graph, guint32 claim, guint32 *seen, guint32 question, GArray *stack)
{
  guint n = 0;

  seen[claim] = question;
  g_array_append_val (stack, claim);
  while (stack->len > 0)
    {
      guint32 node = g_array_index (stack, guint32, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      for (guint32 i = graph->first[node]; i < graph->first[node + 1]; i++)
        {
          guint32 input = graph->inputs[i];

          if (seen[input] == question)
            continue;
          seen[input] = question;
          n += input < graph->n_claims;
          g_array_append_val (stack, input);
        }
    }
  return n;
}

guint32
dem_thesis_find_candidate (DemDossier *dossier, guint32 scenario)
{
  g_autoptr (DemArgumentGraph) graph = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *seen = NULL;
  guint32 best = DEM_NO_INDEX;
  guint most = 0;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), DEM_NO_INDEX);

  graph = dem_argument_graph_new (dossier, scenario);
  seen = g_new0 (guint32, graph->n_nodes);
  candidates = list_candidates (graph, TRUE);
  if (candidates->len == 0)
    {
      g_array_unref (candidates);
      candidates = list_candidates (graph, FALSE);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      guint32 claim = g_array_index (candidates, Candidate, i).claim;
      guint n = count_bearing (graph, claim, seen, i + 1, stack);

      if (best == DEM_NO_INDEX || n > most || (n == most && claim < best))
        {
          best = claim;
          most = n;
        }
    }
  return best;
}
