/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/explain.h"

G_BEGIN_DECLS

/* The sentences of an explanation; see explanation.h. All (transfer full), translated. */

/* Why it is as strong as it is: "Its reasons for it outweigh those against it: from 0.10 to 0.56." */
char *dem_explanation_dup_words (DemEvaluation *evaluation, DemRef ref);

/* What a part does, in words without a number: "adds much". Static. */
const char *dem_part_get_words (const DemPart *part);

/* "+0.23"; "–" for what is no number. */
char *dem_part_dup_number (double part);

/* What a part is called: the labels of a step's premises, or of a claim. */
char *dem_part_dup_name (DemDossier *dossier, const DemPart *part);

/* Where a claim's starting value comes from: "the maker’s", "by default"…, with why. (nullable) */
char *dem_start_dup_words (DemEvaluation *evaluation, guint32 claim);

G_END_DECLS
