/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/loader.h"

#include "tests/support/fixture.h"

#include <string.h>

/* A good dossier with one defect at a time: what is told of it, where, and that all the rest opens. */

/* clang-format off: tables */
static const char *const lines[] = {
  "{\"format\": \"demarche-dossier\", \"version\": 1,",
  "\"id\": \"urn:x\", \"title\": \"T\", \"today\": \"2020-11-19\",",
  "\"sources\": [",
  "{\"id\": \"s1\", \"type\": \"book\", \"title\": \"S\", \"URL\": \"https://example.org/\", \"paragraphs\": "
  "3,",
  " \"issued\": {\"date-parts\": [[2020, 1]]}, \"author\": [{\"family\": \"F\"}]}",
  "],",
  "\"places\": [",
  "{\"id\": \"p1\", \"name\": \"Pé\", \"lat\": 10, \"lon\": 20, \"country\": \"NO\"},",
  "{\"id\": \"p2\", \"name\": \"Q\", \"lat\": -10, \"lon\": -20}",
  "],",
  "\"actors\": [",
  "{\"id\": \"a1\", \"name\": \"A\", \"kind\": \"state\", \"place\": \"p1\", \"when\": \"1990/..\", "
  "\"territory\": [\"NO\"],",
  " \"aliases\": [\"Aa\"], \"wikidata\": \"Q1\", \"url\": \"https://example.org/\"},",
  "{\"id\": \"a2\", \"name\": \"B\", \"kind\": \"person\", \"part_of\": \"a1\"},",
  "{\"id\": \"a3\", \"name\": \"C\", \"kind\": \"group\", \"part_of\": \"a2\"}",
  "],",
  "\"pairs\": [",
  "{\"between\": [\"a1\", \"a2\"], \"label\": \"L\"}",
  "],",
  "\"relations\": [",
  "{\"id\": \"r1\", \"from\": \"a1\", \"to\": \"a2\", \"kind\": \"war\", \"directed\": true, \"stance\": -1, "
  "\"strength\": 1,",
  " \"when\": \"2000\", \"events\": [\"e1\"]}",
  "],",
  "\"events\": [",
  "{\"id\": \"e1\", \"title\": \"E\", \"when\": \"2001-02-03\", \"actors\": [\"a1\", \"a2\"], \"place\": "
  "\"p1\", \"kind\": \"k\",",
  " \"importance\": 0.5, \"cites\": [{\"source\": \"s1\", \"locator\": \"2\", \"for\": \"when\"}]},",
  "{\"id\": \"e2\", \"title\": \"F\", \"scenarios\": [\"c1\"], \"tags\": [\"t\"], \"basis\": \"reading\"}",
  "],",
  "\"claims\": [",
  "{\"id\": \"k1\", \"text\": \"K\", \"kind\": \"thesis\", \"by\": \"a2\", \"about\": [\"a1\", \"a1+a2\", "
  "\"r1\", \"e1\"], \"credence\": 0.5},",
  "{\"id\": \"k2\", \"text\": \"L\", \"kind\": \"fact\"},",
  "{\"id\": \"k3\", \"text\": \"M\", \"kind\": \"claim\"}",
  "],",
  "\"inferences\": [",
  "{\"id\": \"i1\", \"kind\": \"supports\", \"from\": [\"k2\", \"k3\"], \"to\": \"k1\", \"weight\": 1,",
  " \"needs\": {\"before\": [{\"item\": \"e1\"}, {\"date\": \"2010\"}]}},",
  "{\"id\": \"i2\", \"kind\": \"undercuts\", \"from\": [\"k3\"], \"to\": \"i1\"}",
  "],",
  "\"scenarios\": [",
  "{\"id\": \"c1\", \"title\": \"C\", \"assume\": {\"k2\": 1}}",
  "],",
  "\"briefing\": {\"title\": \"B\", \"minutes\": 10, \"stops\": [",
  "{\"id\": \"t1\", \"headline\": \"H\", \"stage\": \"map\", \"select\": [\"k1\", \"s1/2\"], \"window\": "
  "\"2000/2010\",",
  " \"scenario\": \"c1\", \"perspective\": \"a1\", \"minutes\": 2, \"camera\": {\"lat\": 1, \"lon\": 2, "
  "\"zoom\": 3}},",
  "{\"id\": \"t2\", \"headline\": \"I\", \"stage\": \"network\", \"camera\": {\"fit\": [\"a1\"]}}",
  "]}}",
};

static const guint good_counts[DEM_N_KINDS] = { 0, 1, 3, 2, 3, 1, 1, 2, 3, 2, 1, 2 };

/* Once @old is @new, @code is told of @item at @pointer and at the place of the mark ¦ in @new, which is not
 * in the file.
 * @others more problems follow from it, and of the kinds @lost as many items as are named are not there. */
typedef struct
{
  const char *old;
  const char *new;
  const char *code;
  const char *item;
  const char *pointer;
  guint others;
  const char *lost; /* kind indices, one character each: 'a' + kind */
} Row;

#define ERROR_ROW 99

static const Row rows[] = {
  /* --- errors: it does not open --- */
  { "{\"format\": \"demarche-dossier\",", "¦{", "not-a-dossier", NULL, "", ERROR_ROW },
  { "\"demarche-dossier\"", "¦\"demarche-notebook\"", "not-a-dossier", NULL, "/format", ERROR_ROW },
  { "\"demarche-dossier\"", "¦17", "not-a-dossier", NULL, "/format", ERROR_ROW },
  { "\"version\": 1", "\"version\": ¦2", "unsupported-version", NULL, "/version", ERROR_ROW },
  { "\"version\": 1", "\"version\": ¦1.5", "unsupported-version", NULL, "/version", ERROR_ROW },
  { "\"version\": 1", "\"version\": ¦\"1\"", "unsupported-version", NULL, "/version", ERROR_ROW },
  { "\"version\": 1", "\"version\": ¦1e999", "unsupported-version", NULL, "/version", ERROR_ROW + 1 },
  { "{\"format\": \"demarche-dossier\", \"version\": 1", "¦{\"format\": \"demarche-dossier\"",
    "unsupported-version", NULL, "", ERROR_ROW },
  { "\"id\": \"p2\"", "\"id\": ¦\"p1\"", "duplicate-id", "p1", "/places/1/id", ERROR_ROW },
  { "\"id\": \"e1\"", "\"id\": ¦\"a1\"", "duplicate-id", "a1", "/events/0/id", ERROR_ROW + 3 },
  { "\"id\": \"k2\"", "\"id\": ¦\"s1\"", "duplicate-id", "s1", "/claims/1/id", ERROR_ROW + 2 },
  { "\"id\": \"t2\"", "\"id\": ¦\"\\u00741\"", "duplicate-id", "t1", "/briefing/stops/1/id", ERROR_ROW },
  { "\"name\": \"Q\"", "\"name\": \"Q\", ¦\"name\": \"R\"", "duplicate-key", NULL, "", ERROR_ROW },
  { "\"lat\": -10", "\"lat\": ¦-010", "bad-number", NULL, "", ERROR_ROW },
  { "\"label\": \"L\"}\n]", "\"label\": \"L\"}¦,\n]", "trailing-comma", NULL, "", ERROR_ROW },

  /* --- warnings: the head --- */
  { "\"id\": \"urn:x\", ", "", "missing-member", NULL, "", 0 },
  { ", \"title\": \"T\"", "", "missing-member", NULL, "", 0 },
  { "\"title\": \"T\"", "\"title\": ¦\"\"", "missing-member", NULL, "/title", 0 },
  { "\"title\": \"T\"", "\"title\": ¦17", "wrong-type", NULL, "/title", 0 },
  { "\"title\": \"T\"", "\"title\": \"T\", \"summary\": ¦null", "wrong-type", NULL, "/summary", 0 },
  { "\"title\": \"T\"", "\"title\": \"T\", \"modified\": ¦\"yesterday\"", "bad-date", NULL, "/modified", 0 },
  { "\"today\": \"2020-11-19\"", "\"today\": ¦\"2020-13\"", "bad-date", NULL, "/today", 0 },
  { "\"today\": \"2020-11-19\"", "\"today\": ¦\"2020-11\"", "today-is-no-day", NULL, "/today", 0 },
  { "\"today\": \"2020-11-19\"", "\"today\": ¦\"2020-11-19/..\"", "today-is-no-day", NULL, "/today", 0 },
  { "\"title\": \"T\"", "\"title\": \"T\", \"x\": ¦1e999", "number-out-of-range", NULL, "/x", 0 },
  { "\"title\": \"T\"", "\"title\": \"T\", \"x\": [1, ¦9007199254740993]", "imprecise-number", NULL, "/x/1",
    0 },
  { "\"minutes\": 10", "\"minutes\": ¦-1", "number-out-of-range", NULL, "/briefing/minutes", 0 },

  /* --- arrays, items, ids --- */
  { "\"label\": \"L\"}\n]", "\"label\": \"L\"},\n¦17]", "wrong-type", NULL, "/pairs/1", 0 },
  { "\"places\": [", "\"x\": [], \"places\": [¦null, ", "wrong-type", NULL, "/places/0", 0 },
  { "\"id\": \"p2\", ", "", "missing-member", NULL, "/places/1", 0, "d" },
  { "\"id\": \"p2\"", "\"id\": ¦\"\"", "missing-member", NULL, "/places/1/id", 0, "d" },
  { "\"id\": \"p2\"", "\"id\": ¦2", "wrong-type", NULL, "/places/1/id", 0, "d" },
  { "\"id\": \"p2\"", "\"id\": ¦\"P2\"", "bad-id", "P2", "/places/1/id", 0 },
  { "\"id\": \"p2\"", "\"id\": ¦\"-p2\"", "bad-id", "-p2", "/places/1/id", 0 },
  { "\"id\": \"p2\"", "\"id\": ¦\"p+2\"", "bad-id", "p+2", "/places/1/id", 0, "d" },

  /* --- common members --- */
  { "\"basis\": \"reading\"", "\"basis\": ¦\"guess\"", "unknown-word", "e2", "/events/1/basis", 0 },
  { "\"tags\": [\"t\"]", "\"tags\": [\"t\", ¦5]", "wrong-type", "e2", "/events/1/tags/1", 0 },
  { "\"tags\": [\"t\"]", "\"tags\": ¦\"t\"", "wrong-type", "e2", "/events/1/tags", 0 },
  { "\"scenarios\": [\"c1\"]", "\"scenarios\": [¦\"c2\"]", "dangling-reference", "e2",
    "/events/1/scenarios/0", 0 },
  { "\"source\": \"s1\"", "\"source\": ¦\"s2\"", "dangling-reference", "e1", "/events/0/cites/0/source", 0 },
  { "\"source\": \"s1\"", "\"source\": ¦\"a1\"", "wrong-kind", "e1", "/events/0/cites/0/source", 0 },
  { "{\"source\": \"s1\", ", "¦{", "missing-member", "e1", "/events/0/cites/0", 0 },
  { "\"locator\": \"2\"", "\"locator\": ¦2", "wrong-type", "e1", "/events/0/cites/0/locator", 0 },
  { "\"locator\": \"2\"", "\"locator\": ¦\"4\"", "unknown-paragraph", "e1", "/events/0/cites/0/locator", 0 },
  { "\"locator\": \"2\"", "\"locator\": ¦\"0\"", "unknown-paragraph", "e1", "/events/0/cites/0/locator", 0 },
  { "\"locator\": \"2\"", "\"locator\": ¦\"2-4\"", "unknown-paragraph", "e1", "/events/0/cites/0/locator",
    0 },
  { "\"locator\": \"2\"", "\"locator\": ¦\"3-2\"", "unknown-paragraph", "e1", "/events/0/cites/0/locator",
    0 },
  { "\"locator\": \"2\"", "\"locator\": ¦\"two\"", "unknown-paragraph", "e1", "/events/0/cites/0/locator",
    0 },
  { "\"locator\": \"2\"", "\"locator\": ¦\"1-99999999999999999999\"", "unknown-paragraph", "e1",
    "/events/0/cites/0/locator", 0 },
  { "\"cites\": [", "\"cites\": [¦\"s1\", ", "wrong-type", "e1", "/events/0/cites/0", 0 },

  /* --- sources --- */
  { "\"URL\": \"https:", "\"URL\": ¦\"javascript:", "bad-link", "s1", "/sources/0/URL", 0 },
  { "\"URL\": \"https://", "\"URL\": ¦\"", "bad-link", "s1", "/sources/0/URL", 0 },
  { "\"paragraphs\": 3", "\"paragraphs\": ¦-3", "number-out-of-range", "s1", "/sources/0/paragraphs", 1,
    "ccc" },
  { "\"paragraphs\": 3", "\"paragraphs\": ¦3.5", "number-out-of-range", "s1", "/sources/0/paragraphs", 0 },
  { "\"paragraphs\": 3", "\"paragraphs\": ¦\"3\"", "wrong-type", "s1", "/sources/0/paragraphs", 1, "ccc" },
  { "\"paragraphs\": 3", "\"paragraphs\": [{}, ¦3, {}]", "wrong-type", "s1", "/sources/0/paragraphs/1", 0 },
  { "[[2020, 1]]", "¦[[2020, 13]]", "bad-date", "s1", "/sources/0/issued/date-parts", 0 },
  { "[[2020, 1]]", "¦[[\"soon\"]]", "bad-date", "s1", "/sources/0/issued/date-parts", 0 },
  { "[[2020, 1]]", "¦[]", "bad-date", "s1", "/sources/0/issued/date-parts", 0 },
  { "[[2020, 1]]", "¦[2020, 1]", "bad-date", "s1", "/sources/0/issued/date-parts", 0 },
  { "{\"date-parts\": [[2020, 1]]}", "¦2020", "wrong-type", "s1", "/sources/0/issued", 0 },
  { "{\"date-parts\": [[2020, 1]]}", "{\"raw\": ¦\"19 Nov 2020\"}", "bad-date", "s1", "/sources/0/issued/raw",
    0 },
  { "[{\"family\": \"F\"}]", "[{\"family\": \"F\"}, ¦\"G\"]", "wrong-type", "s1", "/sources/0/author/1", 0 },

  /* --- places --- */
  { "\"lat\": -10", "\"lat\": ¦-90.5", "place-out-of-range", "p2", "/places/1/lat", 0, "d" },
  { "\"lon\": -20", "\"lon\": ¦181", "place-out-of-range", "p2", "/places/1/lon", 0, "d" },
  { "\"lon\": -20", "\"lon\": ¦\"20\"", "wrong-type", "p2", "/places/1/lon", 0, "d" },
  { "{\"id\": \"p2\", \"name\": \"Q\", \"lat\": -10,", "¦{\"id\": \"p2\", \"name\": \"Q\",", "missing-member",
    "p2", "/places/1", 0, "d" },
  { "\"name\": \"Q\"", "\"name\": ¦\"\"", "missing-member", "p2", "/places/1/name", 0 },
  { "\"country\": \"NO\"", "\"country\": ¦\"NOR\"", "bad-country", "p1", "/places/0/country", 0 },

  /* --- actors --- */
  { "\"kind\": \"group\"", "\"kind\": ¦\"tribe\"", "unknown-word", "a3", "/actors/2/kind", 0 },
  { "{\"id\": \"a3\", \"name\": \"C\", \"kind\": \"group\"", "¦{\"id\": \"a3\", \"name\": \"C\"",
    "missing-member", "a3", "/actors/2", 0 },
  { "\"place\": \"p1\", \"when\"", "\"place\": ¦\"p9\", \"when\"", "dangling-reference", "a1",
    "/actors/0/place", 0 },
  { "\"place\": \"p1\", \"when\"", "\"place\": ¦\"e1\", \"when\"", "wrong-kind", "a1", "/actors/0/place", 0 },
  { "\"when\": \"1990/..\"", "\"when\": ¦\"since 1990\"", "bad-date", "a1", "/actors/0/when", 0 },
  { "\"territory\": [\"NO\"]", "\"territory\": [\"SE\", ¦\"x\"]", "bad-country", "a1",
    "/actors/0/territory/1", 0 },
  { "\"wikidata\": \"Q1\"", "\"wikidata\": ¦\"1\"", "bad-wikidata", "a1", "/actors/0/wikidata", 0 },
  { "\"wikidata\": \"Q1\", \"url\": \"https:", "\"wikidata\": \"Q1\", \"url\": ¦\"file:", "bad-link", "a1",
    "/actors/0/url", 0 },
  { "\"part_of\": \"a1\"", "\"part_of\": ¦\"a2\"", "part-of-cycle", "a2", "/actors/1/part_of", 0 },
  { "\"aliases\": [\"Aa\"]", "\"aliases\": [\"Aa\"], \"part_of\": \"a3\"", "part-of-cycle", "a2",
    "/actors/1/part_of", 0 },
  { "\"part_of\": \"a1\"", "\"part_of\": ¦\"b1\"", "dangling-reference", "a2", "/actors/1/part_of", 0 },

  /* --- pairs and relations --- */
  { "\"between\": [\"a1\", \"a2\"]", "\"between\": ¦[\"a1\"]", "not-two-actors", NULL, "/pairs/0/between",
    0 },
  { "{\"between\": [\"a1\", \"a2\"], ", "¦{", "not-two-actors", NULL, "/pairs/0", 0 },
  { "\"between\": [\"a1\", \"a2\"]", "\"between\": ¦[\"a1\", \"a1\"]", "same-actor-twice", NULL,
    "/pairs/0/between", 0 },
  { "\"between\": [\"a1\", \"a2\"]", "\"between\": [\"a1\", ¦\"a9\"]", "dangling-reference", NULL,
    "/pairs/0/between/1", 0 },
  { "\"label\": \"L\"}\n]", "\"label\": \"L\"},\n¦{\"between\": [\"a2\", \"a1\"]}]", "repeated-pair", NULL,
    "/pairs/1", 0 },
  { "\"from\": \"a1\"", "\"from\": ¦\"a9\"", "dangling-reference", "r1", "/relations/0/from", 1, "g" },
  { "{\"id\": \"r1\", \"from\": \"a1\", ", "¦{\"id\": \"r1\", ", "missing-member", "r1", "/relations/0", 1,
    "g" },
  { "{\"id\": \"r1\", \"from\": \"a1\", \"to\": \"a2\"", "¦{\"id\": \"r1\", \"from\": \"a1\", \"to\": \"a1\"",
    "same-actor-twice", "r1", "/relations/0", 1, "g" },
  { "\"to\": \"a2\"", "\"to\": ¦\"e1\"", "wrong-kind", "r1", "/relations/0/to", 1, "g" },
  { "\"stance\": -1", "\"stance\": ¦-1.5", "number-out-of-range", "r1", "/relations/0/stance", 0 },
  { "\"stance\": -1", "\"stance\": ¦\"close\"", "wrong-type", "r1", "/relations/0/stance", 0 },
  { "\"strength\": 1", "\"strength\": ¦7", "number-out-of-range", "r1", "/relations/0/strength", 0 },
  { "\"directed\": true", "\"directed\": ¦\"yes\"", "wrong-type", "r1", "/relations/0/directed", 0 },
  { "\"events\": [\"e1\"]", "\"events\": [¦\"p1\"]", "wrong-kind", "r1", "/relations/0/events/0", 0 },

  /* --- events --- */
  { "\"actors\": [\"a1\", \"a2\"]", "\"actors\": [\"a1\", ¦\"a1\"]", "repeated-reference", "e1",
    "/events/0/actors/1", 0 },
  { "\"actors\": [\"a1\", \"a2\"]", "\"actors\": [\"a1\", ¦\"a1+a2\"]", "wrong-kind", "e1",
    "/events/0/actors/1", 0 },
  { "\"when\": \"2001-02-03\"", "\"when\": ¦\"2001-02-30\"", "bad-date", "e1", "/events/0/when", 0 },
  { "\"when\": \"2001-02-03\"", "\"when\": ¦\"2010/2001\"", "bad-date", "e1", "/events/0/when", 0 },
  { "\"importance\": 0.5", "\"importance\": ¦1e999", "number-out-of-range", NULL, "/events/0/importance", 0 },
  { "\"title\": \"E\"", "\"title\": ¦{}", "wrong-type", "e1", "/events/0/title", 0 },

  /* --- claims --- */
  { "\"by\": \"a2\"", "\"by\": ¦\"a9\"", "dangling-reference", "k1", "/claims/0/by", 0 },
  { "\"about\": [\"a1\"", "\"about\": [¦\"p1\"", "wrong-kind", "k1", "/claims/0/about/0", 0 },
  { "\"about\": [\"a1\"", "\"about\": [¦\"k2\"", "wrong-kind", "k1", "/claims/0/about/0", 0 },
  { "\"about\": [\"a1\"", "\"about\": [¦\"a1+a9\"", "dangling-reference", "k1", "/claims/0/about/0", 0 },
  { "\"about\": [\"a1\"", "\"about\": [¦\"a1+a1\"", "dangling-reference", "k1", "/claims/0/about/0", 0 },
  { "\"credence\": 0.5", "\"credence\": ¦50", "number-out-of-range", "k1", "/claims/0/credence", 0 },
  { "\"kind\": \"fact\"", "\"kind\": ¦\"truth\"", "unknown-word", "k2", "/claims/1/kind", 0 },

  /* --- inferences --- */
  { "\"from\": [\"k2\", \"k3\"]", "\"from\": ¦[]", "no-premises", "i1", "/inferences/0/from", 1, "jj" },
  { "\"from\": [\"k3\"]", "\"from\": ¦\"k3\"", "wrong-type", "i2", "/inferences/1/from", 1, "j" },
  { "\"from\": [\"k3\"]", "\"from\": [¦\"k9\"]", "dangling-reference", "i2", "/inferences/1/from/0", 1, "j" },
  { "\"from\": [\"k2\", \"k3\"]", "\"from\": [\"k2\", ¦\"k9\"]", "dangling-reference", "i1",
    "/inferences/0/from/1", 0 },
  { "\"from\": [\"k2\", \"k3\"]", "\"from\": [\"k2\", ¦\"k2\"]", "repeated-reference", "i1",
    "/inferences/0/from/1", 0 },
  { "\"kind\": \"supports\"", "\"kind\": ¦\"proves\"", "unknown-word", "i1", "/inferences/0/kind", 1, "jj" },
  { "{\"id\": \"i2\", \"kind\": \"undercuts\",", "¦{\"id\": \"i2\",", "missing-member", "i2", "/inferences/1",
    0, "j" },
  { "\"to\": \"k1\"", "\"to\": ¦\"k9\"", "dangling-reference", "i1", "/inferences/0/to", 1, "jj" },
  { "\"to\": \"k1\"", "\"to\": ¦\"i2\"", "leads-to-an-inference", "i1", "/inferences/0/to", 1, "jj" },
  { "\"to\": \"i1\"", "\"to\": ¦\"k1\"", "undercuts-a-claim", "i2", "/inferences/1/to", 0, "j" },
  { "{\"id\": \"i2\", \"kind\": \"undercuts\", \"from\": [\"k3\"], \"to\": \"i1\"}",
    "¦{\"id\": \"i2\", \"kind\": \"undercuts\", \"from\": [\"k3\"]}", "missing-member", "i2", "/inferences/1",
    0, "j" },
  { "\"weight\": 1", "\"weight\": ¦1.01", "number-out-of-range", "i1", "/inferences/0/weight", 0 },
  { "[{\"item\": \"e1\"}, {\"date\": \"2010\"}]", "¦[{\"item\": \"e1\"}]", "wrong-number-of-moments", "i1",
    "/inferences/0/needs/before", 0 },
  { "\"before\": [", "\"during\": ¦[{\"date\": \"2001\"}, ", "wrong-number-of-moments", "i1",
    "/inferences/0/needs/during", 0 },
  { "{\"item\": \"e1\"}", "{\"item\": ¦\"e9\"}", "dangling-reference", "i1",
    "/inferences/0/needs/before/0/item", 0 },
  { "{\"item\": \"e1\"}", "{\"item\": ¦\"k1\"}", "wrong-kind", "i1", "/inferences/0/needs/before/0/item", 0 },
  { "{\"item\": \"e1\"}", "¦{}", "missing-member", "i1", "/inferences/0/needs/before/0", 0 },
  { "{\"date\": \"2010\"}", "{\"date\": ¦\"MMX\"}", "bad-date", "i1", "/inferences/0/needs/before/1/date",
    0 },

  { "\"from\": [\"k3\"], \"to\": \"i1\"", "\"from\": [\"k3\"], \"to\": ¦\"i9\"", "dangling-reference", "i2",
    "/inferences/1/to", 0, "j" },

  /* --- scenarios --- */
  { "\"assume\": {\"k2\": 1}", "\"assume\": {¦\"k9\": 1}", "dangling-reference", "c1",
    "/scenarios/0/assume/k9", 0 },
  { "\"assume\": {\"k2\": 1}", "\"assume\": {¦\"i1\": 1}", "wrong-kind", "c1", "/scenarios/0/assume/i1", 0 },
  { "\"assume\": {\"k2\": 1}", "\"assume\": {\"k2\": ¦1.5}", "number-out-of-range", "c1",
    "/scenarios/0/assume/k2", 0 },
  { "\"assume\": {\"k2\": 1}", "\"assume\": {\"k2\": ¦true}", "wrong-type", "c1", "/scenarios/0/assume/k2",
    0 },
  { "\"assume\": {\"k2\": 1}", "\"assume\": ¦[\"k2\"]", "wrong-type", "c1", "/scenarios/0/assume", 0 },

  /* --- stops --- */
  { "\"select\": [\"k1\"", "\"select\": [¦\"k9\"", "dangling-reference", "t1", "/briefing/stops/0/select/0",
    0 },
  { "\"s1/2\"", "¦\"s1/4\"", "dangling-reference", "t1", "/briefing/stops/0/select/1", 0 },
  { "\"window\": \"2000/2010\"", "\"window\": ¦\"2010/2000\"", "bad-date", "t1", "/briefing/stops/0/window",
    0 },
  { "\"stage\": \"map\"", "\"stage\": ¦\"globe\"", "unknown-word", "t1", "/briefing/stops/0/stage", 0 },
  { "\"scenario\": \"c1\"", "\"scenario\": ¦\"c9\"", "dangling-reference", "t1", "/briefing/stops/0/scenario",
    0 },
  { "\"perspective\": \"a1\"", "\"perspective\": ¦\"p1\"", "wrong-kind", "t1",
    "/briefing/stops/0/perspective", 0 },
  { "\"lat\": 1,", "\"lat\": ¦100,", "number-out-of-range", "t1", "/briefing/stops/0/camera/lat", 0 },
  { "\"zoom\": 3", "\"zoom\": ¦-3", "number-out-of-range", "t1", "/briefing/stops/0/camera/zoom", 0 },
  { "{\"fit\": [\"a1\"]}", "¦[\"a1\"]", "wrong-type", "t2", "/briefing/stops/1/camera", 0 },
  { "\"headline\": \"I\"", "\"headline\": ¦false", "wrong-type", "t2", "/briefing/stops/1/headline", 0 },
};
/* clang-format on */

static char *
good_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  return g_strdup (text->str);
}

/* The good dossier with one thing replaced; the mark is taken out, its line and column told, 0 if there is
 * none. */
static char *
spoil (const Row *row, guint *line, guint *column)
{
  g_autofree char *good = good_text ();
  const char *at = strstr (good, row->old);
  g_autoptr (GString) text = NULL;
  const char *mark;

  if (at == NULL)
    g_error ("“%s” is not there", row->old);
  text = g_string_new_len (good, at - good);
  g_string_append (text, row->new);
  g_string_append (text, at + strlen (row->old));

  *line = *column = 0;
  mark = strstr (text->str, "¦");
  if (mark != NULL)
    {
      const char *start = mark;

      while (start > text->str && start[-1] != '\n')
        start--;
      *column = (guint) g_utf8_pointer_to_offset (start, mark) + 1;
      *line = 1;
      for (const char *p = text->str; p < mark; p++)
        *line += *p == '\n';
      g_string_erase (text, mark - text->str, (gssize) strlen ("¦"));
    }
  return g_strdup (text->str);
}

static const DemProblem *
find_problem (GPtrArray *problems, const Row *row)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const DemProblem *problem = problems->pdata[i];
      g_autofree char *line = dem_problem_format (problem, "x");

      if (strcmp (problem->code, row->code) == 0 && strcmp (problem->pointer, row->pointer) == 0)
        return problem;
      g_string_append_printf (all, "%s (%s)\n", line, problem->pointer);
    }
  g_error ("No %s at “%s”, only:\n%s", row->code, row->pointer, all->str);
}

static void
assert_counts (DemDossier *dossier, const char *lost)
{
  for (guint kind = 0; kind < DEM_N_KINDS; kind++)
    {
      guint expected = good_counts[kind];

      for (const char *p = lost; p != NULL && *p != '\0'; p++)
        expected -= (guint) (*p - 'a') == kind;
      g_assert_cmpuint (dem_dossier_count (dossier, kind), ==, expected);
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gboolean is_error = row->others >= ERROR_ROW;
  guint line, column;
  g_autofree char *text = spoil (row, &line, &column);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "spoilt");
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);
  GPtrArray *problems = dem_loader_get_problems (loader);
  const DemProblem *problem = find_problem (problems, row);

  g_test_message ("%s", problem->message);
  g_assert_cmpint (problem->severity, ==, is_error ? DEM_SEVERITY_ERROR : DEM_SEVERITY_WARNING);
  g_assert_cmpstr (problem->item, ==, row->item);
  if (line > 0)
    {
      g_assert_cmpuint (problem->line, ==, line);
      g_assert_cmpuint (problem->column, ==, column);
    }
  g_assert_cmpuint (problems->len, ==, 1 + (is_error ? row->others - ERROR_ROW : row->others));
  g_assert_cmpuint (g_utf8_strlen (problem->message, -1), >, 20);
  if (is_error)
    {
      g_assert_null (dossier);
      g_assert_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (dem_dossier_get_problems (dossier)->len, ==, problems->len);
  assert_counts (dossier, row->lost);
}

/* A circle of undercuts, one of which has no premises: the chain to it goes, a circle without fault stays,
 * whatever the order in which they stand. */
static void
test_undercut_circles (void)
{
  static const char *const inferences[] = {
    "{\"id\": \"i1\", \"kind\": \"undercuts\", \"from\": [\"k\"], \"to\": \"i2\"}",
    "{\"id\": \"i2\", \"kind\": \"undercuts\", \"from\": [], \"to\": \"i1\"}",
    "{\"id\": \"i3\", \"kind\": \"undercuts\", \"from\": [\"k\"], \"to\": \"i1\"}",
    "{\"id\": \"i4\", \"kind\": \"undercuts\", \"from\": [\"k\"], \"to\": \"i5\"}",
    "{\"id\": \"i5\", \"kind\": \"undercuts\", \"from\": [\"k\"], \"to\": \"i4\"}",
    "{\"id\": \"i6\", \"kind\": \"undercuts\", \"from\": [\"k\"], \"to\": \"i6\"}",
  };

  for (guint first = 0; first < G_N_ELEMENTS (inferences); first++)
    {
      g_autoptr (GString) text
          = g_string_new ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", "
                          "\"title\": \"T\", \"claims\": [{\"id\": \"k\", \"text\": \"K\", "
                          "\"kind\": \"fact\"}], \"inferences\": [");
      g_autoptr (DemDossier) dossier = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (inferences); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                                inferences[(first + i) % G_N_ELEMENTS (inferences)]);
      g_string_append (text, "]}");
      dossier = open_text (text->str);
      g_assert_cmpuint (dem_dossier_count (dossier, DEM_KIND_INFERENCE), ==, 3);
      g_assert_cmpuint (dem_dossier_get_problems (dossier)->len, ==, 3);
      for (guint i = 0; i < 3; i++)
        {
          DemRef to = dem_dossier_inference (dossier, i)->to;

          g_assert_cmpuint (to.kind, ==, DEM_KIND_INFERENCE);
          g_assert_cmpuint (to.index, <, 3);
          g_free (dem_dossier_dup_name (dossier, DEM_REF (INFERENCE, i)));
        }
    }
}

static void
test_good (void)
{
  g_autofree char *text = good_text ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "good");
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, NULL);

  g_assert_nonnull (dossier);
  g_assert_cmpuint (dem_loader_get_problems (loader)->len, ==, 0);
  assert_counts (dossier, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bad-dossiers/good", test_good);
  g_test_add_func ("/bad-dossiers/undercut-circles", test_undercut_circles);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bad-dossiers/%03u-%s", i, rows[i].code);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
