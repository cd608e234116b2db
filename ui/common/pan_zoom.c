/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/pan_zoom.h"

#include <adwaita.h>
#include <math.h>

#define WHEEL_FACTOR 1.2        /* for one click of a wheel */
#define FRICTION 4.0            /* inertia loses this share of its speed in a second, as exp(-FRICTION·t) */
#define SLOWEST 12.0            /* pixels in a second at which inertia ends */
#define CLAIM_DISTANCE 4.0      /* a press that moves less is a click */

struct _DemPanZoom
{
  GObject parent_instance;

  GtkWidget *widget; /* borrowed: it owns the gestures */
  GtkGesture *drag;
  double dragged_x, dragged_y; /* how much of the drag has been passed on */
  gboolean claimed;
  double pinched; /* how much of the pinch has been passed on */
  double pinch_x, pinch_y;
  double pointer_x, pointer_y; /* where it was seen last */

  guint tick; /* inertia */
  double velocity_x, velocity_y;
  gint64 last_frame;
};

enum
{
  PAN,
  ZOOM,
  DRAG_BEGIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemPanZoom, dem_pan_zoom, G_TYPE_OBJECT)

static void
pan (DemPanZoom *self, double dx, double dy)
{
  g_signal_emit (self, signals[PAN], 0, dx, dy);
}

static void
zoom (DemPanZoom *self, double factor, double x, double y)
{
  g_signal_emit (self, signals[ZOOM], 0, factor, x, y);
}

/* ---- Inertia ---- */

void
dem_pan_zoom_stop (DemPanZoom *self)
{
  g_return_if_fail (DEM_IS_PAN_ZOOM (self));

  if (self->tick != 0 && self->widget != NULL)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DemPanZoom *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->last_frame) / G_USEC_PER_SEC;
  double left = exp (-FRICTION * seconds);

  self->last_frame = now;
  pan (self, self->velocity_x * seconds, self->velocity_y * seconds);
  self->velocity_x *= left;
  self->velocity_y *= left;
  if (hypot (self->velocity_x, self->velocity_y) > SLOWEST)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_inertia (DemPanZoom *self, double velocity_x, double velocity_y)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);

  dem_pan_zoom_stop (self);
  if (clock == NULL || !adw_get_enable_animations (self->widget) || hypot (velocity_x, velocity_y) < SLOWEST)
    return;
  self->velocity_x = velocity_x;
  self->velocity_y = velocity_y;
  self->last_frame = gdk_frame_clock_get_frame_time (clock);
  self->tick = gtk_widget_add_tick_callback (self->widget, on_tick, self, NULL);
}

/* ---- Gestures ---- */

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, DemPanZoom *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  gboolean refused = FALSE;

  dem_pan_zoom_stop (self);
  self->dragged_x = self->dragged_y = 0;
  self->claimed = FALSE;
  g_signal_emit (self, signals[DRAG_BEGIN], 0, x, y, state, &refused);
  if (refused)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *drag, double offset_x, double offset_y, DemPanZoom *self)
{
  if (!self->claimed && hypot (offset_x, offset_y) < CLAIM_DISTANCE)
    return;
  if (!self->claimed)
    {
      self->claimed = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  pan (self, offset_x - self->dragged_x, offset_y - self->dragged_y);
  self->dragged_x = offset_x;
  self->dragged_y = offset_y;
}

static void
on_swipe (GtkGestureSwipe *swipe, double velocity_x, double velocity_y, DemPanZoom *self)
{
  if (self->claimed)
    start_inertia (self, velocity_x, velocity_y);
}

static void
on_pinch_begin (GtkGesture *pinch, GdkEventSequence *sequence, DemPanZoom *self)
{
  dem_pan_zoom_stop (self);
  self->pinched = 1;
  gtk_gesture_get_bounding_box_center (pinch, &self->pinch_x, &self->pinch_y);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

/* The point between the fingers stays under them while it moves and while it grows. */
static void
on_pinch_changed (GtkGestureZoom *pinch, double scale, DemPanZoom *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    {
      pan (self, x - self->pinch_x, y - self->pinch_y);
      self->pinch_x = x;
      self->pinch_y = y;
    }
  zoom (self, scale / self->pinched, self->pinch_x, self->pinch_y);
  self->pinched = scale;
}

/* Scroll events of GTK 4 don't say where they happened. */
static void
on_pointer_moved (GtkEventControllerMotion *motion, double x, double y, DemPanZoom *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, DemPanZoom *self)
{
  dem_pan_zoom_stop (self);
  if (dx != 0)
    pan (self, -dx * 40, 0);
  if (dy != 0)
    zoom (self, pow (WHEEL_FACTOR, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

/* ---- The object ---- */

static void
dem_pan_zoom_dispose (GObject *object)
{
  DemPanZoom *self = DEM_PAN_ZOOM (object);

  dem_pan_zoom_stop (self);
  g_clear_weak_pointer (&self->widget);
  G_OBJECT_CLASS (dem_pan_zoom_parent_class)->dispose (object);
}

static void
dem_pan_zoom_class_init (DemPanZoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_pan_zoom_dispose;

  signals[PAN] = g_signal_new ("pan", DEM_TYPE_PAN_ZOOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ZOOM] = g_signal_new ("zoom", DEM_TYPE_PAN_ZOOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[DRAG_BEGIN] = g_signal_new ("drag-begin", DEM_TYPE_PAN_ZOOM, G_SIGNAL_RUN_LAST, 0,
                                      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 3, G_TYPE_DOUBLE,
                                      G_TYPE_DOUBLE, GDK_TYPE_MODIFIER_TYPE);
}

static void
dem_pan_zoom_init (DemPanZoom *self)
{
}

DemPanZoom *
dem_pan_zoom_new (GtkWidget *widget)
{
  DemPanZoom *self = g_object_new (DEM_TYPE_PAN_ZOOM, NULL);
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (widget), self);

  g_set_weak_pointer (&self->widget, widget);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (on_swipe), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch_changed), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, self->drag);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointer_moved), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved), self, 0);
  gtk_widget_add_controller (widget, motion);
  return self;
}
