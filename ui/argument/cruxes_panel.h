/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemCruxesPanel:
 *
 * What the thesis hangs on: lists of claims in words first ("The thesis stands unless one of these is
 * false"), each with how far the thesis moves, then whole sources. What hardly matters is folded. A click
 * selects.
 *
 * Signal: `visited` when a row has been activated and selected.
 */
#define DEM_TYPE_CRUXES_PANEL (dem_cruxes_panel_get_type ())
G_DECLARE_FINAL_TYPE (DemCruxesPanel, dem_cruxes_panel, DEM, CRUXES_PANEL, GtkWidget)

/* Each is nullable. */
void dem_cruxes_panel_set_focus (DemCruxesPanel *self, DemFocus *focus);
void dem_cruxes_panel_set_evaluator (DemCruxesPanel *self, DemEvaluator *evaluator);

G_END_DECLS
