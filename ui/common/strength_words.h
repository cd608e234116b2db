/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/* How strengths are written and spoken, everywhere alike. Strings are translated; dup'ed ones (transfer
 * full). */

/* "0.56"; "0.20–0.45" when undecided because of dates; "unsettled"; "–" when it does not exist. */
char *dem_strength_dup_text (DemStrength strength);

/* Whether two would not be written alike: what counts as a change. */
gboolean dem_strength_differs (DemStrength a, DemStrength b);

/* What a bar shows of it: the middle when undecided, nothing when there is no number. */
double dem_strength_get_bar (DemStrength strength);

/* "set by you", "set by the scenario"; NULL for nobody. Static. */
const char *dem_setter_get_words (DemSetter setter);

/**
 * dem_strength_dup_spoken:
 * @before: (nullable): what to compare with
 *
 * "strength 0.30, was 0.56, set by you" of a claim or an inference.
 */
char *dem_strength_dup_spoken (DemEvaluation *evaluation, DemEvaluation *before, DemRef ref);

/* The dates that leave a claim or an inference undecided, a sentence each; NULL when it is not undecided. */
char *dem_strength_dup_dates (DemEvaluation *evaluation, DemRef ref);

/* How many claims are not written as they are in @before. */
guint dem_strength_count_changes (DemEvaluation *evaluation, DemEvaluation *before);

G_END_DECLS
