/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "app/notebook/notebook.h"
#include "app/notebook/notebook_file.h"

#define DOSSIER "urn:demarche:test"

/* A notebook with everything in it, for readability with ' for ". Also for other programs than this test. */
#define HEAD                                                                                                     \
  "{'@context': ['http://www.w3.org/ns/anno.jsonld', {'demarche': 'urn:demarche:notebook:'}], 'id': 'urn:x',"     \
  "'type': 'AnnotationPage', 'demarche:version': 1, 'demarche:dossier': '" DOSSIER "',"
#define NOTE(rest) HEAD "'items': [{'id': 'urn:n', 'type': 'Annotation', " rest "}]}"
#define ON_CHINA                                                                                                  \
  "'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "                   \
  "'urn:demarche:notebook:fragment', 'value': 'actor=china'}}"
#define CREATED "'created': '2020-11-19T10:42:00Z', "

static GBytes *
to_bytes (const char *text)
{
  char *json = g_strdelimit (g_strdup (text), "'", '"');

  return g_bytes_new_take (json, strlen (json));
}

static DemNotebookContent *
read_text (const char *text, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = to_bytes (text);

  return dem_notebook_file_read (bytes, DOSSIER, problems, error);
}

static DemNotebookContent *
read_sound (const char *text)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
  g_autoptr (GError) error = NULL;
  DemNotebookContent *content = read_text (text, problems, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((DemProblem *) problems->pdata[i])->message);
  g_assert_cmpuint (problems->len, ==, 0);
  return content;
}

static char *
write_text (const DemNotebookContent *content)
{
  g_autoptr (GBytes) bytes = dem_notebook_file_write (content);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

/* What is written is read as the same, and written as the same. */
static void
assert_round_trip (const DemNotebookContent *content)
{
  g_autoptr (GBytes) bytes = dem_notebook_file_write (content);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemNotebookContent) again = dem_notebook_file_read (bytes, content->dossier_id, problems, &error);
  g_autoptr (GBytes) bytes_again = NULL;

  g_assert_no_error (error);
  g_assert_true (dem_notebook_content_equal (content, again));
  g_assert_cmpstr (content->revision, ==, again->revision);
  bytes_again = dem_notebook_file_write (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

/* ---- Whole ---- */

static void
add_target (GPtrArray *targets, DemNoteTarget *target)
{
  g_ptr_array_add (targets, target);
}

static DemNote *
make_full_note (void)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
  g_autoptr (DemNoteTarget) claim = dem_note_target_new (DEM_TARGET_CLAIM, "hope");
  const DemQuote quote = { (char *) "to hope", (char *) "is ", (char *) ", always", 12, 19, TRUE };
  g_autoptr (DemNote) note = NULL;
  g_autoptr (DemNote) tagged = NULL;
  g_autoptr (DemNote) signed_by = NULL;
  g_autoptr (DemNote) coloured = NULL;

  add_target (targets, dem_note_target_new (DEM_TARGET_DOSSIER, NULL));
  add_target (targets, dem_note_target_new (DEM_TARGET_SOURCE, "http://zotero.org/a b&c=d%"));
  add_target (targets, dem_note_target_new (DEM_TARGET_PARAGRAPH, "bandow/7"));
  add_target (targets, dem_note_target_new (DEM_TARGET_PAIR, "usa+china"));
  add_target (targets, dem_note_target_new_question ("i1", 2));
  add_target (targets, dem_note_target_new_place (-21.94, 151.000004));
  add_target (targets, dem_note_target_new (DEM_TARGET_TIME, "2016/2017"));
  add_target (targets, dem_note_target_with_quote (claim, &quote));
  note = dem_note_new ("Two\nlines, a \"quote\", a \\, a \x01, a \x7f, 𝄞 and שלום.", targets);
  tagged = dem_note_with_tags (note, (const char *const[]){ " check ", "", "étude", "check", NULL });
  signed_by = dem_note_with_creator (tagged, "Ana \"A\"");
  coloured = dem_note_with_colour (signed_by, DEM_NOTE_PURPLE);
  return dem_note_with_private (coloured, TRUE);
}

static void
add_full_stop (DemStops *stops)
{
  const double points[] = { 0.25, 0.5, 0.75, 1.0 / 3 };
  const DemStroke stroke = { 0.004, 2, (double *) points };
  g_autoptr (DemOwnStop) stop = dem_own_stop_new ("own");
  g_autoptr (DemShot) shot = dem_shot_new (DEM_STAGE_ARGUMENT);

  shot->select = g_strsplit ("china,usa", ",", -1);
  shot->fit = g_strsplit ("china", ",", -1);
  shot->window = g_strdup ("1950/2001");
  shot->latitude = -1.5;
  shot->longitude = 120;
  shot->zoom = 2;
  stop->is_hidden = TRUE;
  stop->minutes = 2.5;
  dem_own_stop_set_text (stop, DEM_STOP_HEADLINE, "Own");
  dem_own_stop_set_text (stop, DEM_STOP_NOTES, "- notes");
  dem_own_stop_set_shot (stop, shot);
  dem_own_stop_add_stroke (stop, &stroke);
  dem_stops_put (stops, stop);
  dem_stops_set_order (stops, (const char *const[]){ "own", "other", NULL });
}

static void
test_round_trip (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER);
  g_autoptr (DemNotebookContent) content = NULL;
  g_autoptr (DemNotebook) other = NULL;
  g_autoptr (DemNote) full = make_full_note ();

  dem_notebook_add_note (notebook, full);
  dem_notebook_pin (notebook, "china", 0.1, -1e-9);
  dem_notebook_assume (notebook, "hope", 0.95);
  dem_notebook_set_start (notebook, "fear", 1.0 / 3);
  dem_notebook_answer (notebook, "i1", 1, "Because.");
  content = dem_notebook_dup_content (notebook);
  add_full_stop (content->stops);
  content->revision = g_strdup ("r2");
  content->ancestors = g_strdupv ((char **) (const char *const[]){ "r1", "r0", NULL });
  assert_round_trip (content);

  other = dem_notebook_open (DOSSIER);
  g_assert_true (other == notebook);
  dem_notebook_unpin_all (notebook);
  dem_notebook_delete_note (notebook, dem_note_get_id (full));
  dem_notebook_set_content (notebook, content);
  g_assert_cmpstr (dem_notebook_get_answer (notebook, "i1", 1), ==, "Because.");
  g_assert_true (dem_note_equal (dem_notebook_get_note (notebook, dem_note_get_id (full)), full));
  g_assert_cmpuint (dem_notebook_count_pins (notebook), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_content_new (DOSSIER);
  g_autoptr (DemNotebookContent) strange = dem_notebook_content_new ("urn:\"a\\\n");

  assert_round_trip (content);
  assert_round_trip (strange);
}

/* Ten megabytes of text, every control character, and a note on a hundred things. */
static void
test_large (void)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_content_new (DOSSIER);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
  g_autofree char *text = g_malloc (10 * 1024 * 1024 + 1);

  for (guint i = 0; i < 10 * 1024 * 1024; i++)
    text[i] = (char) (1 + i % 126);
  text[10 * 1024 * 1024] = '\0';
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_ptr_array_add (targets, dem_note_target_new (DEM_TARGET_EVENT, id));
    }
  g_ptr_array_add (content->notes, dem_note_new (text, targets));
  assert_round_trip (content);
}

/* ---- What others have written ---- */

/* Each of these pieces comes back out as it went in, blanks and escapes included. */
static void
test_foreign (void)
{
  static const char *const pieces[] = {
    "'other:page' : { 'a' :[ 1.0e0,\t'\\u00e9' ] }",
    "'demarche:later': {'own': [], 'strokes': [[1, 2.50]]}",
    "{'other':  'urn:other:'}",
    "'rights': 'https://creativecommons.org/licenses/by/4.0/'",
    "'http://elsewhere.example/context'",
    "'motivation': ['describing' , 'other:x']",
    "'creator': {'id': 'acct:ana', 'type':'Person', 'name': 'Ana' }",
    "{'type': 'Image',  'id': 'http://example.org/i.png'}",
    "{'type': 'TextualBody', 'value': '<b>B</b>', 'format': 'text/html'}",
    "'language' :'de', 'format': 'text/plain'",
    "{'type': 'TextualBody', 'value': 'check', 'purpose': 'tagging', 'id': 'urn:tag'}",
    "{'source': 'http://example.org/page', 'selector':{'type': 'XPathSelector', 'value': '/p[1]'}}",
    "{'source': '" DOSSIER "', 'selector': {'type': 'SvgSelector', 'value': '<svg/>'}}",
    "{'source': '" DOSSIER "', 'state': {'type': 'TimeState'}}",
    "{'source': 'http://example.org/t', 'selector': {'type': 'TextQuoteSelector', 'exact': 'words'}}",
    "'stylesheet': {'id': 'http://example.org/style1', 'n': null, 't': [true, false, -0]}",
    "42",
    "{'type': 'Annotation', 'body': 'no target'}",
  };
  static const char text[]
      = "{'@context': ['http://www.w3.org/ns/anno.jsonld', 'http://elsewhere.example/context', {'other':  'urn:other:'},"
        "{'demarche': 'urn:demarche:notebook:'}], 'type': 'AnnotationPage', 'demarche:version': 1,"
        "'demarche:dossier': '" DOSSIER "', 'other:page' : { 'a' :[ 1.0e0,\t'\\u00e9' ] },"
        "'demarche:later': {'own': [], 'strokes': [[1, 2.50]]}, 'items': [42, {'type': 'Annotation', 'body': 'no target'},"
        "{'id': 'urn:n', 'type': 'Annotation', " CREATED "'rights': 'https://creativecommons.org/licenses/by/4.0/',"
        "'motivation': ['describing' , 'other:x'], 'creator': {'id': 'acct:ana', 'type':'Person', 'name': 'Ana' },"
        "'body': [{'type': 'Image',  'id': 'http://example.org/i.png'},"
        "{'type': 'TextualBody', 'value': '<b>B</b>', 'format': 'text/html'},"
        "{'type': 'TextualBody', 'value': 'Text', 'language' :'de', 'format': 'text/plain'},"
        "{'type': 'TextualBody', 'value': 'check', 'purpose': 'tagging', 'id': 'urn:tag'}],"
        "'target': [{'source': 'http://example.org/page', 'selector':{'type': 'XPathSelector', 'value': '/p[1]'}},"
        "{'source': '" DOSSIER "', 'selector': {'type': 'SvgSelector', 'value': '<svg/>'}},"
        "{'source': '" DOSSIER "', 'state': {'type': 'TimeState'}},"
        "{'source': 'http://example.org/t', 'selector': {'type': 'TextQuoteSelector', 'exact': 'words'}}],"
        "'stylesheet': {'id': 'http://example.org/style1', 'n': null, 't': [true, false, -0]}}]}";
  g_autoptr (DemNotebookContent) content = read_text (text, NULL, NULL);
  g_autoptr (DemNote) edited = NULL;
  DemNote *note;

  g_assert_nonnull (content);
  g_assert_cmpuint (content->notes->len, ==, 1);
  note = content->notes->pdata[0];
  g_assert_cmpstr (dem_note_get_text (note), ==, "Text");
  g_assert_cmpstr (dem_note_get_creator (note), ==, "Ana");
  g_assert_true (dem_note_has_tag (note, "check"));
  g_assert_cmpint (dem_note_get_motivation (note), ==, DEM_NOTE_OTHERWISE);
  g_assert_cmpint (dem_note_target_get_kind (dem_note_get_targets (note)->pdata[0]), ==, DEM_TARGET_UNKNOWN);
  g_assert_cmpint (dem_note_target_get_kind (dem_note_get_targets (note)->pdata[2]), ==, DEM_TARGET_DOSSIER);
  g_assert_cmpint (dem_note_target_get_kind (dem_note_get_targets (note)->pdata[3]), ==, DEM_TARGET_QUOTE);
  assert_round_trip (content);

  /* Also after the text was changed. */
  edited = dem_note_with_text (note, "Other text");
  g_object_unref (content->notes->pdata[0]);
  content->notes->pdata[0] = g_steal_pointer (&edited);
  assert_round_trip (content);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *piece = g_strdelimit (g_strdup (pieces[i]), "'", '"');
      g_autofree char *written = write_text (content);

      g_test_message ("%s", piece);
      g_assert_nonnull (strstr (written, piece));
    }
}

/* ---- Notes in all their forms ---- */

static void
test_forms (void)
{
  static const struct
  {
    const char *json;
    const char *text;
    const char *tags;
    const char *creator;
    const char *key; /* of the first target */
    DemNoteMotivation motivation;
  } rows[] = {
    { NOTE (ON_CHINA), "", "", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'bodyValue': 'plain', " ON_CHINA), "plain", "", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'body': {'value': 'v'}, " ON_CHINA), "v", "", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'body': {'type': ['x', 'TextualBody'], 'value': 'v'}, " ON_CHINA), "v", "", NULL, "actor=china", 0 },
    { NOTE ("'body': [], 'motivation': 'tagging', " ON_CHINA), "", "", NULL, "actor=china", DEM_NOTE_TAGGING },
    { NOTE ("'body': null, 'motivation': 'assessing', " ON_CHINA), "", "", NULL, "actor=china", DEM_NOTE_ASSESSING },
    { NOTE ("'body': 'http://example.org', " ON_CHINA), "", "", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'body': [{'type':'TextualBody','value':' a ','purpose':'tagging'},{'type':'TextualBody','value':'b',"
            "'purpose':['tagging']},{'type':'TextualBody','value':'','purpose':'tagging'}], " ON_CHINA),
      "", "a;b", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'creator': 'acct:ana', " ON_CHINA), "", "", "acct:ana", "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'creator': [{'nickname': 'A'}, 'b'], " ON_CHINA), "", "", "A", "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'creator': [], " ON_CHINA), "", "", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'creator': 7, " ON_CHINA), "", "", NULL, "actor=china", DEM_NOTE_COMMENTING },
    { NOTE ("'target': '" DOSSIER "'"), "", "", NULL, "dossier", DEM_NOTE_COMMENTING },
    { NOTE ("'target': {'id': '" DOSSIER "', 'type': 'Text'}"), "", "", NULL, "dossier", DEM_NOTE_COMMENTING },
    { NOTE ("'target': {'source': {'id': '" DOSSIER "'}}"), "", "", NULL, "dossier", DEM_NOTE_COMMENTING },
    { NOTE ("'target': 'http://example.org/'"), "", "", NULL, "unknown=http://example.org/", DEM_NOTE_COMMENTING },
    { NOTE ("'target': [{'source': '" DOSSIER "', 'selector': [{'type': 'CssSelector', 'value': 'p'},"
            "{'type': 'FragmentSelector', 'conformsTo': 'urn:demarche:notebook:fragment', 'value': 'source=a%20b'}]}]"),
      "", "", NULL, "source=a b", DEM_NOTE_COMMENTING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemNotebookContent) content = read_sound (rows[i].json);
      g_autofree char *tags = NULL;
      DemNote *note;

      g_test_message ("%s", rows[i].json);
      g_assert_cmpuint (content->notes->len, ==, 1);
      note = content->notes->pdata[0];
      tags = g_strjoinv (";", (char **) dem_note_get_tags (note));
      g_assert_cmpstr (dem_note_get_text (note), ==, rows[i].text);
      g_assert_cmpstr (tags, ==, rows[i].tags);
      g_assert_cmpstr (dem_note_get_creator (note), ==, rows[i].creator);
      g_assert_cmpint (dem_note_get_motivation (note), ==, rows[i].motivation);
      g_assert_cmpstr (dem_note_target_get_key (dem_note_get_targets (note)->pdata[0]), ==, rows[i].key);
      assert_round_trip (content);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *json;
    const char *created, *modified;
  } rows[] = {
    { NOTE (ON_CHINA), "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z" },
    { NOTE (CREATED ON_CHINA), "2020-11-19T10:42:00Z", "2020-11-19T10:42:00Z" },
    { NOTE ("'modified': '2020-11-19T10:42:00.25+02:00', " ON_CHINA), "2020-11-19T08:42:00.250000Z",
      "2020-11-19T08:42:00.250000Z" },
    { NOTE (CREATED "'modified': '2020-11-19T10:42:00', " ON_CHINA), "2020-11-19T10:42:00Z", "2020-11-19T10:42:00Z" },
    { NOTE ("'created': '0001-01-01T00:00:00Z', " ON_CHINA), "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemNotebookContent) content = read_sound (rows[i].json);
      g_autofree char *created = g_strdup_printf ("\"created\": \"%s\"", rows[i].created);
      g_autofree char *modified = g_strdup_printf ("\"modified\": \"%s\"", rows[i].modified);
      g_autofree char *written = write_text (content);

      g_test_message ("%s", written);
      g_assert_nonnull (strstr (written, created));
      g_assert_nonnull (strstr (written, modified));
      assert_round_trip (content);
    }
}

/* ---- Malformed ---- */

/* These are no notebooks; each is told with a place. */
static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    DemNotebookError code;
    const char *message; /* begins so */
  } rows[] = {
    { "", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 1: " },
    { "\n\n{", DEM_NOTEBOOK_ERROR_INVALID, "Line 3, column 2: " },
    { "[]", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 1: This is JSON, but no notebook" },
    { "{}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 1: This is no notebook of Demarche" },
    { "null", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 1: This is JSON, but no notebook" },
    { "{'type': 'AnnotationPage', 'items': []}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 1: This is no notebook" },
    { "{'demarche:version': '1'}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 22: This is no notebook" },
    { "{'demarche:version': 0}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 22: This is no notebook" },
    { "{'demarche:version': 1.5}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 22: This is no notebook" },
    { "{'demarche:version': 1e999}", DEM_NOTEBOOK_ERROR_NEWER, "Line 1, column 22: A newer program" },
    { "{'demarche:version': 2, 'nothing': 'else'}", DEM_NOTEBOOK_ERROR_NEWER, "Line 1, column 22: A newer program" },
    { "{'demarche:version': 1}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column 1: “demarche:dossier” has to" },
    { "{'demarche:version': 1, 'demarche:dossier': 7}", DEM_NOTEBOOK_ERROR_INVALID,
      "Line 1, column 45: “demarche:dossier” has to" },
    { "{'demarche:version': 1, 'demarche:dossier': 'urn:b'}", DEM_NOTEBOOK_ERROR_OTHER_DOSSIER,
      "Line 1, column 45: These are the notes on another dossier, “urn:b”" },
    { "{'demarche:version': 1, 'demarche:dossier': '" DOSSIER "', 'type': 'Annotation'}", DEM_NOTEBOOK_ERROR_INVALID,
      "Line 1, column 1: The type of a notebook" },
    { "{'demarche:version': 1, 'demarche:dossier': '" DOSSIER "', 'type': 'AnnotationPage'}", DEM_NOTEBOOK_ERROR_INVALID,
      "Line 1, column 1: “items” has to be" },
    { HEAD "'items': {}}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': [], 'items': []}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': [}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': [,]}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': []} x", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': ['\xff']}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': ['\\ud800']}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { HEAD "'items': ['\\u0000']}", DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { NOTE (ON_CHINA ", 'id': 'urn:m'"), DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
    { NOTE (ON_CHINA ", '\\u0069d': 'urn:m'"), DEM_NOTEBOOK_ERROR_INVALID, "Line 1, column " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *printable = g_strescape (rows[i].json, NULL);

      g_test_message ("%s", printable);
      g_assert_null (read_text (rows[i].json, NULL, &error));
      g_assert_error (error, DEM_NOTEBOOK_ERROR, (int) rows[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, rows[i].message));
    }
}

static void
test_depth (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD "'items': [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (read_text (deep->str, NULL, &error));
  g_assert_error (error, DEM_NOTEBOOK_ERROR, DEM_NOTEBOOK_ERROR_INVALID);
}

/* A note nested as deeply as a file may be: kept as it is. */
static void
test_deep_note (void)
{
  g_autoptr (GString) json = g_string_new (HEAD "'items': [{'type': 'Annotation', " ON_CHINA ", 'x': ");
  g_autoptr (DemNotebookContent) content = NULL;

  for (guint i = 0; i < 61; i++)
    g_string_append_c (json, '[');
  for (guint i = 0; i < 61; i++)
    g_string_append_c (json, ']');
  g_string_append (json, "}]}");
  content = read_text (json->str, NULL, NULL);
  g_assert_nonnull (content);
  g_assert_cmpuint (content->notes->len, ==, 0);
  g_assert_nonnull (content->items);
  assert_round_trip (content);
}

/* These are read, but something is wrong, which is told with its code and where it is. */
static void
test_warned (void)
{
  static const struct
  {
    const char *json;
    const char *code;
    const char *pointer;
    guint n_notes;
  } rows[] = {
    { HEAD "'items': [1]}", "not-an-annotation", "/items/0", 0 },
    { HEAD "'items': [{}]}", "not-an-annotation", "/items/0", 0 },
    { HEAD "'items': [{'type': 'Annotation'}]}", "no-target", "/items/0", 0 },
    { NOTE ("'target': []"), "no-target", "/items/0", 0 },
    { NOTE ("'created': 'yesterday', " ON_CHINA), "bad-date", "/items/0/created", 1 },
    { NOTE ("'created': '9999-12-31T23:00:00-05:00', " ON_CHINA), "bad-date", "/items/0/created", 1 },
    { NOTE ("'created': '0001-01-01T00:00:00+05:00', " ON_CHINA), "bad-date", "/items/0/created", 1 },
    { NOTE ("'modified': 7, " ON_CHINA), "wrong-type", "/items/0/modified", 1 },
    { NOTE ("'demarche:colour': 'mauve', " ON_CHINA), "unknown-colour", "/items/0/demarche:colour", 1 },
    { NOTE ("'demarche:colour': 3, " ON_CHINA), "wrong-type", "/items/0/demarche:colour", 1 },
    { NOTE ("'demarche:private': 'yes', " ON_CHINA), "wrong-type", "/items/0/demarche:private", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment', 'value': 'planet=mars'}}"),
      "unknown-target", "/items/0/target/selector/value", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment', 'value': 't=never'}}"),
      "unknown-target", "/items/0/target/selector/value", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment', 'value': 'geo=91,0'}}"),
      "unknown-target", "/items/0/target/selector/value", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment', 'value': 'question=i1'}}"),
      "unknown-target", "/items/0/target/selector/value", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment', 'value': 'actor=%zz'}}"),
      "unknown-target", "/items/0/target/selector/value", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment', 'value': 'actor=%ff'}}"),
      "unknown-target", "/items/0/target/selector/value", 1 },
    { NOTE ("'target': {'source': '" DOSSIER "', 'selector': {'type': 'FragmentSelector', 'conformsTo': "
            "'urn:demarche:notebook:fragment'}}"),
      "unknown-target", "/items/0/target/selector", 1 },
    { HEAD "'items': [{'id': 'a', 'type': 'Annotation', 'bodyValue': '1', " ON_CHINA "}, {'id': 'a', 'type': 'Annotation',"
           "'bodyValue': '2', " ON_CHINA "}]}",
      "duplicate-id", "/items/1", 2 },
    { HEAD "'items': [], 'demarche:revision': 1}", "wrong-type", "/demarche:revision", 0 },
    { HEAD "'items': [], 'demarche:ancestors': 'r'}", "wrong-type", "/demarche:ancestors", 0 },
    { HEAD "'items': [], 'demarche:pins': []}", "wrong-type", "/demarche:pins", 0 },
    { HEAD "'items': [], 'demarche:pins': {'a': [1, 2, 3]}}", "bad-pin", "/demarche:pins/a", 0 },
    { HEAD "'items': [], 'demarche:pins': {'a': [1, '2']}}", "bad-pin", "/demarche:pins/a", 0 },
    { HEAD "'items': [], 'demarche:pins': {'a': [1, 1e999]}}", "bad-pin", "/demarche:pins/a", 0 },
    { HEAD "'items': [], 'demarche:assumptions': {'a': 1.1}}", "bad-judgement", "/demarche:assumptions/a", 0 },
    { HEAD "'items': [], 'demarche:starts': {'a': null}}", "bad-judgement", "/demarche:starts/a", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
      g_autoptr (DemNotebookContent) content = read_text (rows[i].json, problems, NULL);
      const DemProblem *problem;

      g_test_message ("%s", rows[i].json);
      g_assert_nonnull (content);
      g_assert_cmpuint (content->notes->len, ==, rows[i].n_notes);
      g_assert_cmpuint (problems->len, ==, 1);
      problem = problems->pdata[0];
      g_assert_cmpstr (problem->code, ==, rows[i].code);
      g_assert_cmpstr (problem->pointer, ==, rows[i].pointer);
      g_assert_cmpint (problem->severity, ==, DEM_SEVERITY_WARNING);
      g_assert_cmpuint (problem->line, ==, 1);
      g_assert_cmpuint (problem->column, >, 1);
      g_assert_true (g_str_has_suffix (problem->message, "."));
      assert_round_trip (content);
    }
}

/* A colour that is not known here stays until another is chosen. */
static void
test_unknown_colour (void)
{
  g_autoptr (DemNotebookContent) content
      = read_text (NOTE ("'demarche:colour': 'mauve', " ON_CHINA), NULL, NULL);
  g_autofree char *written = write_text (content);
  g_autofree char *chosen = NULL;
  DemNote *note = dem_note_with_colour (content->notes->pdata[0], DEM_NOTE_AMBER);

  g_assert_nonnull (strstr (written, "\"demarche:colour\": \"mauve\""));
  g_object_unref (content->notes->pdata[0]);
  content->notes->pdata[0] = note;
  chosen = write_text (content);
  g_assert_null (strstr (chosen, "demarche:colour"));
}

/* Of notes with one id the newer keeps it, in whatever order they stand; two that are alike are one. */
static void
test_duplicates (void)
{
#define TWIN(text, modified)                                                                                        \
  "{'id': 'a', 'type': 'Annotation', 'bodyValue': '" text "', " CREATED "'modified': '" modified "', " ON_CHINA "}"
  static const char *const rows[] = {
    HEAD "'items': [" TWIN ("old", "2021-01-01T00:00:00Z") ", " TWIN ("new", "2022-01-01T00:00:00Z") "]}",
    HEAD "'items': [" TWIN ("new", "2022-01-01T00:00:00Z") ", " TWIN ("old", "2021-01-01T00:00:00Z") "]}",
  };
  g_autoptr (DemNotebookContent) alike = read_sound (
      HEAD "'items': [" TWIN ("x", "2021-01-01T00:00:00Z") ", " TWIN ("x", "2021-01-01T00:00:00Z") "]}");

  g_assert_cmpuint (alike->notes->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemNotebookContent) content = read_text (rows[i], NULL, NULL);
      DemNote *kept = dem_notebook_content_find (content, "a");
      DemNote *other;

      g_assert_cmpuint (content->notes->len, ==, 2);
      g_assert_cmpstr (dem_note_get_text (kept), ==, "new");
      other = content->notes->pdata[content->notes->pdata[0] == kept];
      g_assert_cmpstr (dem_note_get_text (other), ==, "old");
      assert_round_trip (content);
    }
}

/* Written for the check against the schema: path as first argument. */
static int
write_full (const char *path)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER);
  g_autoptr (DemNotebookContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemNote) full = make_full_note ();
  gsize size;
  const char *text;

  dem_notebook_add_note (notebook, full);
  dem_notebook_pin (notebook, "china", 0.1, -2.5);
  dem_notebook_assume (notebook, "hope", 0.95);
  dem_notebook_set_start (notebook, "fear", 0.25);
  dem_notebook_answer (notebook, "i1", 1, "Because.");
  content = dem_notebook_dup_content (notebook);
  add_full_stop (content->stops);
  bytes = dem_notebook_file_write (content);
  text = g_bytes_get_data (bytes, &size);
  return g_file_set_contents (path, text, (gssize) size, NULL) ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_full (argv[2]);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notebook-file/round-trip", test_round_trip);
  g_test_add_func ("/notebook-file/empty", test_empty);
  g_test_add_func ("/notebook-file/large", test_large);
  g_test_add_func ("/notebook-file/foreign", test_foreign);
  g_test_add_func ("/notebook-file/forms", test_forms);
  g_test_add_func ("/notebook-file/dates", test_dates);
  g_test_add_func ("/notebook-file/refused", test_refused);
  g_test_add_func ("/notebook-file/depth", test_depth);
  g_test_add_func ("/notebook-file/deep-note", test_deep_note);
  g_test_add_func ("/notebook-file/warned", test_warned);
  g_test_add_func ("/notebook-file/unknown-colour", test_unknown_colour);
  g_test_add_func ("/notebook-file/duplicates", test_duplicates);
  return g_test_run ();
}
