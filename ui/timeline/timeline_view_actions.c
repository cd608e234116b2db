/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

#include <math.h>

#define ZOOM_STEP 1.5
#define MOVE_STEP 0.1 /* of what is moved */

/* What keys and buttons do. */

static void
zoom_by (DemTimelineView *self, double factor)
{
  if (self->index != NULL)
    dem_timeline_view_set_camera (self, dem_timeline_camera_zoom (self->camera, factor,
                                                                  dem_timeline_camera_middle (&self->camera),
                                                                  dem_timeline_view_get_span (self)));
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (DEM_TIMELINE_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (DEM_TIMELINE_VIEW (widget), 1 / ZOOM_STEP);
}

static void
fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);

  if (self->index != NULL)
    dem_timeline_view_set_camera (
        self, dem_timeline_camera_for (dem_timeline_view_get_span (self), dem_timeline_view_get_span (self)));
}

static void
move_cursor (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemCanvas *canvas = DEM_CANVAS (widget);
  DemCursorMove move = (DemCursorMove) g_variant_get_int32 (parameter);
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  int by = move == DEM_CURSOR_DOWN ? 1 : move == DEM_CURSOR_UP ? -1 : 0;
  int aside = move == DEM_CURSOR_RIGHT ? 1 : move == DEM_CURSOR_LEFT ? -1 : 0;

  if (dem_timeline_view_step_lane (self, move))
    return;
  if (aside != 0 && dem_timeline_view_step_folded (self, dem_timeline_view_is_mirrored (self) ? -aside : aside))
    return;
  /* Below the last band there are others. */
  if (!dem_canvas_move_cursor (canvas, move) && by != 0 && !self->layout.folded
      && dem_timeline_view_scroll_bands (self, by))
    dem_canvas_move_cursor (canvas, move);
}

static void
scroll_bands (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  int pages = g_variant_get_int32 (parameter);

  if (dem_canvas_get_cursor (DEM_CANVAS (self)).kind == DEM_KIND_EVENT && dem_timeline_view_scroll_groups (self, pages))
    return;
  dem_timeline_view_scroll_bands (self, pages * ((int) MAX (self->layout.bands, 2) - 1));
}

/* Moves the period, and the view along with it; or the view alone while they are one. */
static void
move_period (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  int direction = g_variant_get_int32 (parameter) * (dem_timeline_view_is_mirrored (self) ? -1 : 1);
  DemFocus *focus = dem_timeline_view_get_focus (self);
  DemPeriod period;
  DemDay by;

  if (self->index == NULL)
    return;
  period = dem_focus_get_period (focus);
  if (dem_focus_period_is_linked (focus) || !dem_day_is_finite (period.first)
      || !dem_day_is_finite (period.last))
    {
      dem_timeline_view_set_camera (
          self, dem_timeline_camera_move (self->camera, direction * MOVE_STEP
                                                            * dem_timeline_camera_length (&self->camera)));
      return;
    }
  by = direction * (DemDay) ceil (MOVE_STEP * (double) (period.last - period.first + 1));
  period = (DemPeriod){ period.first + by, period.last + by };
  if (period.first < self->view.first || period.last > self->view.last)
    dem_timeline_view_set_camera (self, dem_timeline_camera_move (self->camera, (double) by));
  dem_focus_set_period (focus, period);
}

/* The event from which the next and the previous are counted: the cursor's, else the edge of the view. */
static int
find_next_event (DemTimelineView *self, int direction)
{
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  int at = cursor.kind == DEM_KIND_EVENT ? dem_timeline_index_find (self->index, cursor.index) : -1;

  if (at >= 0)
    return at + direction;
  return direction > 0 ? (int) dem_timeline_index_count_before (self->index, self->view.first)
                       : (int) dem_timeline_index_count_before (self->index, self->view.last + 1) - 1;
}

/* Moves the camera so that an event can be seen, without zooming. */
static void
bring_into_view (DemTimelineView *self, const DemTimelineEvent *event)
{
  double day = (double) (dem_day_is_finite (event->start) ? event->start : event->end);

  if (!dem_day_is_finite (event->start) || (day >= self->camera.first && day < self->camera.last))
    return;
  dem_timeline_view_set_camera (
      self, dem_timeline_camera_move (self->camera, day - dem_timeline_camera_middle (&self->camera)));
}

static void
step_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  const DemTimelineEvent *event;
  int at;

  if (self->index == NULL)
    return;
  at = find_next_event (self, g_variant_get_int32 (parameter));
  if (at < 0 || at >= (int) self->index->events->len)
    return;
  event = &g_array_index (self->index->events, DemTimelineEvent, at);
  bring_into_view (self, event);
  dem_timeline_view_show_group_of (self, DEM_REF (EVENT, event->event));
  dem_canvas_set_cursor (DEM_CANVAS (self), DEM_REF (EVENT, event->event));
}

static void
bind_keys (GtkWidgetClass *widget_class,
           guint keyval,
           guint keypad,
           GdkModifierType modifiers,
           const char *action,
           int argument)
{
  gtk_widget_class_add_binding_action (widget_class, keyval, modifiers, action, "i", argument);
  gtk_widget_class_add_binding_action (widget_class, keypad, modifiers, action, "i", argument);
}

void
dem_timeline_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "timeline.zoom-out", NULL);
  /* The menu shows the last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0, "timeline.fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "timeline.fit", NULL);

  /* timeline.cursor (i): a DemCursorMove. timeline.move (i), timeline.step (i): back or forward. */
  gtk_widget_class_install_action (widget_class, "timeline.cursor", "i", move_cursor);
  gtk_widget_class_install_action (widget_class, "timeline.move", "i", move_period);
  gtk_widget_class_install_action (widget_class, "timeline.step", "i", step_event);
  /* timeline.bands (i): pages back or forward; of groups while the cursor is on an event. */
  gtk_widget_class_install_action (widget_class, "timeline.bands", "i", scroll_bands);
  bind_keys (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, "timeline.bands", -1);
  bind_keys (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, "timeline.bands", 1);
  bind_keys (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, "timeline.cursor", DEM_CURSOR_LEFT);
  bind_keys (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, "timeline.cursor", DEM_CURSOR_RIGHT);
  bind_keys (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, "timeline.cursor", DEM_CURSOR_UP);
  bind_keys (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, "timeline.cursor", DEM_CURSOR_DOWN);
  bind_keys (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_SHIFT_MASK, "timeline.move", -1);
  bind_keys (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_SHIFT_MASK, "timeline.move", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, 0, "timeline.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, 0, "timeline.step", "i", 1);
}
