/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/briefing/briefing.h"

G_BEGIN_DECLS

/**
 * DemStopsWindow:
 *
 * Where a briefing is made: all stops, hidden ones too, and what the chosen one says to the audience and to the speaker. Every
 * change goes to the notebook as it is made; Ctrl+Z takes it back. Stops are moved by dragging, by buttons, or with Alt+Up and
 * Alt+Down.
 *
 * Signal: `present-here` (guint): a talk is to begin at that stop, counted among those that are presented.
 */
#define DEM_TYPE_STOPS_WINDOW (dem_stops_window_get_type ())
G_DECLARE_FINAL_TYPE (DemStopsWindow, dem_stops_window, DEM, STOPS_WINDOW, AdwWindow)

/* @id: (nullable): the stop to begin with */
GtkWidget *dem_stops_window_new (DemDossier *dossier, DemNotebook *notebook, const char *id);

G_END_DECLS
