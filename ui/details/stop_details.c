/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"

void
dem_details_build_stop (const DemDetails *details, guint32 index)
{
  const DemStop *stop = dem_dossier_stop (details->dossier, index);
  g_autofree char *name = dem_dossier_dup_name (details->dossier, DEM_REF (STOP, index));
  GArray *entries = dem_details_entries_new ();

  dem_details_add_head (details, name, stop->kicker);
  dem_details_add_text (details, stop->text);
  dem_details_add_standing (details, &stop->item);
  for (guint i = 0; i < stop->n_select; i++)
    dem_details_entries_add (entries, stop->select[i]);
  dem_details_add_section (details, _("Shows"), NULL, entries);
  dem_details_add_link (details, _("Scenario"), DEM_REF (SCENARIO, stop->scenario));
}
