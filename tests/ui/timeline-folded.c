/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the timeline is low the bands fold into one row, of which every pair can be reached. */

#include "tests/support/timeline.h"
#include "ui/timeline/micro_row.h"

/* Between these there is a height at which the bands fold; where depends on the font. */
#define LOWEST 60
#define HIGHEST 300

static DemBands *
get_bands (const Sample *sample)
{
  return dem_timeline_scene_get_bands (scene_of (sample));
}

static const DemTimelineLayout *
get_layout (const Sample *sample)
{
  return dem_timeline_scene_get_layout (scene_of (sample));
}

/* As high as it can be with folded bands. */
static void
remake_low (Sample *sample, double width, double scale)
{
  for (double height = HIGHEST * scale; height >= LOWEST * scale; height -= 8)
    {
      remake (sample, width, height);
      if (get_layout (sample)->folded)
        return;
    }
  g_assert_not_reached ();
}

/* In the window there is room for bands; where it is low they fold, and rows of events stay. */
static void
test_heights (void)
{
  Sample sample = bundled ();
  guint folded = 0;

  g_assert_false (get_layout (&sample)->folded);
  for (double height = 60; height <= HEIGHT; height += 4)
    {
      const DemTimelineLayout *layout;

      remake (&sample, WIDTH, height);
      layout = get_layout (&sample);
      folded += layout->folded;
      g_assert_cmpuint (layout->folded ? layout->bands : 1, ==, 1);
      if (layout->folded)
        {
          g_assert_cmpuint (layout->rows, >=, 1);
          g_assert_cmpfloat (layout->lanes_bottom, <=, layout->bands_top);
          g_assert_cmpfloat (layout->bands_bottom, <=, layout->overview_top);
        }
      assert_nothing_lost (&sample);
    }
  g_assert_cmpuint (folded, >, 10);
  sample_clear (&sample);
}

/* Nothing in the row covers another, whatever its size; each is a mark, and is what one points at there. */
static void
check_row (const Sample *sample, double width)
{
  guint n, pairs = 0;
  const DemMark *marks = dem_scene_get_marks (sample->scene, &n);
  double end = 0;

  for (guint i = 0; i < n; i++)
    {
      const graphene_rect_t *bounds = &marks[i].bounds;
      graphene_point_t middle;

      g_assert_cmpint (marks[i].ref.kind, !=, DEM_KIND_RELATION);
      if (marks[i].ref.kind != DEM_KIND_PAIR)
        continue;
      g_assert_true (dem_ref_equal (marks[i].ref, dem_bands_get_pair (get_bands (sample), pairs)));
      g_assert_cmpfloat (bounds->origin.x, >=, end);
      g_assert_cmpfloat (bounds->size.width, >=, DEM_MICRO_WIDTH * get_layout (sample)->scale);
      g_assert_cmpfloat (bounds->origin.y, ==, (float) get_layout (sample)->bands_top);
      end = bounds->origin.x + bounds->size.width;
      graphene_rect_get_center (bounds, &middle);
      g_assert_true (dem_ref_equal (dem_scene_hit (sample->scene, middle.x, middle.y, 0), marks[i].ref));
      pairs++;
    }
  g_assert_cmpfloat (end, <=, width);
  g_assert_cmpuint (pairs, ==, dem_bands_count (get_bands (sample)));
}

static void
test_row (void)
{
  Sample sample = bundled ();
  guint all = dem_bands_count (get_bands (&sample)) + dem_bands_count_hidden (get_bands (&sample));

  for (double scale = 1; scale <= 2; scale += 0.5)
    for (double width = 160; width < 2400; width += 97)
      {
        pango_cairo_context_set_resolution (sample.pango, 96 * scale);
        pango_context_changed (sample.pango);
        remake_low (&sample, width, scale);
        check_row (&sample, width);
        g_assert_cmpuint (dem_bands_count (get_bands (&sample)) + dem_bands_count_hidden (get_bands (&sample)), ==, all);
      }
  g_assert_cmpuint (dem_bands_count (get_bands (&sample)), >, 3);
  cairo_surface_destroy (render (&sample));
  sample_clear (&sample);
}

/* Each has the colour of a stance under its name; the name is above it. */
static void
test_drawn (void)
{
  Sample sample = bundled ();
  cairo_surface_t *picture;
  guint n;
  const DemMark *marks;

  remake_low (&sample, WIDTH, 1);
  picture = render (&sample);
  marks = dem_scene_get_marks (sample.scene, &n);
  for (guint i = 0; i < n; i++)
    {
      double left = marks[i].bounds.origin.x + 4, bottom = marks[i].bounds.origin.y + marks[i].bounds.size.height;
      guint coloured = 0, inked = 0;

      if (marks[i].ref.kind != DEM_KIND_PAIR)
        continue;
      for (double x = left; x < left + DEM_MICRO_WIDTH; x++)
        {
          guint32 pixel = pixel_at (picture, x, bottom - 4);

          coloured += ABS ((int) (pixel >> 16) - (int) (pixel & 0xff)) > 12;
          for (double y = marks[i].bounds.origin.y; y < bottom - 9; y++)
            inked += pixel_at (picture, x, y) < 0x808080;
        }
      g_assert_cmpuint (coloured, >, 0);
      g_assert_cmpuint (inked, >, 10);
    }
  cairo_surface_destroy (picture);
  sample_clear (&sample);
}

/* What is selected comes first, and opens where it has room; few pairs need no fold. */
static void
test_selection (void)
{
  Sample sample = bundled ();
  Sample one = sample_of (HEAD "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"state\"},{\"id\":\"b\",\"name\":\"B\","
                               "\"kind\":\"state\"}],\"relations\":[{\"id\":\"r\",\"from\":\"a\",\"to\":\"b\",\"kind\":"
                               "\"trade\",\"label\":\"R\",\"stance\":0.4,\"when\":\"1990/2000\"}]}");
  DemRef pair = dem_dossier_find (sample.dossier, "china+north-korea");

  dem_focus_select (sample.focus, pair);
  for (double height = 130; height < 260; height += 10)
    {
      remake (&sample, WIDTH, height);
      if (get_layout (&sample)->folded)
        check_row (&sample, WIDTH);
      if (dem_bands_count (get_bands (&sample)) > 0)
        g_assert_true (dem_ref_equal (dem_bands_get_pair (get_bands (&sample), 0), pair));
    }
  remake (&one, WIDTH, HIGHEST);
  g_assert_false (get_layout (&one)->folded);
  g_assert_cmpuint (dem_bands_count (get_bands (&one)), ==, 1);
  sample_clear (&one);
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/folded/heights", test_heights);
  g_test_add_func ("/timeline/folded/row", test_row);
  g_test_add_func ("/timeline/folded/drawn", test_drawn);
  g_test_add_func ("/timeline/folded/selection", test_selection);
  return g_test_run ();
}
