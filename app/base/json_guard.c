/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_guard.h"

#include "app/base/json_fault.h"
#include "app/base/json_keys.h"
#include "app/base/json_scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TICK_BYTES (1024 * 1024)
#define MAX_NOTES 10000

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_FIRST_VALUE, /* or the end of the array */
  EXPECT_KEY,
  EXPECT_FIRST_KEY, /* or the end of the object */
  EXPECT_MORE,      /* a comma or the end of what is open */
  EXPECT_NOTHING,   /* the top value is complete */
} Expectation;

typedef struct
{
  const char *text;
  const char *p;
  const char *end;
  DemJsonTape *tape;
  guint allocated;
  guint depth;
  guint open[DEM_JSON_MAX_DEPTH]; /* tokens of the containers around p */
  Expectation expect;
  const char *comma; /* the last one, for "a comma too much" */
  const char *next_tick;
  DemJsonTick tick;
  gpointer data;
  GArray *notes;
  DemProblem *problem;
} Guard;

/* Always FALSE, for `return fail (…)`. */
static gboolean
fail (Guard *guard, const char *at, const char *code, const char *message)
{
  DemJsonPlace place = DEM_JSON_PLACE_INIT;
  gsize size = (gsize) (guard->end - guard->text);

  dem_json_place_advance (&place, guard->text, size, (gsize) (at - guard->text));
  guard->problem = g_new0 (DemProblem, 1);
  guard->problem->severity = DEM_SEVERITY_ERROR;
  guard->problem->code = code;
  guard->problem->message = g_strdup (message);
  guard->problem->pointer = g_strdup ("");
  guard->problem->line = place.line;
  guard->problem->column = place.column;
  return FALSE;
}

static gboolean
fail_with (Guard *guard, const char *at, DemJsonFault fault)
{
  return fail (guard, at, fault.code, _ (fault.message));
}

/* Something that no rule foresees; the common mistakes get sentences of their own. */
static gboolean
fail_unexpected (Guard *guard, DemJsonPlaceKind kind)
{
  DemJsonFault fault = dem_json_fault_explain (guard->p, guard->end, kind);
  const char *at = guard->p;

  if (guard->p < guard->end && guard->comma != NULL && (*guard->p == ']' || *guard->p == '}'))
    {
      at = guard->comma;
      fault = dem_json_fault_trailing_comma ();
    }
  return fail_with (guard, at, fault);
}

static gboolean
add_token (Guard *guard, DemJsonType type, const char *at, gsize extent, gboolean escaped)
{
  DemJsonTape *tape = guard->tape;

  if (tape->n_tokens >= DEM_JSON_MAX_EXTENT || extent > DEM_JSON_MAX_EXTENT)
    return fail (guard, at, "too-large", _ ("The file holds more values than can be read. Split it."));
  if (tape->n_tokens == guard->allocated)
    {
      guard->allocated *= 2;
      tape->tokens = g_renew (DemJsonToken, tape->tokens, guard->allocated);
    }
  tape->tokens[tape->n_tokens++] = (DemJsonToken){
    .offset = (guint32) (at - guard->text),
    .type = type,
    .escaped = escaped != FALSE,
    .extent = (guint32) extent,
  };
  return TRUE;
}

static void
note (Guard *guard, const char *code)
{
  DemJsonNote found = { code, guard->tape->n_tokens - 1 };

  if (guard->notes != NULL && guard->notes->len < MAX_NOTES)
    g_array_append_val (guard->notes, found);
}

/* --- strings, numbers and literals --- */

/* Beyond 2^53 not every whole number is a double; 2^53 itself is what its successor is rounded to. */
static gboolean
is_inexact (const char *digits, gsize length, double value)
{
  static const char limit[] = "9007199254740992";

  if (*digits == '-')
    {
      digits++;
      length--;
    }
  return fabs (value) >= 9007199254740992.0
         && (length != strlen (limit) || memcmp (digits, limit, length) != 0);
}

/* Only long numbers and those with exponents can be beyond what a double holds. */
static void
note_number (Guard *guard, const char *start, gsize length, gboolean is_integer)
{
  double value;

  if (length < 16 && memchr (start, 'e', length) == NULL && memchr (start, 'E', length) == NULL)
    return;
  value = dem_json_tape_number (guard->tape, guard->tape->n_tokens - 1);
  if (!isfinite (value))
    note (guard, "number-out-of-range");
  else if (is_integer && is_inexact (start, length, value))
    note (guard, "imprecise-number");
}

/* At the opening quotation mark. */
static gboolean
read_string (Guard *guard)
{
  DemJsonScan scan = { .p = guard->p, .end = guard->end };
  const char *start = guard->p;

  if (!dem_json_scan_string (&scan))
    return fail_with (guard, scan.p, scan.fault);
  guard->p = scan.p;
  return add_token (guard, DEM_JSON_STRING, start, (gsize) (scan.p - start - 2), scan.special);
}

static gboolean
read_number (Guard *guard)
{
  DemJsonScan scan = { .p = guard->p, .end = guard->end };
  const char *start = guard->p;
  gsize length;

  if (!dem_json_scan_number (&scan))
    return fail_with (guard, scan.p, scan.fault);
  guard->p = scan.p;
  length = (gsize) (scan.p - start);
  if (!add_token (guard, DEM_JSON_NUMBER, start, length, FALSE))
    return FALSE;
  note_number (guard, start, length, !scan.special);
  return TRUE;
}

static gboolean
read_literal (Guard *guard, const char *word, DemJsonType type)
{
  const char *start = guard->p;
  gsize length = strlen (word);

  if ((gsize) (guard->end - start) < length || memcmp (start, word, length) != 0
      || ((gsize) (guard->end - start) > length && g_ascii_isalnum (start[length])))
    return fail_unexpected (guard, DEM_JSON_PLACE_VALUE);
  guard->p += length;
  return add_token (guard, type, start, length, FALSE);
}

/* --- arrays and objects --- */

static gboolean
open_container (Guard *guard, DemJsonType type)
{
  if (guard->depth == DEM_JSON_MAX_DEPTH)
    return fail (guard, guard->p, "too-deep",
                 _ ("Lists and objects are nested more than 64 deep here. Flatten them."));
  guard->open[guard->depth++] = guard->tape->n_tokens;
  guard->expect = type == DEM_JSON_OBJECT ? EXPECT_FIRST_KEY : EXPECT_FIRST_VALUE;
  return add_token (guard, type, guard->p++, 0, FALSE);
}

static gboolean
close_container (Guard *guard)
{
  guint container = guard->open[guard->depth - 1];
  DemJsonToken *token = &guard->tape->tokens[container];
  guint repeated = DEM_JSON_NO_TOKEN;

  token->extent = (guard->tape->n_tokens - container - 1) & DEM_JSON_MAX_EXTENT;
  if (token->type == DEM_JSON_OBJECT)
    repeated = dem_json_find_repeated_key (guard->tape, container);
  if (repeated != DEM_JSON_NO_TOKEN)
    return fail (guard, guard->text + guard->tape->tokens[repeated].offset, "duplicate-key",
                 _ ("This name stands twice in the same object. Rename or remove one of the two."));
  guard->p++;
  guard->depth--;
  guard->expect = guard->depth > 0 ? EXPECT_MORE : EXPECT_NOTHING;
  return TRUE;
}

static gboolean
in_object (const Guard *guard)
{
  return guard->tape->tokens[guard->open[guard->depth - 1]].type == DEM_JSON_OBJECT;
}

/* --- the pass --- */

static void
skip_space (Guard *guard)
{
  const char *p = guard->p;

  while (p < guard->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  guard->p = p;
}

static gboolean
read_value (Guard *guard)
{
  guard->expect = guard->depth > 0 ? EXPECT_MORE : EXPECT_NOTHING;
  switch (*guard->p)
    {
    case '{':
      return open_container (guard, DEM_JSON_OBJECT);
    case '[':
      return open_container (guard, DEM_JSON_ARRAY);
    case '"':
      return read_string (guard);
    case 't':
      return read_literal (guard, "true", DEM_JSON_TRUE);
    case 'f':
      return read_literal (guard, "false", DEM_JSON_FALSE);
    case 'n':
      return read_literal (guard, "null", DEM_JSON_NULL);
    default:
      if (*guard->p == '-' || g_ascii_isdigit (*guard->p))
        return read_number (guard);
      return fail_unexpected (guard, DEM_JSON_PLACE_VALUE);
    }
}

static gboolean
read_key (Guard *guard)
{
  if (*guard->p != '"')
    return fail_unexpected (guard, DEM_JSON_PLACE_KEY);
  guard->comma = NULL;
  if (!read_string (guard))
    return FALSE;
  skip_space (guard);
  if (guard->p >= guard->end || *guard->p != ':')
    return fail_unexpected (guard, DEM_JSON_PLACE_COLON);
  guard->p++;
  guard->expect = EXPECT_VALUE;
  return TRUE;
}

static gboolean
read_more (Guard *guard)
{
  gboolean object = in_object (guard);

  if (*guard->p == (object ? '}' : ']'))
    return close_container (guard);
  if (*guard->p != ',')
    return fail_unexpected (guard, object ? DEM_JSON_PLACE_MEMBER_END : DEM_JSON_PLACE_ELEMENT_END);
  guard->comma = guard->p++;
  guard->expect = object ? EXPECT_KEY : EXPECT_VALUE;
  return TRUE;
}

static gboolean
step (Guard *guard)
{
  Expectation expect = guard->expect;

  if (expect == EXPECT_FIRST_VALUE)
    return *guard->p == ']' ? close_container (guard) : read_value (guard);
  if (expect == EXPECT_FIRST_KEY)
    return *guard->p == '}' ? close_container (guard) : read_key (guard);
  if (expect == EXPECT_MORE)
    return read_more (guard);
  if (expect == EXPECT_NOTHING)
    return fail_unexpected (guard, DEM_JSON_PLACE_END);
  if (expect == EXPECT_KEY ? !read_key (guard) : !read_value (guard))
    return FALSE;
  guard->comma = NULL;
  return TRUE;
}

/* Tells the caller how far it is; FALSE when the caller has had enough. */
static gboolean
tick (Guard *guard)
{
  if (guard->p < guard->next_tick || guard->tick == NULL)
    return TRUE;
  guard->next_tick = guard->p + MIN (TICK_BYTES, guard->end - guard->p);
  return guard->tick ((gsize) (guard->p - guard->text), guard->data);
}

static gboolean
run (Guard *guard)
{
  if (guard->end - guard->p >= 3 && memcmp (guard->p, "\xef\xbb\xbf", 3) == 0)
    guard->p += 3;
  for (;;)
    {
      skip_space (guard);
      if (!tick (guard))
        return FALSE;
      if (guard->p >= guard->end)
        break;
      if (!step (guard))
        return FALSE;
    }
  if (guard->expect == EXPECT_NOTHING)
    return TRUE;
  return fail_with (guard, guard->end, dem_json_fault_end (guard->tape->n_tokens == 0));
}

DemJsonTape *
dem_json_guard (
    const char *text, gsize size, DemJsonTick tick_func, gpointer data, GArray *notes, DemProblem **problem)
{
  g_autoptr (DemJsonTape) tape = NULL;
  Guard guard;

  g_return_val_if_fail (text != NULL || size == 0, NULL);
  g_return_val_if_fail (problem == NULL || *problem == NULL, NULL);

  text = text != NULL ? text : "";
  tape = g_new0 (DemJsonTape, 1);
  tape->text = text;
  tape->size = size;
  guard = (Guard){
    .text = text,
    .p = text,
    .end = text + size,
    .next_tick = text,
    .tape = tape,
    .allocated = (guint) (MIN (size, DEM_JSON_MAX_SIZE) / 32 + 16),
    .tick = tick_func,
    .data = data,
    .notes = notes,
  };
  tape->tokens = g_new (DemJsonToken, guard.allocated);
  if (size > DEM_JSON_MAX_SIZE)
    fail (&guard, text, "too-large", _ ("The file is larger than 2 GiB. Split it."));
  else if (run (&guard))
    return g_steal_pointer (&tape);
  if (problem != NULL)
    *problem = g_steal_pointer (&guard.problem);
  g_clear_pointer (&guard.problem, dem_problem_free);
  return NULL;
}
