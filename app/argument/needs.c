/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/needs.h"

/* Between n moments there are n − 1 comparisons. */
static guint
count_gaps (guint n_moments)
{
  return n_moments > 1 ? n_moments - 1 : 0;
}

static const DemEdtf *
get_date (DemDossier *dossier, const DemNeed *need)
{
  return dem_ref_is_none (need->item) ? &need->date : dem_dossier_when (dossier, need->item);
}

guint
dem_needs_count (const DemInference *inference)
{
  g_return_val_if_fail (inference != NULL, 0);

  return count_gaps (inference->n_before) + count_gaps (inference->n_during);
}

DemNeedStep
dem_needs_get (DemDossier *dossier, const DemInference *inference, guint index)
{
  DemNeedStep step = { .answer = DEM_ANSWER_UNKNOWN };
  const DemNeed *moments;
  guint n_before;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), step);
  g_return_val_if_fail (inference != NULL && index < dem_needs_count (inference), step);

  n_before = count_gaps (inference->n_before);
  step.during = index >= n_before;
  moments = step.during ? inference->during + (index - n_before) : inference->before + index;
  step.first = moments[0];
  step.second = moments[1];
  step.answer = (step.during ? dem_edtf_during : dem_edtf_before) (get_date (dossier, &step.first),
                                                                   get_date (dossier, &step.second));
  return step;
}

DemAnswer
dem_needs_ask (DemDossier *dossier, const DemInference *inference)
{
  DemAnswer worst = DEM_ANSWER_YES; /* DemAnswer is ordered from the surest no to yes */

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), DEM_ANSWER_UNKNOWN);
  g_return_val_if_fail (inference != NULL, DEM_ANSWER_UNKNOWN);

  for (guint i = 0; i < dem_needs_count (inference); i++)
    worst = MIN (worst, dem_needs_get (dossier, inference, i).answer);
  return worst;
}
