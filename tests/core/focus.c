/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/focus/focus.h"

#include <math.h>

#include "app/focus/relevance.h"
#include "tests/support/fixture.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  guint n_changes;
  guint what;
} Fixture;

static void
on_changed (DemFocus *focus, guint what, Fixture *fixture)
{
  fixture->n_changes++;
  fixture->what = what;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("fixtures/small.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  g_signal_connect (fixture->focus, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

static DemRef
find (Fixture *fixture, const char *id)
{
  DemRef ref = dem_dossier_find (fixture->dossier, id);

  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

/* Fails unless exactly one change of that kind was told since the last call. */
static void
assert_changed (Fixture *fixture, guint what)
{
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmphex (fixture->what, ==, what);
  fixture->n_changes = 0;
}

static void
assert_silent (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* The ids of what is selected, joined by blanks. */
static void
assert_selection (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n;
  const DemRef *refs = dem_focus_get_selection (fixture->focus, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", dem_dossier_get_item (fixture->dossier, refs[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  dem_focus_select (fixture->focus, find (fixture, "a"));
  assert_changed (fixture, DEM_FOCUS_SELECTION | DEM_FOCUS_HISTORY);
  dem_focus_select (fixture->focus, find (fixture, "a"));
  assert_silent (fixture);
  dem_focus_toggle (fixture->focus, find (fixture, "gift"));
  assert_changed (fixture, DEM_FOCUS_SELECTION | DEM_FOCUS_HISTORY);
  assert_selection (fixture, "a gift");
  g_assert_true (dem_focus_is_selected (fixture->focus, find (fixture, "gift")));
  dem_focus_toggle (fixture->focus, find (fixture, "a"));
  assert_selection (fixture, "gift");
  dem_focus_toggle (fixture->focus, DEM_REF_NONE);
  assert_selection (fixture, "gift");
  dem_focus_clear_selection (fixture->focus);
  assert_selection (fixture, "");
  dem_focus_select (fixture->focus, DEM_REF_NONE);
  assert_selection (fixture, "");
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_assert_false (dem_focus_can_go_back (fixture->focus));
  dem_focus_go_back (fixture->focus);
  assert_silent (fixture);
  dem_focus_select (fixture->focus, find (fixture, "a"));
  dem_focus_select (fixture->focus, find (fixture, "b"));
  dem_focus_go_back (fixture->focus);
  assert_selection (fixture, "a");
  dem_focus_go_back (fixture->focus);
  assert_selection (fixture, "");
  g_assert_false (dem_focus_can_go_back (fixture->focus));
  dem_focus_go_forward (fixture->focus);
  dem_focus_go_forward (fixture->focus);
  assert_selection (fixture, "b");
  g_assert_false (dem_focus_can_go_forward (fixture->focus));
  dem_focus_go_back (fixture->focus);
  dem_focus_select (fixture->focus, find (fixture, "c"));
  g_assert_false (dem_focus_can_go_forward (fixture->focus));
  dem_focus_go_back (fixture->focus);
  assert_selection (fixture, "a");
}

static void
test_history_is_bounded (Fixture *fixture, gconstpointer data)
{
  guint back = 0;

  for (guint i = 0; i < 1000; i++)
    dem_focus_select (fixture->focus, find (fixture, i % 2 == 0 ? "a" : "b"));
  for (; dem_focus_can_go_back (fixture->focus); back++)
    dem_focus_go_back (fixture->focus);
  g_assert_cmpuint (back, ==, 199);
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  DemPeriod decade = { dem_day_from_date (1990, 1, 1), dem_day_from_date (1999, 12, 31) };
  DemPeriod year = { dem_day_from_date (1995, 1, 1), dem_day_from_date (1995, 12, 31) };

  g_assert_true (dem_focus_period_is_whole (fixture->focus));
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  dem_focus_set_view (fixture->focus, decade);
  assert_changed (fixture, DEM_FOCUS_VIEW | DEM_FOCUS_PERIOD);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, ==, decade.last);
  g_assert_cmpint (dem_focus_get_moment (fixture->focus), ==, decade.last);

  dem_focus_set_period (fixture->focus, year);
  assert_changed (fixture, DEM_FOCUS_PERIOD);
  g_assert_false (dem_focus_period_is_linked (fixture->focus));
  g_assert_cmpint (dem_focus_get_view (fixture->focus).last, ==, decade.last);
  dem_focus_set_view (fixture->focus, DEM_PERIOD_ALL);
  assert_changed (fixture, DEM_FOCUS_VIEW);
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, year.first);

  dem_focus_set_view (fixture->focus, decade);
  fixture->n_changes = 0;
  dem_focus_clear_period (fixture->focus);
  assert_changed (fixture, DEM_FOCUS_PERIOD);
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  g_assert_cmpint (dem_focus_get_period (fixture->focus).first, ==, decade.first);
  dem_focus_clear_period (fixture->focus);
  assert_changed (fixture, DEM_FOCUS_PERIOD | DEM_FOCUS_VIEW);
  g_assert_true (dem_focus_period_is_whole (fixture->focus));
}

static void
test_period_outside_view (Fixture *fixture, gconstpointer data)
{
  DemPeriod view = { dem_day_from_date (2000, 1, 1), dem_day_from_date (2001, 12, 31) };
  DemPeriod period = { dem_day_from_date (1995, 1, 1), dem_day_from_date (1995, 12, 31) };

  dem_focus_set_view (fixture->focus, view);
  dem_focus_set_period (fixture->focus, period);
  g_assert_cmpint (dem_focus_get_view (fixture->focus).first, ==, period.first);
  g_assert_cmpint (dem_focus_get_view (fixture->focus).last, ==, view.last);
}

static void
test_moment_is_not_in_the_future (Fixture *fixture, gconstpointer data)
{
  DemDay today = dem_day_from_date (2020, 6, 15);

  dem_focus_set_view (fixture->focus, (DemPeriod){ today - 100, today + 1000 });
  g_assert_cmpint (dem_focus_get_moment (fixture->focus), ==, today);
}

static void
test_clear_last (Fixture *fixture, gconstpointer data)
{
  DemFocus *focus = fixture->focus;

  dem_focus_select (focus, find (fixture, "a"));
  dem_focus_toggle (focus, find (fixture, "b"));
  dem_focus_set_perspective (focus, find (fixture, "c").index);
  dem_focus_set_view (focus, (DemPeriod){ 0, 100 });
  dem_focus_set_scenario (focus, 0);
  g_assert_true (dem_focus_can_clear_last (focus));
  g_assert_true (dem_focus_clear_last (focus));
  g_assert_cmpuint (dem_focus_get_scenario (focus), ==, DEM_NO_INDEX);
  g_assert_true (dem_focus_can_clear_last (focus));
  g_assert_true (dem_focus_clear_last (focus));
  g_assert_true (dem_focus_period_is_whole (focus));
  g_assert_true (dem_focus_can_clear_last (focus));
  g_assert_true (dem_focus_clear_last (focus));
  g_assert_cmpuint (dem_focus_get_perspective (focus), ==, DEM_NO_INDEX);
  g_assert_true (dem_focus_can_clear_last (focus));
  g_assert_true (dem_focus_clear_last (focus));
  assert_selection (fixture, "a");
  g_assert_true (dem_focus_can_clear_last (focus));
  g_assert_true (dem_focus_clear_last (focus));
  assert_selection (fixture, "");
  fixture->n_changes = 0;
  g_assert_false (dem_focus_can_clear_last (focus));
  g_assert_false (dem_focus_clear_last (focus));
  assert_silent (fixture);
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  dem_focus_set_query (fixture->focus, "kim");
  assert_changed (fixture, DEM_FOCUS_QUERY);
  dem_focus_set_query (fixture->focus, "kim");
  assert_silent (fixture);
  dem_focus_set_query (fixture->focus, "");
  assert_changed (fixture, DEM_FOCUS_QUERY);
  g_assert_null (dem_focus_get_query (fixture->focus));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemFocus) copy = dem_focus_new ();

  dem_focus_select (fixture->focus, find (fixture, "a"));
  dem_focus_set_period (fixture->focus, (DemPeriod){ 0, 100 });
  dem_focus_set_scenario (fixture->focus, 0);
  dem_focus_set_query (fixture->focus, "x");
  dem_focus_copy_from (copy, fixture->focus);
  g_assert_true (dem_focus_get_dossier (copy) == fixture->dossier);
  g_assert_true (dem_focus_is_selected (copy, find (fixture, "a")));
  g_assert_cmpint (dem_focus_get_period (copy).last, ==, 100);
  g_assert_cmpuint (dem_focus_get_scenario (copy), ==, 0);
  g_assert_cmpstr (dem_focus_get_query (copy), ==, "x");
  fixture->n_changes = 0;
  dem_focus_copy_from (fixture->focus, copy);
  assert_silent (fixture);
  dem_focus_clear_selection (copy);
  g_assert_true (dem_focus_is_selected (fixture->focus, find (fixture, "a")));
}

/* The file comes back with its actors in another order, and without one of them. */
static void
test_swap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) changed = open_text ("{\"format\": \"demarche-dossier\", \"version\": 1,"
                                              " \"id\": \"urn:demarche:small\", \"title\": \"Two towns\","
                                              " \"actors\": [{\"id\": \"c\", \"name\": \"Cland\", \"kind\": \"state\"},"
                                              " {\"id\": \"a\", \"name\": \"Aland\", \"kind\": \"state\"}],"
                                              " \"scenarios\": [{\"id\": \"new\", \"title\": \"New\"},"
                                              " {\"id\": \"what-if\", \"title\": \"What if\"}]}");
  guint n;
  const DemRef *refs;

  dem_focus_select (fixture->focus, find (fixture, "a"));
  dem_focus_select (fixture->focus, find (fixture, "b"));
  dem_focus_select (fixture->focus, find (fixture, "a"));
  dem_focus_toggle (fixture->focus, find (fixture, "b"));
  dem_focus_set_scenario (fixture->focus, 0);
  fixture->n_changes = 0;
  dem_focus_swap (fixture->focus, changed);
  assert_changed (fixture, DEM_FOCUS_ALL);
  refs = dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (dem_dossier_get_item (changed, refs[0])->id, ==, "a");
  g_assert_cmpuint (dem_focus_get_scenario (fixture->focus), ==, 1);
  dem_focus_go_back (fixture->focus);
  refs = dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* ---- Relevance ---- */

static const struct
{
  const char *selected;
  const char *related;
  const char *unrelated;
} relevance_rows[] = {
  { "a", "a b a+b war peace attack p leads grudge", "c aid gift rumour cheap" },
  { "p", "p a thesis talk leads", "b c war gift" },
  { "a+b", "a b war peace attack grudge", "c p aid gift talk cheap" },
  { "war", "a b a+b attack", "c gift talk aid" },
  { "attack", "a b war a+b", "c gift p" },
  { "thesis", "p cheap grudge i1 i2", "b c war gift" },
  { "cheap", "thesis talk i1 p what-if", "b c gift grudge" },
  { "i2", "thesis grudge a b p", "cheap" },
  { "paper/1", "attack paper", "gift thesis a" },
  { "paper", "attack thesis paper/3", "gift a" },
  { "what-if", "hope h cheap", "grudge a" },
  { "north", "a p", "b attack" },
};

static void
assert_relevance (Fixture *fixture, DemRelevance *relevance, const char *ids, gboolean expected)
{
  g_auto (GStrv) split = g_strsplit (ids, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (dem_relevance_contains (relevance, find (fixture, split[i])) != expected)
      g_error ("%s should be %s", split[i], expected ? "related" : "unrelated");
}

static void
test_relevance (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (relevance_rows); i++)
    {
      DemRef selected = find (fixture, relevance_rows[i].selected);
      DemRelevance *relevance;

      g_test_message ("selected: %s", relevance_rows[i].selected);
      dem_focus_select (fixture->focus, selected);
      relevance = dem_focus_get_relevance (fixture->focus);
      g_assert_true (dem_relevance_has_selection (relevance));
      g_assert_true (dem_relevance_is_selected (relevance, selected));
      assert_relevance (fixture, relevance, relevance_rows[i].selected, TRUE);
      assert_relevance (fixture, relevance, relevance_rows[i].related, TRUE);
      assert_relevance (fixture, relevance, relevance_rows[i].unrelated, FALSE);
    }
  dem_focus_clear_selection (fixture->focus);
  g_assert_false (dem_relevance_has_selection (dem_focus_get_relevance (fixture->focus)));
  assert_relevance (fixture, dem_focus_get_relevance (fixture->focus), "a gift cheap", TRUE);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

/* What is tried stays with the focus that tries it until it is copied, survives the dossier's being read again, and goes when
 * another is opened. */
static void
test_trials (Fixture *f, gconstpointer data)
{
  g_autoptr (DemFocus) other = dem_focus_new ();
  g_autoptr (DemDossier) again = open_fixture ("fixtures/small.dossier.json");
  guint n;

  dem_focus_try (f->focus, 0, 0.05);
  assert_changed (f, DEM_FOCUS_TRIALS);
  dem_focus_try (f->focus, 0, 0.05);
  dem_focus_try (f->focus, 1, NAN);
  assert_silent (f);
  dem_focus_try (f->focus, 0, 0.95);
  dem_focus_try (f->focus, 1, 0.5);
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_cmpfloat (dem_focus_get_trials (f->focus, &n)[0].strength, ==, 0.95);
  g_assert_cmpuint (n, ==, 2);

  dem_focus_copy_from (other, f->focus);
  dem_focus_try (f->focus, 0, NAN);
  dem_focus_get_trials (f->focus, &n);
  g_assert_cmpuint (n, ==, 1);
  dem_focus_get_trials (other, &n);
  g_assert_cmpuint (n, ==, 2);

  dem_focus_swap (other, again);
  g_assert_cmpuint (dem_focus_get_trials (other, &n)[1].claim, ==, 1);
  dem_focus_open (other, again);
  g_assert_null (dem_focus_get_trials (other, &n));
  dem_focus_clear_trials (f->focus);
  g_assert_null (dem_focus_get_trials (f->focus, &n));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/focus/select", test_select);
  ADD ("/focus/history", test_history);
  ADD ("/focus/history-is-bounded", test_history_is_bounded);
  ADD ("/focus/period", test_period);
  ADD ("/focus/period-outside-view", test_period_outside_view);
  ADD ("/focus/moment-is-not-in-the-future", test_moment_is_not_in_the_future);
  ADD ("/focus/clear-last", test_clear_last);
  ADD ("/focus/query", test_query);
  ADD ("/focus/copy", test_copy);
  ADD ("/focus/swap", test_swap);
  ADD ("/focus/relevance", test_relevance);
  ADD ("/focus/trials", test_trials);
  return g_test_run ();
}
