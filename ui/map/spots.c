/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/spots.h"

#include <math.h>

/* Markers that are nearer to each other than this are pushed apart. */
#define LEAST_DISTANCE 24.0
#define STEPS 20

/* With more such neighbours than this nobody would find the true places any more: then the less important gather at
 * the more important within a distance. */
#define MOST_PUSHED 24
#define GATHER_DISTANCE 44.0

static void
clear_spot (gpointer data)
{
  g_clear_pointer (&((DemMapSpot *) data)->heads, g_ptr_array_unref);
}

static DemMapSpot
make_spot (DemMapWorld *world, const DemMapViewport *viewport, guint32 seat)
{
  guint n_seats;
  const DemMapSeat *seats = dem_map_world_get_seats (world, &n_seats);
  DemMapSpot spot = { .seat = seat };
  double x, y;

  dem_projection_place (dem_map_world_get_projection (world), seats[seat].at, &x, &y);
  spot.x = spot.true_x = x * viewport->scale + viewport->dx;
  spot.y = spot.true_y = y * viewport->scale + viewport->dy;
  return spot;
}

static GArray *
make_spots (DemMapContent *content, const DemMapViewport *viewport)
{
  GArray *posts = dem_map_content_get_posts (content);
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (DemMapSpot));

  g_array_set_clear_func (spots, clear_spot);
  for (guint i = 0; i < posts->len; i++)
    {
      const DemMapPost *post = &g_array_index (posts, DemMapPost, i);
      DemMapSpot spot = make_spot (dem_map_content_get_world (content), viewport, post->seat);
      spot.post = spot.host = i;
      spot.has_state = post->state != DEM_NO_INDEX;
      spot.heads = g_ptr_array_new ();
      g_array_append_val (spots, spot);
    }
  return spots;
}

static int
compare_west_to_east (gconstpointer a, gconstpointer b, gpointer data)
{
  GArray *spots = data;
  double x = g_array_index (spots, DemMapSpot, *(const guint *) a).x;
  double y = g_array_index (spots, DemMapSpot, *(const guint *) b).x;
  return x < y ? -1 : x > y ? 1 : *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Indices of the spots from west to east, so that neighbours are found without looking at all. */
static guint *
sort_spots (GArray *spots)
{
  guint *order = g_new (guint, spots->len + 1);
  for (guint i = 0; i < spots->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) spots->len, sizeof (guint), compare_west_to_east, spots);
  return order;
}

static gboolean
may_host (DemMapWorld *world, const DemMapSpot *guest, const DemMapSpot *host)
{
  guint n_seats;
  const DemMapSeat *seats = dem_map_world_get_seats (world, &n_seats);
  const char *a = seats[guest->seat].country, *b = seats[host->seat].country;
  return !guest->has_state && host->has_state && a != NULL && b != NULL && strcmp (a, b) == 0;
}

/* A place without a state of its own, too near to its country's: its actors sit there until one looks closer.
 */
static void
host_neighbours (GArray *spots, DemMapWorld *world, const guint *order)
{
  for (guint i = 0; i < spots->len; i++)
    for (guint j = i + 1; j < spots->len; j++)
      {
        DemMapSpot *a = &g_array_index (spots, DemMapSpot, order[i]);
        DemMapSpot *b = &g_array_index (spots, DemMapSpot, order[j]);
        if (b->x - a->x >= LEAST_DISTANCE)
          break;
        if (hypot (a->x - b->x, a->y - b->y) >= LEAST_DISTANCE)
          continue;
        if (may_host (world, a, b))
          a->host = order[j];
        else if (may_host (world, b, a))
          b->host = order[i];
      }
}

static guint
count_neighbours (GArray *spots, const guint *order)
{
  guint n = 0;
  for (guint i = 0; i < spots->len; i++)
    for (guint j = i + 1; j < spots->len; j++)
      {
        const DemMapSpot *a = &g_array_index (spots, DemMapSpot, order[i]);
        const DemMapSpot *b = &g_array_index (spots, DemMapSpot, order[j]);
        if (b->x - a->x >= LEAST_DISTANCE)
          break;
        n += hypot (a->x - b->x, a->y - b->y) < LEAST_DISTANCE;
      }
  return n;
}

static void
invite (GArray *spots, guint host, guint guest)
{
  const DemMapSpot *a = &g_array_index (spots, DemMapSpot, host);
  DemMapSpot *b = &g_array_index (spots, DemMapSpot, guest);
  if (guest != host && b->host == guest && hypot (a->x - b->x, a->y - b->y) < GATHER_DISTANCE)
    b->host = host;
}

/* The most important first: whoever is left of their neighbours becomes a guest. */
static void
gather_neighbours (GArray *spots, DemMapContent *content, const guint *order)
{
  const guint *importance = dem_map_content_get_post_order (content);
  g_autofree guint *rank = g_new (guint, spots->len + 1);

  for (guint i = 0; i < spots->len; i++)
    rank[order[i]] = i;
  for (guint i = 0; i < spots->len; i++)
    {
      guint host = importance[i];
      double x = g_array_index (spots, DemMapSpot, host).x;
      if (g_array_index (spots, DemMapSpot, host).host != host)
        continue;
      for (guint j = rank[host]; j-- > 0 && x - g_array_index (spots, DemMapSpot, order[j]).x < GATHER_DISTANCE;)
        invite (spots, host, order[j]);
      for (guint j = rank[host] + 1;
           j < spots->len && g_array_index (spots, DemMapSpot, order[j]).x - x < GATHER_DISTANCE; j++)
        invite (spots, host, order[j]);
    }
}

/* A guest that is a state is a head like others, before its own people. The guests' heads stand behind the host's own,
 * unless they are selected. */
static void
seat_guest (DemMapSpot *host, const DemMapPost *guest)
{
  const DemMapHead *crown = guest->state != DEM_NO_INDEX ? &guest->crown : NULL;

  if (crown != NULL)
    g_ptr_array_insert (host->heads, crown->selected ? 0 : -1, (gpointer) crown);
  for (guint i = 0; i < guest->heads->len; i++)
    {
      const DemMapHead *head = &g_array_index (guest->heads, DemMapHead, i);
      g_ptr_array_insert (host->heads, head->selected ? 0 : -1, (gpointer) head);
    }
}

static void
seat_heads (GArray *spots, DemMapContent *content)
{
  GArray *posts = dem_map_content_get_posts (content);
  const guint *importance = dem_map_content_get_post_order (content);

  for (guint i = 0; i < spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (spots, DemMapSpot, i);
      GArray *heads = g_array_index (posts, DemMapPost, i).heads;
      for (guint j = 0; j < heads->len && spot->host == i; j++)
        g_ptr_array_add (spot->heads, &g_array_index (heads, DemMapHead, j));
    }
  for (guint i = 0; i < spots->len; i++)
    {
      guint host = g_array_index (spots, DemMapSpot, importance[i]).host;
      if (host != importance[i])
        seat_guest (&g_array_index (spots, DemMapSpot, host), &g_array_index (posts, DemMapPost, importance[i]));
    }
}

/* Two markers step back from each other by half of what is missing; on the same place, to directions of their
 * own. */
static void
push (DemMapSpot *a, DemMapSpot *b)
{
  double dx = b->x - a->x, dy = b->y - a->y, distance = hypot (dx, dy);
  if (distance >= LEAST_DISTANCE)
    return;
  if (distance < 0.01)
    {
      dx = cos (2.4 * (a->post + b->post));
      dy = sin (2.4 * (a->post + b->post));
      distance = 1.0;
    }
  double step = (LEAST_DISTANCE - MIN (distance, hypot (b->x - a->x, b->y - a->y))) / 2 / distance;
  a->x -= dx * step;
  a->y -= dy * step;
  b->x += dx * step;
  b->y += dy * step;
}

static void
push_apart (GArray *spots)
{
  for (guint step = 0; step < STEPS; step++)
    {
      g_autofree guint *order = sort_spots (spots);
      for (guint i = 0; i < spots->len; i++)
        for (guint j = i + 1; j < spots->len; j++)
          {
            DemMapSpot *a = &g_array_index (spots, DemMapSpot, order[i]);
            DemMapSpot *b = &g_array_index (spots, DemMapSpot, order[j]);
            if (b->x - a->x >= LEAST_DISTANCE)
              break;
            if (a->host == a->post && b->host == b->post)
              push (a, b);
          }
    }
}

/* ---- As if everybody were there ---- */

static gboolean
has_state_ever (DemMapWorld *world, const DemMapSeat *seat)
{
  for (guint i = 0; i < seat->n_actors; i++)
    if (dem_dossier_actor (dem_map_world_get_dossier (world), seat->actors[i])->kind == DEM_ACTOR_STATE)
      return TRUE;
  return FALSE;
}

/* A spot without heads for each of the world's seats. */
static GArray *
make_seats (DemMapWorld *world, const DemMapViewport *viewport)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (DemMapSpot));
  guint n_seats;
  const DemMapSeat *seats = dem_map_world_get_seats (world, &n_seats);

  for (guint32 i = 0; i < n_seats; i++)
    {
      DemMapSpot spot = make_spot (world, viewport, i);
      spot.post = spot.host = i;
      spot.has_state = has_state_ever (world, &seats[i]);
      g_array_append_val (spots, spot);
    }
  return spots;
}

/* One whose usual host is not there stands alone, where nobody made room for it. */
static void
step_aside (GArray *spots, DemMapSpot *self)
{
  for (guint step = 0; step < STEPS; step++)
    for (guint i = 0; i < spots->len; i++)
      {
        DemMapSpot other = g_array_index (spots, DemMapSpot, i), moved = *self;
        if (other.post == self->post || other.host != i)
          continue;
        push (&moved, &other);
        self->x += 2 * (moved.x - self->x);
        self->y += 2 * (moved.y - self->y);
      }
}

/* So nothing moves when somebody comes or goes. */
static void
settle (GArray *spots, GArray *seats, DemMapWorld *world)
{
  g_autofree guint *order = sort_spots (seats);
  g_autofree guint *present = sort_spots (spots);

  host_neighbours (seats, world, order);
  host_neighbours (spots, world, present);
  push_apart (seats);
  for (guint i = 0; i < spots->len; i++)
    {
      DemMapSpot *spot = &g_array_index (spots, DemMapSpot, i);
      const DemMapSpot *seat = &g_array_index (seats, DemMapSpot, spot->seat);
      spot->x = seat->x;
      spot->y = seat->y;
    }
  for (guint i = 0; i < spots->len; i++)
    {
      DemMapSpot *spot = &g_array_index (spots, DemMapSpot, i);
      if (spot->host == i && g_array_index (seats, DemMapSpot, spot->seat).host != spot->seat)
        step_aside (spots, spot);
    }
}

GArray *
dem_map_spots_new (DemMapContent *content, const DemMapViewport *viewport)
{
  DemMapWorld *world = dem_map_content_get_world (content);
  GArray *spots = make_spots (content, viewport);
  g_autoptr (GArray) seats = make_seats (world, viewport);
  g_autofree guint *order = sort_spots (seats);

  if (count_neighbours (seats, order) > MOST_PUSHED)
    {
      g_autofree guint *present = sort_spots (spots);
      gather_neighbours (spots, content, present);
      push_apart (spots);
    }
  else
    settle (spots, seats, world);
  seat_heads (spots, content);
  return spots;
}
