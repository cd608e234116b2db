/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemSearchRow: something that was found, as a row of a list: what it is called, of what kind it is, and where in its
 * texts the words are that its name does not have. The words stand out.
 *
 * CSS: node `hit`.
 */
#define DEM_TYPE_SEARCH_ROW (dem_search_row_get_type ())
G_DECLARE_FINAL_TYPE (DemSearchRow, dem_search_row, DEM, SEARCH_ROW, GtkWidget)

GtkWidget *dem_search_row_new (void);
void dem_search_row_show (DemSearchRow *self, DemDossier *dossier, DemRef ref, const char *query);

G_END_DECLS
