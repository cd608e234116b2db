/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_words.h"

#include <glib/gi18n-lib.h>

#include "ui/common/hover_why.h"
#include "ui/common/stance.h"

/* Adds a piece to a list of them; takes the piece. */
static void
add (char **list, char *piece)
{
  g_autofree char *added = piece;
  g_autofree char *before = *list;

  if (added == NULL || added[0] == '\0')
    {
      *list = g_steal_pointer (&before);
      return;
    }
  /* Translators: what is said of a mark, one thing after the other */
  *list = before == NULL ? g_steal_pointer (&added)
                         : g_strdup_printf (C_ ("list", "%1$s, %2$s"), before, added);
}

/* "paragraph 7", "paragraphs 6, 7"; NULL when none is cited. */
static char *
dup_paragraphs (DemDossier *dossier, const DemItem *item)
{
  g_autofree char *numbers = NULL;
  guint n = 0;

  for (guint i = 0; i < item->n_cites; i++)
    {
      gboolean is_known = item->cites[i].paragraph == DEM_NO_INDEX;

      for (guint j = 0; j < i && !is_known; j++)
        is_known = item->cites[j].paragraph == item->cites[i].paragraph;
      if (is_known)
        continue;
      add (&numbers,
           g_strdup_printf ("%u", dem_dossier_paragraph (dossier, item->cites[i].paragraph)->number));
      n++;
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("paragraph %s", "paragraphs %s", n), numbers);
}

static char *
dup_when (const char *text, const DemEdtf *when)
{
  if (text != NULL)
    return g_strdup (text);
  return dem_edtf_is_dated (when) ? dem_edtf_format (when) : g_strdup (_ ("undated"));
}

/* The source that the item itself rests on: that of the first citation that is not for the date alone. */
static guint32
get_main_source (const DemItem *item)
{
  for (guint i = 0; i < item->n_cites; i++)
    if (g_strcmp0 (item->cites[i].purpose, "when") != 0)
      return item->cites[i].source;
  return DEM_NO_INDEX;
}

DemDating
dem_timeline_get_dating (DemDossier *dossier, DemRef ref)
{
  const DemItem *item = dem_dossier_get_item (dossier, ref);

  if (!dem_edtf_is_dated (dem_dossier_when (dossier, ref)))
    return DEM_DATING_SOURCE;
  for (guint i = 0; i < item->n_cites; i++)
    {
      const DemCite *cite = &item->cites[i];

      if (g_strcmp0 (cite->purpose, "when") != 0)
        continue;
      if (cite->source != get_main_source (item))
        return DEM_DATING_ELSEWHERE;
      if (cite->note != NULL)
        return DEM_DATING_OURS;
    }
  return item->basis == DEM_BASIS_BACKGROUND ? DEM_DATING_ELSEWHERE
         : item->basis == DEM_BASIS_READING  ? DEM_DATING_OURS
                                             : DEM_DATING_SOURCE;
}

const char *
dem_timeline_get_dating_word (DemDating dating)
{
  switch (dating)
    {
    case DEM_DATING_ELSEWHERE:
      return _ ("dates added by the maker");
    case DEM_DATING_OURS:
      return _ ("our dating");
    case DEM_DATING_SOURCE:
    default:
      return NULL;
    }
}

char *
dem_timeline_dup_when (DemDossier *dossier, DemRef ref)
{
  const char *text = ref.kind == DEM_KIND_EVENT      ? dem_dossier_event (dossier, ref.index)->when_text
                     : ref.kind == DEM_KIND_RELATION ? dem_dossier_relation (dossier, ref.index)->when_text
                                                     : NULL;

  return dup_when (text, dem_dossier_when (dossier, ref));
}

/* For the ear: in the dossier's own words where it has some, unless the days are known, which it may have written with
 * a dash. */
static char *
dup_spoken_when (const char *text, const DemEdtf *when)
{
  gboolean exact = dem_edtf_is_dated (when) && when->precision == DEM_PRECISION_DAY
                   && (when->flags & ~(guint32) DEM_EDTF_INTERVAL) == 0;

  if (text != NULL && !exact)
    return g_strdup (text);
  return dem_edtf_is_dated (when) ? dem_edtf_speak (when) : g_strdup (_ ("undated"));
}

static char *
describe_event (DemDossier *dossier, guint32 index)
{
  const DemEvent *event = dem_dossier_event (dossier, index);
  char *list = dem_dossier_dup_name (dossier, DEM_REF (EVENT, index));

  add (&list, dup_spoken_when (event->when_text, &event->when));
  if (event->item.n_scenarios > 0)
    add (&list, g_strdup (_ ("only in a scenario")));
  add (&list, dup_paragraphs (dossier, &event->item));
  add (&list, g_strdup (dem_timeline_get_dating_word (dem_timeline_get_dating (dossier, DEM_REF (EVENT, index)))));
  return list;
}

static char *
describe_phase (DemDossier *dossier, guint32 index)
{
  const DemRelation *relation = dem_dossier_relation (dossier, index);
  char *list = dem_dossier_dup_label (dossier, DEM_REF (PAIR, relation->pair));

  add (&list, dem_dossier_dup_label (dossier, DEM_REF (RELATION, index)));
  add (&list, g_strdup (dem_stance_get_word (dem_stance_classify (relation->stance))));
  add (&list, dup_spoken_when (relation->when_text, &relation->when));
  if (relation->item.n_scenarios > 0)
    add (&list, g_strdup (_ ("only in a scenario")));
  add (&list, dup_paragraphs (dossier, &relation->item));
  add (&list, g_strdup (dem_timeline_get_dating_word (dem_timeline_get_dating (dossier, DEM_REF (RELATION, index)))));
  return list;
}

static char *
describe_pair (DemDossier *dossier, guint32 index)
{
  DemRef ref = DEM_REF (PAIR, index);
  char *list = dem_dossier_dup_label (dossier, DEM_REF (PAIR, index));
  guint n;

  dem_dossier_backlinks_of (dossier, ref, DEM_KIND_RELATION, &n);
  add (&list, g_strdup_printf (ngettext ("%u phase", "%u phases", n), n));
  return list;
}

/* What the sign of claims tells the eye. */
static char *
dup_used_by (DemDossier *dossier, DemRef ref, guint32 scenario)
{
  g_autoptr (GArray) claims = dem_hover_collect_claims (dossier, ref, scenario);

  if (claims->len == 0)
    return NULL;
  return g_strdup_printf (ngettext ("used by %u claim", "used by %u claims", claims->len), claims->len);
}

char *
dem_timeline_describe (DemDossier *dossier, DemRef ref, guint32 scenario)
{
  char *list;

  switch (ref.kind)
    {
    case DEM_KIND_EVENT:
      list = describe_event (dossier, ref.index);
      add (&list, dup_used_by (dossier, ref, scenario));
      return list;
    case DEM_KIND_RELATION:
      return describe_phase (dossier, ref.index);
    case DEM_KIND_PAIR:
      return describe_pair (dossier, ref.index);
    default:
      return dem_dossier_dup_name (dossier, ref);
    }
}

static char *
dup_change (DemDossier *dossier, DemRef ref)
{
  const DemRelation *phase;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (ref.kind == DEM_KIND_EVENT)
    return dem_dossier_dup_name (dossier, ref);
  if (ref.kind == DEM_KIND_PAIR)
    {
      name = dem_dossier_dup_label (dossier, ref);
      /* Translators: the argument is a pair of actors whose last known phase ended */
      return g_strdup_printf (_ ("%s: nothing told from here"), name);
    }
  phase = dem_dossier_relation (dossier, ref.index);
  name = dem_dossier_dup_label (dossier, DEM_REF (PAIR, phase->pair));
  label = dem_dossier_dup_label (dossier, ref);
  /* Translators: a pair of actors, how they stand from now on ("Friendly"), and the name of that phase */
  return g_strdup_printf (_ ("%1$s: %2$s, “%3$s”"), name,
                          dem_stance_get_word (dem_stance_classify (phase->stance)), label);
}

char *
dem_timeline_format_changes (DemDossier *dossier, GArray *changes, guint main)
{
  const DemChange *change = &g_array_index (changes, DemChange, main);
  g_autofree char *day = dem_day_format (change->day);
  g_autofree char *what = dup_change (dossier, change->ref);

  if (changes->len == 1)
    /* Translators: a day, and what changed on it */
    return g_strdup_printf (C_ ("change", "%1$s · %2$s"), day, what);
  return g_strdup_printf (ngettext ("%1$s · %2$s, and %3$u more", "%1$s · %2$s, and %3$u more", changes->len - 1),
                          day, what, changes->len - 1);
}

char *
dem_timeline_format_counts (const DemTimelineCounts *counts)
{
  char *list = g_strdup_printf (
      ngettext ("%'u event in the period", "%'u events in the period", counts->sure), counts->sure);

  if (counts->possible > 0)
    /* Translators: events that may fall in the period or not */
    add (&list,
         g_strdup_printf (ngettext ("%'u possibly", "%'u possibly", counts->possible), counts->possible));
  if (counts->undated > 0)
    /* Translators: events without a date */
    add (&list, g_strdup_printf (ngettext ("%'u undated", "%'u undated", counts->undated), counts->undated));
  return list;
}
