/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/dossier.h"

#include "tests/support/fixture.h"
#include "tests/support/refs.h"

#include <math.h>
#include <string.h>

/* Every member of every kind, read from a dossier that has them all. */

typedef struct
{
  DemDossier *dossier;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("fixtures/all-members.dossier.json");
  g_assert_cmpuint (dem_dossier_get_problems (fixture->dossier)->len, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->dossier);
}

static const DemActor *
actor (DemDossier *dossier, const char *id)
{
  return dem_dossier_actor (dossier, index_of (dossier, id));
}

static const DemRelation *
relation (DemDossier *dossier, const char *id)
{
  return dem_dossier_relation (dossier, index_of (dossier, id));
}

static void
assert_texts (const char *const *texts, guint n, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", texts[i]);
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  g_autofree char *today = dem_day_format (dem_dossier_get_today (dossier));
  g_autofree char *name = g_file_get_basename (dem_dossier_get_file (dossier));

  g_assert_cmpstr (dem_dossier_get_id (dossier), ==, "urn:demarche:test:all-members");
  g_assert_cmpstr (dem_dossier_get_title (dossier), ==, "The ferry <b>question</b>");
  g_assert_cmpstr (dem_dossier_get_subtitle (dossier), ==, "Subtitle");
  g_assert_cmpstr (dem_dossier_get_summary (dossier), ==, "Summary");
  g_assert_cmpstr (dem_dossier_get_creator (dossier), ==, "Creator");
  g_assert_cmpstr (dem_dossier_get_language (dossier), ==, "en");
  g_assert_cmpstr (name, ==, "all-members.dossier.json");
  g_assert_cmpint (dem_dossier_get_today (dossier), ==, dem_day_from_date (2020, 11, 19));
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  static const guint expected[DEM_N_KINDS] = { 0, 3, 5, 2, 4, 3, 7, 4, 7, 4, 1, 2 };

  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    g_assert_cmpuint (dem_dossier_count (fixture->dossier, kind), ==, expected[kind]);
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemSource *article = dem_dossier_source (dossier, 0);
  const DemSource *book = dem_dossier_source (dossier, 1);
  const DemSource *untitled = dem_dossier_source (dossier, 2);
  const DemParagraph *third = dem_dossier_paragraph (dossier, 2);

  g_assert_cmpstr (article->item.id, ==, "http://zotero.org/items/ABC");
  g_assert_cmpstr (article->type, ==, "article-newspaper");
  g_assert_cmpstr (article->title, ==, "The ferry and its friends");
  g_assert_cmpstr (article->author, ==, "Ann Writer, The Harbour Board, Jo van den Berg Jr.");
  g_assert_cmpstr (article->container, ==, "The Harbour");
  g_assert_cmpstr (article->url, ==, "https://example.org/ferry");
  g_assert_cmpstr (article->issued.text, ==, "2020-11-19");
  g_assert_cmpuint (article->first_paragraph, ==, 0);
  g_assert_cmpuint (article->n_paragraphs, ==, 3);
  g_assert_cmpstr (book->issued.text, ==, "1999/2001-02");
  g_assert_cmpuint (book->first_paragraph, ==, 3);
  g_assert_cmpuint (book->n_paragraphs, ==, 2);
  g_assert_null (book->author);
  g_assert_cmpstr (untitled->title, ==, "untitled");
  g_assert_cmpstr (untitled->issued.text, ==, "1950~");
  g_assert_cmpstr (untitled->url, ==, "mailto:ann@example.org");

  g_assert_cmpstr (third->item.id, ==, "http://zotero.org/items/ABC/3");
  g_assert_cmpstr (third->item.summary, ==, "Third");
  g_assert_cmpuint (third->source, ==, 0);
  g_assert_cmpuint (third->number, ==, 3);
  g_assert_null (dem_dossier_paragraph (dossier, 1)->item.summary);
  g_assert_cmpuint (dem_dossier_paragraph (dossier, 4)->source, ==, 1);
  g_assert_cmpuint (dem_dossier_paragraph (dossier, 4)->number, ==, 2);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  const DemPlace *north = dem_dossier_place (fixture->dossier, 0);
  const DemPlace *south = dem_dossier_place (fixture->dossier, 1);

  g_assert_cmpstr (north->name, ==, "North Quay");
  g_assert_cmpstr (north->country, ==, "NO");
  g_assert_cmpfloat (north->latitude, ==, 60.5);
  g_assert_cmpfloat (north->longitude, ==, -20.25);
  g_assert_null (south->country);
  g_assert_cmpfloat (south->latitude, ==, -90);
  g_assert_cmpfloat (south->longitude, ==, 180);
}

static void
test_actors (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemActor *zeeland = actor (dossier, "zeeland");
  const DemActor *ann = actor (dossier, "ann");

  g_assert_cmpstr (zeeland->name, ==, "Republic of Zeeland");
  assert_texts (zeeland->aliases, zeeland->n_aliases, "The Republic|Zee");
  g_assert_cmpuint (zeeland->kind, ==, DEM_ACTOR_STATE);
  g_assert_cmpuint (zeeland->place, ==, 0);
  g_assert_cmpstr (zeeland->country, ==, "NL");
  g_assert_cmpstr (zeeland->when.text, ==, "1950~/..");
  g_assert_cmpstr (zeeland->when_text, ==, "since about 1950");
  assert_texts (zeeland->territory, zeeland->n_territory, "NL|BE");
  g_assert_cmpstr (zeeland->wikidata, ==, "Q705");
  g_assert_cmpstr (zeeland->url, ==, "https://example.org/zeeland");
  g_assert_cmpuint (zeeland->part_of, ==, DEM_NO_INDEX);

  g_assert_cmpuint (ann->kind, ==, DEM_ACTOR_PERSON);
  g_assert_cmpuint (ann->part_of, ==, index_of (dossier, "zeeland"));
  g_assert_cmpuint (ann->place, ==, DEM_NO_INDEX);
  g_assert_false (dem_edtf_is_dated (&ann->when));
  g_assert_cmpint (ann->when.start_min, ==, DEM_DAY_UNKNOWN);
  g_assert_cmpuint (actor (dossier, "board")->kind, ==, DEM_ACTOR_ORGANISATION);
  g_assert_cmpuint (actor (dossier, "union")->kind, ==, DEM_ACTOR_GROUP);
}

static void
test_common (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemItem *item = &actor (dossier, "zeeland")->item;
  const DemItem *bare = &actor (dossier, "ann")->item;

  g_assert_cmpstr (item->label, ==, "Zeeland");
  g_assert_cmpstr (item->summary, ==, "A state.");
  g_assert_cmpstr (item->why, ==, "Because.");
  g_assert_cmpuint (item->basis, ==, DEM_BASIS_BACKGROUND);
  assert_texts (item->tags, item->n_tags, "coast|north");
  g_assert_cmpuint (item->n_scenarios, ==, 0);
  g_assert_null (bare->label);
  g_assert_cmpuint (bare->basis, ==, DEM_BASIS_SOURCE);
  g_assert_cmpuint (bare->n_cites, ==, 0);
  item = &actor (dossier, "union")->item;
  assert_indices (dossier, DEM_KIND_SCENARIO, item->scenarios, item->n_scenarios, "merger");
}

/* A locator that names two paragraphs became two citations. */
static void
test_cites (Fixture *fixture, gconstpointer data)
{
  const DemItem *item = &actor (fixture->dossier, "zeeland")->item;
  const DemCite *cites = item->cites;

  g_assert_cmpuint (item->n_cites, ==, 5);
  g_assert_cmpuint (cites[0].source, ==, 0);
  g_assert_cmpuint (cites[0].paragraph, ==, 0);
  g_assert_cmpstr (cites[0].label, ==, "paragraph");
  g_assert_cmpstr (cites[0].locator, ==, "1");
  g_assert_cmpstr (cites[0].purpose, ==, "when");
  g_assert_cmpstr (cites[0].note, ==, "In passing");
  g_assert_cmpuint (cites[1].paragraph, ==, 1);
  g_assert_cmpstr (cites[1].locator, ==, "2");
  g_assert_cmpuint (cites[2].paragraph, ==, 2);
  g_assert_cmpstr (cites[2].locator, ==, "3");
  g_assert_null (cites[2].purpose);
  g_assert_cmpuint (cites[3].source, ==, 1);
  g_assert_cmpuint (cites[3].paragraph, ==, DEM_NO_INDEX);
  g_assert_cmpstr (cites[3].label, ==, "page");
  g_assert_cmpstr (cites[3].locator, ==, "xii");
  g_assert_null (cites[4].locator);
  g_assert_cmpuint (cites[4].paragraph, ==, DEM_NO_INDEX);
}

static void
test_relations (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemRelation *early = relation (dossier, "early");
  const DemRelation *wordless = relation (dossier, "wordless");

  g_assert_cmpuint (early->from, ==, index_of (dossier, "zeeland"));
  g_assert_cmpuint (early->to, ==, index_of (dossier, "ann"));
  g_assert_cmpuint (early->pair, ==, index_of (dossier, "ann+zeeland"));
  g_assert_cmpstr (early->kind, ==, "patronage");
  g_assert_true (early->directed);
  g_assert_cmpfloat (early->stance, ==, 0.5);
  g_assert_cmpfloat (early->strength, ==, 0.75);
  g_assert_cmpstr (early->when.text, ==, "1980/2000");
  g_assert_cmpstr (early->when_text, ==, "the good years");
  assert_indices (dossier, DEM_KIND_EVENT, early->events, early->n_events, "launch wreck");
  g_assert_false (wordless->directed);
  g_assert_true (isnan (wordless->stance));
  g_assert_true (isnan (wordless->strength));
  g_assert_cmpuint (wordless->pair, ==, early->pair);
}

static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  guint32 ann = index_of (dossier, "ann");
  guint32 zeeland = index_of (dossier, "zeeland");
  const DemPair *written = dem_dossier_pair (dossier, index_of (dossier, "zeeland+ann"));
  const DemPair *referred = dem_dossier_pair (dossier, index_of (dossier, "ann+board"));

  g_assert_cmpstr (written->item.id, ==, "ann+zeeland");
  g_assert_cmpuint (written->a, ==, ann);
  g_assert_cmpuint (written->b, ==, zeeland);
  g_assert_cmpstr (written->item.label, ==, "Unequal");
  g_assert_cmpstr (written->item.summary, ==, "One rules the other.");
  g_assert_cmpuint (index_of (dossier, "the-pair"), ==, index_of (dossier, "ann+zeeland"));
  g_assert_cmpuint (dem_dossier_find_pair (dossier, ann, zeeland), ==, index_of (dossier, "ann+zeeland"));
  g_assert_cmpuint (dem_dossier_find_pair (dossier, zeeland, ann), ==, index_of (dossier, "ann+zeeland"));
  g_assert_cmpuint (dem_dossier_find_pair (dossier, ann, ann), ==, DEM_NO_INDEX);
  g_assert_cmpuint (dem_dossier_find_pair (dossier, zeeland, index_of (dossier, "union")), ==, DEM_NO_INDEX);
  /* Neither written nor a relation, only referred to. */
  g_assert_cmpstr (referred->item.id, ==, "ann+board");
  g_assert_cmpuint (referred->a, ==, ann);
  /* A relation makes it. */
  g_assert_cmpuint (index_of (dossier, "board+union"), ==, relation (dossier, "with-union")->pair);
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemEvent *launch = dem_dossier_event (dossier, index_of (dossier, "launch"));
  const DemEvent *undated = dem_dossier_event (dossier, index_of (dossier, "undated-event"));

  g_assert_cmpstr (launch->title, ==, "The ferry is launched");
  g_assert_cmpstr (launch->item.label, ==, "Launch");
  g_assert_cmpstr (launch->when.text, ==, "1981-05-02");
  g_assert_cmpint (launch->when.start_min, ==, dem_day_from_date (1981, 5, 2));
  g_assert_cmpstr (launch->when_text, ==, "one day in May");
  assert_indices (dossier, DEM_KIND_ACTOR, launch->actors, launch->n_actors, "ann zeeland");
  g_assert_cmpuint (launch->place, ==, 1);
  g_assert_cmpstr (launch->kind, ==, "launch");
  g_assert_cmpfloat (launch->importance, ==, 0.9);
  g_assert_cmpfloat (undated->importance, ==, 0.5);
  g_assert_cmpuint (undated->place, ==, DEM_NO_INDEX);
  g_assert_null (undated->kind);
  g_assert_false (dem_edtf_is_dated (&undated->when));
}

static void
test_claims (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemClaim *buy = dem_dossier_claim (dossier, 0);

  g_assert_cmpstr (buy->text, ==, "The Board should buy a new ferry.");
  g_assert_cmpuint (buy->by, ==, index_of (dossier, "ann"));
  assert_refs (dossier, buy->about, buy->n_about, "ann ann+board late launch");
  g_assert_cmpfloat (buy->credence, ==, 0.3);
  for (guint32 kind = 0; kind <= DEM_CLAIM_ASSUMPTION; kind++)
    g_assert_cmpuint (dem_dossier_claim (dossier, kind)->kind, ==, (kind == 2 ? 1 : kind == 1 ? 2 : kind));
  g_assert_true (isnan (dem_dossier_claim (dossier, 1)->credence));
  g_assert_cmpuint (dem_dossier_claim (dossier, 1)->by, ==, DEM_NO_INDEX);
}

static void
test_inferences (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemInference *supports = dem_dossier_inference (dossier, 0);
  const DemInference *attacks = dem_dossier_inference (dossier, 1);
  const DemInference *undercuts = dem_dossier_inference (dossier, 2);

  g_assert_cmpuint (supports->kind, ==, DEM_INFERENCE_SUPPORTS);
  assert_indices (dossier, DEM_KIND_CLAIM, supports->from, supports->n_from, "old storms");
  assert_refs (dossier, &supports->to, 1, "buy");
  g_assert_cmpstr (supports->scheme, ==, "argument from consequences");
  g_assert_cmpfloat (supports->weight, ==, 0.8);
  g_assert_cmpuint (supports->n_before, ==, 3);
  assert_refs (dossier, &supports->before[0].item, 1, "launch");
  g_assert_true (dem_ref_is_none (supports->before[1].item));
  g_assert_cmpstr (supports->before[1].date.text, ==, "1990");
  assert_refs (dossier, &supports->before[2].item, 1, "wreck");
  g_assert_cmpuint (supports->n_during, ==, 2);
  assert_refs (dossier, &supports->during[0].item, 1, "late");
  g_assert_cmpstr (supports->during[1].date.text, ==, "1990/2000");

  g_assert_cmpuint (attacks->kind, ==, DEM_INFERENCE_ATTACKS);
  g_assert_cmpfloat (attacks->weight, ==, 1);
  g_assert_cmpuint (attacks->n_before, ==, 0);
  g_assert_cmpuint (undercuts->kind, ==, DEM_INFERENCE_UNDERCUTS);
  assert_refs (dossier, &undercuts->to, 1, "dear-so-not");
  assert_refs (dossier, &dem_dossier_inference (dossier, 3)->to, 1, "lend-so-still");
}

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemScenario *merger = dem_dossier_scenario (dossier, 0);

  g_assert_cmpstr (merger->title, ==, "They merge");
  g_assert_cmpuint (merger->n_assume, ==, 2);
  g_assert_cmpuint (merger->assume[0].claim, ==, index_of (dossier, "peace"));
  g_assert_cmpfloat (merger->assume[0].strength, ==, 1);
  g_assert_cmpuint (merger->assume[1].claim, ==, index_of (dossier, "swim"));
  g_assert_cmpfloat (merger->assume[1].strength, ==, 0.05);
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  const DemStop *one = dem_dossier_stop (dossier, 0);
  const DemStop *two = dem_dossier_stop (dossier, 1);

  g_assert_cmpstr (one->kicker, ==, "First");
  g_assert_cmpstr (one->headline, ==, "What is asked");
  g_assert_cmpstr (one->text, ==, "Text");
  g_assert_cmpstr (one->notes, ==, "*Notes*");
  g_assert_cmpfloat (one->minutes, ==, 2.5);
  assert_refs (dossier, one->select, one->n_select, "buy ann+zeeland http://zotero.org/items/ABC/2");
  g_assert_cmpstr (one->window.text, ==, "1980/2000");
  g_assert_cmpuint (one->scenario, ==, 0);
  g_assert_cmpuint (one->perspective, ==, index_of (dossier, "zeeland"));
  g_assert_cmpuint (one->stage, ==, DEM_STAGE_ARGUMENT);
  g_assert_cmpfloat (one->latitude, ==, 10);
  g_assert_cmpfloat (one->longitude, ==, -20);
  g_assert_cmpfloat (one->zoom, ==, 3);
  g_assert_cmpuint (two->stage, ==, DEM_STAGE_MAP);
  g_assert_true (isnan (two->minutes) && isnan (two->latitude) && isnan (two->longitude)
                 && isnan (two->zoom));
  g_assert_cmpuint (two->scenario, ==, DEM_NO_INDEX);
  g_assert_cmpuint (two->perspective, ==, DEM_NO_INDEX);
  assert_refs (dossier, two->fit, two->n_fit, "ann north-quay");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "head", test_head },           { "counts", test_counts },       { "sources", test_sources },
    { "places", test_places },       { "actors", test_actors },       { "common", test_common },
    { "cites", test_cites },         { "relations", test_relations }, { "pairs", test_pairs },
    { "events", test_events },       { "claims", test_claims },       { "inferences", test_inferences },
    { "scenarios", test_scenarios }, { "stops", test_stops },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dossier-members/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
