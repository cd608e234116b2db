/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note_list.h"

G_BEGIN_DECLS

/**
 * dem_note_sort:
 * @notes: (element-type DemNote): oldest first
 * @claim_ranks: (nullable): a rank for each claim of the dossier, for the order of the argument
 *
 * Sorts notes by the first of their targets that the dossier has; those on the same thing stay oldest first.
 */
void dem_note_sort (GPtrArray *notes, DemDossier *dossier, DemNoteOrder order, const guint32 *claim_ranks);

/* Ranks from an order of claims; those that are not in it come behind. (transfer full) (element-type guint32) */
GArray *dem_note_sort_rank_claims (DemDossier *dossier, const guint32 *claims, guint n);

G_END_DECLS
