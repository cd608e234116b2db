/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * dem_note_merge:
 * @base: (nullable): what both come from
 * @mine: with the same id as @theirs
 * @has_both_texts: (out): FALSE when the text is ours alone and theirs, another one, is lost unless it is
 * kept beside
 *
 * A note that was changed on both sides, each part of it from the side that changed it; from ours, where both
 * did. Tags are kept of both.
 *
 * Returns: (transfer full)
 */
DemNote *dem_note_merge (DemNote *base, DemNote *mine, DemNote *theirs, gboolean *has_both_texts);

/* The same note under an id that follows from its own and its text, with a tag that says where it comes from.
 * (transfer full) */
DemNote *dem_note_set_beside (DemNote *note);

G_END_DECLS
