/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/argument/argument_map_words.h"
#include "ui/common/hover_card.h"

G_BEGIN_DECLS

/* Tells of a claim (its whole text, who says it, its strength, what it bears on, where it is cited) or of a
 * step (its premises, its kind of reasoning, its strength) on an empty card. */
void dem_argument_map_fill_card (const DemArgumentMapWords *words, DemRef ref, DemHoverCard *card);

G_END_DECLS
