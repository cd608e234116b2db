/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/slide_frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _DemSlideFrame
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  DemSlideView *slide;
  DemSlideMarks *marks;
  GtkGesture *drag;

  DemTalk *talk;
  gboolean of_audience;
  DemTalkStop *shown; /* nullable */
  GArray *stroke;     /* double: x and y of what is being drawn */
};

enum
{
  POINTED,
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemSlideFrame, dem_slide_frame, GTK_TYPE_WIDGET)

/* ---- The stop ---- */

static void
update_stop (DemSlideFrame *self, gboolean anew)
{
  DemTalk *talk = self->talk;
  DemTalkStop *stop = self->of_audience ? dem_talk_get_audience_stop (talk) : dem_talk_get_stop (talk);
  guint position = self->of_audience ? dem_talk_get_audience_position (talk) : dem_talk_get_position (talk);
  DemBriefing *briefing = dem_talk_get_briefing (talk);
  guint n = dem_briefing_count (briefing);
  /* Translators: the number of a slide, "5 of 11" */
  g_autofree char *number = stop != NULL ? g_strdup_printf (_ ("%u of %u"), position + 1, n) : NULL;

  if (!anew && stop == self->shown)
    return;
  g_set_object (&self->shown, stop);
  dem_slide_view_show (self->slide, stop, number, dem_dossier_get_marking (dem_briefing_get_dossier (briefing)), TRUE);
  dem_slide_marks_set_strokes (self->marks, stop != NULL ? dem_talk_stop_get_strokes (stop) : NULL);
}

static void
on_talk_changed (DemTalk *talk, guint changes, DemSlideFrame *self)
{
  gboolean exploring = self->of_audience ? dem_talk_is_audience_exploring (talk) : dem_talk_is_exploring (talk);
  gboolean trying = !self->of_audience && dem_talk_is_trying (talk);

  g_assert (DEM_IS_SLIDE_FRAME (self));

  dem_slide_view_set_live (self->slide, exploring || trying);
  update_stop (self, (changes & (DEM_TALK_CHANGED_EXPLORE | DEM_TALK_CHANGED_AUDIENCE)) != 0 && !exploring);
  dem_slide_view_set_stage (self->slide,
                            self->of_audience ? dem_talk_get_audience_stage (talk) : dem_talk_get_stage (talk));
  dem_slide_marks_set_tool (self->marks, dem_talk_get_tool (talk));
  if (self->of_audience)
    dem_slide_marks_set_screen (self->marks, dem_talk_get_screen (talk));
  /* Nobody in the room is to see an arrow over a slide; a tool is its own pointer. */
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (self), dem_talk_get_tool (talk) != DEM_TOOL_NONE || (self->of_audience && !exploring) ? "none" : NULL);
}

/* A stop that was drawn on, or edited, is another object. */
static void
on_briefing_changed (DemSlideFrame *self)
{
  update_stop (self, FALSE);
}

/* ---- The pointer ---- */

static void
to_shares (DemSlideFrame *self, double *x, double *y)
{
  *x = CLAMP (*x / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1), 0, 1);
  *y = CLAMP (*y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1), 0, 1);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, DemSlideFrame *self)
{
  g_assert (DEM_IS_SLIDE_FRAME (self));

  to_shares (self, &x, &y);
  g_signal_emit (self, signals[POINTED], 0, x, y);
}

static void
on_leave (GtkEventControllerMotion *motion, DemSlideFrame *self)
{
  g_assert (DEM_IS_SLIDE_FRAME (self));

  g_signal_emit (self, signals[POINTED], 0, NAN, NAN);
}

static gboolean
is_drawing (DemSlideFrame *self)
{
  DemTalkTool tool = dem_talk_get_tool (self->talk);

  return self->shown != NULL && (tool == DEM_TOOL_PEN || tool == DEM_TOOL_ERASER);
}

static void
erase (DemSlideFrame *self, double x, double y)
{
  double aspect = gtk_widget_get_width (GTK_WIDGET (self)) / (double) MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  dem_briefing_erase (dem_talk_get_briefing (self->talk), dem_talk_stop_get_id (self->shown), x, y, DEM_ERASER_RADIUS,
                      aspect);
}

static void
draw_to (DemSlideFrame *self, double x, double y)
{
  to_shares (self, &x, &y);
  if (dem_talk_get_tool (self->talk) == DEM_TOOL_ERASER)
    {
      erase (self, x, y);
      return;
    }
  g_array_append_val (self->stroke, x);
  g_array_append_val (self->stroke, y);
  g_signal_emit (self, signals[DRAWN], 0, self->stroke->len / 2, self->stroke->data);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, DemSlideFrame *self)
{
  g_assert (DEM_IS_SLIDE_FRAME (self));

  if (!is_drawing (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  draw_to (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, DemSlideFrame *self)
{
  double x, y;

  g_assert (DEM_IS_SLIDE_FRAME (self));

  if (is_drawing (self) && gtk_gesture_drag_get_start_point (drag, &x, &y))
    draw_to (self, x + dx, y + dy);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, DemSlideFrame *self)
{
  guint n = self->stroke->len / 2;

  g_assert (DEM_IS_SLIDE_FRAME (self));

  if (n > 0 && self->shown != NULL)
    {
      g_autoptr (DemStroke) stroke
          = dem_stroke_new (DEM_PEN_WIDTH, (const double *) (gpointer) self->stroke->data, n);

      dem_briefing_draw (dem_talk_get_briefing (self->talk), dem_talk_stop_get_id (self->shown), stroke);
    }
  g_array_set_size (self->stroke, 0);
  g_signal_emit (self, signals[DRAWN], 0, 0u, NULL);
}

/* ---- The widget ---- */

static void
listen_to_pointer (DemSlideFrame *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  self->drag = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

static void
dem_slide_frame_dispose (GObject *object)
{
  DemSlideFrame *self = DEM_SLIDE_FRAME (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->stroke, g_array_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (dem_slide_frame_parent_class)->dispose (object);
}

static void
dem_slide_frame_class_init (DemSlideFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_slide_frame_dispose;
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slideframe");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_slide_frame_init (DemSlideFrame *self)
{
  self->stroke = g_array_new (FALSE, FALSE, sizeof (double));
  self->slide = DEM_SLIDE_VIEW (dem_slide_view_new ());
  self->marks = DEM_SLIDE_MARKS (dem_slide_marks_new ());
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->slide));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->marks));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  listen_to_pointer (self);
}

GtkWidget *
dem_slide_frame_new (DemTalk *talk, DemEvaluator *evaluator, gboolean of_audience)
{
  DemSlideFrame *self = g_object_new (DEM_TYPE_SLIDE_FRAME, NULL);

  self->talk = g_object_ref (talk);
  self->of_audience = of_audience;
  dem_slide_view_set_evaluator (self->slide, evaluator);
  dem_slide_view_set_notebook (self->slide, dem_briefing_get_notebook (dem_talk_get_briefing (talk)));
  dem_slide_view_set_focus (self->slide, of_audience ? dem_talk_get_audience_focus (talk) : dem_talk_get_focus (talk));
  g_signal_connect_object (talk, "changed", G_CALLBACK (on_talk_changed), self, 0);
  g_signal_connect_object (dem_talk_get_briefing (talk), "items-changed", G_CALLBACK (on_briefing_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_talk_changed (talk, 0, self);
  return GTK_WIDGET (self);
}

DemSlideView *
dem_slide_frame_get_slide (DemSlideFrame *self)
{
  g_return_val_if_fail (DEM_IS_SLIDE_FRAME (self), NULL);

  return self->slide;
}

DemSlideMarks *
dem_slide_frame_get_marks (DemSlideFrame *self)
{
  g_return_val_if_fail (DEM_IS_SLIDE_FRAME (self), NULL);

  return self->marks;
}
