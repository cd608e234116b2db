/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/layout/argument_plan.h"

G_BEGIN_DECLS

/**
 * DemArgumentPlace: where a box is; y grows downwards.
 * @column: from 0; DEM_ARGUMENT_NONE for what stands alone
 */
typedef struct
{
  guint column;
  double x, y;
  double width, height;
} DemArgumentPlace;

/* Where a connector that is longer than one gap passes through a column. */
typedef struct
{
  guint column;
  double y;
} DemArgumentLane;

/**
 * DemArgumentLayout:
 *
 * Where the boxes of an argument map stand: claims at the left, what bears on them in the next column.
 * Graphviz' dot chooses columns and order (see layers.h), and each box then comes as near to what it is
 * joined to as its neighbours let it. Connectors that pass a column have a lane of their own between the
 * boxes. Boxes never overlap; they begin at (0, 0). Immutable, reference counted.
 */
typedef struct _DemArgumentLayout DemArgumentLayout;

/* Takes its time, and waits for other layouts: meant for workers, and for programs without a window. */
DemArgumentLayout *dem_argument_layout_new (DemArgumentPlan *plan);
DemArgumentLayout *dem_argument_layout_ref (DemArgumentLayout *self);
void dem_argument_layout_unref (DemArgumentLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArgumentLayout, dem_argument_layout_unref)

/* The same on a worker. A layout that was cancelled while it waited for its turn does no work. */
void dem_argument_layout_new_async (DemArgumentPlan *plan,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback done,
                                    gpointer data);
DemArgumentLayout *dem_argument_layout_new_finish (GAsyncResult *result, GError **error);

DemArgumentPlan *dem_argument_layout_get_plan (DemArgumentLayout *self);

/* By box. */
const DemArgumentPlace *dem_argument_layout_get_places (DemArgumentLayout *self);

/* The lanes of a premise (by its place in the plan's one array), from the premise to the claim. */
const DemArgumentLane *dem_argument_layout_get_lanes (DemArgumentLayout *self, guint premise, guint *n);

/* Where a column begins. */
double dem_argument_layout_get_column_x (DemArgumentLayout *self, guint column);

/* The size of all boxes together with what is kept free under them; both are nullable. */
void dem_argument_layout_get_size (DemArgumentLayout *self, double *width, double *height);

/* Where the rows of what stands alone begin, or NAN without any. */
double dem_argument_layout_get_rows_y (DemArgumentLayout *self);

G_END_DECLS
