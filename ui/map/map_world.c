/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_world.h"

struct _DemMapWorld
{
  DemDossier *dossier;
  DemProjection *projection;
  DemMapExtent extent;

  DemMapSeat *seats;
  guint n_seats;
  guint32 *actors;  /* all seats' actors, seat by seat */
  guint32 *seat_of; /* by actor */
};

/* The place at which an actor sits. The chain of belonging may be broken or, in a bad file, a circle. */
static guint32
find_place (DemDossier *dossier, guint32 actor)
{
  guint left = dem_dossier_count (dossier, DEM_KIND_ACTOR);
  for (; actor != DEM_NO_INDEX && left > 0; left--)
    {
      const DemActor *item = dem_dossier_actor (dossier, actor);
      if (item->place != DEM_NO_INDEX)
        return item->place;
      actor = item->part_of;
    }
  return DEM_NO_INDEX;
}

static guint
hash_place (gconstpointer data)
{
  const DemGeo *geo = data;
  return g_double_hash (&geo->longitude) * 31 + g_double_hash (&geo->latitude);
}

static gboolean
equal_place (gconstpointer a, gconstpointer b)
{
  const DemGeo *x = a, *y = b;
  return x->longitude == y->longitude && x->latitude == y->latitude;
}

/* Places that are written twice with the same coordinates are one seat. @seats: where → index and one. */
static guint32
find_seat (DemMapWorld *self, GHashTable *seats, guint32 place)
{
  const DemPlace *item = dem_dossier_place (self->dossier, place);
  DemGeo at = { item->longitude, item->latitude };
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (seats, &at));

  if (found > 0)
    return found - 1;
  self->seats[self->n_seats] = (DemMapSeat){ .at = at, .place = place, .country = item->country };
  g_hash_table_insert (seats, &self->seats[self->n_seats].at, GUINT_TO_POINTER (self->n_seats + 1));
  return self->n_seats++;
}

static void
gather_seats (DemMapWorld *self)
{
  guint n_actors = dem_dossier_count (self->dossier, DEM_KIND_ACTOR);
  guint32 *seat_of_place = g_new (guint32, dem_dossier_count (self->dossier, DEM_KIND_PLACE) + 1);

  g_autoptr (GHashTable) seats = g_hash_table_new (hash_place, equal_place);

  memset (seat_of_place, 0xff, sizeof (guint32) * (dem_dossier_count (self->dossier, DEM_KIND_PLACE) + 1));
  self->seats = g_new0 (DemMapSeat, n_actors + 1);
  self->seat_of = g_new (guint32, n_actors + 1);
  self->actors = g_new (guint32, n_actors + 1);
  for (guint i = 0; i < n_actors; i++)
    {
      guint32 place = find_place (self->dossier, i);
      self->seat_of[i] = DEM_NO_INDEX;
      if (place == DEM_NO_INDEX)
        continue;
      if (seat_of_place[place] == DEM_NO_INDEX)
        seat_of_place[place] = find_seat (self, seats, place);
      self->seat_of[i] = seat_of_place[place];
      self->seats[self->seat_of[i]].n_actors++;
    }
  g_free (seat_of_place);

  guint32 *next = self->actors;
  for (guint i = 0; i < self->n_seats; i++)
    {
      self->seats[i].actors = next;
      next += self->seats[i].n_actors;
      self->seats[i].n_actors = 0;
    }
  for (guint i = 0; i < n_actors; i++)
    if (self->seat_of[i] != DEM_NO_INDEX)
      {
        DemMapSeat *seat = &self->seats[self->seat_of[i]];
        ((guint32 *) seat->actors)[seat->n_actors++] = i;
      }
}

static DemProjectionLink *
gather_links (DemMapWorld *self, guint *n)
{
  guint n_pairs = dem_dossier_count (self->dossier, DEM_KIND_PAIR);
  DemProjectionLink *links = g_new (DemProjectionLink, n_pairs + 1);

  *n = 0;
  for (guint i = 0; i < n_pairs; i++)
    {
      const DemPair *pair = dem_dossier_pair (self->dossier, i);
      guint32 a = self->seat_of[pair->a], b = self->seat_of[pair->b];
      if (a != b && a != DEM_NO_INDEX && b != DEM_NO_INDEX)
        links[(*n)++] = (DemProjectionLink){ a, b };
    }
  return links;
}

DemMapWorld *
dem_map_world_new (DemDossier *dossier, gboolean true_scale, double text_scale)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  DemMapWorld *self = g_rc_box_new0 (DemMapWorld);
  self->dossier = g_object_ref (dossier);
  gather_seats (self);

  guint n_links;
  g_autofree DemProjectionLink *links = gather_links (self, &n_links);
  g_autofree DemProjectionSeat *weights = g_new (DemProjectionSeat, self->n_seats + 1);
  for (guint i = 0; i < self->n_seats; i++)
    weights[i] = (DemProjectionSeat){ self->seats[i].at, self->seats[i].n_actors };
  self->projection = dem_projection_new (weights, self->n_seats, links, n_links, true_scale);
  self->extent = dem_map_extent_of_seats (self->projection, weights, self->n_seats, text_scale);
  return self;
}

DemMapWorld *
dem_map_world_ref (DemMapWorld *self)
{
  return g_rc_box_acquire (self);
}

static void
free_world (gpointer data)
{
  DemMapWorld *self = data;
  g_object_unref (self->dossier);
  dem_projection_unref (self->projection);
  g_free (self->seats);
  g_free (self->actors);
  g_free (self->seat_of);
}

void
dem_map_world_unref (DemMapWorld *self)
{
  g_rc_box_release_full (self, free_world);
}

DemDossier *
dem_map_world_get_dossier (DemMapWorld *self)
{
  return self->dossier;
}

DemProjection *
dem_map_world_get_projection (DemMapWorld *self)
{
  return self->projection;
}

const DemMapExtent *
dem_map_world_get_extent (DemMapWorld *self)
{
  return &self->extent;
}

const DemMapSeat *
dem_map_world_get_seats (DemMapWorld *self, guint *n)
{
  *n = self->n_seats;
  return self->seats;
}

guint32
dem_map_world_seat_of (DemMapWorld *self, guint32 actor)
{
  return self->seat_of[actor];
}
