/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

#define DEM_NOTEBOOK_ANY (-1)

/* DemNotebookState: how notes hang together with the dossier. */
typedef enum
{
  DEM_NOTEBOOK_STATE_ALL,
  DEM_NOTEBOOK_STATE_ATTACHED, /* something that it is about is there */
  DEM_NOTEBOOK_STATE_ORPHAN,   /* nothing of it is */
  DEM_NOTEBOOK_STATE_DOUBTFUL, /* a passage has to be confirmed */
} DemNotebookState;

/**
 * DemNotebookFilter:
 * @kind: DemTargetKind that one of its targets is of, or DEM_NOTEBOOK_ANY
 * @colour: DemNoteColour, or DEM_NOTEBOOK_ANY
 * @state: how it hangs together with the dossier
 * @target: (nullable): the key of one thing that it is about, see dem_note_target_get_key()
 * @tag: (nullable): a tag that it has
 * @creator: (nullable): its author; "" for those that name none
 * @text: (nullable): words, all of which are in its text, its tags, its author's name or the names of its targets; capitals
 * and accents make no difference
 * @is_private: whether only private notes are wanted
 * @in_period: whether @period counts: one of its targets has a date and overlaps it, surely, maybe, or as far as is known
 *
 * Which notes are wanted: those that all of it is true of.
 */
typedef struct
{
  int kind;
  int colour;
  DemNotebookState state;
  const char *target;
  const char *tag;
  const char *creator;
  const char *text;
  gboolean is_private;
  gboolean in_period;
  DemPeriod period;
} DemNotebookFilter;

/* All notes. */
#define DEM_NOTEBOOK_FILTER_ALL ((DemNotebookFilter){ .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .period = DEM_PERIOD_ALL })

/* How many things it asks for, text among them; 0 lets all through. */
guint dem_notebook_filter_count (const DemNotebookFilter *self);

/**
 * dem_note_when_in:
 * @is_dated: (out) (optional): whether it is about anything that could have a date: an event, a phase, an actor, a source, a
 * span of time
 *
 * Whether what a note is about overlaps a period: the best answer of all its targets; NO when none could have a date.
 */
DemAnswer dem_note_when_in (const DemNote *note, DemDossier *dossier, DemPeriod period, gboolean *is_dated);

G_END_DECLS
