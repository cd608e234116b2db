/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemQuestionsButton:
 *
 * A question mark, and how many of the critical questions of a step are answered once some are, "2/5": a button that opens
 * them to be answered. It is not shown for a step whose kind of reasoning has none that are known, and keeps up with the notebook.
 */
#define DEM_TYPE_QUESTIONS_BUTTON (dem_questions_button_get_type ())
G_DECLARE_FINAL_TYPE (DemQuestionsButton, dem_questions_button, DEM, QUESTIONS_BUTTON, GtkWidget)

GtkWidget *dem_questions_button_new (void);

/**
 * dem_questions_button_set:
 * @notebook: (nullable): without one, questions can only be read
 * @dossier: (nullable): whose the step is; %NULL for none
 * @inference: index of the step, or %DEM_NO_INDEX for none
 */
void dem_questions_button_set (DemQuestionsButton *self, DemNotebook *notebook, DemDossier *dossier, guint32 inference);

/* Opens the questions; FALSE where there are none. */
gboolean dem_questions_button_open (DemQuestionsButton *self);

G_END_DECLS
