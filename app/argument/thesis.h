/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* The first thesis that exists in a scenario (DEM_NO_INDEX: in none), or DEM_NO_INDEX. */
guint32 dem_thesis_find (DemDossier *dossier, guint32 scenario);

/* How many there are; one is as it should be. */
guint dem_thesis_count (DemDossier *dossier, guint32 scenario);

/**
 * dem_thesis_find_candidate:
 *
 * The claim that would best be called the thesis: of those that serve as a reason for nothing, and if there
 * are none of all, the one on which most other claims bear, be it through other claims and steps; of equals
 * the first. Of very many only those with the most direct reasons are looked into. DEM_NO_INDEX only when no
 * claim exists in the scenario.
 */
guint32 dem_thesis_find_candidate (DemDossier *dossier, guint32 scenario);

G_END_DECLS
