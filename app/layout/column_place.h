/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemColumnPlace: something in a column.
 * @distance: the least from the place before it, unused for the first
 * @wish: where it would like to be
 * @weight: how much, more than 0
 * @y: (out): where it is
 */
typedef struct
{
  double distance;
  double wish;
  double weight;
  double y;
} DemColumnPlace;

/**
 * dem_column_place:
 *
 * Gives everything in a column a place: in the order given, at the least distances, and so that the weighted
 * sum of squared departures from the wishes is the smallest there can be. In linear time, by pooling
 * neighbours that want to be too near to each other (isotonic regression; Ayer and others 1955).
 */
void dem_column_place (DemColumnPlace *places, guint n);

G_END_DECLS
