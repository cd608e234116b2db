/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/index.h"

G_BEGIN_DECLS

/* Which events share a lane. */
typedef enum
{
  DEM_GROUPING_NONE, /* all in one */
  DEM_GROUPING_ACTOR,
  DEM_GROUPING_KIND,
  DEM_N_GROUPINGS,
} DemEventGrouping;

/* "none", "actor", "kind": for settings, actions and the command line. FALSE for any other word. */
const char *dem_event_grouping_to_name (DemEventGrouping grouping);
gboolean dem_event_grouping_from_name (const char *name, DemEventGrouping *grouping);

/**
 * DemEventGroup:
 * @name: of the actor or the kind, or what is said of events without one
 * @index: of its events only
 */
typedef struct
{
  char *name;
  DemTimelineIndex *index;
} DemEventGroup;

/**
 * DemEventGroups:
 * @groups: (element-type DemEventGroup): those with the most events first, and last the events that have no actor or kind
 *
 * The events of an index, each in one group: that of the first actor it names, or of its kind. Immutable and reference
 * counted.
 */
typedef struct
{
  DemEventGrouping grouping;
  DemTimelineIndex *whole;
  GPtrArray *groups;

  /*< private >*/
  gatomicrefcount references;
  GArray *positions;
  guint32 *group_of;
} DemEventGroups;

/* Takes time that grows with the number of events; may be called from any thread. NULL when nothing is to be grouped. */
DemEventGroups *dem_event_groups_new (DemTimelineIndex *index, DemEventGrouping grouping);
DemEventGroups *dem_event_groups_ref (DemEventGroups *self);
void dem_event_groups_unref (DemEventGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemEventGroups, dem_event_groups_unref)

const DemEventGroup *dem_event_groups_get (DemEventGroups *self, guint i);

/* The group of an event of the dossier, or -1 when it cannot be placed. */
int dem_event_groups_find (DemEventGroups *self, guint32 event);

/* How many rows a group wants: more where there are more events. */
guint dem_event_group_get_rows (const DemEventGroup *group);

G_END_DECLS
