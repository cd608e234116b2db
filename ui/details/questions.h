/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/details/details.h"

G_BEGIN_DECLS

/**
 * DemDetailsQuestions: the critical questions of a step as a section, with a count of those that are answered.
 */
#define DEM_TYPE_DETAILS_QUESTIONS (dem_details_questions_get_type ())
G_DECLARE_FINAL_TYPE (DemDetailsQuestions, dem_details_questions, DEM, DETAILS_QUESTIONS, GtkWidget)

/* Adds the section for an inference; of a kind of reasoning that is not known it says so. */
void dem_details_add_questions (const DemDetails *details, guint32 inference);

/* "3 open questions" for a step, or NULL when all are answered or none is known. @notebook is nullable. (transfer full) */
char *dem_details_dup_open_questions (DemNotebook *notebook, const DemInference *inference);

G_END_DECLS
