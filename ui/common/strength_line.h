/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemStrengthLine:
 *
 * How strong a claim or a step is: a bar and a number, "0.56 → 0.30" where a what-if has changed it, and who
 * has set it or why there is no one number. The number is a button that asks why.
 *
 * Signal: `explain` (GtkMenuButton button), which is about to show a popover and shows none unless the
 * handler sets one.
 *
 * CSS: node `strength`.
 */
#define DEM_TYPE_STRENGTH_LINE (dem_strength_line_get_type ())
G_DECLARE_FINAL_TYPE (DemStrengthLine, dem_strength_line, DEM, STRENGTH_LINE, GtkWidget)

/* With a bar of a width in pixels. */
GtkWidget *dem_strength_line_new (int bar_width);
void dem_strength_line_set_bar_width (DemStrengthLine *self, int width);

/**
 * dem_strength_line_set:
 * @evaluation: (nullable): nothing is shown without
 * @before: (nullable): what to compare with; of the same dossier
 *
 * Shows a strength. The bar moves when it is of the same item as before, else it jumps.
 */
void
dem_strength_line_set (DemStrengthLine *self, DemEvaluation *evaluation, DemEvaluation *before, DemRef ref);

/**
 * dem_strength_line_follow:
 * @notebook: (nullable)
 *
 * Shows the strength of an item of the dossier in focus, now and after each change, and explains it when asked, so that
 * nobody else need listen.
 */
void dem_strength_line_follow (
    DemStrengthLine *self, DemFocus *focus, DemEvaluator *evaluator, DemNotebook *notebook, DemRef ref);

/* Between what it lies with a little other starting values: shown under the bar. Cleared when the item
 * becomes another. */
void dem_strength_line_set_band (DemStrengthLine *self, DemBounds band);

/* Opens what explains the number, as a click on it does. */
void dem_strength_line_explain (DemStrengthLine *self);

G_END_DECLS
