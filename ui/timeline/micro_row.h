/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

#define DEM_MICRO_WIDTH 54.0 /* at text scale 1 */
#define DEM_MICRO_HEIGHT 5.0

/**
 * DemMicroRow:
 *
 * The bands of a timeline too low for them, folded into one row: each pair's name, and under it what is in view of its
 * history, small. As many side by side as fit.
 */
typedef struct _DemMicroRow DemMicroRow;

/**
 * dem_micro_row_new:
 * @pairs: (array length=n): positions in the index, the most relevant first
 * @first: how many have been scrolled away; fewer are when there is room
 *
 * The context must outlive it.
 */
DemMicroRow *dem_micro_row_new (const DemTimelineContext *context, const guint32 *pairs, guint n, guint first);
void dem_micro_row_free (DemMicroRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMicroRow, dem_micro_row_free)

void dem_micro_row_draw_shapes (DemMicroRow *self, const DemTimelinePainter *painter);
void dem_micro_row_draw_texts (DemMicroRow *self, const DemTimelinePainter *painter);

/* The pairs that have room, from the beginning of the row; and how many come before the first of them. */
guint dem_micro_row_count (DemMicroRow *self);
DemRef dem_micro_row_get_ref (DemMicroRow *self, guint i);
graphene_rect_t dem_micro_row_get_bounds (DemMicroRow *self, guint i);
guint dem_micro_row_get_first (DemMicroRow *self);

DemRef dem_micro_row_hit (DemMicroRow *self, double x, double y);

G_END_DECLS
