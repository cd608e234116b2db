/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"
#include "app/argument/outline.h"

G_BEGIN_DECLS

/* What stands in a row of the outline, and what a screen reader says of it. All (transfer full). */

/* The whole text of a thesis, the short one of other claims. */
char *dem_outline_dup_text (DemOutline *outline, guint32 node);

/* "level 3, against: Chinese help can be had. Strict sanctions risk collapse": how deep it stands, how it
 * bears on what, and its text. "thesis: …" for a thesis, "level 1, claim: …" for what hangs under nothing. */
char *dem_outline_dup_label (DemOutline *outline, guint32 node);

/**
 * dem_outline_dup_spoken:
 * @evaluation: (nullable)
 * @before: (nullable)
 *
 * The same, with its strength and how many reasons it has: "…, strength 0.65, 2 reasons".
 */
char *
dem_outline_dup_spoken (DemOutline *outline, guint32 node, DemEvaluation *evaluation, DemEvaluation *before);

/* The heading above a node ("Reasons for"); NULL where none begins. Static. */
const char *dem_outline_get_heading (DemOutline *outline, guint32 node);

G_END_DECLS
