/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/base/day.h"

G_BEGIN_DECLS

/**
 * DemTimeHandle:
 *
 * The end of a period or of the view for the keyboard and a screen reader. The handle itself is drawn by the scene and
 * dragged by the view; this stands where it is and shows that it has the keyboard. Left and right, Page Up and Page Down
 * ask for another day.
 *
 * Signal: `step` (int by): so many steps, negative to earlier days.
 *
 * Accessibility: role SLIDER, labelled with what it is and the day.
 */
#define DEM_TYPE_TIME_HANDLE (dem_time_handle_get_type ())
G_DECLARE_FINAL_TYPE (DemTimeHandle, dem_time_handle, DEM, TIME_HANDLE, GtkWidget)

typedef enum
{
  DEM_HANDLE_PERIOD_BEGIN,
  DEM_HANDLE_PERIOD_END,
  DEM_HANDLE_VIEW_BEGIN,
  DEM_HANDLE_VIEW_END,
  DEM_N_HANDLES,
} DemTimeHandleKind;

/* What it is now, and the range of its days. */
void dem_time_handle_set_day (DemTimeHandle *self, DemTimeHandleKind kind, DemDay day, DemDay first, DemDay last);

/* What is heard of it. */
const char *dem_time_handle_get_label (DemTimeHandle *self);

/* Whether it can be reached. */
void dem_time_handle_set_active (DemTimeHandle *self, gboolean active);

G_END_DECLS
