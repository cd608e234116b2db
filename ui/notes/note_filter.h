/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_NOTE_SORT_NEWEST,
  DEM_NOTE_SORT_OLDEST,
  DEM_NOTE_SORT_CHANGED, /* last changed first */
  DEM_NOTE_SORT_TARGET,  /* in the order of what they are about */
  DEM_N_NOTE_SORTS,
} DemNoteSort;

/**
 * DemNoteFilter:
 * @words: (nullable): folded words that all must be in it, see dem_fold_words()
 * @tag: (nullable): a tag it must have
 * @creator: (nullable): who must have written it; "" for nobody named
 * @kind: of what it must be about; -1 for anything
 * @colour: -1 for any
 * @key: (nullable): one thing it must be about, see dem_note_target_get_key()
 * @is_private: only private ones
 * @orphans: only those of whose targets none is in the dossier
 * @in_period: only those about something that is, or may be, in @period
 *
 * Which notes are listed. All of it must hold.
 */
typedef struct
{
  char **words;
  char *tag;
  char *creator;
  char *key;
  int kind;
  int colour;
  gboolean is_private;
  gboolean orphans;
  gboolean in_period;
  DemPeriod period;
} DemNoteFilter;

DemNoteFilter *dem_note_filter_new (void);
void dem_note_filter_free (DemNoteFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNoteFilter, dem_note_filter_free)

/* Whether a note may be left out at all. */
gboolean dem_note_filter_is_empty (const DemNoteFilter *self);

/* How many other things than words and tag it asks for: what the filter menu has set. */
guint dem_note_filter_count (const DemNoteFilter *self);

/* @dossier: (nullable) */
gboolean dem_note_filter_matches (const DemNoteFilter *self, DemNote *note, DemDossier *dossier);

G_END_DECLS
