/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemBox: a box around a point (x, y); y grows downwards.
 * @fixed: it stays where it is, even on another that is fixed
 */
typedef struct
{
  double x, y;
  double width, height;
  gboolean fixed;
} DemBox;

gboolean dem_boxes_overlap (const DemBox *a, const DemBox *b, double gap);

/* Moves boxes apart, as little as it can, until none is nearer to another than @gap. Those that stand free at
 * first are only moved for others' sake. */
void dem_boxes_separate (DemBox *boxes, guint n, double gap);

/* Stands boxes side by side in rows, in their order, so that all together are about @aspect times as wide as
 * high. */
void dem_boxes_shelve (DemBox *boxes, guint n, double gap, double aspect);

G_END_DECLS
