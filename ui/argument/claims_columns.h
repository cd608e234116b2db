/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/claim_table.h"

G_BEGIN_DECLS

/* What the table of claims shows in the cell of a column, and how wide it is. */

/* In which order the columns stand at first; narrow windows show the first of them. */
extern const DemColumn dem_claims_columns[DEM_N_COLUMNS];

/* A cell with nothing in it. */
GtkWidget *dem_claims_cell_new (DemColumn column);

/* Shows a claim in a cell. */
void dem_claims_cell_set (GtkWidget *cell, DemColumn column, DemClaimTable *rows, guint32 claim);

/* What a screen reader says of a row: the claim in full, then kind, side, who, strength and change. (transfer full) */
char *dem_claims_dup_spoken (DemClaimTable *rows, guint32 claim);

G_END_DECLS
