/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/dossier_private.h"

#include "app/base/problem.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (DemDossier, dem_dossier, G_TYPE_OBJECT)

static const struct
{
  const char *array_name;
  gsize size;
} kinds[DEM_N_KINDS] = {
  [DEM_KIND_NONE] = { "", 0 },
  [DEM_KIND_SOURCE] = { "sources", sizeof (DemSource) },
  [DEM_KIND_PARAGRAPH] = { "paragraphs", sizeof (DemParagraph) },
  [DEM_KIND_PLACE] = { "places", sizeof (DemPlace) },
  [DEM_KIND_ACTOR] = { "actors", sizeof (DemActor) },
  [DEM_KIND_PAIR] = { "pairs", sizeof (DemPair) },
  [DEM_KIND_RELATION] = { "relations", sizeof (DemRelation) },
  [DEM_KIND_EVENT] = { "events", sizeof (DemEvent) },
  [DEM_KIND_CLAIM] = { "claims", sizeof (DemClaim) },
  [DEM_KIND_INFERENCE] = { "inferences", sizeof (DemInference) },
  [DEM_KIND_SCENARIO] = { "scenarios", sizeof (DemScenario) },
  [DEM_KIND_STOP] = { "stops", sizeof (DemStop) },
};

static void
dem_dossier_finalize (GObject *object)
{
  DemDossier *self = DEM_DOSSIER (object);

  g_clear_object (&self->file);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->pairs);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->arenas);
  g_free (self->first_link);
  g_free (self->links);

  G_OBJECT_CLASS (dem_dossier_parent_class)->finalize (object);
}

static void
dem_dossier_class_init (DemDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_dossier_finalize;
}

static void
dem_dossier_init (DemDossier *self)
{
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
  self->arenas = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_arena_free);
}

DemDossier *
dem_dossier_new (GFile *file)
{
  DemDossier *self = g_object_new (DEM_TYPE_DOSSIER, NULL);

  g_set_object (&self->file, file);
  return self;
}

gsize
dem_kind_item_size (DemKind kind)
{
  return kinds[kind].size;
}

const char *
dem_kind_array_name (DemKind kind)
{
  return kinds[kind].array_name;
}

DemItem *
dem_dossier_item_at (DemDossier *self, DemKind kind, guint index)
{
  /* Each item begins with its DemItem, and the arrays are aligned for any type. */
  return (DemItem *) (gpointer) ((char *) self->items[kind] + index * kinds[kind].size);
}

/* --- the head --- */

const char *
dem_dossier_get_id (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->id;
}

const char *
dem_dossier_get_title (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->title;
}

const char *
dem_dossier_get_subtitle (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->subtitle;
}

const char *
dem_dossier_get_summary (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->summary;
}

const char *
dem_dossier_get_creator (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->creator;
}

const char *
dem_dossier_get_language (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->language;
}

const char *
dem_dossier_get_briefing_title (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->briefing_title;
}

const char *
dem_dossier_get_marking (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->marking;
}

double
dem_dossier_get_briefing_minutes (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), 0);
  return self->briefing_minutes;
}

DemDay
dem_dossier_get_today (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), 0);
  return self->today;
}

GFile *
dem_dossier_get_file (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->file;
}

GPtrArray *
dem_dossier_get_problems (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  return self->problems;
}

DemPeriod
dem_dossier_get_span (DemDossier *self)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), DEM_PERIOD_ALL);
  return self->span;
}

/* --- items --- */

guint
dem_dossier_count (DemDossier *self, DemKind kind)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), 0);
  g_return_val_if_fail (kind < DEM_N_KINDS, 0);
  return self->n_items[kind];
}

const DemItem *
dem_dossier_get_item (DemDossier *self, DemRef ref)
{
  g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (ref.kind < DEM_N_KINDS && ref.index < self->n_items[ref.kind], NULL);
  return dem_dossier_item_at (self, ref.kind, ref.index);
}

/* dem_dossier_source() and its like: the item of one kind at an index. */
#define DEFINE_ITEM_GETTER(name, Type, KIND)                                                                 \
  const Type *dem_dossier_##name (DemDossier *self, guint index)                                             \
  {                                                                                                          \
    g_return_val_if_fail (DEM_IS_DOSSIER (self), NULL);                                                      \
    g_return_val_if_fail (index < self->n_items[DEM_KIND_##KIND], NULL);                                     \
    return (const Type *) self->items[DEM_KIND_##KIND] + index;                                              \
  }

DEFINE_ITEM_GETTER (source, DemSource, SOURCE)
DEFINE_ITEM_GETTER (paragraph, DemParagraph, PARAGRAPH)
DEFINE_ITEM_GETTER (place, DemPlace, PLACE)
DEFINE_ITEM_GETTER (actor, DemActor, ACTOR)
DEFINE_ITEM_GETTER (pair, DemPair, PAIR)
DEFINE_ITEM_GETTER (relation, DemRelation, RELATION)
DEFINE_ITEM_GETTER (event, DemEvent, EVENT)
DEFINE_ITEM_GETTER (claim, DemClaim, CLAIM)
DEFINE_ITEM_GETTER (inference, DemInference, INFERENCE)
DEFINE_ITEM_GETTER (scenario, DemScenario, SCENARIO)
DEFINE_ITEM_GETTER (stop, DemStop, STOP)

const DemEdtf *
dem_dossier_when (DemDossier *self, DemRef ref)
{
  static const DemEdtf undated
      = { NULL, 0, 0, DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN };

  g_return_val_if_fail (DEM_IS_DOSSIER (self), &undated);

  switch (ref.kind)
    {
    case DEM_KIND_SOURCE:
      return &dem_dossier_source (self, ref.index)->issued;
    case DEM_KIND_ACTOR:
      return &dem_dossier_actor (self, ref.index)->when;
    case DEM_KIND_RELATION:
      return &dem_dossier_relation (self, ref.index)->when;
    case DEM_KIND_EVENT:
      return &dem_dossier_event (self, ref.index)->when;
    default:
      return &undated;
    }
}

/* --- finding --- */

gint64
dem_pair_key (guint32 a, guint32 b)
{
  return (gint64) ((guint64) MIN (a, b) << 32 | MAX (a, b));
}

guint32
dem_dossier_find_pair (DemDossier *self, guint32 a, guint32 b)
{
  gint64 key = dem_pair_key (a, b);
  gpointer found;

  g_return_val_if_fail (DEM_IS_DOSSIER (self), DEM_NO_INDEX);

  found = g_hash_table_lookup (self->pairs, &key);
  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : DEM_NO_INDEX;
}

static DemRef
find_pair_by_id (DemDossier *self, const char *id, const char *plus)
{
  g_autofree char *first = g_strndup (id, (gsize) (plus - id));
  DemRef a = dem_ref_unpack (g_hash_table_lookup (self->ids, first));
  DemRef b = dem_ref_unpack (g_hash_table_lookup (self->ids, plus + 1));
  guint32 pair;

  if (a.kind != DEM_KIND_ACTOR || b.kind != DEM_KIND_ACTOR)
    return DEM_REF_NONE;
  pair = dem_dossier_find_pair (self, a.index, b.index);
  return pair != DEM_NO_INDEX ? DEM_REF (PAIR, pair) : DEM_REF_NONE;
}

static DemRef
find_paragraph_by_id (DemDossier *self, const char *id, const char *slash)
{
  g_autofree char *source_id = g_strndup (id, (gsize) (slash - id));
  DemRef source = dem_ref_unpack (g_hash_table_lookup (self->ids, source_id));
  const DemSource *text;
  guint64 number;

  if (source.kind != DEM_KIND_SOURCE
      || !g_ascii_string_to_unsigned (slash + 1, 10, 1, G_MAXUINT32, &number, NULL))
    return DEM_REF_NONE;
  text = dem_dossier_source (self, source.index);
  return number <= text->n_paragraphs ? DEM_REF (PARAGRAPH, text->first_paragraph + (guint32) number - 1)
                                      : DEM_REF_NONE;
}

DemRef
dem_dossier_find (DemDossier *self, const char *id)
{
  DemRef found;
  const char *mark;

  g_return_val_if_fail (DEM_IS_DOSSIER (self), DEM_REF_NONE);
  g_return_val_if_fail (id != NULL, DEM_REF_NONE);

  found = dem_ref_unpack (g_hash_table_lookup (self->ids, id));
  if (dem_ref_is_none (found) && (mark = strchr (id, '+')) != NULL)
    found = find_pair_by_id (self, id, mark);
  if (dem_ref_is_none (found) && (mark = strrchr (id, '/')) != NULL)
    found = find_paragraph_by_id (self, id, mark);
  return found;
}
