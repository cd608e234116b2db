/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_fit.h"

static void
add_place (DemMapWorld *world, guint32 place, GArray *at)
{
  const DemPlace *item;

  if (place == DEM_NO_INDEX)
    return;
  item = dem_dossier_place (dem_map_world_get_dossier (world), place);
  g_array_append_val (at, ((DemProjectionSeat){ { item->longitude, item->latitude }, 1 }));
}

static void
add_actor (DemMapWorld *world, guint32 actor, GArray *at)
{
  guint32 seat = actor != DEM_NO_INDEX ? dem_map_world_seat_of (world, actor) : DEM_NO_INDEX;
  guint n;

  if (seat != DEM_NO_INDEX)
    g_array_append_val (at, ((DemProjectionSeat){ dem_map_world_get_seats (world, &n)[seat].at, 1 }));
}

static void
add_ref (DemMapWorld *world, DemRef ref, GArray *at)
{
  DemDossier *dossier = dem_map_world_get_dossier (world);
  const DemPair *pair = NULL;

  if (ref.kind == DEM_KIND_PLACE)
    add_place (world, ref.index, at);
  else if (ref.kind == DEM_KIND_ACTOR)
    add_actor (world, ref.index, at);
  else if (ref.kind == DEM_KIND_EVENT)
    add_place (world, dem_dossier_event (dossier, ref.index)->place, at);
  else if (ref.kind == DEM_KIND_PAIR)
    pair = dem_dossier_pair (dossier, ref.index);
  else if (ref.kind == DEM_KIND_RELATION)
    pair = dem_dossier_pair (dossier, dem_dossier_relation (dossier, ref.index)->pair);
  if (pair == NULL)
    return;
  add_actor (world, pair->a, at);
  add_actor (world, pair->b, at);
}

gboolean
dem_map_fit (DemMapWorld *world, const DemRef *refs, guint n, double width, double height, DemMapCamera *camera)
{
  DemProjection *projection = dem_map_world_get_projection (world);
  const DemMapExtent *whole = dem_map_world_get_extent (world);
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (DemProjectionSeat));
  DemMapExtent extent;
  DemMapViewport home, near;

  for (guint i = 0; i < n; i++)
    add_ref (world, refs[i], at);
  if (at->len == 0 || width <= 0 || height <= 0)
    return FALSE;
  extent = dem_map_extent_of_seats (projection, (const DemProjectionSeat *) (gpointer) at->data, at->len,
                                    whole->text_scale);
  *camera = dem_map_camera_home (projection, &extent);
  /* Zoom is counted from what shows the whole world, so it says how much nearer its pieces are. */
  dem_map_viewport_init (&home, projection, whole, width, height, dem_map_camera_home (projection, whole));
  dem_map_viewport_init (&near, projection, &extent, width, height, *camera);
  camera->zoom = near.scale / home.scale;
  *camera = dem_map_camera_clamp (projection, whole, width, height, *camera);
  return TRUE;
}
