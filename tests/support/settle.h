/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Waiting for what was asked for to be on the screen, however slow the machine is. */

#define MOST_WAITED (10 * G_USEC_PER_SEC)

static inline void
iterate_for (gint64 microseconds)
{
  for (gint64 end = g_get_monotonic_time () + microseconds; g_get_monotonic_time () < end; g_usleep (2000))
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

/* Two whole frames: the first may be under way already, with the old state. */
static inline void
wait_for_frames (GdkFrameClock *clock)
{
  gint64 end = g_get_monotonic_time () + MOST_WAITED;
  gint64 last = gdk_frame_clock_get_frame_counter (clock) + 2;

  while (gdk_frame_clock_get_frame_counter (clock) < last && g_get_monotonic_time () < end)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* Lets time pass, in microseconds, and then every window draw. */
static inline void
settle_for (gint64 microseconds)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  iterate_for (microseconds);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      g_autoptr (GdkFrameClock) clock = NULL;

      if (gtk_widget_get_mapped (window))
        g_set_object (&clock, gtk_widget_get_frame_clock (window));
      if (clock != NULL)
        wait_for_frames (clock);
    }
}
