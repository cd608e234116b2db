/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_guard.h"

#include "app/base/json_fault.h"

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

/* --- strings --- */

/* Whether none of eight bytes ends a run of plain ASCII: no control character, quotation mark, backslash or high bit. */
static inline gboolean
all_plain (const char *p)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word, quotes, backslashes;

  memcpy (&word, p, sizeof word);
  quotes = word ^ (ones * '"');
  backslashes = word ^ (ones * '\\');
  return (((word - ones * 0x20) | (quotes - ones) | (backslashes - ones) | word) & (ones * 0x80)) == 0;
}

static inline gboolean
continues (const char *p)
{
  return ((guint8) *p & 0xc0) == 0x80;
}

/* The length of the character at p, or 0 if it is not well-formed (RFC 3629: no overlong form, no surrogate, no more
 * than U+10FFFF). */
static guint
utf8_length (const char *p, const char *end)
{
  guint8 lead = (guint8) *p;
  guint8 second = end - p > 1 ? (guint8) p[1] : 0;

  if (lead < 0x80)
    return 1;
  if (lead < 0xc2 || lead > 0xf4 || (second & 0xc0) != 0x80)
    return 0;
  if (lead < 0xe0)
    return 2;
  if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || end - p < 3 || !continues (p + 2))
    return 0;
  if (lead < 0xf0)
    return 3;
  if ((lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) || end - p < 4 || !continues (p + 3))
    return 0;
  return 4;
}

static gboolean
fail_encoding (Guard *guard, const char *at)
{
  return fail (guard, at, "not-utf-8",
               _ ("This is not UTF-8, the encoding of every dossier. Save the file as UTF-8."));
}

/* The code unit of the \u escape at p (after the u), or -1. */
static int
code_unit (const char *p, const char *end)
{
  int code = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }
  return code;
}

static gboolean
check_unicode_escape (Guard *guard)
{
  const char *at = guard->p;
  int code = code_unit (at + 2, guard->end);
  int low;

  if (code < 0)
    return fail (guard, at, "bad-escape", _ ("After \\u four hexadecimal digits have to follow."));
  if (code == 0)
    return fail (guard, at, "nul-character", _ ("The character U+0000 can’t be part of a text. Remove it."));
  guard->p += 6;
  if (code < 0xd800 || code > 0xdfff)
    return TRUE;
  low = guard->end - guard->p >= 6 && guard->p[0] == '\\' && guard->p[1] == 'u'
            ? code_unit (guard->p + 2, guard->end)
            : -1;
  if (code > 0xdbff || low < 0xdc00 || low > 0xdfff)
    return fail (guard, at, "lone-surrogate",
                 _ ("This is half of a surrogate pair. Write both halves, or the character itself."));
  guard->p += 6;
  return TRUE;
}

static gboolean
check_escape (Guard *guard)
{
  if (guard->end - guard->p < 2)
    return fail_with (guard, guard->end, dem_json_fault_unterminated_string ());
  if (guard->p[1] == 'u')
    return check_unicode_escape (guard);
  if (guard->p[1] == '\0' || strchr ("\"\\/bfnrt", guard->p[1]) == NULL)
    return fail (guard, guard->p, "bad-escape",
                 _ ("This escape is not known to JSON. Write \\\\ for a backslash itself."));
  guard->p += 2;
  return TRUE;
}

/* One character of a string that is not plain ASCII. */
static gboolean
check_special (Guard *guard)
{
  guint8 byte = (guint8) *guard->p;

  if (byte == '\\')
    return check_escape (guard);
  if (byte < 0x20)
    return fail_with (guard, guard->p, dem_json_fault_control (byte));
  if (byte >= 0x80)
    {
      guint length = utf8_length (guard->p, guard->end);

      if (length == 0)
        return fail_encoding (guard, guard->p);
      guard->p += length;
      return TRUE;
    }
  guard->p++;
  return TRUE;
}

/* At the opening quotation mark; leaves p behind the closing one. */
static gboolean
read_string (Guard *guard)
{
  const char *start = guard->p++;
  gboolean escaped = FALSE;

  for (;;)
    {
      while (guard->end - guard->p >= 8 && all_plain (guard->p))
        guard->p += 8;
      if (guard->p >= guard->end)
        return fail_with (guard, start, dem_json_fault_unterminated_string ());
      if (*guard->p == '"')
        break;
      escaped = escaped || *guard->p == '\\';
      if (!check_special (guard))
        return FALSE;
    }
  guard->p++;
  return add_token (guard, DEM_JSON_STRING, start, (gsize) (guard->p - start - 2), escaped);
}

/* --- numbers and literals --- */

static const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* The end of the number at p by the grammar of RFC 8259, or NULL. */
static const char *
number_end (const char *p, const char *end, gboolean *is_integer)
{
  const char *digits;

  *is_integer = TRUE;
  if (*p == '-')
    p++;
  digits = p;
  p = skip_digits (p, end);
  if (p == digits || (*digits == '0' && p > digits + 1))
    return NULL;
  if (p < end && *p == '.')
    {
      *is_integer = FALSE;
      digits = ++p;
      if ((p = skip_digits (p, end)) == digits)
        return NULL;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      *is_integer = FALSE;
      p++;
      if (p < end && (*p == '+' || *p == '-'))
        p++;
      digits = p;
      if ((p = skip_digits (p, end)) == digits)
        return NULL;
    }
  return p;
}

/* Only long numbers and those with exponents can be beyond what a double holds. */
static void
note_number (Guard *guard, const char *start, gboolean is_integer)
{
  double value;

  if (guard->p - start < 16 && (is_integer || memchr (start, 'e', (gsize) (guard->p - start)) == NULL)
      && (is_integer || memchr (start, 'E', (gsize) (guard->p - start)) == NULL))
    return;
  value = dem_json_tape_number (guard->tape, guard->tape->n_tokens - 1);
  if (!isfinite (value))
    note (guard, "number-out-of-range");
  else if (is_integer && fabs (value) > 9007199254740992.0)
    note (guard, "imprecise-number");
}

static gboolean
read_number (Guard *guard)
{
  const char *start = guard->p;
  gboolean is_integer;
  const char *end = number_end (start, guard->end, &is_integer);

  if (end == NULL || (end < guard->end && (g_ascii_isalnum (*end) || *end == '.' || *end == '_')))
    return fail_with (guard, start, dem_json_fault_number (start, guard->end));
  guard->p = end;
  if (!add_token (guard, DEM_JSON_NUMBER, start, (gsize) (end - start), FALSE))
    return FALSE;
  note_number (guard, start, is_integer);
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

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer tape)
{
  guint key_a = *(const guint *) a;
  guint key_b = *(const guint *) b;
  int order = dem_json_tape_compare_strings (tape, key_a, key_b);

  return order != 0 ? order : (key_a > key_b) - (key_a < key_b);
}

/* The first key that repeats an earlier one, among many: sorted, equal ones are neighbours. */
static guint
repeated_of_many (const DemJsonTape *tape, guint *keys, guint n)
{
  guint repeated = DEM_JSON_NO_TOKEN;

  g_qsort_with_data (keys, (int) n, sizeof *keys, compare_keys, (gpointer) tape);
  for (guint i = 1; i < n; i++)
    if (dem_json_tape_compare_strings (tape, keys[i - 1], keys[i]) == 0)
      repeated = MIN (repeated, keys[i]);
  return repeated;
}

static inline gboolean
same_key (const DemJsonTape *tape, guint a, guint b)
{
  const DemJsonToken *key_a = &tape->tokens[a];
  const DemJsonToken *key_b = &tape->tokens[b];

  if (key_a->escaped || key_b->escaped)
    return dem_json_tape_compare_strings (tape, a, b) == 0;
  return key_a->extent == key_b->extent
         && memcmp (tape->text + key_a->offset, tape->text + key_b->offset, key_a->extent + 1) == 0;
}

static guint
repeated_of_few (const DemJsonTape *tape, const guint *keys, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (same_key (tape, keys[i], keys[j]))
        return keys[i];
  return DEM_JSON_NO_TOKEN;
}

/* A key that stands twice in an object, or DEM_JSON_NO_TOKEN. */
static guint
find_repeated_key (const DemJsonTape *tape, guint object)
{
  guint end = dem_json_tape_end (tape, object);
  guint few[24];
  guint n = 0;
  g_autofree guint *many = NULL;

  for (guint key = object + 1; key < end; key = dem_json_tape_next (tape, key + 1))
    {
      if (n < G_N_ELEMENTS (few))
        few[n] = key;
      n++;
    }
  if (n <= G_N_ELEMENTS (few))
    return repeated_of_few (tape, few, n);
  many = g_new (guint, n);
  n = 0;
  for (guint key = object + 1; key < end; key = dem_json_tape_next (tape, key + 1))
    many[n++] = key;
  return repeated_of_many (tape, many, n);
}

static gboolean
close_container (Guard *guard)
{
  guint container = guard->open[guard->depth - 1];
  DemJsonToken *token = &guard->tape->tokens[container];
  guint repeated = DEM_JSON_NO_TOKEN;

  token->extent = (guard->tape->n_tokens - container - 1) & DEM_JSON_MAX_EXTENT;
  if (token->type == DEM_JSON_OBJECT)
    repeated = find_repeated_key (guard->tape, container);
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
dem_json_guard (const char *text, gsize size, DemJsonTick tick_func, gpointer data, GArray *notes, DemProblem **problem)
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
