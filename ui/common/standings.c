/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/standings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

DemStance
dem_standing_classify (DemDossier *dossier, guint32 relation)
{
  if (relation == DEM_NO_INDEX)
    return DEM_STANCE_NONE;
  const DemRelation *phase = dem_dossier_relation (dossier, relation);
  return phase->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL : dem_stance_classify (phase->stance);
}

static gboolean
is_there (DemDossier *dossier, guint32 actor, DemDay day, guint32 scenario)
{
  return dem_dossier_exists_in (dossier, DEM_REF (ACTOR, actor), scenario)
         && dem_edtf_alive_on (&dem_dossier_actor (dossier, actor)->when, day) != DEM_ANSWER_NO;
}

static guint32
get_other (DemDossier *dossier, guint32 pair, guint32 actor)
{
  const DemPair *item = dem_dossier_pair (dossier, pair);
  return item->a == actor ? item->b : item->a;
}

/* The phase that tells how the two stand, while both are there. */
static guint32
find_phase (DemDossier *dossier, guint32 pair, DemDay day, guint32 scenario)
{
  const DemPair *item = dem_dossier_pair (dossier, pair);
  if (!is_there (dossier, item->a, day, scenario) || !is_there (dossier, item->b, day, scenario))
    return DEM_NO_INDEX;
  return dem_dossier_stance_at (dossier, pair, day, scenario);
}

/* ---- At a moment ---- */

/* Whoever only would stand in some way comes last. */
static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const DemStanding *x = a, *y = b;
  if (x->stance != y->stance)
    return x->stance < y->stance ? -1 : 1;
  return x->pair < y->pair ? -1 : x->pair > y->pair;
}

GArray *
dem_standings_at (DemDossier *dossier, guint32 actor, DemDay moment, guint32 scenario)
{
  GArray *standings = g_array_new (FALSE, FALSE, sizeof (DemStanding));
  guint n;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), standings);
  g_return_val_if_fail (actor < dem_dossier_count (dossier, DEM_KIND_ACTOR), standings);

  const DemRef *pairs = dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, actor), DEM_KIND_PAIR, &n);
  for (guint i = 0; i < n; i++)
    {
      DemStanding standing = { .other = get_other (dossier, pairs[i].index, actor),
                               .pair = pairs[i].index,
                               .relation = find_phase (dossier, pairs[i].index, moment, scenario) };
      if (standing.relation == DEM_NO_INDEX)
        continue;
      standing.stance = dem_standing_classify (dossier, standing.relation);
      g_array_append_val (standings, standing);
    }
  g_array_sort (standings, compare_standings);
  return standings;
}

/* ---- In a period ---- */

static void
add_day (GArray *days, DemDay day, DemPeriod period)
{
  if (dem_day_is_finite (day) && day > period.first && day <= period.last)
    g_array_append_val (days, day);
}

static void
add_ends (GArray *days, const DemEdtf *when, DemPeriod period)
{
  add_day (days, when->start_min, period);
  if (dem_day_is_finite (when->end_max))
    add_day (days, when->end_max + 1, period);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  DemDay x = *(const DemDay *) a, y = *(const DemDay *) b;
  return x < y ? -1 : x > y;
}

/* The days on which the answer may change: nothing else can come of the rule. */
static GArray *
list_days (DemDossier *dossier, guint32 pair, DemPeriod period)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (DemDay));
  const DemPair *item = dem_dossier_pair (dossier, pair);
  guint n;
  const DemRef *phases = dem_dossier_backlinks_of (dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);

  for (guint i = 0; i < n; i++)
    add_ends (days, &dem_dossier_relation (dossier, phases[i].index)->when, period);
  add_ends (days, &dem_dossier_actor (dossier, item->a)->when, period);
  add_ends (days, &dem_dossier_actor (dossier, item->b)->when, period);
  g_array_sort (days, compare_days);
  return days;
}

static void
add_changes (GArray *changes, DemDossier *dossier, guint32 actor, guint32 pair, DemPeriod period, guint32 scenario)
{
  g_autoptr (GArray) days = list_days (dossier, pair, period);
  DemStandingChange change = { .other = get_other (dossier, pair, actor),
                               .pair = pair,
                               .before = find_phase (dossier, pair, period.first, scenario) };

  for (guint i = 0; i < days->len; i++)
    {
      change.day = g_array_index (days, DemDay, i);
      change.after = find_phase (dossier, pair, change.day, scenario);
      if (dem_standing_classify (dossier, change.before) != dem_standing_classify (dossier, change.after))
        g_array_append_val (changes, change);
      change.before = change.after;
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const DemStandingChange *x = a, *y = b;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->pair < y->pair ? -1 : x->pair > y->pair;
}

GArray *
dem_standings_list_changes (
    DemDossier *dossier, guint32 actor, DemPeriod period, DemDay moment, guint32 scenario)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (DemStandingChange));
  guint n;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), changes);
  g_return_val_if_fail (actor < dem_dossier_count (dossier, DEM_KIND_ACTOR), changes);

  period.last = MIN (period.last, moment);
  const DemRef *pairs = dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, actor), DEM_KIND_PAIR, &n);
  for (guint i = 0; i < n; i++)
    add_changes (changes, dossier, actor, pairs[i].index, period, scenario);
  g_array_sort (changes, compare_changes);
  return changes;
}

/* ---- Words ---- */

/* One end of an interval as it was written; NULL for a single date, an open end or an unknown one. */
static char *
format_end (const DemEdtf *when, gboolean last)
{
  if (!dem_edtf_is_dated (when) || !(when->flags & DEM_EDTF_INTERVAL))
    return NULL;
  gsize length = strcspn (when->text, "/");
  g_autofree char *text
      = last ? g_strdup (when->text + length + 1) : g_strndup (when->text, length);
  DemEdtf end;
  if (text[0] == '\0' || text[0] == '.' || !dem_edtf_parse (text, &end, NULL))
    return NULL;
  return dem_edtf_format (&end);
}

char *
dem_standing_change_dup_date (DemDossier *dossier, const DemStandingChange *change)
{
  char *text = NULL;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  /* What is told after may have begun earlier, under a phase that ended now: then the end is the date. */
  if (change->after != DEM_NO_INDEX && dem_dossier_relation (dossier, change->after)->when.start_min == change->day)
    text = format_end (&dem_dossier_relation (dossier, change->after)->when, FALSE);
  else if (change->before != DEM_NO_INDEX
           && dem_dossier_relation (dossier, change->before)->when.end_max == change->day - 1)
    text = format_end (&dem_dossier_relation (dossier, change->before)->when, TRUE);
  return text != NULL ? text : dem_day_format (change->day);
}

char *
dem_standings_dup_title (DemDossier *dossier, guint32 actor)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  g_autofree char *name = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, actor));
  /* Translators: how others stand to an actor: "China’s relations". */
  return g_strdup_printf (_("%s’s relations"), name);
}
