/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/argument_graph.h"

#include "app/argument/needs.h"

typedef struct
{
  guint32 from;
  guint32 to;
  gboolean against;
} Edge;

static gboolean
takes_part (DemDossier *dossier, guint32 index, guint32 scenario)
{
  const DemInference *inference = dem_dossier_inference (dossier, index);

  if (!dem_dossier_exists_in (dossier, DEM_REF (INFERENCE, index), scenario)
      || !dem_dossier_exists_in (dossier, inference->to, scenario))
    return FALSE;
  for (guint i = 0; i < inference->n_from; i++)
    if (!dem_dossier_exists_in (dossier, DEM_REF (CLAIM, inference->from[i]), scenario))
      return FALSE;
  return TRUE;
}

static void
look_at_items (DemArgumentGraph *self, DemDossier *dossier, guint32 scenario)
{
  for (guint i = 0; i < self->n_claims; i++)
    {
      self->present[i] = dem_dossier_exists_in (dossier, DEM_REF (CLAIM, i), scenario);
      self->answers[i] = DEM_ANSWER_YES;
    }
  for (guint i = 0; i < self->n_nodes - self->n_claims; i++)
    {
      self->present[self->n_claims + i] = takes_part (dossier, i, scenario);
      self->answers[self->n_claims + i] = dem_needs_ask (dossier, dem_dossier_inference (dossier, i));
    }
}

static GArray *
collect_edges (const DemArgumentGraph *self, DemDossier *dossier)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  for (guint i = 0; i < self->n_nodes - self->n_claims; i++)
    {
      const DemInference *inference = dem_dossier_inference (dossier, i);
      guint32 node = self->n_claims + i;

      if (!self->present[node] || self->answers[node] == DEM_ANSWER_NO)
        continue;
      for (guint j = 0; j < inference->n_from; j++)
        g_array_append_val (edges, ((Edge){ inference->from[j], node, FALSE }));
      g_array_append_val (edges, ((Edge){ node, dem_argument_graph_node (self, inference->to),
                                          inference->kind != DEM_INFERENCE_SUPPORTS }));
    }
  return edges;
}

/* Turns counts into the places where each stretch begins. */
static void
sum_up (guint32 *counts, guint n)
{
  guint32 sum = 0;

  for (guint i = 0; i <= n; i++)
    {
      guint32 count = counts[i];

      counts[i] = sum;
      sum += count;
    }
}

static void
place_inputs (DemArgumentGraph *self, GArray *edges)
{
  g_autofree guint32 *next_for = NULL;
  g_autofree guint32 *next_against = NULL;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      self->first[edge->to]++;
      self->split[edge->to] += !edge->against;
    }
  sum_up (self->first, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    self->split[i] += self->first[i];

  next_for = g_memdup2 (self->first, sizeof (guint32) * self->n_nodes);
  next_against = g_memdup2 (self->split, sizeof (guint32) * self->n_nodes);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      self->inputs[(edge->against ? next_against : next_for)[edge->to]++] = edge->from;
    }
}

static void
place_outputs (DemArgumentGraph *self, GArray *edges)
{
  g_autofree guint32 *next = NULL;

  for (guint i = 0; i < edges->len; i++)
    self->first_output[g_array_index (edges, Edge, i).from]++;
  sum_up (self->first_output, self->n_nodes);

  next = g_memdup2 (self->first_output, sizeof (guint32) * self->n_nodes);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      self->outputs[next[edge->from]++] = edge->to;
    }
}

DemArgumentGraph *
dem_argument_graph_new (DemDossier *dossier, guint32 scenario)
{
  DemArgumentGraph *self = g_new0 (DemArgumentGraph, 1);
  g_autoptr (GArray) edges = NULL;

  g_atomic_ref_count_init (&self->references);
  self->n_claims = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  self->n_nodes = self->n_claims + dem_dossier_count (dossier, DEM_KIND_INFERENCE);
  self->present = g_new0 (guint8, self->n_nodes);
  self->answers = g_new0 (guint8, self->n_nodes);
  self->first = g_new0 (guint32, self->n_nodes + 1);
  self->split = g_new0 (guint32, self->n_nodes);
  self->first_output = g_new0 (guint32, self->n_nodes + 1);

  look_at_items (self, dossier, scenario);
  edges = collect_edges (self, dossier);
  self->inputs = g_new (guint32, edges->len);
  self->outputs = g_new (guint32, edges->len);
  place_inputs (self, edges);
  place_outputs (self, edges);
  return self;
}

DemArgumentGraph *
dem_argument_graph_ref (DemArgumentGraph *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_argument_graph_unref (DemArgumentGraph *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->present);
  g_free (self->answers);
  g_free (self->inputs);
  g_free (self->first);
  g_free (self->split);
  g_free (self->outputs);
  g_free (self->first_output);
  g_free (self);
}
