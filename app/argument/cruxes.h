/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/argument/bounds.h"
#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/**
 * DemCrux:
 * @ref: a claim, or a source: then all claims that exist and cite only that source are meant, the target
 * aside
 * @n_claims: how many claims are meant
 * @rejected: by how much the target's strength changes when they are rejected (fixed at
 * DEM_STRENGTH_REJECTED); NAN when it has no number before or after
 * @accepted: the same for accepting (DEM_STRENGTH_ACCEPTED); NAN for sources
 * @band: where the target lies in nine tenths of the draws of dem_robustness_measure(), when rejected;
 *   measured for the first DEM_CRUXES_MEASURED of the list that would make a target that stands (0.5 or more)
 *   fall, DEM_BOUNDS_NONE for all others
 * @is_decisive: whether the target stands and, when rejected, falls in the whole of @band: then one
 *   may say "stands unless … is false", otherwise only "leans on …"
 *
 * Something that a claim hangs on.
 */
typedef struct
{
  DemRef ref;
  guint n_claims;
  double rejected;
  double accepted;
  DemBounds band;
  gboolean is_decisive;
} DemCrux;

#define DEM_CRUXES_MEASURED 16

/**
 * DemCruxes:
 *
 * What a claim, usually the thesis, hangs on. Both lists are sorted by how much rejecting changes it, up or
 * down, the most first, what has no number last; what changes nothing either way is left out. Immutable,
 * reference counted.
 */
typedef struct _DemCruxes DemCruxes;

/* @target: a claim. NULL with G_IO_ERROR_CANCELLED when cancelled. */
DemCruxes *
dem_cruxes_new (DemEvaluation *evaluation, guint32 target, GCancellable *cancellable, GError **error);

/* The same on a worker. */
void dem_cruxes_new_async (DemEvaluation *evaluation,
                           guint32 target,
                           GCancellable *cancellable,
                           GAsyncReadyCallback done,
                           gpointer data);
DemCruxes *dem_cruxes_new_finish (GAsyncResult *result, GError **error);

DemCruxes *dem_cruxes_ref (DemCruxes *self);
void dem_cruxes_unref (DemCruxes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemCruxes, dem_cruxes_unref)

/* (transfer none) */
DemEvaluation *dem_cruxes_get_evaluation (DemCruxes *self);
guint32 dem_cruxes_get_target (DemCruxes *self);

/* Where the target lies in nine tenths of the draws as things are: what dem_robustness_measure() gives. */
DemBounds dem_cruxes_get_band (DemCruxes *self);

const DemCrux *dem_cruxes_get_claims (DemCruxes *self, guint *n);
const DemCrux *dem_cruxes_get_sources (DemCruxes *self, guint *n);

G_END_DECLS
