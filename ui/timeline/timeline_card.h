/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/hover_card.h"

G_BEGIN_DECLS

/**
 * dem_timeline_card_fill:
 * @scenario: index, or DEM_NO_INDEX
 *
 * What the card beside an event, a phase or a pair says: what it is, when, whose dating that is, and why it is here.
 */
void dem_timeline_card_fill (DemHoverCard *card, DemDossier *dossier, DemRef ref, guint32 scenario);

G_END_DECLS
