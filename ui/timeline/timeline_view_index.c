/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

#define COUNTS_REST 150 /* milliseconds */

/* What a worker makes: an index, unless there is one, and the groups of its events. */
typedef struct
{
  DemDossier *dossier;
  guint32 scenario;
  DemEventGrouping grouping;
  DemTimelineIndex *index; /* nullable */
} Order;

typedef struct
{
  DemTimelineIndex *index;
  DemEventGroups *groups; /* nullable */
} Made;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->dossier);
  g_clear_pointer (&order->index, dem_timeline_index_unref);
  g_free (order);
}

static void
made_free (gpointer data)
{
  Made *made = data;

  dem_timeline_index_unref (made->index);
  g_clear_pointer (&made->groups, dem_event_groups_unref);
  g_free (made);
}

static Made *
make (const Order *order)
{
  Made *made = g_new0 (Made, 1);

  made->index = order->index != NULL ? dem_timeline_index_ref (order->index)
                                     : dem_timeline_index_new (order->dossier, order->scenario);
  made->groups = dem_event_groups_new (made->index, order->grouping);
  return made;
}

static void
make_index (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, make (data), made_free);
}

/* Takes what was made, or nothing. */
static void
take (DemTimelineView *self, Made *made)
{
  g_clear_pointer (&self->groups, dem_lane_memory_free);
  if (made == NULL || made->index != self->index)
    {
      g_clear_pointer (&self->relevant, dem_relevant_events_unref);
      g_clear_pointer (&self->index, dem_timeline_index_unref);
    }
  if (made == NULL)
    return;
  if (self->index == NULL)
    self->index = dem_timeline_index_ref (made->index);
  if (made->groups != NULL)
    self->groups = dem_lane_memory_new (made->groups);
  made_free (made);
}

static void
on_index_made (GObject *source, GAsyncResult *result, gpointer data)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (source);
  Made *made = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another dossier or scenario is asked for by now. */
  if (made == NULL)
    return;
  g_clear_object (&self->indexing);
  take (self, made);
  dem_timeline_view_update_counts (self);
  dem_canvas_invalidate (DEM_CANVAS (self));
  dem_timeline_view_show_group_of (self, dem_canvas_get_cursor (DEM_CANVAS (self)));
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
start_indexing (DemTimelineView *self, const Order *wanted)
{
  Order *order = g_memdup2 (wanted, sizeof (Order));
  g_autoptr (GTask) task = NULL;

  g_object_ref (order->dossier);
  if (order->index != NULL)
    dem_timeline_index_ref (order->index);
  self->indexing = g_cancellable_new ();
  task = g_task_new (self, self->indexing, on_index_made, NULL);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_index);
}

static DemEventGrouping
get_made_grouping (DemTimelineView *self)
{
  return self->groups != NULL ? dem_lane_memory_get_groups (self->groups)->grouping : DEM_GROUPING_NONE;
}

void
dem_timeline_view_update_index (DemTimelineView *self)
{
  DemFocus *focus = dem_timeline_view_get_focus (self);
  Order order = { .dossier = focus != NULL ? dem_focus_get_dossier (focus) : NULL, .grouping = self->grouping };
  gboolean is_current;

  order.scenario = order.dossier != NULL ? dem_focus_get_scenario (focus) : DEM_NO_INDEX;
  is_current = self->indexing == NULL && self->index != NULL && self->index->dossier == order.dossier
               && self->index->scenario == order.scenario;
  if (is_current && get_made_grouping (self) == order.grouping)
    return;
  if (is_current)
    order.index = self->index;
  dem_timeline_view_stop_indexing (self);
  if (order.dossier == NULL)
    take (self, NULL);
  else if (dem_dossier_count (order.dossier, DEM_KIND_EVENT) + dem_dossier_count (order.dossier, DEM_KIND_RELATION)
           < DEM_TIMELINE_AT_ONCE)
    take (self, make (&order));
  else
    {
      if (self->index == NULL || self->index->dossier != order.dossier)
        {
          take (self, NULL);
          self->index = dem_timeline_index_new_empty (order.dossier, order.scenario);
        }
      start_indexing (self, &order);
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
