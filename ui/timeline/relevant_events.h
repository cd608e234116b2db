/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/relevance.h"
#include "ui/timeline/index.h"

G_BEGIN_DECLS

/**
 * DemRelevantEvents:
 * @tree: of the events that have to do with the selection; empty with nothing selected
 * @selected: (element-type guint32): positions of the selected ones, by start
 *
 * The events of an index that the selection lights, made once a selection. Immutable and reference counted.
 */
typedef struct
{
  DemTimelineIndex *index;
  DemRelevance *relevance;
  DemEventTree *tree;
  GArray *selected;

  /*< private >*/
  gatomicrefcount references;
} DemRelevantEvents;

DemRelevantEvents *dem_relevant_events_new (DemTimelineIndex *index, DemRelevance *relevance);
DemRelevantEvents *dem_relevant_events_ref (DemRelevantEvents *self);
void dem_relevant_events_unref (DemRelevantEvents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemRelevantEvents, dem_relevant_events_unref)

G_END_DECLS
