/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/day.h"

G_BEGIN_DECLS

/* Sorting a million days by their bytes (LSD radix sort; Knuth, The Art of Computer Programming 3, 5.2.5), which takes a
 * fraction of what comparing them does: days of one millennium differ in no more than three of their eight bytes. */

/* Sorts days, the earliest first. */
void dem_days_sort (DemDay *days, guint n);

/* Sorts places by the days that are there; those of the same day stay as they are. Afterwards @days is garbage. */
void dem_days_sort_places (DemDay *days, guint32 *places, guint n);

G_END_DECLS
