/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/argument/bounds.h"
#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/**
 * dem_robustness_measure:
 * @claim: the one asked about, usually the thesis
 * @band: (out): DEM_BOUNDS_NONE when it has no strength, or in most draws does not settle
 *
 * How much a strength owes to the exact numbers that the maker of the dossier chose: between what nine tenths
 * (5–95 %) of the strengths lie in 200 draws in which every starting value and weight is moved by up to ±0.1
 * (what is fixed stays). Where dates are undecided the band goes from the 5 % of the least to the 95 % of the
 * greatest. Always the same for the same dossier. Takes a few hundred evaluations of what bears on the claim.
 *
 * Returns: FALSE, with G_IO_ERROR_CANCELLED, when it was cancelled; @band is then untouched
 */
gboolean dem_robustness_measure (
    DemEvaluation *evaluation, guint32 claim, GCancellable *cancellable, DemBounds *band, GError **error);

G_END_DECLS
