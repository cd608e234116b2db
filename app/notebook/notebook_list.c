/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_list.h"

#include <string.h>

#include "app/base/fold.h"
#include "app/notebook/note_sort.h"

struct _DemNotebookList
{
  GObject parent_instance;

  DemNotebook *notebook;
  DemDossier *dossier;
  DemNotebookFilter filter; /* its texts are ours */
  char **words;         /* what its text asks for */
  DemNoteOrder order;
  GArray *claims;    /* guint32: rank of each claim; NULL for the dossier's order */
  char *kept;        /* (nullable) */
  GHashTable *names; /* note → folded names of its targets in this dossier, made when first searched */
  GPtrArray *shown;  /* DemNote */
  DemNotebookCounts counts;
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
has_words (DemNotebookList *self, DemNote *note)
{
  const char *folded = dem_note_get_folded (note);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL && strstr (get_names (self, note), self->words[i]) == NULL)
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
has_state (DemNotebookList *self, DemNote *note)
{
  switch (self->filter.state)
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

/* The period apart, which comes last, because those that it leaves out are counted. */
static gboolean
is_wanted (DemNotebookList *self, DemNote *note)
{
  const DemNotebookFilter *filter = &self->filter;

  return (filter->colour == DEM_NOTEBOOK_ANY || (int) dem_note_get_colour (note) == filter->colour)
         && (filter->kind == DEM_NOTEBOOK_ANY || has_kind (note, filter->kind))
         && (filter->tag == NULL || dem_note_has_tag (note, filter->tag))
         && (filter->creator == NULL || g_strcmp0 (dem_note_get_creator (note), filter->creator) == 0)
         && has_words (self, note) && has_state (self, note);
}

static gboolean
is_in_period (DemNotebookList *self, DemNote *note, DemNotebookCounts *counts)
{
  gboolean is_dated;
  DemAnswer answer;

  if (!self->filter.in_period)
    return TRUE;
  answer = dem_note_when_in (note, self->dossier, self->filter.period, &is_dated);
  counts->n_without += (guint) !is_dated;
  counts->n_maybe += answer == DEM_ANSWER_MAYBE;
  counts->n_undated += answer == DEM_ANSWER_UNKNOWN;
  return answer != DEM_ANSWER_NO;
}

static gboolean
is_kept (DemNotebookList *self, DemNote *note)
{
  return self->kept != NULL && g_str_equal (self->kept, dem_note_get_id (note));
}

/* ---- The list ---- */

static GPtrArray *
choose (DemNotebookList *self, DemNotebookCounts *counts)
{
  GListModel *notes = dem_notebook_get_notes (self->notebook);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  *counts = (DemNotebookCounts){ .n_all = g_list_model_get_n_items (notes) };
  for (guint i = 0; i < counts->n_all; i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      if (is_kept (self, note) || (is_wanted (self, note) && is_in_period (self, note, counts)))
        g_ptr_array_add (chosen, g_steal_pointer (&note));
    }
  counts->n_shown = chosen->len;
  return chosen;
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

  dem_note_sort (chosen, self->dossier, self->order, self->claims != NULL ? (guint32 *) (void *) self->claims->data : NULL);
  replace (self, chosen);
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);
}

/* Names of notes that are no more would stay for ever. */
static void
on_notebook_changed (DemNotebookList *self)
{
  if (g_hash_table_size (self->names) > 2 * self->counts.n_all + 100)
    g_hash_table_remove_all (self->names);
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
  g_free ((char *) filter->tag);
  g_free ((char *) filter->creator);
  g_free ((char *) filter->text);
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
  g_free (self->kept);
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
  self->names = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

DemNotebookList *
dem_notebook_list_new (DemNotebook *notebook, DemDossier *dossier)
{
  DemNotebookList *self;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (notebook) && DEM_IS_DOSSIER (dossier), NULL);

  self = g_object_new (DEM_TYPE_NOTEBOOK_LIST, NULL);
  self->notebook = g_object_ref (notebook);
  self->dossier = g_object_ref (dossier);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
dem_notebook_list_set_dossier (DemNotebookList *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self) && DEM_IS_DOSSIER (dossier));

  if (!g_set_object (&self->dossier, dossier))
    return;
  g_hash_table_remove_all (self->names);
  g_clear_pointer (&self->claims, g_array_unref);
  update (self);
}

void
dem_notebook_list_set_filter (DemNotebookList *self, const DemNotebookFilter *filter)
{
  DemNotebookFilter before;

  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self) && filter != NULL);

  before = self->filter;
  self->filter = *filter;
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
  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self));
  g_return_if_fail (claims != NULL || n == 0);

  g_clear_pointer (&self->claims, g_array_unref);
  self->claims = dem_note_sort_rank_claims (self->dossier, claims, n);
  if (self->order == DEM_NOTE_ORDER_ARGUMENT)
    update (self);
}

void
dem_notebook_list_set_kept (DemNotebookList *self, const char *id)
{
  g_autofree char *before = NULL;

  g_return_if_fail (DEM_IS_NOTEBOOK_LIST (self));

  if (g_strcmp0 (self->kept, id) == 0)
    return;
  before = g_steal_pointer (&self->kept);
  self->kept = g_strdup (id);
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
