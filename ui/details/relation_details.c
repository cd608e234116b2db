/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/stance.h"
#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

static void
add_events (const DemDetails *details, const DemRelation *relation)
{
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < relation->n_events; i++)
    dem_details_entries_add (entries, DEM_REF (EVENT, relation->events[i]));
  dem_details_add_section (details, _("What began or changed it"), NULL, entries);
}

static void
add_actors (const DemDetails *details, const DemRelation *relation)
{
  GArray *entries = dem_details_entries_new ();

  dem_details_entries_add (entries, DEM_REF (ACTOR, relation->from));
  dem_details_entries_add (entries, DEM_REF (ACTOR, relation->to));
  dem_details_add_section (details, relation->directed ? _("From the first to the second") : _("Between"),
                           NULL, entries);
}

static void
add_stance (const DemDetails *details, const DemRelation *relation)
{
  g_autofree char *text = NULL;
  g_autofree char *strength
      = isnan (relation->strength) ? NULL : g_strdup_printf ("%.2f", relation->strength);

  if (isnan (relation->stance))
    return;
  /* Translators: the word for a stance and its number from −1 to 1: "Strained, −0.40". */
  text = g_strdup_printf (_("%s, %+.2f"), dem_stance_get_word (dem_stance_classify (relation->stance)),
                          relation->stance);
  dem_details_add_fact (details, _("Stance"), text);
  dem_details_add_fact (details, _("Strength"), strength);
}

void
dem_details_build_relation (const DemDetails *details, guint32 index)
{
  static const DemKind kinds[] = { DEM_KIND_CLAIM, DEM_KIND_NONE };
  const DemRelation *relation = dem_dossier_relation (details->dossier, index);
  g_autofree char *name = dem_dossier_dup_label (details->dossier, DEM_REF (RELATION, index));
  g_autofree char *date = dem_details_dup_date (details->dossier, DEM_REF (RELATION, index));
  g_autofree char *subtitle
      = dem_details_join (dem_details_relation_word (relation->kind), date != NULL ? date : _("undated"));

  dem_details_add_head (details, name, subtitle);
  dem_details_add_standing (details, &relation->item);
  add_stance (details, relation);
  dem_details_add_link (details, _("Phase of"), DEM_REF (PAIR, relation->pair));
  add_events (details, relation);
  dem_details_add_backlinks (details, DEM_REF (RELATION, index), kinds);
  add_actors (details, relation);
}
