/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/problem_list.h"
#include "app/notebook/note.h"

G_BEGIN_DECLS

/* The words of the notebook's format, for its reader and its writer. */
#define DEM_ANNOTATION_CONTEXT "http://www.w3.org/ns/anno.jsonld"
#define DEM_NOTEBOOK_NAMESPACE "urn:demarche:notebook:"
#define DEM_FRAGMENT_SYNTAX DEM_NOTEBOOK_NAMESPACE "fragment"

/* How deep an annotation may be nested, so that it can be read again inside a page. */
#define DEM_NOTE_MAX_DEPTH 56

/**
 * DemNoteReader:
 * @tape: a text that the guard let through
 * @dossier_id: what notes are about
 * @problems: what is found wrong, with places
 * @item: the annotation that is being read, and @pointer, where it is; for naming places
 *
 * What reading annotations needs (Web Annotation Data Model, W3C Recommendation of 23 February 2017).
 */
typedef struct
{
  const DemJsonTape *tape;
  const char *dossier_id;
  DemProblemList *problems;
  guint item;
  char *pointer;
  GString *scratch;
} DemNoteReader;

void dem_note_reader_init (DemNoteReader *reader, const DemJsonTape *tape, const char *dossier_id);
void dem_note_reader_clear (DemNoteReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DemNoteReader, dem_note_reader_clear)

/**
 * dem_note_reader_read:
 * @token: an annotation
 * @pointer: its JSON pointer
 *
 * Reads a note; what is wrong with it is told and left out, what is not known is kept as it is written. Dates are never
 * missing: a note without any is of 1970.
 *
 * Returns: (transfer full) (nullable): %NULL, told, when it is no annotation
 */
DemNote *dem_note_reader_read (DemNoteReader *reader, guint token, const char *pointer);

/* ---- For the parts of the reader ---- */

G_GNUC_PRINTF (4, 5)
void dem_note_reader_warn (
    DemNoteReader *reader, guint token, const char *code, const char *format, ...);

/* What a file cannot be read for. */
G_GNUC_PRINTF (4, 5)
void dem_note_reader_fail (
    DemNoteReader *reader, guint token, const char *code, const char *format, ...);

/* A member of an object, if it is of a type (true: of either truth value); told when it is of another. */
guint dem_note_reader_get (DemNoteReader *reader, guint object, const char *name, DemJsonType type);

/* A string, NULL for what is none; and that of a member. (transfer full) */
char *dem_note_reader_dup_string (DemNoteReader *reader, guint token);
char *dem_note_reader_dup_member (DemNoteReader *reader, guint object, const char *name);

/* Whether a value is a string, or a list in which there is a string, that says @word. */
gboolean dem_note_reader_says (DemNoteReader *reader, guint token, const char *word);

/* A value as it is written. (transfer full) */
char *dem_note_reader_dup_json (DemNoteReader *reader, guint token);

/* The members of an object but those whose names are listed, as they are written, parted by commas; NULL when there are
 * no others. @names: NULL-terminated. (transfer full) */
char *dem_note_reader_dup_others (DemNoteReader *reader, guint object, const char *const *names);

/* Collects values as they are written, parted by commas; and what was collected, NULL for nothing, which takes the
 * string. (transfer full) */
void dem_note_reader_collect (DemNoteReader *reader, GString *values, guint token);
char *dem_note_reader_collected (GString *values);

/* A target as the file has it; never NULL. (transfer full) */
DemNoteTarget *dem_note_reader_read_target (DemNoteReader *reader, guint token);

G_END_DECLS
