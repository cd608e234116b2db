/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk is given with keys and clickers that nobody has tried before: tables of what is pressed and where that leads. */
#include "app/briefing/talk.h"

#include <math.h>
#include <string.h>

#include "tests/support/fixture.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static const char *const DOSSIER
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:talk\", \"title\": \"A talk\", \"today\": \"2020-11-19\","
      "\"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\"}, {\"id\": \"b\", \"name\": \"B\", \"kind\": \"state\"}],"
      "\"claims\": [{\"id\": \"c\", \"text\": \"C\", \"kind\": \"thesis\"}],"
      "\"briefing\": {\"title\": \"T\", \"minutes\": 10, \"stops\": ["
      "{\"id\": \"s1\", \"headline\": \"One\", \"stage\": \"map\", \"select\": [\"a\"], \"minutes\": 2},"
      "{\"id\": \"s2\", \"headline\": \"Two\", \"stage\": \"network\", \"select\": [\"b\"], \"window\": \"2000/2010\", \"minutes\": 3},"
      "{\"id\": \"s3\", \"headline\": \"Three\", \"stage\": \"argument\", \"select\": [\"c\"]},"
      "{\"id\": \"s4\", \"headline\": \"Four\", \"stage\": \"map\", \"minutes\": 1}]}}";

typedef struct
{
  DemDossier *dossier;
  DemNotebook *notebook;
  DemBriefing *briefing;
  DemTalk *talk;
  guint n_changed, n_refused, n_ended;
  guint refusal;
  gint64 now;
} Fixture;

static void
on_changed (Fixture *f)
{
  f->n_changed++;
}

static void
on_refused (Fixture *f, guint refusal)
{
  f->n_refused++;
  f->refusal = refusal;
}

static void
on_ended (Fixture *f)
{
  f->n_ended++;
}

static void
start (Fixture *f, guint position)
{
  g_clear_object (&f->talk);
  f->talk = dem_talk_new (f->briefing, position, f->now);
  f->n_changed = f->n_refused = f->n_ended = 0;
  g_signal_connect_swapped (f->talk, "changed", G_CALLBACK (on_changed), f);
  g_signal_connect_swapped (f->talk, "refused", G_CALLBACK (on_refused), f);
  g_signal_connect_swapped (f->talk, "ended", G_CALLBACK (on_ended), f);
}

static void
set_up (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  f->dossier = open_text (DOSSIER);
  f->notebook = dem_notebook_open ("urn:talk");
  f->briefing = dem_briefing_new (f->dossier, f->notebook, FALSE);
  f->now = 100 * SECOND;
  start (f, 0);
}

static void
tear_down (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_clear_object (&f->talk);
  g_clear_object (&f->briefing);
  g_clear_object (&f->notebook);
  g_clear_object (&f->dossier);
}

/* Presses and releases keys by name, a tenth of a second each. "+2" waits two seconds; "!Right" presses without releasing. */
static void
play (Fixture *f, const char *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean holds = words[i][0] == '!';
      DemTalkKey key;

      f->now += SECOND / 10;
      if (words[i][0] == '+')
        {
          f->now += (gint64) (g_ascii_strtod (words[i] + 1, NULL) * SECOND);
          continue;
        }
      key = dem_talk_find_key (f->talk, words[i] + holds);
      dem_talk_press (f->talk, key, f->now);
      if (!holds)
        dem_talk_release (f->talk, key);
    }
}

/* Scripts and where they lead: the stop from 1, screen, tool, whether it has ended. */
static const struct
{
  const char *script;
  guint stop;
  DemTalkScreen screen;
  DemTalkTool tool;
  guint n_ended;
} journeys[] = {
  { "Right", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Page_Down space KP_Page_Down", 4, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right Left", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Left Page_Up", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right Right Right Right Right Right", 4, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "End", 4, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "End Home", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "3 Return", 3, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "KP_4 KP_Enter", 4, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "0 2 Return", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "9 9 9 9 9 9 9 9 9 9 9 9 Return", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "0 Return", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "3 Escape Return", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "3 Right Return", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Return", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  /* A key that is held, and a release that was lost. */
  { "!Right !Right !Right !Right !Right", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "!b !b !b", 1, DEM_SCREEN_BLACK, DEM_TOOL_NONE, 0 },
  { "!Escape !Escape !Escape !Escape !Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "!Right +2 !Right", 3, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  /* Clickers: F5 and Escape from one button, in turn. */
  { "Right F5", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right F5 Escape F5 Escape F5 Escape F5", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right Escape F5 Escape F5 Right", 3, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  /* Escape. */
  { "Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Escape Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 1 },
  { "Escape +2.5 Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Escape +2.5 Escape Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 1 },
  { "Escape Right Escape", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "l Escape Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "l Escape Escape Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 1 },
  { "p b Escape", 1, DEM_SCREEN_BLACK, DEM_TOOL_NONE, 0 },
  { "p b Escape Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Escape Escape Right", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 1 },
  { "slash Escape Escape", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "f Escape Escape", 1, DEM_SCREEN_FROZEN, DEM_TOOL_NONE, 1 },
  /* Screens. */
  { "b", 1, DEM_SCREEN_BLACK, DEM_TOOL_NONE, 0 },
  { "period", 1, DEM_SCREEN_BLACK, DEM_TOOL_NONE, 0 },
  { "B b", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "b w", 1, DEM_SCREEN_WHITE, DEM_TOOL_NONE, 0 },
  { "b Right", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "w Page_Down Page_Down", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "f Right", 2, DEM_SCREEN_FROZEN, DEM_TOOL_NONE, 0 },
  /* One tool at a time. */
  { "l", 1, DEM_SCREEN_LIVE, DEM_TOOL_LASER, 0 },
  { "l s p", 1, DEM_SCREEN_LIVE, DEM_TOOL_PEN, 0 },
  { "p p", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "L E", 1, DEM_SCREEN_LIVE, DEM_TOOL_ERASER, 0 },
  { "p Right", 2, DEM_SCREEN_LIVE, DEM_TOOL_PEN, 0 },
  { "l x", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  /* History and exploring. */
  { "3 Return BackSpace", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "3 Return 2 Return BackSpace BackSpace BackSpace", 1, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right x Right Home End space", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right x Page_Down", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right x Page_Down Page_Down", 3, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Right x BackSpace", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
  { "Tab Right Tab Right", 2, DEM_SCREEN_LIVE, DEM_TOOL_NONE, 0 },
};

static void
test_journeys (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (journeys); i++)
    {
      start (f, 0);
      g_test_message ("%s", journeys[i].script);
      play (f, journeys[i].script);
      g_assert_cmpuint (dem_talk_get_position (f->talk) + 1, ==, journeys[i].stop);
      g_assert_cmpuint (dem_talk_get_screen (f->talk), ==, journeys[i].screen);
      g_assert_cmpuint (dem_talk_get_tool (f->talk), ==, journeys[i].tool);
      g_assert_cmpuint (f->n_ended, ==, journeys[i].n_ended);
    }
}

static void
test_keys (void)
{
  g_assert_cmpint (dem_talk_key_from_name ("F1"), ==, DEM_TALK_KEY_NONE);
  g_assert_cmpint (dem_talk_key_from_name ("q"), ==, DEM_TALK_KEY_NONE);
  g_assert_cmpint (dem_talk_key_from_name (""), ==, DEM_TALK_KEY_NONE);
  g_assert_cmpint (dem_talk_key_from_name ("KP_7"), ==, DEM_TALK_KEY_DIGIT_0 + 7);
  g_assert_cmpint (dem_talk_key_from_name ("R"), ==, DEM_TALK_KEY_REVEAL);
}

static guint
get_selected (DemFocus *focus)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (focus, &n);

  g_assert_cmpuint (n, <=, 1);
  return n > 0 ? selection[0].index : DEM_NO_INDEX;
}

static void
test_frozen (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  play (f, "Right f Right");
  g_assert_cmpuint (dem_talk_get_audience_position (f->talk), ==, 1);
  g_assert_cmpint (dem_talk_get_audience_stage (f->talk), ==, DEM_STAGE_NETWORK);
  g_assert_cmpint (dem_talk_get_stage (f->talk), ==, DEM_STAGE_ARGUMENT);
  g_assert_cmpuint (get_selected (dem_talk_get_audience_focus (f->talk)), ==, 1);
  play (f, "f");
  g_assert_cmpuint (dem_talk_get_audience_position (f->talk), ==, 2);
  g_assert_cmpuint (get_selected (dem_talk_get_audience_focus (f->talk)), ==, 0);
}

static void
test_explore (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  DemPeriod period;

  play (f, "Right");
  dem_focus_set_period (dem_talk_get_focus (f->talk), (DemPeriod){ dem_day_from_date (2003, 1, 1), dem_day_from_date (2004, 1, 1) });
  period = dem_focus_get_period (dem_talk_get_focus (f->talk));
  dem_talk_look_at (f->talk, DEM_REF (CLAIM, 0));
  g_assert_true (dem_talk_is_exploring (f->talk) && dem_talk_is_audience_exploring (f->talk));
  g_assert_cmpint (dem_talk_get_audience_stage (f->talk), ==, DEM_STAGE_ARGUMENT);
  g_assert_true (dem_focus_is_selected (dem_talk_get_audience_focus (f->talk), DEM_REF (CLAIM, 0)));
  dem_focus_clear_period (dem_talk_get_focus (f->talk));

  /* Back to the exact stop and time. */
  play (f, "BackSpace");
  g_assert_false (dem_talk_is_exploring (f->talk) || dem_talk_is_audience_exploring (f->talk));
  g_assert_cmpuint (dem_talk_get_position (f->talk), ==, 1);
  g_assert_cmpint (dem_talk_get_stage (f->talk), ==, DEM_STAGE_NETWORK);
  g_assert_cmpint (dem_focus_get_period (dem_talk_get_audience_focus (f->talk)).first, ==, period.first);
  g_assert_cmpint (dem_focus_get_period (dem_talk_get_audience_focus (f->talk)).last, ==, period.last);
  g_assert_cmpuint (get_selected (dem_talk_get_focus (f->talk)), ==, 1);
}

static guint
count_trials (DemFocus *focus)
{
  guint n;

  dem_focus_get_trials (focus, &n);
  return n;
}

static void
test_what_if (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  play (f, "i");
  g_assert_cmpuint (f->n_refused, ==, 1);
  g_assert_cmpuint (f->refusal, ==, DEM_REFUSED_NO_PRIVATE_SCREEN);
  g_assert_false (dem_talk_is_trying (f->talk));

  dem_talk_set_private_screen (f->talk, TRUE);
  play (f, "i");
  g_assert_true (dem_talk_is_trying (f->talk));
  g_assert_cmpuint (dem_talk_get_screen (f->talk), ==, DEM_SCREEN_FROZEN);
  dem_focus_try (dem_talk_get_focus (f->talk), 0, 0.05);
  g_assert_cmpuint (count_trials (dem_talk_get_audience_focus (f->talk)), ==, 0);
  play (f, "r");
  g_assert_cmpuint (dem_talk_get_screen (f->talk), ==, DEM_SCREEN_LIVE);
  g_assert_cmpuint (count_trials (dem_talk_get_audience_focus (f->talk)), ==, 1);

  /* The next stop knows nothing of it. */
  play (f, "Right");
  g_assert_cmpuint (count_trials (dem_talk_get_audience_focus (f->talk)), ==, 0);
  play (f, "r");
  g_assert_cmpuint (f->refusal, ==, DEM_REFUSED_NOTHING_TO_REVEAL);
}

/* Whatever ends a trial but Reveal, the audience never sees it. */
static void
test_what_if_stays_private (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const ways[] = { "f", "b", "b b", "Escape", "i", "x", "Right", "BackSpace", "x f", "w f f", "3 Return f" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_test_message ("%s", ways[i]);
      start (f, 0);
      dem_talk_set_private_screen (f->talk, TRUE);
      play (f, "Right i");
      dem_focus_try (dem_talk_get_focus (f->talk), 0, 0.95);
      play (f, ways[i]);
      g_assert_cmpuint (count_trials (dem_talk_get_audience_focus (f->talk)), ==, 0);
    }
  start (f, 0);
  dem_talk_set_private_screen (f->talk, TRUE);
  play (f, "i");
  dem_focus_try (dem_talk_get_focus (f->talk), 0, 0.95);
  dem_talk_set_private_screen (f->talk, FALSE);
  g_assert_false (dem_talk_is_trying (f->talk));
  g_assert_cmpuint (count_trials (dem_talk_get_focus (f->talk)), ==, 0);
}

static void
test_changes_while_presenting (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  play (f, "Right");
  dem_briefing_move (f->briefing, 1, 3);
  g_assert_cmpuint (dem_talk_get_position (f->talk), ==, 3);
  dem_briefing_set_hidden (f->briefing, "s2", TRUE);
  g_assert_cmpuint (dem_talk_get_position (f->talk), ==, 2);
  g_assert_cmpstr (dem_talk_stop_get_id (dem_talk_get_stop (f->talk)), ==, "s4");
  dem_briefing_set_hidden (f->briefing, "s1", TRUE);
  dem_briefing_set_hidden (f->briefing, "s3", TRUE);
  dem_briefing_set_hidden (f->briefing, "s4", TRUE);
  g_assert_null (dem_talk_get_stop (f->talk));
  play (f, "Right Left Home End 1 Return x x BackSpace b b");
  g_assert_null (dem_talk_get_stop (f->talk));
  dem_briefing_set_hidden (f->briefing, "s4", FALSE);
  g_assert_cmpstr (dem_talk_stop_get_id (dem_talk_get_stop (f->talk)), ==, "s4");
}

static void
test_said_once (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  play (f, "Right");
  g_assert_cmpuint (f->n_changed, ==, 1);
  play (f, "x");
  g_assert_cmpuint (f->n_changed, ==, 2);
  play (f, "F5");
  g_assert_cmpuint (f->n_changed, ==, 2);
}

static void
assert_words (Fixture *f, DemTalkChange changes, const char *expected)
{
  g_autofree char *words = dem_talk_dup_words (f->talk, changes);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  play (f, "Right");
  assert_words (f, DEM_TALK_CHANGED_STOP, "Stop 2 of 4, Two");
  play (f, "f");
  assert_words (f, DEM_TALK_CHANGED_SCREEN, "The audience's screen is frozen");
  play (f, "f");
  assert_words (f, DEM_TALK_CHANGED_SCREEN | DEM_TALK_CHANGED_WHAT_IF, "The what-if is revealed");
  assert_words (f, DEM_TALK_CHANGED_DIGITS, NULL);
  play (f, "Escape");
  assert_words (f, DEM_TALK_CHANGED_ESCAPE, "Press Escape again to end");
}

/* ---- The clock ---- */

static void
test_clock (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  DemTalkClock *clock = dem_talk_get_clock (f->talk);
  gint64 t = f->now;
  double seconds;
  g_autofree char *pace = NULL;

  /* Six minutes are planned, four more are left for the third. */
  g_assert_cmpfloat (dem_talk_clock_get_planned (clock), ==, 600);
  g_assert_false (dem_talk_clock_has_started (clock));
  t += 60 * SECOND;
  g_assert_cmpfloat (dem_talk_clock_get_elapsed (clock, t), ==, 0);
  g_assert_cmpint (dem_talk_clock_get_pace (clock, t, NULL), ==, DEM_PACE_UNKNOWN);

  dem_talk_next (f->talk, t);
  g_assert_true (dem_talk_clock_is_running (clock));
  t += 10 * SECOND;
  g_assert_cmpfloat (dem_talk_clock_get_elapsed (clock, t), ==, 10);
  g_assert_cmpfloat (dem_talk_clock_get_planned_by_now (clock, t), ==, 130);
  g_assert_cmpint (dem_talk_clock_get_pace (clock, t, &seconds), ==, DEM_PACE_AHEAD);
  g_assert_cmpfloat (seconds, ==, 120);

  /* No more is due of a stop than is planned for it. */
  t += 342 * SECOND;
  g_assert_cmpfloat (dem_talk_clock_get_planned_by_now (clock, t), ==, 300);
  pace = dem_talk_clock_dup_pace (clock, t);
  g_assert_cmpstr (pace, ==, "52 s behind");

  dem_talk_clock_pause (clock, t);
  t += 1000 * SECOND;
  g_assert_cmpfloat (dem_talk_clock_get_elapsed (clock, t), ==, 352);
  dem_talk_next (f->talk, t);
  g_assert_false (dem_talk_clock_is_running (clock));
  dem_talk_clock_start (clock, t);
  t += 8 * SECOND;
  g_assert_cmpfloat (dem_talk_clock_get_elapsed (clock, t), ==, 360);
  g_assert_cmpfloat (dem_talk_clock_get_recorded (clock, 1, t), ==, 352);
  g_assert_cmpfloat (dem_talk_clock_get_recorded (clock, 2, t), ==, 8);
  g_assert_true (isnan (dem_talk_clock_get_recorded (clock, 0, t)));

  dem_talk_clock_reset (clock);
  g_assert_cmpfloat (dem_talk_clock_get_elapsed (clock, t), ==, 0);
  g_assert_false (dem_talk_clock_has_started (clock));
  dem_talk_next (f->talk, t);
  g_assert_true (dem_talk_clock_is_running (clock));
}

static void
test_adopt (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree double *seconds = NULL;
  guint n;

  dem_talk_next (f->talk, f->now);
  dem_talk_next (f->talk, f->now + 95 * SECOND);
  seconds = dem_talk_clock_dup_recorded (dem_talk_get_clock (f->talk), f->now + 395 * SECOND, &n);
  dem_briefing_adopt_timings (f->briefing, seconds, n);
  g_assert_cmpfloat (dem_talk_stop_get_minutes (dem_briefing_get (f->briefing, 0)), ==, 2);
  g_assert_cmpfloat (dem_talk_stop_get_minutes (dem_briefing_get (f->briefing, 1)), ==, 1.6);
  g_assert_cmpfloat (dem_talk_stop_get_minutes (dem_briefing_get (f->briefing, 2)), ==, 5);
  g_assert_cmpstr (dem_undo_get_undo_label (dem_notebook_get_undo (f->notebook)), ==, "Undo Adopt Timings");
  dem_undo_undo (dem_notebook_get_undo (f->notebook));
  g_assert_cmpfloat (dem_talk_stop_get_minutes (dem_briefing_get (f->briefing, 1)), ==, 3);
}

static void
test_format (void)
{
  static const struct
  {
    double seconds;
    const char *text;
  } rows[] = { { 0, "0:00" }, { -3, "0:00" }, { 59.9, "0:59" }, { 522, "8:42" }, { 3600, "1:00:00" }, { 36061, "10:01:01" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = dem_talk_clock_format (rows[i].seconds);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/talk/journeys", Fixture, NULL, set_up, test_journeys, tear_down);
  g_test_add_func ("/talk/keys", test_keys);
  g_test_add ("/talk/frozen", Fixture, NULL, set_up, test_frozen, tear_down);
  g_test_add ("/talk/explore", Fixture, NULL, set_up, test_explore, tear_down);
  g_test_add ("/talk/what-if", Fixture, NULL, set_up, test_what_if, tear_down);
  g_test_add ("/talk/what-if/stays-private", Fixture, NULL, set_up, test_what_if_stays_private, tear_down);
  g_test_add ("/talk/changes-while-presenting", Fixture, NULL, set_up, test_changes_while_presenting, tear_down);
  g_test_add ("/talk/said-once", Fixture, NULL, set_up, test_said_once, tear_down);
  g_test_add ("/talk/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/talk/clock", Fixture, NULL, set_up, test_clock, tear_down);
  g_test_add ("/talk/adopt", Fixture, NULL, set_up, test_adopt, tear_down);
  g_test_add_func ("/talk/format", test_format);
  return g_test_run ();
}
