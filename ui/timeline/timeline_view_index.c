/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

#define COUNTS_REST 150 /* milliseconds */

typedef struct
{
  DemDossier *dossier;
  guint32 scenario;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->dossier);
  g_free (order);
}

static void
make_index (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  g_task_return_pointer (task, dem_timeline_index_new (order->dossier, order->scenario),
                         (GDestroyNotify) dem_timeline_index_unref);
}

static void
take_index (DemTimelineView *self, DemTimelineIndex *index)
{
  g_clear_pointer (&self->relevant, dem_relevant_events_unref);
  g_clear_pointer (&self->index, dem_timeline_index_unref);
  self->index = index;
}

static void
on_index_made (GObject *source, GAsyncResult *result, gpointer data)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (source);
  DemTimelineIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another dossier or scenario is asked for by now. */
  if (index == NULL)
    return;
  g_clear_object (&self->indexing);
  take_index (self, index);
  dem_timeline_view_update_counts (self);
  dem_canvas_invalidate (DEM_CANVAS (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
dem_timeline_view_stop_indexing (DemTimelineView *self)
{
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
}

gboolean
dem_timeline_view_is_indexing (DemTimelineView *self)
{
  return self->indexing != NULL;
}

static void
start_indexing (DemTimelineView *self, DemDossier *dossier, guint32 scenario)
{
  Order *order = g_new (Order, 1);
  g_autoptr (GTask) task = NULL;

  *order = (Order){ g_object_ref (dossier), scenario };
  self->indexing = g_cancellable_new ();
  task = g_task_new (self, self->indexing, on_index_made, NULL);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_index);
}

void
dem_timeline_view_update_index (DemTimelineView *self)
{
  DemDossier *dossier = dem_focus_get_dossier (dem_timeline_view_get_focus (self));
  guint32 scenario = dem_focus_get_scenario (dem_timeline_view_get_focus (self));

  if (self->indexing == NULL && self->index != NULL && self->index->dossier == dossier
      && self->index->scenario == scenario)
    return;
  dem_timeline_view_stop_indexing (self);
  if (dossier == NULL)
    take_index (self, NULL);
  else if (dem_dossier_count (dossier, DEM_KIND_EVENT) + dem_dossier_count (dossier, DEM_KIND_RELATION) < DEM_TIMELINE_AT_ONCE)
    take_index (self, dem_timeline_index_new (dossier, scenario));
  else
    {
      if (self->index == NULL || self->index->dossier != dossier)
        take_index (self, dem_timeline_index_new_empty (dossier, scenario));
      start_indexing (self, dossier, scenario);
    }
}

DemRelevantEvents *
dem_timeline_view_get_relevant (DemTimelineView *self, DemRelevance *relevance)
{
  if (self->relevant == NULL || self->relevant->relevance != relevance)
    {
      g_clear_pointer (&self->relevant, dem_relevant_events_unref);
      self->relevant = dem_relevant_events_new (self->index, relevance);
    }
  return self->relevant;
}

/* ---- Counts ---- */

static gboolean
on_counts_rested (gpointer data)
{
  DemTimelineView *self = data;

  self->counting = 0;
  dem_timeline_view_update_counts (self);
  return G_SOURCE_REMOVE;
}

/* Of many events the counts change with every frame of a pan: nobody could read that, and each time the bar would be laid
 * out again. */
void
dem_timeline_view_counts_changed (DemTimelineView *self)
{
  if (self->counting != 0)
    return;
  dem_timeline_view_update_counts (self);
  if (self->index != NULL && self->index->events->len >= DEM_TIMELINE_AT_ONCE)
    self->counting = g_timeout_add (COUNTS_REST, on_counts_rested, self);
}
