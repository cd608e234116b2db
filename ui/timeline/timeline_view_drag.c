/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

#include <math.h>

/* Drags that are not pans: of the period, its ends, and the brush. */

#define CLAIM_DISTANCE 4.0 /* a press that moves less is a click */
#define TOUCH_REACH 22.0   /* around the middle of a handle */

static DragKind
drag_kind (DemTimelineView *self, double x, double y, GdkModifierType modifiers)
{
  DemTimeHandleKind handle = dem_timeline_view_get_scene (self) != NULL
                                 ? dem_timeline_scene_handle_at (dem_timeline_view_get_scene (self), x, y,
                                                                 self->is_touch ? TOUCH_REACH : DEM_TIMELINE_HANDLE_REACH)
                                 : DEM_N_HANDLES;

  if (handle != DEM_N_HANDLES)
    return handle == DEM_HANDLE_PERIOD_BEGIN ? DRAG_PERIOD_BEGIN : DRAG_PERIOD_END;
  switch (dem_timeline_view_part_at (self, x, y, NULL))
    {
    case DEM_TIMELINE_OVERVIEW:
      return DRAG_NEW_VIEW;
    case DEM_TIMELINE_BRUSH:
      return DRAG_BRUSH;
    case DEM_TIMELINE_BRUSH_START:
      return DRAG_VIEW_START;
    case DEM_TIMELINE_BRUSH_END:
      return DRAG_VIEW_END;
    case DEM_TIMELINE_LANES:
    case DEM_TIMELINE_HISTOGRAM:
      return modifiers & GDK_SHIFT_MASK ? DRAG_PERIOD : DRAG_NOTHING;
    case DEM_TIMELINE_NOWHERE:
    default:
      return DRAG_NOTHING;
    }
}

gboolean
dem_timeline_view_is_drag (DemTimelineView *self, double x, double y, GdkModifierType modifiers)
{
  return drag_kind (self, x, y, modifiers) != DRAG_NOTHING;
}

gboolean
dem_timeline_view_drag_begin (DemTimelineView *self, double x, double y, GdkModifierType modifiers)
{
  self->drag = self->index != NULL ? drag_kind (self, x, y, modifiers) : DRAG_NOTHING;
  self->grabbed = self->camera;
  self->grabbed_day = self->drag <= DRAG_PERIOD_END ? dem_timeline_view_day_at (self, x) : dem_timeline_view_overview_day_at (self, x);
  return self->drag != DRAG_NOTHING;
}

/* The period from where the drag began to a day, inside the view. */
static void
drag_period (DemTimelineView *self, double day)
{
  DemPeriod view = dem_timeline_camera_to_period (&self->camera);
  DemDay a = (DemDay) floor (self->grabbed_day), b = (DemDay) floor (day);

  dem_focus_set_period (
      dem_timeline_view_get_focus (self),
      (DemPeriod){ CLAMP (MIN (a, b), view.first, view.last), CLAMP (MAX (a, b), view.first, view.last) });
}

static void
drag_overview (DemTimelineView *self, double day)
{
  DemTimelineCamera camera = self->grabbed;
  double by = day - self->grabbed_day;

  switch (self->drag)
    {
    case DRAG_BRUSH:
      camera = dem_timeline_camera_move (camera, by);
      break;
    case DRAG_VIEW_START:
      camera.first = MIN (camera.first + by, camera.last - DEM_TIMELINE_SHORTEST);
      break;
    case DRAG_VIEW_END:
      camera.last = MAX (camera.last + by, camera.first + DEM_TIMELINE_SHORTEST);
      break;
    default:
      camera.first = MIN (self->grabbed_day, day);
      camera.last = MAX (MAX (self->grabbed_day, day), camera.first + DEM_TIMELINE_SHORTEST);
    }
  dem_timeline_view_set_camera (self, camera);
}

void
dem_timeline_view_drag_to (DemTimelineView *self, double x)
{
  if (self->drag == DRAG_NOTHING || self->index == NULL)
    return;
  if (self->drag == DRAG_PERIOD)
    drag_period (self, dem_timeline_view_day_at (self, x));
  else if (self->drag == DRAG_PERIOD_BEGIN)
    dem_timeline_view_set_period_end (self, DEM_HANDLE_PERIOD_BEGIN, (DemDay) round (dem_timeline_view_day_at (self, x)));
  else if (self->drag == DRAG_PERIOD_END)
    dem_timeline_view_set_period_end (self, DEM_HANDLE_PERIOD_END, (DemDay) round (dem_timeline_view_day_at (self, x)) - 1);
  else
    drag_overview (self, dem_timeline_view_overview_day_at (self, x));
}

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, DemTimelineView *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->is_claimed = FALSE;
  self->is_touch = is_touch (GTK_EVENT_CONTROLLER (gesture));
  self->grabbed_x = x;
  if (!dem_timeline_view_drag_begin (self, x, y, modifiers))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double offset_x, double offset_y, DemTimelineView *self)
{
  if (self->drag == DRAG_NOTHING || (!self->is_claimed && hypot (offset_x, offset_y) < CLAIM_DISTANCE))
    return;
  if (!self->is_claimed)
    {
      self->is_claimed = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  dem_timeline_view_drag_to (self, self->grabbed_x + offset_x);
}

void
dem_timeline_view_init_drag (DemTimelineView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
