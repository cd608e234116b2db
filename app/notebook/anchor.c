/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/anchor.h"

#include <string.h>

#include "app/notebook/passage.h"

#define WORDS_WEIGHT 50.0
#define CONTEXT_WEIGHT 20.0
#define LONGEST_CONTEXT 32u

/* Shorter passages are not looked for unless what is around them tells where; nor, if not to the letter, those that are too
 * short to be like anything, or longer than what anybody quotes. */
#define SHORTEST 4u
#define SHORTEST_LIKENESS 16u
#define LONGEST_LIKENESS 1000u

/* A passage of this length is nowhere by chance. */
#define TELLING 24u

/* Texts that are looked at closely, those that have most of the words. */
#define MOST_CANDIDATES 8

/* As much must the second best be worse for the best not to be doubtful. */
#define MARGIN 0.05

typedef struct
{
  DemRef ref;
  gboolean has_position;
  DemPassage *text;
} Entry;

struct _DemAnchor
{
  DemDossier *dossier;
  GArray *entries;   /* Entry */
  GHashTable *words; /* word → GArray of entries' indices */
};

/* Found: a place and how well it fits. */
typedef struct
{
  const Entry *entry;
  guint start, end;
  double score;
  gboolean is_exact;
} Found;

/* ---- Texts and their words ---- */

static void
clear_entry (gpointer data)
{
  dem_passage_free (((Entry *) data)->text);
}

typedef void (*WordFunc) (DemAnchor *self, const char *word, gpointer data);

static void
foreach_word (DemAnchor *self, const DemPassage *text, WordFunc func, gpointer data)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; i <= text->n; i++)
    if (i < text->n && g_unichar_isalnum (text->chars[i]))
      g_string_append_unichar (word, text->chars[i]);
    else if (word->len > 0)
      {
        func (self, word->str, data);
        g_string_truncate (word, 0);
      }
}

static void
index_word (DemAnchor *self, const char *word, gpointer data)
{
  guint entry = GPOINTER_TO_UINT (data);
  GArray *entries = g_hash_table_lookup (self->words, word);

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->words, g_strdup (word), entries);
    }
  if (entries->len == 0 || g_array_index (entries, guint, entries->len - 1) != entry)
    g_array_append_val (entries, entry);
}

static void
add_text (DemAnchor *self, DemRef ref, const char *text, gboolean has_position)
{
  Entry entry = { ref, has_position, NULL };

  if (text == NULL)
    return;
  entry.text = dem_passage_new (text);
  g_array_append_val (self->entries, entry);
  foreach_word (self, entry.text, index_word, GUINT_TO_POINTER (self->entries->len - 1));
}

DemAnchor *
dem_anchor_new (DemDossier *dossier)
{
  DemAnchor *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  self = g_new0 (DemAnchor, 1);
  self->dossier = g_object_ref (dossier);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    add_text (self, DEM_REF (CLAIM, i), dem_dossier_claim (dossier, i)->text, TRUE);
  for (guint kind = DEM_KIND_NONE + 1; kind < DEM_N_KINDS; kind++)
    for (guint i = 0; i < dem_dossier_count (dossier, kind); i++)
      {
        DemRef ref = { kind, i };

        if (kind != DEM_KIND_PLACE)
          add_text (self, ref, dem_dossier_get_item (dossier, ref)->summary, kind != DEM_KIND_CLAIM);
      }
  return self;
}

void
dem_anchor_free (DemAnchor *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->words);
  g_object_unref (self->dossier);
  g_free (self);
}

/* ---- Candidates ---- */

typedef struct
{
  guint16 *hits; /* for each entry, how many of the words it has */
  guint n_words;
} Tally;

static void
count_word (DemAnchor *self, const char *word, gpointer data)
{
  Tally *tally = data;
  GArray *entries = g_hash_table_lookup (self->words, word);

  tally->n_words++;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      guint16 *hits = &tally->hits[g_array_index (entries, guint, i)];

      *hits = (guint16) MIN (*hits + 1, G_MAXUINT16);
    }
}

/* The entries that have at least half of the words, those with most of them first. */
static guint
choose_candidates (DemAnchor *self, const DemPassage *words, guint *candidates)
{
  g_autofree guint16 *hits = g_new0 (guint16, self->entries->len + 1);
  Tally tally = { hits, 0 };
  guint n = 0;

  foreach_word (self, words, count_word, &tally);
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint at = n;

      if (hits[i] == 0 || 2u * hits[i] < tally.n_words)
        continue;
      while (at > 0 && hits[candidates[at - 1]] < hits[i])
        at--;
      if (at == MOST_CANDIDATES)
        continue;
      n = MIN (n + 1, MOST_CANDIDATES);
      memmove (candidates + at + 1, candidates + at, (n - at - 1) * sizeof *candidates);
      candidates[at] = i;
    }
  return n;
}

/* ---- Scores ---- */

/* The end of what stands before, or the beginning of what stands behind, against the text there. */
static double
compare_context (const DemPassage *text, const DemPassage *context, gboolean before, guint at)
{
  guint n = MIN (context->n, LONGEST_CONTEXT);
  guint there = before ? MIN (n, at) : MIN (n, text->n - at);

  return dem_passage_compare (context->chars + (before ? context->n - n : 0), n,
                              text->chars + (before ? at - there : at), there);
}

/* Blanks next to the passage are none of the context's. */
static guint
skip_blank (const DemPassage *text, gboolean before, guint at)
{
  if (before)
    return at > 0 && text->chars[at - 1] == ' ' ? at - 1 : at;
  return at < text->n && text->chars[at] == ' ' ? at + 1 : at;
}

static double
score (const Found *found, double likeness, const DemPassage *prefix, const DemPassage *suffix)
{
  const DemPassage *text = found->entry->text;
  double sum = WORDS_WEIGHT * likeness, most = WORDS_WEIGHT;

  if (prefix->n > 0)
    {
      sum += CONTEXT_WEIGHT * compare_context (text, prefix, TRUE, skip_blank (text, TRUE, found->start));
      most += CONTEXT_WEIGHT;
    }
  if (suffix->n > 0)
    {
      sum += CONTEXT_WEIGHT * compare_context (text, suffix, FALSE, skip_blank (text, FALSE, found->end));
      most += CONTEXT_WEIGHT;
    }
  return sum / most;
}

typedef struct
{
  const DemPassage *words, *prefix, *suffix;
  Found best;
  double second; /* score of the next best */
} Search;

static void
consider (Search *search, Found found, double likeness)
{
  found.score = score (&found, likeness, search->prefix, search->suffix);
  if (search->best.entry == NULL || found.score > search->best.score)
    {
      search->second = search->best.entry != NULL ? search->best.score : 0;
      search->best = found;
    }
  else
    search->second = MAX (search->second, found.score);
}

static gboolean
search_exactly (Search *search, const Entry *entry)
{
  gboolean any = FALSE;

  for (guint at = dem_passage_find (entry->text, search->words, 0); at != G_MAXUINT;
       at = dem_passage_find (entry->text, search->words, at + 1))
    {
      consider (search, (Found){ entry, at, at + search->words->n, 0, TRUE }, 1);
      any = TRUE;
    }
  return any;
}

static void
search_likeness (Search *search, const Entry *entry)
{
  guint n = search->words->n;
  guint most = (guint) (n * (1 - DEM_ANCHOR_FLOOR));
  guint start, end;
  guint errors;

  if (n < SHORTEST_LIKENESS || n > LONGEST_LIKENESS)
    return;
  errors = dem_passage_find_like (entry->text, search->words, most, &start, &end);
  if (errors != G_MAXUINT)
    consider (search, (Found){ entry, start, end, 0, FALSE }, 1 - (double) errors / n);
}

/* ---- Finding ---- */

static gboolean
is_good_enough (const Search *search)
{
  const Found *best = &search->best;
  gboolean has_context = search->prefix->n > 0 || search->suffix->n > 0;

  if (best->entry == NULL || (search->words->n < SHORTEST && !has_context))
    return FALSE;
  return best->score >= DEM_ANCHOR_FLOOR || (best->is_exact && search->words->n >= TELLING);
}

static DemNoteTarget *
make_target (DemAnchor *self, const Search *search, const DemQuote *quote)
{
  const Found *best = &search->best;
  g_autoptr (DemNoteTarget) item = dem_note_target_new_for_ref (self->dossier, best->entry->ref);
  DemQuote found = *quote;

  found.start = best->entry->has_position ? (gint64) best->entry->text->at[best->start] : -1;
  found.end = best->entry->has_position ? (gint64) best->entry->text->at[best->end - 1] + 1 : -1;
  found.is_doubtful
      = !best->is_exact || best->score < DEM_ANCHOR_FLOOR || best->score - search->second < MARGIN;
  return dem_note_target_with_quote (item, &found);
}

DemNoteTarget *
dem_anchor_find (DemAnchor *self, const DemQuote *quote)
{
  g_autoptr (DemPassage) words = NULL;
  g_autoptr (DemPassage) prefix = NULL;
  g_autoptr (DemPassage) suffix = NULL;
  guint candidates[MOST_CANDIDATES];
  gboolean any = FALSE;
  Search search = { 0 };
  guint n;

  g_return_val_if_fail (self != NULL && quote != NULL && quote->exact != NULL, NULL);

  search.words = words = dem_passage_new (quote->exact);
  search.prefix = prefix = dem_passage_new (quote->prefix != NULL ? quote->prefix : "");
  search.suffix = suffix = dem_passage_new (quote->suffix != NULL ? quote->suffix : "");
  n = choose_candidates (self, words, candidates);
  for (guint i = 0; i < n; i++)
    any |= search_exactly (&search, &g_array_index (self->entries, Entry, candidates[i]));
  for (guint i = 0; i < n && !any; i++)
    search_likeness (&search, &g_array_index (self->entries, Entry, candidates[i]));
  return is_good_enough (&search) ? make_target (self, &search, quote) : NULL;
}
