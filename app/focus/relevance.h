/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemRelevance:
 *
 * What has to do with the selection, computed once per selection and shared by all views: immutable, reference counted.
 * With nothing selected everything is relevant. An actor brings its pairs, phases, events, the claims by or about it, its
 * members and what it belongs to, the actors it stands in a relation to; a claim its actors, events, pairs and its
 * neighbours in the argument; a paragraph all that cites it; an event its actors, phases and claims; a step of the
 * argument its claims with what they are about. Claims, actors and events light each other: what lights one is lit by it.
 *
 * With a viewpoint, claims of everybody else are not relevant unless they are selected.
 */
typedef struct _DemRelevance DemRelevance;

/* @viewpoint: whose claims stand out: index of an actor, or DEM_NO_INDEX */
DemRelevance *dem_relevance_new (DemDossier *dossier, const DemRef *selection, guint n, guint32 viewpoint);
DemRelevance *dem_relevance_ref (DemRelevance *self);
void dem_relevance_unref (DemRelevance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemRelevance, dem_relevance_unref)

/* The set that belongs to a focus at present, made when first asked for. (transfer none), valid until the focus changes */
DemRelevance *dem_focus_get_relevance (DemFocus *focus);

/* Whether anything is selected at all. */
/* Whose claims stand out: index of an actor, or DEM_NO_INDEX. */
guint32 dem_relevance_get_viewpoint (DemRelevance *self);

gboolean dem_relevance_has_selection (DemRelevance *self);
gboolean dem_relevance_is_selected (DemRelevance *self, DemRef ref);
gboolean dem_relevance_contains (DemRelevance *self, DemRef ref);

G_END_DECLS
