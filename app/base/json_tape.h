/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DEM_JSON_NULL,
  DEM_JSON_FALSE,
  DEM_JSON_TRUE,
  DEM_JSON_NUMBER,
  DEM_JSON_STRING,
  DEM_JSON_ARRAY,
  DEM_JSON_OBJECT,
} DemJsonType;

#define DEM_JSON_MAX_EXTENT ((1u << 28) - 1)
#define DEM_JSON_NO_TOKEN G_MAXUINT32

/**
 * DemJsonToken:
 * @offset: of its first byte in the text (of a string: the quotation mark)
 * @type: DemJsonType
 * @escaped: whether a string holds escapes
 * @extent: of a string or number its bytes (without the quotation marks), of an array or object the tokens
 * inside
 */
typedef struct
{
  guint32 offset;
  guint32 type : 3;
  guint32 escaped : 1;
  guint32 extent : 28;
} DemJsonToken;

/**
 * DemJsonTape:
 *
 * What the guard found in a text: all its values in order, eight bytes each. Token 0 is the top value; the
 * contents of an array follow it, those of an object as name, value, name, value. The text is not owned and
 * has to outlive the tape.
 */
typedef struct
{
  const char *text;
  gsize size;
  DemJsonToken *tokens;
  guint n_tokens;
} DemJsonTape;

void dem_json_tape_free (DemJsonTape *tape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemJsonTape, dem_json_tape_free)

static inline DemJsonType
dem_json_tape_type (const DemJsonTape *tape, guint token)
{
  return (DemJsonType) tape->tokens[token].type;
}

/* The token after a value and all that is inside it. */
static inline guint
dem_json_tape_next (const DemJsonTape *tape, guint token)
{
  const DemJsonToken *value = &tape->tokens[token];

  return value->type >= DEM_JSON_ARRAY ? token + 1 + value->extent : token + 1;
}

/* The token after the contents of an array or object, which begin at token + 1. */
#define dem_json_tape_end dem_json_tape_next

/* The value of a member of an object, or DEM_JSON_NO_TOKEN. */
guint dem_json_tape_find (const DemJsonTape *tape, guint object, const char *name);

/* How many elements an array has. */
guint dem_json_tape_count (const DemJsonTape *tape, guint array);

/**
 * dem_json_tape_string:
 * @scratch: where a text with escapes is decoded
 * @length: (out)
 *
 * The text of a string, UTF-8 without NUL inside, but not terminated: inside the file's text or in @scratch.
 */
const char *dem_json_tape_string (const DemJsonTape *tape, guint token, GString *scratch, gsize *length);

/* A number as the nearest double; ±HUGE_VAL when it is beyond all doubles. */
double dem_json_tape_number (const DemJsonTape *tape, guint token);

/* Compares the texts of two strings, escapes decoded, byte by byte. */
int dem_json_tape_compare_strings (const DemJsonTape *tape, guint a, guint b);

/**
 * dem_json_tape_pointer:
 * @from: a value that holds @token
 * @prefix: its JSON pointer
 *
 * The JSON pointer (RFC 6901) of a value, or of the member that a name belongs to. (transfer full)
 */
char *dem_json_tape_pointer (const DemJsonTape *tape, guint from, const char *prefix, guint token);

/**
 * DemJsonPlace: a place in a text, moved forward by dem_json_place_advance().
 * @offset: in bytes
 * @line: from 1; lines end in LF, CR LF or CR
 * @column: from 1, in characters; a byte order mark is none
 */
typedef struct
{
  gsize offset;
  guint line;
  guint column;
} DemJsonPlace;

#define DEM_JSON_PLACE_INIT ((DemJsonPlace){ 0, 1, 1 })

/* Moves on to @offset, which must not lie behind. */
void dem_json_place_advance (DemJsonPlace *place, const char *text, gsize size, gsize offset);

G_END_DECLS
