/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/own_stop.h"

G_BEGIN_DECLS

/**
 * DemStops: what a reader says of a briefing: stops' ids → what is other than in the dossier, and in what order they follow
 * each other. A value that is copied cheaply: the stops are shared.
 */
typedef struct _DemStops DemStops;

DemStops *dem_stops_new (void);
/* (transfer full) */
DemStops *dem_stops_copy (const DemStops *self);
void dem_stops_free (DemStops *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemStops, dem_stops_free)

gboolean dem_stops_equal (const DemStops *a, const DemStops *b);
gboolean dem_stops_is_empty (const DemStops *self);

/* (nullable) (transfer none) */
DemOwnStop *dem_stops_get (const DemStops *self, const char *id);

/* Puts a stop in the place of what has its id; one that says nothing is taken away. */
void dem_stops_put (DemStops *self, DemOwnStop *stop);
void dem_stops_remove (DemStops *self, const char *id);

/* All ids about which something is said, sorted, NULL-terminated. Free the array with g_free(), the strings are the stops'.
 */
const char **dem_stops_list (const DemStops *self);

/* Ids in the order in which they are presented, NULL-terminated; empty for the dossier's own order. */
const char *const *dem_stops_get_order (const DemStops *self);
void dem_stops_set_order (DemStops *self, const char *const *ids); /* (nullable) */

/* Members of the file that are not known here, as they are written, or NULL. */
const char *dem_stops_get_others (const DemStops *self);
void dem_stops_set_others (DemStops *self, const char *others);

/**
 * dem_stops_merge:
 * @base: (nullable): what both come from
 *
 * What was changed on one side alone is taken from there, member by member. Where both have changed a text, ours stays and
 * theirs is put at the end of the speaker's notes, so that nothing that was typed is lost; for all else ours holds.
 * (transfer full)
 */
DemStops *dem_stops_merge (const DemStops *base, const DemStops *mine, const DemStops *theirs);

G_END_DECLS
