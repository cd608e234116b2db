/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_lines.h"

#include <math.h>

#define RIM_GAP 2.0
#define MOST_INK 30000.0 /* pixels of lines in one picture of which some are left out */
#define REACH 24.0f      /* around the picture within which an end counts as in it */

static double
get_radius (DemNetworkPicture *self, guint actor)
{
  return dem_network_picture_get_actor (self, actor)->head.kind == DEM_ACTOR_STATE ? DEM_NETWORK_RING
                                                                                   : DEM_NETWORK_HEAD;
}

static const DemNetworkSign *
get_sign (DemNetworkPicture *self, guint actor)
{
  return &g_array_index (self->signs, DemNetworkSign, actor);
}

gboolean
dem_network_line_init (DemNetworkPicture *self, const DemNetworkTie *tie, double bend, DemMapArc *arc)
{
  const DemNetworkSign *a = get_sign (self, tie->a), *b = get_sign (self, tie->b);

  if (hypot (b->x - a->x, b->y - a->y) < get_radius (self, tie->a) + get_radius (self, tie->b))
    return FALSE;
  *arc = (DemMapArc){ .from = tie->a, .to = tie->b };
  dem_map_arc_init (arc, GRAPHENE_POINT_INIT ((float) a->x, (float) a->y),
                    GRAPHENE_POINT_INIT ((float) b->x, (float) b->y), bend,
                    get_radius (self, tie->a) + RIM_GAP, get_radius (self, tie->b) + RIM_GAP);
  return TRUE;
}

static gboolean
is_in (DemNetworkPicture *self, const DemNetworkSign *sign)
{
  return sign->x > -REACH && sign->y > -REACH && sign->x < self->width + REACH
         && sign->y < self->height + REACH;
}

/* A tie that could be drawn: where many are, a line from nowhere to nowhere says nothing. */
static gboolean
is_candidate (DemNetworkPicture *self, const DemNetworkTie *tie, gboolean many)
{
  const DemNetworkSign *a = get_sign (self, tie->a), *b = get_sign (self, tie->b);

  return a->fold == DEM_NETWORK_NO_NODE && b->fold == DEM_NETWORK_NO_NODE
         && (!many || tie->selected || is_in (self, a) || is_in (self, b));
}

/* How much of a line is in the picture, at the most. */
static double
get_ink (DemNetworkPicture *self, const DemNetworkTie *tie)
{
  const DemNetworkSign *a = get_sign (self, tie->a), *b = get_sign (self, tie->b);

  return MIN (hypot (b->x - a->x, b->y - a->y), hypot (self->width, self->height));
}

void
dem_network_lines_draw_up (DemNetworkPicture *self, DemNetworkLayout *layout)
{
  GArray *ties = dem_network_content_get_ties (self->content);
  const guint *order = dem_network_content_get_tie_order (self->content);
  const double *bends = dem_network_layout_get_bends (layout);
  gboolean many = ties->len > DEM_NETWORK_MOST_LINES;
  double ink = 0;
  DemMapArc arc;

  for (guint i = 0; i < ties->len; i++)
    {
      const DemNetworkTie *tie = &g_array_index (ties, DemNetworkTie, order[i]);
      if (!is_candidate (self, tie, many))
        continue;
      ink += get_ink (self, tie);
      if (many && !tie->selected && (self->arcs->len >= DEM_NETWORK_MOST_LINES || ink > MOST_INK))
        break;
      if (!dem_network_line_init (self, tie, bends[order[i]], &arc))
        continue;
      arc.tie = order[i];
      g_array_append_val (self->arcs, arc);
    }
}
