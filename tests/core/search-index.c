/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a query finds, in which order, and where in a text it was found. */

#include "app/base/fold.h"
#include "app/dossier/search_index.h"
#include "tests/support/fixture.h"
#include "tests/support/refs.h"

#include <string.h>

static const char text[]
    = "{'format': 'demarche-dossier', 'version': 1, 'id': 'urn:x:y', 'title': 'T',"
      "'sources': [{'id': 's', 'type': 'book', 'title': 'Tides', 'author': [{'family': 'Ólafsdóttir'}]}],"
      "'actors': [{'id': 'port', 'name': 'Portugal', 'kind': 'state', 'aliases': ['Lusitania'], 'tags': ['coast']},"
      "           {'id': 'sao', 'name': 'São Tomé', 'kind': 'state', 'summary': 'Once under Portugal.'},"
      "           {'id': 'imp', 'name': 'Importers of Porto', 'label': 'Importers', 'kind': 'group'},"
      "           {'id': 'de', 'name': 'Straße AG', 'kind': 'organisation'},"
      "           {'id': 'gr', 'name': 'ΟΔΥΣΣΕΥΣ', 'kind': 'person'}],"
      "'relations': [{'id': 'r', 'from': 'port', 'to': 'sao', 'kind': 'trade', 'label': 'Cocoa'}],"
      "'events': [{'id': 'rev', 'title': 'Carnation revolution', 'when': '1974-04-25'},"
      "           {'id': 'late', 'title': 'After the carnation', 'when': '1975'}],"
      "'claims': [{'id': 't', 'kind': 'thesis', 'label': 'Ports matter', 'text': 'Without carnations no ports.'}]}";

static DemDossier *
open_example (void)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  return open_text (json);
}

static char *
search (DemSearchIndex *index, const char *query)
{
  g_autoptr (GArray) hits = dem_search_index_find (index, query, 100, NULL, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      DemRef ref = g_array_index (hits, DemSearchHit, i).ref;

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                              dem_dossier_get_item (dem_search_index_get_dossier (index), ref)->id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *query;
    const char *ids;
  } rows[] = {
    /* names before texts, beginnings before insides, the whole before its parts */
    { "portugal", "port port+sao r sao" },
    { "port", "port t port+sao imp r sao" },
    { "tugal", "port port+sao r sao" },
    { "carnation", "rev late t" },
    { "carnation revolution", "rev" },
    { "revolution carnation", "rev" },
    { "lusitania", "port" },
    { "coast", "port" },
    { "cocoa", "r" },
    { "trade", "r" },
    /* case and accents aside */
    { "sao tome", "sao port+sao r" },
    { "SÃO", "sao port+sao r" },
    { "strasse", "de" },
    { "STRASSE", "de" },
    { "οδυσσευς", "gr" },
    { "olafsdottir", "s" },
    /* every word has to be there */
    { "porto importers", "imp" },
    { "porto cocoa", "" },
    /* nothing to look for, nothing to be found */
    { "", "" },
    { "  \t\n", "" },
    { "(*[", "" },
    { "\xf0\x9f\x8c\x8a", "" },
  };
  g_autoptr (DemDossier) dossier = open_example ();
  g_autoptr (DemSearchIndex) index = dem_search_index_new (dossier, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ids = search (index, rows[i].query);

      g_test_message ("“%s”", rows[i].query);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static void
test_long_query (void)
{
  g_autoptr (DemDossier) dossier = open_example ();
  g_autoptr (DemSearchIndex) index = dem_search_index_new (dossier, NULL);
  g_autoptr (GString) query = g_string_new (NULL);
  g_autofree char *ids = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (query, "port ");
  ids = search (index, query->str);
  g_assert_true (g_str_has_prefix (ids, "port "));
}

/* What is asked for in few is the beginning of what is asked for in many, and the count is of all. */
static void
test_limit (void)
{
  g_autoptr (DemDossier) dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  g_autoptr (DemSearchIndex) index = dem_search_index_new (dossier, NULL);
  guint n_few, n_many;
  g_autoptr (GArray) few = dem_search_index_find (index, "korea", 7, &n_few, NULL);
  g_autoptr (GArray) many = dem_search_index_find (index, "korea", 10000, &n_many, NULL);

  g_assert_cmpuint (few->len, ==, 7);
  g_assert_cmpuint (many->len, ==, n_many);
  g_assert_cmpuint (n_few, ==, n_many);
  g_assert_cmpmem (few->data, 7 * sizeof (DemSearchHit), many->data, 7 * sizeof (DemSearchHit));
}

/* Whoever types the name of something finds it. */
static void
test_every_name (void)
{
  g_autoptr (DemDossier) dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  g_autoptr (DemSearchIndex) index = dem_search_index_new (dossier, NULL);
  guint n_items = 0;

  for (guint kind = DEM_KIND_NONE + 1; kind < DEM_N_KINDS; kind++)
    for (guint32 i = 0; i < dem_dossier_count (dossier, kind); i++, n_items++)
      {
        g_autofree char *name = dem_dossier_dup_name (dossier, (DemRef){ kind, i });
        g_autoptr (GArray) hits = dem_search_index_find (index, name, 100000, NULL, NULL);
        gboolean found = FALSE;

        for (guint hit = 0; hit < hits->len; hit++)
          found |= dem_ref_equal (g_array_index (hits, DemSearchHit, hit).ref, (DemRef){ kind, i });
        g_assert_true (found);
      }
  g_assert_cmpuint (n_items, >, 200);
}

static void
test_cancelled (void)
{
  g_autoptr (DemDossier) dossier = open_example ();
  g_autoptr (DemSearchIndex) index = dem_search_index_new (dossier, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (dem_search_index_new (dossier, cancellable));
  g_assert_null (dem_search_index_find (index, "port", 10, NULL, cancellable));
}

static void
test_passage (void)
{
  g_autoptr (DemDossier) dossier = open_example ();
  g_autofree char *passage = dem_search_dup_passage (dossier, find_item (dossier, "sao"), "tome PORTUGAL");
  g_autofree char *of_claim = dem_search_dup_passage (dossier, find_item (dossier, "t"), "carnations");
  g_autofree char *none = dem_search_dup_passage (dossier, find_item (dossier, "sao"), "tome");

  g_assert_cmpstr (passage, ==, "Once under Portugal.");
  g_assert_cmpstr (of_claim, ==, "Without carnations no ports.");
  g_assert_null (none);
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *word;
    const char *found; /* NULL: nowhere */
  } rows[] = {
    { "Portugal", "port", "Port" },
    { "Import and port", "port", "port" },
    { "Import", "port", "port" },
    { "Kleine Straße", "strasse", "Straße" },
    { "E\xcc\x81lyse\xcc\x81" "e", "elysee", "E\xcc\x81lyse\xcc\x81" "e" },
    { "ﬁne", "f", "ﬁ" },
    { "a  b", "b", "b" },
    { "a", "", NULL },
    { "", "a", NULL },
    { "abc", "d", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize start, end;
      gboolean found = dem_fold_find (rows[i].text, rows[i].word, &start, &end);
      g_autofree char *part = found ? g_strndup (rows[i].text + start, end - start) : NULL;

      g_assert_cmpstr (part, ==, rows[i].found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-index/table", test_table);
  g_test_add_func ("/search-index/long-query", test_long_query);
  g_test_add_func ("/search-index/limit", test_limit);
  g_test_add_func ("/search-index/every-name", test_every_name);
  g_test_add_func ("/search-index/cancelled", test_cancelled);
  g_test_add_func ("/search-index/passage", test_passage);
  g_test_add_func ("/search-index/places", test_places);
  return g_test_run ();
}
