/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

/**
 * DemAxis:
 * @first: the day at the left edge; a day covers one unit, so that noon of day 0 is 0.5
 * @last: the day at the right edge, exclusive and greater than @first
 * @left: of the picture, in pixels
 * @width: in pixels, greater than 0
 *
 * The straight line between days and pixels, left to right; who draws for a right-to-left language mirrors the pixels.
 */
typedef struct
{
  double first;
  double last;
  double left;
  double width;
} DemAxis;

/**
 * DemTick:
 * @x: of the line, in pixels
 * @line: whether there is a line; the label of what was going on at the left edge has none
 * @label: (nullable): %NULL where it would have met another
 * @label_x: left edge of the label
 * @label_width: as measured
 */
typedef struct
{
  double x;
  gboolean line;
  char *label;
  double label_x;
  double label_width;
} DemTick;

/* How wide a text is, in pixels. */
typedef double (*DemAxisMeasure) (const char *text, gpointer data);

/* The axis that shows a finite period in full. */
DemAxis dem_axis_new (DemPeriod period, double left, double width);

double dem_axis_pixels_per_day (const DemAxis *axis);

/* Where a moment is; far outside, and for the infinite days, some 1,000 pixels beyond the edge. */
double dem_axis_to_x (const DemAxis *axis, double day);

/* Where a day begins and where it has ended; the special days are before and after all. */
double dem_axis_day_begin (const DemAxis *axis, DemDay day);
double dem_axis_day_end (const DemAxis *axis, DemDay day);

double dem_axis_to_day (const DemAxis *axis, double x);

/**
 * dem_axis_ticks:
 * @measure: the width of a label
 *
 * Lines at round dates, from single days to hundreds of millions of years, the finest whose labels have room. Labels
 * never meet one another nor the right edge. Years before year 1 are counted as BCE, and there is no year 0.
 *
 * Returns: (transfer full) (element-type DemTick): from left to right
 */
GArray *dem_axis_ticks (const DemAxis *axis, DemAxisMeasure measure, gpointer data);

G_END_DECLS
