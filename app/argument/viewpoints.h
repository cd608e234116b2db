/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* DemViewpoint: an actor, and how many of the claims that exist it asserts. */
typedef struct
{
  guint32 actor;
  guint n_claims;
} DemViewpoint;

/**
 * dem_viewpoints_list:
 * @scenario: index, or DEM_NO_INDEX
 *
 * Everybody who asserts a claim that exists in the scenario, those with the most claims first, else in the dossier's order.
 * Returns: (element-type DemViewpoint) (transfer full)
 */
GArray *dem_viewpoints_list (DemDossier *dossier, guint32 scenario);

/* How many claims that exist in the scenario an actor asserts. */
guint dem_viewpoints_count (DemDossier *dossier, guint32 scenario, guint32 actor);

/* "What M. Flournoy holds: 3 claims". (transfer full) */
char *dem_viewpoints_dup_title (DemDossier *dossier, guint32 scenario, guint32 actor);

G_END_DECLS
