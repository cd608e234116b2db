/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/details/details.h"

G_BEGIN_DECLS

/* A row of a boxed list that shows an item of any kind, each in its own way; activating it is the list's
 * matter. */
#define DEM_TYPE_DETAILS_ROW (dem_details_row_get_type ())
G_DECLARE_FINAL_TYPE (DemDetailsRow, dem_details_row, DEM, DETAILS_ROW, GtkListBoxRow)

GtkWidget *dem_details_row_new (const DemDetails *details, const DemDetailsEntry *entry);

/* What the row selects. */
DemRef dem_details_row_get_ref (DemDetailsRow *self);

G_END_DECLS
