/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_merge.h"

#include "app/notebook/note_merge.h"

#include <math.h>
#include <string.h>

/* Merging: the work; tables of notes by id, borrowed. */
typedef struct
{
  GHashTable *base, *mine, *theirs;
  GHashTable *done; /* ids of those that are in the result */
  GPtrArray *notes;
  DemNotebookMerge result;
} Merging;

/* ---- Notes ---- */

static GHashTable *
index_notes (const DemNotebookContent *content)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; content != NULL && i < content->notes->len; i++)
    g_hash_table_insert (table, (gpointer) dem_note_get_id (content->notes->pdata[i]),
                         content->notes->pdata[i]);
  return table;
}

static gboolean
is_same (DemNote *a, DemNote *b)
{
  return a == b || (a != NULL && b != NULL && dem_note_equal (a, b));
}

/* Takes the note, which may be NULL. */
static void
keep (Merging *merging, DemNote *note)
{
  if (note != NULL && g_hash_table_add (merging->done, (gpointer) dem_note_get_id (note)))
    g_ptr_array_add (merging->notes, note);
  else
    g_clear_object (&note);
}

/* Of two that say the same, so that both sides agree on one. */
static DemNote *
later (DemNote *mine, DemNote *theirs)
{
  if (mine == NULL || theirs == NULL)
    return NULL;
  return g_date_time_compare (dem_note_get_modified (mine), dem_note_get_modified (theirs)) < 0 ? theirs : mine;
}

static void
keep_shared (Merging *merging, DemNote *note)
{
  keep (merging, note != NULL ? g_object_ref (note) : NULL);
}

/* Theirs as a note of its own, unless that was done before and came back. */
static void
keep_beside (Merging *merging, DemNote *theirs)
{
  g_autoptr (DemNote) beside = dem_note_set_beside (theirs);

  if (g_hash_table_contains (merging->mine, dem_note_get_id (beside))
      || g_hash_table_contains (merging->theirs, dem_note_get_id (beside)))
    return;
  keep (merging, g_steal_pointer (&beside));
}

static void
merge_both (Merging *merging, DemNote *base, DemNote *mine, DemNote *theirs)
{
  gboolean has_both_texts;
  DemNote *merged = dem_note_merge (base, mine, theirs, &has_both_texts);

  if (!is_same (merged, mine))
    merging->result.n_taken++;
  if (!has_both_texts)
    merging->result.n_both++;
  keep (merging, merged);
  if (!has_both_texts)
    keep_beside (merging, theirs);
}

/* What becomes of a note that one of the sides has. */
static void
merge_note (Merging *merging, const char *id)
{
  DemNote *base = g_hash_table_lookup (merging->base, id);
  DemNote *mine = g_hash_table_lookup (merging->mine, id);
  DemNote *theirs = g_hash_table_lookup (merging->theirs, id);

  if (is_same (mine, theirs))
    keep_shared (merging, later (mine, theirs));
  else if (is_same (base, theirs))
    keep_shared (merging, mine);
  else if (is_same (base, mine))
    {
      merging->result.n_taken++;
      keep_shared (merging, theirs);
    }
  else if (mine == NULL || theirs == NULL)
    {
      merging->result.n_both++;
      keep_shared (merging, mine != NULL ? mine : theirs);
    }
  else
    merge_both (merging, base, mine, theirs);
}

static GPtrArray *
merge_notes (const DemNotebookContent *base,
             const DemNotebookContent *mine,
             const DemNotebookContent *theirs,
             DemNotebookMerge *result)
{
  g_autoptr (GHashTable) of_base = index_notes (base), of_mine = index_notes (mine);
  g_autoptr (GHashTable) of_theirs = index_notes (theirs), done = g_hash_table_new (g_str_hash, g_str_equal);
  Merging merging
      = { of_base, of_mine, of_theirs, done, g_ptr_array_new_with_free_func (g_object_unref), { 0, 0 } };

  for (guint i = 0; i < mine->notes->len; i++)
    merge_note (&merging, dem_note_get_id (mine->notes->pdata[i]));
  for (guint i = 0; i < theirs->notes->len; i++)
    if (!g_hash_table_contains (of_mine, dem_note_get_id (theirs->notes->pdata[i])))
      merge_note (&merging, dem_note_get_id (theirs->notes->pdata[i]));
  g_ptr_array_sort (merging.notes, dem_note_compare_pointers);
  if (result != NULL)
    *result = merging.result;
  return merging.notes;
}

/* ---- Pins and judgements ---- */

static gboolean
is_same_pin (const DemPin *a, const DemPin *b)
{
  return a == b || (a != NULL && b != NULL && a->x == b->x && a->y == b->y);
}

/* Brings into @merged, a copy of ours, what they have changed alone. */
static void
merge_pins (const DemPins *base, const DemPins *theirs, DemPins *merged, const DemPins *of)
{
  g_autofree const char **ids = dem_pins_list (of);

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_same_pin (base != NULL ? dem_pins_get (base, ids[i]) : NULL, dem_pins_get (merged, ids[i])))
      dem_pins_set (merged, ids[i], dem_pins_get (theirs, ids[i]));
}

static gboolean
is_same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
merge_judgements (const DemJudgements *base,
                  const DemJudgements *theirs,
                  DemJudgements *merged,
                  const DemJudgements *of)
{
  g_autofree const char **ids = dem_judgements_list (of);

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_same_number (base != NULL ? dem_judgements_get (base, ids[i]) : NAN,
                        dem_judgements_get (merged, ids[i])))
      dem_judgements_set (merged, ids[i], dem_judgements_get (theirs, ids[i]));
}

/* ---- Whole ---- */

static void
merge_text (const char *base, const char *theirs, char **merged)
{
  if (g_strcmp0 (base, *merged) != 0)
    return;
  g_free (*merged);
  *merged = g_strdup (theirs);
}

/* What they have, and what they have not any more. */
static void
merge_rest (const DemNotebookContent *base, const DemNotebookContent *theirs, DemNotebookContent *merged)
{
  DemStops *stops;

  merge_pins (base != NULL ? base->pins : NULL, theirs->pins, merged->pins, theirs->pins);
  merge_judgements (base != NULL ? base->assumptions : NULL, theirs->assumptions, merged->assumptions,
                    theirs->assumptions);
  merge_judgements (base != NULL ? base->starts : NULL, theirs->starts, merged->starts, theirs->starts);
  if (base != NULL)
    {
      merge_pins (base->pins, theirs->pins, merged->pins, base->pins);
      merge_judgements (base->assumptions, theirs->assumptions, merged->assumptions, base->assumptions);
      merge_judgements (base->starts, theirs->starts, merged->starts, base->starts);
    }
  stops = dem_stops_merge (base != NULL ? base->stops : NULL, merged->stops, theirs->stops);
  dem_stops_free (merged->stops);
  merged->stops = stops;
  merge_text (base != NULL ? base->items : NULL, theirs->items, &merged->items);
  merge_text (base != NULL ? base->members : NULL, theirs->members, &merged->members);
  merge_text (base != NULL ? base->context : NULL, theirs->context, &merged->context);
}

DemNotebookContent *
dem_notebook_merge (const DemNotebookContent *base,
                    const DemNotebookContent *mine,
                    const DemNotebookContent *theirs,
                    DemNotebookMerge *result)
{
  DemNotebookContent *merged;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);

  merged = dem_notebook_content_copy (mine);
  g_ptr_array_unref (merged->notes);
  merged->notes = merge_notes (base, mine, theirs, result);
  merge_rest (base, theirs, merged);
  return merged;
}
