/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/hover_card.h"
#include "ui/map/map_time.h"

G_BEGIN_DECLS

/* Fills the card beside a mark of a map or a network: an actor with how it stands to others, a pair with its
 * phases, each with why it is here. */
void dem_map_card_fill (DemHoverCard *card, const DemMapTime *time, DemRef ref);

/* The actors that one mark stands for ("+6"), each a link. */
void dem_map_card_fill_list (DemHoverCard *card, const DemMapTime *time, const guint32 *actors, guint n);

G_END_DECLS
