/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"
#include "ui/map/viewport.h"

G_BEGIN_DECLS

/**
 * DemMapSeat:
 * @at: where it is
 * @place: the place of the dossier it was made from
 * @country: (nullable): ISO code
 * @actors: indices, in the dossier's order
 *
 * A place at which actors sit, whenever they do.
 */
typedef struct
{
  DemGeo at;
  guint32 place;
  const char *country;
  const guint32 *actors;
  guint n_actors;
} DemMapSeat;

/**
 * DemMapWorld:
 *
 * What a map has of a dossier whatever is looked at: its seats, the projection made for them and the part of
 * the world that holds them. It does not depend on the period, so that the map stands still while time
 * passes. Immutable, reference counted; the seats live as long as the world, their strings as long as its
 * dossier, which it keeps.
 */
typedef struct _DemMapWorld DemMapWorld;

/* The text scale (1 by default) decides how much room is left for names around the outermost seats. */
DemMapWorld *dem_map_world_new (DemDossier *dossier, gboolean true_scale, double text_scale);
DemMapWorld *dem_map_world_ref (DemMapWorld *self);
void dem_map_world_unref (DemMapWorld *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapWorld, dem_map_world_unref)

DemDossier *dem_map_world_get_dossier (DemMapWorld *self);
DemProjection *dem_map_world_get_projection (DemMapWorld *self);
const DemMapExtent *dem_map_world_get_extent (DemMapWorld *self);

/* Owned by the world. */
const DemMapSeat *dem_map_world_get_seats (DemMapWorld *self, guint *n);

/* The seat of an actor as an index (its own place, else that of what it belongs to), or DEM_NO_INDEX. */
guint32 dem_map_world_seat_of (DemMapWorld *self, guint32 actor);

G_END_DECLS
