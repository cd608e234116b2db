/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours' measured promises: contrast by WCAG 2.1, difference by CIEDE2000 (Sharma, Wu, Dalal 2005), colour-blind
 * eyes by Machado, Oliveira, Fernandes 2009 at severity 1. */

#include <math.h>

#include "ui/common/palette.h"
#include "ui/common/stance.h"

typedef struct
{
  double v[3];
} Triple;

enum
{
  NORMAL,
  DEUTERANOPIA,
  PROTANOPIA,
  TRITANOPIA,
  N_EYES,
};

static const double eyes[N_EYES][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static const double to_xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                     { 0.2126729, 0.7151522, 0.0721750 },
                                     { 0.0193339, 0.1191920, 0.9503041 } };

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static Triple
get_linear (const GdkRGBA *color)
{
  return (Triple){ { to_linear (color->red), to_linear (color->green), to_linear (color->blue) } };
}

static Triple
multiply (const double matrix[3][3], Triple in)
{
  Triple out;

  for (int row = 0; row < 3; row++)
    out.v[row] = matrix[row][0] * in.v[0] + matrix[row][1] * in.v[1] + matrix[row][2] * in.v[2];
  return out;
}

static double
lab_curve (double value)
{
  return value > 216.0 / 24389 ? cbrt (value) : (24389.0 / 27 * value + 16) / 116;
}

static Triple
get_lab (const GdkRGBA *color, int eye)
{
  Triple seen = multiply (eyes[eye], get_linear (color));
  Triple xyz;
  double x, y, z;

  for (int i = 0; i < 3; i++)
    seen.v[i] = CLAMP (seen.v[i], 0, 1);
  xyz = multiply (to_xyz, seen);
  x = lab_curve (xyz.v[0] / 0.95047);
  y = lab_curve (xyz.v[1]);
  z = lab_curve (xyz.v[2] / 1.08883);
  return (Triple){ { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static double
get_hue (double b, double a)
{
  double degrees = atan2 (b, a) * 180 / G_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

#define COS_DEGREES(d) cos ((d) *G_PI / 180)

/* The weight of hue differences at a mean hue. */
static double
hue_weight (double hue)
{
  return 1 - 0.17 * COS_DEGREES (hue - 30) + 0.24 * COS_DEGREES (2 * hue) + 0.32 * COS_DEGREES (3 * hue + 6)
         - 0.20 * COS_DEGREES (4 * hue - 63);
}

static double
ciede2000 (Triple p, Triple q)
{
  double c_mean = (hypot (p.v[1], p.v[2]) + hypot (q.v[1], q.v[2])) / 2;
  double g = 0.5 * (1 - sqrt (pow (c_mean, 7) / (pow (c_mean, 7) + pow (25, 7))));
  double a1 = p.v[1] * (1 + g), a2 = q.v[1] * (1 + g);
  double c1 = hypot (a1, p.v[2]), c2 = hypot (a2, q.v[2]), c = (c1 + c2) / 2;
  double h1 = get_hue (p.v[2], a1), h2 = get_hue (q.v[2], a2), dh = h2 - h1, h = (h1 + h2) / 2;
  double l = (p.v[0] + q.v[0]) / 2, sl, sc, sh, rt, dl, dc, dhue;

  if (fabs (dh) > 180)
    {
      h += h < 180 ? 180 : -180;
      dh += dh < 0 ? 360 : -360;
    }
  sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  sc = 1 + 0.045 * c;
  sh = 1 + 0.015 * c * hue_weight (h);
  rt = -2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7))) * sin (60 * exp (-pow ((h - 275) / 25, 2)) * G_PI / 180);
  dl = (q.v[0] - p.v[0]) / sl;
  dc = (c2 - c1) / sc;
  dhue = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180) / sh;
  return sqrt (dl * dl + dc * dc + dhue * dhue + rt * dc * dhue);
}

static double
get_luminance (const GdkRGBA *color)
{
  return multiply (to_xyz, get_linear (color)).v[1];
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double la = get_luminance (a), lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* Two pairs of the table by which Sharma, Wu and Dalal let implementations check themselves. */
static void
test_formula (void)
{
  Triple a = { { 50, 2.6772, -79.7751 } }, b = { { 50, 0, -82.7485 } };
  Triple c = { { 2.0776, 0.0795, -1.1350 } }, d = { { 0.9033, -0.0636, -0.5514 } };

  g_assert_cmpfloat_with_epsilon (ciede2000 (a, b), 2.0425, 0.0001);
  g_assert_cmpfloat_with_epsilon (ciede2000 (c, d), 0.9082, 0.0001);
}

/* Dark, high contrast, then the smallest difference of any two stances for each eye. */
static const struct
{
  gboolean dark;
  gboolean high_contrast;
  double smallest[N_EYES];
} rows[] = {
  { FALSE, FALSE, { 21.8, 19.4, 19.0, 17.5 } },
  { TRUE, FALSE, { 22.2, 17.2, 18.8, 17.0 } },
  { FALSE, TRUE, { 14.4, 11.0, 12.2, 10.0 } },
  { TRUE, TRUE, { 19.6, 12.6, 12.8, 15.1 } },
};

static void
test_difference (void)
{
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    for (int eye = 0; eye < N_EYES; eye++)
      {
        const DemPalette *palette = dem_palette_get (rows[row].dark, rows[row].high_contrast);
        double smallest = INFINITY;

        for (int i = 0; i < 5; i++)
          for (int j = i + 1; j < 5; j++)
            smallest = MIN (smallest,
                            ciede2000 (get_lab (&palette->stance[i], eye), get_lab (&palette->stance[j], eye)));
        g_test_message ("palette %u, eye %d: %.1f", row, eye, smallest);
        g_assert_cmpfloat (smallest, >=, rows[row].smallest[eye] - 0.15);
      }
}

static void
test_contrast (void)
{
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      const DemPalette *palette = dem_palette_get (rows[row].dark, rows[row].high_contrast);
      const GdkRGBA *behind[] = { &palette->sea, &palette->view, &palette->side, &palette->land };

      for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
        {
          g_assert_cmpfloat (get_contrast (&palette->ink, behind[i]), >=, 12);
          g_assert_cmpfloat (get_contrast (&palette->dim, behind[i]), >=, 5);
        }
      for (int stance = 0; stance < 5; stance++)
        g_assert_cmpfloat (get_contrast (&palette->stance[stance], &palette->sea), >=,
                           rows[row].high_contrast ? 6.6 : 3);
      g_assert_cmpfloat (get_contrast (&palette->accent, &palette->view), >=, 4.5);
      g_assert_cmpfloat (get_contrast (&palette->scenario, &palette->scenario_bg), >=, 4.5);
      g_assert_cmpfloat (get_contrast (&palette->head, &palette->on_head), >=, 9);
    }
}

static void
test_classify (void)
{
  static const struct
  {
    double stance;
    DemStance expected;
  } classes[] = {
    { -1, DEM_STANCE_HOSTILE },        { -0.61, DEM_STANCE_HOSTILE },  { -0.6, DEM_STANCE_STRAINED },
    { -0.21, DEM_STANCE_STRAINED },    { -0.2, DEM_STANCE_TRANSACTIONAL }, { 0, DEM_STANCE_TRANSACTIONAL },
    { 0.2, DEM_STANCE_TRANSACTIONAL }, { 0.21, DEM_STANCE_FRIENDLY },  { 0.6, DEM_STANCE_FRIENDLY },
    { 0.61, DEM_STANCE_ALLIED },       { 1, DEM_STANCE_ALLIED },       { NAN, DEM_STANCE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_assert_cmpint (dem_stance_classify (classes[i].stance), ==, classes[i].expected);
}

/* How much ink a horizontal line in one colour leaves in the columns of a picture: a fingerprint of its style. */
static void
get_columns (DemStance stance, int columns[60])
{
  GdkRGBA white = { 1, 1, 1, 1 };
  DemPalette palette = *dem_palette_get (FALSE, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 60, 20);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *data;

  for (int i = 0; i < 5; i++)
    palette.stance[i] = palette.ink;
  cairo_move_to (cr, 0, 10);
  cairo_line_to (cr, 60, 10);
  dem_stance_stroke (cr, stance, &palette, &white, 1, 1);
  g_assert_false (cairo_has_current_point (cr));
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int x = 0; x < 60; x++)
    {
      columns[x] = 0;
      for (int y = 0; y < 20; y++)
        columns[x] += data[y * cairo_image_surface_get_stride (surface) + x];
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Without colour the styles still differ from each other. */
static void
test_styles_differ (void)
{
  int columns[DEM_STANCE_NONE + 1][60];

  for (int stance = 0; stance <= DEM_STANCE_NONE; stance++)
    get_columns (stance, columns[stance]);
  for (int i = 0; i <= DEM_STANCE_NONE; i++)
    for (int j = i + 1; j <= DEM_STANCE_NONE; j++)
      {
        int difference = 0;

        for (int x = 0; x < 60; x++)
          difference += abs (columns[i][x] - columns[j][x]);
        g_test_message ("%d and %d: %d", i, j, difference);
        g_assert_cmpint (difference, >, 1500);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/formula", test_formula);
  g_test_add_func ("/palette/difference", test_difference);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/stance/classify", test_classify);
  g_test_add_func ("/stance/styles-differ", test_styles_differ);
  return g_test_run ();
}
