/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/pins.h"
#include "app/notebook/undo.h"

G_BEGIN_DECLS

/**
 * DemNotebook:
 *
 * What a reader adds to a dossier: where actors stand in the network. One for each dossier, shared by all
 * windows that show it, with one stack of what can be undone. It lives in memory.
 *
 * Signal: `changed`, once for each verb, undo or redo that changed something.
 */
#define DEM_TYPE_NOTEBOOK (dem_notebook_get_type ())
G_DECLARE_FINAL_TYPE (DemNotebook, dem_notebook, DEM, NOTEBOOK, GObject)

/* The notebook of the dossier with an id: the one that is open already, else a new one. For the main thread.
 * (transfer full) */
DemNotebook *dem_notebook_open (const char *dossier_id);

const char *dem_notebook_get_dossier_id (DemNotebook *self);

/* (transfer none) */
DemUndo *dem_notebook_get_undo (DemNotebook *self);

/* Where a pinned actor is, in the network's pixels; FALSE when it is not pinned. @x and @y are nullable. */
gboolean dem_notebook_get_pin (DemNotebook *self, const char *actor, double *x, double *y);
guint dem_notebook_count_pins (DemNotebook *self);

/* Verbs, each one step to undo; silent when they change nothing. Coordinates are finite. */
void dem_notebook_pin (DemNotebook *self, const char *actor, double x, double y);
void dem_notebook_unpin (DemNotebook *self, const char *actor);
void dem_notebook_unpin_all (DemNotebook *self);

G_END_DECLS
