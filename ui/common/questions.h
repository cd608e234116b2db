/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/dossier.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemQuestions:
 *
 * The critical questions of a step of the argument: a heading, how many are answered, and a row for each, which opens into
 * an editor for the answer (see DemQuestionRow). Given the keyboard, it goes to the first question that is open.
 */
#define DEM_TYPE_QUESTIONS (dem_questions_get_type ())
G_DECLARE_FINAL_TYPE (DemQuestions, dem_questions, DEM, QUESTIONS, GtkWidget)

/**
 * dem_questions_new:
 * @notebook: (nullable): without one, questions can only be read
 *
 * Returns: (nullable): %NULL for a step whose kind of reasoning has none that are known
 */
GtkWidget *dem_questions_new (DemNotebook *notebook, const DemInference *inference);

/* How many questions its kind of reasoning asks of a step, and how many are answered. @notebook is nullable. */
guint dem_questions_count (DemNotebook *notebook, const DemInference *inference, guint *n_answered);

/* "3 open questions" for a step, or NULL when all are answered or none is known. @notebook is nullable. (transfer full) */
char *dem_questions_dup_open (DemNotebook *notebook, const DemInference *inference);

/* "Critical questions: 2 of 5 answered", or NULL when none is known. @notebook is nullable. (transfer full) */
char *dem_questions_dup_spoken (DemNotebook *notebook, const DemInference *inference);

G_END_DECLS
