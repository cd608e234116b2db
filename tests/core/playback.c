/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days on which something changes, and the period that runs through them. */

#include "app/focus/playback.h"

#include "tests/support/fixture.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  DemChanges *changes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("fixtures/small.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->changes = dem_changes_new (fixture->dossier, DEM_NO_INDEX);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dem_changes_free (fixture->changes);
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
}

/* The expected text begins with the date. */
static void
assert_day (DemDay day, const char *expected)
{
  DemDate date = dem_day_to_date (day);
  g_autofree char *text = g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d-%02d", date.year, date.month, date.day);

  g_assert_true (g_str_has_prefix (expected, text));
}

/* Every change as "day id", in order. The war's end and the peace's beginning are one change, not two. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "1990-01-01 war",  "1990-02-03 attack", "1996-01-01 peace",
                                          "2000-01-01 aid", "2001-01-01 gift",   "2019-05-01 talk" };
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (DemChange));

  dem_changes_collect (fixture->changes, DEM_DAY_BEFORE_ALL, DEM_DAY_AFTER_ALL, changes);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < changes->len; i++)
    {
      const DemChange *change = &g_array_index (changes, DemChange, i);

      assert_day (change->day, expected[i]);
      g_assert_cmpstr (dem_dossier_get_item (fixture->dossier, change->ref)->id, ==, expected[i] + 11);
    }
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  DemDay war = dem_day_from_date (1990, 1, 1);

  g_assert_cmpint (dem_changes_next (fixture->changes, DEM_DAY_BEFORE_ALL), ==, war);
  assert_day (dem_changes_next (fixture->changes, war), "1990-02-03");
  g_assert_cmpint (dem_changes_next (fixture->changes, dem_day_from_date (2019, 5, 1)), ==, DEM_DAY_UNKNOWN);
  assert_day (dem_changes_previous (fixture->changes, dem_day_from_date (1995, 12, 31)), "1990-02-03");
  g_assert_cmpint (dem_changes_previous (fixture->changes, war), ==, DEM_DAY_UNKNOWN);
}

/* A phase under another changes nothing; what ends and leaves nothing behind does, and is its pair. */
static void
test_covered (void)
{
  g_autoptr (DemDossier) dossier = open_text (
      "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", \"title\": \"T\", \"today\": \"2020-01-01\","
      "\"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\"}, {\"id\": \"b\", \"name\": \"B\", \"kind\": "
      "\"state\"}],"
      "\"relations\": [{\"id\": \"long\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"trade\", \"stance\": 0, \"when\": "
      "\"2000-01-01/2010-12-31\"},"
      "{\"id\": \"late\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"war\", \"stance\": -1, \"when\": "
      "\"2005-01-01/2015-12-31\"},"
      "{\"id\": \"mute\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"member\", \"when\": \"2007\"},"
      "{\"id\": \"future\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"trade\", \"stance\": 1, \"when\": \"2021/..\"}]}");
  g_autoptr (DemChanges) changes = dem_changes_new (dossier, DEM_NO_INDEX);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (DemChange));

  dem_changes_collect (changes, DEM_DAY_BEFORE_ALL, DEM_DAY_AFTER_ALL, found);
  g_assert_cmpuint (found->len, ==, 3);
  assert_day (g_array_index (found, DemChange, 1).day, "2005-01-01");
  assert_day (g_array_index (found, DemChange, 2).day, "2016-01-01");
  g_assert_cmpuint (g_array_index (found, DemChange, 2).ref.kind, ==, DEM_KIND_PAIR);
}

static void
test_nothing (void)
{
  g_autoptr (DemDossier) dossier = open_text (
      "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", \"title\": \"T\", \"today\": \"2020\"}");
  g_autoptr (DemChanges) changes = dem_changes_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemFocus) focus = dem_focus_new ();
  DemPlayback playback;

  dem_focus_open (focus, dossier);
  g_assert_cmpint (dem_changes_next (changes, DEM_DAY_BEFORE_ALL), ==, DEM_DAY_UNKNOWN);
  g_assert_cmpint (dem_changes_previous (changes, DEM_DAY_AFTER_ALL), ==, DEM_DAY_UNKNOWN);
  g_assert_false (dem_playback_step (focus, DEM_PLAYBACK_CUMULATIVE, changes, -1, &playback));
}

/* Played from the beginning the period grows until it is the view again. */
static void
test_cumulative (Fixture *fixture, gconstpointer data)
{
  DemPeriod span = dem_dossier_get_span (fixture->dossier);
  DemPlayback playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_CUMULATIVE);
  DemPeriod period;

  g_assert_cmpint (playback.playhead, ==, span.first - 1);
  playback = dem_playback_move (playback, span.first + 100);
  dem_playback_show (&playback, fixture->focus);
  period = dem_focus_get_period (fixture->focus);
  g_assert_cmpint (period.first, ==, span.first);
  g_assert_cmpint (period.last, ==, span.first + 100);
  g_assert_false (dem_focus_period_is_linked (fixture->focus));

  playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_CUMULATIVE);
  g_assert_cmpint (playback.playhead, ==, span.first + 100);
  playback = dem_playback_move (playback, DEM_DAY_AFTER_ALL);
  g_assert_true (dem_playback_is_at_end (&playback));
  dem_playback_show (&playback, fixture->focus);
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  g_assert_cmpint (dem_focus_get_period (fixture->focus).last, ==, span.last);
}

static void
test_sliding (Fixture *fixture, gconstpointer data)
{
  DemPeriod set = { dem_day_from_date (2000, 1, 1), dem_day_from_date (2000, 12, 31) };
  DemPlayback playback;
  DemPeriod period;

  dem_focus_set_period (fixture->focus, set);
  playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_SLIDING);
  g_assert_cmpint (playback.playhead, ==, set.last);
  playback = dem_playback_move (playback, set.last + 10);
  period = dem_playback_get_period (&playback);
  g_assert_cmpint (period.first, ==, set.first + 10);
  g_assert_cmpint (period.last, ==, set.last + 10);

  /* What was at the end of the range begins anew. */
  playback = dem_playback_move (playback, DEM_DAY_AFTER_ALL);
  dem_playback_show (&playback, fixture->focus);
  g_assert_false (dem_focus_period_is_linked (fixture->focus));
  playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_SLIDING);
  g_assert_cmpint (playback.playhead, ==, playback.range.first - 1);
  g_assert_cmpint (playback.length, ==, 366);

  playback = dem_playback_set_mode (playback, DEM_PLAYBACK_INSTANT);
  period = dem_playback_get_period (&playback);
  g_assert_cmpint (period.first, ==, period.last);
}

/* Nothing is played outside what the dossier tells, however far the view reaches; nor outside the view. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  DemPeriod span = dem_dossier_get_span (fixture->dossier);
  DemPlayback playback;

  dem_focus_set_view (fixture->focus, (DemPeriod){ span.first - 5000, span.last + 5000 });
  playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_CUMULATIVE);
  g_assert_cmpint (playback.range.first, ==, span.first);
  g_assert_cmpint (playback.range.last, ==, span.last);
  dem_focus_set_view (fixture->focus, (DemPeriod){ span.last + 100, span.last + 200 });
  playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_CUMULATIVE);
  g_assert_cmpint (playback.range.first, ==, span.last + 100);
  dem_focus_set_view (fixture->focus, (DemPeriod){ span.first + 100, span.last - 200 });
  playback = dem_playback_begin (fixture->focus, DEM_PLAYBACK_CUMULATIVE);
  g_assert_cmpint (playback.range.last, ==, span.last - 200);
  g_assert_cmpfloat_with_epsilon (dem_playback_get_pace (&playback, 2) * DEM_PLAYBACK_SECONDS,
                                  2.0 * (double) (span.last - span.first - 299), 0.001);
}

static DemDay
step (Fixture *fixture, int direction)
{
  DemPlayback playback;

  if (!dem_playback_step (fixture->focus, DEM_PLAYBACK_CUMULATIVE, fixture->changes, direction, &playback))
    return DEM_DAY_UNKNOWN;
  dem_playback_show (&playback, fixture->focus);
  return playback.playhead;
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "1990-01-01", "1990-02-03", "1996-01-01", "2000-01-01", "2001-01-01", "2019-05-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    assert_day (step (fixture, 1), days[i]);
  /* From the last change to the end, which is the view again. */
  g_assert_cmpint (step (fixture, 1), ==, dem_dossier_get_span (fixture->dossier).last);
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  for (guint i = G_N_ELEMENTS (days); i > 0; i--)
    assert_day (step (fixture, -1), days[i - 1]);
  g_assert_cmpint (step (fixture, -1), ==, DEM_DAY_UNKNOWN);
}

/* Where something changes on the last day of the view, a step back goes before it: that day is shown already. */
static void
test_step_from_end (Fixture *fixture, gconstpointer data)
{
  DemDay first = dem_day_from_date (1990, 1, 1), last = dem_day_from_date (2019, 5, 1);

  dem_focus_set_view (fixture->focus, (DemPeriod){ first, last });
  g_assert_true (dem_focus_period_is_linked (fixture->focus));
  assert_day (step (fixture, -1), "2001-01-01");
  assert_day (step (fixture, -1), "2000-01-01");
}

#define ADD(path, func) g_test_add ("/playback/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("changes", test_changes);
  ADD ("next", test_next);
  g_test_add_func ("/playback/covered", test_covered);
  g_test_add_func ("/playback/nothing", test_nothing);
  ADD ("cumulative", test_cumulative);
  ADD ("sliding", test_sliding);
  ADD ("range", test_range);
  ADD ("step", test_step);
  ADD ("step-from-end", test_step_from_end);
  return g_test_run ();
}
