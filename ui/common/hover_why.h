/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/hover_card.h"

G_BEGIN_DECLS

/**
 * dem_hover_card_add_why:
 * @scenario: index, or DEM_NO_INDEX
 *
 * "Why is this here?" of an actor, pair, relation or event: the claims that use it and what it rests on, the events
 * that changed a relation or the relations that an event changed. Every line is a link; where there is nothing to
 * tell there is no heading either.
 */
void dem_hover_card_add_why (DemHoverCard *self, DemDossier *dossier, DemRef ref, guint32 scenario);

/* The claims that use it, each once; of a pair, also those that use one of its phases. (transfer full) (element-type DemRef) */
GArray *dem_hover_collect_claims (DemDossier *dossier, DemRef ref, guint32 scenario);

/* The date of an item as it is shown: in the dossier's words where it has some; NULL when undated. (transfer full) */
char *dem_hover_dup_date (DemDossier *dossier, DemRef ref);

G_END_DECLS
