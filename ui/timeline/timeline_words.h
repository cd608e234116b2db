/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/changes.h"
#include "ui/timeline/index.h"

G_BEGIN_DECLS

/* What a screen reader says of an event, a phase or a pair: "First Xi–Kim meeting, 25 to 28 March 2018,
 * paragraph 7"; and how many claims are about an event in a scenario. (transfer full) */
char *dem_timeline_describe (DemDossier *dossier, DemRef ref, guint32 scenario);

/* Who dated an event or phase. */
typedef enum
{
  DEM_DATING_SOURCE,    /* the source gives the date, or there is none */
  DEM_DATING_ELSEWHERE, /* the maker added it from elsewhere */
  DEM_DATING_OURS,      /* the maker read it into the source */
} DemDating;

/* From the basis of the item, and from what it cites for its date. */
DemDating dem_timeline_get_dating (DemDossier *dossier, DemRef ref);

/* "Our dating", "Dates added by the maker"; NULL where the source says it. Static. */
const char *dem_timeline_get_dating_word (DemDating dating);

/* The date of an event or phase as the dossier words it, else in short words. (transfer full) */
char *dem_timeline_dup_when (DemDossier *dossier, DemRef ref);

/**
 * dem_timeline_format_changes:
 * @changes: (element-type DemChange): at least one
 * @main: which of them is told; the others are counted
 *
 * "28 Mar 2018: First Xi–Kim meeting, and 1 more" Returns: (transfer full)
 */
char *dem_timeline_format_changes (DemDossier *dossier, GArray *changes, guint main);

/* "19 events in the period, 4 possibly, 2 undated" (transfer full) */
char *dem_timeline_format_counts (const DemTimelineCounts *counts);

G_END_DECLS
