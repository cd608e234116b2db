/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook_content.h"

G_BEGIN_DECLS

/**
 * DemNotebookMerge:
 * @n_taken: notes that are other than ours, added, changed or deleted elsewhere
 * @n_both: notes that were changed on both sides so that both had to be kept
 *
 * What a merge has done, for telling it.
 */
typedef struct
{
  guint n_taken;
  guint n_both;
} DemNotebookMerge;

/**
 * dem_notebook_merge:
 * @base: (nullable): what both come from; %NULL when they come from nothing
 * @result: (out) (optional)
 *
 * Brings together what was changed here and elsewhere, note by note by their ids. What only one side has
 * changed is taken from that. Where both have changed a note, its text, colour, tags and so on are taken each
 * from the side that changed it; if both have changed the text and neither contains the other, ours stays and
 * theirs becomes a note of its own beside it, with a tag that says so and an id that follows from id and
 * text, so that both sides make the same one of it. What one side deletes and the other changes stays. Pins
 * and judgements that both have changed are as they are here.
 *
 * Returns: (transfer full): another one; the notes are shared
 */
DemNotebookContent *dem_notebook_merge (const DemNotebookContent *base,
                                        const DemNotebookContent *mine,
                                        const DemNotebookContent *theirs,
                                        DemNotebookMerge *result);

G_END_DECLS
