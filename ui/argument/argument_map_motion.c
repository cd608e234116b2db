/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_motion.h"

/* Where what is new comes from: the claim that it bears on, which is in the map before it. */
static void
set_beginnings (DemArgumentMotion *self, DemClaimMap *map)
{
  for (guint i = 0; i < dem_claim_map_count_steps (map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (map, i);
      guint32 root = dem_claim_map_get_root (map, i);

      for (guint j = step->first; j < step->first + step->n_from; j++)
        {
          guint32 premise = dem_claim_map_get_premise (map, j);

          if (self->from_opacities[premise] <= 0 && premise > root)
            self->from[premise].origin = self->from[root].origin;
        }
    }
}

DemArgumentMotion *
dem_argument_motion_new (DemClaimMap *before,
                         const graphene_rect_t *from,
                         DemClaimMap *map,
                         const graphene_rect_t *to)
{
  DemArgumentMotion *self = g_new0 (DemArgumentMotion, 1);

  self->n = dem_claim_map_count_boxes (map);
  self->from = g_memdup2 (to, sizeof (graphene_rect_t) * (self->n + 1));
  self->to = g_memdup2 (to, sizeof (graphene_rect_t) * (self->n + 1));
  self->boxes = g_memdup2 (to, sizeof (graphene_rect_t) * (self->n + 1));
  self->from_opacities = g_new0 (double, self->n + 1);
  self->opacities = g_new0 (double, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      guint32 old = dem_claim_map_find_claim (before, dem_claim_map_get_box (map, i)->claim);

      if (old == DEM_NO_NODE)
        continue;
      self->from[i].origin = from[old].origin;
      self->from_opacities[i] = 1;
    }
  set_beginnings (self, map);
  dem_argument_motion_set (self, 0);
  return self;
}

void
dem_argument_motion_free (DemArgumentMotion *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->boxes);
  g_free (self->from_opacities);
  g_free (self->opacities);
  g_free (self);
}

void
dem_argument_motion_set (DemArgumentMotion *self, double share)
{
  for (guint i = 0; i < self->n; i++)
    {
      graphene_point_interpolate (&self->from[i].origin, &self->to[i].origin, share, &self->boxes[i].origin);
      self->opacities[i] = self->from_opacities[i] + (1 - self->from_opacities[i]) * share;
    }
}
