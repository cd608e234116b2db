/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"

G_BEGIN_DECLS

/**
 * DemTransition:
 *
 * One picture turning into another of the same size: marks of actors that are in both go straight from place
 * to place, those that are in one only fade, and so does all the rest. Scenes are matched by ref, so that it
 * does not matter what kind they are. A share of 0 is the old picture, 1 the new one.
 */
typedef struct _DemTransition DemTransition;

/**
 * dem_transition_new:
 * @width: (and @height): of both pictures, in logical pixels
 * @scale_factor: of the screen
 */
DemTransition *dem_transition_new (DemScene *from, double width, double height, int scale_factor);

/* The same, but what is on screen now is not a scene but @running at a share of its way to @to. */
DemTransition *dem_transition_new_midway (DemTransition *running, DemScene *to, double share);

void dem_transition_free (DemTransition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemTransition, dem_transition_free)

/* Where an actor's mark is; where only one of the two has it, there. FALSE where neither has. */
gboolean dem_transition_get_place (
    DemTransition *self, DemScene *to, DemRef ref, double share, graphene_point_t *place);

void dem_transition_draw (DemTransition *self, DemScene *to, double share, GtkSnapshot *snapshot);

G_END_DECLS
