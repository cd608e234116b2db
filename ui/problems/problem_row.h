/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/base/problem.h"

G_BEGIN_DECLS

/**
 * DemProblemRow: one problem as a row of a list: a sign for its severity, a sentence, and where it is.
 */
#define DEM_TYPE_PROBLEM_ROW (dem_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (DemProblemRow, dem_problem_row, DEM, PROBLEM_ROW, GtkWidget)

GtkWidget *dem_problem_row_new (void);
void dem_problem_row_show (DemProblemRow *self, const DemProblem *problem);

G_END_DECLS
