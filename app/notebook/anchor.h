/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note_target.h"

G_BEGIN_DECLS

/**
 * DemAnchor:
 *
 * Finds passages that somebody quoted in a dossier's own texts: claims, and the summaries of all items. A passage counts
 * as found if its words stand there in the same order, or nearly: fifty parts for the words, twenty each for what stands
 * before and behind, and a score below DEM_ANCHOR_FLOOR is none, since a note in the wrong place is worse than one
 * without. What is not there to the letter, or there more than once, is doubtful and has to be confirmed. For one thread.
 */
typedef struct _DemAnchor DemAnchor;

#define DEM_ANCHOR_FLOOR 0.75

DemAnchor *dem_anchor_new (DemDossier *dossier);
void dem_anchor_free (DemAnchor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemAnchor, dem_anchor_free)

/**
 * dem_anchor_find:
 *
 * The item in which a passage stands, with the passage as it was quoted and where it is in the item's text (its summary, or
 * of a claim the claim; -1 in a claim's summary).
 *
 * Returns: (transfer full) (nullable): %NULL when nothing is like it
 */
DemNoteTarget *dem_anchor_find (DemAnchor *self, const DemQuote *quote);

G_END_DECLS
