/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemQuestionRow:
 *
 * A critical question and the reader's answer to it. Activating the row opens an editor in place of the answer; what is
 * typed goes into the notebook a second after the last key, when the editor loses the keyboard, with Ctrl+Enter and with
 * Escape, which both close it, and when the row goes away. So nothing typed is lost, and each pause is a step to undo.
 */
#define DEM_TYPE_QUESTION_ROW (dem_question_row_get_type ())
G_DECLARE_FINAL_TYPE (DemQuestionRow, dem_question_row, DEM, QUESTION_ROW, GtkListBoxRow)

/**
 * dem_question_row_new:
 * @notebook: (nullable): without one, questions can only be read
 * @inference: id of the step
 * @number: of the question, from 1
 */
GtkWidget *dem_question_row_new (DemNotebook *notebook, const char *inference, guint number, const char *question);

/* Opens the editor. */
void dem_question_row_edit (DemQuestionRow *self);

G_END_DECLS
