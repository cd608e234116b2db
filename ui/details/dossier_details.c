/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

static void
add_all (const DemDetails *details, DemKind kind)
{
  GArray *entries = dem_details_entries_new ();

  for (guint32 i = 0; i < dem_dossier_count (details->dossier, kind); i++)
    dem_details_entries_add (entries, (DemRef){ kind, i });
  if (kind == DEM_KIND_EVENT)
    dem_details_add_events (details, NULL, entries);
  else
    dem_details_add_section (details, dem_details_kind_plural (kind), NULL, entries);
}

static void
add_theses (const DemDetails *details)
{
  GArray *entries = dem_details_entries_new ();

  for (guint32 i = 0; i < dem_dossier_count (details->dossier, DEM_KIND_CLAIM); i++)
    if (dem_dossier_claim (details->dossier, i)->kind == DEM_CLAIM_THESIS)
      dem_details_entries_add (entries, DEM_REF (CLAIM, i));
  dem_details_add_section (details, _("Thesis"), NULL, entries);
}

/* "32 actors, 36 events and 60 claims" */
static char *
dup_counts (DemDossier *dossier)
{
  guint actors = dem_dossier_count (dossier, DEM_KIND_ACTOR);
  guint events = dem_dossier_count (dossier, DEM_KIND_EVENT);
  guint claims = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  g_autofree char *n_actors
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", actors), actors);
  g_autofree char *n_events
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", events), events);
  g_autofree char *n_claims
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", claims), claims);

  /* Translators: counts of actors, events and claims. */
  return g_strdup_printf (_("%s, %s, %s"), n_actors, n_events, n_claims);
}

void
dem_details_build_dossier (const DemDetails *details)
{
  DemDossier *dossier = details->dossier;
  g_autofree char *counts = dup_counts (dossier);
  g_autofree char *today = dem_day_format (dem_dossier_get_today (dossier));

  dem_details_add_head (details, dem_dossier_get_title (dossier), dem_dossier_get_subtitle (dossier));
  dem_details_add_text (details, dem_dossier_get_summary (dossier));
  dem_details_add_fact (details, _("Made by"), dem_dossier_get_creator (dossier));
  dem_details_add_fact (details, _("Seen from"), today);
  dem_details_add_fact (details, _("Holds"), counts);
  add_theses (details);
  add_all (details, DEM_KIND_SOURCE);
  add_all (details, DEM_KIND_SCENARIO);
  add_all (details, DEM_KIND_ACTOR);
  add_all (details, DEM_KIND_PAIR);
  add_all (details, DEM_KIND_EVENT);
}
