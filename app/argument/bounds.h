/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DemBounds:
 * @low: 0 … 1, or NAN, as is @high, when there is no number
 * @high: not below @low
 *
 * Between what a strength lies.
 */
typedef struct
{
  double low;
  double high;
} DemBounds;

#define DEM_BOUNDS_NONE ((DemBounds){ NAN, NAN })

/* The one strength that stands for both: the middle. */
static inline double
dem_bounds_get_middle (DemBounds bounds)
{
  return bounds.low + (bounds.high - bounds.low) / 2;
}

/* Orders changes of strength by size, the greater first; what is no number comes last. */
static inline int
dem_change_compare (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return (fabs (a) < fabs (b)) - (fabs (a) > fabs (b));
}

G_END_DECLS
