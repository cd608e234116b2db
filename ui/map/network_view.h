/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook.h"
#include "ui/common/flat_stage.h"
#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/**
 * DemNetworkView:
 *
 * The network of actors on screen. Dragging an actor's mark pins it in the notebook; a state takes its hull
 * along.
 *
 * Keys and accessibility: those of #DemStage; Delete lets the actor under the cursor go. Actions:
 * `network.unpin` (that), `network.unpin-all`.
 */
#define DEM_TYPE_NETWORK_VIEW (dem_network_view_get_type ())
G_DECLARE_FINAL_TYPE (DemNetworkView, dem_network_view, DEM, NETWORK_VIEW, DemFlatStage)

GtkWidget *dem_network_view_new (void);

/* Where pins are kept: the dossier's notebook. Pins of another are no longer shown. @notebook is nullable. */
void dem_network_view_set_notebook (DemNetworkView *self, DemNotebook *notebook);
DemNotebook *dem_network_view_get_notebook (DemNetworkView *self);

/* Whether everybody has a place: no layout is under way. */
gboolean dem_network_view_is_settled (DemNetworkView *self);

/* What dragging a mark does: takes hold of what is at a point, moves it there, lets go and pins it (or puts
 * it back). FALSE when nobody is there. Points are the widget's. */
gboolean dem_network_view_grab (DemNetworkView *self, double x, double y);
void dem_network_view_move (DemNetworkView *self, double x, double y);
void dem_network_view_release (DemNetworkView *self, gboolean keep);

G_END_DECLS
