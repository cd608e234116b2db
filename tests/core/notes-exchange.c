/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app/exchange/html_text.h"
#include "app/exchange/notes_export.h"
#include "app/exchange/notes_import.h"
#include "app/notebook/anchor.h"
#include "app/notebook/notebook_file.h"
#include "app/notebook/passage.h"
#include "tests/support/fixture.h"

#define DOSSIER_ID "urn:demarche:test"

/* For readability with ' for ". */
#define DOSSIER                                                                                                     \
  "{'format': 'demarche-dossier', 'version': 1, 'id': '" DOSSIER_ID "', 'title': 'A *test*', 'today': '2020-01-01',"   \
  "'sources': [{'id': 's', 'type': 'article', 'title': 'Source', 'paragraphs': [{'summary': 'The delegation crossed " \
  "the frozen river at night and asked for asylum in the northern town.'}, {'summary': 'Short words here.'}]}],"     \
  "'actors': [{'id': 'china', 'name': 'China', 'kind': 'state', 'summary': 'It says little of this.'}],"              \
  "'events': [{'id': 'late', 'title': 'Late', 'when': '2018'}, {'id': 'early', 'title': 'Early', 'when': '2010'}],"   \
  "'claims': [{'id': 'hope', 'text': 'The border may open again before the end of the next winter.', 'kind': "       \
  "'thesis'}, {'id': 'twin', 'text': 'It says little of this.', 'kind': 'claim'},"                                   \
  "{'id': 'fear', 'text': 'Trade has never recovered from the closure of the bridge.', 'kind': 'claim'}],"            \
  "'inferences': [{'id': 'i1', 'kind': 'attacks', 'from': ['fear'], 'to': 'hope'}]}"

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static DemDossier *
open_dossier (void)
{
  g_autofree char *json = quoted (DOSSIER);

  return open_text (json);
}

static DemNotesImport *
import (DemDossier *dossier, const char *text, GError **error)
{
  char *json = quoted (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));

  return dem_notes_import_read (bytes, dossier, NULL, error);
}

/* ---- Passages ---- */

static void
test_likeness (void)
{
  static const struct
  {
    const char *text, *words;
    guint errors; /* G_MAXUINT: not found */
    guint start, end;
  } rows[] = {
    { "abcdef", "cde", 0, 2, 5 },     { "abcdef", "cxe", 1, 2, 5 },          { "abcdef", "ce", 1, 2, 3 },
    { "abcdef", "cdxe", 1, 2, 5 },    { "abcdef", "xyz", G_MAXUINT, 0, 0 },  { "", "a", G_MAXUINT, 0, 0 },
    { "ABC  def", "c d", 0, 2, 5 },   { "he said “no”", "said \"no\"", 0, 3, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemPassage) text = dem_passage_new (rows[i].text);
      g_autoptr (DemPassage) words = dem_passage_new (rows[i].words);
      guint start = 0, end = 0;

      g_test_message ("%s in %s", rows[i].words, rows[i].text);
      g_assert_cmpuint (dem_passage_find_like (text, words, 1, &start, &end), ==, rows[i].errors);
      g_assert_cmpuint (start, ==, rows[i].start);
      g_assert_cmpuint (end, ==, rows[i].end);
      g_assert_cmpuint (dem_passage_find (text, words, 0), ==, rows[i].errors == 0 ? rows[i].start : G_MAXUINT);
    }
}

static void
test_anchor (void)
{
  static const struct
  {
    const char *exact, *prefix, *suffix;
    const char *key; /* NULL: nowhere */
    gboolean is_doubtful;
    gint64 start, end;
  } rows[] = {
    { "open again before the end", NULL, NULL, "claim=hope", FALSE, 15, 40 },
    { "Open  again BEFORE the end", NULL, NULL, "claim=hope", FALSE, 15, 40 },
    { "open again before the end", "The border may ", " of the next", "claim=hope", FALSE, 15, 40 },
    /* Elsewhere around it: the words alone are telling, but have to be confirmed. */
    { "open again before the end", "zzzzzzzzzzzz", "qqqqqqqqqqqq", "claim=hope", TRUE, 15, 40 },
    { "again", "zzzzzzzzzzzz", "qqqqqqqqqqqq", NULL, FALSE, 0, 0 },
    /* Like it, not it. */
    { "open agian before the end", NULL, NULL, "claim=hope", TRUE, 15, 40 },
    { "crossed the icy river at night and asked", NULL, NULL, "paragraph=s/1", TRUE, 15, 58 },
    { "has never recovered from this closure", NULL, NULL, "claim=fear", TRUE, 6, 42 },
    /* Half of the words, but below the floor. */
    { "the border opened with the winter and the next river", NULL, NULL, NULL, FALSE, 0, 0 },
    { "Something that nobody ever said of anything here", NULL, NULL, NULL, FALSE, 0, 0 },
    { "", NULL, NULL, NULL, FALSE, 0, 0 },
    { "of", NULL, NULL, NULL, FALSE, 0, 0 },
    /* In two places, and what is around it does not tell which. */
    { "It says little of this.", NULL, NULL, "claim=twin", TRUE, 0, 23 },
  };
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemAnchor) anchor = dem_anchor_new (dossier);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DemQuote quote
          = { (char *) rows[i].exact, (char *) rows[i].prefix, (char *) rows[i].suffix, -1, -1, FALSE };
      g_autoptr (DemNoteTarget) target = dem_anchor_find (anchor, &quote);
      const DemQuote *found;

      g_test_message ("%s", rows[i].exact);
      g_assert_cmpstr (target != NULL ? dem_note_target_get_key (target) : NULL, ==, rows[i].key);
      if (target == NULL)
        continue;
      found = dem_note_target_get_quote (target);
      g_assert_cmpint (found->is_doubtful, ==, rows[i].is_doubtful);
      g_assert_cmpint (found->start, ==, rows[i].start);
      g_assert_cmpint (found->end, ==, rows[i].end);
      g_assert_cmpstr (found->exact, ==, rows[i].exact);
    }
}

/* ---- Import ---- */

#define NOTE(id, modified, text, target)                                                                             \
  "{'@context': 'http://www.w3.org/ns/anno.jsonld', 'id': '" id "', 'type': 'Annotation', 'created': "               \
  "'2020-01-01T00:00:00Z', 'modified': '" modified "', 'body': {'type': 'TextualBody', 'value': '" text              \
  "', 'format': 'text/plain'}, 'target': " target "}"
#define QUOTE(exact)                                                                                                 \
  "{'source': 'http://example.org/a', 'selector': {'type': 'TextQuoteSelector', 'exact': '" exact "'}}"
#define A NOTE ("urn:a", "2020-01-01T00:00:00Z", "A", QUOTE ("open again before the end"))
#define B NOTE ("urn:b", "2020-01-01T00:00:00Z", "B", QUOTE ("open agian before the end"))
#define C NOTE ("urn:c", "2020-01-01T00:00:00Z", "C", "'http://example.org/other'")

static void
test_import_forms (void)
{
  static const struct
  {
    const char *json;
    guint n_notes, n_found, n_doubtful, n_orphans, n_unread, n_repeated;
  } rows[] = {
    { A, 1, 1, 0, 0, 0, 0 },
    { "[" A "," B "]", 2, 1, 1, 0, 0, 0 },
    { "{'type': 'AnnotationPage', 'items': [" A "," B "," C ", 7]}", 3, 1, 1, 1, 1, 0 },
    { "{'type': ['AnnotationCollection'], 'total': 1, 'first': {'type': 'AnnotationPage', 'items': [" C "]}}", 1, 0, 0, 1,
      0, 0 },
    { "{'type': 'AnnotationPage', 'items': []}", 0, 0, 0, 0, 0, 0 },
    { "{'type': 'AnnotationPage', 'items': [" A "," A "]}", 1, 1, 0, 0, 0, 1 },
  };
  g_autoptr (DemDossier) dossier = open_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DemNotesImport) notes = import (dossier, rows[i].json, &error);

      g_test_message ("%s", rows[i].json);
      g_assert_no_error (error);
      g_assert_cmpuint (notes->notes->len, ==, rows[i].n_notes);
      g_assert_cmpuint (notes->n_found, ==, rows[i].n_found);
      g_assert_cmpuint (notes->n_doubtful, ==, rows[i].n_doubtful);
      g_assert_cmpuint (notes->n_orphans, ==, rows[i].n_orphans);
      g_assert_cmpuint (notes->n_unread, ==, rows[i].n_unread);
      g_assert_cmpuint (notes->n_repeated, ==, rows[i].n_repeated);
      g_assert_cmpuint (notes->problems->len, ==, rows[i].n_unread);
    }
}

static void
test_import_refused (void)
{
  static const struct
  {
    const char *json;
    const char *message; /* begins so */
  } rows[] = {
    { "", "Line 1, column 1: " },
    { "{'type': 'AnnotationPage', 'items': [}", "Line 1, column " },
    { "7", "No annotations were found" },
    { "{}", "No annotations were found" },
    { "{'type': 'Person'}", "No annotations were found" },
    { "{'type': 'AnnotationPage'}", "No annotations were found" },
    { "{'type': 'AnnotationPage', 'items': {}}", "No annotations were found" },
    { "{'type': 'AnnotationCollection', 'first': 'http://example.org/page1'}", "The collection’s first page is elsewhere" },
    { "{'type': 'AnnotationCollection'}", "The collection’s first page is elsewhere" },
  };
  g_autoptr (DemDossier) dossier = open_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].json);
      g_assert_null (import (dossier, rows[i].json, &error));
      g_assert_error (error, DEM_NOTEBOOK_ERROR, DEM_NOTEBOOK_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, rows[i].message));
    }
}

static void
test_import_apply (void)
{
  static const char page[] = "{'type': 'AnnotationPage', 'items': [" A "," B "," C "]}";
  static const char newer[]
      = "[" NOTE ("urn:a", "2021-01-01T00:00:00Z", "A2", "'" DOSSIER_ID "'") "," NOTE (
          "urn:a", "2020-06-01T00:00:00Z", "A1", "'" DOSSIER_ID "'") "," B "]";
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER_ID);
  g_autoptr (DemNotesImport) first = import (dossier, page, NULL);
  g_autoptr (DemNotesImport) second = import (dossier, newer, NULL);
  g_autofree char *report = NULL;
  g_autofree char *second_report = NULL;
  g_autoptr (DemNotebookContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemNotebookContent) again = NULL;

  g_assert_cmpuint (dem_notes_import_apply (first, notebook), ==, 3);
  report = dem_notes_import_dup_report (first);
  g_assert_cmpstr (report, ==,
                   "3 notes were added.\n1 quoted passage was found in the dossier.\n1 passage was found by likeness "
                   "only: please confirm it.\n1 note is about nothing that this dossier has; it is listed by itself.");
  g_assert_true (dem_note_is_doubtful (dem_notebook_get_note (notebook, "urn:b")));
  content = dem_notebook_dup_content (notebook);
  bytes = dem_notebook_file_write (content);
  again = dem_notebook_file_read (bytes, DOSSIER_ID, NULL, NULL);
  g_assert_true (dem_notebook_content_equal (content, again));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  "\"demarche:from\": [{\"source\": \"http://example.org/a\""));

  dem_notebook_confirm_note (notebook, "urn:b");
  g_assert_false (dem_note_is_doubtful (dem_notebook_get_note (notebook, "urn:b")));
  g_assert_cmpuint (dem_notes_import_apply (second, notebook), ==, 1);
  second_report = dem_notes_import_dup_report (second);
  g_assert_true (g_str_has_prefix (second_report, "1 note was replaced by a newer one.\n1 note is here already"));
  g_assert_nonnull (strstr (second_report, "stands in the file twice"));
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, "urn:a")), ==, "A2");
  dem_undo_undo (dem_notebook_get_undo (notebook));
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, "urn:a")), ==, "A");
  dem_undo_undo (dem_notebook_get_undo (notebook));
  dem_undo_undo (dem_notebook_get_undo (notebook));
  g_assert_cmpuint (g_list_model_get_n_items (dem_notebook_get_notes (notebook)), ==, 0);
}

static void
test_html (void)
{
  static const struct
  {
    const char *html, *text;
  } rows[] = {
    { "plain", "plain" },
    { "<p>One</p><p>Two<br/>Three</p>", "One\nTwo\nThree" },
    { "a &amp; b &lt;c&gt; &#233;&#xe9; &nothing; &#0; &", "a & b <c> éé &nothing; &#0; &" },
    { "<script>alert (1)</script>safe", "safe" },
    { "1 < 2 <", "1 < 2 <" },
    { "<a href='x", "" },
    { "<!-- c -->x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = dem_html_text (rows[i].html);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_import_html (void)
{
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotesImport) notes
      = import (dossier,
                "{'type': 'Annotation', 'body': {'type': 'TextualBody', 'format': 'text/html', 'value': '<p>A &amp; "
                "B</p>'}, 'target': '" DOSSIER_ID "'}",
                NULL);

  g_assert_cmpstr (dem_note_get_text (notes->notes->pdata[0]), ==, "A & B");
}

/* ---- Export ---- */

static void
add (DemNotebook *notebook, const char *text, DemTargetKind kind, const char *target_text, gboolean is_private)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new (kind, target_text);
  g_autoptr (DemNote) note = dem_note_new_on (text, target);
  g_autoptr (DemNote) signed_by = dem_note_with_creator (note, "Ana");
  g_autoptr (DemNote) with_private = dem_note_with_private (signed_by, is_private);

  dem_notebook_add_note (notebook, with_private);
}

static void
fill (DemNotebook *notebook)
{
  add (notebook, "On fear", DEM_TARGET_CLAIM, "fear", FALSE);
  add (notebook, "On late", DEM_TARGET_EVENT, "late", FALSE);
  add (notebook, "On gone", DEM_TARGET_EVENT, "gone", FALSE);
  add (notebook, "Secret", DEM_TARGET_EVENT, "early", TRUE);
  add (notebook, "On *early*\n# Not a heading <b>\n1 < 2", DEM_TARGET_EVENT, "early", FALSE);
  add (notebook, "On hope", DEM_TARGET_CLAIM, "hope", FALSE);
}

static void
test_export_json (void)
{
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER_ID);
  g_autofree char *json = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemNotesImport) again = NULL;

  fill (notebook);
  dem_notebook_pin (notebook, "china", 1, 2);
  json = dem_notes_to_json (dem_notebook_get_notes (notebook), dossier, DEM_NOTES_EXPORT_NOTHING_ELSE);
  all = dem_notes_to_json (dem_notebook_get_notes (notebook), dossier,
                           DEM_NOTES_EXPORT_PRIVATE | DEM_NOTES_EXPORT_AUTHORS);
  g_assert_null (strstr (json, "Ana"));
  g_assert_null (strstr (json, "Secret"));
  g_assert_null (strstr (json, "demarche:pins"));
  bytes = g_bytes_new (all, strlen (all));
  again = dem_notes_import_read (bytes, dossier, NULL, NULL);
  g_assert_cmpuint (again->notes->len, ==, 6);
  g_assert_cmpuint (again->problems->len, ==, 0);
  for (guint i = 0; i < again->notes->len; i++)
    g_assert_true (dem_note_equal (
        again->notes->pdata[i], dem_notebook_get_note (notebook, dem_note_get_id (again->notes->pdata[i]))));
}

/* Names stand in many places of what others have written. */
static void
test_export_nameless (void)
{
  static const char note[]
      = "{'type': 'Annotation', 'id': 'urn:a', 'creator': {'name': 'Ana'}, 'dcterms:creator': 'Ana', 'body': [{'type': "
        "'TextualBody', 'value': 'Text', 'creator': 'Ana'}, {'type': 'Image', 'id': 'urn:i', 'x': [{'cr\\u0065ator': "
        "['Ana', {'y': 1}]}, 2.50, true, null, '\\u00e9', [], {}]}], 'target': {'source': '" DOSSIER_ID "', 'creator': 'Ana'}}";
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER_ID);
  g_autoptr (DemNotesImport) notes = import (dossier, note, NULL);
  g_autoptr (DemNotesImport) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GBytes) bytes = NULL;

  dem_notes_import_apply (notes, notebook);
  json = dem_notes_to_json (dem_notebook_get_notes (notebook), dossier, DEM_NOTES_EXPORT_NOTHING_ELSE);
  all = dem_notes_to_json (dem_notebook_get_notes (notebook), dossier, DEM_NOTES_EXPORT_AUTHORS);
  g_test_message ("%s", json);
  g_assert_null (strstr (json, "Ana"));
  g_assert_nonnull (strstr (json, "[{}, 2.50, true, null, \"\\u00e9\", [], {}]"));
  g_assert_nonnull (strstr (all, "Ana"));
  bytes = g_bytes_new (json, strlen (json));
  again = dem_notes_import_read (bytes, dossier, NULL, NULL);
  g_assert_cmpuint (again->notes->len, ==, 1);
  g_assert_cmpuint (again->problems->len, ==, 0);
  g_assert_cmpstr (dem_note_get_text (again->notes->pdata[0]), ==, "Text");
}

/* The order in which these pieces stand. */
static void
assert_order (const char *text, const char *const *pieces)
{
  const char *at = text;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_test_message ("%s", pieces[i]);
      at = strstr (at, pieces[i]);
      g_assert_nonnull (at);
    }
}

static void
test_report_links (void)
{
  static const struct
  {
    const char *text, *written;
  } rows[] = {
    { "[a](http://example.org) [b](HTTPS://example.org)", "[a](http://example.org) [b](HTTPS://example.org)" },
    { "[a](mailto:a@example.org)", "[a](mailto:a@example.org)" },
    { "[a](javascript:alert)", "[a]\\(javascript:alert)" },
    { "[a]( <JavaScript:alert>)", "[a]\\( \\<JavaScript:alert>)" },
    { "[a](java&#115;cript:alert)", "[a]\\(java&#115;cript:alert)" },
    { "[a]: file:///etc", "[a]\\: file:///etc" },
    { "- a\n- b", "- a\n- b\n\n" },
    { "a\n---\nb\n=\nc\n  ## d", "a\n\\---\nb\n\\=\nc\n  \\## d" },
    { "<javascript:alert>", "\\<javascript:alert>" },
    { "[a](page.html) [1]: (see 2:1)", "[a](page.html) [1]: (see 2:1)" },
  };
  g_autoptr (DemDossier) dossier = open_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER_ID);
      g_autofree char *report = NULL;

      add (notebook, rows[i].text, DEM_TARGET_DOSSIER, NULL, FALSE);
      report = dem_notes_to_markdown (dem_notebook_get_notes (notebook), dossier, DEM_NOTE_ORDER_MAP, 0);
      g_test_message ("%s", report);
      g_assert_nonnull (strstr (report, rows[i].written));
    }
}

static void
test_report (void)
{
  static const char *const by_time[]
      = { "# A \\*test\\*", "## Event: Early", "On *early*\n\\# Not a heading \\<b>\n1 < 2", "## Event: Late", "On late",
          "## Claim: The border", "On hope", "## Claim: Trade", "On fear", "## On what the dossier does not have", "On gone",
          "- Event: gone", NULL };
  static const char *const by_argument[] = { "On hope", "On fear", "On late", "On *early*", "On gone", NULL };
  static const char *const by_map[] = { "On late", "On *early*", "On hope", "On fear", "On gone", NULL };
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER_ID);
  GListModel *notes = dem_notebook_get_notes (notebook);
  g_autofree char *time_report = NULL;
  g_autofree char *argument_report = NULL;
  g_autofree char *map_report = NULL;
  g_autofree char *all = NULL;
  g_autofree char *empty = dem_notes_to_markdown (notes, dossier, DEM_NOTE_ORDER_TIME, 0);

  g_assert_nonnull (strstr (empty, "There are no notes."));
  fill (notebook);
  time_report = dem_notes_to_markdown (notes, dossier, DEM_NOTE_ORDER_TIME, DEM_NOTES_EXPORT_NOTHING_ELSE);
  argument_report = dem_notes_to_markdown (notes, dossier, DEM_NOTE_ORDER_ARGUMENT, DEM_NOTES_EXPORT_NOTHING_ELSE);
  map_report = dem_notes_to_markdown (notes, dossier, DEM_NOTE_ORDER_MAP, DEM_NOTES_EXPORT_NOTHING_ELSE);
  all = dem_notes_to_markdown (notes, dossier, DEM_NOTE_ORDER_MAP,
                               DEM_NOTES_EXPORT_PRIVATE | DEM_NOTES_EXPORT_AUTHORS);
  assert_order (time_report, by_time);
  assert_order (argument_report, by_argument);
  assert_order (map_report, by_map);
  g_assert_null (strstr (time_report, "Ana"));
  g_assert_null (strstr (time_report, "Secret"));
  g_assert_nonnull (strstr (all, "(Ana, "));
  g_assert_nonnull (strstr (all, ", private)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes-exchange/likeness", test_likeness);
  g_test_add_func ("/notes-exchange/anchor", test_anchor);
  g_test_add_func ("/notes-exchange/import-forms", test_import_forms);
  g_test_add_func ("/notes-exchange/import-refused", test_import_refused);
  g_test_add_func ("/notes-exchange/import-apply", test_import_apply);
  g_test_add_func ("/notes-exchange/html", test_html);
  g_test_add_func ("/notes-exchange/import-html", test_import_html);
  g_test_add_func ("/notes-exchange/export-json", test_export_json);
  g_test_add_func ("/notes-exchange/export-nameless", test_export_nameless);
  g_test_add_func ("/notes-exchange/report-links", test_report_links);
  g_test_add_func ("/notes-exchange/report", test_report);
  return g_test_run ();
}
