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
  g_ptr_array_unref (((DemMapSpot *) data)->heads);
}

static void
place_spots (GArray *spots, DemMapContent *content, const DemMapViewport *viewport)
{
  GArray *posts = dem_map_content_get_posts (content);
  DemMapWorld *world = dem_map_content_get_world (content);
  guint n_seats;
  const DemMapSeat *seats = dem_map_world_get_seats (world, &n_seats);

  for (guint i = 0; i < posts->len; i++)
    {
      const DemMapPost *post = &g_array_index (posts, DemMapPost, i);
      DemMapSpot spot
          = { .post = i, .host = i, .has_state = post->state != DEM_NO_INDEX, .heads = g_ptr_array_new () };
      double x, y;
      dem_projection_place (dem_map_world_get_projection (world), seats[post->seat].at, &x, &y);
      spot.x = spot.true_x = x * viewport->scale + viewport->dx;
      spot.y = spot.true_y = y * viewport->scale + viewport->dy;
      g_array_append_val (spots, spot);
    }
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
may_host (DemMapContent *content, const DemMapSpot *guest, const DemMapSpot *host)
{
  GArray *posts = dem_map_content_get_posts (content);
  guint n_seats;
  const DemMapSeat *seats = dem_map_world_get_seats (dem_map_content_get_world (content), &n_seats);
  const char *a = seats[g_array_index (posts, DemMapPost, guest->post).seat].country;
  const char *b = seats[g_array_index (posts, DemMapPost, host->post).seat].country;
  return !guest->has_state && host->has_state && a != NULL && b != NULL && strcmp (a, b) == 0;
}

/* A place without a state of its own, too near to its country's: its actors sit there until one looks closer.
 */
static void
host_neighbours (GArray *spots, DemMapContent *content, const guint *order)
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
        if (may_host (content, a, b))
          a->host = order[j];
        else if (may_host (content, b, a))
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

GArray *
dem_map_spots_new (DemMapContent *content, const DemMapViewport *viewport)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (DemMapSpot));
  g_array_set_clear_func (spots, clear_spot);
  place_spots (spots, content, viewport);

  g_autofree guint *order = sort_spots (spots);
  if (count_neighbours (spots, order) > MOST_PUSHED)
    gather_neighbours (spots, content, order);
  else
    host_neighbours (spots, content, order);
  seat_heads (spots, content);
  push_apart (spots);
  return spots;
}
