/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_guard.h"

#include <math.h>
#include <string.h>

/* The guard against a table of bad JSON, and at its limits. */

typedef struct
{
  const char *text;
  gssize size; /* 0: up to the NUL */
  const char *code;
  guint line;
  guint column;
} Bad;

/* clang-format off: a table */
static const Bad bad[] = {
  /* Nothing there */
  { "", 0, "empty-file", 1, 1 },
  { " ", 0, "empty-file", 1, 2 },
  { "\n\n\t", 0, "empty-file", 3, 2 },
  { "\xef\xbb\xbf", 0, "empty-file", 1, 1 },

  /* Ends too early */
  { "{", 0, "unterminated", 1, 2 },
  { "[", 0, "unterminated", 1, 2 },
  { "[1", 0, "unterminated", 1, 3 },
  { "[1,", 0, "unterminated", 1, 4 },
  { "{\"a\"", 0, "unterminated", 1, 5 },
  { "{\"a\":", 0, "unterminated", 1, 6 },
  { "{\"a\":1", 0, "unterminated", 1, 7 },
  { "{\"a\":1,", 0, "unterminated", 1, 8 },
  { "{\n  \"a\": [\n", 0, "unterminated", 3, 1 },
  { "\"abc", 0, "unterminated", 1, 1 },
  { "[\"abc\\\"]", 0, "unterminated", 1, 2 },
  { "{\"a\":\"b}", 0, "unterminated", 1, 6 },

  /* Commas */
  { "[1,]", 0, "trailing-comma", 1, 3 },
  { "{\"a\":1,}", 0, "trailing-comma", 1, 7 },
  { "{\n  \"a\": 1,\n}", 0, "trailing-comma", 2, 9 },
  { "[1,,2]", 0, "extra-comma", 1, 4 },
  { "[,1]", 0, "extra-comma", 1, 2 },
  { "{,}", 0, "extra-comma", 1, 2 },
  { "{\"a\":1,,\"b\":2}", 0, "extra-comma", 1, 8 },
  { "{\"a\":,}", 0, "extra-comma", 1, 6 },
  { "[1 2]", 0, "missing-comma", 1, 4 },
  { "[\"a\" \"b\"]", 0, "missing-comma", 1, 6 },
  { "[[] []]", 0, "missing-comma", 1, 5 },
  { "{\"a\":1 \"b\":2}", 0, "missing-comma", 1, 8 },
  { "{\n  \"a\": 1\n  \"b\": 2\n}", 0, "missing-comma", 3, 3 },
  { "{\"a\":[1]:2}", 0, "missing-comma", 1, 9 },

  /* Colons and names */
  { "{\"a\" 1}", 0, "missing-colon", 1, 6 },
  { "{\"a\",1}", 0, "missing-colon", 1, 5 },
  { "{\"a\"=1}", 0, "missing-colon", 1, 5 },
  { "{\"a\"}", 0, "mismatched-bracket", 1, 5 },
  { "{\"a\":1,\"b\"}", 0, "mismatched-bracket", 1, 11 },
  { "{\"a\"::1}", 0, "unexpected-character", 1, 6 },
  { "{a:1}", 0, "unquoted-text", 1, 2 },
  { "{1:1}", 0, "unquoted-text", 1, 2 },
  { "{_a:1}", 0, "unquoted-text", 1, 2 },
  { "{\"a\":1,b:2}", 0, "unquoted-text", 1, 8 },
  { "{null:1}", 0, "unquoted-text", 1, 2 },
  { "{[]:1}", 0, "unexpected-character", 1, 2 },
  { "{\"a\":1,{}}", 0, "unexpected-character", 1, 8 },
  { "[\"a\":1]", 0, "missing-comma", 1, 5 },

  /* Brackets */
  { "]", 0, "mismatched-bracket", 1, 1 },
  { "}", 0, "mismatched-bracket", 1, 1 },
  { "[1}", 0, "mismatched-bracket", 1, 3 },
  { "{\"a\":1]", 0, "mismatched-bracket", 1, 7 },
  { "{\"a\":}", 0, "mismatched-bracket", 1, 6 },
  { "{]", 0, "mismatched-bracket", 1, 2 },
  { "[}", 0, "mismatched-bracket", 1, 2 },
  { "(1)", 0, "unexpected-character", 1, 1 },

  /* After the value */
  { "{}{}", 0, "trailing-content", 1, 3 },
  { "1 2", 0, "trailing-content", 1, 3 },
  { "[]]", 0, "trailing-content", 1, 3 },
  { "{},", 0, "trailing-content", 1, 3 },
  { "{\"a\":1}\n{\"b\":2}\n", 0, "trailing-content", 2, 1 },
  { "null x", 0, "trailing-content", 1, 6 },
  { "{};", 0, "trailing-content", 1, 3 },

  /* What is not JSON but looks like it */
  { "// hello\n{}", 0, "comment", 1, 1 },
  { "{/* a */}", 0, "comment", 1, 2 },
  { "{\"a\":1 // one\n}", 0, "comment", 1, 8 },
  { "# hello\n{}", 0, "comment", 1, 1 },
  { "{} // end", 0, "comment", 1, 4 },
  { "{'a':1}", 0, "single-quotes", 1, 2 },
  { "['a']", 0, "single-quotes", 1, 2 },
  { "var x = {};", 0, "unquoted-text", 1, 1 },
  { "[abc]", 0, "unquoted-text", 1, 2 },
  { "<dossier/>", 0, "unexpected-character", 1, 1 },
  { "\xe2\x80\x9c"
    "a\xe2\x80\x9d",
    0, "unexpected-character", 1, 1 },
  { "{\xe2\x80\x9c"
    "a\xe2\x80\x9d: 1}",
    0, "unexpected-character", 1, 2 },
  { "[1,\xc2\xa0 2]", 0, "unexpected-character", 1, 4 },
  { "[1\f]", 0, "missing-comma", 1, 3 },

  /* Literals */
  { "[True]", 0, "bad-literal", 1, 2 },
  { "[FALSE]", 0, "bad-literal", 1, 2 },
  { "[Null]", 0, "bad-literal", 1, 2 },
  { "[nulll]", 0, "bad-literal", 1, 2 },
  { "[true1]", 0, "bad-literal", 1, 2 },
  { "[tru]", 0, "unquoted-text", 1, 2 },
  { "[NaN]", 0, "bad-literal", 1, 2 },
  { "[Infinity]", 0, "bad-literal", 1, 2 },
  { "[None]", 0, "bad-literal", 1, 2 },
  { "[undefined]", 0, "bad-literal", 1, 2 },
  { "t", 0, "unquoted-text", 1, 1 },

  /* Numbers */
  { "[012]", 0, "bad-number", 1, 2 },
  { "[00]", 0, "bad-number", 1, 2 },
  { "[-01]", 0, "bad-number", 1, 2 },
  { "[0x1F]", 0, "bad-number", 1, 2 },
  { "[+1]", 0, "bad-number", 1, 2 },
  { "[.5]", 0, "bad-number", 1, 2 },
  { "[-.5]", 0, "bad-number", 1, 2 },
  { "[1.]", 0, "bad-number", 1, 2 },
  { "[1.e5]", 0, "bad-number", 1, 2 },
  { "[1e]", 0, "bad-number", 1, 2 },
  { "[1e+]", 0, "bad-number", 1, 2 },
  { "[1.5.2]", 0, "bad-number", 1, 2 },
  { "[1_000]", 0, "bad-number", 1, 2 },
  { "[-]", 0, "bad-number", 1, 2 },
  { "[-Infinity]", 0, "bad-number", 1, 2 },
  { "[2020-11-19]", 0, "missing-comma", 1, 6 },
  { "[12abc]", 0, "bad-number", 1, 2 },
  { "-", 0, "bad-number", 1, 1 },
  { "[1e5x]", 0, "bad-number", 1, 2 },

  /* Texts */
  { "[\"a\nb\"]", 0, "control-character", 1, 4 },
  { "[\"a\tb\"]", 0, "control-character", 1, 4 },
  { "[\"a\r\nb\"]", 0, "control-character", 1, 4 },
  { "[\"a\x01"
    "b\"]",
    0, "control-character", 1, 4 },
  { "[\"a\x1f\"]", 0, "control-character", 1, 4 },
  { "[\"a\0b\"]", 7, "nul-character", 1, 4 },
  { "[\"\\q\"]", 0, "bad-escape", 1, 3 },
  { "[\"\\'\"]", 0, "bad-escape", 1, 3 },
  { "[\"\\x41\"]", 0, "bad-escape", 1, 3 },
  { "[\"\\\n\"]", 0, "bad-escape", 1, 3 },
  { "[\"\\u12\"]", 0, "bad-escape", 1, 3 },
  { "[\"\\u12G4\"]", 0, "bad-escape", 1, 3 },
  { "[\"\\U0041\"]", 0, "bad-escape", 1, 3 },
  { "[\"ab\\", 0, "bad-escape", 1, 5 },
  { "[\"ab\\u00", 0, "bad-escape", 1, 5 },
  { "[\"\\u0000\"]", 0, "nul-character", 1, 3 },
  { "[\"\\ud800\"]", 0, "lone-surrogate", 1, 3 },
  { "[\"\\udc00\"]", 0, "lone-surrogate", 1, 3 },
  { "[\"\\ud800\\ud800\"]", 0, "lone-surrogate", 1, 3 },
  { "[\"\\ud800x\"]", 0, "lone-surrogate", 1, 3 },
  { "[\"\\ud83d\\n\"]", 0, "lone-surrogate", 1, 3 },
  { "[\"x\\udbff\\u0041\"]", 0, "lone-surrogate", 1, 4 },

  /* UTF-8 */
  { "[\"\x80\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xff\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xc0\xaf\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xc1\xbf\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xe0\x80\xaf\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xf0\x80\x80\xaf\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xed\xa0\x80\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xed\xbf\xbf\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xf4\x90\x80\x80\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xf5\x80\x80\x80\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xc3\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xe2\x82\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xf0\x9f\x98\"]", 0, "not-utf-8", 1, 3 },
  { "[\"\xf0\x9f\x98", 0, "not-utf-8", 1, 3 },
  { "[\"Z\xfcrich\"]", 0, "not-utf-8", 1, 4 },
  { "[\"\xc3\xa9\xc3\xa9\", \"\xe9\"]", 0, "not-utf-8", 1, 9 },
  { "\xff\xfe{\0}\0", 6, "not-utf-8", 1, 1 },
  { "\xfe\xff\0{\0}", 6, "not-utf-8", 1, 1 },
  { "{\0}\0", 4, "not-utf-8", 1, 2 },
  { "[1]\0", 4, "not-utf-8", 1, 4 },
  { "\xef\xbb\xbf\xef\xbb\xbf{}", 0, "unexpected-character", 1, 1 },

  /* Names twice */
  { "{\"a\":1,\"a\":2}", 0, "duplicate-key", 1, 8 },
  { "{\"a\":1,\"\\u0061\":2}", 0, "duplicate-key", 1, 8 },
  { "{\"\\u00e9\":1,\"\xc3\xa9\":2}", 0, "duplicate-key", 1, 13 },
  { "{\"\":1,\"\":2}", 0, "duplicate-key", 1, 7 },
  { "[{},{\"a\":{\"b\":1,\"c\":2,\"b\":3}}]", 0, "duplicate-key", 1, 23 },
  { "{\n \"a\": {},\n \"a\": {}\n}", 0, "duplicate-key", 3, 2 },
  { "{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":1}", 0, "duplicate-key", 1, 19 },

  /* Lines end in LF, CR LF or CR; columns count characters */
  { "[\r\n1,\r\nx]", 0, "unquoted-text", 3, 1 },
  { "[\r1,\rx]", 0, "unquoted-text", 3, 1 },
  { "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\", x]", 0, "unquoted-text", 1, 9 },
  { "\xef\xbb\xbf[x]", 0, "unquoted-text", 1, 2 },
};
/* clang-format on */

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  gsize size = row->size > 0 ? (gsize) row->size : strlen (row->text);
  /* In memory of its own, so that a sanitizer sees a step beyond its end. */
  g_autofree char *copy = g_memdup2 (row->text, size);
  DemProblem *problem = NULL;

  g_assert_null (dem_json_guard (copy, size, NULL, NULL, NULL, &problem));
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->severity, ==, DEM_SEVERITY_ERROR);
  g_assert_cmpstr (problem->code, ==, row->code);
  g_assert_cmpuint (problem->line, ==, row->line);
  g_assert_cmpuint (problem->column, ==, row->column);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_cmpuint (strlen (problem->message), >, 10);
  dem_problem_free (problem);
}

static DemJsonTape *
guard_string (GString *text, DemProblem **problem)
{
  return dem_json_guard (text->str, text->len, NULL, NULL, NULL, problem);
}

static void
assert_code (GString *text, const char *code)
{
  DemProblem *problem = NULL;
  g_autoptr (DemJsonTape) tape = guard_string (text, &problem);

  g_assert_cmpstr (problem != NULL ? problem->code : NULL, ==, code);
  g_assert_cmpint (tape == NULL, ==, problem != NULL);
  g_clear_pointer (&problem, dem_problem_free);
}

static GString *
nest (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return text;
}

static void
test_depth (void)
{
  static const struct
  {
    guint depth;
    const char *code;
  } rows[] = { { 64, NULL }, { 65, "too-deep" }, { 1000000, "too-deep" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) arrays = nest (rows[i].depth, "[", "]");
      g_autoptr (GString) objects = nest (rows[i].depth, "{\"a\":", "}");

      assert_code (arrays, rows[i].code);
      assert_code (objects, rows[i].code);
    }
}

/* An object with many names is not compared pair by pair, and tells the first that repeats another. */
static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  DemProblem *problem = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "\"n%u\":1,\n", i);
  g_string_append (text, "\"x\":1");
  g_string_append_c (text, '}');
  assert_code (text, NULL);

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\n\"n7\":1,\n\"n5\":1}");
  g_assert_null (guard_string (text, &problem));
  g_assert_cmpstr (problem->code, ==, "duplicate-key");
  g_assert_cmpuint (problem->line, ==, 200002);
  dem_problem_free (problem);
}

static void
test_notes (void)
{
  static const struct
  {
    const char *number;
    const char *code;
    double value;
  } rows[] = {
    { "1e999", "number-out-of-range", HUGE_VAL },
    { "-1e999", "number-out-of-range", -HUGE_VAL },
    { "9007199254740993", "imprecise-number", 9007199254740992.0 },
    { "123456789012345678901234567890", "imprecise-number", 123456789012345678901234567890.0 },
    { "0.30000000000000004", NULL, 0.30000000000000004 },
    { "1e300", NULL, 1e300 },
    { "1234567890123456.5", NULL, 1234567890123456.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("[0, %s]", rows[i].number);
      g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (DemJsonNote));
      g_autoptr (DemJsonTape) tape = dem_json_guard (text, strlen (text), NULL, NULL, notes, NULL);

      g_assert_nonnull (tape);
      g_assert_cmpfloat (dem_json_tape_number (tape, 2), ==, rows[i].value);
      g_assert_cmpuint (notes->len, ==, rows[i].code != NULL ? 1 : 0);
      if (rows[i].code == NULL)
        continue;
      g_assert_cmpstr (g_array_index (notes, DemJsonNote, 0).code, ==, rows[i].code);
      g_assert_cmpuint (g_array_index (notes, DemJsonNote, 0).token, ==, 2);
    }
}

/* A number longer than any buffer that one might think is enough. */
static void
test_long_number (void)
{
  g_autoptr (GString) text = g_string_new ("[0.");
  g_autoptr (DemJsonTape) tape = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '3');
  g_string_append_c (text, ']');
  tape = guard_string (text, NULL);
  g_assert_nonnull (tape);
  g_assert_cmpfloat_with_epsilon (dem_json_tape_number (tape, 1), 1.0 / 3, 1e-15);
}

static void
test_pointers (void)
{
  static const char text[] = "{\"a\": [1, {\"b/c\": 2, \"m~n\": {\"\": [3, 4]}}], \"\\u0065\": 5}";
  static const struct
  {
    const char *at; /* the value that begins so */
    const char *pointer;
  } rows[] = {
    { "{\"a\"", "" },         { "[1", "/a" },
    { "1", "/a/0" },          { "\"b/c\"", "/a/1/b~1c" },
    { "2", "/a/1/b~1c" },     { "\"m~n\"", "/a/1/m~0n" },
    { "{\"\"", "/a/1/m~0n" }, { "[3", "/a/1/m~0n/" },
    { "4", "/a/1/m~0n//1" },  { "5", "/e" },
  };
  g_autoptr (DemJsonTape) tape = dem_json_guard (text, strlen (text), NULL, NULL, NULL, NULL);

  g_assert_nonnull (tape);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize offset = (gsize) (strstr (text, rows[i].at) - text);
      g_autofree char *pointer = NULL;
      guint token = 0;

      /* The digits of the escape are no value of their own. */
      if (strcmp (rows[i].at, "5") == 0)
        offset = strlen (text) - 2;
      while (tape->tokens[token].offset != offset)
        g_assert_cmpuint (++token, <, tape->n_tokens);
      pointer = dem_json_tape_pointer (tape, 0, "", token);
      g_assert_cmpstr (pointer, ==, rows[i].pointer);
    }
}

static void
test_place (void)
{
  static const char text[] = "\xef\xbb\xbf"
                             "ab\nc\r\n\xc3\xa9"
                             "d\re";
  static const struct
  {
    gsize offset;
    guint line;
    guint column;
  } rows[] = { { 3, 1, 1 }, { 4, 1, 2 },  { 5, 1, 3 },  { 6, 2, 1 },
               { 9, 3, 1 }, { 11, 3, 2 }, { 13, 4, 1 }, { 99, 4, 2 } };
  DemJsonPlace place = DEM_JSON_PLACE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      dem_json_place_advance (&place, text, strlen (text), rows[i].offset);
      g_assert_cmpuint (place.line, ==, rows[i].line);
      g_assert_cmpuint (place.column, ==, rows[i].column);
    }
}

static gboolean
stop_at_second_tick (gsize done, gpointer data)
{
  guint *n = data;

  return ++*n < 2;
}

static void
test_stopped (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  DemProblem *problem = NULL;
  guint n = 0;

  while (text->len < 4 * 1024 * 1024)
    g_string_append (text, "1,");
  g_string_append (text, "1]");
  g_assert_null (dem_json_guard (text->str, text->len, stop_at_second_tick, &n, NULL, &problem));
  g_assert_null (problem);
  g_assert_cmpuint (n, ==, 2);
}

/* Whatever is cut off a good text, or put in place of one of its bytes, there is an answer. */
static void
test_every_cut (void)
{
  static const char text[]
      = "{\"a\": [1, -2.5e3, \"x\\u00e9\\ud83d\\ude00\xc3\xa9\", true, null], \"b\": {\"c\": false}}";
  gsize size = strlen (text);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autofree char *copy = g_memdup2 (text, MAX (cut, 1));
      DemProblem *problem = NULL;

      g_assert_null (dem_json_guard (copy, cut, NULL, NULL, NULL, &problem));
      g_assert_nonnull (problem);
      dem_problem_free (problem);
    }
  for (gsize at = 0; at < size; at++)
    for (guint byte = 0; byte < 256; byte++)
      {
        g_autofree char *copy = g_memdup2 (text, size);
        DemProblem *problem = NULL;
        g_autoptr (DemJsonTape) tape = NULL;

        copy[at] = (char) byte;
        tape = dem_json_guard (copy, size, NULL, NULL, NULL, &problem);
        g_assert_cmpint (tape == NULL, ==, problem != NULL);
        g_clear_pointer (&problem, dem_problem_free);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-guard/bad/%03u-%s", i, bad[i].code);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/json-guard/depth", test_depth);
  g_test_add_func ("/json-guard/many-names", test_many_names);
  g_test_add_func ("/json-guard/notes", test_notes);
  g_test_add_func ("/json-guard/long-number", test_long_number);
  g_test_add_func ("/json-guard/pointers", test_pointers);
  g_test_add_func ("/json-guard/place", test_place);
  g_test_add_func ("/json-guard/stopped", test_stopped);
  g_test_add_func ("/json-guard/every-cut", test_every_cut);
  return g_test_run ();
}
