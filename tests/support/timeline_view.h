/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <math.h>

#include "tests/support/fixture.h"
#include "tests/support/settle.h"
#include "ui/common/cursor_voice.h"
#include "ui/timeline/timeline_scene.h"
#include "ui/timeline/timeline_view_private.h"

/* A timeline in a window, and the input that the toolkit would give it. */

#define WIDTH 1020
#define HEIGHT 362

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  GtkWidget *window;
  GtkWidget *view;
  DemTimelineView *timeline; /* the same */
} Fixture;

static inline void
settle (void)
{
  settle_for (16 * 1000);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->view = dem_timeline_view_new ();
  fixture->timeline = DEM_TIMELINE_VIEW (fixture->view);
  gtk_widget_set_size_request (fixture->view, WIDTH, HEIGHT);
  dem_canvas_set_focus (DEM_CANVAS (fixture->view), fixture->focus);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (view);
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static inline DemTimelineScene *
get_scene (Fixture *fixture)
{
  return DEM_TIMELINE_SCENE (dem_canvas_get_scene (DEM_CANVAS (fixture->view)));
}

static inline const DemTimelineLayout *
get_layout (Fixture *fixture)
{
  return dem_timeline_scene_get_layout (get_scene (fixture));
}

static inline DemPeriod
years (gint64 first, gint64 last)
{
  return (DemPeriod){ dem_day_from_date (first, 1, 1), dem_day_from_date (last, 12, 31) };
}

static inline void
set_view (Fixture *fixture, gint64 first, gint64 last)
{
  dem_focus_set_view (fixture->focus, years (first, last));
  settle ();
}

static inline DemDay
get_length (Fixture *fixture)
{
  DemPeriod view = dem_focus_get_view (fixture->focus);

  return view.last - view.first + 1;
}

static inline void
assert_period (DemPeriod period, DemPeriod expected, DemDay tolerance)
{
  g_assert_cmpint (ABS (period.first - expected.first), <=, tolerance);
  g_assert_cmpint (ABS (period.last - expected.last), <=, tolerance);
}

static inline double
overview_y (Fixture *fixture)
{
  return (get_layout (fixture)->overview_top + get_layout (fixture)->overview_bottom) / 2;
}

static inline double
overview_x (Fixture *fixture, gint64 year)
{
  return dem_axis_day_begin (&get_layout (fixture)->overview, dem_day_from_date (year, 1, 1));
}

static inline double
lane_x (Fixture *fixture, gint64 year)
{
  return dem_axis_day_begin (&get_layout (fixture)->axis, dem_day_from_date (year, 1, 1));
}

/* ---- Input as the toolkit would give it ---- */

/* The gesture that pans is in a group with the one that gives it inertia; the view's own stands alone. Only
 * one of them would go on after the press, for the other refuses. */
static inline GtkEventController *
find_drag (Fixture *fixture, gboolean pans)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GList) group = NULL;

      if (G_OBJECT_TYPE (controller) != GTK_TYPE_GESTURE_DRAG)
        continue;
      group = gtk_gesture_get_group (GTK_GESTURE (controller));
      if ((group->next != NULL) == pans)
        return controller; /* the widget owns it */
    }
  g_assert_not_reached ();
}

static inline void
drag_with (GtkEventController *gesture, double x, double y, double by)
{
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", by / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", by, 0.0);
  settle ();
}

static inline void
pan (Fixture *fixture, double x, double y, double by)
{
  drag_with (find_drag (fixture, TRUE), x, y, by);
}

static inline void
drag (Fixture *fixture, double x, double y, double by)
{
  drag_with (find_drag (fixture, FALSE), x, y, by);
}

static inline void
click (Fixture *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller)
          || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
    }
  settle ();
}

/* Finds what a key is bound to and does it. */
static inline void
press (Fixture *fixture, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (!g_str_equal (trigger, key))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->view,
                                        gtk_shortcut_get_arguments (shortcut));
          settle ();
          return;
        }
    }
  g_error ("Nothing is bound to %s", key);
}
