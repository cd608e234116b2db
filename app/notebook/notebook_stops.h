/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook.h"
#include "app/notebook/stops.h"

G_BEGIN_DECLS

/* What was done to the stops of a briefing: the name of a step to undo. */
typedef enum
{
  DEM_STOPS_ADD,
  DEM_STOPS_EDIT,
  DEM_STOPS_MOVE,
  DEM_STOPS_DUPLICATE,
  DEM_STOPS_HIDE,
  DEM_STOPS_SHOW,
  DEM_STOPS_DELETE,
  DEM_STOPS_RESTORE,
  DEM_STOPS_DRAW,
  DEM_STOPS_ERASE,
  DEM_STOPS_ADOPT_TIMINGS,
  DEM_N_STOPS_VERBS,
} DemStopsVerb;

/* What the reader says of the briefing: (transfer none), until the next change. */
const DemStops *dem_notebook_get_stops (DemNotebook *self);

/**
 * dem_notebook_change_stops:
 * @verb: what the step is called
 * @typing: (nullable): what is typed in; edits of the same one after another are one step, as with notes
 * @stops: what the reader says from now on
 *
 * One step to undo; silent when nothing is other. Taking it back takes back this change alone, whatever has come since.
 */
void dem_notebook_change_stops (DemNotebook *self, DemStopsVerb verb, const char *typing, const DemStops *stops);

G_END_DECLS
