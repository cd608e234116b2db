/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies in a period, how many, and which phase of a pair holds when. */

#include "tests/support/fixture.h"
#include "ui/timeline/index.h"

#define HEAD                                                                                                 \
  "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:t\",\"title\":\"T\",\"today\":\"2020-11-"   \
  "19\","
#define ACTORS                                                                                               \
  "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\"},{\"id\":\"b\",\"name\":\"B\",\"kind\":"      \
  "\"state\"},"                                                                                              \
  "{\"id\":\"c\",\"name\":\"C\",\"kind\":\"state\"}],"
#define PHASE(id, to, when)                                                                                  \
  "{\"id\":\"" id "\",\"from\":\"a\",\"to\":\"" to "\",\"kind\":\"diplomacy\",\"stance\":0,\"when\":\"" when \
  "\"}"
#define EVENT(id, when) "{\"id\":\"" id "\",\"title\":\"" id "\",\"when\":\"" when "\"}"

static DemPeriod
years (gint64 first, gint64 last)
{
  return (DemPeriod){ dem_day_from_date (first, 1, 1), dem_day_from_date (last, 12, 31) };
}

/* ---- Events ---- */

static DemTimelineIndex *
index_of (const char *text)
{
  g_autoptr (DemDossier) dossier = open_text (text);

  return dem_timeline_index_new (dossier, DEM_NO_INDEX);
}

static void
assert_found (DemTimelineIndex *index, DemPeriod period, const char *expected)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) ids = g_string_new (NULL);

  dem_timeline_index_query (index, period, positions);
  for (guint i = 0; i < positions->len; i++)
    {
      const DemTimelineEvent *event
          = &g_array_index (index->events, DemTimelineEvent, g_array_index (positions, guint32, i));

      g_string_append (ids, dem_dossier_event (index->dossier, event->event)->item.id);
      g_string_append_c (ids, ' ');
    }
  g_assert_cmpstr (g_strchomp (ids->str), ==, expected);
}

static void
test_query (void)
{
  g_autoptr (DemTimelineIndex) index
      = index_of (HEAD "\"events\":[" EVENT ("late", "2018-06-12") "," EVENT ("long", "1950/2019") "," EVENT (
          "early",
          "1950-06-25") "," EVENT ("open",
                                   "2000/..") "," EVENT ("before",
                                                         "../1960") "," EVENT ("year",
                                                                               "2018") ","
                                                                                       "{\"id\":\"undated\","
                                                                                       "\"title\":"
                                                                                       "\"Undated\"}]}");

  g_assert_cmpuint (index->events->len, ==, 6);
  g_assert_cmpuint (index->n_undated, ==, 1);
  assert_found (index, years (2018, 2018), "long open year late");
  assert_found (index, years (1955, 1955), "before long");
  assert_found (index, years (1970, 1970), "long");
  assert_found (index, years (2030, 2040), "open");
  assert_found (index, years (1700, 1701), "before");
  assert_found (index, DEM_PERIOD_ALL, "before long early open year late");
}

/* One long event among many short ones that follow it by far. */
static void
test_long_event (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"events\":[" EVENT ("long", "1900/2010"));
  g_autoptr (DemTimelineIndex) index = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "," EVENT ("e%u", "19%02u-01-01"), i, i, 10 + i / 12);
  g_string_append (text, "]}");
  index = index_of (text->str);
  assert_found (index, years (2005, 2005), "long");
  g_assert_cmpuint (dem_timeline_index_count_before (index, dem_day_from_date (1900, 1, 1)), ==, 0);
  g_assert_cmpuint (dem_timeline_index_count_before (index, dem_day_from_date (1910, 1, 2)), ==, 13);
  g_assert_cmpuint (dem_timeline_index_count_before (index, DEM_DAY_AFTER_ALL), ==, 1001);
}

/* The quick count says the same as asking every event. */
static void
test_counts (void)
{
  static const char *const dates[]
      = { "2018-06-12", "2018",    "2018~",        "2018?",       "2017/2019",         "2018/..",
          "../2018",    "2018/",   "/2018",        "2016/",       "2018-06",           "201X",
          "1950/1960",  "2030",    "[2016..2018]", "{2016,2018}", "2018-06?",          "2018-06-12?",
          "../..",      "2015/..", "2018-21",      "2017-12~",    "2018-06-30/2018-07" };
  g_autoptr (GString) text = g_string_new (HEAD "\"events\":[{\"id\":\"x\",\"title\":\"X\"}");
  g_autoptr (DemTimelineIndex) index = NULL;
  guint n_sure = 0, n_possible = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_string_append_printf (text, "," EVENT ("e%u", "%s"), i, i, dates[i]);
  g_string_append (text, "]}");
  index = index_of (text->str);

  for (gint64 year = 1948; year < 2035; year++)
    for (gint64 length = 0; length < 4; length++)
      {
        DemPeriod period = { dem_day_from_date (year, 6, 1), dem_day_from_date (year + length, 7, 5) };
        DemTimelineCounts counts = dem_timeline_index_count (index, period), slow = { .undated = 1 };

        for (guint i = 0; i < index->events->len + index->n_undated; i++)
          {
            const DemEdtf *when = &dem_dossier_event (index->dossier, i)->when;
            DemAnswer answer = dem_edtf_overlaps (when, period);

            slow.sure += answer == DEM_ANSWER_YES;
            slow.possible
                += dem_edtf_is_dated (when) && (answer == DEM_ANSWER_MAYBE || answer == DEM_ANSWER_UNKNOWN);
          }
        g_assert_cmpuint (counts.sure, ==, slow.sure);
        g_assert_cmpuint (counts.possible, ==, slow.possible);
        g_assert_cmpuint (counts.undated, ==, 1);
        n_sure += counts.sure;
        n_possible += counts.possible;
      }
  g_assert_cmpuint (n_sure, >, 100);
  g_assert_cmpuint (n_possible, >, 100);
}

static void
test_scenario (void)
{
  g_autoptr (DemDossier) dossier = open_text (
      HEAD "\"claims\":[{\"id\":\"k\",\"text\":\"K\",\"kind\":\"thesis\"}],"
           "\"scenarios\":[{\"id\":\"s\",\"title\":\"S\",\"assume\":{\"k\":0.5}}],"
           "\"events\":[" EVENT (
               "real", "2018") ",{\"id\":\"if\",\"title\":\"If\",\"when\":\"2021\",\"scenarios\":[\"s\"]}]}");
  g_autoptr (DemTimelineIndex) none = dem_timeline_index_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemTimelineIndex) some = dem_timeline_index_new (dossier, 0);

  assert_found (none, DEM_PERIOD_ALL, "real");
  assert_found (some, DEM_PERIOD_ALL, "real if");
  g_assert_cmpint (dem_timeline_index_find (none, 1), ==, -1);
  g_assert_cmpint (dem_timeline_index_find (some, 1), ==, 1);
  g_assert_true (g_array_index (some->events, DemTimelineEvent, 1).form.conditional);
}

/* ---- Pairs ---- */

/* "id:first-last" of each stretch, in years; a mark where the phase is cut. */
static char *
stretches_of (DemTimelineIndex *index, guint at)
{
  const DemTimelinePair *pair = &g_array_index (index->pairs, DemTimelinePair, at);
  GString *text = g_string_new (NULL);

  for (guint i = pair->first; i < pair->first + pair->n; i++)
    {
      const DemTimelineStretch *stretch = &g_array_index (index->stretches, DemTimelineStretch, i);

      if (i > pair->first)
        {
          g_string_append_c (text, ' ');
          g_assert_cmpint (stretch->start, >,
                           g_array_index (index->stretches, DemTimelineStretch, i - 1).end);
        }
      g_string_append_printf (text, "%s%s:", stretch->starts ? "" : "<",
                              dem_dossier_relation (index->dossier, stretch->relation)->item.id);
      if (dem_day_is_finite (stretch->start))
        g_string_append_printf (text, "%d", (int) dem_day_to_date (stretch->start).year);
      g_string_append_c (text, '-');
      if (dem_day_is_finite (stretch->end))
        g_string_append_printf (text, "%d", (int) dem_day_to_date (stretch->end).year);
      if (!stretch->ends)
        g_string_append_c (text, '>');
    }
  return g_string_free (text, FALSE);
}

static void
assert_stretches (const char *relations, const char *expected)
{
  g_autofree char *text = g_strdup_printf (HEAD ACTORS "\"relations\":[%s]}", relations);
  g_autoptr (DemTimelineIndex) index = index_of (text);
  g_autofree char *stretches = stretches_of (index, 0);

  g_assert_cmpstr (stretches, ==, expected);
}

/* Of phases alive together the one that started last holds; when it ends, what is still alive comes back. */
static void
test_stretches (void)
{
  assert_stretches (PHASE ("p", "b", "2010/2012"), "p:2010-2012");
  assert_stretches (PHASE ("p", "b", "2010/2012") "," PHASE ("q", "b", "2013/2014"),
                    "p:2010-2012 q:2013-2014");
  assert_stretches (PHASE ("p", "b", "2010/2012") "," PHASE ("q", "b", "2015/.."), "p:2010-2012 q:2015-");
  assert_stretches (PHASE ("p", "b", "2010/2018") "," PHASE ("q", "b", "2012/2014"),
                    "p:2010-2011> q:2012-2014 <p:2015-2018");
  assert_stretches (PHASE ("p", "b", "../..") "," PHASE ("q", "b", "2012/2014"),
                    "p:-2011> q:2012-2014 <p:2015-");
  assert_stretches (PHASE ("p", "b", "2010/2014") "," PHASE ("q", "b", "2012/2016"),
                    "p:2010-2011> q:2012-2016");
  assert_stretches (
      PHASE ("p", "b", "2010/2020") "," PHASE ("q", "b", "2012/2019") "," PHASE ("r", "b", "2014/2015"),
      "p:2010-2011> q:2012-2013> r:2014-2015 <q:2016-2019 <p:2020-2020");
  assert_stretches (PHASE ("p", "b", "2010/2012") "," PHASE ("q", "b", "2010/2011"),
                    "q:2010-2011 <p:2012-2012");
}

/* The stretches say what the dossier says of any day. */
static void
test_agrees_with_dossier (void)
{
  g_autoptr (DemDossier) dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  g_autoptr (DemTimelineIndex) index = dem_timeline_index_new (dossier, DEM_NO_INDEX);
  DemDay today = dem_dossier_get_today (dossier);
  guint n_compared = 0;

  for (guint i = 0; i < index->stretches->len; i++)
    {
      const DemTimelineStretch *stretch = &g_array_index (index->stretches, DemTimelineStretch, i);
      DemDay first = dem_day_is_finite (stretch->start) ? stretch->start : today - 40000;
      DemDay last = MIN (dem_day_is_finite (stretch->end) ? stretch->end : today, today);
      guint32 pair = dem_dossier_relation (dossier, stretch->relation)->pair;

      if (first > today || stretch->form.start == DEM_END_UNKNOWN || stretch->form.end == DEM_END_UNKNOWN)
        continue;
      g_assert_cmpuint (dem_dossier_stance_at (dossier, pair, (first + last) / 2, DEM_NO_INDEX), ==,
                        stretch->relation);
      n_compared++;
    }
  g_assert_cmpuint (n_compared, >=, 35);
}

/* Pairs with more phases come first; those that say nothing of closeness are not there. */
static void
test_pairs (void)
{
  g_autoptr (DemTimelineIndex) index = index_of (
      HEAD ACTORS "\"relations\":[" PHASE ("p", "b", "2010") "," PHASE ("q", "c", "2010") "," PHASE (
          "r", "c",
          "2011") ",{\"id\":\"s\",\"from\":\"b\",\"to\":\"c\",\"kind\":\"trade\",\"when\":\"2011\"}]}");
  const DemTimelinePair *first = &g_array_index (index->pairs, DemTimelinePair, 0);

  g_assert_cmpuint (index->pairs->len, ==, 2);
  g_assert_cmpuint (first->pair, ==, dem_dossier_find_pair (index->dossier, 0, 2));
  g_assert_cmpuint (first->n_phases, ==, 2);
}

static void
test_empty (void)
{
  g_autoptr (DemTimelineIndex) index = index_of (HEAD "\"events\":[]}");
  DemTimelineCounts counts = dem_timeline_index_count (index, DEM_PERIOD_ALL);

  g_assert_cmpuint (index->events->len + index->pairs->len + index->stretches->len, ==, 0);
  g_assert_cmpuint (counts.sure + counts.possible + counts.undated, ==, 0);
  assert_found (index, DEM_PERIOD_ALL, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/index/query", test_query);
  g_test_add_func ("/timeline/index/long-event", test_long_event);
  g_test_add_func ("/timeline/index/counts", test_counts);
  g_test_add_func ("/timeline/index/scenario", test_scenario);
  g_test_add_func ("/timeline/index/stretches", test_stretches);
  g_test_add_func ("/timeline/index/agrees-with-dossier", test_agrees_with_dossier);
  g_test_add_func ("/timeline/index/pairs", test_pairs);
  g_test_add_func ("/timeline/index/empty", test_empty);
  return g_test_run ();
}
