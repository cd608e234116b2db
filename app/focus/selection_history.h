/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemSelectionHistory:
 *
 * The selections one has gone through, each a list of refs, and where in them one is. Bounded: the oldest go.
 */
typedef struct _DemSelectionHistory DemSelectionHistory;

DemSelectionHistory *dem_selection_history_new (void);
DemSelectionHistory *dem_selection_history_copy (const DemSelectionHistory *self);
void dem_selection_history_free (DemSelectionHistory *self);
gboolean dem_selection_history_equal (const DemSelectionHistory *a, const DemSelectionHistory *b);

/* The present selection; NULL when n is 0. */
const DemRef *dem_selection_history_get (const DemSelectionHistory *self, guint *n);

/* Goes on to another selection, forgetting what was ahead. FALSE when it is the present one. */
gboolean dem_selection_history_push (DemSelectionHistory *self, const DemRef *refs, guint n);

gboolean dem_selection_history_can_step (const DemSelectionHistory *self, int by);
gboolean dem_selection_history_step (DemSelectionHistory *self, int by);

/* Carries every entry over to another reading of the dossier, by id; what is gone leaves the entries. */
void dem_selection_history_remap (DemSelectionHistory *self, DemDossier *from, DemDossier *to);

G_END_DECLS
