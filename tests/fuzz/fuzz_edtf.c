/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/driver.h"

#include "app/base/edtf.h"

#include <string.h>

const char *const dem_fuzz_seeds[] = {
  "2018",
  "2018-03",
  "2018-03-09",
  "-0043-03-15",
  "0000-02-29",
  "1985-04-12T23:20:30",
  "1985-04-12T23:20:30Z",
  "1985-04-12T23:20:30-04",
  "1985-04-12T23:20:30+04:30",
  "2018-03/2020-11-19",
  "2018/..",
  "../1956-12",
  "1985/",
  "/1985-04-12",
  "../..",
  "Y170000002",
  "Y-170000002",
  "Y-17E7",
  "1950S2",
  "2018-21",
  "2018-32~",
  "2018-41?",
  "1956?",
  "2004-06~",
  "2004-06-11%",
  "2004-06~-11",
  "?2004-06-~11",
  "199X",
  "19XX?",
  "XXXX-02-29",
  "15XX-12-XX",
  "1985-XX-XX~/1986-1X",
  "[2017-05..2017-08]",
  "[..1760-12-03]",
  "[1760-12..]",
  "{1667,1668, 1670..1672}",
  "{..1983,1990~}",
  NULL,
};

static void
assert_one_word (char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), >, 0);
  g_free (text);
}

static void
assert_bounds (const DemEdtf *edtf)
{
  g_assert_cmpint (edtf->start_min == DEM_DAY_UNKNOWN, ==, edtf->start_max == DEM_DAY_UNKNOWN);
  g_assert_cmpint (edtf->end_min == DEM_DAY_UNKNOWN, ==, edtf->end_max == DEM_DAY_UNKNOWN);
  g_assert_cmpint (edtf->start_min == DEM_DAY_UNKNOWN, ==, (edtf->flags & DEM_EDTF_START_UNKNOWN) != 0);
  g_assert_cmpint (edtf->end_min == DEM_DAY_UNKNOWN, ==, (edtf->flags & DEM_EDTF_END_UNKNOWN) != 0);
  g_assert_cmpint (edtf->start_min, <=, edtf->start_max);
  g_assert_cmpint (edtf->end_min, <=, edtf->end_max);
  if (edtf->start_min != DEM_DAY_UNKNOWN && edtf->end_min != DEM_DAY_UNKNOWN)
    g_assert_cmpint (edtf->start_min, <=, edtf->end_max);
  g_assert_cmpuint (edtf->precision, <=, DEM_PRECISION_MILLENNIUM);
}

/* What holds of every date: it overlaps and lies within all time, it may overlap its own extent and nothing
 * outside. */
static void
assert_answers (const DemEdtf *edtf)
{
  DemPeriod extent;
  g_assert_true (dem_edtf_extent (edtf, &extent));
  g_assert_cmpint (dem_edtf_overlaps (edtf, DEM_PERIOD_ALL), ==, DEM_ANSWER_YES);
  g_assert_cmpint (dem_edtf_within (edtf, DEM_PERIOD_ALL), ==, DEM_ANSWER_YES);
  g_assert_cmpint (dem_edtf_overlaps (edtf, extent), !=, DEM_ANSWER_NO);
  g_assert_cmpint (dem_edtf_within (edtf, extent), !=, DEM_ANSWER_NO);
  g_assert_cmpint (dem_edtf_overlap (edtf, edtf), !=, DEM_ANSWER_NO);
  g_assert_cmpint (dem_edtf_before (edtf, edtf), !=, DEM_ANSWER_YES);
  g_assert_cmpint (dem_edtf_compare (edtf, edtf), ==, 0);
  if (dem_day_is_finite (extent.last))
    g_assert_cmpint (dem_edtf_alive_on (edtf, extent.last + 1), ==, DEM_ANSWER_NO);
  if (dem_day_is_finite (extent.first))
    g_assert_cmpint (dem_edtf_alive_on (edtf, extent.first - 1), ==, DEM_ANSWER_NO);
}

static void
assert_member (const DemEdtf *member, gpointer data)
{
  const DemEdtf *whole = data;
  assert_bounds (member);
  assert_answers (member);
  assert_one_word (dem_edtf_format (member));
  g_assert_cmpint (member->start_min, >=, whole->start_min);
  g_assert_cmpint (member->end_max, <=, whole->end_max);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  DemEdtf edtf = DEM_EDTF_UNDATED;

  if (!dem_edtf_parse (text, &edtf, &error))
    {
      g_assert_true (error != NULL && error->domain == DEM_EDTF_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (dem_edtf_is_dated (&edtf));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (edtf.text == text);
  assert_bounds (&edtf);
  assert_answers (&edtf);
  assert_one_word (dem_edtf_format (&edtf));
  dem_edtf_foreach_member (&edtf, assert_member, &edtf);
  return 0;
}
