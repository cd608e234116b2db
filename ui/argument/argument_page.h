/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemArgumentPage:
 *
 * The argument as an outline with strengths: the thesis on a card, its reasons for and against nested
 * beneath; in a what-if above it how the thesis stands then; in its place, when asked for, what the thesis
 * hangs on; and at the foot the choice of a scenario. The list is virtual: it makes widgets for what is on
 * screen.
 *
 * Up and Down move, Right unfolds or enters, Left folds or goes to what a claim stands under, Enter and Space
 * select, Ctrl+Enter and Ctrl+Space add to the selection, Tab goes to a row's links, A, D, R and 0 judge, E
 * explains, Q opens the critical questions of a step. What is selected elsewhere is unfolded and scrolled to.
 *
 * While somebody's claims stand out (the focus's viewpoint) they are unfolded, and with `only-viewpoint` what does
 * not lead to any of them is left out and counted.
 *
 * Property: `only-viewpoint` (boolean). Actions: `argument.reset-all`, `argument.only-viewpoint`, `argument.help`.
 */
#define DEM_TYPE_ARGUMENT_PAGE (dem_argument_page_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentPage, dem_argument_page, DEM, ARGUMENT_PAGE, GtkWidget)

GtkWidget *dem_argument_page_new (void);

/* Each is nullable; without an evaluator there are no strengths, without a notebook nothing can be judged. */
void dem_argument_page_set_focus (DemArgumentPage *self, DemFocus *focus);
void dem_argument_page_set_evaluator (DemArgumentPage *self, DemEvaluator *evaluator);
void dem_argument_page_set_notebook (DemArgumentPage *self, DemNotebook *notebook);

G_END_DECLS
