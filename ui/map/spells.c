/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/spells.h"

#include "ui/common/paint.h"

/* The period's ends, finite. */
static DemPeriod
get_window (const DemMapTime *time)
{
  DemPeriod span = dem_dossier_get_span (time->dossier);
  DemPeriod period = time->period;
  if (!dem_day_is_finite (period.first))
    period.first = span.first;
  if (!dem_day_is_finite (period.last))
    period.last = span.last;
  return period;
}

static float
get_share (DemPeriod window, DemDay day, float otherwise)
{
  if (!dem_day_is_finite (day))
    return otherwise;
  double share = (double) (day - window.first) / (double) MAX (window.last - window.first, 1);
  return (float) CLAMP (share, 0.0, 1.0);
}

static int
compare_spells (gconstpointer a, gconstpointer b)
{
  float x = ((const DemMapSpell *) a)->from, y = ((const DemMapSpell *) b)->from;
  return x < y ? -1 : x > y;
}

GArray *
dem_map_spells_new (const DemMapTime *time, guint32 pair)
{
  DemDossier *dossier = time->dossier;
  DemPeriod window = get_window (time);
  float now = get_share (window, time->moment, 1.0f);
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (DemMapSpell));
  guint n;
  const DemRef *phases = dem_dossier_backlinks_of (dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemRelation *relation = dem_dossier_relation (dossier, phases[i].index);
      DemStance stance = dem_stance_classify (relation->stance);
      DemMapSpell spell = { get_share (window, relation->when.start_min, 0.0f),
                            MIN (get_share (window, relation->when.end_max, 1.0f), now), stance };
      if (stance != DEM_STANCE_NONE && relation->item.n_scenarios == 0 && spell.to > spell.from)
        g_array_append_val (spells, spell);
    }
  g_array_sort (spells, compare_spells);
  if (spells->len < 2)
    g_clear_pointer (&spells, g_array_unref);
  return spells;
}

void
dem_map_spells_draw (GArray *spells,
                     GtkSnapshot *snapshot,
                     const graphene_rect_t *strip,
                     const DemPalette *palette)
{
  dem_paint_rect (snapshot, strip->origin.x - 1, strip->origin.y - 1, strip->size.width + 2,
                  strip->size.height + 2, &palette->sea);
  for (guint i = 0; i < spells->len; i++)
    {
      const DemMapSpell *spell = &g_array_index (spells, DemMapSpell, i);
      dem_paint_rect (snapshot, strip->origin.x + spell->from * strip->size.width, strip->origin.y,
                      MAX ((spell->to - spell->from) * strip->size.width - 1.0, 1.0), strip->size.height,
                      dem_stance_get_color (spell->stance, palette));
    }
}
