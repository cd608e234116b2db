/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

/* For the reader and the writer of notes: what they keep of a file. JSON is kept as it was written; members
 * are `"name": value` parted by commas, without braces. */

/* The last year of a date, as it is written with four digits. */
#define DEM_NOTE_LAST_YEAR 9999

struct _DemNoteTarget
{
  gatomicrefcount count;
  DemTargetKind kind;
  char *text;
  char *key;
  DemQuote *quote; /* (nullable) */
  char *json;      /* (nullable): the whole target, if more than what we would write was said of it */
};

struct _DemNote
{
  GObject parent_instance;

  char *id;
  GDateTime *created;
  GDateTime *modified;
  char *creator;
  char *creator_json;    /* (nullable): its `creator`, if it is more than a name */
  DemNoteMotivation motivation;
  char *motivation_json; /* (nullable): its `motivation`, if it is not one of our words */
  char *text;
  char *text_members;    /* (nullable): of the text's body, besides type and value; instead of ours */
  GHashTable *tag_bodies; /* (nullable): tag → its body, if more than what we would write was said of it */
  char *bodies;          /* (nullable): bodies that are neither text nor tags, parted by commas */
  char *members;         /* (nullable): members that the format does not know */
  char **tags;
  GPtrArray *targets; /* DemNoteTarget */
  DemNoteColour colour;
  char *colour_json; /* (nullable): its colour, if that is not one of ours */
  gboolean is_private;
  char *folded; /* made when first asked for */
};

/* A note that only is looked at, for GObject's macros. */
#define NOTE(self) ((DemNote *) (self))

/* A copy to be changed before anybody else sees it. (transfer full) */
DemNote *dem_note_copy (const DemNote *self);

/* A note without id, dates and targets, to be filled by the reader. (transfer full) */
DemNote *dem_note_new_empty (void);

/* Tags without blanks around them, empty ones and repetitions. (transfer full) */
char **dem_note_clean_tags (const char *const *tags);

/* The words of the format. */
const char *dem_note_motivation_get_name (DemNoteMotivation motivation);
const char *dem_note_colour_get_name (DemNoteColour colour);

/* An empty array for targets, which it owns. (transfer full) */
GPtrArray *dem_note_targets_new (void);
GPtrArray *dem_note_targets_copy (GPtrArray *targets);
gboolean dem_note_targets_equal (GPtrArray *a, GPtrArray *b);

/* "actor" of `actor=china`: the word by which a fragment names a kind, NULL for kinds that have none; and back,
 * DEM_TARGET_UNKNOWN for words that are not ours. */
const char *dem_target_kind_get_name (DemTargetKind kind);
DemTargetKind dem_target_kind_find (const char *name, gsize length);

G_END_DECLS
