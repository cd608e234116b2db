/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_NOTE_ORDER_NEWEST, /* by when it was created */
  DEM_NOTE_ORDER_OLDEST,
  DEM_NOTE_ORDER_CHANGED,  /* what was modified last comes first */
  DEM_NOTE_ORDER_MAP,      /* places, actors, pairs, phases and events first, in the dossier's order */
  DEM_NOTE_ORDER_TIME,     /* by the dates of what it is about; what has none comes last */
  DEM_NOTE_ORDER_ARGUMENT, /* claims and steps first, in the order of the argument */
  DEM_N_NOTE_ORDERS,
} DemNoteOrder;

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
