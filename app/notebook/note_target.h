/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemTargetKind: what a note can be about.
 * @DEM_TARGET_QUESTION: a critical question to a step of the argument; its text is "INFERENCE/N", N from 1
 * @DEM_TARGET_TIME: a span of time, EDTF
 * @DEM_TARGET_PLACE: a place on the map, "LAT,LON" in WGS 84 degrees
 * @DEM_TARGET_QUOTE: a passage of a text that the dossier does not have; its text is the address of that text
 * @DEM_TARGET_UNKNOWN: something that the program does not know; its text is an address, or empty
 *
 * All others are named after the dossier's arrays; their text is the item's id.
 */
typedef enum
{
  DEM_TARGET_DOSSIER,
  DEM_TARGET_SOURCE,
  DEM_TARGET_PARAGRAPH,
  DEM_TARGET_ACTOR,
  DEM_TARGET_PAIR,
  DEM_TARGET_RELATION,
  DEM_TARGET_EVENT,
  DEM_TARGET_CLAIM,
  DEM_TARGET_INFERENCE,
  DEM_TARGET_QUESTION,
  DEM_TARGET_SCENARIO,
  DEM_TARGET_STOP,
  DEM_TARGET_TIME,
  DEM_TARGET_PLACE,
  DEM_TARGET_QUOTE,
  DEM_TARGET_UNKNOWN,
  DEM_N_TARGET_KINDS,
} DemTargetKind;

/**
 * DemQuote: a passage inside a target's text (Web Annotation Data Model, 4.2.4 and 4.2.5).
 * @exact: the words themselves
 * @prefix: (nullable): the words before
 * @suffix: (nullable): the words after
 * @start: of the passage in the text, in characters; -1 when not known
 * @end: behind it
 * @is_doubtful: found by likeness only; the reader has yet to confirm that it is what was meant
 */
typedef struct
{
  char *exact;
  char *prefix;
  char *suffix;
  gint64 start;
  gint64 end;
  gboolean is_doubtful;
} DemQuote;

/**
 * DemNoteTarget:
 *
 * What a note is about. Immutable, counted, may be used on any thread.
 */
#define DEM_TYPE_NOTE_TARGET (dem_note_target_get_type ())
typedef struct _DemNoteTarget DemNoteTarget;
GType dem_note_target_get_type (void);

/* @text as the kind wants it; pairs in any order. Of kinds that have no text, NULL or empty. (transfer full) */
DemNoteTarget *dem_note_target_new (DemTargetKind kind, const char *text);

/* A question to a step, numbered from 1. (transfer full) */
DemNoteTarget *dem_note_target_new_question (const char *inference, guint number);

/* A place, WGS 84 degrees; rounded to five decimals, a metre. (transfer full) */
DemNoteTarget *dem_note_target_new_place (double latitude, double longitude);

/* A span of days; ends may be open. (transfer full) */
DemNoteTarget *dem_note_target_new_period (DemPeriod period);

/* An item of a dossier (a place as where it lies), or with DEM_REF_NONE the dossier itself. (transfer full) */
DemNoteTarget *dem_note_target_new_for_ref (DemDossier *dossier, DemRef ref);

/* What a key names, see dem_note_target_get_key(); NULL for one that names nothing. (transfer full) (nullable) */
DemNoteTarget *dem_note_target_new_for_key (const char *key);

/* The same with a passage of its text, which is copied, or with none. (transfer full) */
DemNoteTarget *dem_note_target_with_quote (const DemNoteTarget *self, const DemQuote *quote);

DemNoteTarget *dem_note_target_ref (const DemNoteTarget *self);
void dem_note_target_unref (DemNoteTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNoteTarget, dem_note_target_unref)

DemTargetKind dem_note_target_get_kind (const DemNoteTarget *self);
const char *dem_note_target_get_text (const DemNoteTarget *self);

/* Kind and text as one, "actor=china": the same for targets that are the same thing, whatever passage of it is
 * meant. */
const char *dem_note_target_get_key (const DemNoteTarget *self);

/* (nullable): the passage of it that is meant */
const DemQuote *dem_note_target_get_quote (const DemNoteTarget *self);

/* The same thing and the same passage. */
gboolean dem_note_target_equal (const DemNoteTarget *a, const DemNoteTarget *b);

/* ---- In a dossier ---- */

/* The item meant; of a question its step. DEM_REF_NONE for what is no item, and when the dossier does not have
 * it. */
DemRef dem_note_target_resolve (const DemNoteTarget *self, DemDossier *dossier);

/* Whether a dossier has it. It always has itself, times and places; never passages of other texts and what is
 * not known. */
gboolean dem_note_target_exists (const DemNoteTarget *self, DemDossier *dossier);

/* Where a place is; FALSE for all others. */
gboolean dem_note_target_get_place (const DemNoteTarget *self, double *latitude, double *longitude);

/* The date of a span of time or of an item that has one; FALSE for what has none. The date's text is owned by
 * the target or the dossier. */
gboolean dem_note_target_get_when (const DemNoteTarget *self, DemDossier *dossier, DemEdtf *when);

/* What it is called: "China – North Korea", "2016 – 2017", "21.9° N 151.0° E"; of what the dossier does not
 * have, its id. (transfer full) */
char *dem_note_target_dup_name (const DemNoteTarget *self, DemDossier *dossier);

/* "Actor", "Time"…, translated; static */
const char *dem_target_kind_get_word (DemTargetKind kind);

G_END_DECLS
