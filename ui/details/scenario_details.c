/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

static void
add_assumptions (const DemDetails *details, const DemScenario *scenario)
{
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < scenario->n_assume; i++)
    {
      dem_details_entries_add (entries, DEM_REF (CLAIM, scenario->assume[i].claim));
      g_array_index (entries, DemDetailsEntry, i).value = scenario->assume[i].strength;
    }
  dem_details_add_section (details, _("What it assumes"), NULL, entries);
}

static gboolean
exists_only_in (const DemItem *item, guint32 scenario)
{
  for (guint i = 0; i < item->n_scenarios; i++)
    if (item->scenarios[i] == scenario)
      return TRUE;
  return FALSE;
}

static void
add_members (const DemDetails *details, guint32 index, DemKind kind)
{
  guint n = 0;
  const DemRef *links = dem_dossier_backlinks_of (details->dossier, DEM_REF (SCENARIO, index), kind, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    if (exists_only_in (dem_dossier_get_item (details->dossier, links[i]), index))
      dem_details_entries_add (entries, links[i]);
  dem_details_add_section (details, dem_details_kind_plural (kind), _("only in such a scenario"), entries);
}

void
dem_details_build_scenario (const DemDetails *details, guint32 index)
{
  const DemScenario *scenario = dem_dossier_scenario (details->dossier, index);

  dem_details_add_head (details, scenario->title, _("Scenario"));
  dem_details_add_standing (details, &scenario->item);
  dem_details_add_scenario_button (details, index);
  add_assumptions (details, scenario);
  for (DemKind kind = DEM_KIND_ACTOR; kind <= DEM_KIND_INFERENCE; kind++)
    add_members (details, index, kind);
}
