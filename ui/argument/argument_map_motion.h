/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "app/argument/claim_map.h"

G_BEGIN_DECLS

/**
 * DemArgumentMotion:
 *
 * The way of boxes from one layout to the next: those that were there go to their new places, new ones come
 * out of the claim they bear on.
 */
typedef struct
{
  guint n;
  graphene_rect_t *from, *to, *boxes;
  double *from_opacities, *opacities;
} DemArgumentMotion;

/* @from: where the boxes of @before are now. */
DemArgumentMotion *dem_argument_motion_new (DemClaimMap *before,
                                            const graphene_rect_t *from,
                                            DemClaimMap *map,
                                            const graphene_rect_t *to);
void dem_argument_motion_free (DemArgumentMotion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArgumentMotion, dem_argument_motion_free)

/* Sets @boxes and @opacities to a share of the way. */
void dem_argument_motion_set (DemArgumentMotion *self, double share);

G_END_DECLS
