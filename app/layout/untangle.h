/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/layout/boxes.h"

G_BEGIN_DECLS

/**
 * DemTangleLine:
 * @a: (and @b): the boxes at its ends
 * @ax: (and @ay): where it begins, from the middle of box a
 * @bx: (and @by): where it ends, from the middle of box b
 */
typedef struct
{
  guint a, b;
  double ax, ay, bx, by;
} DemTangleLine;

/**
 * dem_boxes_untangle:
 * @gap: that is to be between boxes; they have it
 * @aspect: how much wider than high the picture is
 *
 * Moves boxes one by one to free places where lines are shorter, cross less often and run over fewer boxes.
 * The picture of all boxes in that shape gets no larger. Fixed boxes stay. The same input gives the same
 * places.
 */
void dem_boxes_untangle (
    DemBox *boxes, guint n, const DemTangleLine *lines, guint n_lines, double gap, double aspect);

/* What that weighs, less is better. For tests. */
double dem_boxes_get_tangle (const DemBox *boxes, guint n, const DemTangleLine *lines, guint n_lines);

G_END_DECLS
