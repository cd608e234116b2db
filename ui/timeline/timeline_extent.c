/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_extent.h"

/* Nothing yet: any date makes it something. */
static const DemPeriod nothing = { DEM_DAY_AFTER_ALL, DEM_DAY_BEFORE_ALL };

static void
add_date (DemDossier *dossier, DemRef ref, DemPeriod *extent)
{
  DemPeriod span = dem_dossier_get_span (dossier);
  DemPeriod own;

  if (!dem_edtf_extent (dem_dossier_when (dossier, ref), &own))
    return;
  if (!dem_day_is_finite (own.first))
    own.first = dem_day_is_finite (own.last) ? MIN (span.first, own.last) : span.first;
  if (!dem_day_is_finite (own.last))
    own.last = MAX (span.last, own.first);
  extent->first = MIN (extent->first, own.first);
  extent->last = MAX (extent->last, own.last);
}

static void
add_links (DemDossier *dossier, DemRef ref, DemKind kind, DemPeriod *extent)
{
  guint n;
  const DemRef *links = dem_dossier_backlinks_of (dossier, ref, kind, &n);

  for (guint i = 0; i < n; i++)
    add_date (dossier, links[i], extent);
}

static void
add_item (DemDossier *dossier, DemRef ref, DemPeriod *extent)
{
  if (ref.kind == DEM_KIND_EVENT || ref.kind == DEM_KIND_RELATION)
    add_date (dossier, ref, extent);
  if (ref.kind == DEM_KIND_PAIR || ref.kind == DEM_KIND_ACTOR)
    add_links (dossier, ref, DEM_KIND_RELATION, extent);
  if (ref.kind == DEM_KIND_ACTOR || ref.kind == DEM_KIND_PARAGRAPH || ref.kind == DEM_KIND_PLACE)
    add_links (dossier, ref, DEM_KIND_EVENT, extent);
}

gboolean
dem_timeline_extent (DemDossier *dossier, DemRef ref, DemPeriod *extent)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier) && extent != NULL, FALSE);

  *extent = nothing;
  add_item (dossier, ref, extent);
  if (ref.kind == DEM_KIND_CLAIM)
    {
      const DemClaim *claim = dem_dossier_claim (dossier, ref.index);

      for (guint i = 0; i < claim->n_about; i++)
        if (claim->about[i].kind != DEM_KIND_ACTOR)
          add_item (dossier, claim->about[i], extent);
    }
  return extent->first <= extent->last;
}
