/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ends of the period and of the view, for the keyboard. */

#include <math.h>

#include "app/focus/time_step.h"
#include "ui/timeline/timeline_view_private.h"

#define HANDLE_SIZE 24

static DemPeriod
get_days (DemTimelineView *self, DemTimeHandleKind kind)
{
  DemFocus *focus = dem_timeline_view_get_focus (self);

  return kind <= DEM_HANDLE_PERIOD_END ? dem_focus_get_period (focus) : dem_focus_get_view (focus);
}

static gboolean
is_end (DemTimeHandleKind kind)
{
  return kind == DEM_HANDLE_PERIOD_END || kind == DEM_HANDLE_VIEW_END;
}

void
dem_timeline_view_set_period_end (DemTimelineView *self, DemTimeHandleKind kind, DemDay day)
{
  DemPeriod view = dem_timeline_camera_to_period (&self->camera);
  DemPeriod period = get_days (self, kind);

  if (!dem_day_is_finite (period.first) || !dem_day_is_finite (period.last))
    return;
  if (is_end (kind))
    period.last = CLAMP (day, period.first, MAX (view.last, period.first));
  else
    period.first = CLAMP (day, MIN (view.first, period.last), period.last);
  dem_focus_set_period (dem_timeline_view_get_focus (self), period);
}

static void
set_view_end (DemTimelineView *self, DemTimeHandleKind kind, DemDay day)
{
  DemTimelineCamera camera = self->camera;

  if (is_end (kind))
    camera.last = MAX ((double) day + 1, camera.first + DEM_TIMELINE_SHORTEST);
  else
    camera.first = MIN ((double) day, camera.last - DEM_TIMELINE_SHORTEST);
  dem_timeline_view_set_camera (self, camera);
}

/* A period's last day moves as the day after it does: to the end of a month or year. */
static void
on_step (DemTimeHandle *handle, int by, DemTimelineView *self)
{
  DemTimeHandleKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (handle), "kind"));
  const DemAxis *axis = kind <= DEM_HANDLE_PERIOD_END ? &self->layout.axis : &self->layout.overview;
  DemTimeStep step = dem_time_step_for (dem_axis_pixels_per_day (axis));
  DemPeriod days = get_days (self, kind);
  DemDay day = is_end (kind) ? days.last : days.first;

  if (self->index == NULL || !dem_day_is_finite (day))
    return;
  day = is_end (kind) ? dem_time_step_move (step, day + 1, by) - 1 : dem_time_step_move (step, day, by);
  if (kind <= DEM_HANDLE_PERIOD_END)
    dem_timeline_view_set_period_end (self, kind, day);
  else
    set_view_end (self, kind, day);
}

static void
place_handle (DemTimelineView *self, DemTimeHandleKind kind)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (self));
  DemTimeHandle *handle = DEM_TIME_HANDLE (self->handles[kind]);
  DemPeriod days, span;
  graphene_rect_t bounds;
  graphene_point_t middle;

  if (scene == NULL || !dem_timeline_scene_get_handle (DEM_TIMELINE_SCENE (scene), kind, &bounds))
    {
      dem_time_handle_set_active (handle, FALSE);
      return;
    }
  span = dem_timeline_view_get_span (self);
  days = get_days (self, kind);
  dem_time_handle_set_active (handle, TRUE);
  dem_time_handle_set_day (handle, kind, is_end (kind) ? days.last : days.first, span.first, span.last);
  graphene_rect_get_center (&bounds, &middle);
  gtk_widget_size_allocate (self->handles[kind],
                            &(GtkAllocation){ (int) round (middle.x - HANDLE_SIZE / 2.0),
                                              (int) round (middle.y - HANDLE_SIZE / 2.0), HANDLE_SIZE, HANDLE_SIZE },
                            -1);
}

void
dem_timeline_view_place_handles (DemTimelineView *self)
{
  for (DemTimeHandleKind kind = 0; kind < DEM_N_HANDLES; kind++)
    place_handle (self, kind);
}

void
dem_timeline_view_init_handles (DemTimelineView *self)
{
  for (DemTimeHandleKind kind = 0; kind < DEM_N_HANDLES; kind++)
    {
      self->handles[kind] = g_object_new (DEM_TYPE_TIME_HANDLE, NULL);
      g_object_set_data (G_OBJECT (self->handles[kind]), "kind", GUINT_TO_POINTER (kind));
      g_signal_connect_object (self->handles[kind], "step", G_CALLBACK (on_step), self, 0);
      gtk_widget_set_parent (self->handles[kind], GTK_WIDGET (self));
    }
}

void
dem_timeline_view_clear_handles (DemTimelineView *self)
{
  for (DemTimeHandleKind kind = 0; kind < DEM_N_HANDLES; kind++)
    g_clear_pointer (&self->handles[kind], gtk_widget_unparent);
}
