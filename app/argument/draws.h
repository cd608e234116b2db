/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/bounds.h"
#include "app/argument/evaluation_private.h"

G_BEGIN_DECLS

/**
 * DemDraws:
 *
 * The numbers of an evaluation as they might have been, had its maker chosen a little otherwise: in each of
 * DEM_N_DRAWS draws every starting value and weight is moved by up to ±DEM_DRAW_REACH, evenly, and kept in 0
 * … 1. How a value is moved depends on the draw's number and the item's id only, so that the same items move
 * in the same way in whatever order, scenario and further company. Private to this room.
 */
typedef struct _DemDraws DemDraws;

#define DEM_N_DRAWS 200
#define DEM_DRAW_REACH 0.1

DemDraws *dem_draws_new (DemEvaluation *evaluation);
void dem_draws_free (DemDraws *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemDraws, dem_draws_free)

/* The values of one draw, by node; (transfer none), valid until the next. */
const double *dem_draws_make (DemDraws *self, guint draw);

/**
 * DemBand:
 *
 * What came out of the draws: collects bounds, and tells between what nine tenths of the strengths lie, one
 * twentieth below and one above. Draws without a number are left out; if more than half were, there is no
 * band.
 */
typedef struct
{
  guint n;
  double lows[DEM_N_DRAWS];
  double highs[DEM_N_DRAWS];
} DemBand;

void dem_band_add (DemBand *self, DemBounds bounds);
DemBounds dem_band_get (DemBand *self);

G_END_DECLS
