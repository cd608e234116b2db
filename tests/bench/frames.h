/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * Frames: what it costs to move a view.
 *
 * A widget is shown in a window without a frame of its own and moved once a frame. Told apart are its
 * snapshot (our work), all that the main thread does for a frame (GTK's own work and the painting included),
 * and how many frames a screen of 60 Hz would have missed: those that began more than one and a half intervals
 * after the one before, or took more than one to paint. Count them under tests/support/with-compositor: on Xvfb
 * even a window of one colour comes late.
 */
typedef struct
{
  guint n_frames;
  double work_p50, work_p95, work_max; /* milliseconds of this thread in the window's layout and the widget's snapshot */
  double cpu_p50, cpu_p95; /* milliseconds of the main thread from frame to frame, whoever else runs */
  double interval_p50, interval_p95; /* milliseconds from frame to frame */
  double missed_percent;
} Frames;

/* Moves the view for the frame @frame of @n_frames. */
typedef void (*FramesStep) (GtkWidget *widget, guint frame, guint n_frames, gpointer data);

/* Takes the widget (floating). Frames of the warm-up are left out of the figures. */
Frames
frames_measure (GtkWidget *widget, int width, int height, guint n_frames, FramesStep step, gpointer data);

/* The same for a widget of one colour that changes with every frame: the least that a window of this size
 * costs here. */
Frames frames_measure_flat (int width, int height, guint n_frames);

/* One line of JSON: the figures, and those of the flat window beside them. @what: further members, or "". */
void frames_print (const char *bench, const char *what, const Frames *frames, const Frames *flat);
