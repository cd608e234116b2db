/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemWindow:
 *
 * A window on one dossier: opens it, watches its file, and says what is wrong with it. Whatever does not open leaves
 * what was open.
 */
#define DEM_TYPE_WINDOW (dem_window_get_type ())
G_DECLARE_FINAL_TYPE (DemWindow, dem_window, DEM, WINDOW, AdwApplicationWindow)

DemWindow *dem_window_new (GtkApplication *application);

/* What the window looks at; lives as long as the window. (transfer none) */
DemFocus *dem_window_get_focus (DemWindow *self);

/* Reads a file in the background and shows it, or says why not. */
void dem_window_open (DemWindow *self, GFile *file);

/* Shows what a window without a dossier shows. */
void dem_window_show_empty (DemWindow *self);

/* Nothing is open, and nothing is being opened. */
gboolean dem_window_is_free (DemWindow *self);

/* Puts what is typed and not kept yet into the notebook. */
void dem_window_keep_notes (DemWindow *self);

G_END_DECLS
