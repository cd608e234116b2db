/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/network_bends.h"

#include <math.h>

#define NARROW 0.3       /* radians between two lines that leave a point */
#define NARROW_COST 40.0 /* when they leave it in one direction */
#define SWAP_COST 40.0   /* when they leave it the other way around than they arrive, and so cross */
#define MOST_COST 28.0   /* at one end */
#define BOX_COST 36.0    /* less than what the router takes for a point in a box, with what bends may cost */
#define MOST_NEIGHBOURS 24

typedef struct
{
  DemNetworkGraph *graph;
  const DemNetworkSpot *spots;
  DemRouter *router;
  double *bends;
  GArray **at; /* by node, nullable: guint, links that have their bend and end there */
} Bends;

/* In which direction a bent line leaves one of its ends. */
static double
get_direction (const Bends *self, guint link, guint node, double bend)
{
  const DemNetworkLink *ends = &dem_network_graph_get_links (self->graph)[link];
  const DemNetworkSpot *a = &self->spots[ends->a], *b = &self->spots[ends->b];
  /* The control point of a quadratic curve stands twice as high as the curve gets. */
  double cx = (a->x + b->x) / 2 - (b->y - a->y) * bend * 2, cy = (a->y + b->y) / 2 + (b->x - a->x) * bend * 2;
  const DemNetworkSpot *from = &self->spots[node];

  return atan2 (cy - from->y, cx - from->x);
}

static double
get_turn (double from, double to)
{
  return remainder (to - from, 2 * G_PI);
}

/* What a bend costs by the lines beside it. */
static double
get_narrowness (const Bends *self, guint link, guint node, double bend)
{
  double cost = 0, direction = get_direction (self, link, node, bend),
         straight = get_direction (self, link, node, 0);

  for (guint i = 0; self->at[node] != NULL && i < MIN (self->at[node]->len, MOST_NEIGHBOURS); i++)
    {
      guint other = g_array_index (self->at[node], guint, i);
      double apart = get_turn (direction, get_direction (self, other, node, self->bends[other]));

      cost += NARROW_COST * MAX (1 - fabs (apart) / NARROW, 0);
      if (apart * get_turn (straight, get_direction (self, other, node, 0)) < 0)
        cost += SWAP_COST;
    }
  return MOST_COST * cost / (MOST_COST + cost);
}

/* Whatever is beside: no bend that runs over more boxes than another does. */
static double
choose (const Bends *self, guint link)
{
  const DemNetworkLink *ends = &dem_network_graph_get_links (self->graph)[link];
  const DemNetworkSpot *a = &self->spots[ends->a], *b = &self->spots[ends->b];
  double costs[DEM_ROUTER_N_BENDS], best = 0, least = INFINITY, least_alone = INFINITY;

  for (guint i = 0; i < DEM_ROUTER_N_BENDS; i++)
    {
      costs[i]
          = dem_router_get_cost (self->router, a->x, a->y, b->x, b->y, dem_router_bends[i], ends->a, ends->b);
      least_alone = MIN (least_alone, costs[i]);
    }
  for (guint i = 0; i < DEM_ROUTER_N_BENDS; i++)
    {
      double bend = dem_router_bends[i], cost = costs[i];

      if (cost >= least_alone + BOX_COST)
        continue;
      cost += get_narrowness (self, link, ends->a, bend) + get_narrowness (self, link, ends->b, bend);
      if (cost >= least)
        continue;
      least = cost;
      best = bend;
    }
  return best;
}

static void
note (Bends *self, guint node, guint link)
{
  if (self->at[node] == NULL)
    self->at[node] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->at[node], link);
}

void
dem_network_choose_bends (DemNetworkGraph *graph,
                          const DemNetworkSpot *spots,
                          DemRouter *router,
                          double *bends)
{
  guint n_nodes = dem_network_graph_count_nodes (graph);
  const DemNetworkLink *links = dem_network_graph_get_links (graph);
  g_autofree GArray **at = g_new0 (GArray *, n_nodes + 1);
  Bends self = { graph, spots, router, bends, at };

  for (guint i = 0; i < dem_network_graph_count_links (graph); i++)
    {
      bends[i] = choose (&self, i);
      note (&self, links[i].a, i);
      note (&self, links[i].b, i);
    }
  for (guint i = 0; i < n_nodes; i++)
    g_clear_pointer (&at[i], g_array_unref);
}
