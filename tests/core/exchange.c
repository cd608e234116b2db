/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written for other programs: comma-separated values and Markdown. */

#include "app/exchange/claims_csv.h"
#include "app/exchange/csv.h"
#include "app/exchange/outline_markdown.h"
#include "tests/support/argument.h"

static void
test_csv_text (void)
{
  static const struct
  {
    const char *text;
    const char *field;
  } rows[] = {
    { "plain", "plain" },
    { "two words", "two words" },
    { NULL, "\"\"" },
    { "", "\"\"" },
    { "a, b", "\"a, b\"" },
    { "a \"b\"", "\"a \"\"b\"\"\"" },
    { "\"", "\"\"\"\"" },
    { "a\nb", "\"a\nb\"" },
    { "a\r\nb", "\"a\r\nb\"" },
    { "a;b", "a;b" },
    { "שלום, עולם", "\"שלום, עולם\"" },
    { "=1+1", "\"'=1+1\"" },
    { "+1", "\"'+1\"" },
    { "-1", "\"'-1\"" },
    { "@SUM(A1)", "\"'@SUM(A1)\"" },
    { "\t=1", "\"'\t=1\"" },
    { "\r=1", "\"'\r=1\"" },
    { "＝1+1", "\"'＝1+1\"" },
    { "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"" },
    { "'=1", "\"''=1\"" },
    { "''-1", "\"'''-1\"" },
    { "'twas", "'twas" },
    { "a=1", "a=1" },
    { "−1", "−1" }, /* the sign of print is no operator */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autofree char *expected = g_strdup_printf ("%s,%s\r\n", rows[i].field, rows[i].field);

      dem_csv_add_text (csv, rows[i].text);
      dem_csv_add_text (csv, rows[i].text);
      dem_csv_end_line (csv);
      g_assert_cmpstr (csv->str, ==, expected);
    }
}

static void
test_csv_numbers (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  dem_csv_add_number (csv, NAN);
  dem_csv_add_number (csv, 0.5);
  dem_csv_add_number (csv, -0.25);
  dem_csv_add_number (csv, 1.0 / 3);
  dem_csv_add_number (csv, -1e-9);
  dem_csv_end_line (csv);
  dem_csv_add_number (csv, 1);
  dem_csv_end_line (csv);
  g_assert_cmpstr (csv->str, ==, "\"\",0.5000,-0.2500,0.3333,0.0000\r\n1.0000\r\n");
}

/* What a reader of such files sees in a field; moves on behind it. */
static char *
read_field (const char **p)
{
  GString *field = g_string_new (NULL);
  gboolean quoted = **p == '"';

  *p += quoted;
  while (**p != '\0' && (quoted || strchr (",\r", **p) == NULL))
    {
      if (quoted && **p == '"' && *++*p != '"')
        break;
      g_string_append_c (field, *(*p)++);
    }
  *p += **p == ',' ? 1 : 2;
  return g_string_free (field, FALSE);
}

static const char members[]
    = "'sources': [{'id': 'paper', 'type': 'article', 'title': 'Paper', 'paragraphs': 3},"
      "            {'id': 'book', 'type': 'book', 'title': 'Book'}],"
      "'actors': [{'id': 'a', 'name': '=Aland', 'kind': 'state'}, {'id': 'b', 'name': 'Bland, the', 'kind': 'state'}],"
      "'relations': [{'id': 'r', 'from': 'b', 'to': 'a', 'kind': 'trade'}],"
      "'events': [{'id': 'e', 'title': 'The attack', 'when': '1990'}],"
      "'scenarios': [{'id': 's', 'title': 'Suppose', 'assume': {'c': 0.9}}]";

static DemDossier *
open_example (void)
{
  return open_argument ("t | 'kind': 'thesis', 'label': 'They *should* talk'\n"
                        "c 0.5 | 'by': 'b', 'about': ['r', 'e', 'a'], 'basis': 'reading', "
                        "'cites': [{'source': 'paper', 'locator': '2'}, {'source': 'book', 'label': 'page', "
                        "'locator': '7'}]\n"
                        "d 0.25\n"
                        "only 0.5 | 'scenarios': ['s']\n"
                        "i: c & d supports t\n"
                        "j: d undercuts i",
                        members);
}

static void
test_claims (void)
{
  static const char *const expected[][16] = {
    { "id", "kind", "text", "label", "by", "basis", "start", "strength", "low", "high", "status", "before", "change",
      "paragraphs", "actors", "events" },
    { "t", "thesis", "t", "They *should* talk", "", "source", "0.1000", "0.2519", "0.2519", "0.2519", "settled", "0.1844",
      "0.0675", "", "", "" },
    { "c", "claim", "c", "", "Bland, the", "reading", "0.5000", "0.9000", "0.9000", "0.9000", "assumed", "0.5000",
      "0.4000", "paper/2; book page 7", "=Aland; Bland, the", "The attack" },
    { "d", "claim", "d", "", "", "source", "0.2500", "0.2500", "0.2500", "0.2500", "settled", "0.2500", "0.0000", "", "",
      "" },
    { "only", "claim", "only", "", "", "source", "0.5000", "0.5000", "0.5000", "0.5000", "settled", "", "", "", "", "" },
  };
  g_autoptr (DemDossier) dossier = open_example ();
  g_autoptr (DemEvaluation) before = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) after = dem_evaluation_new (dossier, &(DemWhatIf){ .scenario = 0 });
  g_autofree char *csv = dem_claims_to_csv (after, before);
  const char *p = csv;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint j = 0; j < 16; j++)
      {
        g_autofree char *field = read_field (&p);
        const char *text = *field == '\'' ? field + 1 : field;

        g_assert_cmpstr (text, ==, expected[i][j]);
      }
  g_assert_cmpstr (p, ==, "");
}

static void
test_markdown_text (void)
{
  static const struct
  {
    const char *text;
    const char *markdown;
  } rows[] = {
    { "plain", "plain" },
    { "*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`" },
    { "[a](b) <b>&amp;", "\\[a\\](b) \\<b\\>\\&amp;" },
    { "# no heading #", "\\# no heading \\#" },
    { "two\nlines\r\n", "two lines  " },
    { "back\\slash", "back\\\\slash" },
    { "שלום *", "\xe2\x81\xa8שלום \\*\xe2\x81\xa9" },
    { "مرحبا", "\xe2\x81\xa8مرحبا\xe2\x81\xa9" },
    { "朝鮮 Кім", "朝鮮 Кім" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      dem_markdown_add_text (text, rows[i].text);
      g_assert_cmpstr (text->str, ==, rows[i].markdown);
    }
}

static void
assert_lines (const char *markdown, const char *const *lines)
{
  const char *p = markdown;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *found = strstr (p, lines[i]);

      g_test_message ("%s in %s", lines[i], p);
      g_assert_nonnull (found);
      p = found + strlen (lines[i]);
    }
}

static void
test_outline (void)
{
  g_autoptr (DemDossier) dossier = open_example ();
  g_autoptr (DemEvaluation) before = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) after = dem_evaluation_new (dossier, &(DemWhatIf){ .scenario = 0 });
  g_autofree char *plain = dem_outline_to_markdown (before, before);
  g_autofree char *scenario = dem_outline_to_markdown (after, before);
  const char *const plain_lines[]
      = { "# Test\n\n",
          "> Numbers tell how well a claim holds inside this dossier",
          "\n## t\n\nThesis: **0.18**\n\n",
          "mostly lie between ",
          "\n### Reasons for\n\n- **+** **0.50** c — Bland, the, ¶2, \\[2\\] (our reading)\n",
          "- **+** & **0.25** d",
          "  - **⊗** **0.25** d",
          NULL };
  const char *const scenario_lines[] = { "**Scenario:** Suppose\n", "Thesis: 0.18 → **0.25**", "0.50 → **0.90** (set by the scenario) c",
                                         "## Other claims\n\n- **0.50** only\n", NULL };

  assert_lines (plain, plain_lines);
  g_assert_null (strstr (plain, "Scenario"));
  g_assert_null (strstr (plain, "only\n"));
  assert_lines (scenario, scenario_lines);
}

static void
test_nothing (void)
{
  g_autoptr (DemDossier) dossier = open_argument ("", NULL);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autofree char *csv = dem_claims_to_csv (evaluation, evaluation);
  g_autofree char *markdown = dem_outline_to_markdown (evaluation, evaluation);

  g_assert_true (g_str_has_suffix (csv, "events\r\n"));
  g_assert_true (g_str_has_prefix (markdown, "# Test\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/text", test_csv_text);
  g_test_add_func ("/exchange/csv/numbers", test_csv_numbers);
  g_test_add_func ("/exchange/claims", test_claims);
  g_test_add_func ("/exchange/markdown/text", test_markdown_text);
  g_test_add_func ("/exchange/outline", test_outline);
  g_test_add_func ("/exchange/nothing", test_nothing);
  return g_test_run ();
}
