/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/robustness.h"

#include "app/argument/draws.h"
#include "app/argument/probe.h"

gboolean
dem_robustness_measure (
    DemEvaluation *evaluation, guint32 claim, GCancellable *cancellable, DemBounds *band, GError **error)
{
  g_autoptr (DemProbe) probe = NULL;
  g_autoptr (DemDraws) draws = NULL;
  DemBand collected = { 0 };

  g_return_val_if_fail (evaluation != NULL && band != NULL, FALSE);
  g_return_val_if_fail (claim < dem_dossier_count (dem_evaluation_get_dossier (evaluation), DEM_KIND_CLAIM),
                        FALSE);

  if (isnan (dem_evaluation_get (evaluation, DEM_REF (CLAIM, claim)).strength))
    {
      *band = DEM_BOUNDS_NONE;
      return TRUE;
    }
  probe = dem_probe_new (evaluation, claim);
  draws = dem_draws_new (evaluation);
  for (guint i = 0; i < DEM_N_DRAWS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      dem_probe_vary (probe, dem_draws_make (draws, i));
      dem_band_add (&collected, dem_probe_get_now (probe));
    }
  *band = dem_band_get (&collected);
  return TRUE;
}
