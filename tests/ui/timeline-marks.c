/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How uncertain dates look: the form of each way to write them, and the picture of each form. */

#include <math.h>

#include "ui/timeline/marks.h"

#define BAR_Y 20.0
#define MIDDLE (BAR_Y + DEM_MARK_BAR_HEIGHT / 2)
#define TODAY dem_day_from_date (2020, 11, 19)

static DemEdtf
parse (const char *text)
{
  DemEdtf edtf;
  g_autoptr (GError) error = NULL;

  dem_edtf_parse (text, &edtf, &error);
  g_assert_no_error (error);
  return edtf;
}

/* ---- Forms ---- */

static const struct
{
  const char *text;
  DemMarkBody body;
  DemMarkEnd start, end;
  gboolean future;
} forms[] = {
  { "2018-06-12", DEM_MARK_DOT, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "2018-06", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "2018", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "2018-21", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "1950~", DEM_MARK_BAR, DEM_END_FADE, DEM_END_FADE, FALSE },
  { "1950-06-25~", DEM_MARK_BAR, DEM_END_FADE, DEM_END_FADE, FALSE },
  { "1950-10/1956~", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_FADE, FALSE },
  { "1950~/1956", DEM_MARK_BAR, DEM_END_FADE, DEM_END_SHARP, FALSE },
  { "1956?", DEM_MARK_OUTLINE, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "1956%", DEM_MARK_OUTLINE, DEM_END_FADE, DEM_END_FADE, FALSE },
  { "1950?/1956", DEM_MARK_OUTLINE, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "[2017-01..2017-12]", DEM_MARK_BRACKETS, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "2017-XX-XX", DEM_MARK_BRACKETS, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "199X", DEM_MARK_BRACKETS, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "{2017-05,2017-08}", DEM_MARK_SET, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "2018/..", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_OPEN, FALSE },
  { "../1956", DEM_MARK_BAR, DEM_END_OPEN, DEM_END_SHARP, FALSE },
  { "2018/", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_UNKNOWN, FALSE },
  { "/1956", DEM_MARK_BAR, DEM_END_UNKNOWN, DEM_END_SHARP, FALSE },
  { "2021-01-20", DEM_MARK_DOT, DEM_END_SHARP, DEM_END_SHARP, TRUE },
  { "2020-11-19", DEM_MARK_DOT, DEM_END_SHARP, DEM_END_SHARP, FALSE },
  { "2021/2022", DEM_MARK_BAR, DEM_END_SHARP, DEM_END_SHARP, TRUE },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      DemEdtf edtf = parse (forms[i].text);
      DemMarkForm form = dem_mark_form (&edtf, TODAY, FALSE);

      g_test_message ("%s", forms[i].text);
      g_assert_cmpint (form.body, ==, forms[i].body);
      g_assert_cmpint (form.start, ==, forms[i].start);
      g_assert_cmpint (form.end, ==, forms[i].end);
      g_assert_cmpint (form.future, ==, forms[i].future);
      g_assert_false (form.conditional);
      g_assert_true (dem_mark_form (&edtf, TODAY, TRUE).conditional);
    }
}

static void
test_days (void)
{
  DemEdtf closed = parse ("2018/2019"), open = parse ("2018/.."), unknown = parse ("2018/"),
          before = parse ("/1956");
  DemEdtf undated = DEM_EDTF_UNDATED;
  DemDay start, end;

  g_assert_true (dem_mark_days (&closed, &start, &end));
  g_assert_cmpint (start, ==, dem_day_from_date (2018, 1, 1));
  g_assert_cmpint (end, ==, dem_day_from_date (2019, 12, 31));
  g_assert_true (dem_mark_days (&open, &start, &end));
  g_assert_cmpint (end, ==, DEM_DAY_AFTER_ALL);
  g_assert_true (dem_mark_days (&unknown, &start, &end));
  g_assert_cmpint (end, ==, dem_day_from_date (2018, 12, 31));
  g_assert_true (dem_mark_days (&before, &start, &end));
  g_assert_cmpint (start, ==, dem_day_from_date (1956, 1, 1));
  g_assert_false (dem_mark_days (&undated, &start, &end));
}

/* ---- Pictures ---- */

/* Ten years on 1000 pixels: a year is 100, a month about 8. */
typedef struct
{
  cairo_surface_t *surface;
  DemAxis axis;
  DemMarkExtent extent;
} Picture;

static Picture
draw (const char *text, gboolean conditional)
{
  DemEdtf edtf = parse (text);
  Picture picture = { .surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 40) };
  DemMarkForm form = dem_mark_form (&edtf, TODAY, conditional);
  DemMarkInk ink = { .color = { 0, 0, 0, 1 }, .opacity = 1 };
  cairo_t *cr = cairo_create (picture.surface);
  DemDay start, end;

  picture.axis = dem_axis_new (
      (DemPeriod){ dem_day_from_date (2013, 1, 1), dem_day_from_date (2022, 12, 31) }, 0, 1000);
  ink.today_x = dem_axis_day_end (&picture.axis, TODAY);
  g_assert_true (dem_mark_days (&edtf, &start, &end));
  picture.extent = dem_mark_extent (form, start, end, TODAY, &picture.axis);
  if (picture.extent.dot)
    dem_mark_draw_dot (cr, form, picture.extent.x0, MIDDLE, 4, &ink);
  else
    dem_mark_draw_bar (cr, form, picture.extent, &edtf, &picture.axis, BAR_Y, &ink);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return picture;
}

static void
picture_clear (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
}

/* How much ink there is at a point, from 0 to 1. */
static double
ink_at (const Picture *picture, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);
  const guint32 *row;

  cairo_surface_flush (picture->surface);
  if (x < 0 || x >= 1000)
    return 0;
  row = (const guint32 *) (gconstpointer) (data + (int) floor (y) * stride);
  return (row[(int) floor (x)] >> 24) / 255.0;
}

/* The most and the least ink on a stretch of a line. */
static void
ink_along (const Picture *picture, double x0, double x1, double y, double *least, double *most)
{
  *least = 1;
  *most = 0;
  for (double x = x0; x < x1; x++)
    {
      *least = MIN (*least, ink_at (picture, x, y));
      *most = MAX (*most, ink_at (picture, x, y));
    }
}

static double
x_of (const Picture *picture, gint64 year, int month)
{
  return dem_axis_day_begin (&picture->axis, dem_day_from_date (year, month, 1));
}

static void
test_dot (void)
{
  static const char *const dots[] = { "2018-06-12", "2018-06", "2018-03-25/2018-03-28" };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    {
      Picture picture = draw (dots[i], FALSE);
      double x = picture.extent.x0;

      g_assert_true (picture.extent.dot || g_str_equal (dots[i], "2018-06"));
      if (picture.extent.dot)
        {
          g_assert_cmpfloat (ink_at (&picture, x, MIDDLE), ==, 1);
          g_assert_cmpfloat (ink_at (&picture, x - 3, MIDDLE), >, 0.8);
          g_assert_cmpfloat (ink_at (&picture, x + 6, MIDDLE), ==, 0);
          g_assert_cmpfloat (ink_at (&picture, x, MIDDLE - 6), ==, 0);
        }
      picture_clear (&picture);
    }
}

static void
test_bar (void)
{
  Picture picture = draw ("2015", FALSE);
  double least, most;

  g_assert_false (picture.extent.dot);
  ink_along (&picture, x_of (&picture, 2015, 1) + 1, x_of (&picture, 2016, 1) - 2, MIDDLE, &least, &most);
  g_assert_cmpfloat (least, >, 0.5);
  g_assert_cmpfloat (most, <, 0.6);
  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2015, 1) - 3, MIDDLE), ==, 0);
  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2016, 1) + 3, MIDDLE), ==, 0);
  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2015, 6), BAR_Y - 2), ==, 0);
  picture_clear (&picture);
}

/* An approximate end fades to nothing; a sure one does not. */
static void
test_fade (void)
{
  Picture both = draw ("2015~", FALSE);
  Picture end = draw ("2014/2016~", FALSE);

  g_assert_cmpfloat (ink_at (&both, both.extent.x0 + 1, MIDDLE), <, 0.15);
  g_assert_cmpfloat (ink_at (&both, both.extent.x1 - 2, MIDDLE), <, 0.15);
  g_assert_cmpfloat (ink_at (&both, (both.extent.x0 + both.extent.x1) / 2, MIDDLE), >, 0.5);
  g_assert_cmpfloat (ink_at (&end, end.extent.x0 + 1, MIDDLE), >, 0.5);
  g_assert_cmpfloat (ink_at (&end, end.extent.x1 - 2, MIDDLE), <, 0.15);
  g_assert_cmpfloat (ink_at (&end, end.extent.x1 - 18, MIDDLE), >, 0.5);
  picture_clear (&both);
  picture_clear (&end);
}

static void
test_outline (void)
{
  Picture picture = draw ("2015?", FALSE);
  double middle = (picture.extent.x0 + picture.extent.x1) / 2;

  g_assert_cmpfloat (ink_at (&picture, middle, MIDDLE), ==, 0);
  g_assert_cmpfloat (ink_at (&picture, middle, BAR_Y - 0.5), >, 0.4);
  g_assert_cmpfloat (ink_at (&picture, picture.extent.x0 + 0.6, MIDDLE), >, 0.4);
  picture_clear (&picture);
}

static void
test_brackets (void)
{
  static const char *const dates[] = { "[2017-01..2017-12]", "2017-XX-XX" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      Picture picture = draw (dates[i], FALSE);
      double least, most;

      g_assert_cmpfloat_with_epsilon (picture.extent.x0, x_of (&picture, 2017, 1), 0.01);
      g_assert_cmpfloat_with_epsilon (picture.extent.x1, x_of (&picture, 2018, 1), 0.01);
      for (int dy = -3; dy <= 3; dy += 3)
        {
          ink_along (&picture, picture.extent.x0 - 1, picture.extent.x0 + 2, MIDDLE + dy, &least, &most);
          g_assert_cmpfloat (most, >, 0.5);
          ink_along (&picture, picture.extent.x1 - 2, picture.extent.x1 + 1, MIDDLE + dy, &least, &most);
          g_assert_cmpfloat (most, >, 0.5);
        }
      /* dots between: some ink, some gaps, and nothing above them */
      ink_along (&picture, picture.extent.x0 + 6, picture.extent.x1 - 6, MIDDLE, &least, &most);
      g_assert_cmpfloat (least, <, 0.1);
      g_assert_cmpfloat (most, >, 0.4);
      ink_along (&picture, picture.extent.x0 + 6, picture.extent.x1 - 6, MIDDLE - 3, &least, &most);
      g_assert_cmpfloat (most, ==, 0);
      picture_clear (&picture);
    }
}

static void
test_set (void)
{
  Picture picture = draw ("{2015-05,2016-05,2017-05}", FALSE);

  for (int year = 2015; year <= 2017; year++)
    g_assert_cmpfloat (ink_at (&picture, x_of (&picture, year, 5) + 4, MIDDLE - 2), >, 0.6);
  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2015, 11), MIDDLE - 2), ==, 0);
  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2015, 11), MIDDLE), >, 0.2);
  picture_clear (&picture);
}

/* Full to today, faint beyond, an arrow head at the end. */
static void
test_open_end (void)
{
  Picture picture = draw ("2018/..", FALSE);
  double today = dem_axis_day_end (&picture.axis, TODAY);
  double least, most;

  g_assert_cmpfloat (ink_at (&picture, today - 3, MIDDLE), >, 0.5);
  ink_along (&picture, today + 2, picture.extent.x1 - 10, MIDDLE, &least, &most);
  g_assert_cmpfloat (least, >, 0.1);
  g_assert_cmpfloat (most, <, 0.35);
  ink_along (&picture, picture.extent.x1 - 7, picture.extent.x1, MIDDLE - 3, &least, &most);
  g_assert_cmpfloat (most, >, 0.3);
  g_assert_cmpfloat (picture.extent.x1, <, today + 50);
  picture_clear (&picture);
}

static void
test_open_start (void)
{
  Picture picture = draw ("../2015", FALSE);
  double least, most;

  g_assert_cmpfloat (ink_at (&picture, 150, MIDDLE), >, 0.5);
  ink_along (&picture, 10, 30, MIDDLE, &least, &most);
  g_assert_cmpfloat (least, >, 0.1);
  g_assert_cmpfloat (most, <, 0.35);
  ink_along (&picture, 2, 9, MIDDLE - 3, &least, &most);
  g_assert_cmpfloat (most, >, 0.3);
  picture_clear (&picture);
}

/* A dotted tail of 12 pixels, and no arrow. */
static void
test_unknown_end (void)
{
  Picture picture = draw ("2015/", FALSE);
  double least, most;

  g_assert_cmpfloat_with_epsilon (picture.extent.x1, x_of (&picture, 2016, 1) + 12, 0.01);
  ink_along (&picture, picture.extent.x1 - 10, picture.extent.x1 - 1, MIDDLE, &least, &most);
  g_assert_cmpfloat (least, <, 0.2);
  g_assert_cmpfloat (most, >, 0.4);
  ink_along (&picture, picture.extent.x1 - 10, picture.extent.x1 + 10, MIDDLE - 3, &least, &most);
  g_assert_cmpfloat (most, ==, 0);
  picture_clear (&picture);
}

/* After today, and in a scenario: hollow and dashed. */
static void
test_future (void)
{
  Picture dot = draw ("2021-01-20", FALSE), conditional = draw ("2018-06-12", TRUE),
          bar = draw ("2021", FALSE);
  double rim = 0, gap = 1;

  for (guint i = 0; i < 32; i++)
    {
      double angle = i * 2 * G_PI / 32;
      double ink = ink_at (&dot, dot.extent.x0 + 3.4 * cos (angle), MIDDLE + 3.4 * sin (angle));

      rim = MAX (rim, ink);
      gap = MIN (gap, ink);
    }
  g_assert_cmpfloat (rim, >, 0.6);
  g_assert_cmpfloat (gap, <, 0.4);
  g_assert_cmpfloat (ink_at (&dot, dot.extent.x0, MIDDLE), ==, 0);
  g_assert_cmpfloat (ink_at (&conditional, conditional.extent.x0, MIDDLE), ==, 0);
  g_assert_cmpfloat (ink_at (&bar, (bar.extent.x0 + bar.extent.x1) / 2, MIDDLE), ==, 0);
  picture_clear (&dot);
  picture_clear (&conditional);
  picture_clear (&bar);
}

/* Nothing is drawn far outside, whatever the date. */
static void
test_extremes (void)
{
  static const char *const dates[]
      = { "Y99999",       "Y-99999/..",  "../Y99999", "../..", "Y-99999/Y99999", "0000",
          "-0044-03-15~", "2022-12-31/", "/2013",     "2013",  "{1900..2100}",   "2018-XX/.." };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      Picture picture = draw (dates[i], FALSE);

      g_test_message ("%s", dates[i]);
      g_assert_cmpfloat (picture.extent.x0, >=, -1500);
      g_assert_cmpfloat (picture.extent.x1, <=, 2500);
      g_assert_cmpfloat (picture.extent.x1, >=, picture.extent.x0);
      picture_clear (&picture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/marks/forms", test_forms);
  g_test_add_func ("/timeline/marks/days", test_days);
  g_test_add_func ("/timeline/marks/dot", test_dot);
  g_test_add_func ("/timeline/marks/bar", test_bar);
  g_test_add_func ("/timeline/marks/fade", test_fade);
  g_test_add_func ("/timeline/marks/outline", test_outline);
  g_test_add_func ("/timeline/marks/brackets", test_brackets);
  g_test_add_func ("/timeline/marks/set", test_set);
  g_test_add_func ("/timeline/marks/open-end", test_open_end);
  g_test_add_func ("/timeline/marks/open-start", test_open_start);
  g_test_add_func ("/timeline/marks/unknown-end", test_unknown_end);
  g_test_add_func ("/timeline/marks/future", test_future);
  g_test_add_func ("/timeline/marks/extremes", test_extremes);
  return g_test_run ();
}
