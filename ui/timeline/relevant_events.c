/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/relevant_events.h"

static void
collect (DemRelevantEvents *self, GArray *relevant)
{
  const DemTimelineEvent *events = (const DemTimelineEvent *) self->index->events->data;

  for (guint32 i = 0; i < self->index->events->len; i++)
    {
      DemRef ref = DEM_REF (EVENT, events[i].event);

      if (!dem_relevance_contains (self->relevance, ref))
        continue;
      g_array_append_val (relevant, i);
      if (dem_relevance_is_selected (self->relevance, ref))
        g_array_append_val (self->selected, i);
    }
}

DemRelevantEvents *
dem_relevant_events_new (DemTimelineIndex *index, DemRelevance *relevance)
{
  DemRelevantEvents *self = g_new0 (DemRelevantEvents, 1);
  GArray *relevant = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;

  g_atomic_ref_count_init (&self->references);
  self->index = dem_timeline_index_ref (index);
  self->relevance = dem_relevance_ref (relevance);
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (dem_relevance_has_selection (relevance))
    collect (self, relevant);
  n = relevant->len;
  self->tree = dem_event_tree_new ((const DemTimelineEvent *) index->events->data,
                                   (guint32 *) (gpointer) g_array_free (relevant, FALSE), n);
  return self;
}

DemRelevantEvents *
dem_relevant_events_ref (DemRelevantEvents *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_relevant_events_unref (DemRelevantEvents *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  dem_event_tree_free (self->tree);
  g_array_unref (self->selected);
  dem_relevance_unref (self->relevance);
  dem_timeline_index_unref (self->index);
  g_free (self);
}
