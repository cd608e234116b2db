/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/notebook/notebook_list.h"
#include "app/notebook/notebook_private.h"
#include "tests/support/fixture.h"

/* Two actors and their pair, two events, two claims and a step; for readability with ' for ". */
#define DOSSIER                                                                                                     \
  "{'format': 'demarche-dossier', 'version': 1, 'id': 'urn:demarche:test', 'title': 'Test', 'today': '2020-01-01',"   \
  "'actors': [{'id': 'china', 'name': 'China', 'kind': 'state'}, {'id': 'usa', 'name': 'United States', 'kind': "    \
  "'state'}], 'relations': [{'id': 'r1', 'from': 'china', 'to': 'usa', 'kind': 'trade', 'when': '2012/2014'}],"      \
  "'events': [{'id': 'late', 'title': 'Késő', 'when': '2018'}, {'id': 'early', 'title': 'Early', 'when': "           \
  "'2010-05'}, {'id': 'dateless', 'title': 'Dateless'}],"                                                            \
  "'claims': [{'id': 'hope', 'text': 'Hope', 'kind': 'thesis'}, {'id': 'fear', 'text': 'Fear', 'kind': 'claim'}],"   \
  "'inferences': [{'id': 'i1', 'kind': 'attacks', 'from': ['fear'], 'to': 'hope'}]}"

static DemDossier *
open_dossier (void)
{
  g_autofree char *json = g_strdelimit (g_strdup (DOSSIER), "'", '"');

  return open_text (json);
}

static DemNote *
add (DemNotebook *notebook, const char *text, DemTargetKind kind, const char *target_text)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new (kind, target_text);
  g_autoptr (DemNote) note = dem_note_new_on (text, target);

  dem_notebook_add_note (notebook, note);
  return dem_notebook_get_note (notebook, dem_note_get_id (note));
}

static guint
count_on (DemNotebook *notebook, DemTargetKind kind, const char *text)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new (kind, text);

  return dem_notebook_count_notes_on (notebook, target);
}

/* ---- Targets ---- */

static void
test_targets (void)
{
  static const struct
  {
    DemTargetKind kind;
    const char *text;
    const char *key;
    const char *name;
    gboolean exists;
  } rows[] = {
    { DEM_TARGET_DOSSIER, NULL, "dossier", "Test", TRUE },
    { DEM_TARGET_ACTOR, "china", "actor=china", "China", TRUE },
    { DEM_TARGET_ACTOR, "hope", "actor=hope", "hope", FALSE },
    { DEM_TARGET_PAIR, "usa+china", "pair=china+usa", "China – United States", TRUE },
    { DEM_TARGET_PAIR, "china+usa", "pair=china+usa", "China – United States", TRUE },
    { DEM_TARGET_EVENT, "late", "event=late", "Késő", TRUE },
    { DEM_TARGET_EVENT, "gone", "event=gone", "gone", FALSE },
    { DEM_TARGET_QUESTION, "i1/2", "question=i1/2", "Question 2: Reason against “Hope”", TRUE },
    { DEM_TARGET_QUESTION, "i9/2", "question=i9/2", "i9/2", FALSE },
    { DEM_TARGET_TIME, "2016-01-01/2017-12-31", "t=2016-01-01/2017-12-31", "2016 – 2017", TRUE },
    { DEM_TARGET_TIME, "2016", "t=2016", "2016", TRUE },
    { DEM_TARGET_PLACE, "21.9,-151", "geo=21.9,-151", "21.9° N 151.0° W", TRUE },
    { DEM_TARGET_QUOTE, "http://example.org", "quote=http://example.org", "http://example.org", FALSE },
    { DEM_TARGET_UNKNOWN, "", "unknown=", "", FALSE },
  };
  g_autoptr (DemDossier) dossier = open_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemNoteTarget) target = dem_note_target_new (rows[i].kind, rows[i].text);
      g_autofree char *name = dem_note_target_dup_name (target, dossier);

      g_assert_cmpstr (dem_note_target_get_key (target), ==, rows[i].key);
      g_assert_cmpstr (name, ==, rows[i].name);
      g_assert_cmpint (dem_note_target_exists (target, dossier), ==, rows[i].exists);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    DemPeriod period;
    const char *text;
  } rows[] = {
    { { 0, 0 }, "1970-01-01" },
    { { 0, 31 }, "1970-01-01/1970-02-01" },
    { { DEM_DAY_BEFORE_ALL, 0 }, "../1970-01-01" },
    { { 0, DEM_DAY_AFTER_ALL }, "1970-01-01/.." },
    { { -800000, 0 }, "-0221-09-04/1970-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DemNoteTarget) target = dem_note_target_new_period (rows[i].period);
      DemEdtf when;

      g_assert_cmpstr (dem_note_target_get_text (target), ==, rows[i].text);
      g_assert_true (dem_edtf_parse (dem_note_target_get_text (target), &when, NULL));
      g_assert_cmpint (when.start_min, ==, rows[i].period.first);
      g_assert_cmpint (when.end_max, ==, rows[i].period.last);
    }
}

/* ---- Verbs ---- */

static void
test_verbs (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  g_autofree char *id = g_strdup (dem_note_get_id (add (notebook, "First", DEM_TARGET_ACTOR, "china")));
  g_autoptr (DemNoteTarget) china = dem_note_target_new (DEM_TARGET_ACTOR, "china");
  g_autoptr (DemNoteTarget) usa = dem_note_target_new (DEM_TARGET_ACTOR, "usa");
  static const char *const tags[] = { "check", " check", "", "speaker", NULL };

  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Add Note");
  dem_notebook_set_note_tags (notebook, id, tags);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Tag Note");
  g_assert_cmpuint (g_strv_length ((char **) dem_note_get_tags (dem_notebook_get_note (notebook, id))), ==, 2);
  dem_notebook_set_note_tags (notebook, id, tags);
  dem_notebook_set_note_colour (notebook, id, DEM_NOTE_GREEN);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Colour Note");
  dem_notebook_set_note_colour (notebook, id, DEM_NOTE_GREEN);
  dem_notebook_set_note_private (notebook, id, TRUE);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Make Note Private");
  dem_notebook_set_note_creator (notebook, id, "Ana");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Change Author");
  dem_notebook_reattach_note (notebook, id, china, usa);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Attach Note");
  g_assert_cmpuint (count_on (notebook, DEM_TARGET_ACTOR, "usa"), ==, 1);
  g_assert_cmpuint (count_on (notebook, DEM_TARGET_ACTOR, "china"), ==, 0);
  dem_notebook_rename_tag (notebook, "check", "speaker");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Rename Tag");
  g_assert_cmpuint (g_strv_length ((char **) dem_note_get_tags (dem_notebook_get_note (notebook, id))), ==, 1);
  dem_notebook_delete_note (notebook, id);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Delete Note");
  g_assert_null (dem_notebook_get_note (notebook, id));

  for (guint i = 0; i < 8; i++)
    g_assert_true (dem_undo_undo (undo));
  g_assert_false (dem_undo_can_undo (undo));
  g_assert_cmpuint (g_list_model_get_n_items (dem_notebook_get_notes (notebook)), ==, 0);
  g_assert_cmpuint (dem_note_index_count_tag (dem_notebook_get_note_index (notebook), "speaker"), ==, 0);
  while (dem_undo_redo (undo))
    ;
  g_assert_null (dem_notebook_get_note (notebook, id));
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_creator (dem_notebook_get_note (notebook, id)), ==, "Ana");
  g_assert_true (dem_note_is_private (dem_notebook_get_note (notebook, id)));
  g_assert_cmpuint (dem_note_index_count_colour (dem_notebook_get_note_index (notebook), DEM_NOTE_GREEN), ==, 1);
  g_assert_cmpuint (dem_note_index_count_kind (dem_notebook_get_note_index (notebook), DEM_TARGET_ACTOR), ==, 1);
}

static gint64 clock_time;

static gint64
get_time (void)
{
  return clock_time;
}

/* Letters typed: a pause, another note and another verb each end a step. */
static void
test_typing (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  g_autofree char *a = g_strdup (dem_note_get_id (add (notebook, "", DEM_TARGET_ACTOR, "china")));
  g_autofree char *b = g_strdup (dem_note_get_id (add (notebook, "", DEM_TARGET_ACTOR, "china")));
  static const char *const texts[] = { "w", "wo", "wor", "", "x" };

  notebook->get_time = get_time;
  dem_undo_clear (undo);
  dem_notebook_set_note_text (notebook, a, "o");
  dem_notebook_set_note_text (notebook, a, "on");
  clock_time += DEM_NOTEBOOK_PAUSE;
  dem_notebook_set_note_text (notebook, a, "one");
  clock_time += DEM_NOTEBOOK_PAUSE + 1;
  dem_notebook_set_note_text (notebook, a, "one t");
  dem_notebook_set_note_text (notebook, b, "other");
  dem_notebook_set_note_text (notebook, a, "one tw");
  dem_notebook_end_typing (notebook);
  dem_notebook_set_note_text (notebook, a, "one two");
  dem_notebook_set_note_colour (notebook, a, DEM_NOTE_GREY);
  dem_notebook_set_note_text (notebook, a, "one two three");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Write Note");

  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, a)), ==, "one two");
  dem_undo_undo (undo);
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, a)), ==, "one tw");
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, a)), ==, "one t");
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, b)), ==, "");
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, a)), ==, "one");
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, a)), ==, "");
  g_assert_false (dem_undo_can_undo (undo));
  dem_undo_redo (undo);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    dem_notebook_set_note_text (notebook, a, texts[i]);
  dem_undo_undo (undo);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, a)), ==, "one");
}

/* What was changed elsewhere between a step and its undoing stays; so does what was deleted or written there. */
static void
test_undo_after_merge (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  g_autofree char *id = g_strdup (dem_note_get_id (add (notebook, "Text", DEM_TARGET_ACTOR, "china")));
  g_autoptr (DemNotebookContent) content = NULL;
  g_autoptr (DemNotebookContent) empty = dem_notebook_content_new ("urn:demarche:test");
  DemNote *note;

  dem_notebook_set_note_colour (notebook, id, DEM_NOTE_GREEN);
  content = dem_notebook_dup_content (notebook);
  note = dem_note_with_text (content->notes->pdata[0], "Text from elsewhere");
  g_object_unref (content->notes->pdata[0]);
  content->notes->pdata[0] = note;
  dem_notebook_set_content (notebook, content);
  dem_undo_undo (undo);
  note = dem_notebook_get_note (notebook, id);
  g_assert_cmpstr (dem_note_get_text (note), ==, "Text from elsewhere");
  g_assert_cmpint (dem_note_get_colour (note), ==, DEM_NOTE_AMBER);
  dem_undo_redo (undo);
  g_assert_cmpint (dem_note_get_colour (dem_notebook_get_note (notebook, id)), ==, DEM_NOTE_GREEN);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, id)), ==, "Text from elsewhere");

  dem_notebook_set_content (notebook, empty);
  g_assert_null (dem_notebook_get_note (notebook, id));
  dem_undo_undo (undo);
  g_assert_cmpint (dem_note_get_colour (dem_notebook_get_note (notebook, id)), ==, DEM_NOTE_AMBER);
}

/* Each change makes a note newer, whatever the clock says. */
static void
test_modified (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  DemNote *note = add (notebook, "", DEM_TARGET_ACTOR, "china");
  g_autofree char *id = g_strdup (dem_note_get_id (note));
  g_autoptr (GDateTime) before = g_date_time_ref (dem_note_get_modified (note));

  for (guint i = 0; i < 20; i++)
    {
      GDateTime *after;

      dem_notebook_set_note_colour (notebook, id, (i + 1) % DEM_N_NOTE_COLOURS);
      if (i % 5 == 4)
        dem_undo_undo (dem_notebook_get_undo (notebook));
      after = dem_note_get_modified (dem_notebook_get_note (notebook, id));
      g_assert_cmpint (g_date_time_compare (before, after), <, 0);
      g_date_time_unref (before);
      before = g_date_time_ref (after);
    }
}

/* ---- Lists ---- */

static void
fill (DemNotebook *notebook)
{
  static const struct
  {
    const char *text;
    DemTargetKind kind;
    const char *target;
  } notes[] = {
    { "a", DEM_TARGET_CLAIM, "hope" },      { "b", DEM_TARGET_EVENT, "late" },   { "c", DEM_TARGET_EVENT, "early" },
    { "d", DEM_TARGET_QUESTION, "i1/1" },   { "e", DEM_TARGET_ACTOR, "china" },  { "f", DEM_TARGET_DOSSIER, NULL },
    { "g", DEM_TARGET_TIME, "2011/2019" },  { "h", DEM_TARGET_PLACE, "50,10" },  { "i", DEM_TARGET_EVENT, "gone" },
    { "j", DEM_TARGET_CLAIM, "fear" },      { "k", DEM_TARGET_PLACE, "-3,10" },  { "l", DEM_TARGET_EVENT, "dateless" },
    { "m Élysée", DEM_TARGET_RELATION, "r1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    add (notebook, notes[i].text, notes[i].kind, notes[i].target);
}

/* The first letters of the notes in a list. */
static char *
spell (GListModel *list)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (list, i);

      g_string_append_c (letters, dem_note_get_text (note)[0]);
    }
  return g_string_free (letters, FALSE);
}

static void
assert_spells (gpointer list, const char *expected)
{
  g_autofree char *letters = spell (list);

  g_assert_cmpstr (letters, ==, expected);
}

static void
test_orders (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (notebook, dossier);

  fill (notebook);
  assert_spells (list, "mlkjhgfedcbai");
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_OLDEST);
  assert_spells (list, "abcdefghjklmi");
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_MAP);
  assert_spells (list, "fhkembclgajdi");
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_TIME);
  assert_spells (list, "cgmbfhkelajdi");
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_ARGUMENT);
  assert_spells (list, "fadjembclghki");
  dem_notebook_list_set_claim_order (list, (const guint32[]){ 1, 0, 1 }, 3);
  assert_spells (list, "fjadembclghki");
}

static void
test_filters (void)
{
  static const DemPeriod summer_2010 = { 14730, 14800 }; /* May to July */
  const struct
  {
    DemNotebookFilter filter;
    const char *letters;
  } rows[] = {
    { DEM_NOTEBOOK_FILTER_ALL, "abcdefghjklmi" },
    { { .kind = DEM_TARGET_EVENT, .colour = DEM_NOTEBOOK_ANY }, "bcli" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTE_PURPLE }, "" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTE_AMBER, .text = "ELYSEE" }, "m" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .text = " keso" }, "b" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .text = "china" }, "em" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .text = "States  élYsée" }, "m" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .text = "states nothing" }, "" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .tag = "check" }, "" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .creator = "Ana" }, "" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .state = DEM_NOTEBOOK_STATE_ORPHAN }, "i" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .state = DEM_NOTEBOOK_STATE_ATTACHED }, "abcdefghjklm" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .state = DEM_NOTEBOOK_STATE_DOUBTFUL }, "" },
    { { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .in_period = TRUE, .period = summer_2010 }, "cel" },
  };
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (notebook, dossier);
  DemNotebookCounts counts;

  fill (notebook);
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_OLDEST);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      dem_notebook_list_set_filter (list, &rows[i].filter);
      assert_spells (list, rows[i].letters);
    }
  counts = dem_notebook_list_get_counts (list);
  g_assert_cmpuint (counts.n_all, ==, 13);
  g_assert_cmpuint (counts.n_shown, ==, 3);
  g_assert_cmpuint (counts.n_maybe, ==, 0);
  g_assert_cmpuint (counts.n_undated, ==, 2);
  g_assert_cmpuint (counts.n_without, ==, 7);
}

/* Changes as strings: where, how many go, how many come. */
static void
note_change (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
test_list_changes (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemDossier) reloaded = open_dossier ();
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (notebook, dossier);
  g_autoptr (GString) changes = g_string_new (NULL);
  DemNotebookFilter filter = { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .text = "x" };
  g_autofree char *id = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), changes);
  add (notebook, "x 1", DEM_TARGET_ACTOR, "china");
  id = g_strdup (dem_note_get_id (add (notebook, "x 2", DEM_TARGET_ACTOR, "usa")));
  dem_notebook_end_typing (notebook);
  dem_notebook_set_note_text (notebook, id, "y 2");
  dem_notebook_list_keep (list, id, DEM_NOTEBOOK_KEEP_LISTED);
  dem_notebook_list_set_filter (list, &filter);
  dem_notebook_list_keep (list, id, DEM_NOTEBOOK_KEEP_NOT);
  dem_notebook_set_note_text (notebook, id, "x again");
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_OLDEST);
  dem_notebook_list_set_dossier (list, reloaded);
  g_assert_cmpuint (dem_notebook_list_find (list, id), ==, 1);
  dem_undo_undo (dem_notebook_get_undo (notebook));
  g_assert_cmpuint (dem_notebook_list_find (list, id), ==, 1);
  dem_notebook_delete_note (notebook, id);
  g_assert_cmpuint (dem_notebook_list_find (list, id), ==, G_MAXUINT);
  g_assert_cmpstr (changes->str, ==, "0-0+1 0-0+1 0-1+1 0-1+0 0-0+1 0-2+2 1-1+1 1-1+0 ");
}

/* A note that is being written stays where it is, whatever is written in it; one begun here stands first. */
static void
test_list_keeps (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (notebook, dossier);
  g_autoptr (GString) changes = g_string_new (NULL);
  DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;
  g_autofree char *id = NULL;

  fill (notebook);
  id = g_strdup (dem_note_get_id (add (notebook, "z", DEM_TARGET_ACTOR, "usa")));
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_OLDEST);
  assert_spells (list, "abcdefghjklmzi");
  filter.text = "z";
  dem_notebook_list_set_filter (list, &filter);
  assert_spells (list, "z");
  dem_notebook_list_keep (list, id, DEM_NOTEBOOK_KEEP_LISTED);
  g_signal_connect (list, "items-changed", G_CALLBACK (note_change), changes);
  dem_notebook_set_note_text (notebook, id, "y");
  assert_spells (list, "y");
  g_assert_cmpstr (changes->str, ==, "0-1+1 ");
  filter.text = NULL;
  dem_notebook_list_set_filter (list, &filter);
  dem_notebook_list_keep (list, id, DEM_NOTEBOOK_KEEP_FIRST);
  assert_spells (list, "yabcdefghjklmi");
  g_string_truncate (changes, 0);
  dem_notebook_set_note_text (notebook, id, "x");
  g_assert_cmpstr (changes->str, ==, "0-1+1 ");
  dem_notebook_list_keep (list, id, DEM_NOTEBOOK_KEEP_NOT);
  assert_spells (list, "abcdefghjklmxi");
}

/* What the filter menu counts: private notes, those without a name, those in the period; without changing the list. */
static void
test_list_counts (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (NULL, NULL);
  DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;
  g_autofree char *id = NULL;

  fill (notebook);
  id = g_strdup (dem_note_get_id (add (notebook, "z", DEM_TARGET_ACTOR, "usa")));
  dem_notebook_set_note_private (notebook, id, TRUE);
  dem_notebook_set_note_creator (notebook, id, "Ana");
  g_assert_cmpuint (dem_notebook_list_count (list, &filter), ==, 0);
  dem_notebook_list_set_notebook (list, notebook);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  dem_notebook_list_set_dossier (list, dossier);
  g_assert_cmpuint (dem_notebook_list_get_counts (list).n_orphans, ==, 1);
  g_assert_cmpuint (dem_notebook_list_count (list, &filter), ==, 14);
  g_assert_cmpuint (dem_notebook_filter_count (&filter), ==, 0);
  filter.creator = "";
  g_assert_cmpuint (dem_notebook_list_count (list, &filter), ==, 13);
  filter.creator = "Ana";
  filter.is_private = TRUE;
  g_assert_cmpuint (dem_notebook_list_count (list, &filter), ==, 1);
  g_assert_cmpuint (dem_notebook_filter_count (&filter), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 14);
}

/* A new note and what is written in it at once are one step; after a pause it is another. */
static void
test_new_note_undone (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  g_autofree char *id = g_strdup (dem_note_get_id (add (notebook, "W", DEM_TARGET_ACTOR, "china")));

  dem_notebook_set_note_text (notebook, id, "Wh");
  dem_notebook_set_note_text (notebook, id, "Who");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Add Note");
  g_assert_true (dem_undo_undo (undo));
  g_assert_null (dem_notebook_get_note (notebook, id));
  g_assert_true (dem_undo_redo (undo));
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, id)), ==, "Who");
  dem_notebook_end_typing (notebook);
  dem_notebook_set_note_text (notebook, id, "Who?");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Write Note");
}

/* A dossier that loses an event, and one that has it again: the note stays, without a home, until it is given another. */
static void
test_orphans (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (GString) without = g_string_new (DOSSIER);
  g_autofree char *json = NULL;
  g_autoptr (DemDossier) later = NULL;
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (notebook, dossier);
  DemNotebookFilter orphans = { .kind = DEM_NOTEBOOK_ANY, .colour = DEM_NOTEBOOK_ANY, .state = DEM_NOTEBOOK_STATE_ORPHAN };
  g_autoptr (DemNoteTarget) early = dem_note_target_new (DEM_TARGET_EVENT, "early");
  g_autoptr (DemNoteTarget) late = dem_note_target_new (DEM_TARGET_EVENT, "late");
  g_autofree char *id = NULL;

  g_string_replace (without, "'id': 'early'", "'id': 'earlier'", 0);
  json = g_strdelimit (g_strdup (without->str), "'", '"');
  later = open_text (json);
  fill (notebook);
  id = g_strdup (dem_note_get_id (*dem_notebook_notes_on (notebook, early, &(guint){ 0 })));
  dem_notebook_list_set_order (list, DEM_NOTE_ORDER_OLDEST);
  dem_notebook_list_set_filter (list, &orphans);
  assert_spells (list, "i");
  dem_notebook_list_set_dossier (list, later);
  assert_spells (list, "ci");
  dem_notebook_list_set_dossier (list, dossier);
  assert_spells (list, "i");
  dem_notebook_list_set_dossier (list, later);
  dem_notebook_reattach_note (notebook, id, early, late);
  assert_spells (list, "i");
  dem_undo_undo (dem_notebook_get_undo (notebook));
  assert_spells (list, "ci");
}

/* ---- Import ---- */

static void
test_import (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:demarche:test");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  DemNote *here = add (notebook, "here", DEM_TARGET_ACTOR, "china");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = g_strdup (dem_note_get_id (here));
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_DOSSIER, NULL);

  g_ptr_array_add (notes, g_object_ref (here));
  g_assert_cmpuint (dem_notebook_import (notebook, notes), ==, 0);
  g_ptr_array_add (notes, dem_note_with_text (here, "newer"));
  g_ptr_array_add (notes, dem_note_new_on ("another", target));
  g_assert_cmpuint (dem_notebook_import (notebook, notes), ==, 2);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, id)), ==, "newer");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Import Notes");
  dem_undo_undo (undo);
  g_assert_cmpuint (g_list_model_get_n_items (dem_notebook_get_notes (notebook)), ==, 1);
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (notebook, id)), ==, "here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notes/targets", test_targets);
  g_test_add_func ("/notes/periods", test_periods);
  g_test_add_func ("/notes/verbs", test_verbs);
  g_test_add_func ("/notes/typing", test_typing);
  g_test_add_func ("/notes/undo-after-merge", test_undo_after_merge);
  g_test_add_func ("/notes/modified", test_modified);
  g_test_add_func ("/notes/orders", test_orders);
  g_test_add_func ("/notes/filters", test_filters);
  g_test_add_func ("/notes/list-changes", test_list_changes);
  g_test_add_func ("/notes/list-keeps", test_list_keeps);
  g_test_add_func ("/notes/list-counts", test_list_counts);
  g_test_add_func ("/notes/new-note-undone", test_new_note_undone);
  g_test_add_func ("/notes/orphans", test_orphans);
  g_test_add_func ("/notes/import", test_import);
  return g_test_run ();
}
