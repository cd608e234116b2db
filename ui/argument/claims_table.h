/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemClaimsTable:
 *
 * Every claim that exists in the scenario as a row: its kind, its side, who asserts it, how strong it is now and was before,
 * on whose word, where it is cited, what actors and events it is about. A click on a heading sorts, the bar above filters.
 * What is selected in the focus is selected here and the other way round; what has nothing to do with it is dimmed.
 *
 * Keys: arrows move without selecting, Shift and arrows select on the way, Enter or Space selects, Ctrl+Space adds or takes
 * away, Ctrl+A selects all that is shown, Ctrl+C copies the selected rows as text parted by tabs.
 *
 * Actions: `table.copy`, `table.copy-all`, `table.clear-filter`.
 */
#define DEM_TYPE_CLAIMS_TABLE (dem_claims_table_get_type ())
G_DECLARE_FINAL_TYPE (DemClaimsTable, dem_claims_table, DEM, CLAIMS_TABLE, GtkWidget)

GtkWidget *dem_claims_table_new (void);

/* Both are nullable. Without an evaluator strengths are those of the focus's scenario. */
void dem_claims_table_set_focus (DemClaimsTable *self, DemFocus *focus);
void dem_claims_table_set_evaluator (DemClaimsTable *self, DemEvaluator *evaluator);

/* Whose notes are marked. (nullable) */
void dem_claims_table_set_notebook (DemClaimsTable *self, DemNotebook *notebook);

/* What Copy puts on the clipboard: a line of headings, then those of the rows that are shown, all or only the selected; ""
 * when that is none. (transfer full) */
char *dem_claims_table_dup_text (DemClaimsTable *self, gboolean only_selected);

/* How many rows are shown. */
guint dem_claims_table_count (DemClaimsTable *self);

G_END_DECLS
