/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/perspective_details.h"
#include "ui/details/viewpoint_button.h"
#include "ui/details/words.h"

static char *
dup_aliases (const DemActor *actor)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < actor->n_aliases; i++)
    {
      if (i > 0)
        g_string_append (text, _(", "));
      g_string_append (text, actor->aliases[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_members (const DemDetails *details, guint32 index)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (ACTOR, index), DEM_KIND_ACTOR, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    if (dem_dossier_actor (details->dossier, links[i].index)->part_of == index)
      dem_details_entries_add (entries, links[i]);
  dem_details_add_section (details, _("People and members"), NULL, entries);
}

static void
add_relations (const DemDetails *details, guint32 index)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (ACTOR, index), DEM_KIND_PAIR, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      dem_details_entries_add (entries, links[i]);
      g_array_index (entries, DemDetailsEntry, i).from = DEM_REF (ACTOR, index);
    }
  dem_details_add_section (details, dem_details_kind_plural (DEM_KIND_PAIR), NULL, entries);
}

static void
add_events (const DemDetails *details, guint32 index)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (ACTOR, index), DEM_KIND_EVENT, &n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    dem_details_entries_add (entries, links[i]);
  dem_details_add_events (details, NULL, entries);
}

/* The claims that the actor makes, then those about it. */
static void
add_claims (const DemDetails *details, guint32 index)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (ACTOR, index), DEM_KIND_CLAIM, &n);
  GArray *by = dem_details_entries_new (), *about = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      const DemClaim *claim = dem_dossier_claim (details->dossier, links[i].index);
      gboolean is_about = FALSE;

      for (guint j = 0; j < claim->n_about; j++)
        is_about |= dem_ref_equal (claim->about[j], DEM_REF (ACTOR, index));
      if (is_about)
        dem_details_entries_add (about, links[i]);
      if (claim->by == index)
        dem_details_entries_add (by, links[i]);
    }
  dem_details_add_section (details, _("Claims about it"), NULL, about);
  if (by->len > 0)
    dem_details_add_viewpoint_button (details, index);
  dem_details_add_section (details, _("Claims it makes"), NULL, by);
}

void
dem_details_build_actor (const DemDetails *details, guint32 index)
{
  const DemActor *actor = dem_dossier_actor (details->dossier, index);
  g_autofree char *title = dem_details_dup_title (details->dossier, DEM_REF (ACTOR, index));
  g_autofree char *date = dem_details_dup_date (details->dossier, DEM_REF (ACTOR, index));
  g_autofree char *subtitle = dem_details_join (dem_details_actor_word (actor->kind), date);
  g_autofree char *aliases = dup_aliases (actor);
  g_autofree char *wikidata = actor->wikidata != NULL
                                  ? g_strconcat ("https://www.wikidata.org/wiki/", actor->wikidata, NULL)
                                  : NULL;

  dem_details_add_head (details, title, subtitle);
  if (!g_str_equal (title, actor->name))
    dem_details_add_fact (details, _("In full"), actor->name);
  dem_details_add_fact (details, _("Also called"), aliases);
  dem_details_add_standing (details, &actor->item);
  dem_details_add_perspective_button (details, index);
  if (dem_focus_get_perspective (details->focus) == index)
    dem_details_add_perspective (details, index);
  dem_details_add_link (details, _("Part of"), DEM_REF (ACTOR, actor->part_of));
  if (dem_focus_get_perspective (details->focus) != index)
    add_relations (details, index);
  add_members (details, index);
  add_events (details, index);
  add_claims (details, index);
  dem_details_add_link (details, _("Place"), DEM_REF (PLACE, actor->place));
  dem_details_add_address (details, _("Its Own Page"), actor->url);
  dem_details_add_address (details, _("Wikidata"), wikidata);
}
