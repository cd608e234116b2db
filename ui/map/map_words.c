/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_words.h"

#include <glib/gi18n-lib.h>

#include "ui/common/stance.h"

static const char *
get_kind_word (DemActorKind kind)
{
  static const char *const words[] = { N_("state"), N_("person"), N_("organisation"), N_("group") };
  return _ (words[kind]);
}

/* In the middle of a sentence: "friendly since 2018". */
static const char *
get_stance_word (DemStance stance)
{
  static const char *const words[] = {
    [DEM_STANCE_HOSTILE] = N_("hostile"),
    [DEM_STANCE_STRAINED] = N_("strained"),
    [DEM_STANCE_TRANSACTIONAL] = N_("transactional"),
    [DEM_STANCE_FRIENDLY] = N_("friendly"),
    [DEM_STANCE_ALLIED] = N_("allied"),
    [DEM_STANCE_HYPOTHETICAL] = N_("only if the scenario holds"),
    [DEM_STANCE_NONE] = N_("nothing told of how close they are"),
  };
  return _ (words[stance]);
}

/* With whom, a list of names. */
static char *
format_standing (DemStance stance, const char *names)
{
  switch (stance)
    {
    case DEM_STANCE_HOSTILE:
      return g_strdup_printf (_("hostile to %s"), names);
    case DEM_STANCE_STRAINED:
      return g_strdup_printf (_("strained with %s"), names);
    case DEM_STANCE_TRANSACTIONAL:
      return g_strdup_printf (_("transactional with %s"), names);
    case DEM_STANCE_FRIENDLY:
      return g_strdup_printf (_("friendly with %s"), names);
    case DEM_STANCE_ALLIED:
      return g_strdup_printf (_("allied with %s"), names);
    case DEM_STANCE_HYPOTHETICAL:
      return g_strdup_printf (_("if the scenario holds, with %s"), names);
    case DEM_STANCE_NONE:
    default:
      return g_strdup_printf (_("in touch with %s"), names);
    }
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a list. */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

/* ---- Actors ---- */

/* How an actor stands to another of a pair at the moment; NONE when nothing is told, or the other is not
 * there. */
static DemStance
get_standing (const DemMapTime *time, guint32 pair, guint32 other)
{
  guint32 phase = dem_dossier_stance_at (time->dossier, pair, time->moment, time->scenario);

  if (phase == DEM_NO_INDEX || !dem_dossier_exists_in (time->dossier, DEM_REF (ACTOR, other), time->scenario)
      || dem_edtf_overlaps (&dem_dossier_actor (time->dossier, other)->when, time->period) == DEM_ANSWER_NO)
    return DEM_STANCE_NONE;
  const DemRelation *relation = dem_dossier_relation (time->dossier, phase);
  return relation->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL : dem_stance_classify (relation->stance);
}

/* The names of those to whom an actor stands in one way; NULL for nobody. */
static char *
list_others (const DemMapTime *time, guint32 actor, DemStance stance)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const DemRef *pairs = dem_dossier_backlinks_of (time->dossier, DEM_REF (ACTOR, actor), DEM_KIND_PAIR, &n);
  for (guint i = 0; i < n; i++)
    {
      const DemPair *pair = dem_dossier_pair (time->dossier, pairs[i].index);
      guint32 other = pair->a == actor ? pair->b : pair->a;
      if (get_standing (time, pairs[i].index, other) == stance)
        g_ptr_array_add (names, dem_dossier_dup_label (time->dossier, DEM_REF (ACTOR, other)));
    }
  return names->len > 0 ? join (names) : NULL;
}

static char *
describe_actor (const DemMapTime *time, guint32 actor)
{
  DemDossier *dossier = time->dossier;
  const DemActor *item = dem_dossier_actor (dossier, actor);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, dem_dossier_dup_label (dossier, DEM_REF (ACTOR, actor)));
  g_ptr_array_add (parts, g_strdup (get_kind_word (item->kind)));
  for (DemStance stance = DEM_STANCE_HOSTILE; stance <= DEM_STANCE_HYPOTHETICAL; stance++)
    {
      g_autofree char *others = list_others (time, actor, stance);
      if (others != NULL)
        g_ptr_array_add (parts, format_standing (stance, others));
    }
  return join (parts);
}

static char *
format_when (const char *text, const DemEdtf *when)
{
  if (text != NULL)
    return g_strdup (text);
  return dem_edtf_is_dated (when) ? dem_edtf_format (when) : NULL;
}

char *
dem_map_words_kind_and_date (const DemMapTime *time, guint32 actor)
{
  const DemActor *item = dem_dossier_actor (time->dossier, actor);
  g_autofree char *when = format_when (item->when_text, &item->when);

  if (when == NULL)
    return g_strdup (get_kind_word (item->kind));
  /* Translators: what kind an actor is of and when it existed. */
  return g_strdup_printf (_("%s, %s"), get_kind_word (item->kind), when);
}

/* ---- Pairs ---- */

static int
compare_start (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemRelation *x = dem_dossier_relation (data, *(const guint32 *) a);
  const DemRelation *y = dem_dossier_relation (data, *(const guint32 *) b);
  int order = dem_edtf_compare (&x->when, &y->when);
  return order != 0 ? order : *(const guint32 *) a < *(const guint32 *) b ? -1 : 1;
}

GArray *
dem_map_words_get_phases (const DemMapTime *time, guint32 pair, DemPeriod period)
{
  DemDossier *dossier = time->dossier;
  GArray *phases = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;
  const DemRef *all = dem_dossier_backlinks_of (dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);
  for (guint i = 0; i < n; i++)
    if (dem_dossier_exists_in (dossier, all[i], time->scenario)
        && dem_edtf_overlaps (&dem_dossier_relation (dossier, all[i].index)->when, period) != DEM_ANSWER_NO)
      g_array_append_val (phases, all[i].index);
  g_array_sort_with_data (phases, compare_start, dossier);
  return phases;
}

/* Only the beginning of an interval, in words; NULL when it has none. */
static char *
format_start (const DemEdtf *when)
{
  if (!dem_edtf_is_dated (when) || !(when->flags & DEM_EDTF_INTERVAL))
    return dem_edtf_is_dated (when) ? dem_edtf_format (when) : NULL;
  g_autofree char *text = g_strndup (when->text, strcspn (when->text, "/"));
  DemEdtf start;
  return dem_edtf_parse (text, &start, NULL) ? dem_edtf_format (&start) : NULL;
}

/* How they stood before the present phase, where that was another stance; NULL when nothing is told. */
static const char *
find_stance_before (const DemMapTime *time, guint32 pair, guint32 present)
{
  DemDossier *dossier = time->dossier;
  DemStance now = dem_stance_classify (dem_dossier_relation (dossier, present)->stance);
  g_autoptr (GArray) phases = dem_map_words_get_phases (time, pair, DEM_PERIOD_ALL);
  const char *before = NULL;
  for (guint i = 0; i < phases->len && g_array_index (phases, guint32, i) != present; i++)
    {
      const DemRelation *relation = dem_dossier_relation (dossier, g_array_index (phases, guint32, i));
      DemStance stance = dem_stance_classify (relation->stance);
      if (stance != DEM_STANCE_NONE && stance != now && relation->item.n_scenarios == 0)
        before = get_stance_word (stance);
    }
  return before;
}

/* Of a pair's phases in the period the one that began last among those that tell of closeness, or that don't.
 */
static guint32
find_last_phase (const DemMapTime *time, guint32 pair, gboolean silent)
{
  g_autoptr (GArray) phases = dem_map_words_get_phases (time, pair, time->period);
  for (guint i = phases->len; i > 0; i--)
    {
      guint32 phase = g_array_index (phases, guint32, i - 1);
      const DemRelation *relation = dem_dossier_relation (time->dossier, phase);
      gboolean begun
          = !dem_day_is_finite (relation->when.start_min) || relation->when.start_min <= time->moment;
      if (begun && (dem_stance_classify (relation->stance) == DEM_STANCE_NONE) == silent)
        return phase;
    }
  return DEM_NO_INDEX;
}

/* Two who don't stand in any way at the moment: how they did until one of them was no more, or what else they
 * are. */
static char *
describe_past_pair (const DemMapTime *time, guint32 pair, const char *name)
{
  guint32 last = find_last_phase (time, pair, FALSE);
  guint32 silent = find_last_phase (time, pair, TRUE);

  if (last != DEM_NO_INDEX && dem_day_is_finite (dem_dossier_relation (time->dossier, last)->when.end_max))
    {
      const DemRelation *relation = dem_dossier_relation (time->dossier, last);
      g_autofree char *until = dem_day_format (relation->when.end_max);
      /* Translators: two actors, how they stood, and until when. */
      return g_strdup_printf (_("%s, %s until %s"), name,
                              get_stance_word (dem_stance_classify (relation->stance)), until);
    }
  if (silent != DEM_NO_INDEX)
    {
      g_autofree char *label = dem_dossier_dup_label (time->dossier, DEM_REF (RELATION, silent));
      /* Translators: two actors, and what one is to the other: "leads". */
      return g_strdup_printf (_("%s, %s"), name, label);
    }
  return g_strdup_printf (_("%s, %s"), name, get_stance_word (DEM_STANCE_NONE));
}

static char *
describe_stance (const DemMapTime *time, guint32 pair, guint32 present, const char *name)
{
  const DemRelation *relation = dem_dossier_relation (time->dossier, present);
  const char *now = get_stance_word (dem_stance_classify (relation->stance));
  const char *before = find_stance_before (time, pair, present);
  g_autofree char *since = format_start (&relation->when);
  if (relation->item.n_scenarios > 0)
    /* Translators: two actors, and how they would stand to each other. */
    return g_strdup_printf (_("%s, %s if the scenario holds"), name, now);
  if (since != NULL && before != NULL)
    /* Translators: two actors, how they stand, since when, and how they stood before. */
    return g_strdup_printf (_("%s, %s since %s, before %s"), name, now, since, before);
  if (since != NULL)
    return g_strdup_printf (_("%s, %s since %s"), name, now, since);
  if (before != NULL)
    return g_strdup_printf (_("%s, %s, before %s"), name, now, before);
  return g_strdup_printf (_("%s, %s"), name, now);
}

/* The number of the first paragraph that a phase cites for itself, 0 for none. */
static guint
find_paragraph (DemDossier *dossier, guint32 phase)
{
  const DemItem *item = &dem_dossier_relation (dossier, phase)->item;

  for (guint i = 0; i < item->n_cites; i++)
    if (item->cites[i].paragraph != DEM_NO_INDEX && item->cites[i].purpose == NULL)
      return dem_dossier_paragraph (dossier, item->cites[i].paragraph)->number;
  return 0;
}

static char *
describe_pair (const DemMapTime *time, guint32 pair)
{
  g_autofree char *name = dem_dossier_dup_label (time->dossier, DEM_REF (PAIR, pair));
  guint32 present = dem_dossier_stance_at (time->dossier, pair, time->moment, time->scenario);
  g_autofree char *words = NULL;
  guint paragraph;

  if (present == DEM_NO_INDEX)
    return describe_past_pair (time, pair, name);
  words = describe_stance (time, pair, present, name);
  paragraph = find_paragraph (time->dossier, present);
  if (paragraph == 0)
    return g_steal_pointer (&words);
  /* Translators: how two actors stand, and the number of the paragraph that says so. */
  return g_strdup_printf (_("%s, paragraph %u"), words, paragraph);
}

char *
dem_map_words_describe (const DemMapTime *time, DemRef ref)
{
  if (ref.kind == DEM_KIND_ACTOR)
    return describe_actor (time, ref.index);
  if (ref.kind == DEM_KIND_PAIR)
    return describe_pair (time, ref.index);
  return dem_dossier_dup_name (time->dossier, ref);
}
