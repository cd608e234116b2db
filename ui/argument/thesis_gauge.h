/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemThesisGauge:
 *
 * How the thesis stands: the scenario it is seen in, a bar with the range of its strength and what it was
 * before, what that range means in words, how much was assumed and has changed, and a way to take back what
 * the reader assumed.
 *
 * Property: `news` (string, nullable, read-only): what has become of the thesis by the last change, for a
 * screen reader.
 */
#define DEM_TYPE_THESIS_GAUGE (dem_thesis_gauge_get_type ())
G_DECLARE_FINAL_TYPE (DemThesisGauge, dem_thesis_gauge, DEM, THESIS_GAUGE, GtkWidget)

/* Each is nullable. */
void dem_thesis_gauge_set_focus (DemThesisGauge *self, DemFocus *focus);
void dem_thesis_gauge_set_evaluator (DemThesisGauge *self, DemEvaluator *evaluator);
void dem_thesis_gauge_set_notebook (DemThesisGauge *self, DemNotebook *notebook);

/* What a range means, as a sentence: whether the thesis stands (0.5 or more) in all of it. Static,
 * translated. */
const char *dem_thesis_get_verdict (DemBounds band);

G_END_DECLS
