/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluation.h"

G_BEGIN_DECLS

/**
 * dem_claims_to_csv:
 * @evaluation: the strengths to be told
 * @before: those of the same dossier as it is, to compare with; may be the same
 *
 * Every claim of a dossier as a line of comma-separated values, see csv.h; claims that do not exist in the scenario have
 * the status "absent" and no strength. The first line names the columns, which are the dossier's own words and not
 * translated: id, kind, text, label, by, basis, start, strength, low, high, status, before, change, paragraphs, actors,
 * events. Items in one cell are parted by "; ". (transfer full)
 */
char *dem_claims_to_csv (DemEvaluation *evaluation, DemEvaluation *before);

G_END_DECLS
