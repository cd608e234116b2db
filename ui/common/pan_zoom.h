/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemPanZoom:
 *
 * The gestures of a picture that can be moved and zoomed: drag with inertia, wheel and touchpad, pinch. It turns input
 * into two signals and knows nothing of what is moved.
 *
 * Signals: `pan` (double dx, double dy): the picture moves by that many pixels. `zoom` (double factor, double x, double
 * y): it grows by a factor around a point of the widget. `drag-begin` (double x, double y, GdkModifierType modifiers) →
 * gboolean: TRUE refuses the drag, so that somebody else may have it.
 */
#define DEM_TYPE_PAN_ZOOM (dem_pan_zoom_get_type ())
G_DECLARE_FINAL_TYPE (DemPanZoom, dem_pan_zoom, DEM, PAN_ZOOM, GObject)

/* Adds the gestures to a widget, which must outlive it. */
DemPanZoom *dem_pan_zoom_new (GtkWidget *widget);

/* Ends inertia at once. */
void dem_pan_zoom_stop (DemPanZoom *self);

G_END_DECLS
