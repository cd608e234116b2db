/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search_list.h"

#include "app/dossier/search_index.h"

struct _DemSearchList
{
  GObject parent_instance;

  DemDossier *dossier;   /* nullable */
  DemSearchIndex *index; /* of the dossier; NULL until it is made */
  GCancellable *reading; /* while it is being made */
  GCancellable *asking;  /* while a query is being answered */
  char *wanted;          /* the last query */

  /* what is listed */
  char *query;
  GArray *hits; /* of DemSearchHit */
  guint n_found;
};

static guint settled_signal;

static GType
dem_search_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
dem_search_list_get_n_items (GListModel *model)
{
  return DEM_SEARCH_LIST (model)->hits->len;
}

static gpointer
dem_search_list_get_item (GListModel *model, guint position)
{
  return position < DEM_SEARCH_LIST (model)->hits->len ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = dem_search_list_get_item_type;
  interface->get_n_items = dem_search_list_get_n_items;
  interface->get_item = dem_search_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DemSearchList, dem_search_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- the answer --- */

/* Takes the hits. */
static void
show (DemSearchList *self, const char *query, GArray *hits, guint n_found)
{
  guint before = self->hits->len;

  g_array_unref (self->hits);
  self->hits = hits;
  self->n_found = n_found;
  g_free (self->query);
  self->query = g_strdup (query);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, hits->len);
  g_signal_emit (self, settled_signal, 0);
}

static void
stop (GCancellable **task)
{
  if (*task != NULL)
    g_cancellable_cancel (*task);
  g_clear_object (task);
}

typedef struct
{
  DemSearchIndex *index;
  char *query;
  guint n_found;
} Question;

static void
question_free (Question *question)
{
  dem_search_index_unref (question->index);
  g_free (question->query);
  g_free (question);
}

static void
answer (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GArray *hits = dem_search_index_find (question->index, question->query, DEM_SEARCH_LIMIT, &question->n_found, cancellable);

  g_task_return_pointer (task, hits, (GDestroyNotify) g_array_unref);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  DemSearchList *self = DEM_SEARCH_LIST (source);
  Question *question = g_task_get_task_data (G_TASK (result));
  GArray *hits = g_task_propagate_pointer (G_TASK (result), NULL);

  if (hits == NULL)
    return;
  g_clear_object (&self->asking);
  show (self, question->query, hits, question->n_found);
}

static void
ask (DemSearchList *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  stop (&self->asking);
  self->asking = g_cancellable_new ();
  question->index = dem_search_index_ref (self->index);
  question->query = g_strdup (self->wanted);
  task = g_task_new (self, self->asking, on_answered, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, answer);
}

/* --- the index --- */

static void
make_index (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, dem_search_index_new (data, cancellable), (GDestroyNotify) dem_search_index_unref);
}

static void
on_index_made (GObject *source, GAsyncResult *result, gpointer data)
{
  DemSearchList *self = DEM_SEARCH_LIST (source);
  DemSearchIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (index == NULL)
    return;
  g_clear_object (&self->reading);
  self->index = index;
  if (self->wanted != NULL && *self->wanted != '\0')
    ask (self);
}

void
dem_search_list_prepare (DemSearchList *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DEM_IS_SEARCH_LIST (self));

  if (self->dossier == NULL || self->index != NULL || self->reading != NULL)
    return;
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, on_index_made, NULL);
  g_task_set_source_tag (task, dem_search_list_prepare);
  g_task_set_task_data (task, g_object_ref (self->dossier), g_object_unref);
  g_task_run_in_thread (task, make_index);
}

/* --- the object --- */

static void
dem_search_list_dispose (GObject *object)
{
  DemSearchList *self = DEM_SEARCH_LIST (object);

  stop (&self->asking);
  stop (&self->reading);
  g_clear_pointer (&self->index, dem_search_index_unref);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dem_search_list_parent_class)->dispose (object);
}

static void
dem_search_list_finalize (GObject *object)
{
  DemSearchList *self = DEM_SEARCH_LIST (object);

  g_array_unref (self->hits);
  g_free (self->wanted);
  g_free (self->query);

  G_OBJECT_CLASS (dem_search_list_parent_class)->finalize (object);
}

static void
dem_search_list_class_init (DemSearchListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_search_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_search_list_finalize;

  settled_signal
      = g_signal_new ("settled", DEM_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_search_list_init (DemSearchList *self)
{
  self->hits = g_array_new (FALSE, FALSE, sizeof (DemSearchHit));
  self->wanted = g_strdup ("");
  self->query = g_strdup ("");
}

DemSearchList *
dem_search_list_new (void)
{
  return g_object_new (DEM_TYPE_SEARCH_LIST, NULL);
}

static void
show_nothing (DemSearchList *self)
{
  show (self, self->wanted, g_array_new (FALSE, FALSE, sizeof (DemSearchHit)), 0);
}

void
dem_search_list_set_dossier (DemSearchList *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_SEARCH_LIST (self));

  if (!g_set_object (&self->dossier, dossier))
    return;
  stop (&self->asking);
  stop (&self->reading);
  g_clear_pointer (&self->index, dem_search_index_unref);
  show_nothing (self);
  if (*self->wanted != '\0')
    dem_search_list_prepare (self);
}

gboolean
dem_search_list_set_query (DemSearchList *self, const char *query)
{
  g_return_val_if_fail (DEM_IS_SEARCH_LIST (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  if (g_str_equal (query, self->wanted))
    return FALSE;
  g_free (self->wanted);
  self->wanted = g_strdup (query);
  stop (&self->asking);
  if (*query == '\0' || self->dossier == NULL)
    show_nothing (self);
  else if (self->index != NULL)
    ask (self);
  else
    dem_search_list_prepare (self);
  return TRUE;
}

const char *
dem_search_list_get_query (DemSearchList *self)
{
  g_return_val_if_fail (DEM_IS_SEARCH_LIST (self), NULL);

  return self->query;
}

gboolean
dem_search_list_is_settled (DemSearchList *self)
{
  g_return_val_if_fail (DEM_IS_SEARCH_LIST (self), TRUE);

  return self->asking == NULL && g_str_equal (self->query, self->wanted);
}

guint
dem_search_list_get_n_found (DemSearchList *self)
{
  g_return_val_if_fail (DEM_IS_SEARCH_LIST (self), 0);

  return self->n_found;
}

DemRef
dem_search_list_get_ref (DemSearchList *self, guint position)
{
  g_return_val_if_fail (DEM_IS_SEARCH_LIST (self), DEM_REF_NONE);
  g_return_val_if_fail (position < self->hits->len, DEM_REF_NONE);

  return g_array_index (self->hits, DemSearchHit, position).ref;
}
