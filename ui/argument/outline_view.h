/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemOutlineView:
 *
 * The outline as a list with the keyboard's ways through it: Right unfolds and enters, Left folds and leaves,
 * Ctrl+Enter adds to the selection; A, D, R accept, doubt and reject the claim of the focused row, 0 gives it
 * back to its reasons, E explains its strength.
 *
 * Signal: `explain` (guint claim, GtkMenuButton button): a number asks to be explained by a popover of the
 * button.
 */
#define DEM_TYPE_OUTLINE_VIEW (dem_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (DemOutlineView, dem_outline_view, DEM, OUTLINE_VIEW, GtkWidget)

/* Each is nullable. */
void dem_outline_view_set_focus (DemOutlineView *self, DemFocus *focus);
void dem_outline_view_set_evaluator (DemOutlineView *self, DemEvaluator *evaluator);
void dem_outline_view_set_notebook (DemOutlineView *self, DemNotebook *notebook);

/* Whether there are any rows. */
gboolean dem_outline_view_is_empty (DemOutlineView *self);

/* Lets a screen reader that listens to the focused row hear what became of the thesis; NULL for nothing. FALSE when no row has
 * the keyboard. */
gboolean dem_outline_view_set_news (DemOutlineView *self, const char *news);

/* Whether, while somebody's claims stand out, what does not lead to any of them is left out. */
void dem_outline_view_set_only_viewpoint (DemOutlineView *self, gboolean only);

/* How many claims that leaves out now. */
guint dem_outline_view_count_left_out (DemOutlineView *self);

G_END_DECLS
