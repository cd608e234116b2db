/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_list.h"

#include <string.h>

#include "app/base/fold.h"
#include "app/notebook/note_sort.h"

struct _DemNotebookList
{
  GObject parent_instance;

  DemNotebook *notebook; /* (nullable) */
  DemDossier *dossier;   /* (nullable) */
  DemNotebookFilter filter; /* its texts are ours */
  char **words;         /* what its text asks for */
  DemNoteOrder order;
  GArray *claims;    /* guint32: rank of each claim; NULL for the dossier's order */
  GHashTable *kept;  /* id → DemNotebookKeep, as a pointer */
  GHashTable *names; /* note → folded names of its targets in this dossier, made when first searched */
  GPtrArray *shown;  /* DemNote */
  DemNotebookCounts counts;
  gboolean is_stale; /* notes that are not kept have changed */
};

static void dem_notebook_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemNotebookList,
                               dem_notebook_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dem_notebook_list_model_init))

enum
{
  COUNTS_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* ---- Which notes ---- */

static const char *
get_names (DemNotebookList *self, DemNote *note)
{
  const char *names = g_hash_table_lookup (self->names, note);
  GPtrArray *targets = dem_note_get_targets (note);
  GString *folded;

  if (names != NULL)
    return names;
  folded = g_string_new (NULL);
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *name = dem_note_target_dup_name (targets->pdata[i], self->dossier);

      dem_fold_append (folded, name);
      g_string_append_c (folded, '\n');
    }
  names = g_string_free (folded, FALSE);
  g_hash_table_insert (self->names, g_object_ref (note), (char *) names);
  return names;
}

static gboolean
has_words (DemNotebookList *self, char **words, DemNote *note)
{
  const char *folded;

  if (words[0] == NULL)
    return TRUE;
  folded = dem_note_get_folded (note);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL && strstr (get_names (self, note), words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_kind (DemNote *note, int kind)
{
  GPtrArray *targets = dem_note_get_targets (note);

  for (guint i = 0; i < targets->len; i++)
    if ((int) dem_note_target_get_kind (targets->pdata[i]) == kind)
      return TRUE;
  return FALSE;
}

static gboolean
has_creator (DemNote *note, const char *creator)
{
  const char *here = dem_note_get_creator (note);

  return g_str_equal (here != NULL ? here : "", creator);
}

static gboolean
has_state (DemNotebookList *self, DemNotebookState state, DemNote *note)
{
  switch (state)
    {
    case DEM_NOTEBOOK_STATE_ATTACHED:
      return !dem_note_is_orphan (note, self->dossier);
    case DEM_NOTEBOOK_STATE_ORPHAN:
      return dem_note_is_orphan (note, self->dossier);
    case DEM_NOTEBOOK_STATE_DOUBTFUL:
      return dem_note_is_doubtful (note);
    case DEM_NOTEBOOK_STATE_ALL:
    default:
      return TRUE;
    }
}

static gboolean
has_target (DemNote *note, const char *key)
{
  GPtrArray *targets = dem_note_get_targets (note);

  for (guint i = 0; i < targets->len; i++)
    if (g_str_equal (dem_note_target_get_key (targets->pdata[i]), key))
      return TRUE;
  return FALSE;
}

/* The period apart, which comes last, because those that it leaves out are counted. */
static gboolean
is_wanted (DemNotebookList *self, const DemNotebookFilter *filter, char **words, DemNote *note)
{
  return (filter->colour == DEM_NOTEBOOK_ANY || (int) dem_note_get_colour (note) == filter->colour)
         && (filter->kind == DEM_NOTEBOOK_ANY || has_kind (note, filter->kind))
         && (!filter->is_private || dem_note_is_private (note))
         && (filter->target == NULL || has_target (note, filter->target))
         && (filter->tag == NULL || dem_note_has_tag (note, filter->tag))
         && (filter->creator == NULL || has_creator (note, filter->creator)) && has_words (self, words, note)
         && has_state (self, filter->state, note);
}

static gboolean
is_in_period (DemNotebookList *self, const DemNotebookFilter *filter, DemNote *note, DemNotebookCounts *counts)
{
  gboolean is_dated;
  DemAnswer answer;

  if (!filter->in_period)
    return TRUE;
  answer = dem_note_when_in (note, self->dossier, filter->period, &is_dated);
  counts->n_without += (guint) !is_dated;
  counts->n_maybe += answer == DEM_ANSWER_MAYBE;
  counts->n_undated += answer == DEM_ANSWER_UNKNOWN;
  return answer != DEM_ANSWER_NO;
}

static DemNotebookKeep
get_keep (DemNotebookList *self, DemNote *note)
{
  if (g_hash_table_size (self->kept) == 0)
    return DEM_NOTEBOOK_KEEP_NOT;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->kept, dem_note_get_id (note)));
}

static GListModel *
get_notes (DemNotebookList *self)
{
  return self->notebook != NULL && self->dossier != NULL ? dem_notebook_get_notes (self->notebook) : NULL;
}

/* ---- The list ---- */

/* Those that the filter lets through and those that are kept, oldest first. */
static GPtrArray *
choose (DemNotebookList *self, DemNotebookCounts *counts)
{
  GListModel *notes = get_notes (self);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  *counts = (DemNotebookCounts){ .n_all = notes != NULL ? g_list_model_get_n_items (notes) : 0,
                                 .n_orphans = counts->n_orphans };
  for (guint i = 0; i < counts->n_all; i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      if (get_keep (self, note) != DEM_NOTEBOOK_KEEP_NOT
          || (is_wanted (self, &self->filter, self->words, note) && is_in_period (self, &self->filter, note, counts)))
        g_ptr_array_add (chosen, g_steal_pointer (&note));
    }
  counts->n_shown = chosen->len;
  return chosen;
}

static guint
get_section (DemNotebookList *self, DemNote *note)
{
  if (get_keep (self, note) == DEM_NOTEBOOK_KEEP_FIRST)
    return 0;
  return self->counts.n_orphans > 0 && dem_note_is_orphan (note, self->dossier) ? 2 : 1;
}

/* What was begun here comes first, what has lost its place last; each in the order that it has. */
static void
divide (DemNotebookList *self, GPtrArray *notes)
{
  g_autofree gpointer *sorted = NULL;
  guint n = 0;

  if (self->counts.n_orphans == 0 && g_hash_table_size (self->kept) == 0)
    return;
  sorted = g_new (gpointer, notes->len + 1);
  for (guint section = 0; section < 3; section++)
    for (guint i = 0; i < notes->len; i++)
      if (get_section (self, notes->pdata[i]) == section)
        sorted[n++] = notes->pdata[i];
  for (guint i = 0; i < n; i++)
    notes->pdata[i] = sorted[i];
}

static void
count_orphans (DemNotebookList *self)
{
  GListModel *notes = get_notes (self);

  self->counts.n_orphans = 0;
  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      self->counts.n_orphans += (guint) dem_note_is_orphan (note, self->dossier);
    }
}

/* Tells of what lies between what is the same at both ends. */
static void
replace (DemNotebookList *self, GPtrArray *next)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint start = 0, end = 0;

  self->shown = next;
  while (start < MIN (before->len, next->len) && before->pdata[start] == next->pdata[start])
    start++;
  while (end < MIN (before->len, next->len) - start
         && before->pdata[before->len - 1 - end] == next->pdata[next->len - 1 - end])
    end++;
  if (before->len != next->len || start < next->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, next->len - start - end);
}

static void
update (DemNotebookList *self)
{
  GPtrArray *chosen = choose (self, &self->counts);

  if (self->dossier != NULL)
    dem_note_sort (chosen, self->dossier, self->order,
                   self->claims != NULL ? (guint32 *) (void *) self->claims->data : NULL);
  divide (self, chosen);
  replace (self, chosen);
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

/* Puts a note that is kept, and is another now, in its own place; FALSE if it is not in the list. */
static gboolean
put_kept (DemNotebookList *self, DemNote *note)
{
  guint at;

  if (get_keep (self, note) == DEM_NOTEBOOK_KEEP_NOT)
    return FALSE;
  at = dem_notebook_list_find (self, dem_note_get_id (note));
  if (at == G_MAXUINT)
    return FALSE;
  g_object_unref (self->shown->pdata[at]);
  self->shown->pdata[at] = g_object_ref (note);
  g_list_model_items_changed (G_LIST_MODEL (self), at, 1, 1);
  return TRUE;
}

/* While a note is written nothing else is looked at. */
static void
on_notes_changed (DemNotebookList *self, guint position, guint removed, guint added, GListModel *notes)
{
  for (guint i = 0; removed == added && i < added && !self->is_stale; i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, position + i);

      self->is_stale = !put_kept (self, note);
    }
  self->is_stale = self->is_stale || removed != added;
}

/* Names of notes that are no more would stay for ever. */
static void
on_notebook_changed (DemNotebookList *self)
{
  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  if (g_hash_table_size (self->names) > 2 * self->counts.n_all + 100)
    g_hash_table_remove_all (self->names);
  count_orphans (self);
  update (self);
}

static GType
get_item_type (GListModel *model)
{
  return DEM_TYPE_NOTE;
}

static guint
get_n_items (GListModel *model)
{
  return DEM_NOTEBOOK_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DemNotebookList *self = DEM_NOTEBOOK_LIST (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
dem_notebook_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
clear_filter (DemNotebookFilter *filter)
{
  g_free ((char *) filter->target);
  g_free ((char *) filter->tag);
  g_free ((char *) filter->creator);
  g_free ((char *) filter->text);
}

static void
follow (DemNotebookList *self)
{
  GListModel *notes = dem_notebook_get_notes (self->notebook);

  g_signal_connect_object (notes, "items-changed", G_CALLBACK (on_notes_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
}

static void
unfollow (DemNotebookList *self)
{
  g_signal_handlers_disconnect_by_data (dem_notebook_get_notes (self->notebook), self);
  g_signal_handlers_disconnect_by_data (self->notebook, self);
}

static void
dem_notebook_list_finalize (GObject *object)
{
  DemNotebookList *self = DEM_NOTEBOOK_LIST (object);

  g_clear_object (&self->notebook);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->claims, g_array_unref);
  clear_filter (&self->filter);
  g_strfreev (self->words);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->shown);
  G_OBJECT_CLASS (dem_notebook_list_parent_class)->finalize (object);
}

static void
dem_notebook_list_class_init (DemNotebookListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_notebook_list_finalize;

  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", DEM_TYPE_NOTEBOOK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
dem_notebook_list_init (DemNotebookList *self)
{
  self->filter = DEM_NOTEBOOK_FILTER_ALL;
  self->words = g_new0 (char *, 1);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

DemNotebookList *
dem_notebook_list_new (DemNotebook *notebook, DemDossier *dossier)
{
  DemNotebookList *self;

  g_return_val_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook), NULL);
  g_return_val_if_fail (dossier == NULL || DEM_IS_DOSSIER (dossier), NULL);

  self = g_object_new (DEM_TYPE_NOTEBOOK_LIST, NULL);
  g_set_object (&self->dossier, dossier);
  dem_notebook_list_set_notebook (self, notebook);
  return self;
}

void
dem_notebook_list_set_notebook (DemNotebookList *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->notebook == notebook)
    return;
  if (self->notebook != NULL)
    unfollow (self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    follow (self);
  g_hash_table_remove_all (self->kept);
  g_hash_table_remove_all (self->names);
  self->is_stale = FALSE;
  count_orphans (self);
  update (self);
}

void
dem_notebook_list_set_dossier (DemNotebookList *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self));
  g_return_if_fail (dossier == NULL || DEM_IS_DOSSIER (dossier));

  if (!g_set_object (&self->dossier, dossier))
    return;
  g_hash_table_remove_all (self->names);
  g_clear_pointer (&self->claims, g_array_unref);
  count_orphans (self);
  update (self);
}

DemDossier *
dem_notebook_list_get_dossier (DemNotebookList *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (self), NULL);

  return self->dossier;
}

void
dem_notebook_list_set_filter (DemNotebookList *self, const DemNotebookFilter *filter)
{
  DemNotebookFilter before;

  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self) && filter != NULL);

  before = self->filter;
  self->filter = *filter;
  self->filter.target = g_strdup (filter->target);
  self->filter.tag = g_strdup (filter->tag);
  self->filter.creator = g_strdup (filter->creator);
  self->filter.text = g_strdup (filter->text);
  clear_filter (&before);
  g_strfreev (self->words);
  self->words = dem_fold_words (self->filter.text != NULL ? self->filter.text : "");
  update (self);
}

const DemNotebookFilter *
dem_notebook_list_get_filter (DemNotebookList *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (self), NULL);

  return &self->filter;
}

guint
dem_notebook_list_count (DemNotebookList *self, const DemNotebookFilter *filter)
{
  g_auto (GStrv) words = NULL;
  DemNotebookCounts counts = { 0 };
  GListModel *notes;

  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (self) && filter != NULL, 0);

  words = dem_fold_words (filter->text != NULL ? filter->text : "");
  notes = get_notes (self);
  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      counts.n_shown += (guint) (is_wanted (self, filter, words, note) && is_in_period (self, filter, note, &counts));
    }
  return counts.n_shown;
}

DemNoteOrder
dem_notebook_list_get_order (DemNotebookList *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (self), DEM_NOTE_ORDER_NEWEST);

  return self->order;
}

void
dem_notebook_list_set_order (DemNotebookList *self, DemNoteOrder order)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self));

  if (self->order == order)
    return;
  self->order = order;
  update (self);
}

void
dem_notebook_list_set_claim_order (DemNotebookList *self, const guint32 *claims, guint n)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self) && self->dossier != NULL);
  g_return_if_fail (claims != NULL || n == 0);

  g_clear_pointer (&self->claims, g_array_unref);
  self->claims = dem_note_sort_rank_claims (self->dossier, claims, n);
  if (self->order == DEM_NOTE_ORDER_ARGUMENT)
    update (self);
}

void
dem_notebook_list_keep (DemNotebookList *self, const char *id, DemNotebookKeep keep)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self) && id != NULL);

  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->kept, id)) == keep)
    return;
  if (keep != DEM_NOTEBOOK_KEEP_NOT)
    g_hash_table_insert (self->kept, g_strdup (id), GUINT_TO_POINTER (keep));
  else
    g_hash_table_remove (self->kept, id);
  if (self->notebook == NULL || dem_notebook_get_note (self->notebook, id) == NULL)
    return;
  count_orphans (self); /* what was kept may have become one */
  update (self);
}

DemNotebookCounts
dem_notebook_list_get_counts (DemNotebookList *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (self), (DemNotebookCounts){ 0 });

  return self->counts;
}

guint
dem_notebook_list_find (DemNotebookList *self, const char *id)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK_LIST (self) && id != NULL, G_MAXUINT);

  for (guint i = 0; i < self->shown->len; i++)
    if (g_str_equal (dem_note_get_id (self->shown->pdata[i]), id))
      return i;
  return G_MAXUINT;
}
