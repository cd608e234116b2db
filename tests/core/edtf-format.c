/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf.h"

typedef struct
{
  const char *text; /* NULL: undated */
  const char *words;
} Row;

/* clang-format off: a table */
static const Row rows[] = {
  { "2020-11-19", "19 Nov 2020" },
  { "2018-03-09", "9 Mar 2018" },
  { "1985-04-12T23:20:30Z", "12 Apr 1985" },
  { "2018-03", "Mar 2018" },
  { "2018-05", "May 2018" },
  { "2018", "2018" },
  { "0476", "476" },
  { "0099", "99 CE" },
  { "0005-04-03", "3 Apr 5 CE" },
  { "0000", "1 BCE" },
  { "-0043", "44 BCE" },
  { "-0043-03-15", "15 Mar 44 BCE" },
  { "Y170000002", "170000002" },
  { "Y-170000001", "170000002 BCE" },

  { "1956~", "about 1956" },
  { "1956?", "perhaps 1956" },
  { "1956%", "perhaps about 1956" },
  { "2004-06~-11", "about 11 Jun 2004" },
  { "2004?-06", "perhaps Jun 2004" },
  { "?2004-06-~11", "perhaps about 11 Jun 2004" },

  { "2017-XX-XX", "some day in 2017" },
  { "2017-XX", "some month in 2017" },
  { "1985-04-XX", "some day in Apr 1985" },
  { "199X", "1990s" },
  { "199X~", "about 1990s" },
  { "190X", "between 1900 and 1909" },
  { "19XX", "between 1900 and 1999" },
  { "1XXX", "between 1000 and 1999" },
  { "-009X", "between 100 BCE and 91 BCE" },
  { "156X-12-25", "between 25 Dec 1560 and 25 Dec 1569" },
  { "15XX-12-XX", "between Dec 1500 and Dec 1599" },
  { "1984-1X", "between Oct 1984 and Dec 1984" },

  { "2018-21", "spring 2018" },
  { "2018-22", "summer 2018" },
  { "2018-23", "autumn 2018" },
  { "2018-24", "winter 2018–2019" },
  { "2018-25", "spring 2018" },
  { "2018-28~", "about winter 2018–2019" },
  { "2018-29", "southern spring 2018" },
  { "2018-30", "southern summer 2018–2019" },
  { "2018-31", "southern autumn 2018" },
  { "2018-32?", "perhaps southern winter 2018" },
  { "2018-33", "Q1 2018" },
  { "2018-36", "Q4 2018" },
  { "2018-37", "Jan 2018 – Apr 2018" },
  { "2018-39", "Sep 2018 – Dec 2018" },
  { "2018-40", "first half of 2018" },
  { "2018-41", "second half of 2018" },

  { "2018/2020", "2018 – 2020" },
  { "2018-03/2020", "Mar 2018 – 2020" },
  { "2018-03-09/2020-11", "9 Mar 2018 – Nov 2020" },
  { "1956~/1965", "about 1956 – 1965" },
  { "1950-10/1956?", "Oct 1950 – perhaps 1956" },
  { "-0043/0014", "44 BCE – 14 CE" },
  { "2018-03/..", "Mar 2018 –" },
  { "../1956", "– 1956" },
  { "../..", "always" },
  { "1985/", "1985 – ?" },
  { "/1985", "? – 1985" },
  { "/..", "? –" },

  { "[2017-05..2017-08]", "between May 2017 and Aug 2017" },
  { "[..1760-12-03]", "3 Dec 1760 or earlier" },
  { "[1760-12..]", "Dec 1760 or later" },
  { "[1667]", "1667" },
  { "[1667,1668]", "1667 or 1668" },
  { "[1667,1668, 1670..1672]", "1667, 1668 or between 1670 and 1672" },
  { "[1667,1669,1671,1673]", "one of 4 dates (1667 – 1673)" },
  { "[1667,1669,1671,1673..]", "one of 4 dates (1667 –)" },
  { "{1667,1668}", "1667 and 1668" },
  { "{1667,1668,1670..1672}", "1667, 1668 and 1670 – 1672" },
  { "{1667,1669,1671,1673-03}", "4 dates (1667 – Mar 1673)" },
  { "{..1983}", "– 1983" },

  { NULL, "unknown" },
};

typedef struct
{
  DemDate first; /* month 0: open */
  DemDate last;
  const char *words;
} PeriodRow;

static const PeriodRow period_rows[] = {
  { { 2012, 1, 1 }, { 2021, 12, 31 }, "2012 – 2021" },
  { { 2018, 1, 1 }, { 2018, 12, 31 }, "2018" },
  { { 2018, 3, 1 }, { 2018, 3, 31 }, "Mar 2018" },
  { { 2020, 2, 1 }, { 2020, 2, 29 }, "Feb 2020" },
  { { 2020, 2, 1 }, { 2020, 2, 28 }, "1 Feb 2020 – 28 Feb 2020" },
  { { 2018, 3, 9 }, { 2018, 3, 9 }, "9 Mar 2018" },
  { { 2018, 1, 1 }, { 2018, 1, 1 }, "1 Jan 2018" },
  { { 1948, 1, 1 }, { 2021, 3, 31 }, "1948 – Mar 2021" },
  { { 2018, 3, 1 }, { 2020, 12, 31 }, "Mar 2018 – 2020" },
  { { 2018, 3, 1 }, { 2018, 8, 31 }, "Mar 2018 – Aug 2018" },
  { { 2018, 1, 1 }, { 2018, 4, 30 }, "Jan 2018 – Apr 2018" },
  { { 2018, 9, 1 }, { 2018, 12, 31 }, "Sep 2018 – Dec 2018" },
  { { 1948, 1, 1 }, { 2021, 3, 30 }, "1 Jan 1948 – 30 Mar 2021" },
  { { 1948, 1, 2 }, { 2021, 12, 31 }, "2 Jan 1948 – 31 Dec 2021" },
  { { -43, 1, 1 }, { 14, 12, 31 }, "44 BCE – 14 CE" },
  { { 2012, 1, 1 }, { 0, 0, 0 }, "2012 –" },
  { { 2012, 3, 9 }, { 0, 0, 0 }, "9 Mar 2012 –" },
  { { 0, 0, 0 }, { 2021, 3, 31 }, "– Mar 2021" },
  { { 0, 0, 0 }, { 0, 0, 0 }, "Whole period" },
};
/* clang-format on */

static void
test_date (gconstpointer data)
{
  const Row *row = data;
  DemEdtf edtf = DEM_EDTF_UNDATED;
  if (row->text != NULL)
    g_assert_true (dem_edtf_parse (row->text, &edtf, NULL));
  g_autofree char *words = dem_edtf_format (&edtf);
  g_assert_cmpstr (words, ==, row->words);
}

static DemDay
day_of (DemDate date, DemDay open)
{
  return date.month == 0 ? open : dem_day_from_date (date.year, date.month, date.day);
}

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (period_rows); i++)
    {
      DemPeriod period = { day_of (period_rows[i].first, DEM_DAY_BEFORE_ALL),
                           day_of (period_rows[i].last, DEM_DAY_AFTER_ALL) };
      g_autofree char *words = dem_period_format (period);
      g_assert_cmpstr (words, ==, period_rows[i].words);
    }
}

static void
assert_day (DemDay day, const char *expected)
{
  g_autofree char *words = dem_day_format (day);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_days (void)
{
  static const char *const months[]
      = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *expected = g_strdup_printf ("%d %s 2018", month + 7, months[month - 1]);
      assert_day (dem_day_from_date (2018, month, month + 7), expected);
    }
  assert_day (DEM_DAY_UNKNOWN, "unknown");
  assert_day (DEM_DAY_BEFORE_ALL, "open");
  assert_day (DEM_DAY_AFTER_ALL, "open");
}

/* For the ear: months in full, and words where the eye has a dash. */
static void
test_spoken (void)
{
  static const struct
  {
    const char *text, *words;
  } spoken[] = {
    { "2018-03-25/2018-03-28", "25 to 28 March 2018" },
    { "2018-03-25", "25 March 2018" },
    { "2018-03-25/2018-04-02", "25 March 2018 to 2 April 2018" },
    { "1950-10/1956~", "October 1950 to about 1956" },
    { "2018/..", "from 2018 on" },
    { "../1956", "until 1956" },
    { "1985/", "1985 to an unknown date" },
    { "1956?", "perhaps 1956" },
    { "2018-03-25~/2018-03-28", "about 25 March 2018 to 28 March 2018" },
    { "2017-XX-XX", "some day in 2017" },
    { "[2017-05..2017-08]", "between May 2017 and August 2017" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *words = NULL;
      DemEdtf edtf;

      g_assert_true (dem_edtf_parse (spoken[i].text, &edtf, NULL));
      words = dem_edtf_speak (&edtf);
      g_assert_cmpstr (words, ==, spoken[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup (rows[i].text != NULL ? rows[i].text : "undated");
      g_autofree char *path = g_strdup_printf ("/edtf-format/%u %s", i + 1, g_strdelimit (name, "/", '|'));
      g_test_add_data_func (path, &rows[i], test_date);
    }
  g_test_add_func ("/edtf-format/periods", test_periods);
  g_test_add_func ("/edtf-format/days", test_days);
  g_test_add_func ("/edtf-format/spoken", test_spoken);
  return g_test_run ();
}
