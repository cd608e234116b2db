/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_stops.h"

#include <glib/gi18n-lib.h>

#include "app/notebook/notebook_private.h"

/* Change: all stops before and after; cheap, since what did not change is shared. */
typedef struct
{
  DemStops *before, *after;
  char *typing;
  gint64 time;
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  dem_stops_free (change->before);
  dem_stops_free (change->after);
  g_free (change->typing);
  g_free (change);
}

static void
replace (DemNotebook *self, DemStops *stops)
{
  dem_stops_free (self->stops);
  self->stops = stops;
}

/* From one state to another, keeping what else has been changed meanwhile. */
static void
step (DemNotebook *self, const DemStops *from, const DemStops *to)
{
  replace (self, dem_stops_equal (self->stops, from) ? dem_stops_copy (to) : dem_stops_merge (from, self->stops, to));
}

static void
undo_change (gpointer target, gpointer data)
{
  Change *change = data;

  step (target, change->after, change->before);
}

static void
redo_change (gpointer target, gpointer data)
{
  Change *change = data;

  step (target, change->before, change->after);
}

#define KIND(undo, redo)                                                                                           \
  {                                                                                                                \
    undo, redo, undo_change, redo_change, free_change                                                              \
  }

static const DemUndoKind kinds[DEM_N_STOPS_VERBS] = {
  [DEM_STOPS_ADD] = KIND (N_ ("Undo Add Stop"), N_ ("Redo Add Stop")),
  [DEM_STOPS_EDIT] = KIND (N_ ("Undo Edit Stop"), N_ ("Redo Edit Stop")),
  [DEM_STOPS_MOVE] = KIND (N_ ("Undo Move Stop"), N_ ("Redo Move Stop")),
  [DEM_STOPS_DUPLICATE] = KIND (N_ ("Undo Duplicate Stop"), N_ ("Redo Duplicate Stop")),
  [DEM_STOPS_HIDE] = KIND (N_ ("Undo Hide Stop"), N_ ("Redo Hide Stop")),
  [DEM_STOPS_SHOW] = KIND (N_ ("Undo Show Stop"), N_ ("Redo Show Stop")),
  [DEM_STOPS_DELETE] = KIND (N_ ("Undo Delete Stop"), N_ ("Redo Delete Stop")),
  [DEM_STOPS_RESTORE] = KIND (N_ ("Undo Restore Stops"), N_ ("Redo Restore Stops")),
  [DEM_STOPS_DRAW] = KIND (N_ ("Undo Draw"), N_ ("Redo Draw")),
  [DEM_STOPS_ERASE] = KIND (N_ ("Undo Erase"), N_ ("Redo Erase")),
  [DEM_STOPS_ADOPT_TIMINGS] = KIND (N_ ("Undo Adopt Timings"), N_ ("Redo Adopt Timings")),
};

const DemStops *
dem_notebook_get_stops (DemNotebook *self)
{
  g_return_val_if_fail (DEM_IS_NOTEBOOK (self), NULL);

  return self->stops;
}

/* The step that goes on while one types. */
static Change *
get_open_change (DemNotebook *self, DemStopsVerb verb, const char *typing)
{
  Change *last = typing != NULL ? dem_undo_peek (self->undo, &kinds[verb]) : NULL;

  if (last == NULL || g_strcmp0 (last->typing, typing) != 0
      || self->get_time () - last->time > DEM_NOTEBOOK_PAUSE || !dem_stops_equal (last->after, self->stops))
    return NULL;
  return last;
}

void
dem_notebook_change_stops (DemNotebook *self, DemStopsVerb verb, const char *typing, const DemStops *stops)
{
  Change *change;

  g_return_if_fail (DEM_IS_NOTEBOOK (self));
  g_return_if_fail (verb < DEM_N_STOPS_VERBS && stops != NULL);

  if (dem_stops_equal (self->stops, stops))
    return;
  change = get_open_change (self, verb, typing);
  if (change != NULL)
    {
      dem_stops_free (change->after);
      change->after = dem_stops_copy (stops);
      change->time = self->get_time ();
      replace (self, dem_stops_copy (stops));
      dem_notebook_emit_changed (self);
      return;
    }
  change = g_new (Change, 1);
  *change = (Change){ dem_stops_copy (self->stops), dem_stops_copy (stops), g_strdup (typing), self->get_time () };
  replace (self, dem_stops_copy (stops));
  dem_undo_push (self->undo, &kinds[verb], change);
}
