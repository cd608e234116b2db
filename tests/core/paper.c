/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed out as text: a brief and a report, as Markdown and as HTML. */
#include "app/exchange/paper.h"

#include <string.h>

#include "app/argument/thesis.h"
#include "tests/support/fixture.h"

static const char *const DOSSIER
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:paper\", \"title\": \"A <b>question</b> & *more*\","
      "\"subtitle\": \"Sub\", \"summary\": \"Why _this_?\", \"creator\": \"Ana\", \"today\": \"2020-11-19\", \"language\": \"en\","
      "\"sources\": [{\"id\": \"src\", \"type\": \"article\", \"title\": \"Source\", \"URL\": \"https://example.org/a'b\"},"
      "              {\"id\": \"bad\", \"type\": \"article\", \"title\": \"Script\", \"URL\": \"javascript:alert(1)\"}],"
      "\"events\": [{\"id\": \"late\", \"title\": \"Later\", \"when\": \"2019\"}, {\"id\": \"soon\", \"title\": \"Sooner\", \"when\": \"1950~\"}],"
      "\"claims\": [{\"id\": \"t\", \"text\": \"The answer\", \"kind\": \"thesis\"},"
      " {\"id\": \"a\", \"text\": \"Weak\", \"kind\": \"claim\", \"credence\": 0.2}, {\"id\": \"b\", \"text\": \"Strong\", \"kind\": \"claim\", \"credence\": 0.9},"
      " {\"id\": \"c\", \"text\": \"Middle\", \"kind\": \"claim\", \"credence\": 0.5}, {\"id\": \"d\", \"text\": \"Least\", \"kind\": \"claim\", \"credence\": 0.1},"
      " {\"id\": \"o\", \"text\": \"But\", \"kind\": \"objection\"}, {\"id\": \"p\", \"text\": \"Do it\", \"kind\": \"proposal\"}],"
      "\"inferences\": [{\"id\": \"i1\", \"kind\": \"supports\", \"from\": [\"a\"], \"to\": \"t\"}, {\"id\": \"i2\", \"kind\": \"supports\", \"from\": [\"b\"], \"to\": \"t\"},"
      " {\"id\": \"i3\", \"kind\": \"supports\", \"from\": [\"c\"], \"to\": \"t\"}, {\"id\": \"i4\", \"kind\": \"supports\", \"from\": [\"d\"], \"to\": \"t\"},"
      " {\"id\": \"i5\", \"kind\": \"attacks\", \"from\": [\"o\"], \"to\": \"t\"}],"
      "\"briefing\": {\"title\": \"T\", \"marking\": \"<Mark>\", \"stops\": []}}";

static DemPaper *
make_brief (DemDossier *dossier)
{
  DemWhatIf nothing = DEM_WHAT_IF_NOTHING;
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, &nothing);
  g_autoptr (DemCruxes) cruxes = dem_cruxes_new (evaluation, dem_thesis_find (dossier, DEM_NO_INDEX), NULL, NULL);

  return dem_paper_new_brief (evaluation, cruxes);
}

static DemPaper *
make_report (DemDossier *dossier, DemNotebook *notebook, gboolean with_private)
{
  DemWhatIf nothing = DEM_WHAT_IF_NOTHING;
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, &nothing);

  return dem_paper_new_report (evaluation, notebook, with_private);
}

/* Each of these, in this order. */
static void
assert_follows (const char *text, const char *const *pieces)
{
  const char *at = text;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *found = strstr (at, pieces[i]);

      g_test_message ("%s", pieces[i]);
      g_assert_nonnull (found);
      at = found + strlen (pieces[i]);
    }
}

static void
test_brief (void)
{
  g_autoptr (DemDossier) dossier = open_text (DOSSIER);
  g_autoptr (DemPaper) paper = make_brief (dossier);
  g_autofree char *text = dem_paper_to_markdown (paper);

  assert_follows (text, (const char *const[]){ "# A \\<b\\>question\\</b\\> \\& \\*more\\*\n", "## The question\n\nWhy \\_this\\_?",
                                               "## The answer\n\n**", "The answer", "## Three reasons\n\n- **+ 0.90** Strong",
                                               "Middle", "Weak", "1 more reason", "## The strongest objection", "But",
                                               "## What it hangs on", "Strong", "## What to decide", "Do it", "> Numbers tell",
                                               "---\n\n*\\<Mark\\>*\n", NULL });
  g_assert_null (strstr (text, "Least"));
}

static void
test_html (void)
{
  g_autoptr (DemDossier) dossier = open_text (DOSSIER);
  g_autoptr (DemPaper) paper = make_report (dossier, NULL, FALSE);
  g_autofree char *html = dem_paper_to_html (paper, NULL, NULL);

  assert_follows (html, (const char *const[]){ "<!DOCTYPE html>", "lang=\"en\"", "<title>A &lt;b&gt;question&lt;/b&gt; &amp; *more*</title>",
                                               "<h1 dir=\"auto\">A &lt;b&gt;", "<h2", "The argument", "<h3", "Reasons for", "<ul><li",
                                               "Timeline", "Sooner", "Later", "Sources", "href=\"https://example.org/a&apos;b\"",
                                               "Script", "&lt;Mark&gt;", "</html>", NULL });
  g_assert_null (strstr (html, "javascript:"));
  g_assert_null (strstr (html, "<b>"));
}

/* Lists are as deep as their items, and every one that is opened is closed. */
static void
test_lists (void)
{
  g_autoptr (DemDossier) dossier = open_text (DOSSIER);
  g_autoptr (DemPaper) paper = dem_paper_new (dossier, "x");
  g_autofree char *html = NULL;
  static const guint depths[] = { 0, 1, 5, 1, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    dem_paper_add (paper, DEM_BLOCK_ITEM, depths[i], NULL, "i", NULL);
  dem_paper_add (paper, DEM_BLOCK_TEXT, 0, NULL, "end", NULL);
  html = dem_paper_to_html (paper, NULL, NULL);
  assert_follows (html, (const char *const[]){ "<ul><li dir=\"auto\">i<ul><li dir=\"auto\">i<ul><li dir=\"auto\">i</li></ul>\n</li>\n"
                                               "<li dir=\"auto\">i</li></ul>\n</li>\n<li dir=\"auto\">i</li>\n<li dir=\"auto\">i</li></ul>\n<p",
                                               NULL });
}

static void
test_notes (void)
{
  g_autoptr (DemDossier) dossier = open_text (DOSSIER);
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:paper");
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_CLAIM, "t");
  g_autoptr (DemNote) open = dem_note_new_on ("Told", target), secret = dem_note_new_on ("Secret", target);
  g_autoptr (DemPaper) all = NULL, some = NULL, none = NULL;
  g_autofree char *of_all = NULL, *of_some = NULL, *of_none = NULL;

  dem_notebook_add_note (notebook, open);
  dem_notebook_add_note (notebook, secret);
  dem_notebook_set_note_private (notebook, dem_note_get_id (secret), TRUE);
  all = make_report (dossier, notebook, TRUE);
  some = make_report (dossier, notebook, FALSE);
  none = make_report (dossier, NULL, TRUE);
  of_all = dem_paper_to_markdown (all);
  of_some = dem_paper_to_markdown (some);
  of_none = dem_paper_to_markdown (none);
  g_assert_nonnull (strstr (of_all, "Secret"));
  g_assert_nonnull (strstr (of_some, "Told"));
  g_assert_null (strstr (of_some, "Secret"));
  g_assert_null (strstr (of_none, "Told"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/brief", test_brief);
  g_test_add_func ("/paper/html", test_html);
  g_test_add_func ("/paper/lists", test_lists);
  g_test_add_func ("/paper/notes", test_notes);
  return g_test_run ();
}
