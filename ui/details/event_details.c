/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

void
dem_details_build_event (const DemDetails *details, guint32 index)
{
  static const DemKind kinds[] = { DEM_KIND_RELATION, DEM_KIND_CLAIM, DEM_KIND_INFERENCE, DEM_KIND_NONE };
  const DemEvent *event = dem_dossier_event (details->dossier, index);
  g_autofree char *date = dem_details_dup_date (details->dossier, DEM_REF (EVENT, index));
  g_autofree char *subtitle = dem_details_join (_("Event"), date != NULL ? date : _("undated"));
  GArray *actors = dem_details_entries_new ();

  dem_details_add_head (details, event->title, subtitle);
  dem_details_add_standing (details, &event->item);
  for (guint i = 0; i < event->n_actors; i++)
    dem_details_entries_add (actors, DEM_REF (ACTOR, event->actors[i]));
  dem_details_add_section (details, dem_details_kind_plural (DEM_KIND_ACTOR), NULL, actors);
  dem_details_add_link (details, _("Place"), DEM_REF (PLACE, event->place));
  dem_details_add_backlinks (details, DEM_REF (EVENT, index), kinds);
}
