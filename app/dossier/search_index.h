/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemSearchHit:
 * @rank: how well it fits; the greater the better, comparable within one search only
 */
typedef struct
{
  DemRef ref;
  guint rank;
} DemSearchHit;

/**
 * DemSearchIndex:
 *
 * All words of a dossier, folded, to be searched through. Immutable and counted, for any thread. It takes about as much
 * memory as the texts themselves.
 */
typedef struct _DemSearchIndex DemSearchIndex;

/* Reads every text of the dossier: for a worker when it is large. NULL when cancelled. @cancellable is nullable. */
DemSearchIndex *dem_search_index_new (DemDossier *dossier, GCancellable *cancellable);

DemSearchIndex *dem_search_index_ref (DemSearchIndex *self);
void dem_search_index_unref (DemSearchIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemSearchIndex, dem_search_index_unref)

/* (transfer none) */
DemDossier *dem_search_index_get_dossier (DemSearchIndex *self);

/**
 * dem_search_index_find:
 * @query: what somebody typed; every word of it has to be somewhere in an item, in any order, case and accents aside
 * @limit: how many hits are wanted, the best first
 * @n_all: (out) (optional): how many there are
 *
 * Names count more than texts, the beginnings of names and words more than their insides; what is equally good stands
 * actors first, then events and claims, each in the order of the file. A query without words finds nothing.
 *
 * Returns: (element-type DemSearchHit) (transfer full) (nullable): NULL when cancelled
 */
GArray *dem_search_index_find (DemSearchIndex *self, const char *query, guint limit, guint *n_all,
                               GCancellable *cancellable);

/**
 * dem_search_dup_passage:
 *
 * Where a query is found in an item: the first of its texts other than its name that holds a word of it, as written.
 * (transfer full) (nullable): NULL when no text does
 */
char *dem_search_dup_passage (DemDossier *dossier, DemRef ref, const char *query);

G_END_DECLS
