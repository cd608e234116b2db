/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note_target.h"

G_BEGIN_DECLS

/* DemNoteMotivation: why a note was written, in the words of the Web Annotation Data Model, 3.3.5. */
typedef enum
{
  DEM_NOTE_COMMENTING,
  DEM_NOTE_TAGGING,
  DEM_NOTE_QUESTIONING,
  DEM_NOTE_ASSESSING,
  DEM_NOTE_REPLYING,
  DEM_NOTE_OTHERWISE, /* another one, kept as it was written */
  DEM_N_NOTE_MOTIVATIONS,
} DemNoteMotivation;

typedef enum
{
  DEM_NOTE_AMBER,
  DEM_NOTE_ORANGE,
  DEM_NOTE_PURPLE,
  DEM_NOTE_GREEN,
  DEM_NOTE_GREY,
  DEM_N_NOTE_COLOURS,
} DemNoteColour;

/**
 * DemNote:
 *
 * What somebody wrote about something. Immutable, so a list can show it and a worker write it while the next
 * is being typed; changing a note means putting another with the same id in its place. What other programs
 * have added to it is kept as they wrote it.
 */
#define DEM_TYPE_NOTE (dem_note_get_type ())
G_DECLARE_FINAL_TYPE (DemNote, dem_note, DEM, NOTE, GObject)

/**
 * dem_note_new:
 * @text: light Markdown, UTF-8
 * @targets: (element-type DemNoteTarget): at least one
 *
 * A new note, written now: amber, not private, by nobody, without tags. It comments, or replies if it is about
 * a question. (transfer full)
 */
DemNote *dem_note_new (const char *text, GPtrArray *targets);

/* The same about one thing. (transfer full) */
DemNote *dem_note_new_on (const char *text, DemNoteTarget *target);

/* An IRI; "urn:uuid:…" for our own. */
const char *dem_note_get_id (const DemNote *self);

/* In UTC, never NULL. */
GDateTime *dem_note_get_created (const DemNote *self);
GDateTime *dem_note_get_modified (const DemNote *self);

/* (nullable): the author's name */
const char *dem_note_get_creator (const DemNote *self);

DemNoteMotivation dem_note_get_motivation (const DemNote *self);
const char *dem_note_get_text (const DemNote *self);

/* Never NULL; NULL-terminated, as written, no tag twice. */
const char *const *dem_note_get_tags (const DemNote *self);
gboolean dem_note_has_tag (const DemNote *self, const char *tag);

DemNoteColour dem_note_get_colour (const DemNote *self);
gboolean dem_note_is_private (const DemNote *self);

/* (element-type DemNoteTarget) (transfer none): at least one */
GPtrArray *dem_note_get_targets (const DemNote *self);

/* Whether it has all its targets in a dossier, and whether it has none of them there. */
gboolean dem_note_is_attached (const DemNote *self, DemDossier *dossier);
gboolean dem_note_is_orphan (const DemNote *self, DemDossier *dossier);

/* Whether one of its passages was found by likeness only and waits to be confirmed. */
gboolean dem_note_is_doubtful (const DemNote *self);

/* Text, author, tags and names of a note for searching, see dem_fold_text(). Owned by the note. */
const char *dem_note_get_folded (const DemNote *self);

/* By when they were created, then by id: the order of lists. */
int dem_note_compare (const DemNote *a, const DemNote *b);

/* The same of what two elements of an array point at, for g_ptr_array_sort(). */
int dem_note_compare_pointers (gconstpointer a, gconstpointer b);

/* Everything is the same, except for when it was modified. */
gboolean dem_note_equal (const DemNote *a, const DemNote *b);

/* ---- The same note with something else; modified now, or as it was where nothing changes. (transfer full) ---- */

DemNote *dem_note_with_text (const DemNote *self, const char *text);
DemNote *dem_note_with_creator (const DemNote *self, const char *name);
DemNote *dem_note_with_motivation (const DemNote *self, DemNoteMotivation motivation);

/* Blank tags and those that are there already are left out, blanks around them cut off. */
DemNote *dem_note_with_tags (const DemNote *self, const char *const *tags);
DemNote *dem_note_with_colour (const DemNote *self, DemNoteColour colour);
DemNote *dem_note_with_private (const DemNote *self, gboolean is_private);

/* @targets: (element-type DemNoteTarget): at least one */
DemNote *dem_note_with_targets (const DemNote *self, GPtrArray *targets);

/* @id: (nullable): NULL for a new one */
DemNote *dem_note_with_id (const DemNote *self, const char *id);

/* Modified now, and later than it was, whatever the clock says. */
DemNote *dem_note_touch (const DemNote *self);

/* The same note with everything that differs between two other states of it, as the second has it: a change made
 * to what the note was, on what it is now. (transfer full) */
DemNote *dem_note_rebase (const DemNote *self, const DemNote *from, const DemNote *to);

/* A new "urn:uuid:…". (transfer full) */
char *dem_note_make_id (void);

/* ---- Words, translated; static ---- */

const char *dem_note_colour_get_word (DemNoteColour colour);
const char *dem_note_motivation_get_word (DemNoteMotivation motivation);

G_END_DECLS
