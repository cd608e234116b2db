/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>

static void
cut_part_of (DemReader *reader, DemItemIndex *index, guint i)
{
  DemActor *actor = (DemActor *) dem_dossier_item_at (reader->dossier, DEM_KIND_ACTOR, i);
  DemEntry entry = g_array_index (index->entries[DEM_KIND_ACTOR], DemEntry, i);

  dem_reader_begin (reader, DEM_KIND_ACTOR, entry);
  dem_reader_warn (reader, dem_json_tape_find (reader->tape, entry.token, "part_of"), "part-of-cycle",
                   _ ("“%s” would be a part of itself by way of others. This “part_of” is left out."),
                   actor->item.id);
  actor->part_of = DEM_NO_INDEX;
}

/* Follows each chain once; whoever meets his own chain again closes a circle. */
void
dem_resolve_part_of (DemReader *reader, DemItemIndex *index)
{
  DemDossier *dossier = reader->dossier;
  guint n = dossier->n_items[DEM_KIND_ACTOR];
  g_autofree guint32 *chain_of = g_new0 (guint32, n); /* 0: not seen yet */

  for (guint i = 0; i < n; i++)
    {
      guint32 last = DEM_NO_INDEX;
      guint32 at = i;

      while (at != DEM_NO_INDEX && chain_of[at] == 0)
        {
          chain_of[at] = i + 1;
          last = at;
          at = dem_dossier_actor (dossier, at)->part_of;
        }
      if (at != DEM_NO_INDEX && last != DEM_NO_INDEX && chain_of[at] == i + 1)
        cut_part_of (reader, index, last);
    }
  dem_reader_begin (reader, DEM_KIND_NONE, (DemEntry){ NULL, 0, 0 });
}
