/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"
#include "ui/common/stance.h"

G_BEGIN_DECLS

/* How the others stand to one actor ("China's relations"): what a map shades and a list tells. */

/**
 * DemStanding:
 * @other: an actor, as an index
 * @pair: the two
 * @relation: the phase that says so at the moment
 */
typedef struct
{
  guint32 other;
  guint32 pair;
  guint32 relation;
  DemStance stance;
} DemStanding;

/**
 * DemStandingChange:
 * @before: the phase that said so until then, or DEM_NO_INDEX when nothing was told
 * @after: the one that does from then on, or DEM_NO_INDEX when nothing is told any more
 * @day: the first day of @after, else the first after @before
 */
typedef struct
{
  guint32 other;
  guint32 pair;
  guint32 before;
  guint32 after;
  DemDay day;
} DemStandingChange;

/* The stance of a phase: hypothetical when it exists in some scenarios only; NONE for DEM_NO_INDEX. */
DemStance dem_standing_classify (DemDossier *dossier, guint32 relation);

/**
 * dem_standings_at:
 * @scenario: index, or DEM_NO_INDEX
 *
 * Everybody of whom it is told how they stand with an actor on a day, by the rule of dem_dossier_stance_at(): worst
 * first, then as told. Empty when the actor does not exist then; whoever does not is left out.
 * (transfer full) (element-type DemStanding)
 */
GArray *dem_standings_at (DemDossier *dossier, guint32 actor, DemDay moment, guint32 scenario);

/**
 * dem_standings_list_changes:
 * @moment: the last day that counts
 *
 * The days in a period, its first day excluded, on which another class of stance began to hold between an actor and
 * somebody, in the order of time. What does not exist in the scenario does not count, and neither do phases of the same
 * class that follow each other. (transfer full) (element-type DemStandingChange)
 */
GArray *dem_standings_list_changes (
    DemDossier *dossier, guint32 actor, DemPeriod period, DemDay moment, guint32 scenario);

/* When a change came about, as exactly as the phases say: "8 Mar 2018", "about 1960". (transfer full) */
char *dem_standing_change_dup_date (DemDossier *dossier, const DemStandingChange *change);

/* "China’s relations". (transfer full) */
char *dem_standings_dup_title (DemDossier *dossier, guint32 actor);

G_END_DECLS
