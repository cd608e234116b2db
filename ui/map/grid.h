/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DemMapGrid:
 *
 * Which of many rectangles may touch a rectangle, without asking all of them: a picture's squares with a bit for each
 * thing that reaches into them. What lies outside the picture counts to the squares at its edge.
 */
typedef struct _DemMapGrid DemMapGrid;

DemMapGrid *dem_map_grid_new (double width, double height, guint n_things);
void dem_map_grid_free (DemMapGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapGrid, dem_map_grid_free)

void dem_map_grid_add (DemMapGrid *self, const graphene_rect_t *rect, guint thing);

/* The first thing from @from on that may touch the rectangle found last, or G_MAXUINT; find it again for another
 * rectangle. */
void dem_map_grid_find (DemMapGrid *self, const graphene_rect_t *rect);
guint dem_map_grid_next (const DemMapGrid *self, guint from);

G_END_DECLS
