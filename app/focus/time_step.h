/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/day.h"

G_BEGIN_DECLS

/* Steps by which the ends of a period are moved with the keyboard. */

typedef enum
{
  DEM_TIME_STEP_DAY,
  DEM_TIME_STEP_MONTH,
  DEM_TIME_STEP_YEAR,
  DEM_TIME_STEP_DECADE,
  DEM_TIME_STEP_CENTURY,
  DEM_TIME_STEP_MILLENNIUM,
} DemTimeStep;

/* The finest step that can be seen where a day is so many pixels wide. */
DemTimeStep dem_time_step_for (double pixels_per_day);

/**
 * dem_time_step_move:
 * @day: a finite day
 * @by: so many steps, negative to earlier days
 *
 * The day on which a step begins, so many steps from another day; the first step leads to the nearest such day.
 */
DemDay dem_time_step_move (DemTimeStep step, DemDay day, int by);

G_END_DECLS
