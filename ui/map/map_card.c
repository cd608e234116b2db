/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_card.h"

#include <glib/gi18n-lib.h>

#include "ui/common/hover_why.h"
#include "ui/map/map_words.h"

#define MOST_PHASES 8
#define MOST_OTHERS 6
#define MOST_ACTORS 16

/* ---- Pairs ---- */

static void
add_phase (DemHoverCard *card, DemDossier *dossier, guint32 phase, gboolean is_current)
{
  const DemRelation *relation = dem_dossier_relation (dossier, phase);
  DemRef ref = DEM_REF (RELATION, phase);
  g_autofree char *text = dem_dossier_dup_label (dossier, ref);
  g_autofree char *when = dem_hover_dup_date (dossier, ref);

  dem_hover_card_add_line (
      card, &(DemHoverLine){ .ref = ref,
                             .has_stance = TRUE,
                             .stance = relation->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL
                                                                      : dem_stance_classify (relation->stance),
                             .when = when,
                             .text = text,
                             .strong = is_current });
}

/* Of many phases those around the present one. */
static void
add_phases (DemHoverCard *card, const DemMapTime *time, guint32 pair)
{
  g_autoptr (GArray) phases = dem_map_words_get_phases (time, pair, DEM_PERIOD_ALL);
  guint32 now = dem_dossier_stance_at (time->dossier, pair, time->moment, time->scenario);
  guint current = 0;

  while (current < phases->len && g_array_index (phases, guint32, current) != now)
    current++;
  guint last = MIN (phases->len, MAX (current + 3, MOST_PHASES));
  guint first = last - MIN (last, MOST_PHASES);
  for (guint i = first; i < last; i++)
    add_phase (card, time->dossier, g_array_index (phases, guint32, i), i == current);
  dem_hover_card_add_more (card, phases->len - (last - first), DEM_REF (PAIR, pair));
}

static void
fill_pair (DemHoverCard *card, const DemMapTime *time, guint32 index)
{
  DemRef ref = DEM_REF (PAIR, index);
  g_autofree char *title = dem_dossier_dup_label (time->dossier, ref);

  dem_hover_card_set_title (card, title);
  dem_hover_card_add_meta (card, dem_dossier_pair (time->dossier, index)->item.label);
  add_phases (card, time, index);
  dem_hover_card_add_why (card, time->dossier, ref, time->scenario);
}

/* ---- Actors ---- */

/* A pair in which an actor stands at the moment, and how much of the dossier refers to it. */
typedef struct
{
  guint32 pair;
  guint32 phase;
  guint32 other;
  guint degree;
} Standing;

static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const Standing *x = a, *y = b;

  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->pair < y->pair ? -1 : 1;
}

static GArray *
get_standings (const DemMapTime *time, guint32 actor)
{
  GArray *standings = g_array_new (FALSE, FALSE, sizeof (Standing));
  guint n;
  const DemRef *pairs
      = dem_dossier_backlinks_of (time->dossier, DEM_REF (ACTOR, actor), DEM_KIND_PAIR, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemPair *pair = dem_dossier_pair (time->dossier, pairs[i].index);
      Standing standing
          = { .pair = pairs[i].index,
              .other = pair->a == actor ? pair->b : pair->a,
              .phase = dem_dossier_stance_at (time->dossier, pairs[i].index, time->moment, time->scenario) };
      if (standing.phase == DEM_NO_INDEX)
        continue;
      dem_dossier_backlinks (time->dossier, pairs[i], &standing.degree);
      g_array_append_val (standings, standing);
    }
  g_array_sort (standings, compare_standings);
  return standings;
}

static void
add_standing (DemHoverCard *card, DemDossier *dossier, const Standing *standing)
{
  const DemRelation *relation = dem_dossier_relation (dossier, standing->phase);
  g_autofree char *other = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, standing->other));
  g_autofree char *phase = dem_dossier_dup_label (dossier, DEM_REF (RELATION, standing->phase));
  /* Translators: another actor, and how an actor stands to it: "China: honeymoon". */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), other, phase);

  dem_hover_card_add_line (
      card, &(DemHoverLine){ .ref = DEM_REF (PAIR, standing->pair),
                             .has_stance = TRUE,
                             .stance = relation->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL
                                                                      : dem_stance_classify (relation->stance),
                             .text = text });
}

static void
fill_actor (DemHoverCard *card, const DemMapTime *time, guint32 index)
{
  DemRef ref = DEM_REF (ACTOR, index);
  g_autofree char *title = dem_dossier_dup_name (time->dossier, ref);
  g_autofree char *kind = dem_map_words_kind_and_date (time, index);
  g_autoptr (GArray) standings = get_standings (time, index);

  dem_hover_card_set_title (card, title);
  dem_hover_card_add_meta (card, kind);
  for (guint i = 0; i < MIN (standings->len, MOST_OTHERS); i++)
    add_standing (card, time->dossier, &g_array_index (standings, Standing, i));
  dem_hover_card_add_more (card, standings->len - MIN (standings->len, MOST_OTHERS), ref);
  dem_hover_card_add_why (card, time->dossier, ref, time->scenario);
}

void
dem_map_card_fill (DemHoverCard *card, const DemMapTime *time, DemRef ref)
{
  if (ref.kind == DEM_KIND_ACTOR)
    fill_actor (card, time, ref.index);
  else if (ref.kind == DEM_KIND_PAIR)
    fill_pair (card, time, ref.index);
  else if (!dem_ref_is_none (ref))
    {
      g_autofree char *title = dem_dossier_dup_name (time->dossier, ref);
      dem_hover_card_set_title (card, title);
      dem_hover_card_add_why (card, time->dossier, ref, time->scenario);
    }
}

void
dem_map_card_fill_list (DemHoverCard *card, const DemMapTime *time, const guint32 *actors, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);

  dem_hover_card_set_title (card, title);
  for (guint i = 0; i < MIN (n, MOST_ACTORS); i++)
    {
      DemRef ref = DEM_REF (ACTOR, actors[i]);
      g_autofree char *name = dem_dossier_dup_name (time->dossier, ref);
      g_autofree char *kind = dem_map_words_kind_and_date (time, actors[i]);
      /* Translators: an actor's name, and what kind it is of and when it existed. */
      g_autofree char *text = g_strdup_printf (_("%s, %s"), name, kind);

      dem_hover_card_add_line (card, &(DemHoverLine){ .ref = ref, .text = text });
    }
  dem_hover_card_add_more (card, n - MIN (n, MOST_ACTORS), DEM_REF_NONE);
}
