/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_view_private.h"

#include <math.h>

#define MOST_LIVE 300 /* actors up to whom all others give way while one is dragged */
#define CLAIM_DISTANCE 4.0

static guint
find_held (DemNetworkView *self, DemNetworkGraph *graph)
{
  for (guint i = 0; self->held != NULL && i < dem_network_graph_count_nodes (graph); i++)
    if (g_str_equal (dem_network_graph_get_nodes (graph)[i].id, self->held))
      return i;
  return DEM_NETWORK_NO_NODE;
}

gboolean
dem_network_view_grab (DemNetworkView *self, double x, double y)
{
  guint actor;
  const DemNetworkSpot *spot;

  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), FALSE);

  if (self->scene == NULL || self->layout == NULL || self->notebook == NULL)
    return FALSE;
  actor = dem_network_scene_find_actor (self->scene, x, y);
  if (actor == DEM_NETWORK_NO_NODE)
    return FALSE;
  spot = &dem_network_layout_get_spots (self->layout)[actor];
  g_free (self->held);
  self->held = g_strdup (dem_network_graph_get_nodes (dem_network_layout_get_graph (self->layout))[actor].id);
  self->held_x = spot->x;
  self->held_y = spot->y;
  dem_network_view_locate (self, &x, &y);
  self->grip_x = spot->x - x;
  self->grip_y = spot->y - y;
  self->has_moved = FALSE;
  g_clear_pointer (&self->before_drag, dem_network_layout_unref);
  self->before_drag = dem_network_layout_ref (self->layout);
  return TRUE;
}

/* The others give way at once where they are few; the camera stays, or one would chase the other. */
static void
lay_out_around_held (DemNetworkView *self)
{
  DemNetworkGraph *graph = dem_network_layout_get_graph (self->before_drag);
  guint held = find_held (self, graph);
  g_autoptr (DemNetworkGraph) moved = NULL;

  if (held == DEM_NETWORK_NO_NODE || dem_network_graph_count_nodes (graph) > MOST_LIVE)
    return;
  moved = dem_network_graph_copy_pinned (graph, held, self->held_x, self->held_y);
  g_clear_pointer (&self->layout, dem_network_layout_unref);
  self->layout = dem_network_layout_new (moved, self->before_drag);
}

void
dem_network_view_move (DemNetworkView *self, double x, double y)
{
  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));

  if (self->held == NULL)
    return;
  dem_stage_set_camera (DEM_STAGE (self), dem_stage_get_camera (DEM_STAGE (self)));
  dem_network_view_locate (self, &x, &y);
  self->held_x = self->grip_x + x;
  self->held_y = self->grip_y + y;
  self->has_moved = TRUE;
  lay_out_around_held (self);
}

void
dem_network_view_release (DemNetworkView *self, gboolean keep)
{
  g_autofree char *held = NULL;

  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));

  if (self->held == NULL)
    return;
  held = g_steal_pointer (&self->held);
  if (!keep && self->has_moved)
    {
      g_clear_pointer (&self->layout, dem_network_layout_unref);
      self->layout = g_steal_pointer (&self->before_drag);
    }
  else if (self->has_moved)
    dem_network_view_remember (self, self->before_drag);
  g_clear_pointer (&self->before_drag, dem_network_layout_unref);
  if (keep && self->has_moved)
    dem_notebook_pin (self->notebook, held, self->held_x, self->held_y);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, DemNetworkView *self)
{
  if (!dem_network_view_grab (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, DemNetworkView *self)
{
  double x, y;

  if (self->held == NULL || (!self->has_moved && hypot (dx, dy) < CLAIM_DISTANCE))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  dem_network_view_move (self, x + dx, y + dy);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, DemNetworkView *self)
{
  dem_network_view_release (self, TRUE);
}

static void
on_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, DemNetworkView *self)
{
  dem_network_view_release (self, FALSE);
}

void
dem_network_view_add_drag (DemNetworkView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
