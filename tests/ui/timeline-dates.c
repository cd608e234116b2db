/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of every way to write a date, in the lane of a whole timeline: brackets, fades, outlines, arrows, tails and
 * dots are looked for where they must be, in the pixels. */

#include <math.h>

#include "tests/support/timeline.h"
#include "ui/timeline/marks.h"

/* Ten years on a lane of a thousand pixels: a year is 100, a month 8. */
#define LANE 1000.0
#define TOTAL (148 + LANE + 16)

typedef struct
{
  Sample sample;
  cairo_surface_t *surface;
  graphene_rect_t bounds; /* of the mark with its label */
  double bar;             /* the height of the middle of the bar, which ends at the bottom of the row */
  double middle;          /* the height of the middle of the row, where dots are */
} Picture;

static Picture
draw (const char *date, const char *members)
{
  g_autofree char *text = g_strdup_printf (
      HEAD "\"claims\":[{\"id\":\"k\",\"text\":\"K\",\"kind\":\"thesis\"}],"
           "\"scenarios\":[{\"id\":\"s\",\"title\":\"S\",\"assume\":{\"k\":0.5}}],"
           "\"events\":[{\"id\":\"e\",\"title\":\"X\",\"when\":\"%s\"%s}]}",
      date, members);
  Picture picture = { .sample = sample_of (text) };
  const DemMark *mark;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr;

  if (*members != '\0')
    dem_focus_set_scenario (picture.sample.focus, 0);
  dem_focus_set_view (picture.sample.focus,
                      (DemPeriod){ dem_day_from_date (2013, 1, 1), dem_day_from_date (2022, 12, 31) });
  remake (&picture.sample, TOTAL, HEIGHT);
  mark = find_mark (&picture.sample, "e");
  g_assert_nonnull (mark);
  picture.bounds = mark->bounds;
  picture.middle = mark->bounds.origin.y + mark->bounds.size.height / 2;
  picture.bar = mark->bounds.origin.y + mark->bounds.size.height - DEM_MARK_BAR_HEIGHT / 2 + 0.5;
  picture.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) TOTAL, (int) HEIGHT);
  cr = cairo_create (picture.surface);
  dem_scene_draw (picture.sample.scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return picture;
}

static void
picture_clear (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
  sample_clear (&picture->sample);
}

static double
x_of (const Picture *picture, gint64 year, int month)
{
  return dem_axis_day_begin (&dem_timeline_scene_get_layout (scene_of (&picture->sample))->axis,
                             dem_day_from_date (year, month, 1));
}

/* How dark a point is, from 0 (as the background) to 1. Lines of the grid and the hatching of the future are at most 0.25. */
static double
ink_at (const Picture *picture, double x, double y)
{
  guint32 pixel = pixel_at (picture->surface, x, y);
  double light = ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / (3 * 255.0);

  return 1 - light;
}

static double
most_ink (const Picture *picture, double x0, double x1, double y)
{
  double most = 0;

  for (double x = x0; x < x1; x++)
    most = MAX (most, ink_at (picture, x, y));
  return most;
}

static double
least_ink (const Picture *picture, double x0, double x1, double y)
{
  double least = 1;

  for (double x = x0; x < x1; x++)
    least = MIN (least, ink_at (picture, x, y));
  return least;
}

/* ---- What is certain ---- */

static void
test_day (void)
{
  Picture picture = draw ("2018-06-12", "");
  double x = x_of (&picture, 2018, 6) + 11.5 * LANE / 3652;

  g_assert_cmpfloat (ink_at (&picture, x, picture.middle), >, 0.7);
  g_assert_cmpfloat (ink_at (&picture, x - 2.5, picture.middle), >, 0.6);
  g_assert_cmpfloat (most_ink (&picture, x - 12, x - 6, picture.middle), <, 0.15);
  g_assert_cmpfloat (ink_at (&picture, x, picture.middle - 7), <, 0.15);
  /* The label begins six pixels from the rim. */
  g_assert_cmpfloat (most_ink (&picture, x + 5.5, x + 9, picture.middle), <, 0.15);
  g_assert_cmpfloat (most_ink (&picture, x + 10, x + 22, picture.middle), >, 0.3);
  picture_clear (&picture);
}

static void
test_year (void)
{
  static const struct
  {
    const char *date;
    int first, last; /* months */
  } cases[] = { { "2018", 1, 13 }, { "2018-21", 3, 6 }, { "2018-22", 6, 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Picture picture = draw (cases[i].date, "");
      double x0 = x_of (&picture, 2018, cases[i].first);
      double x1 = x_of (&picture, 2018 + cases[i].last / 13, cases[i].last % 13 + cases[i].last / 13);

      g_assert_cmpfloat (least_ink (&picture, x0 + 1, x1 - 2, picture.bar), >, 0.4);
      g_assert_cmpfloat (most_ink (&picture, x0 - 6, x0 - 1, picture.bar), <, 0.15);
      g_assert_cmpfloat (most_ink (&picture, x1 + 2, x1 + 6, picture.bar), <, 0.15);
      picture_clear (&picture);
    }
}

static void
test_interval (void)
{
  Picture picture = draw ("2015-03/2017-09", "");
  double x0 = x_of (&picture, 2015, 3), x1 = x_of (&picture, 2017, 10);

  g_assert_cmpfloat (least_ink (&picture, x0 + 1, x1 - 2, picture.bar), >, 0.4);
  g_assert_cmpfloat (most_ink (&picture, x0 + 1, x1 - 2, picture.bar), <, 0.75);
  g_assert_cmpfloat (most_ink (&picture, x1 + 2, x1 + 6, picture.bar), <, 0.15);
  picture_clear (&picture);
}

/* ---- What is approximate and what is uncertain ---- */

static void
test_approximate (void)
{
  Picture both = draw ("2016~", ""), end = draw ("2014-10/2016~", ""), start = draw ("2014~/2016-10", "");
  double x0 = x_of (&both, 2015, 1), x1 = x_of (&both, 2018, 1);

  /* One unit wider on both sides, and nothing at the ends. */
  g_assert_cmpfloat (most_ink (&both, x0 - 4, x0 + 2, both.bar), <, 0.2);
  g_assert_cmpfloat (most_ink (&both, x1 - 2, x1 + 4, both.bar), <, 0.2);
  g_assert_cmpfloat (least_ink (&both, x0 + 20, x1 - 20, both.bar), >, 0.4);
  g_assert_cmpfloat (ink_at (&both, x0 + 8, both.bar), >, ink_at (&both, x0 + 3, both.bar));

  g_assert_cmpfloat (ink_at (&end, x_of (&end, 2014, 10) + 2, end.bar), >, 0.4);
  g_assert_cmpfloat (ink_at (&end, x_of (&end, 2018, 1) - 2, end.bar), <, 0.2);
  g_assert_cmpfloat (ink_at (&start, x_of (&start, 2013, 1) + 2, start.bar), <, 0.2);
  g_assert_cmpfloat (ink_at (&start, x_of (&start, 2016, 11) - 3, start.bar), >, 0.4);
  picture_clear (&both);
  picture_clear (&end);
  picture_clear (&start);
}

/* An outline: ink above and below, none between; the label says "?". */
static void
test_uncertain (void)
{
  Picture picture = draw ("2016?", ""), sure = draw ("2016", "");
  double x0 = x_of (&picture, 2016, 1), x1 = x_of (&picture, 2017, 1);

  g_assert_cmpfloat (most_ink (&picture, x0 + 20, x1 - 20, picture.bar), <, 0.3);
  g_assert_cmpfloat (least_ink (&picture, x0 + 3, x1 - 3, picture.bar - 2.5), >, 0.2);
  g_assert_cmpfloat (most_ink (&picture, x0, x0 + 2, picture.bar), >, 0.3);
  g_assert_cmpfloat (most_ink (&picture, x1 - 2, x1, picture.bar), >, 0.3);
  /* The sign needs room, where the same date without it has none. */
  g_assert_cmpfloat (most_ink (&picture, x0 + 11, x0 + 24, picture.middle - 3), >, 0.3);
  g_assert_cmpfloat (most_ink (&sure, x0 + 11, x0 + 24, sure.middle - 3), <, 0.15);
  picture_clear (&picture);
  picture_clear (&sure);
}

static void
test_uncertain_and_approximate (void)
{
  Picture picture = draw ("2016%", "");
  double x0 = x_of (&picture, 2015, 1), x1 = x_of (&picture, 2018, 1);

  g_assert_cmpfloat (most_ink (&picture, x0 + 30, x1 - 30, picture.bar), <, 0.3);
  g_assert_cmpfloat (least_ink (&picture, x0 + 30, x1 - 30, picture.bar - 2.5), >, 0.2);
  g_assert_cmpfloat (most_ink (&picture, x0 - 3, x0 + 1, picture.bar), <, 0.2);
  g_assert_cmpfloat (most_ink (&picture, x1 - 1, x1 + 3, picture.bar), <, 0.2);
  picture_clear (&picture);
}

/* ---- Some day in ---- */

static void
test_some_day_in (void)
{
  static const char *const dates[] = { "[2017-01..2017-12]", "2017-XX-XX", "2017-XX" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      Picture picture = draw (dates[i], "");
      double x0 = x_of (&picture, 2017, 1), x1 = x_of (&picture, 2018, 1);

      /* Brackets eight high, whose arms point inwards. */
      for (int dy = -3; dy <= 3; dy += 3)
        {
          g_assert_cmpfloat (most_ink (&picture, x0 - 1, x0 + 2, picture.bar + dy), >, 0.4);
          g_assert_cmpfloat (most_ink (&picture, x1 - 2, x1 + 1, picture.bar + dy), >, 0.4);
        }
      /* Dots between them. */
      g_assert_cmpfloat (most_ink (&picture, x0 + 6, x1 - 6, picture.bar), >, 0.3);
      g_assert_cmpfloat (least_ink (&picture, x0 + 6, x1 - 6, picture.bar), <, 0.2);
      g_assert_cmpfloat (most_ink (&picture, x0 - 6, x0 - 2, picture.bar), <, 0.15);
      picture_clear (&picture);
    }
}

/* On each of several dates: a dot on each, a line that joins them. */
static void
test_set (void)
{
  Picture picture = draw ("{2015-05,2016-05,2017-05}", "");

  for (int year = 2015; year <= 2017; year++)
    g_assert_cmpfloat (ink_at (&picture, x_of (&picture, year, 5) + 4, picture.bar - 1.5), >, 0.4);
  g_assert_cmpfloat (most_ink (&picture, x_of (&picture, 2015, 11), x_of (&picture, 2015, 12), picture.bar), >, 0.2);
  g_assert_cmpfloat (most_ink (&picture, x_of (&picture, 2015, 11), x_of (&picture, 2015, 12), picture.bar - 2.5), <, 0.15);
  picture_clear (&picture);
}

/* ---- Ends that are not told ---- */

static void
test_open_end (void)
{
  Picture picture = draw ("2018/..", "");
  double today = dem_timeline_scene_get_layout (scene_of (&picture.sample))->today_x;

  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2018, 1) + 2, picture.bar), >, 0.4);
  g_assert_cmpfloat (ink_at (&picture, today - 6, picture.bar), >, 0.4);
  g_assert_cmpfloat (least_ink (&picture, today + 4, today + 24, picture.bar), >, 0.1);
  g_assert_cmpfloat (most_ink (&picture, today + 4, today + 24, picture.bar), <, 0.5);
  g_assert_cmpfloat (most_ink (&picture, today + 28, today + 37, picture.bar - 3), >, 0.3);
  picture_clear (&picture);
}

static void
test_open_start (void)
{
  Picture picture = draw ("../2015", "");
  double left = dem_timeline_scene_get_layout (scene_of (&picture.sample))->left;

  g_assert_cmpfloat (ink_at (&picture, x_of (&picture, 2015, 1), picture.bar), >, 0.4);
  g_assert_cmpfloat (most_ink (&picture, left + 12, left + 34, picture.bar), <, 0.4);
  g_assert_cmpfloat (least_ink (&picture, left + 12, left + 34, picture.bar), >, 0.1);
  g_assert_cmpfloat (most_ink (&picture, left + 2, left + 9, picture.bar - 3), >, 0.3);
  picture_clear (&picture);
}

/* What has been going on is seen in the future too: faint, with an arrow. */
static void
test_open_end_beyond (void)
{
  Picture picture = draw ("2018/..", "");
  double left;

  dem_focus_set_view (picture.sample.focus,
                      (DemPeriod){ dem_day_from_date (2030, 1, 1), dem_day_from_date (2039, 12, 31) });
  remake (&picture.sample, TOTAL, HEIGHT);
  left = dem_timeline_scene_get_layout (scene_of (&picture.sample))->left;
  g_assert_nonnull (find_mark (&picture.sample, "e"));
  g_assert_cmpfloat (find_mark (&picture.sample, "e")->bounds.origin.x, <=, left + 2);
  assert_nothing_lost (&picture.sample);
  picture_clear (&picture);
}

static void
test_unknown_end (void)
{
  Picture end = draw ("2015/", ""), start = draw ("/2017", "");
  double x1 = x_of (&end, 2016, 1), x0 = x_of (&start, 2017, 1);

  /* A dotted tail of twelve pixels, without an arrow. */
  g_assert_cmpfloat (most_ink (&end, x1 + 2, x1 + 12, end.bar), >, 0.3);
  g_assert_cmpfloat (least_ink (&end, x1 + 2, x1 + 12, end.bar), <, 0.2);
  g_assert_cmpfloat (most_ink (&end, x1 + 13, x1 + 40, end.bar), <, 0.15);
  g_assert_cmpfloat (most_ink (&end, x1 + 2, x1 + 20, end.bar - 3), <, 0.15);
  g_assert_cmpfloat (most_ink (&start, x0 - 12, x0 - 2, start.bar), >, 0.3);
  g_assert_cmpfloat (least_ink (&start, x0 - 12, x0 - 2, start.bar), <, 0.2);
  g_assert_cmpfloat (most_ink (&start, x0 - 40, x0 - 13, start.bar), <, 0.15);
  picture_clear (&end);
  picture_clear (&start);
}

/* ---- The future and the conditional ---- */

static void
assert_hollow (const Picture *picture, double x)
{
  double rim = 0, gap = 1;

  for (guint i = 0; i < 32; i++)
    {
      double angle = i * 2 * G_PI / 32;
      double ink = ink_at (picture, x + 3.4 * cos (angle), picture->middle + 3.4 * sin (angle));

      rim = MAX (rim, ink);
      gap = MIN (gap, ink);
    }
  g_assert_cmpfloat (rim, >, 0.4);
  g_assert_cmpfloat (gap, <, 0.3);
  g_assert_cmpfloat (ink_at (picture, x, picture->middle), <, 0.3);
}

static void
test_future (void)
{
  Picture day = draw ("2022-01-20", ""), year = draw ("2022", "");

  assert_hollow (&day, x_of (&day, 2022, 1) + 19.5 * LANE / 3652);
  g_assert_cmpfloat (most_ink (&year, x_of (&year, 2022, 3), x_of (&year, 2022, 10), year.bar), <, 0.3);
  g_assert_cmpfloat (most_ink (&year, x_of (&year, 2022, 3), x_of (&year, 2022, 10), year.bar - 2.5), >, 0.2);
  picture_clear (&day);
  picture_clear (&year);
}

/* The same in the scenario's colour: as purple on the screen as on the palette. */
static void
test_conditional (void)
{
  const GdkRGBA *color = &dem_palette_get (FALSE, FALSE)->scenario;
  Picture picture = draw ("2018-06-12", ",\"scenarios\":[\"s\"]");
  double x = x_of (&picture, 2018, 6) + 11.5 * LANE / 3652, nearest = 3;

  assert_hollow (&picture, x);
  for (double y = picture.middle - 5; y <= picture.middle + 5; y++)
    for (double at = x - 5; at <= x + 5; at++)
      {
        guint32 pixel = pixel_at (picture.surface, at, y);

        nearest = MIN (nearest, fabs ((pixel >> 16 & 0xff) / 255.0 - color->red)
                                    + fabs ((pixel >> 8 & 0xff) / 255.0 - color->green)
                                    + fabs ((pixel & 0xff) / 255.0 - color->blue));
      }
  g_assert_cmpfloat (nearest, <, 0.25);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/timeline/dates/day", test_day);
  g_test_add_func ("/timeline/dates/year", test_year);
  g_test_add_func ("/timeline/dates/interval", test_interval);
  g_test_add_func ("/timeline/dates/approximate", test_approximate);
  g_test_add_func ("/timeline/dates/uncertain", test_uncertain);
  g_test_add_func ("/timeline/dates/uncertain-and-approximate", test_uncertain_and_approximate);
  g_test_add_func ("/timeline/dates/some-day-in", test_some_day_in);
  g_test_add_func ("/timeline/dates/set", test_set);
  g_test_add_func ("/timeline/dates/open-end", test_open_end);
  g_test_add_func ("/timeline/dates/open-start", test_open_start);
  g_test_add_func ("/timeline/dates/open-end-beyond", test_open_end_beyond);
  g_test_add_func ("/timeline/dates/unknown-end", test_unknown_end);
  g_test_add_func ("/timeline/dates/future", test_future);
  g_test_add_func ("/timeline/dates/conditional", test_conditional);
  return g_test_run ();
}
