/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemExplanation:
 *
 * Why a claim or a step is as strong as it is: in words first, then each reason with its part in it, most
 * first; what it was before a what-if; for claims also the starting value, which can be set there, with why
 * the maker chose it; and the way to what strength is and is not. It follows the evaluator.
 */
#define DEM_TYPE_EXPLANATION (dem_explanation_get_type ())
G_DECLARE_FINAL_TYPE (DemExplanation, dem_explanation, DEM, EXPLANATION, GtkWidget)

/* @evaluator and @notebook are nullable: without them nothing is told, or set. */
GtkWidget *dem_explanation_new (DemFocus *focus, DemEvaluator *evaluator, DemNotebook *notebook, DemRef ref);

/* A popover around one. (transfer floating) */
GtkWidget *dem_explanation_wrap (GtkWidget *explanation);

G_END_DECLS
