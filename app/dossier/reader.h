/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the reader alone. The guard has already turned the file into a tape of tokens; the reader makes items
 * from it, in four steps: find out which items there are (item_index.c), read each of them on worker threads
 * (workers.c, read_*.c), see to what concerns several (resolve.c), link them backwards (backlinks.c). Values
 * are decoded from the tape itself: it is smaller and several times faster than a tree per item, and it knows
 * the place of each. */

#include "app/base/json_tape.h"
#include "app/dossier/dossier_private.h"
#include "app/dossier/problem_list.h"

G_BEGIN_DECLS

/**
 * DemEntry: an item that will exist.
 * @id: in the arena
 * @token: its object, or 0 for a pair that is not written
 * @element: its number in its array
 */
typedef struct
{
  const char *id;
  guint32 token;
  guint32 element;
} DemEntry;

/**
 * DemReader: what one thread needs to read items.
 * @left_out: ids of items that stand in the file but were left out
 * @kind: of the item being read; DEM_KIND_NONE in the head
 */
typedef struct
{
  const DemJsonTape *tape;
  DemDossier *dossier;
  GHashTable *left_out;
  DemArena *arena;
  DemProblemList *problems;
  GString *scratch;
  GArray *refs;  /* of DemRef, while a list is read */
  GArray *cites; /* of DemCite, likewise */
  DemKind kind;
  DemEntry entry;
} DemReader;

DemReader *dem_reader_new (const DemJsonTape *tape, DemDossier *dossier, GHashTable *left_out);
void dem_reader_free (DemReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemReader, dem_reader_free)

/* Turns to another item; problems are told of it. */
void dem_reader_begin (DemReader *reader, DemKind kind, DemEntry entry);

/* A warning or an error about a value, or about the member that a name belongs to. */
void dem_reader_warn (DemReader *reader, guint token, const char *code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void dem_reader_fail (DemReader *reader, guint token, const char *code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* --- values: what has the wrong type is told and answered as if it were not there --- */

/* Whether a value has a type, told if not. DEM_JSON_TRUE stands for both truth values. */
gboolean dem_reader_check_type (DemReader *reader, guint token, DemJsonType type);

/* The member of an object if it is there and has a type, or DEM_JSON_NO_TOKEN. */
guint dem_reader_get (DemReader *reader, guint object, const char *name, DemJsonType type);

/* A text in the arena; NULL when there is none or it is empty. */
const char *dem_reader_text (DemReader *reader, guint object, const char *name);

/* The same for words that come again and again; equal ones share their memory. */
const char *dem_reader_word (DemReader *reader, guint object, const char *name);

/* The same, but told when missing; @fallback then. */
const char *dem_reader_needed_text (DemReader *reader, guint object, const char *name, const char *fallback);

/* The text of a string value, told when it has another type; valid until the next call. */
const char *dem_reader_peek_string (DemReader *reader, guint token);

/* A list of words. */
const char *const *dem_reader_words (DemReader *reader, guint object, const char *name, guint32 *n);

/* A number, told and brought into range when outside. */
double dem_reader_number (
    DemReader *reader, guint object, const char *name, double min, double max, double fallback);
double dem_reader_number_at (DemReader *reader, guint token, double min, double max);
gboolean dem_reader_boolean (DemReader *reader, guint object, const char *name);

/* One of a NULL-terminated list of words, as its index; told when it is another. */
guint32 dem_reader_choice (
    DemReader *reader, guint object, const char *name, const char *const *words, guint32 fallback);

/* The same, but told when missing. */
guint32 dem_reader_needed_choice (
    DemReader *reader, guint object, const char *name, const char *const *words, guint32 fallback);

/* A date; undated when it can't be read, which is told. */
DemEdtf dem_reader_date (DemReader *reader, guint object, const char *name);

/* A link that is safe to offer: http, https or mailto. */
const char *dem_reader_link (DemReader *reader, guint object, const char *name);

/* A two-letter country code in capitals. */
const char *dem_reader_country (DemReader *reader, guint object, const char *name);
const char *const *dem_reader_countries (DemReader *reader, guint object, const char *name, guint32 *n);

/* --- references --- */

#define DEM_KINDS(KIND) (1u << DEM_KIND_##KIND)
#define DEM_KINDS_ANY (~0u)
#define DEM_KINDS_DATED (DEM_KINDS (SOURCE) | DEM_KINDS (ACTOR) | DEM_KINDS (RELATION) | DEM_KINDS (EVENT))

/* The item that a string names; told and DEM_REF_NONE when there is none or it is of a kind that can't stand
 * here. */
DemRef dem_reader_ref_at (DemReader *reader, guint token, guint kinds);

/* A member that refers to one item of one kind, or DEM_NO_INDEX. */
guint32 dem_reader_index (DemReader *reader, guint object, const char *name, DemKind kind);

/* A member that lists references; what can't be resolved or comes again is told and left out. */
const DemRef *dem_reader_refs (DemReader *reader, guint object, const char *name, guint kinds, guint32 *n);
const guint32 *
dem_reader_indices (DemReader *reader, guint object, const char *name, DemKind kind, guint32 *n);

/* --- items: each fills a zeroed struct --- */

void dem_read_item (DemReader *reader, DemItem *item);
void dem_read_cites (DemReader *reader, DemItem *item);
void dem_read_source (DemReader *reader, DemSource *source);
void dem_read_place (DemReader *reader, DemPlace *place);
void dem_read_actor (DemReader *reader, DemActor *actor);
void dem_read_pair (DemReader *reader, DemPair *pair);
void dem_read_relation (DemReader *reader, DemRelation *relation);
void dem_read_event (DemReader *reader, DemEvent *event);
void dem_read_claim (DemReader *reader, DemClaim *claim);
void dem_read_inference (DemReader *reader, DemInference *inference);
void dem_read_scenario (DemReader *reader, DemScenario *scenario);
void dem_read_stop (DemReader *reader, DemStop *stop);

/* What an inference does (DemInferenceKind), or DEM_NO_INDEX, which is told. */
guint32 dem_reader_inference_kind (DemReader *reader, guint token);

/* Format, version and head; FALSE when it is no dossier that can be read. */
gboolean dem_read_head (DemReader *reader);

/* --- steps --- */

/**
 * DemReadProgress:
 * @cancellable: (nullable)
 * @per_mille: set from any thread, read with g_atomic_int_get()
 */
typedef struct
{
  GCancellable *cancellable;
  int per_mille;
} DemReadProgress;

/* How far it is when the bytes are there. */
#define DEM_PER_MILLE_GOT 100

/**
 * DemItemIndex: which items there will be, found before any is read, so that each reference can be resolved
 * at once.
 */
typedef struct
{
  GArray *entries[DEM_N_KINDS]; /* of DemEntry */
} DemItemIndex;

/* Registers all ids with the dossier and makes room for its items. */
DemItemIndex *dem_item_index_new (DemReader *reader);
void dem_item_index_free (DemItemIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemItemIndex, dem_item_index_free)

/* Reads all items on as many threads as there are processors. FALSE when cancelled. */
gboolean dem_read_items (DemReader *reader, DemItemIndex *index, DemReadProgress *progress);

/* Cuts circles of part_of. */
void dem_resolve_part_of (DemReader *reader, DemItemIndex *index);

/* --- the whole --- */

/**
 * dem_dossier_read:
 * @bytes: (inout): taken, and given back as soon as they are not needed any more
 * @name: the file's name, should the dossier have no id or title
 * @problems: (element-type DemProblem): appended to, sorted by place
 *
 * Returns: (transfer full) (nullable): the dossier, unless an error is among the problems or it was cancelled
 */
DemDossier *dem_dossier_read (
    GBytes **bytes, GFile *file, const char *name, DemReadProgress *progress, GPtrArray *problems);

G_END_DECLS
