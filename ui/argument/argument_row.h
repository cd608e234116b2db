/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/bounds.h"
#include "app/argument/evaluation.h"
#include "app/argument/outline_list.h"
#include "app/focus/relevance.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemArgumentRowInput: what rows are filled from; all borrowed.
 * @list: with an outline
 * @evaluation: (nullable): of the outline's dossier
 * @before: (nullable): what to compare with
 * @notebook: (nullable): without one nothing can be judged
 * @band: between what the thesis lies; DEM_BOUNDS_NONE while unknown
 */
typedef struct
{
  DemFocus *focus;
  DemOutlineList *list;
  DemEvaluation *evaluation;
  DemEvaluation *before;
  DemNotebook *notebook;
  DemBounds band;
} DemArgumentRowInput;

/**
 * DemArgumentRow:
 *
 * A row of the outline: heading of its section where one begins, sign, the claim's short text, and beneath it
 * its strength, who says it, links to what it cites, how many of the critical questions of its step are
 * answered, how many reasons are folded, and at the end whether the reader accepts, doubts or rejects it.
 *
 * It never takes the keyboard focus itself: the list's own item does, and so a screen reader hears the label
 * that is put there (see dem_outline_dup_spoken()). Tab goes from the item to what is in the row.
 *
 * Signals: `fold` when the triangle is clicked; `follow` when a reference asks to be followed to the place
 * where the claim's reasons stand; `judged` (double strength) as of DemCredenceToggles; `explain`
 * (GtkMenuButton) as of DemStrengthLine.
 */
#define DEM_TYPE_ARGUMENT_ROW (dem_argument_row_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentRow, dem_argument_row, DEM, ARGUMENT_ROW, GtkWidget)

GtkWidget *dem_argument_row_new (void);

/* Shows what stands at a position of the list. */
void dem_argument_row_set (DemArgumentRow *self, const DemArgumentRowInput *input, guint position);

/* The same when only strengths and judgements have changed since. */
void dem_argument_row_update (DemArgumentRow *self, const DemArgumentRowInput *input);

/* The same when only answers to critical questions may have changed. */
void dem_argument_row_update_asked (DemArgumentRow *self, const DemArgumentRowInput *input);

guint dem_argument_row_get_position (DemArgumentRow *self);

/* Opens what explains its strength. */
void dem_argument_row_explain (DemArgumentRow *self);

/* Opens the critical questions of the step from it to what it stands under; FALSE where there are none. */
gboolean dem_argument_row_ask (DemArgumentRow *self);

G_END_DECLS
