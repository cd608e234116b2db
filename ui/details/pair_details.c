/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/common/stance.h"
#include "ui/details/details_head.h"
#include "ui/details/details_section.h"
#include "ui/details/words.h"

static int
compare_phases (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemDetailsEntry *first = a, *second = b;

  return dem_edtf_compare (dem_dossier_when (data, second->ref), dem_dossier_when (data, first->ref));
}

static void
add_phases (const DemDetails *details, guint32 pair)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);
  guint32 now = dem_dossier_stance_at (details->dossier, pair, details->moment, details->scenario);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u", "%u, latest first", n), n);
  GArray *entries = dem_details_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      dem_details_entries_add (entries, links[i]);
      g_array_index (entries, DemDetailsEntry, i).current = links[i].index == now;
    }
  g_array_sort_with_data (entries, compare_phases, details->dossier);
  dem_details_add_section (details, dem_details_kind_plural (DEM_KIND_RELATION), count, entries);
}

/* Claims about the pair or about one of its phases, each once. */
static void
add_claims (const DemDetails *details, guint32 pair)
{
  guint n_phases = 0, n = 0;
  const DemRef *phases
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n_phases);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *entries = dem_details_entries_new ();
  g_autofree char *count = NULL;

  for (guint i = 0; i <= n_phases; i++)
    {
      const DemRef *links = dem_dossier_backlinks_of (
          details->dossier, i == 0 ? DEM_REF (PAIR, pair) : phases[i - 1], DEM_KIND_CLAIM, &n);

      for (guint j = 0; j < n; j++)
        {
          if (!g_hash_table_add (seen, GUINT_TO_POINTER (links[j].index)))
            continue;
          dem_details_entries_add (entries, links[j]);
          g_array_index (entries, DemDetailsEntry, entries->len - 1).sign
              = dem_details_claim_sign (details->dossier, links[j].index, details->scenario);
        }
    }
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rests on it", "%u rest on it", entries->len),
                           entries->len);
  dem_details_add_section (details, dem_details_kind_plural (DEM_KIND_CLAIM), count, entries);
}

static gboolean
takes_part (const DemEvent *event, guint32 actor)
{
  for (guint i = 0; i < event->n_actors; i++)
    if (event->actors[i] == actor)
      return TRUE;
  return FALSE;
}

static void
add_events (const DemDetails *details, const DemPair *pair)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (details->dossier, DEM_REF (ACTOR, pair->a), DEM_KIND_EVENT, &n);
  GArray *entries = dem_details_entries_new ();
  g_autofree char *count = NULL;

  for (guint i = 0; i < n; i++)
    if (takes_part (dem_dossier_event (details->dossier, links[i].index), pair->b))
      dem_details_entries_add (entries, links[i]);
  count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u between the two", "%u between the two", entries->len), entries->len);
  dem_details_add_events (details, count, entries);
}

static char *
dup_subtitle (const DemDetails *details, guint32 index)
{
  const DemPair *pair = dem_dossier_pair (details->dossier, index);
  gboolean states = dem_dossier_actor (details->dossier, pair->a)->kind == DEM_ACTOR_STATE
                    && dem_dossier_actor (details->dossier, pair->b)->kind == DEM_ACTOR_STATE;
  guint32 now = dem_dossier_stance_at (details->dossier, index, details->moment, details->scenario);
  const char *stance
      = now != DEM_NO_INDEX ? dem_stance_get_word (dem_details_relation_stance (details, now)) : NULL;

  g_autofree char *kind = dem_details_join (states ? _("Relation between states") : _("Relation"), stance);

  return dem_details_join (kind, pair->item.label);
}

void
dem_details_build_pair (const DemDetails *details, guint32 index)
{
  const DemPair *pair = dem_dossier_pair (details->dossier, index);
  g_autofree char *name = dem_details_dup_title (details->dossier, DEM_REF (PAIR, index));
  g_autofree char *subtitle = dup_subtitle (details, index);
  GArray *actors = dem_details_entries_new ();

  dem_details_add_head (details, name, subtitle);
  dem_details_add_standing (details, &pair->item);
  add_phases (details, index);
  add_claims (details, index);
  add_events (details, pair);
  dem_details_entries_add (actors, DEM_REF (ACTOR, pair->a));
  dem_details_entries_add (actors, DEM_REF (ACTOR, pair->b));
  dem_details_add_section (details, _("Between"), NULL, actors);
}
