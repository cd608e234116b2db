/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lights what: claims, actors and events in both directions, steps of the argument, and viewpoints. */

#include "app/argument/viewpoints.h"
#include "app/focus/relevance.h"
#include "tests/support/fixture.h"
#include "tests/support/refs.h"

static const char text[]
    = "{'format': 'demarche-dossier', 'version': 1, 'id': 'urn:x:y', 'title': 'T',"
      "'actors': [{'id': 'a', 'name': 'A', 'kind': 'state'}, {'id': 'b', 'name': 'B', 'kind': 'state'},"
      "           {'id': 'c', 'name': 'C', 'kind': 'state'}, {'id': 'p', 'name': 'P', 'kind': 'person'}],"
      "'relations': [{'id': 'r', 'from': 'a', 'to': 'b', 'kind': 'war', 'events': ['began']}],"
      "'events': [{'id': 'began', 'title': 'It began', 'when': '1990'},"
      "           {'id': 'met', 'title': 'They met', 'when': '1991', 'actors': ['c']}],"
      "'claims': [{'id': 't', 'kind': 'thesis', 'text': 't', 'about': ['c']},"
      "           {'id': 'war', 'kind': 'claim', 'text': 'w', 'about': ['r'], 'by': 'p'},"
      "           {'id': 'start', 'kind': 'claim', 'text': 's', 'about': ['began']},"
      "           {'id': 'talk', 'kind': 'claim', 'text': 'm', 'about': ['met']},"
      "           {'id': 'doubt', 'kind': 'claim', 'text': 'd', 'by': 'p'}],"
      "'inferences': [{'id': 'i', 'kind': 'supports', 'from': ['war'], 'to': 't'},"
      "               {'id': 'u', 'kind': 'undercuts', 'from': ['talk'], 'to': 'i'}],"
      "'scenarios': [{'id': 'x', 'title': 'X', 'assume': {'t': 1}}]}";

static DemDossier *
open_example (void)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  return open_text (json);
}

/* Selected: lit; what begins with ! is not. */
static void
test_table (void)
{
  static const struct
  {
    const char *selected;
    const char *lit;
  } rows[] = {
    { "war", "p a b began t i !c !met !talk !doubt" },
    { "start", "began a b !c !p" },
    { "talk", "met c !a" },
    { "a", "war start !talk !t !doubt" },
    { "c", "t talk !war" },
    { "p", "war doubt !talk" },
    { "began", "start war !talk" },
    { "met", "talk !war" },
    { "i", "war t a b c p began !met !doubt" },
    { "u", "talk i war t met c !a" },
  };
  g_autoptr (DemDossier) dossier = open_example ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemRef ref = find_item (dossier, rows[i].selected);
      g_autoptr (DemRelevance) relevance = dem_relevance_new (dossier, &ref, 1, DEM_NO_INDEX);
      g_auto (GStrv) lit = g_strsplit (rows[i].lit, " ", -1);

      for (guint j = 0; lit[j] != NULL; j++)
        {
          gboolean not = *lit[j] == '!';

          g_test_message ("%s: %s", rows[i].selected, lit[j]);
          g_assert_cmpint (dem_relevance_contains (relevance, find_item (dossier, lit[j] + not)), ==, !not);
        }
    }
}

/* All pairs of a claim and an actor or event: what lights one is lit by it. */
static void
assert_both_ways (DemDossier *dossier, DemKind kind)
{
  guint n = dem_dossier_count (dossier, kind), n_claims = dem_dossier_count (dossier, DEM_KIND_CLAIM), n_lit = 0;

  for (guint32 i = 0; i < n; i++)
    {
      DemRef item = { kind, i };
      g_autoptr (DemRelevance) of_item = dem_relevance_new (dossier, &item, 1, DEM_NO_INDEX);

      for (guint32 j = 0; j < n_claims; j++)
        {
          DemRef claim = DEM_REF (CLAIM, j);
          g_autoptr (DemRelevance) of_claim = dem_relevance_new (dossier, &claim, 1, DEM_NO_INDEX);

          g_test_message ("%s, %s", dem_dossier_get_item (dossier, item)->id, dem_dossier_claim (dossier, j)->item.id);
          g_assert_cmpint (dem_relevance_contains (of_item, claim), ==, dem_relevance_contains (of_claim, item));
          n_lit += dem_relevance_contains (of_item, claim);
        }
    }
  g_assert_cmpuint (n_lit, >, 0);
  g_assert_cmpuint (n_lit, <, n * n_claims);
}

static void
test_both_ways (gconstpointer file)
{
  g_autoptr (DemDossier) dossier = open_fixture (file);

  assert_both_ways (dossier, DEM_KIND_ACTOR);
  assert_both_ways (dossier, DEM_KIND_EVENT);
}

static void
on_changed (DemFocus *focus, DemFocusChange what, guint *seen)
{
  *seen |= what;
}

static void
test_viewpoint (void)
{
  g_autoptr (DemDossier) dossier = open_example ();
  g_autoptr (DemDossier) again = open_example ();
  g_autoptr (DemFocus) focus = dem_focus_new ();
  g_autoptr (DemFocus) copy = dem_focus_new ();
  guint seen = 0;

  dem_focus_open (focus, dossier);
  g_signal_connect (focus, "changed", G_CALLBACK (on_changed), &seen);
  g_assert_cmpuint (dem_focus_get_viewpoint (focus), ==, DEM_NO_INDEX);
  dem_focus_set_viewpoint (focus, 3);
  dem_focus_set_viewpoint (focus, 3);
  g_assert_cmpuint (seen, ==, DEM_FOCUS_VIEWPOINT);
  g_assert_true (dem_relevance_contains (dem_focus_get_relevance (focus), find_item (dossier, "war")));
  g_assert_false (dem_relevance_contains (dem_focus_get_relevance (focus), find_item (dossier, "talk")));
  g_assert_true (dem_relevance_contains (dem_focus_get_relevance (focus), find_item (dossier, "met")));
  dem_focus_select (focus, find_item (dossier, "talk"));
  g_assert_true (dem_relevance_contains (dem_focus_get_relevance (focus), find_item (dossier, "talk")));
  g_assert_false (dem_relevance_contains (dem_focus_get_relevance (focus), find_item (dossier, "war")));

  dem_focus_copy_from (copy, focus);
  g_assert_cmpuint (dem_focus_get_viewpoint (copy), ==, 3);
  dem_focus_swap (focus, again);
  g_assert_cmpuint (dem_focus_get_viewpoint (focus), ==, 3);
  g_assert_true (dem_focus_clear_last (focus));
  g_assert_cmpuint (dem_focus_get_viewpoint (focus), ==, DEM_NO_INDEX);
  dem_focus_set_viewpoint (focus, 0);
  dem_focus_open (focus, dossier);
  g_assert_cmpuint (dem_focus_get_viewpoint (focus), ==, DEM_NO_INDEX);
}

static void
test_viewpoints (void)
{
  g_autoptr (DemDossier) dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  g_autoptr (GArray) list = dem_viewpoints_list (dossier, DEM_NO_INDEX);
  guint32 flournoy = find_item (dossier, "michele-flournoy").index;
  g_autofree char *title = dem_viewpoints_dup_title (dossier, DEM_NO_INDEX, flournoy);
  guint all = 0;

  g_assert_cmpuint (g_array_index (list, DemViewpoint, 0).actor, ==, find_item (dossier, "doug-bandow").index);
  g_assert_cmpuint (dem_viewpoints_count (dossier, DEM_NO_INDEX, flournoy), ==, 3);
  g_assert_cmpstr (title, ==, "What M. Flournoy holds: 3 claims");
  for (guint i = 0; i < list->len; i++)
    {
      all += g_array_index (list, DemViewpoint, i).n_claims;
      g_assert_true (i == 0
                     || g_array_index (list, DemViewpoint, i - 1).n_claims
                            >= g_array_index (list, DemViewpoint, i).n_claims);
    }
  g_assert_cmpuint (all, <=, dem_dossier_count (dossier, DEM_KIND_CLAIM));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relevance/table", test_table);
  g_test_add_data_func ("/relevance/both-ways/north-korea", "../data/dossiers/north-korea-2020.dossier.json",
                        test_both_ways);
  g_test_add_data_func ("/relevance/both-ways/panama", "../data/dossiers/panama-canal-1978.dossier.json", test_both_ways);
  g_test_add_func ("/relevance/viewpoint", test_viewpoint);
  g_test_add_func ("/relevance/viewpoints", test_viewpoints);
  return g_test_run ();
}
