/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/dossier/items.h"

G_BEGIN_DECLS

/**
 * DemDossier:
 *
 * A question as one file tells it: immutable once read, safe to use from any thread, every reference
 * resolved.
 */
#define DEM_TYPE_DOSSIER (dem_dossier_get_type ())
G_DECLARE_FINAL_TYPE (DemDossier, dem_dossier, DEM, DOSSIER, GObject)

/* The head of the file. All but id and title may be NULL. */
const char *dem_dossier_get_id (DemDossier *self);
const char *dem_dossier_get_title (DemDossier *self);
const char *dem_dossier_get_subtitle (DemDossier *self);
const char *dem_dossier_get_summary (DemDossier *self);
const char *dem_dossier_get_creator (DemDossier *self);
const char *dem_dossier_get_language (DemDossier *self);

/* What its briefing is called, and the line on every page of it; NULL when there is none. How long it is to take in
 * minutes; NAN when that is not said. */
const char *dem_dossier_get_briefing_title (DemDossier *self);
const char *dem_dossier_get_marking (DemDossier *self);
double dem_dossier_get_briefing_minutes (DemDossier *self);

/* The day from which open ends and forecasts are seen: the file's `today`, else the day of loading. Finite.
 */
DemDay dem_dossier_get_today (DemDossier *self);

/* (transfer none) (nullable): the file it was read from */
GFile *dem_dossier_get_file (DemDossier *self);

/* What was wrong with the file though it opened: (element-type DemProblem) (transfer none), never NULL. */
GPtrArray *dem_dossier_get_problems (DemDossier *self);

/* How many items of a kind there are, and one of them; the index must be in range. */
guint dem_dossier_count (DemDossier *self, DemKind kind);
const DemItem *dem_dossier_get_item (DemDossier *self, DemRef ref);
const DemSource *dem_dossier_source (DemDossier *self, guint index);
const DemParagraph *dem_dossier_paragraph (DemDossier *self, guint index);
const DemPlace *dem_dossier_place (DemDossier *self, guint index);
const DemActor *dem_dossier_actor (DemDossier *self, guint index);
const DemPair *dem_dossier_pair (DemDossier *self, guint index);
const DemRelation *dem_dossier_relation (DemDossier *self, guint index);
const DemEvent *dem_dossier_event (DemDossier *self, guint index);
const DemClaim *dem_dossier_claim (DemDossier *self, guint index);
const DemInference *dem_dossier_inference (DemDossier *self, guint index);
const DemScenario *dem_dossier_scenario (DemDossier *self, guint index);
const DemStop *dem_dossier_stop (DemDossier *self, guint index);

/* The item with an id; pairs as "a+b" in either order, paragraphs as "SOURCE/N". DEM_REF_NONE when there is
 * none. */
DemRef dem_dossier_find (DemDossier *self, const char *id);

/* The pair of two actors (indices, any order) as an index, or DEM_NO_INDEX. */
guint32 dem_dossier_find_pair (DemDossier *self, guint32 a, guint32 b);

/**
 * dem_dossier_backlinks:
 * @n: (out): how many
 *
 * Everything that refers to @ref in any of its members (cites, place, part_of, from, to, actors, about,
 * events, by, premises, select, assume…), each once, sorted by kind, then by index. Of a pair these are its
 * phases and what is about it; of an actor also its pairs; of a claim its inferences; of a paragraph all that
 * cites it (which then refers to its source as well).
 */
const DemRef *dem_dossier_backlinks (DemDossier *self, DemRef ref, guint *n);

/* Those of them that are of one kind: a slice of the same array. */
const DemRef *dem_dossier_backlinks_of (DemDossier *self, DemRef ref, DemKind kind, guint *n);

/**
 * dem_dossier_dup_name:
 * dem_dossier_dup_label:
 *
 * What an item is called in a sentence or title ("China – North Korea", "¶7"), and its short name for boxes
 * and marks (the label, else the name). Never empty. (transfer full)
 */
char *dem_dossier_dup_name (DemDossier *self, DemRef ref);
char *dem_dossier_dup_label (DemDossier *self, DemRef ref);

/* The date of an item that can have one (source, actor, relation, event); an undated one for all others. */
const DemEdtf *dem_dossier_when (DemDossier *self, DemRef ref);

/* Whether an item exists in a scenario (DEM_NO_INDEX: in none). Pairs and relations do so only if both actors
 * do. */
gboolean dem_dossier_exists_in (DemDossier *self, DemRef ref, guint32 scenario);

/* The widest period that its unconditional events and relations cover, today included; finite. */
DemPeriod dem_dossier_get_span (DemDossier *self);

/**
 * dem_dossier_stance_at:
 * @scenario: index, or DEM_NO_INDEX
 *
 * Which phase says how a pair stands on a day: of the phases with a stance that are alive (yes or maybe) at
 * min(day, today) and exist in @scenario, the one that started last. Index of a relation, or DEM_NO_INDEX.
 */
guint32 dem_dossier_stance_at (DemDossier *self, guint32 pair, DemDay day, guint32 scenario);

G_END_DECLS
