/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

/* Scrolling through more bands than have room. */

static DemBands *
get_bands (DemTimelineView *self)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (self));

  return scene != NULL ? dem_timeline_scene_get_bands (DEM_TIMELINE_SCENE (scene)) : NULL;
}

gboolean
dem_timeline_view_scroll_bands (DemTimelineView *self, int by)
{
  DemBands *bands = get_bands (self);
  int hidden, first;

  if (bands == NULL)
    return FALSE;
  hidden = (int) dem_bands_count_hidden (bands);
  first = (int) dem_bands_get_first (bands);
  by = CLAMP (first + by, 0, hidden) - first;
  if (by == 0)
    return FALSE;
  self->first_band = (guint) (first + by);
  dem_canvas_invalidate (DEM_CANVAS (self));
  return TRUE;
}

static int
find_pair (DemBands *bands, DemRef pair)
{
  for (guint i = 0; i < dem_bands_count (bands); i++)
    if (dem_ref_equal (dem_bands_get_pair (bands, i), pair))
      return (int) i;
  return -1;
}

/* A pair that has been scrolled away was alone in the row, and so its neighbour is. */
gboolean
dem_timeline_view_step_folded (DemTimelineView *self, int by)
{
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));

  if (cursor.kind != DEM_KIND_PAIR || get_bands (self) == NULL || !self->layout.folded)
    return FALSE;
  do
    {
      DemBands *bands = get_bands (self);
      int at = find_pair (bands, cursor), n = (int) dem_bands_count (bands);
      int next = at >= 0 ? at + by : by > 0 ? 0 : n - 1;

      if (next >= 0 && next < n)
        {
          dem_canvas_set_cursor (DEM_CANVAS (self), dem_bands_get_pair (bands, (guint) next));
          return TRUE;
        }
    }
  while (dem_timeline_view_scroll_bands (self, by));
  return FALSE;
}

static gboolean
is_over_names (DemTimelineView *self)
{
  double x = dem_timeline_view_is_mirrored (self) ? self->layout.width - self->band_pointer_x : self->band_pointer_x;

  return x < self->layout.left && self->band_pointer_y >= self->layout.bands_top
         && self->band_pointer_y < self->layout.overview_top;
}

static void
on_pointer_moved (GtkEventControllerMotion *motion, double x, double y, DemTimelineView *self)
{
  self->band_pointer_x = x;
  self->band_pointer_y = y;
}

/* A touchpad turns by parts of a band, which add up. */
static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, DemTimelineView *self)
{
  gboolean over_groups = dem_timeline_view_is_over_groups (self, self->band_pointer_x, self->band_pointer_y);
  int by;

  if (!over_groups && !is_over_names (self))
    return GDK_EVENT_PROPAGATE;
  self->band_rest += dy;
  by = (int) self->band_rest;
  self->band_rest -= by;
  if (over_groups)
    dem_timeline_view_scroll_groups (self, by);
  else
    dem_timeline_view_scroll_bands (self, by);
  return GDK_EVENT_STOP;
}

void
dem_timeline_view_init_bands (DemTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointer_moved), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  /* Before the wheel zooms. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
