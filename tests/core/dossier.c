/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/dossier.h"

#include "app/dossier/remap.h"
#include "tests/support/fixture.h"
#include "tests/support/refs.h"

#include <string.h>

/* What a dossier answers: what an id names, what refers to what, how a pair stands, what exists when. */

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

static void
test_find (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    DemKind kind;
    guint32 index;
  } rows[] = {
    { "book", DEM_KIND_SOURCE, 1 },
    { "http://zotero.org/items/ABC", DEM_KIND_SOURCE, 0 },
    { "http://zotero.org/items/ABC/1", DEM_KIND_PARAGRAPH, 0 },
    { "book/2", DEM_KIND_PARAGRAPH, 4 },
    { "book/3", DEM_KIND_NONE, DEM_NO_INDEX },
    { "book/0", DEM_KIND_NONE, DEM_NO_INDEX },
    { "book/-1", DEM_KIND_NONE, DEM_NO_INDEX },
    { "book/", DEM_KIND_NONE, DEM_NO_INDEX },
    { "book/1x", DEM_KIND_NONE, DEM_NO_INDEX },
    { "book/99999999999999999999", DEM_KIND_NONE, DEM_NO_INDEX },
    { "untitled/1", DEM_KIND_NONE, DEM_NO_INDEX },
    { "nothing/1", DEM_KIND_NONE, DEM_NO_INDEX },
    { "ann/1", DEM_KIND_NONE, DEM_NO_INDEX },
    { "south-quay", DEM_KIND_PLACE, 1 },
    { "union", DEM_KIND_ACTOR, 3 },
    { "ann+zeeland", DEM_KIND_PAIR, 0 },
    { "zeeland+ann", DEM_KIND_PAIR, 0 },
    { "zeeland+union", DEM_KIND_NONE, DEM_NO_INDEX },
    { "zeeland+buy", DEM_KIND_NONE, DEM_NO_INDEX },
    { "zeeland+", DEM_KIND_NONE, DEM_NO_INDEX },
    { "+ann", DEM_KIND_NONE, DEM_NO_INDEX },
    { "+", DEM_KIND_NONE, DEM_NO_INDEX },
    { "ann+zeeland+ann", DEM_KIND_NONE, DEM_NO_INDEX },
    { "late", DEM_KIND_RELATION, 1 },
    { "merged", DEM_KIND_EVENT, 3 },
    { "peace", DEM_KIND_CLAIM, 6 },
    { "dear-so-not", DEM_KIND_INFERENCE, 1 },
    { "merger", DEM_KIND_SCENARIO, 0 },
    { "stop-two", DEM_KIND_STOP, 1 },
    { "", DEM_KIND_NONE, DEM_NO_INDEX },
    { "x-unknown", DEM_KIND_NONE, DEM_NO_INDEX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemRef found = dem_dossier_find (fixture->dossier, rows[i].id);

      g_test_message ("%s", rows[i].id);
      g_assert_cmpuint (found.kind, ==, rows[i].kind);
      g_assert_cmpuint (found.index, ==, rows[i].index);
    }
}

/* Every id that the dossier gives finds its own item again. */
static void
test_ids_round (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    for (guint i = 0; i < dem_dossier_count (fixture->dossier, kind); i++)
      {
        DemRef ref = { kind, i };
        const char *id = dem_dossier_get_item (fixture->dossier, ref)->id;

        g_assert_true (dem_ref_equal (dem_dossier_find (fixture->dossier, id), ref));
      }
}

static void
test_backlinks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *expected;
  } rows[] = {
    { "http://zotero.org/items/ABC", "zeeland" },
    { "http://zotero.org/items/ABC/2", "zeeland stop-one" },
    { "book", "zeeland" },
    { "untitled", "" },
    { "north-quay", "zeeland stop-two" },
    { "south-quay", "launch" },
    { "zeeland", "ann ann+zeeland early late wordless undated if-merged future launch stop-one" },
    { "ann", "ann+zeeland ann+board early late wordless undated if-merged future launch buy stop-two" },
    { "ann+zeeland", "early late wordless undated if-merged future stop-one" },
    { "ann+board", "buy peace" },
    { "board+union", "with-union" },
    { "late", "buy old-so-buy" },
    { "launch", "early buy old-so-buy" },
    { "wreck", "early old-so-buy" },
    { "buy", "old-so-buy dear-so-not stop-one" },
    { "peace", "peace-breaks merger" },
    { "dear-so-not", "lend-so-still" },
    { "peace-breaks", "" },
    { "merger", "union if-merged merged stop-one" },
    { "stop-one", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n;
      const DemRef *links
          = dem_dossier_backlinks (fixture->dossier, find_item (fixture->dossier, rows[i].id), &n);

      g_test_message ("%s", rows[i].id);
      assert_refs (fixture->dossier, links, n, rows[i].expected);
      for (guint k = 1; k < n; k++)
        g_assert_cmpint (dem_ref_compare (links[k - 1], links[k]), <, 0);
    }
}

static void
test_backlinks_of (Fixture *fixture, gconstpointer data)
{
  DemDossier *dossier = fixture->dossier;
  DemRef ann = find_item (dossier, "ann");
  static const char *const expected[DEM_N_KINDS] = {
    [DEM_KIND_PAIR] = "ann+zeeland ann+board",
    [DEM_KIND_RELATION] = "early late wordless undated if-merged future",
    [DEM_KIND_EVENT] = "launch",
    [DEM_KIND_CLAIM] = "buy",
    [DEM_KIND_STOP] = "stop-two",
  };
  guint n;

  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    {
      const DemRef *links = dem_dossier_backlinks_of (dossier, ann, kind, &n);

      assert_refs (dossier, links, n, expected[kind] != NULL ? expected[kind] : "");
    }
}

static void
test_stance_at (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 year;
    gboolean merged;
    const char *relation;
  } rows[] = {
    { 1970, FALSE, NULL },   { 1980, FALSE, "early" },    { 1990, FALSE, "early" },
    { 1995, FALSE, "late" }, { 1999, FALSE, "late" },     { 2012, FALSE, "late" },
    { 2018, FALSE, "late" }, { 2018, TRUE, "if-merged" }, { 2014, TRUE, "late" },
    { 2040, FALSE, "late" }, { 2040, TRUE, "if-merged" },
  };
  DemDossier *dossier = fixture->dossier;
  guint32 pair = index_of (dossier, "ann+zeeland");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint32 found = dem_dossier_stance_at (dossier, pair, dem_day_from_date (rows[i].year, 7, 1),
                                             rows[i].merged ? 0 : DEM_NO_INDEX);

      g_test_message ("%" G_GINT64_FORMAT, rows[i].year);
      g_assert_cmpuint (found, ==,
                        rows[i].relation != NULL ? index_of (dossier, rows[i].relation) : DEM_NO_INDEX);
    }
  g_assert_cmpuint (dem_dossier_stance_at (dossier, pair, DEM_DAY_AFTER_ALL, DEM_NO_INDEX), ==,
                    index_of (dossier, "late"));
  g_assert_cmpuint (dem_dossier_stance_at (dossier, index_of (dossier, "board+union"), DEM_DAY_AFTER_ALL, 0),
                    ==, DEM_NO_INDEX);
}

static void
test_exists_in (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    gboolean always;
  } rows[] = {
    { "union", FALSE },      { "merged", FALSE }, { "if-merged", FALSE }, { "board+union", FALSE },
    { "with-union", FALSE }, { "zeeland", TRUE }, { "launch", TRUE },     { "early", TRUE },
    { "ann+board", TRUE },   { "book/1", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemRef ref = find_item (fixture->dossier, rows[i].id);

      g_test_message ("%s", rows[i].id);
      g_assert_true (dem_dossier_exists_in (fixture->dossier, ref, 0));
      g_assert_cmpint (dem_dossier_exists_in (fixture->dossier, ref, DEM_NO_INDEX), ==, rows[i].always);
    }
}

/* From the first relation to the last that is sure to come, what only a scenario knows left out. */
static void
test_span (Fixture *fixture, gconstpointer data)
{
  DemPeriod span = dem_dossier_get_span (fixture->dossier);
  g_autoptr (DemDossier) empty
      = open_text ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", "
                   "\"title\": \"x\", \"today\": \"2000-02-29\"}");

  g_assert_cmpint (span.first, ==, dem_day_from_date (1980, 1, 1));
  g_assert_cmpint (span.last, ==, dem_day_from_date (2030, 12, 31));
  span = dem_dossier_get_span (empty);
  g_assert_cmpint (span.first, ==, dem_day_from_date (2000, 2, 29));
  g_assert_cmpint (span.last, ==, span.first);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *name;
    const char *label;
  } rows[] = {
    { "untitled", "untitled", "untitled" },
    { "http://zotero.org/items/ABC", "The ferry and its friends", "Ferry" },
    { "book/2", "¶2", "¶2" },
    { "south-quay", "South Quay", "South Quay" },
    { "zeeland", "Republic of Zeeland", "Zeeland" },
    { "ann+zeeland", "Ann Ferryman – Republic of Zeeland", "Ann Ferryman – Zeeland" },
    { "board+union", "Harbour Board – Union of Both", "Harbour Board – Union of Both" },
    { "early", "Favour (Republic of Zeeland → Ann Ferryman)", "Favour" },
    { "late", "Ann Ferryman – Republic of Zeeland: rivalry", "rivalry" },
    { "launch", "The ferry is launched", "Launch" },
    { "buy", "The Board should buy a new ferry.", "Buy it" },
    { "old", "The ferry is old.", "The ferry is old." },
    { "old-so-buy", "Reason for “Buy it”", "Reason for “Buy it”" },
    { "dear-so-not", "Reason against “Buy it”", "Reason against “Buy it”" },
    { "lend-so-still", "Breaks the link “Reason against “Buy it””",
      "Breaks the link “Reason against “Buy it””" },
    { "peace-breaks", "Breaks the link “lend-so-still”", "Breaks the link “lend-so-still”" },
    { "merger", "They merge", "They merge" },
    { "stop-two", "Where", "Where" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemRef ref = find_item (fixture->dossier, rows[i].id);
      g_autofree char *name = dem_dossier_dup_name (fixture->dossier, ref);
      g_autofree char *label = dem_dossier_dup_label (fixture->dossier, ref);

      g_assert_cmpstr (name, ==, rows[i].name);
      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

static void
test_when (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *when;
  } rows[] = {
    { "book", "1999/2001-02" },  { "zeeland", "1950~/.." }, { "late", "1995/.." },
    { "wreck", "[1994..1995]" }, { "buy", NULL },           { "ann+zeeland", NULL },
    { "book/1", NULL },          { "undated-event", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (dem_dossier_when (fixture->dossier, find_item (fixture->dossier, rows[i].id))->text, ==,
                     rows[i].when);
}

/* Read again with items gone, moved and become another kind, each is found by its id or not at all. */
static void
test_remap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) later
      = open_text ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": "
                   "\"urn:demarche:test:all-members\", \"title\": \"x\","
                   "\"sources\": [{\"id\": \"book\", \"type\": \"book\", \"paragraphs\": 1}],"
                   "\"actors\": [{\"id\": \"board\", \"name\": \"B\", \"kind\": \"group\"},"
                   "{\"id\": \"ann\", \"name\": \"A\", \"kind\": \"person\"}, {\"id\": \"buy\", \"name\": "
                   "\"C\", \"kind\": \"group\"}],"
                   "\"pairs\": [{\"between\": [\"board\", \"ann\"]}]}");
  static const struct
  {
    const char *id;
    DemKind kind;
    guint32 index;
  } rows[] = {
    { "ann", DEM_KIND_ACTOR, 1 },
    { "zeeland", DEM_KIND_NONE, DEM_NO_INDEX },
    { "ann+board", DEM_KIND_PAIR, 0 },
    { "book/1", DEM_KIND_PARAGRAPH, 0 },
    { "book/2", DEM_KIND_NONE, DEM_NO_INDEX },
    { "buy", DEM_KIND_NONE, DEM_NO_INDEX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemRef ref = dem_ref_remap (find_item (fixture->dossier, rows[i].id), fixture->dossier, later);

      g_assert_cmpuint (ref.kind, ==, rows[i].kind);
      g_assert_cmpuint (ref.index, ==, rows[i].index);
    }
  g_assert_true (dem_ref_is_none (dem_ref_remap (DEM_REF_NONE, fixture->dossier, later)));
}

/* --- many items, so that all threads have something to do --- */

#define MANY 20000

static GString *
make_many (void)
{
  GString *text = g_string_new (
      "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", \"title\": \"x\",\n"
      "\"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\"}],\n\"events\": [\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (
        text,
        "{\"id\": \"e%u\", \"title\": \"Title \\u00e9 %u\", \"when\": \"%04u\", \"actors\": [\"a\"], "
        "\"kind\": \"k\"%s}%s\n",
        i, i, i % 2000, i % 1000 == 999 ? ", \"importance\": 2" : "", i + 1 < MANY ? "," : "");
  g_string_append (text, "]}");
  return text;
}

static void
test_many (void)
{
  g_autoptr (GString) text = make_many ();
  g_autoptr (DemDossier) dossier = open_text (text->str);
  GPtrArray *problems = dem_dossier_get_problems (dossier);
  guint n;

  g_assert_cmpuint (dem_dossier_count (dossier, DEM_KIND_EVENT), ==, MANY);
  for (guint i = 0; i < MANY; i++)
    {
      const DemEvent *event = dem_dossier_event (dossier, i);
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *title = g_strdup_printf ("Title é %u", i);

      g_assert_cmpstr (event->item.id, ==, id);
      g_assert_cmpstr (event->title, ==, title);
      g_assert_cmpint (event->when.start_min, ==, dem_day_from_date (i % 2000, 1, 1));
      g_assert_cmpuint (event->n_actors, ==, 1);
    }
  dem_dossier_backlinks (dossier, DEM_REF (ACTOR, 0), &n);
  g_assert_cmpuint (n, ==, MANY);

  g_assert_cmpuint (problems->len, ==, MANY / 1000);
  for (guint i = 0; i < problems->len; i++)
    {
      const DemProblem *problem = problems->pdata[i];
      g_autofree char *pointer = g_strdup_printf ("/events/%u/importance", i * 1000 + 999);

      g_assert_cmpstr (problem->pointer, ==, pointer);
      g_assert_cmpuint (problem->line, ==, i * 1000 + 999 + 4);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "find", test_find },           { "ids-round", test_ids_round },
    { "backlinks", test_backlinks }, { "backlinks-of", test_backlinks_of },
    { "stance-at", test_stance_at }, { "exists-in", test_exists_in },
    { "span", test_span },           { "names", test_names },
    { "when", test_when },           { "remap", test_remap },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dossier/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/dossier/many", test_many);
  return g_test_run ();
}
