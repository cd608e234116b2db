/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "app/argument/evaluation.h"
#include "tests/support/fixture.h"

/* Small arguments for tests, a line for each claim and each step:
 *
 *   a 0.5                      a claim and its starting value; without a number that is left to the default
 *   s: a & b supports t 0.8    a step: its linked premises, where it goes, its weight (1 when not given);
 *                              also "attacks" and "undercuts"
 *
 * Further JSON members may follow a bar: "hope 0.5 | 'scenarios': ['w']". For readability ' stands for ". */

#define ARGUMENT_ID "([a-z0-9.-]+)"
#define ARGUMENT_REST "(?: ([0-9.e-]+))?(?: \\| (.*))?$"

static inline void
append_argument_rest (GString *json, GMatchInfo *match, int first, const char *number_member)
{
  g_autofree char *number = g_match_info_fetch (match, first);
  g_autofree char *members = g_match_info_fetch (match, first + 1);

  if (number != NULL && *number != '\0')
    g_string_append_printf (json, ", '%s': %s", number_member, number);
  if (members != NULL && *members != '\0')
    g_string_append_printf (json, ", %s", members);
  g_string_append (json, "},");
}

static inline void
append_argument_line (GString *claims, GString *steps, const char *line)
{
  g_autoptr (GRegex) claim = g_regex_new ("^" ARGUMENT_ID ARGUMENT_REST, 0, 0, NULL);
  g_autoptr (GRegex) step = g_regex_new (
      "^" ARGUMENT_ID ": (.+) (supports|attacks|undercuts) " ARGUMENT_ID ARGUMENT_REST, 0, 0, NULL);
  g_autoptr (GMatchInfo) claim_match = NULL;
  g_autoptr (GMatchInfo) step_match = NULL;

  if (g_regex_match (step, line, 0, &step_match))
    {
      g_autofree char *head = g_match_info_expand_references (
          step_match, "{'id': '\\1', 'from': ['\\2'], 'kind': '\\3', 'to': '\\4'", NULL);
      g_auto (GStrv) premises = g_strsplit (head, " & ", -1);
      g_autofree char *joined = g_strjoinv ("', '", premises);

      g_string_append (steps, joined);
      append_argument_rest (steps, step_match, 5, "weight");
    }
  else if (g_regex_match (claim, line, 0, &claim_match))
    {
      g_autofree char *head
          = g_match_info_expand_references (claim_match, "{'id': '\\1', 'text': '\\1'", NULL);

      g_string_append (claims, head);
      if (strstr (line, "'kind'") == NULL)
        g_string_append (claims, ", 'kind': 'claim'");
      append_argument_rest (claims, claim_match, 2, "credence");
    }
  else
    g_error ("This is neither a claim nor a step: %s", line);
}

/* Opens the dossier that lines describe; the test fails when anything is wrong with it.
 * @members: (nullable): further members of the dossier. (transfer full) */
static inline DemDossier *
open_argument (const char *lines, const char *members)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  g_autoptr (GString) claims = g_string_new (NULL);
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autofree char *json = NULL;
  DemDossier *dossier;

  for (guint i = 0; split[i] != NULL; i++)
    if (*g_strstrip (split[i]) != '\0')
      append_argument_line (claims, steps, split[i]);
  g_string_truncate (claims, claims->len - (claims->len > 0)); /* the last comma */
  g_string_truncate (steps, steps->len - (steps->len > 0));
  json = g_strdup_printf (
      "{'format': 'demarche-dossier', 'version': 1, 'id': 'urn:demarche:test', 'title': 'Test',"
      "'today': '2020-01-01', 'claims': [%s], 'inferences': [%s]%s%s}",
      claims->str, steps->str, members != NULL ? ", " : "", members != NULL ? members : "");
  dossier = open_text (g_strdelimit (json, "'", '"'));
  for (guint i = 0; i < dem_dossier_get_problems (dossier)->len; i++)
    g_test_message ("%s",
                    ((DemProblem *) g_ptr_array_index (dem_dossier_get_problems (dossier), i))->message);
  g_assert_cmpuint (dem_dossier_get_problems (dossier)->len, ==, 0);
  return dossier;
}

/* The strength of the claim or step with an id. */
static inline DemStrength
get_strength (DemEvaluation *evaluation, const char *id)
{
  return dem_evaluation_get (evaluation, dem_dossier_find (dem_evaluation_get_dossier (evaluation), id));
}

static inline guint32
find_index (DemDossier *dossier, const char *id)
{
  DemRef ref = dem_dossier_find (dossier, id);

  g_assert_false (dem_ref_is_none (ref));
  return ref.index;
}

/* Holds strengths to "t 0.75, s 0.4, u -": "-" is unsettled, "x 0.2..0.4" undecided. */
static inline void
assert_strengths (DemEvaluation *evaluation, const char *expected)
{
  g_auto (GStrv) items = g_strsplit (expected, ", ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], " ", 2);
      const char *second = strstr (words[1], "..");
      DemStrength strength = get_strength (evaluation, words[0]);

      g_test_message ("%s: %.9f, %.9f to %.9f, expected %s", words[0], strength.strength, strength.low,
                      strength.high, words[1]);
      if (g_str_equal (words[1], "-"))
        {
          g_assert_cmpint (strength.status, ==, DEM_STATUS_UNSETTLED);
          g_assert_true (isnan (strength.strength) && isnan (strength.low) && isnan (strength.high));
          continue;
        }
      if (second != NULL)
        g_assert_cmpint (strength.status, ==, DEM_STATUS_UNDECIDED);
      else
        g_assert_true (strength.status == DEM_STATUS_SETTLED || strength.status == DEM_STATUS_ASSUMED);
      g_assert_cmpfloat_with_epsilon (strength.low, g_ascii_strtod (words[1], NULL), 1e-6);
      g_assert_cmpfloat_with_epsilon (strength.high,
                                      g_ascii_strtod (second != NULL ? second + 2 : words[1], NULL), 1e-6);
      g_assert_cmpfloat_with_epsilon (strength.strength, (strength.low + strength.high) / 2, 1e-12);
    }
}
