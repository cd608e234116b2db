/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* The starting values of claims for which the dossier writes none. */
#define DEM_VALUE_WITH_REASONS 0.1 /* belief is to come from the reasons */
#define DEM_VALUE_WITHOUT_REASONS 0.5

/**
 * dem_claim_value_get_start:
 * @claim: index of a claim
 *
 * The value a claim has before its reasons count, 0 to 1: as written, else DEM_VALUE_WITH_REASONS when
 * something that exists in every scenario supports it, else DEM_VALUE_WITHOUT_REASONS.
 */
double dem_claim_value_get_start (DemDossier *dossier, guint32 claim);

/* Whether the dossier writes the starting value; otherwise it is the default. */
gboolean dem_claim_value_is_written (DemDossier *dossier, guint32 claim);

/**
 * dem_claim_value_get_assumed:
 * @scenario: index, or DEM_NO_INDEX
 * @strength: (out): the value at which the scenario fixes the claim; untouched when it does not
 */
gboolean dem_claim_value_get_assumed (DemDossier *dossier, guint32 scenario, guint32 claim, double *strength);

G_END_DECLS
