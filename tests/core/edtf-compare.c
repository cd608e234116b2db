/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf.h"

#include <string.h>

#define YES DEM_ANSWER_YES
#define NO DEM_ANSWER_NO
#define MAYBE DEM_ANSWER_MAYBE
#define UNKNOWN DEM_ANSWER_UNKNOWN

static DemEdtf
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  DemEdtf edtf = DEM_EDTF_UNDATED;
  if (text != NULL)
    dem_edtf_parse (text, &edtf, &error);
  g_assert_no_error (error);
  return edtf;
}

/* From the first day of a date to the last; "../.." is the whole period. */
static DemPeriod
parse_period (const char *text)
{
  DemEdtf edtf = parse (text);
  return (DemPeriod){ edtf.start_min, edtf.end_max };
}

/* --- A date and a period --- */

typedef struct
{
  const char *text; /* NULL: undated */
  const char *period;
  DemAnswer overlaps;
  DemAnswer within;
} PeriodRow;

/* clang-format off: a table */
static const PeriodRow period_rows[] = {
  /* A day is a day. */
  { "2018-03-09", "2018", YES, YES },
  { "2018-03-09", "2018-03-09", YES, YES },
  { "2018-03-09", "2018-03-10/..", NO, NO },
  { "2018-03-09", "../2018-03-08", NO, NO },
  { "2018-03-09", "../..", YES, YES },

  /* Some time in a year */
  { "2018", "2018", YES, YES },
  { "2018", "2017/2019", YES, YES },
  { "2018", "2018-03/2018-05", MAYBE, MAYBE },
  { "2018", "2018-01-01/2018-12-30", MAYBE, MAYBE },
  { "2018", "2018-12-31/2019", MAYBE, MAYBE },
  { "2018", "2019", NO, NO },
  { "2018", "2017", NO, NO },
  { "2018-06", "2018", YES, YES },
  { "199X", "1995", MAYBE, MAYBE },
  { "199X", "1990/1999", YES, YES },
  { "199X", "2000", NO, NO },
  { "19XX", "1950/2050", MAYBE, MAYBE },
  { "2017-XX-XX", "2017-06-15", MAYBE, MAYBE },
  { "2018-24", "2018", MAYBE, MAYBE },
  { "2018-24", "2019-01", MAYBE, MAYBE },
  { "-0043", "-0050/-0040", YES, YES },

  /* Intervals begin and end some time in their ends, and last from one to the other. */
  { "1990/1999", "1995", YES, NO },
  { "1990/1999", "1990", YES, NO },
  { "1990/1999", "1990-06", MAYBE, NO },
  { "1990/1999", "1999-06", MAYBE, NO },
  { "1990/1999", "1990-12-31", YES, NO },
  { "1990/1999", "1990-12-30", MAYBE, NO },
  { "1990/1999", "1990/1999", YES, YES },
  { "1990/1999", "1990-06/1999", YES, MAYBE },
  { "1990/1999", "1990/1999-06", YES, MAYBE },
  { "1990/1999", "2000", NO, NO },
  { "1990/1999", "1989", NO, NO },
  { "1990/1999", "1999-12-31/2000", MAYBE, NO },
  { "2018/2018-03", "2018-03", YES, MAYBE },
  { "2018/2018-03", "2018-04", NO, NO },
  { "2018/2018-03", "2018-01/2018-03", YES, YES },

  /* Open ends */
  { "2018-03/..", "2020", YES, NO },
  { "2018-03/..", "2018-03", YES, NO },
  { "2018-03/..", "2018-03-15", MAYBE, NO },
  { "2018-03/..", "2017", NO, NO },
  { "2018-03/..", "2018/..", YES, YES },
  { "2018-03/..", "2018-03-15/..", YES, MAYBE },
  { "../1956", "1900", YES, NO },
  { "../1956", "1956-06", MAYBE, NO },
  { "../1956", "1957", NO, NO },
  { "../1956", "../1956", YES, YES },
  { "../..", "2018", YES, NO },
  { "../..", "../..", YES, YES },

  /* Unknown ends */
  { "1985/", "1990", UNKNOWN, NO },
  { "1985/", "1980", NO, NO },
  { "1985/", "1985", YES, UNKNOWN },
  { "1985/", "1985-06/1985-08", MAYBE, UNKNOWN },
  { "1985/", "1985-12-31/..", UNKNOWN, MAYBE },
  { "1985/", "1980/1990", YES, UNKNOWN },
  { "1985/", "1985/..", YES, YES },
  { "1985/", "../..", YES, YES },
  { "/1985", "1980", UNKNOWN, NO },
  { "/1985", "1985", YES, UNKNOWN },
  { "/1985", "1986", NO, NO },
  { "/1985", "../1985", YES, YES },
  { "/..", "2018", UNKNOWN, NO },
  { "../", "2018", UNKNOWN, NO },
  { "/..", "2018/..", YES, UNKNOWN },

  /* About: one unit either side is possible. */
  { "1950~", "1950", MAYBE, MAYBE },
  { "1950~", "1949/1951", YES, YES },
  { "1950~", "1951", MAYBE, MAYBE },
  { "1950~", "1952", NO, NO },
  { "1950-10/1956~", "1954", YES, NO },
  { "1950-10/1956~", "1957", MAYBE, NO },
  { "1950-10/1956~", "1958", NO, NO },

  /* Perhaps: a yes that hangs on an end that may be wrong is a maybe. */
  { "1956?", "1956", MAYBE, MAYBE },
  { "1956?", "1956-06", MAYBE, MAYBE },
  { "1956?", "1990", NO, NO },
  { "1956?", "../..", YES, YES },
  { "1956%", "1955/1957", MAYBE, MAYBE },
  { "1956%", "1958", NO, NO },
  { "1950/1956?", "1950", YES, NO },
  { "1950/1956?", "1953", MAYBE, NO },
  { "1950/1956?", "1950/1956", YES, MAYBE },
  { "1950?/1956", "1953", MAYBE, NO },
  { "1950?/1956", "1956", YES, NO },
  { "1950?/1956", "1957", NO, NO },
  { "1950?/..", "2000/..", YES, NO },
  { "2004?-06-11", "2004", MAYBE, MAYBE },

  /* One of: for all members, for none, or for some */
  { "[2017-05..2017-08]", "2017", YES, YES },
  { "[2017-05..2017-08]", "2017-06", MAYBE, MAYBE },
  { "[2017-05..2017-08]", "2016", NO, NO },
  { "[1667,1669]", "1668", NO, NO },
  { "[1667,1669]", "1667", MAYBE, MAYBE },
  { "[1667,1669]", "1667/1669", YES, YES },
  { "[1667,1669?]", "1667/1669", MAYBE, MAYBE },
  { "[..1760-12-03]", "1760-12-03", MAYBE, MAYBE },
  { "[..1760-12-03]", "1760-12-04", NO, NO },
  { "[..1760-12-03]", "../1760", YES, YES },
  { "[1760-12..]", "1800", MAYBE, MAYBE },
  { "[1760-12..]", "1759", NO, NO },

  /* All of: overlaps if one does, lies within if all do */
  { "{1667,1669}", "1669", YES, NO },
  { "{1667,1669}", "1668", NO, NO },
  { "{1667,1669}", "1667-06", MAYBE, NO },
  { "{1667,1669}", "1667/1669-06", YES, MAYBE },
  { "{1667,1669}", "1667/1669", YES, YES },
  { "{1667,1668,1670..1672}", "1671", YES, NO },
  { "{1667,1668,1670..1672}", "1669", NO, NO },
  { "{..1983}", "1900", YES, NO },
  { "{1667?,1669}", "1667", MAYBE, NO },
  { "{1667?,1669}", "1669", YES, NO },

  /* Undated */
  { NULL, "2018", UNKNOWN, UNKNOWN },
  { NULL, "../..", UNKNOWN, UNKNOWN },
};

/* --- Two dates --- */

typedef struct
{
  const char *a;
  const char *b;
  DemAnswer before; /* a before b */
  DemAnswer overlap;
} PairRow;

static const PairRow pair_rows[] = {
  { "2018", "2019", YES, NO },
  { "2019", "2018", NO, NO },
  { "2018", "2018", MAYBE, MAYBE },
  { "2018", "2018-06", MAYBE, MAYBE },
  { "2018-03-09", "2018-03-09", NO, YES },
  { "2018-03-09", "2018-03-10", YES, NO },
  { "2018/2020", "2020-06", MAYBE, MAYBE },
  { "2018/2020", "2019", NO, YES },
  { "2018/2020", "2020/2022", MAYBE, MAYBE },
  { "2018/2020-06", "2020-06/2022", MAYBE, MAYBE },
  { "2018/2020-05", "2020-06/2022", YES, NO },
  { "2018/..", "2030", NO, YES },
  { "2018/..", "2015/..", NO, YES },
  { "2018", "2015/..", NO, YES },
  { "2018/..", "../2019", NO, YES },
  { "../1956", "1957", YES, NO },
  { "../..", "2018", NO, YES },
  { "1985/", "1990", UNKNOWN, UNKNOWN },
  { "1985/", "1980", NO, NO },
  { "1980", "1985/", YES, NO },
  { "1980", "/1985", UNKNOWN, UNKNOWN },
  { "1990", "/1985", NO, NO },
  { "1985/", "/1990", UNKNOWN, UNKNOWN },
  { "1985/", "1980/..", NO, YES },
  { "1956?", "1960", MAYBE, NO },
  { "1956?", "1950", NO, NO },
  { "1956?", "1950/1960", NO, MAYBE },
  { "1950", "1956?/1960", MAYBE, NO },
  { "1950~", "1952", YES, NO },
  { "1950~", "1951", MAYBE, MAYBE },
  { "[1950,1970]", "1960", MAYBE, NO },
  { "[1950,1970]", "1980", YES, NO },
  { "[1950,1970]", "1970/1980", MAYBE, MAYBE },
  { "[1950,1970]", "1949/1971", NO, YES },
  { "{1950,1970}", "1960", NO, NO },
  { "{1950,1970}", "1980", YES, NO },
  { "{1950,1970}", "1969/1980", NO, YES },
  { "1950", "{1960,1970}", YES, NO },
  { "1950", "{1940,1970}", NO, NO },
  { "1950", "[1940,1970]", MAYBE, NO },
  { "{1950,1970}", "[1940,1960..1980]", MAYBE, MAYBE },
  { "{2020-02-01,2020-02-03}", "[2020-02-01,2020-02-03]", NO, YES },
  { "[2020-02-01,2020-02-03]", "{2020-02-01,2020-02-03}", NO, YES },
  { "{1950,1985?}", "1990", MAYBE, NO },
  { "{1950,1970}", "1960/", NO, UNKNOWN },
  { "[1985,1995]", "1985/", MAYBE, MAYBE },
  { "[1980,1995]", "1985/", MAYBE, UNKNOWN },
  { "1985/", "{1990,1995}", UNKNOWN, UNKNOWN },
  { "{1950,1970}", "/1980", UNKNOWN, UNKNOWN },
  { NULL, "2018", UNKNOWN, UNKNOWN },
  { "2018", NULL, UNKNOWN, UNKNOWN },
};
/* clang-format on */

static void
test_period (gconstpointer data)
{
  const PeriodRow *row = data;
  DemEdtf edtf = parse (row->text);
  DemPeriod period = parse_period (row->period);

  g_assert_cmpint (dem_edtf_overlaps (&edtf, period), ==, row->overlaps);
  g_assert_cmpint (dem_edtf_within (&edtf, period), ==, row->within);
  if (period.first == period.last)
    g_assert_cmpint (dem_edtf_alive_on (&edtf, period.first), ==, row->overlaps);
}

static void
test_pair (gconstpointer data)
{
  const PairRow *row = data;
  DemEdtf a = parse (row->a);
  DemEdtf b = parse (row->b);

  g_assert_cmpint (dem_edtf_before (&a, &b), ==, row->before);
  g_assert_cmpint (dem_edtf_overlap (&a, &b), ==, row->overlap);
  g_assert_cmpint (dem_edtf_overlap (&b, &a), ==, row->overlap);
}

static void
test_during (void)
{
  static const PairRow rows[] = {
    { "2018", "2018", MAYBE },      { "2018-06", "2018", MAYBE },    { "2018-06", "2017/2019", YES },
    { "2017", "2017/2019", MAYBE }, { "2016", "2017/2019", NO },     { "2018", "2010/", UNKNOWN },
    { "2018", "2010/2012", NO },    { "2018?", "2017/2019", MAYBE }, { NULL, "2018", UNKNOWN },
    { "2018", NULL, UNKNOWN },      { "2018", "2017/..", YES },      { "2018-06-01", "2018-06-01", YES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemEdtf a = parse (rows[i].a);
      DemEdtf b = parse (rows[i].b);

      g_test_message ("%s during %s", rows[i].a, rows[i].b);
      g_assert_cmpint (dem_edtf_during (&a, &b), ==, rows[i].before);
    }
}

static void
test_empty_period (void)
{
  DemEdtf edtf = parse ("2018/2020");
  DemPeriod empty = { dem_day_from_date (2019, 1, 2), dem_day_from_date (2019, 1, 1) };
  g_assert_cmpint (dem_edtf_overlaps (&edtf, empty), ==, NO);
  g_assert_cmpint (dem_edtf_within (&edtf, empty), ==, NO);
}

static void
test_alive_on (void)
{
  DemEdtf phase = parse ("2018-03/2020~");
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2018, 2, 28)), ==, NO);
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2018, 3, 1)), ==, MAYBE);
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2018, 3, 31)), ==, YES);
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2019, 1, 1)), ==, YES);
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2019, 1, 2)), ==, MAYBE);
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2021, 12, 31)), ==, MAYBE);
  g_assert_cmpint (dem_edtf_alive_on (&phase, dem_day_from_date (2022, 1, 1)), ==, NO);
}

/* --- Against every reading ---
 *
 * On windows of some days, all readings of both dates are tried one by one. */

typedef struct
{
  DemDay start;
  DemDay end;
} Reading;

typedef gboolean (*Holds) (Reading a, Reading b);

static gboolean
overlap_holds (Reading a, Reading b)
{
  for (DemDay day = a.start; day <= a.end; day++)
    if (day >= b.start && day <= b.end)
      return TRUE;
  return FALSE;
}

static gboolean
within_holds (Reading a, Reading b)
{
  for (DemDay day = a.start; day <= a.end; day++)
    if (day < b.start || day > b.end)
      return FALSE;
  return TRUE;
}

static gboolean
before_holds (Reading a, Reading b)
{
  for (DemDay day = a.start; day <= a.end; day++)
    if (day >= b.start)
      return FALSE;
  return TRUE;
}

static void
add_readings (const DemEdtf *member, gpointer data)
{
  for (DemDay start = member->start_min; start <= member->start_max; start++)
    for (DemDay end = MAX (start, member->end_min); end <= member->end_max; end++)
      {
        Reading reading = { start, end };
        g_array_append_val ((GArray *) data, reading);
      }
}

static GArray *
readings_of (const DemEdtf *edtf)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  dem_edtf_foreach_member (edtf, add_readings, readings);
  g_assert_cmpuint (readings->len, >, 0);
  return readings;
}

static DemAnswer
answer_by_trial (GArray *a, GArray *b, Holds holds)
{
  gboolean some = FALSE;
  gboolean all = TRUE;
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        gboolean held = holds (g_array_index (a, Reading, i), g_array_index (b, Reading, j));
        some |= held;
        all &= held;
      }
  return all ? YES : some ? MAYBE : NO;
}

/* Certain dates, of one member or one-of sets, all about the end of February 2020. */
static const char *const texts[] = {
  "2020-02-28",
  "2020-02-2X",
  "2020-02-28~",
  "2020-02-27/2020-03-02",
  "2020-02-27~/2020-03-02",
  "2020-02-2X/2020-02-25",
  "2020-02-25/2020-02-2X",
  "2020-02-2X/2020-02-2X",
  "2020-02-26~/2020-02-26~",
  "[2020-02-21,2020-02-24..2020-02-26,2020-03-01]",
  "[2020-02-29,2020-02-22~]",
};

static void
test_all_periods (gconstpointer data)
{
  DemEdtf edtf = parse (data);
  g_autoptr (GArray) readings = readings_of (&edtf);
  g_autoptr (GArray) period = g_array_new (FALSE, FALSE, sizeof (Reading));
  DemDay from = dem_day_from_date (2020, 2, 17);
  DemDay to = dem_day_from_date (2020, 3, 6);

  g_array_set_size (period, 1);
  for (DemDay first = from; first <= to; first++)
    for (DemDay last = first; last <= to; last++)
      {
        g_array_index (period, Reading, 0) = (Reading){ first, last };
        g_assert_cmpint (dem_edtf_overlaps (&edtf, (DemPeriod){ first, last }), ==,
                         answer_by_trial (readings, period, overlap_holds));
        g_assert_cmpint (dem_edtf_within (&edtf, (DemPeriod){ first, last }), ==,
                         answer_by_trial (readings, period, within_holds));
      }
}

static void
test_all_pairs (gconstpointer data)
{
  DemEdtf a = parse (data);
  g_autoptr (GArray) a_readings = readings_of (&a);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DemEdtf b = parse (texts[i]);
      g_autoptr (GArray) b_readings = readings_of (&b);
      g_assert_cmpint (dem_edtf_overlap (&a, &b), ==,
                       answer_by_trial (a_readings, b_readings, overlap_holds));
      g_assert_cmpint (dem_edtf_before (&a, &b), ==, answer_by_trial (a_readings, b_readings, before_holds));
      g_assert_cmpint (dem_edtf_during (&a, &b), ==, answer_by_trial (a_readings, b_readings, within_holds));
    }
}

/* --- Extent and order --- */

static void
test_extent (void)
{
  static const struct
  {
    const char *text;
    const char *extent;
  } rows[] = {
    { "2018", "2018" },
    { "1990/1999", "1990/1999" },
    { "1950~", "1949/1951" },
    { "2018/..", "2018/.." },
    { "2018/", "2018/.." },
    { "/2018", "../2018" },
    { "../", "../.." },
    { "[2017-05,2017-08]", "2017-05/2017-08" },
    { "[..1760-12]", "../1760-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DemEdtf edtf = parse (rows[i].text);
      DemPeriod expected = parse_period (rows[i].extent);
      DemPeriod extent;
      g_assert_true (dem_edtf_extent (&edtf, &extent));
      g_assert_cmpint (extent.first, ==, expected.first);
      g_assert_cmpint (extent.last, ==, expected.last);
    }
  DemEdtf undated = DEM_EDTF_UNDATED;
  DemPeriod untouched = { 1, 2 };
  g_assert_false (dem_edtf_extent (&undated, &untouched));
  g_assert_cmpint (untouched.first, ==, 1);
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "/1985",   "../1990",    "-0043",        "1985",       "1985/1990",  "1985-04-12",
    "1985-05", "1985-05-02", "2018-03/2020", "2018-03/..", "Y170000002", NULL /* undated */,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        DemEdtf a = parse (sorted[i]);
        DemEdtf b = parse (sorted[j]);
        int order = dem_edtf_compare (&a, &b);
        g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
      }
}

static void
add_row (const char *kind, guint number, const char *a, const char *b, gconstpointer row, GTestDataFunc func)
{
  g_autofree char *name
      = g_strdup_printf ("%u %s with %s", number, a != NULL ? a : "undated", b != NULL ? b : "undated");
  g_autofree char *path = g_strdup_printf ("/edtf-compare/%s/%s", kind, g_strdelimit (name, "/", '|'));
  g_test_add_data_func (path, row, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (period_rows); i++)
    add_row ("period", i + 1, period_rows[i].text, period_rows[i].period, &period_rows[i], test_period);
  for (guint i = 0; i < G_N_ELEMENTS (pair_rows); i++)
    add_row ("pair", i + 1, pair_rows[i].a, pair_rows[i].b, &pair_rows[i], test_pair);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      add_row ("every-reading", i + 1, texts[i], "all periods", texts[i], test_all_periods);
      add_row ("every-reading", i + 1, texts[i], "all others", texts[i], test_all_pairs);
    }
  g_test_add_func ("/edtf-compare/during", test_during);
  g_test_add_func ("/edtf-compare/empty-period", test_empty_period);
  g_test_add_func ("/edtf-compare/alive-on", test_alive_on);
  g_test_add_func ("/edtf-compare/extent", test_extent);
  g_test_add_func ("/edtf-compare/order", test_order);
  return g_test_run ();
}
