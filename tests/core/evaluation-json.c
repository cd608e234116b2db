/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/evaluation_json.h"

#include <json-glib/json-glib.h>

#include "tests/support/argument.h"

static JsonNode *
write_and_read (const char *lines, const char *members)
{
  g_autoptr (DemDossier) dossier = open_argument (lines, members);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  guint32 thesis = dem_evaluation_get_thesis (evaluation);
  g_autoptr (DemCruxes) cruxes
      = thesis != DEM_NO_INDEX ? dem_cruxes_new (evaluation, thesis, NULL, NULL) : NULL;
  g_autofree char *json = dem_evaluation_to_json (evaluation, cruxes);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (json, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (json, "}\n"));
  return root;
}

/* Holds the value at a JSONPath to its compact text. */
static void
assert_at (JsonNode *root, const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) found = json_path_query (path, root, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = json_to_string (found, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_plain (void)
{
  g_autoptr (JsonNode) root = write_and_read ("t 0.5 | 'kind': 'thesis', 'cites': [{'source': 'one'}]\n"
                                              "a 0.5 | 'cites': [{'source': 'one'}]\n s: a supports t 0.5\n"
                                              "h 0.5 | 'scenarios': ['w']\n r: h attacks t",
                                              "'sources': [{'id': 'one', 'type': 'book', 'title': 'One'}],"
                                              "'scenarios': [{'id': 'w', 'title': 'W', 'assume': {}}]");

  assert_at (root, "$.claims[*].id", "[\"t\",\"a\"]");
  assert_at (root, "$.claims[*].base", "[0.5,0.5]");
  assert_at (root, "$.claims[*].strength", "[0.625,0.5]");
  assert_at (root, "$.claims[*].status", "[\"settled\",\"settled\"]");
  assert_at (root, "$.inferences", "[[{\"id\":\"s\",\"strength\":0.25,\"status\":\"settled\"}]]");
  assert_at (root, "$.cruxes[*].id", "[\"a\",\"one\"]");
  assert_at (root, "$.cruxes[*].kind", "[\"claim\",\"source\"]");
  assert_at (root, "$.cruxes[*].accepted", "[0.11250000000000004]");
  assert_at (root, "$.cruxes[*].decisive", "[false,false]");
}

static void
test_no_numbers (void)
{
  g_autoptr (JsonNode) root
      = write_and_read ("t 0.001 | 'kind': 'thesis'\n a 0.5\n s: t supports t\n r: t supports a", NULL);

  assert_at (root, "$.claims[*].strength", "[null,null]");
  assert_at (root, "$.claims[*].status", "[\"unsettled\",\"unsettled\"]");
  assert_at (root, "$.claims[0].range", "[[null,null]]");
  assert_at (root, "$.inferences[*].strength", "[null,null]");
}

static void
test_undecided (void)
{
  g_autoptr (JsonNode) root = write_and_read (
      "t 0.5\n a 0.5\n s: a supports t | 'needs': {'before': [{'date': '1990'}, {'item': 'undated'}]}",
      "'events': [{'id': 'undated', 'title': 'Undated'}]");

  assert_at (root, "$.claims[0]",
             "[{\"id\":\"t\",\"base\":0.5,\"strength\":0.625,\"status\":\"undecided\","
             "\"low\":0.5,\"high\":0.75,\"undecided\":[\"s\"]}]");
  assert_at (root, "$.inferences[0].low", "[0.0]");
  assert_at (root, "$.cruxes", "[[]]"); /* there is no thesis */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evaluation-json/plain", test_plain);
  g_test_add_func ("/evaluation-json/no-numbers", test_no_numbers);
  g_test_add_func ("/evaluation-json/undecided", test_undecided);

  return g_test_run ();
}
