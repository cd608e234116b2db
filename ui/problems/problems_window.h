/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/base/problem.h"

G_BEGIN_DECLS

/**
 * DemProblemsWindow:
 *
 * The list of what is wrong with a file: for each fault its severity, its place and a sentence. Ctrl+C copies those
 * that are selected as `--check` prints them, Ctrl+W and Escape close.
 *
 * Signal: `item-activated` (string id), when a row that names an item is activated: Enter or a double click.
 */
#define DEM_TYPE_PROBLEMS_WINDOW (dem_problems_window_get_type ())
G_DECLARE_FINAL_TYPE (DemProblemsWindow, dem_problems_window, DEM, PROBLEMS_WINDOW, AdwWindow)

/**
 * dem_problems_window_new:
 * @problems: (element-type DemProblem): copied
 * @name: what the file is called
 */
GtkWidget *dem_problems_window_new (GPtrArray *problems, const char *name);

/* What Copy All puts on the clipboard. (transfer full) */
char *dem_problems_window_dup_text (DemProblemsWindow *self);

G_END_DECLS
