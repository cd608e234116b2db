/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/claim_table.h"
#include "ui/argument/claims_selection.h"
#include "ui/common/note_badge.h"

G_BEGIN_DECLS

/* What the table of claims shows in the cell of a column, and how wide it is. */

/* In which order the columns stand at first; narrow windows show the first of them. */
extern const DemColumn dem_claims_columns[DEM_N_COLUMNS];

/* A cell with nothing in it. */
GtkWidget *dem_claims_cell_new (DemColumn column);

/* Shows a claim in a cell. @viewpoint: the actor whose claims stand out, or DEM_NO_INDEX */
void dem_claims_cell_set (GtkWidget *cell, DemColumn column, DemClaimTable *rows, guint32 claim, guint32 viewpoint);

/* Shows in the cell of a claim whether it has notes, and tells. @notebook: (nullable) */
DemNoteMark dem_claims_cell_set_notes (GtkWidget *cell, DemNotebook *notebook, DemClaimTable *rows, guint32 claim);

/* What a screen reader says of a row: the claim in full, then kind, side, who, strength and change. (transfer full) */
char *dem_claims_dup_spoken (DemClaimTable *rows, guint32 claim);

/**
 * dem_claims_dup_rows:
 * @columns: ends with DEM_N_COLUMNS
 *
 * A line of headings and then the rows of a list, all or only the selected, as text parted by tabs; "" when that is none.
 * (transfer full)
 */
char *dem_claims_dup_rows (DemClaimTable *rows, const DemColumn *columns, DemClaimsSelection *selection,
                           gboolean only_selected);

/* Copying, and which columns are shown: the actions `table.copy`, `table.copy-all` and `columns.N`. (transfer full) */
GMenuModel *dem_claims_menu_new (void);

G_END_DECLS
