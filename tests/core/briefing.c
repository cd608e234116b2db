/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stops of a briefing: the dossier's and the reader's own, changed, moved, taken back, kept in the notebook's file. */
#include "app/briefing/briefing.h"

#include <math.h>
#include <string.h>

#include "app/notebook/notebook_file.h"
#include "app/notebook/notebook_merge.h"
#include "tests/support/fixture.h"

#define ID "urn:briefing"

static const char *const DOSSIER
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"" ID "\", \"title\": \"B\", \"today\": \"2020-11-19\","
      "\"sources\": [{\"id\": \"src\", \"type\": \"article\", \"title\": \"Source\", \"paragraphs\": 9}],"
      "\"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\"}, {\"id\": \"b\", \"name\": \"B\", \"kind\": \"state\"}],"
      "\"briefing\": {\"title\": \"T\", \"minutes\": 10, \"marking\": \"Mark\", \"stops\": ["
      "{\"id\": \"s1\", \"kicker\": \"K\", \"headline\": \"One\", \"stage\": \"map\", \"select\": [\"a\"], \"minutes\": 2,"
      " \"camera\": {\"fit\": [\"a\", \"b\"]}, \"cites\": [{\"source\": \"src\", \"locator\": \"7\"}]},"
      "{\"id\": \"s2\", \"headline\": \"Two\", \"stage\": \"network\", \"window\": \"2000/..\", \"minutes\": 3},"
      "{\"id\": \"s3\", \"headline\": \"Three\", \"stage\": \"argument\"}]}}";

typedef struct
{
  DemDossier *dossier;
  DemNotebook *notebook;
  DemBriefing *all, *shown;
} Fixture;

static void
set_up (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  f->dossier = open_text (DOSSIER);
  f->notebook = dem_notebook_open (ID);
  f->all = dem_briefing_new (f->dossier, f->notebook, TRUE);
  f->shown = dem_briefing_new (f->dossier, f->notebook, FALSE);
}

static void
tear_down (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_clear_object (&f->all);
  g_clear_object (&f->shown);
  g_clear_object (&f->notebook);
  g_clear_object (&f->dossier);
}

/* "One, Two" */
static void
assert_stops (DemBriefing *briefing, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < dem_briefing_count (briefing); i++)
    {
      const char *headline = dem_talk_stop_get_text (dem_briefing_get (briefing, i), DEM_STOP_HEADLINE);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", headline != NULL ? headline : "-");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
undo (Fixture *f, const char *label)
{
  g_assert_cmpstr (dem_undo_get_undo_label (dem_notebook_get_undo (f->notebook)), ==, label);
  g_assert_true (dem_undo_undo (dem_notebook_get_undo (f->notebook)));
}

static char *
add (Fixture *f, guint position, const char *headline)
{
  g_autoptr (DemShot) shot = dem_shot_new (DEM_STAGE_NETWORK);

  return dem_briefing_add (f->all, position, shot, headline);
}

static void
test_given (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  DemTalkStop *stop = dem_briefing_get (f->all, 0);
  const DemStopView *view = dem_talk_stop_get_view (stop);
  g_autofree char *source = dem_talk_stop_dup_source (stop);

  assert_stops (f->all, "One, Two, Three");
  g_assert_cmpstr (dem_briefing_get_title (f->all), ==, "T");
  g_assert_cmpstr (dem_dossier_get_marking (f->dossier), ==, "Mark");
  g_assert_cmpfloat (dem_briefing_get_minutes (f->all), ==, 5);
  g_assert_cmpstr (dem_talk_stop_get_name (stop), ==, "K");
  g_assert_cmpuint (view->n_select, ==, 1);
  g_assert_cmpuint (view->n_fit, ==, 2);
  g_assert_cmpstr (source, ==, "Source, ¶7");
  view = dem_talk_stop_get_view (dem_briefing_get (f->all, 1));
  g_assert_cmpint (view->stage, ==, DEM_STAGE_NETWORK);
  g_assert_cmpint (view->period.first, ==, dem_day_from_date (2000, 1, 1));
  g_assert_true (dem_day_is_finite (view->period.last));
}

static void
test_add (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *first = add (f, 1, "New"), *last = add (f, 99, "Last");

  assert_stops (f->all, "One, New, Two, Three, Last");
  undo (f, "Undo Add Stop");
  assert_stops (f->all, "One, New, Two, Three");
  dem_undo_redo (dem_notebook_get_undo (f->notebook));
  assert_stops (f->all, "One, New, Two, Three, Last");
  dem_briefing_delete (f->all, first);
  assert_stops (f->all, "One, Two, Three, Last");
  undo (f, "Undo Delete Stop");
  assert_stops (f->all, "One, New, Two, Three, Last");
}

static void
test_edit (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  DemTalkStop *second = dem_briefing_get (f->all, 1);

  dem_briefing_set_text (f->all, "s1", DEM_STOP_HEADLINE, "O");
  dem_briefing_set_text (f->all, "s1", DEM_STOP_HEADLINE, "On");
  dem_briefing_set_text (f->all, "s1", DEM_STOP_HEADLINE, "Once");
  dem_briefing_set_text (f->all, "s1", DEM_STOP_KICKER, "");
  assert_stops (f->all, "Once, Two, Three");
  g_assert_null (dem_talk_stop_get_text (dem_briefing_get (f->all, 0), DEM_STOP_KICKER));
  g_assert_true (dem_talk_stop_is_changed (dem_briefing_get (f->all, 0)));

  /* What did not change is the same object. */
  g_assert_true (dem_briefing_get (f->all, 1) == second);
  undo (f, "Undo Edit Stop");
  undo (f, "Undo Edit Stop");
  assert_stops (f->all, "One, Two, Three");
  g_assert_false (dem_undo_can_undo (dem_notebook_get_undo (f->notebook)));

  dem_briefing_set_minutes (f->all, "s3", 4);
  g_assert_cmpfloat (dem_briefing_get_minutes (f->all), ==, 9);
  dem_briefing_set_minutes (f->all, "s3", NAN);
  g_assert_true (dem_stops_is_empty (dem_notebook_get_stops (f->notebook)));
}

static void
test_move (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  static const struct
  {
    guint from, to;
    const char *stops;
  } moves[] = { { 0, 2, "Two, Three, One" }, { 2, 0, "One, Two, Three" }, { 0, 1, "Two, One, Three" }, { 2, 1, "Two, Three, One" } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      dem_briefing_move (f->all, moves[i].from, moves[i].to);
      assert_stops (f->all, moves[i].stops);
    }
  undo (f, "Undo Move Stop");
  assert_stops (f->all, "Two, One, Three");
}

static void
test_hide (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *copy = NULL;

  dem_briefing_delete (f->all, "s2");
  assert_stops (f->shown, "One, Three");
  assert_stops (f->all, "One, Two, Three");
  g_assert_true (dem_talk_stop_is_hidden (dem_briefing_get (f->all, 1)));
  copy = dem_briefing_duplicate (f->shown, "s1");
  assert_stops (f->shown, "One, One, Three");
  assert_stops (f->all, "One, One, Two, Three");

  /* A copy stands for itself. */
  g_assert_cmpuint (dem_talk_stop_get_view (dem_briefing_get (f->all, 1))->n_fit, ==, 2);
  g_assert_cmpuint (dem_talk_stop_get_view (dem_briefing_get (f->all, 1))->n_select, ==, 1);
  dem_briefing_move (f->shown, 2, 0);
  assert_stops (f->shown, "Three, One, One");
  dem_briefing_restore (f->all, "s2");
  g_assert_cmpuint (dem_briefing_count (f->shown), ==, 4);
  dem_briefing_restore_all (f->all);
  assert_stops (f->all, "One, Two, Three");
  undo (f, "Undo Restore Stops");
  g_assert_cmpuint (dem_briefing_count (f->all), ==, 4);
}

static void
test_shot (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (DemFocus) focus = dem_focus_new (), other = dem_focus_new ();
  g_autoptr (DemShot) shot = NULL;
  g_autofree char *id = NULL;
  guint n;

  dem_focus_open (focus, f->dossier);
  dem_focus_open (other, f->dossier);
  dem_focus_select (focus, DEM_REF (ACTOR, 1));
  dem_focus_set_view (focus, (DemPeriod){ dem_day_from_date (1995, 2, 3), dem_day_from_date (2001, 1, 1) });
  dem_focus_set_perspective (focus, 0);
  shot = dem_shot_new_from_focus (focus, DEM_STAGE_ARGUMENT);
  g_assert_cmpstr (shot->window, ==, "1995-02-03/2001-01-01");
  id = dem_briefing_add (f->all, 0, shot, "From here");
  dem_focus_try (other, 0, 0.5);
  dem_talk_stop_apply (dem_briefing_get (f->all, 0), other);
  g_assert_cmpint (dem_focus_get_period (other).first, ==, dem_focus_get_period (focus).first);
  g_assert_cmpint (dem_focus_get_period (other).last, ==, dem_focus_get_period (focus).last);
  g_assert_cmpuint (dem_focus_get_perspective (other), ==, 0);
  g_assert_true (dem_focus_is_selected (other, DEM_REF (ACTOR, 1)));
  dem_focus_get_trials (other, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_missing (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (DemShot) shot = dem_shot_new (DEM_STAGE_MAP);
  g_autofree char *id = NULL, *words = NULL, *none = NULL;

  shot->select = g_strsplit ("a,gone", ",", -1);
  shot->scenario = g_strdup ("nowhere");
  id = dem_briefing_add (f->all, 0, shot, "Lost");
  words = dem_talk_stop_dup_missing (dem_briefing_get (f->all, 0));
  g_assert_cmpstr (words, ==, "2 things that this stop shows are not in the dossier any more: gone, nowhere");
  g_assert_cmpuint (dem_talk_stop_get_view (dem_briefing_get (f->all, 0))->n_select, ==, 1);
  none = dem_talk_stop_dup_missing (dem_briefing_get (f->all, 1));
  g_assert_null (none);
}

static void
test_pen (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  const double line[] = { 0.1, 0.2, 0.5, 0.2 }, dot[] = { 0.9, 0.9 };
  const DemStroke strokes[] = { { 0.004, 2, (double *) line }, { 0.004, 1, (double *) dot } };

  dem_briefing_draw (f->all, "s1", &strokes[0]);
  dem_briefing_draw (f->all, "s1", &strokes[1]);
  g_assert_cmpuint (dem_talk_stop_get_strokes (dem_briefing_get (f->all, 0))->len, ==, 2);
  g_assert_false (dem_briefing_erase (f->all, "s1", 0.3, 0.5, 0.01, 16.0 / 9));
  g_assert_true (dem_briefing_erase (f->all, "s1", 0.3, 0.21, 0.01, 16.0 / 9));
  g_assert_cmpuint (dem_talk_stop_get_strokes (dem_briefing_get (f->all, 0))->len, ==, 1);
  undo (f, "Undo Erase");
  undo (f, "Undo Draw");
  undo (f, "Undo Draw");
  g_assert_null (dem_talk_stop_get_strokes (dem_briefing_get (f->all, 0)));
}

/* ---- The file ---- */

static DemNotebookContent *
write_and_read (const DemNotebookContent *content)
{
  g_autoptr (GBytes) bytes = dem_notebook_file_write (content);
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  DemNotebookContent *again = dem_notebook_file_read (bytes, ID, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return again;
}

static void
test_file (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  const double line[] = { 0.1, 0.2, 0.5, 1.0 / 3 };
  g_autoptr (DemNotebookContent) content = NULL, again = NULL;
  g_autoptr (DemShot) shot = dem_shot_new (DEM_STAGE_NETWORK);
  g_autofree char *id = NULL;

  shot->select = g_strsplit ("a,b", ",", -1);
  shot->fit = g_strsplit ("b", ",", -1);
  shot->window = g_strdup ("1950~/2001");
  shot->scenario = g_strdup ("x");
  shot->perspective = g_strdup ("a");
  shot->latitude = 1.5;
  shot->longitude = -120;
  shot->zoom = 3;
  id = dem_briefing_add (f->all, 1, shot, "Ünïcode \"quoted\"\n");
  dem_briefing_set_text (f->all, "s1", DEM_STOP_NOTES, "- a *note*");
  dem_briefing_set_text (f->all, "s2", DEM_STOP_TEXT, "");
  dem_briefing_set_hidden (f->all, "s3", TRUE);
  dem_briefing_set_minutes (f->all, "s2", 2.5);
  dem_briefing_draw (f->all, "s1", &(DemStroke){ 0.004, 2, (double *) line });
  content = dem_notebook_dup_content (f->notebook);
  again = write_and_read (content);
  g_assert_true (dem_notebook_content_equal (content, again));
  g_assert_true (dem_stops_equal (content->stops, again->stops));

  /* As what is put into another notebook. */
  dem_briefing_restore_all (f->all);
  assert_stops (f->shown, "One, Two, Three");
  dem_notebook_set_content (f->notebook, again);
  assert_stops (f->shown, "One, Ünïcode \"quoted\"\n, Two");
}

/* What is wrong with a file, how many faults are told and how many stops are read all the same. */
static const struct
{
  const char *stops;
  guint n_problems, n_stops, n_order;
} malformed[] = {
  { "7", 1, 0, 0 },
  { "{}", 0, 0, 0 },
  { "{'later': [1, {}], 'stops': []}", 0, 0, 0 },
  { "{'order': 'a', 'stops': 3}", 2, 0, 0 },
  { "{'order': ['a', 4, null, ''], 'stops': []}", 3, 0, 1 },
  { "{'stops': [4, null, [], {}, {'id': 5}, {'id': ''}]}", 6, 0, 0 },
  { "{'stops': [{'id': 'a', 'hidden': true}, {'id': 'a', 'headline': 'x'}]}", 1, 1, 0 },
  { "{'stops': [{'id': 'a', 'hidden': 'yes', 'headline': 7, 'notes': 'n'}]}", 2, 1, 0 },
  { "{'stops': [{'id': 'a', 'minutes': -1, 'text': 't'}, {'id': 'b', 'minutes': 1e999, 'text': 't'}]}", 2, 2, 0 },
  { "{'stops': [{'id': 'a', 'shows': [], 'text': 't'}]}", 1, 1, 0 },
  { "{'stops': [{'id': 'a', 'shows': {'stage': 'cellar', 'select': {}, 'window': 'once', 'camera': 3}}]}", 3, 1, 0 },
  { "{'stops': [{'id': 'a', 'shows': {'camera': {'lat': 91, 'lon': 'x', 'zoom': -1, 'fit': [2]}}}]}", 4, 1, 0 },
  { "{'stops': [{'id': 'a', 'text': 't', 'strokes': [1, {}, {'width': 2, 'points': [0, 0]}, {'width': 0.1, 'points': [1]},"
    "{'width': 0.1, 'points': ['a', 2]}, {'width': 0.1, 'points': []}, {'width': 0.1}]}]}", 8, 1, 0 },
  { "{'stops': [{'id': 'a', 'x-other': [1, 2]}]}", 0, 1, 0 },
};

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{'@context': 'http://www.w3.org/ns/anno.jsonld', 'type': 'AnnotationPage', 'demarche:version': 1,"
          "'demarche:dossier': '" ID "', 'items': [], 'demarche:stops': %s}", malformed[i].stops);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
      g_autoptr (DemNotebookContent) content = NULL, again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree const char **ids = NULL;

      g_strdelimit (text, "'", '"');
      bytes = g_bytes_new (text, strlen (text));
      g_test_message ("%s", malformed[i].stops);
      content = dem_notebook_file_read (bytes, ID, problems, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, malformed[i].n_problems);
      ids = dem_stops_list (content->stops);
      g_assert_cmpuint (g_strv_length ((char **) ids), ==, malformed[i].n_stops);
      g_assert_cmpuint (g_strv_length ((char **) dem_stops_get_order (content->stops)), ==, malformed[i].n_order);
      again = write_and_read (content);
      g_assert_true (dem_stops_equal (content->stops, again->stops));
    }
}

/* ---- Merging ---- */

/* From "a=headline|notes b=hidden": stops; order as "a,b". */
static DemNotebookContent *
make (const char *stops, const char *order)
{
  DemNotebookContent *content = dem_notebook_content_new (ID);
  g_auto (GStrv) words = g_strsplit (stops, " ", -1), ids = g_strsplit (order, ",", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2), texts = g_strsplit (pair[1], "|", 2);
      g_autoptr (DemOwnStop) stop = dem_own_stop_new (pair[0]);

      stop->is_hidden = g_str_equal (texts[0], "hidden");
      if (!stop->is_hidden)
        dem_own_stop_set_text (stop, DEM_STOP_HEADLINE, texts[0]);
      dem_own_stop_set_text (stop, DEM_STOP_NOTES, texts[1]);
      dem_stops_put (content->stops, stop);
    }
  dem_stops_set_order (content->stops, (const char *const *) ids);
  return content;
}

static const struct
{
  const char *base, *base_order, *mine, *my_order, *theirs, *their_order, *merged, *merged_order;
} merges[] = {
  { "", "", "a=x", "", "b=y", "", "a=x b=y", "" },
  { "a=x", "a", "a=x", "a", "a=z", "a", "a=z", "a" },
  { "a=x", "a", "a=z", "a", "a=x", "a", "a=z", "a" },
  { "a=x", "a", "a=x", "a", "", "a", "", "a" },
  { "a=x", "a", "a=z", "a", "", "a", "a=z", "a" },
  { "a=x", "a", "", "a", "a=z", "a", "a=z", "a" },
  { "a=x", "a", "a=mine", "a", "a=theirs", "a", "a=mine|theirs", "a" },
  { "a=x|n", "a", "a=mine|n", "a", "a=x|new", "a", "a=mine|new", "a" },
  { "a=x", "a", "a=hidden", "a", "a=x|note", "a", "a=hidden|note", "a" },
  { "", "a,b", "", "b,a", "", "a,b", "", "b,a" },
  { "", "a,b", "", "a,b", "", "b,a", "", "b,a" },
  { "", "a,b", "m=x", "b,m,a", "t=x", "a,t,b", "m=x t=x", "b,m,a,t" },
};

static void
test_merges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autoptr (DemNotebookContent) base = make (merges[i].base, merges[i].base_order);
      g_autoptr (DemNotebookContent) mine = make (merges[i].mine, merges[i].my_order);
      g_autoptr (DemNotebookContent) theirs = make (merges[i].theirs, merges[i].their_order);
      g_autoptr (DemNotebookContent) expected = make (merges[i].merged, merges[i].merged_order);
      g_autoptr (DemNotebookContent) merged = dem_notebook_merge (base, mine, theirs, NULL);

      g_test_message ("%u", i);
      g_assert_true (dem_stops_equal (merged->stops, expected->stops));
    }
}

/* What came from elsewhere meanwhile stays when ours is taken back. */
static void
test_undo_after_merge (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (DemNotebookContent) content = NULL;
  g_autoptr (DemOwnStop) theirs = dem_own_stop_new ("s2");

  dem_briefing_set_text (f->all, "s1", DEM_STOP_HEADLINE, "Mine");
  dem_own_stop_set_text (theirs, DEM_STOP_HEADLINE, "Theirs");
  content = dem_notebook_dup_content (f->notebook);
  dem_stops_put (content->stops, theirs);
  dem_notebook_set_content (f->notebook, content);
  assert_stops (f->all, "Mine, Theirs, Three");
  undo (f, "Undo Edit Stop");
  assert_stops (f->all, "One, Theirs, Three");
  dem_undo_redo (dem_notebook_get_undo (f->notebook));
  assert_stops (f->all, "Mine, Theirs, Three");
}

static void
test_many (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  for (guint i = 0; i < 300; i++)
    g_free (add (f, i, "x"));
  g_assert_cmpuint (dem_briefing_count (f->all), ==, 303);
  dem_briefing_move (f->all, 302, 0);
  g_assert_cmpstr (dem_talk_stop_get_text (dem_briefing_get (f->all, 0), DEM_STOP_HEADLINE), ==, "Three");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/briefing/given", Fixture, NULL, set_up, test_given, tear_down);
  g_test_add ("/briefing/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/briefing/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/briefing/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/briefing/hide", Fixture, NULL, set_up, test_hide, tear_down);
  g_test_add ("/briefing/shot", Fixture, NULL, set_up, test_shot, tear_down);
  g_test_add ("/briefing/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/briefing/pen", Fixture, NULL, set_up, test_pen, tear_down);
  g_test_add ("/briefing/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add_func ("/briefing/malformed", test_malformed);
  g_test_add_func ("/briefing/merges", test_merges);
  g_test_add ("/briefing/undo-after-merge", Fixture, NULL, set_up, test_undo_after_merge, tear_down);
  g_test_add ("/briefing/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
