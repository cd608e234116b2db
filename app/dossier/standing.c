/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/dossier_private.h"

#include <math.h>

/* What holds when: existence in a scenario, the stance of a pair on a day, the period that is covered. */

static gboolean
listed_for (const DemItem *item, guint32 scenario)
{
  for (guint i = 0; i < item->n_scenarios; i++)
    if (item->scenarios[i] == scenario)
      return TRUE;
  return item->n_scenarios == 0;
}

static gboolean
actors_exist_in (DemDossier *self, guint32 a, guint32 b, guint32 scenario)
{
  return listed_for (&dem_dossier_actor (self, a)->item, scenario)
         && listed_for (&dem_dossier_actor (self, b)->item, scenario);
}

gboolean
dem_dossier_exists_in (DemDossier *self, DemRef ref, guint32 scenario)
{
  const DemItem *item;

  g_return_val_if_fail (DEM_IS_DOSSIER (self), FALSE);

  item = dem_dossier_get_item (self, ref);
  g_return_val_if_fail (item != NULL, FALSE);

  if (!listed_for (item, scenario))
    return FALSE;
  if (ref.kind == DEM_KIND_PAIR)
    return actors_exist_in (self, ((const DemPair *) item)->a, ((const DemPair *) item)->b, scenario);
  if (ref.kind == DEM_KIND_RELATION)
    return actors_exist_in (self, ((const DemRelation *) item)->from, ((const DemRelation *) item)->to,
                            scenario);
  return TRUE;
}

static gboolean
may_be_alive (const DemEdtf *when, DemDay day)
{
  DemAnswer answer = dem_edtf_alive_on (when, day);

  return answer == DEM_ANSWER_YES || answer == DEM_ANSWER_MAYBE;
}

guint32
dem_dossier_stance_at (DemDossier *self, guint32 pair, DemDay day, guint32 scenario)
{
  guint32 best = DEM_NO_INDEX;
  const DemRef *phases;
  guint n;

  g_return_val_if_fail (DEM_IS_DOSSIER (self), DEM_NO_INDEX);
  g_return_val_if_fail (pair < self->n_items[DEM_KIND_PAIR], DEM_NO_INDEX);

  day = MIN (day, self->today);
  phases = dem_dossier_backlinks_of (self, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);
  for (guint i = 0; i < n; i++)
    {
      const DemRelation *phase = dem_dossier_relation (self, phases[i].index);

      if (isnan (phase->stance) || !may_be_alive (&phase->when, day)
          || !dem_dossier_exists_in (self, phases[i], scenario))
        continue;
      if (best == DEM_NO_INDEX || phase->when.start_min >= dem_dossier_relation (self, best)->when.start_min)
        best = phases[i].index;
    }
  return best;
}

static void
widen (DemPeriod *span, const DemItem *item, const DemEdtf *when)
{
  const DemDay bounds[] = { when->start_min, when->start_max, when->end_min, when->end_max };

  if (item->n_scenarios > 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (dem_day_is_finite (bounds[i]))
      {
        span->first = MIN (span->first, bounds[i]);
        span->last = MAX (span->last, bounds[i]);
      }
}

void
dem_dossier_measure_span (DemDossier *self)
{
  self->span = (DemPeriod){ self->today, self->today };
  for (guint i = 0; i < self->n_items[DEM_KIND_RELATION]; i++)
    widen (&self->span, &dem_dossier_relation (self, i)->item, &dem_dossier_relation (self, i)->when);
  for (guint i = 0; i < self->n_items[DEM_KIND_EVENT]; i++)
    widen (&self->span, &dem_dossier_event (self, i)->item, &dem_dossier_event (self, i)->when);
}
