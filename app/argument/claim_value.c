/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/claim_value.h"

#include <math.h>

static gboolean
has_unconditional_support (DemDossier *dossier, guint32 claim)
{
  guint n = 0;
  const DemRef *links = dem_dossier_backlinks_of (dossier, DEM_REF (CLAIM, claim), DEM_KIND_INFERENCE, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (dossier, links[i].index);

      if (inference->kind == DEM_INFERENCE_SUPPORTS && inference->item.n_scenarios == 0
          && dem_ref_equal (inference->to, DEM_REF (CLAIM, claim)))
        return TRUE;
    }
  return FALSE;
}

double
dem_claim_value_get_start (DemDossier *dossier, guint32 claim)
{
  double written;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NAN);
  g_return_val_if_fail (claim < dem_dossier_count (dossier, DEM_KIND_CLAIM), NAN);

  written = dem_dossier_claim (dossier, claim)->credence;
  if (!isnan (written))
    return written;
  return has_unconditional_support (dossier, claim) ? DEM_VALUE_WITH_REASONS : DEM_VALUE_WITHOUT_REASONS;
}

gboolean
dem_claim_value_is_written (DemDossier *dossier, guint32 claim)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), FALSE);
  g_return_val_if_fail (claim < dem_dossier_count (dossier, DEM_KIND_CLAIM), FALSE);

  return !isnan (dem_dossier_claim (dossier, claim)->credence);
}

gboolean
dem_claim_value_get_assumed (DemDossier *dossier, guint32 scenario, guint32 claim, double *strength)
{
  const DemScenario *what_if;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), FALSE);

  if (scenario == DEM_NO_INDEX)
    return FALSE;
  what_if = dem_dossier_scenario (dossier, scenario);
  for (guint i = 0; i < what_if->n_assume; i++)
    if (what_if->assume[i].claim == claim)
      {
        *strength = what_if->assume[i].strength;
        return TRUE;
      }
  return FALSE;
}
