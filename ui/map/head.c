/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/head.h"

#include "ui/common/head.h"

DemMapHead
dem_map_head_of (DemDossier *dossier, DemRelevance *relevance, DemDay moment, guint32 actor)
{
  const DemActor *item = dem_dossier_actor (dossier, actor);
  DemRef ref = DEM_REF (ACTOR, actor);
  g_autofree char *name = dem_dossier_dup_name (dossier, ref);
  g_autofree char *initials = dem_head_dup_initials (name);
  DemMapHead head
      = { .actor = actor,
          .kind = item->kind,
          .selected = dem_relevance_is_selected (relevance, ref),
          .dimmed = dem_relevance_has_selection (relevance) && !dem_relevance_contains (relevance, ref),
          .hypothetical = item->item.n_scenarios > 0,
          .present = dem_edtf_alive_on (&item->when, moment) != DEM_ANSWER_NO };

  dem_dossier_backlinks (dossier, ref, &head.degree);
  g_strlcpy (head.initials, initials, sizeof head.initials);
  return head;
}
