/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/viewpoints.h"

#include <glib/gi18n-lib.h>

/* How many claims each actor asserts. (transfer full) */
static guint *
count_all (DemDossier *dossier, guint32 scenario)
{
  guint *counts = g_new0 (guint, dem_dossier_count (dossier, DEM_KIND_ACTOR) + 1);

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    {
      guint32 by = dem_dossier_claim (dossier, i)->by;

      if (by != DEM_NO_INDEX && dem_dossier_exists_in (dossier, DEM_REF (CLAIM, i), scenario))
        counts[by]++;
    }
  return counts;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const DemViewpoint *first = a, *second = b;

  if (first->n_claims != second->n_claims)
    return first->n_claims > second->n_claims ? -1 : 1;
  return first->actor < second->actor ? -1 : first->actor > second->actor;
}

GArray *
dem_viewpoints_list (DemDossier *dossier, guint32 scenario)
{
  GArray *list;
  g_autofree guint *counts = NULL;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  list = g_array_new (FALSE, FALSE, sizeof (DemViewpoint));
  counts = count_all (dossier, scenario);
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    if (counts[i] > 0)
      {
        DemViewpoint viewpoint = { i, counts[i] };
        g_array_append_val (list, viewpoint);
      }
  g_array_sort (list, compare);
  return list;
}

guint
dem_viewpoints_count (DemDossier *dossier, guint32 scenario, guint32 actor)
{
  g_autofree guint *counts = NULL;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), 0);
  g_return_val_if_fail (actor < dem_dossier_count (dossier, DEM_KIND_ACTOR), 0);

  counts = count_all (dossier, scenario);
  return counts[actor];
}

char *
dem_viewpoints_dup_title (DemDossier *dossier, guint32 scenario, guint32 actor)
{
  guint n = dem_viewpoints_count (dossier, scenario, actor);
  g_autofree char *name = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, actor));

  /* Translators: somebody's name, and how many claims they make. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "What %s holds: %u claim", "What %s holds: %u claims", n), name, n);
}
