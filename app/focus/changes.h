/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemChange: what is new on a day.
 * @ref: an event that may have begun; a phase that now says how its pair stands; or a pair of which nothing is told any
 *   more
 */
typedef struct
{
  DemDay day;
  DemRef ref;
} DemChange;

/**
 * DemChanges:
 *
 * The days of a dossier and scenario on which something changes, for who steps from change to change. Uncertain dates
 * count from the first day that they allow. How pairs stand does not change after today (see dem_dossier_stance_at()).
 * Immutable once made.
 */
typedef struct _DemChanges DemChanges;

/* Sorts all events and phases once; the scenario is an index or DEM_NO_INDEX. May be called from any thread. */
DemChanges *dem_changes_new (DemDossier *dossier, guint32 scenario);
void dem_changes_free (DemChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemChanges, dem_changes_free)

/**
 * dem_changes_make_async:
 * @source: (nullable): what the callback is told of; held until then
 *
 * The same on a worker thread: a million events take longer than a frame.
 */
void dem_changes_make_async (DemDossier *dossier, guint32 scenario, GCancellable *cancellable, gpointer source,
                             GAsyncReadyCallback callback);

/* (transfer full) (nullable): NULL, with an error, when it was cancelled meanwhile. */
DemChanges *dem_changes_make_finish (GAsyncResult *result, GError **error);

/* The nearest day after, or before, another on which something changes; DEM_DAY_UNKNOWN when there is none. */
DemDay dem_changes_next (DemChanges *self, DemDay after);
DemDay dem_changes_previous (DemChanges *self, DemDay before);

/* Appends what changes after a day and no later than another, in order of time: (element-type DemChange). */
void dem_changes_collect (DemChanges *self, DemDay after, DemDay until, GArray *changes);

G_END_DECLS
