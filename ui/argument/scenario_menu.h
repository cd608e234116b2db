/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemScenarioMenu: "What if: No scenario ▾". The button that chooses the focus's scenario; not there for a
 * dossier that has none.
 */
#define DEM_TYPE_SCENARIO_MENU (dem_scenario_menu_get_type ())
G_DECLARE_FINAL_TYPE (DemScenarioMenu, dem_scenario_menu, DEM, SCENARIO_MENU, GtkWidget)

void dem_scenario_menu_set_focus (DemScenarioMenu *self, DemFocus *focus);

G_END_DECLS
