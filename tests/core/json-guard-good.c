/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_guard.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What the guard reads from good JSON, against json-glib as a second opinion. */

/* clang-format off: a table */
static const char *const good[] = {
  "{}",
  "[]",
  " { } ",
  "\t[\r\n]\n",
  "\xef\xbb\xbf{}",
  "\xef\xbb\xbf [1]",
  "{\"a\":1}",
  "{\"a\":{\"b\":[1,2,{\"c\":null}]}}",
  "[[[[]]],[]]",
  "{\"a\":[],\"b\":{}}",
  "[0]",
  "[-0]",
  "[-0.0]",
  "[1.5]",
  "[1e5]",
  "[1E+5]",
  "[1.25e-3]",
  "[123456789012345]",
  "[0.1,0.2]",
  "[1e-400]",
  "[9007199254740992]",
  "[-9007199254740992]",
  "[true,false,null]",
  "[true ,\nfalse\t, null ]",
  "[\"\"]",
  "[\"abc\"]",
  "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
  "[\"\\u0041\\u00e9\\u20ac\\uFFFF\"]",
  "[\"\\ud83d\\ude00\"]",
  "[\"\\uD83D\\uDE00x\\udbff\\udfff\"]",
  "[\"\x7f\"]",
  "[\"\xc2\x80\xdf\xbf\"]",
  "[\"\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\"]",
  "[\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"]",
  "[\"a long text without anything special in it, so that whole words are skipped\"]",
  "[\"1234567\\n1234567\xc3\xa9"
  "12345678\\\"\"]",
  "{\"a\":1,\"A\":2,\"a \":3,\"\":4}",
  "{\"\\u0061b\":1,\"a\":2}",
  "[{\"a\":1},{\"a\":1}]",
  "{\"a\":{\"a\":{\"a\":1}}}",
  "[{\"a\":1,\"b\":[{\"a\":2}]},\"</b>&amp;<b>\"]",
};
/* clang-format on */

static guint assert_same (const DemJsonTape *tape, guint token, JsonNode *node);

static guint
assert_same_object (const DemJsonTape *tape, guint token, JsonObject *object)
{
  guint end = dem_json_tape_end (tape, token);
  guint n = 0;

  for (guint key = token + 1; key < end; n++)
    {
      g_autoptr (GString) scratch = g_string_new (NULL);
      gsize length;
      const char *text = dem_json_tape_string (tape, key, scratch, &length);
      g_autofree char *name = g_strndup (text, length);

      g_assert_true (json_object_has_member (object, name));
      g_assert_cmpuint (dem_json_tape_find (tape, token, name), ==, key + 1);
      key = assert_same (tape, key + 1, json_object_get_member (object, name));
    }
  g_assert_cmpuint (n, ==, json_object_get_size (object));
  g_assert_cmpuint (dem_json_tape_find (tape, token, "no such name"), ==, DEM_JSON_NO_TOKEN);
  return end;
}

static guint
assert_same_array (const DemJsonTape *tape, guint token, JsonArray *array)
{
  guint end = dem_json_tape_end (tape, token);
  guint n = 0;

  g_assert_cmpuint (dem_json_tape_count (tape, token), ==, json_array_get_length (array));
  for (guint element = token + 1; element < end; n++)
    element = assert_same (tape, element, json_array_get_element (array, n));
  return end;
}

/* Returns the token behind the value. */
static guint
assert_same (const DemJsonTape *tape, guint token, JsonNode *node)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  const char *text;
  gsize length;

  switch (dem_json_tape_type (tape, token))
    {
    case DEM_JSON_OBJECT:
      return assert_same_object (tape, token, json_node_get_object (node));
    case DEM_JSON_ARRAY:
      return assert_same_array (tape, token, json_node_get_array (node));
    case DEM_JSON_STRING:
      text = dem_json_tape_string (tape, token, scratch, &length);
      g_assert_cmpmem (text, length, json_node_get_string (node), strlen (json_node_get_string (node)));
      break;
    case DEM_JSON_NUMBER:
      g_assert_cmpfloat (dem_json_tape_number (tape, token), ==, json_node_get_double (node));
      break;
    case DEM_JSON_NULL:
      g_assert_true (json_node_is_null (node));
      break;
    default:
      g_assert_cmpint (dem_json_tape_type (tape, token) == DEM_JSON_TRUE, ==, json_node_get_boolean (node));
    }
  return dem_json_tape_next (tape, token);
}

static void
test_good (gconstpointer data)
{
  const char *text = data;
  gsize size = strlen (text);
  g_autofree char *copy = g_memdup2 (text, size);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (DemJsonNote));
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  DemProblem *problem = NULL;
  g_autoptr (DemJsonTape) tape = dem_json_guard (copy, size, NULL, NULL, notes, &problem);

  if (problem != NULL)
    g_error ("%s: %s", text, problem->message);
  g_assert_nonnull (tape);
  g_assert_cmpuint (notes->len, ==, 0);
  g_assert_cmpuint (dem_json_tape_next (tape, 0), ==, tape->n_tokens);
  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  assert_same (tape, 0, json_parser_get_root (parser));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-guard-good/%03u", i);

      g_test_add_data_func (path, good[i], test_good);
    }
  return g_test_run ();
}
