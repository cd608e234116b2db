/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

#define DEM_NOTE_ANY (-1)

/* DemNoteState: how notes hang together with the dossier. */
typedef enum
{
  DEM_NOTE_STATE_ALL,
  DEM_NOTE_STATE_ATTACHED, /* something that it is about is there */
  DEM_NOTE_STATE_ORPHAN,   /* nothing of it is */
  DEM_NOTE_STATE_DOUBTFUL, /* a passage has to be confirmed */
} DemNoteState;

/**
 * DemNoteFilter:
 * @kind: DemTargetKind that one of its targets is of, or DEM_NOTE_ANY
 * @colour: DemNoteColour, or DEM_NOTE_ANY
 * @state: how it hangs together with the dossier
 * @tag: (nullable): a tag that it has
 * @creator: (nullable): its author
 * @text: (nullable): words, all of which are in its text, its tags, its author's name or the names of its targets; capitals
 * and accents make no difference
 * @in_period: whether @period counts: one of its targets has a date and overlaps it, surely, maybe, or as far as is known
 *
 * Which notes are wanted: those that all of it is true of.
 */
typedef struct
{
  int kind;
  int colour;
  DemNoteState state;
  const char *tag;
  const char *creator;
  const char *text;
  gboolean in_period;
  DemPeriod period;
} DemNoteFilter;

/* All notes. */
#define DEM_NOTE_FILTER_ALL ((DemNoteFilter){ .kind = DEM_NOTE_ANY, .colour = DEM_NOTE_ANY, .period = DEM_PERIOD_ALL })

/**
 * dem_note_when_in:
 * @is_dated: (out) (optional): whether it is about anything that could have a date: an event, a phase, an actor, a source, a
 * span of time
 *
 * Whether what a note is about overlaps a period: the best answer of all its targets; NO when none could have a date.
 */
DemAnswer dem_note_when_in (const DemNote *note, DemDossier *dossier, DemPeriod period, gboolean *is_dated);

G_END_DECLS
