/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

/* What is said of a note on screen and to the ear. */

/* The style class of a colour: "note-amber"… Static. */
const char *dem_note_colour_get_class (DemNoteColour colour);

/* When something was, as seen from @now: "just now", "today 10:42", "yesterday", "21 Nov", "21 Nov 2019". Both may be in any
 * time zone; @now says in which. (transfer full) */
char *dem_note_dup_when (GDateTime *when, GDateTime *now);

/* What a note is about, the first two by name: "China – North Korea", "China and Japan", "China and 2 more". (transfer full) */
char *dem_note_dup_targets (DemNote *note, DemDossier *dossier);

/* A note in one sentence for a list by ear: kind, name, text, tags, who and when. (transfer full) */
char *dem_note_dup_spoken (DemNote *note, DemDossier *dossier, GDateTime *now);

G_END_DECLS
