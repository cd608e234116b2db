/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/crux_groups.h"

DemCruxGroup
dem_crux_get_group (const DemCrux *crux)
{
  g_return_val_if_fail (crux != NULL, DEM_CRUX_HARDLY_MATTERS);

  if (crux->is_decisive)
    return DEM_CRUX_STANDS_UNLESS;
  if (isnan (crux->rejected) || crux->rejected <= -DEM_CRUX_LEAST)
    return DEM_CRUX_LEANS_ON;
  if (crux->rejected >= DEM_CRUX_LEAST)
    return DEM_CRUX_GAINS_IF_FALSE;
  if (crux->accepted >= DEM_CRUX_LEAST)
    return DEM_CRUX_GAINS_IF_TRUE;
  if (crux->accepted <= -DEM_CRUX_LEAST)
    return DEM_CRUX_LOSES_IF_TRUE;
  return DEM_CRUX_HARDLY_MATTERS;
}

double
dem_crux_get_change (const DemCrux *crux)
{
  DemCruxGroup group = dem_crux_get_group (crux);

  return group == DEM_CRUX_GAINS_IF_TRUE || group == DEM_CRUX_LOSES_IF_TRUE ? crux->accepted : crux->rejected;
}
