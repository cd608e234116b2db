/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* How many hits are listed at most. */
#define DEM_SEARCH_LIMIT 100

/**
 * DemSearchList:
 *
 * What a query finds in a dossier, the best first: a GListModel of empty handles, whose items are asked for by position.
 * The index is made on a worker when it is first wanted, and each query is answered by a worker, the last one asked; what
 * was found before stays until then.
 *
 * Signal: `settled`, when the list has the answer to the last query.
 */
#define DEM_TYPE_SEARCH_LIST (dem_search_list_get_type ())
G_DECLARE_FINAL_TYPE (DemSearchList, dem_search_list, DEM, SEARCH_LIST, GObject)

DemSearchList *dem_search_list_new (void);

/* Forgets what was found in another. @dossier is nullable. */
void dem_search_list_set_dossier (DemSearchList *self, DemDossier *dossier);

/* Begins to read the dossier, so that the first query need not wait for it. */
void dem_search_list_prepare (DemSearchList *self);

/* FALSE when that has been asked already. */
gboolean dem_search_list_set_query (DemSearchList *self, const char *query);

/* What was asked for in the list as it is now. */
const char *dem_search_list_get_query (DemSearchList *self);

/* FALSE while an answer is awaited. */
gboolean dem_search_list_is_settled (DemSearchList *self);

/* How many items are found in all, also those not listed. */
guint dem_search_list_get_n_found (DemSearchList *self);

DemRef dem_search_list_get_ref (DemSearchList *self, guint position);

G_END_DECLS
