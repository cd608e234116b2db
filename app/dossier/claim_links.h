/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * dem_claim_dup_actors:
 * dem_claim_dup_events:
 * @claim: index
 *
 * What a claim speaks of, each once, ascending. Its actors: those it is about and both of each pair or phase it is about;
 * not who asserts it. Its events: those it is about. Returns: (element-type guint32) (transfer full)
 */
GArray *dem_claim_dup_actors (DemDossier *dossier, guint32 claim);
GArray *dem_claim_dup_events (DemDossier *dossier, guint32 claim);

/* What a citation is called: "¶7" for a paragraph of the first source that has paragraphs, "[2] ¶7" for one of another,
 * "[2]" for a source as a whole. (transfer full) */
char *dem_cite_dup_text (DemDossier *dossier, const DemCite *cite);

/* The words for kinds of claims ("Thesis", "Forecast"…) and for bases ("the source", "our reading", "added by
 * the maker"), translated. Static. */
const char *dem_claim_kind_get_word (guint32 kind);
const char *dem_basis_get_word (guint32 basis);

G_END_DECLS
