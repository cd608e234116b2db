/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/stance.h"
#include "ui/details/details.h"

G_BEGIN_DECLS

/* Words for items, translated. Where (transfer full) is not said, the string is static or the dossier's. */

/* "State", "Person"… */
const char *dem_details_actor_word (guint32 actor_kind);

/* "Alliance", "Trade"…; a kind of the dossier's own as it is written. */
const char *dem_details_relation_word (const char *kind);

/* Headings: "Actors", "Events"… */
const char *dem_details_kind_plural (DemKind kind);

/* The date of an item as it is shown: in the dossier's words where it has some. NULL when undated. (transfer
 * full) */
char *dem_details_dup_date (DemDossier *dossier, DemRef ref);

/* What an item is called at the head of its page: short names for actors and pairs, and for phases their own.
 * (transfer full) */
char *dem_details_dup_title (DemDossier *dossier, DemRef ref);

/* Two things said of an item, either of which may be NULL: "State, since 1948". (transfer full) (nullable) */
char *dem_details_join (const char *first, const char *second);

/* How the premises of a step bear on what it leads to. */
DemSign dem_details_inference_sign (const DemInference *inference);

/* How a claim bears on the first thing it is a reason for. */
DemSign dem_details_claim_sign (DemDossier *dossier, guint32 claim, guint32 scenario);

/* A step in short: "premise & premise → conclusion", or with ⊗ the premises of the step whose link it breaks.
 * (transfer full) */
char *dem_details_dup_step (DemDossier *dossier, guint32 inference);

/* The stance that a phase is drawn with: hypothetical when it exists in some scenarios only. */
DemStance dem_details_relation_stance (const DemDetails *details, guint32 relation);

G_END_DECLS
