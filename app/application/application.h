/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DemApplication:
 *
 * One process, several windows, each on a dossier. What the command line can do without a display it does before
 * anything is set up for one.
 */
#define DEM_TYPE_APPLICATION (dem_application_get_type ())
G_DECLARE_FINAL_TYPE (DemApplication, dem_application, DEM, APPLICATION, AdwApplication)

DemApplication *dem_application_new (void);

G_END_DECLS
