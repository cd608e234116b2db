/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemWhatIf:
 * @scenario: index, or DEM_NO_INDEX for none
 * @assumptions: claims whose strength the reader has fixed; they go over the scenario's
 * @starts: claims whose starting value the reader has changed; their reasons still count
 *
 * Under what an argument is evaluated. Borrowed by whoever is given one; of two entries for one claim the
 * later holds, strengths outside 0 … 1 are brought inside.
 */
typedef struct
{
  guint32 scenario;
  guint n_assumptions;
  guint n_starts;
  const DemAssumption *assumptions;
  const DemAssumption *starts;
} DemWhatIf;

/* The dossier as it is. */
#define DEM_WHAT_IF_NOTHING ((DemWhatIf){ .scenario = DEM_NO_INDEX })

/* At what accepting, doubting and rejecting fix a claim. */
#define DEM_STRENGTH_ACCEPTED 0.95
#define DEM_STRENGTH_DOUBTED 0.5
#define DEM_STRENGTH_REJECTED 0.05

G_END_DECLS
