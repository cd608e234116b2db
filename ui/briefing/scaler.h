/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemScaler:
 *
 * Shows its child enlarged, lines and text alike, as a projector would: the child is as much smaller as it is drawn larger.
 * Pointers reach what they see.
 */
#define DEM_TYPE_SCALER (dem_scaler_get_type ())
G_DECLARE_FINAL_TYPE (DemScaler, dem_scaler, DEM, SCALER, GtkWidget)

GtkWidget *dem_scaler_new (GtkWidget *child);

/* @scale: greater than 0 */
void dem_scaler_set_scale (DemScaler *self, double scale);

G_END_DECLS
