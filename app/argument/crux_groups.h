/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/cruxes.h"

G_BEGIN_DECLS

/* In what way a claim hangs on something, by what one may say of it. */
typedef enum
{
  DEM_CRUX_STANDS_UNLESS, /* it stands unless this is false */
  DEM_CRUX_LEANS_ON,      /* it loses if this is false, but may well stand */
  DEM_CRUX_GAINS_IF_FALSE,
  DEM_CRUX_GAINS_IF_TRUE, /* being false it changes little, but if it were true … */
  DEM_CRUX_LOSES_IF_TRUE,
  DEM_CRUX_HARDLY_MATTERS,
  DEM_N_CRUX_GROUPS,
} DemCruxGroup;

/* Changes smaller than this hardly matter. */
#define DEM_CRUX_LEAST 0.02

/* The group of a crux of a claim or a source. Unknown changes (NAN) lean: they make the number vanish. */
DemCruxGroup dem_crux_get_group (const DemCrux *crux);

/* The change that its group is about: if it is false, or if it is true. */
double dem_crux_get_change (const DemCrux *crux);

G_END_DECLS
