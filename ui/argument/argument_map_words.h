/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/claim_map.h"
#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/**
 * DemArgumentMapWords: what is said of the marks of an argument map.
 * @now: (nullable): the strengths
 * @before: (nullable): those of the dossier as it is, to compare with
 */
typedef struct
{
  DemClaimMap *map;
  DemEvaluation *now;
  DemEvaluation *before;
} DemArgumentMapWords;

/* The least change of a strength that is shown. */
#define DEM_ARGUMENT_MAP_CHANGE 0.005

/* The strength of a claim or an inference before, if it is another now; else NAN. */
double dem_argument_map_get_before (const DemArgumentMapWords *words, DemRef ref);

/* "0.56", "0.30–0.56" where dates leave it open, "unsettled"; NULL without strengths. (transfer full) */
char *dem_argument_map_dup_value (const DemArgumentMapWords *words, DemRef ref);

/* "3 reasons". (transfer full) */
char *dem_argument_map_dup_count (guint n);

/* What a box says to somebody who does not see it: what it is, what it bears on, how strong it is, who set
 * that, and how many reasons it has. (transfer full) */
char *dem_argument_map_describe (const DemArgumentMapWords *words, DemRef ref);

/* The parts of the description as sentences: what it bears on; its strength (both nullable, transfer full). */
GPtrArray *dem_argument_map_dup_bearings (const DemArgumentMapWords *words, guint32 claim);
char *dem_argument_map_dup_strength (const DemArgumentMapWords *words, DemRef ref);

/* What is unusual about the argument, sentence by sentence: no thesis, several, steps that lead nowhere.
 * Returns: (element-type utf8) (transfer full) */
GPtrArray *dem_argument_map_dup_notices (DemClaimMap *map);

G_END_DECLS
