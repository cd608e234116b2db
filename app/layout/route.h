/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "app/layout/boxes.h"

G_BEGIN_DECLS

/**
 * DemRouteEllipse: what lines had better go around, though they may cross it.
 */
typedef struct
{
  double x, y;
  double width, height;
} DemRouteEllipse;

/**
 * DemRouter:
 *
 * Finds for lines between points how to bend so that they don't run over boxes.
 */
typedef struct _DemRouter DemRouter;

/* Both are copied. */
DemRouter *
dem_router_new (const DemBox *boxes, guint n_boxes, const DemRouteEllipse *ellipses, guint n_ellipses);
void dem_router_free (DemRouter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemRouter, dem_router_free)

/**
 * dem_router_get_cost:
 * @bend: as dem_network_layout_get_bends() has it
 * @a: (and @b): boxes that don't count because the line begins and ends there
 *
 * What a line costs: 60 and more for each box that it runs over, little for ellipses and for bending, more
 * for leaving the picture.
 */
double dem_router_get_cost (
    DemRouter *self, double x0, double y0, double x1, double y1, double bend, guint a, guint b);

/* The bends that are tried, the straight line first. */
#define DEM_ROUTER_N_BENDS 13
extern const double dem_router_bends[DEM_ROUTER_N_BENDS];

/* The bend that costs least. */
double dem_router_choose_bend (DemRouter *self, double x0, double y0, double x1, double y1, guint a, guint b);

G_END_DECLS
