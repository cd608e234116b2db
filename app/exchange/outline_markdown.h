/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/**
 * dem_outline_to_markdown:
 * @evaluation: the strengths to be told
 * @before: those of the same dossier as it is, to compare with; may be the same
 *
 * The argument as an indented list in Markdown (CommonMark): the theses, what speaks for and against each, and the claims
 * that hang under nothing, each with its strength, who says it and what it cites; before the list what strengths are and
 * are not. Whatever the dossier says is text: nothing in it is taken for markup. (transfer full)
 */
char *dem_outline_to_markdown (DemEvaluation *evaluation, DemEvaluation *before);

/* Adds text to Markdown so that all of it is shown as it is, on one line; text that runs from right to left keeps to
 * itself. */
void dem_markdown_add_text (GString *markdown, const char *text);

G_END_DECLS
