/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/draws.h"

#define OUTSIDE 5 /* per cent on either side */

struct _DemDraws
{
  DemEvaluation *evaluation;
  guint32 *hashes; /* by node: of its id */
  double *values;  /* by node */
};

static const char *
get_id (DemDossier *dossier, guint32 n_claims, guint32 node)
{
  return node < n_claims ? dem_dossier_claim (dossier, node)->item.id
                         : dem_dossier_inference (dossier, node - n_claims)->item.id;
}

DemDraws *
dem_draws_new (DemEvaluation *evaluation)
{
  DemDraws *self = g_new0 (DemDraws, 1);
  const DemArgumentGraph *graph = dem_evaluation_get_solver (evaluation)->graph;

  self->evaluation = dem_evaluation_ref (evaluation);
  self->hashes = g_new (guint32, graph->n_nodes);
  self->values = g_new (double, graph->n_nodes);
  for (guint32 i = 0; i < graph->n_nodes; i++)
    self->hashes[i] = g_str_hash (get_id (dem_evaluation_get_dossier (evaluation), graph->n_claims, i));
  return self;
}

void
dem_draws_free (DemDraws *self)
{
  dem_evaluation_unref (self->evaluation);
  g_free (self->hashes);
  g_free (self->values);
  g_free (self);
}

/* A well-mixed number from any other: the finalizer of splitmix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014). */
static guint64
mix (guint64 number)
{
  number += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  number = (number ^ (number >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  number = (number ^ (number >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return number ^ (number >> 31);
}

/* Evenly from −1 up to 1. */
static double
get_move (guint32 hash, guint draw)
{
  guint64 number = mix (((guint64) hash << 32) | draw);

  return 2 * ((double) (number >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53)) - 1;
}

const double *
dem_draws_make (DemDraws *self, guint draw)
{
  const DemSolver *solver = dem_evaluation_get_solver (self->evaluation);

  for (guint32 i = 0; i < solver->graph->n_nodes; i++)
    self->values[i] = CLAMP (solver->own[i] + DEM_DRAW_REACH * get_move (self->hashes[i], draw), 0.0, 1.0);
  return self->values;
}

void
dem_band_add (DemBand *self, DemBounds bounds)
{
  g_return_if_fail (self->n < DEM_N_DRAWS);

  if (isnan (bounds.low))
    return;
  self->lows[self->n] = bounds.low;
  self->highs[self->n++] = bounds.high;
}

static int
compare_strengths (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

DemBounds
dem_band_get (DemBand *self)
{
  guint outside = self->n * OUTSIDE / 100;

  if (self->n < DEM_N_DRAWS / 2)
    return DEM_BOUNDS_NONE;
  qsort (self->lows, self->n, sizeof (double), compare_strengths);
  qsort (self->highs, self->n, sizeof (double), compare_strengths);
  return (DemBounds){ self->lows[outside], self->highs[self->n - 1 - outside] };
}
