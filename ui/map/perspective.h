/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/standings.h"
#include "ui/map/land.h"
#include "ui/map/map_time.h"

G_BEGIN_DECLS

/**
 * DemMapPerspective:
 *
 * How the others stand to one actor at the moment that a map shows, and whose countries say so. The dossier has to
 * outlive it. Immutable.
 */
typedef struct _DemMapPerspective DemMapPerspective;

/* For the actor of the time's perspective, which must be one. */
DemMapPerspective *dem_map_perspective_new (const DemMapTime *time);
void dem_map_perspective_free (DemMapPerspective *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapPerspective, dem_map_perspective_free)

/* How an actor stands to it, or NULL when that is not told. */
const DemStanding *dem_map_perspective_get_standing (DemMapPerspective *self, guint32 actor);

/* Whether a country shows how a pair stands, so that no line has to. */
gboolean dem_map_perspective_shades (DemMapPerspective *self, guint32 pair);

/* The state for which a country is shaded, or DEM_NO_INDEX. */
guint32 dem_map_perspective_find_country (DemMapPerspective *self, const char *code);
gboolean dem_map_perspective_has_countries (DemMapPerspective *self);

/* Shades the countries of those who stand in some way, and that of the actor itself if it is a state. */
void dem_map_perspective_shade (DemMapPerspective *self, DemLandStyle *style);

G_END_DECLS
