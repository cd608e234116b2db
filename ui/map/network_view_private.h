/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the view share: network_view.c lays out and shows, network_view_drag.c moves marks by
 * hand. */

#include "ui/map/network_scene.h"
#include "ui/map/network_view.h"

G_BEGIN_DECLS

struct _DemNetworkView
{
  DemFlatStage parent_instance;

  GtkWidget *buttons;
  GtkMenuButton *more_button;
  GMenu *perspectives;

  DemNotebook *notebook;      /* nullable */
  DemMapWorld *world;         /* nullable: where the reader would look for somebody */
  DemNetworkContent *content; /* nullable */
  DemNetworkLayout *layout;   /* nullable */
  GPtrArray *former;          /* of DemNetworkLayout: how all stood before, the last at the end */
  DemNetworkContent *awaited; /* nullable: the content that is being laid out */
  GCancellable *cancellable;  /* of the layout that is under way */
  DemNetworkScene *scene;     /* nullable: the last that was made */
  gboolean stale;             /* the content has to be gathered again */
  gboolean afresh;            /* and laid out without regard to what was */

  char *held; /* nullable: id of the actor that is being dragged */
  double held_x, held_y, grip_x, grip_y;
  gboolean has_moved;
  DemNetworkLayout *before_drag;
};

/* Where a point of the widget is in the layout. */
void dem_network_view_locate (DemNetworkView *self, double *x, double *y);

/* Keeps a layout for when the same is asked for again. */
void dem_network_view_remember (DemNetworkView *self, DemNetworkLayout *layout);

/* network_view_drag.c: the gesture that takes hold of marks. */
void dem_network_view_add_drag (DemNetworkView *self);

G_END_DECLS
