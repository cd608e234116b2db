/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/search_index.h"

#include "app/base/fold.h"

#include <string.h>

/* How often a worker asks whether it is still wanted. */
#define ITEMS_BETWEEN_LOOKS 4096

/* What a word counts for by where it is found. */
enum
{
  INSIDE_TEXT = 1,
  WORD_IN_TEXT = 2,
  INSIDE_NAME = 4,
  WORD_IN_NAME = 8,
  START_OF_NAME = 12,
  WHOLE_NAME = 16,
};

/* Better than any kind of item is worth. */
#define PLACE_FACTOR DEM_N_KINDS

/* In each entry names stand one a line, then after END_OF_NAMES the texts. */
#define END_OF_NAMES '\t'

typedef struct
{
  gsize start; /* in the folded text */
  DemRef ref;
} Entry;

struct _DemSearchIndex
{
  gatomicrefcount n_refs;
  DemDossier *dossier;
  GString *folded; /* entry after entry, each with a NUL at its end */
  GArray *entries; /* of Entry, by kind in the order of the file */
};

/* --- the texts of an item --- */

/* Calls @add for each text of an item but its names. */
typedef void (*AddText) (const char *text, gpointer data);

static void
add_if_any (const char *text, AddText add, gpointer data)
{
  if (text != NULL && *text != '\0')
    add (text, data);
}

static void
visit_source (const DemSource *source, AddText add, gpointer data)
{
  add_if_any (source->author, add, data);
  add_if_any (source->container, add, data);
}

static void
visit_stop (const DemStop *stop, AddText add, gpointer data)
{
  add_if_any (stop->kicker, add, data);
  add_if_any (stop->headline, add, data);
  add_if_any (stop->text, add, data);
}

static void
visit_kind (DemDossier *dossier, DemRef ref, AddText add, gpointer data)
{
  switch ((DemKind) ref.kind)
    {
    case DEM_KIND_SOURCE:
      visit_source (dem_dossier_source (dossier, ref.index), add, data);
      break;
    case DEM_KIND_RELATION:
      add_if_any (dem_dossier_relation (dossier, ref.index)->kind, add, data);
      add_if_any (dem_dossier_relation (dossier, ref.index)->when_text, add, data);
      break;
    case DEM_KIND_EVENT:
      add_if_any (dem_dossier_event (dossier, ref.index)->kind, add, data);
      add_if_any (dem_dossier_event (dossier, ref.index)->when_text, add, data);
      break;
    case DEM_KIND_INFERENCE:
      add_if_any (dem_dossier_inference (dossier, ref.index)->scheme, add, data);
      break;
    case DEM_KIND_STOP:
      visit_stop (dem_dossier_stop (dossier, ref.index), add, data);
      break;
    default:
      break;
    }
}

static void
visit_texts (DemDossier *dossier, DemRef ref, AddText add, gpointer data)
{
  const DemItem *item = dem_dossier_get_item (dossier, ref);

  if (ref.kind == DEM_KIND_CLAIM)
    add_if_any (dem_dossier_claim (dossier, ref.index)->text, add, data);
  add_if_any (item->summary, add, data);
  visit_kind (dossier, ref, add, data);
  for (guint i = 0; i < item->n_tags; i++)
    add_if_any (item->tags[i], add, data);
  add_if_any (item->why, add, data);
}

/* --- making --- */

static void
append_name (GString *folded, const char *name)
{
  if (name == NULL)
    return;
  dem_fold_append (folded, name);
  g_string_append_c (folded, '\n');
}

static void
append_text (const char *text, gpointer data)
{
  GString *folded = data;

  dem_fold_append (folded, text);
  g_string_append_c (folded, '\n');
}

static void
append_names (DemSearchIndex *self, DemRef ref)
{
  const DemItem *item = dem_dossier_get_item (self->dossier, ref);
  g_autofree char *name = dem_dossier_dup_name (self->dossier, ref);

  append_name (self->folded, name);
  append_name (self->folded, item->label);
  if (ref.kind == DEM_KIND_ACTOR)
    {
      const DemActor *actor = dem_dossier_actor (self->dossier, ref.index);

      for (guint i = 0; i < actor->n_aliases; i++)
        append_name (self->folded, actor->aliases[i]);
    }
}

static void
append_entry (DemSearchIndex *self, DemRef ref)
{
  Entry entry = { self->folded->len, ref };

  append_names (self, ref);
  g_string_append_c (self->folded, END_OF_NAMES);
  visit_texts (self->dossier, ref, append_text, self->folded);
  g_string_append_c (self->folded, '\0');
  g_array_append_val (self->entries, entry);
}

DemSearchIndex *
dem_search_index_new (DemDossier *dossier, GCancellable *cancellable)
{
  g_autoptr (DemSearchIndex) self = NULL;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  self = g_new0 (DemSearchIndex, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->dossier = g_object_ref (dossier);
  self->folded = g_string_new (NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint kind = DEM_KIND_NONE + 1; kind < DEM_N_KINDS; kind++)
    for (guint32 i = 0; i < dem_dossier_count (dossier, kind); i++)
      {
        if (i % ITEMS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
          return NULL;
        append_entry (self, (DemRef){ kind, i });
      }
  return g_steal_pointer (&self);
}

DemSearchIndex *
dem_search_index_ref (DemSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
dem_search_index_unref (DemSearchIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_object_unref (self->dossier);
  g_string_free (self->folded, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

DemDossier *
dem_search_index_get_dossier (DemSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dossier;
}

/* --- finding --- */

/* Letters of other scripts than Latin are many bytes, all of them beyond ASCII. */
static gboolean
is_in_word (char c)
{
  return g_ascii_isalnum (c) || (guint8) c >= 0x80;
}

/* What one occurrence of a word counts for. */
static guint
rate_place (const char *entry, const char *names_end, const char *place, gsize length)
{
  gboolean starts_line = place == entry || place[-1] == '\n';
  gboolean starts_word = starts_line || !is_in_word (place[-1]);

  if (place >= names_end)
    return starts_word ? WORD_IN_TEXT : INSIDE_TEXT;
  if (!starts_word)
    return INSIDE_NAME;
  if (!starts_line)
    return WORD_IN_NAME;
  return place[length] == '\n' ? WHOLE_NAME : START_OF_NAME;
}

/* What the best occurrence of a word counts for, 0 when there is none. */
static guint
rate_word (const char *entry, const char *names_end, const char *word)
{
  gsize length = strlen (word);
  guint best = 0;

  for (const char *place = strstr (entry, word); place != NULL && best < START_OF_NAME; place = strstr (place + 1, word))
    {
      /* Nothing in the texts is better than anything in a name. */
      if (best >= WORD_IN_TEXT && place >= names_end)
        break;
      best = MAX (best, rate_place (entry, names_end, place, length));
    }
  return best;
}

/* Which kinds of items come first among equals. */
static guint
rate_kind (DemKind kind)
{
  static const DemKind order[]
      = { DEM_KIND_ACTOR,  DEM_KIND_EVENT,    DEM_KIND_CLAIM,     DEM_KIND_PAIR,  DEM_KIND_RELATION, DEM_KIND_SCENARIO,
          DEM_KIND_SOURCE, DEM_KIND_PARAGRAPH, DEM_KIND_INFERENCE, DEM_KIND_PLACE, DEM_KIND_STOP };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == kind)
      return DEM_N_KINDS - 1 - i;
  g_assert_not_reached ();
}

/* How well an entry fits, 0 when it lacks a word. @whole is the words as one, a name that is typed in full. */
static guint
rate_entry (const char *entry, DemKind kind, const char *const *words, const char *whole)
{
  const char *names_end = strchr (entry, END_OF_NAMES);
  guint sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint rank = rate_word (entry, names_end, words[i]);

      if (rank == 0)
        return 0;
      sum += rank;
    }
  if (words[1] != NULL)
    sum += rate_word (entry, names_end, whole);
  return sum * PLACE_FACTOR + rate_kind (kind);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const DemSearchHit *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank > other->rank ? -1 : 1;
  return dem_ref_compare (one->ref, other->ref);
}

static void
keep_best (GArray *hits, guint limit)
{
  g_array_sort (hits, compare_hits);
  g_array_set_size (hits, MIN (hits->len, limit));
}

GArray *
dem_search_index_find (DemSearchIndex *self, const char *query, guint limit, guint *n_all, GCancellable *cancellable)
{
  g_autoptr (GArray) hits = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *whole = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  hits = g_array_new (FALSE, FALSE, sizeof (DemSearchHit));
  words = dem_fold_words (query);
  whole = g_strjoinv (" ", words);
  for (guint i = 0; words[0] != NULL && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      DemSearchHit hit = { entry->ref, rate_entry (self->folded->str + entry->start, entry->ref.kind,
                                                   (const char *const *) words, whole) };

      if (i % ITEMS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (hit.rank == 0)
        continue;
      n++;
      g_array_append_val (hits, hit);
      if (hits->len >= 2 * (gsize) limit + ITEMS_BETWEEN_LOOKS)
        keep_best (hits, limit);
    }
  keep_best (hits, limit);
  if (n_all != NULL)
    *n_all = n;
  return g_steal_pointer (&hits);
}

/* --- showing --- */

typedef struct
{
  char **words;
  const char *found;
} Passage;

static void
look_into (const char *text, gpointer data)
{
  Passage *passage = data;
  g_autofree char *folded = NULL;

  if (passage->found != NULL)
    return;
  folded = dem_fold_text (text);
  for (guint i = 0; passage->words[i] != NULL && passage->found == NULL; i++)
    if (strstr (folded, passage->words[i]) != NULL)
      passage->found = text;
}

char *
dem_search_dup_passage (DemDossier *dossier, DemRef ref, const char *query)
{
  Passage passage = { NULL, NULL };
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier) && query != NULL, NULL);

  words = dem_fold_words (query);
  passage.words = words;
  visit_texts (dossier, ref, look_into, &passage);
  return g_strdup (passage.found);
}
