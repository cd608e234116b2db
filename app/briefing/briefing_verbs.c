/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/briefing_private.h"

#include <math.h>

#define SECONDS_PER_MINUTE 60.0

/* Timings are told in tenths of a minute. */
#define MINUTE_STEPS 10.0

/* What the reader says of a stop, to be changed. (transfer full) */
static DemOwnStop *
dup_own (DemBriefing *self, const char *id)
{
  DemOwnStop *own = dem_stops_get (dem_notebook_get_stops (self->notebook), id);

  return own != NULL ? dem_own_stop_copy (own) : dem_own_stop_new (id);
}

static void
put (DemBriefing *self, DemStopsVerb verb, const char *typing, DemOwnStop *stop)
{
  g_autoptr (DemStops) stops = dem_stops_copy (dem_notebook_get_stops (self->notebook));

  dem_stops_put (stops, stop);
  dem_notebook_change_stops (self->notebook, verb, typing, stops);
}

/* ---- Order ---- */

/* Where something goes in the whole order that is to stand at a position of the list. */
static guint
find_place (DemBriefing *self, GPtrArray *ids, guint position)
{
  guint at = ids->len;

  if (position < self->stops->len)
    g_ptr_array_find_with_equal_func (ids, dem_talk_stop_get_id (self->stops->pdata[position]), g_str_equal, &at);
  return at;
}

static void
set_order (DemStops *stops, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  dem_stops_set_order (stops, (const char *const *) ids->pdata);
}

/* Puts a new stop at a place of the whole order. */
static void
insert (DemBriefing *self, DemStopsVerb verb, DemOwnStop *stop, GPtrArray *ids, guint at)
{
  g_autoptr (DemStops) stops = dem_stops_copy (dem_notebook_get_stops (self->notebook));

  g_ptr_array_insert (ids, (int) at, stop->id);
  set_order (stops, ids);
  dem_stops_put (stops, stop);
  dem_notebook_change_stops (self->notebook, verb, NULL, stops);
}

char *
dem_briefing_add (DemBriefing *self, guint position, DemShot *shot, const char *headline)
{
  g_autofree char *id = NULL;
  g_autoptr (DemOwnStop) stop = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (DEM_IS_BRIEFING (self), NULL);
  g_return_val_if_fail (shot != NULL && headline != NULL, NULL);

  id = g_uuid_string_random ();
  stop = dem_own_stop_new (id);
  dem_own_stop_set_text (stop, DEM_STOP_HEADLINE, headline);
  dem_own_stop_set_shot (stop, shot);
  ids = dem_briefing_list_ids (self);
  insert (self, DEM_STOPS_ADD, stop, ids, find_place (self, ids, position));
  return g_steal_pointer (&id);
}

void
dem_briefing_move (DemBriefing *self, guint from, guint to)
{
  g_autoptr (DemStops) stops = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  gpointer moved;
  guint target;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (from < self->stops->len && to < self->stops->len);

  if (from == to)
    return;
  ids = dem_briefing_list_ids (self);
  target = find_place (self, ids, to);
  moved = g_ptr_array_steal_index (ids, find_place (self, ids, from));
  g_ptr_array_insert (ids, (int) target, moved);
  stops = dem_stops_copy (dem_notebook_get_stops (self->notebook));
  set_order (stops, ids);
  dem_notebook_change_stops (self->notebook, DEM_STOPS_MOVE, NULL, stops);
}

/* ---- What a stop says and shows ---- */

void
dem_briefing_set_text (DemBriefing *self, const char *id, DemStopText which, const char *text)
{
  g_autoptr (DemOwnStop) stop = NULL;
  g_autofree char *typing = NULL;
  gboolean is_given;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL && which < DEM_N_STOP_TEXTS);

  /* A stop of one's own is there as long as it has a headline, be it an empty one. */
  is_given = dem_dossier_find (self->dossier, id).kind == DEM_KIND_STOP;
  stop = dup_own (self, id);
  dem_own_stop_set_text (stop, which, text == NULL && !is_given ? "" : text);
  typing = g_strdup_printf ("%s/%s", id, dem_stop_text_get_name (which));
  put (self, DEM_STOPS_EDIT, typing, stop);
}

void
dem_briefing_set_minutes (DemBriefing *self, const char *id, double minutes)
{
  g_autoptr (DemOwnStop) stop = NULL;
  g_autofree char *typing = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (isnan (minutes) || (isfinite (minutes) && minutes >= 0));

  stop = dup_own (self, id);
  stop->minutes = minutes;
  typing = g_strdup_printf ("%s/minutes", id);
  put (self, DEM_STOPS_EDIT, typing, stop);
}

void
dem_briefing_set_shot (DemBriefing *self, const char *id, DemShot *shot)
{
  g_autoptr (DemOwnStop) stop = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL);

  stop = dup_own (self, id);
  dem_own_stop_set_shot (stop, shot);
  put (self, DEM_STOPS_EDIT, NULL, stop);
}

/* What is shown as a shot, for a copy that stands for itself. */
static DemShot *
dup_shot (DemTalkStop *stop)
{
  g_autoptr (DemFocus) focus = dem_focus_new ();
  const DemStopView *view = dem_talk_stop_get_view (stop);
  DemDossier *dossier = dem_talk_stop_get_dossier (stop);
  DemShot *shot;

  dem_focus_open (focus, dossier);
  dem_talk_stop_apply (stop, focus);
  shot = dem_shot_new_from_focus (focus, view->stage);
  shot->latitude = view->latitude;
  shot->longitude = view->longitude;
  shot->zoom = view->zoom;
  shot->fit = g_new0 (char *, view->n_fit + 1);
  for (guint i = 0; i < view->n_fit; i++)
    shot->fit[i] = g_strdup (dem_dossier_get_item (dossier, view->fit[i])->id);
  return shot;
}

char *
dem_briefing_duplicate (DemBriefing *self, const char *id)
{
  guint position = dem_briefing_find (self, id);
  g_autofree char *other = g_uuid_string_random ();
  g_autoptr (DemOwnStop) copy = NULL;
  g_autoptr (DemShot) shot = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  DemTalkStop *stop;

  g_return_val_if_fail (position != DEM_NO_INDEX, NULL);

  stop = self->stops->pdata[position];
  copy = dem_own_stop_new (other);
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    dem_own_stop_set_text (copy, i, dem_talk_stop_get_text (stop, i));
  if (copy->texts[DEM_STOP_HEADLINE] == NULL)
    dem_own_stop_set_text (copy, DEM_STOP_HEADLINE, "");
  copy->minutes = dem_talk_stop_get_minutes (stop);
  shot = dup_shot (stop);
  dem_own_stop_set_shot (copy, shot);
  ids = dem_briefing_list_ids (self);
  insert (self, DEM_STOPS_DUPLICATE, copy, ids, find_place (self, ids, position) + 1);
  return g_steal_pointer (&other);
}

/* ---- There or not ---- */

void
dem_briefing_set_hidden (DemBriefing *self, const char *id, gboolean hidden)
{
  g_autoptr (DemOwnStop) stop = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL);

  stop = dup_own (self, id);
  stop->is_hidden = hidden;
  put (self, hidden ? DEM_STOPS_HIDE : DEM_STOPS_SHOW, NULL, stop);
}

void
dem_briefing_delete (DemBriefing *self, const char *id)
{
  g_autoptr (DemStops) stops = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL);

  if (dem_dossier_find (self->dossier, id).kind == DEM_KIND_STOP)
    {
      dem_briefing_set_hidden (self, id, TRUE);
      return;
    }
  stops = dem_stops_copy (dem_notebook_get_stops (self->notebook));
  dem_stops_remove (stops, id);
  dem_notebook_change_stops (self->notebook, DEM_STOPS_DELETE, NULL, stops);
}

void
dem_briefing_restore (DemBriefing *self, const char *id)
{
  g_autoptr (DemStops) stops = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (dem_dossier_find (self->dossier, id).kind == DEM_KIND_STOP);

  stops = dem_stops_copy (dem_notebook_get_stops (self->notebook));
  dem_stops_remove (stops, id);
  dem_notebook_change_stops (self->notebook, DEM_STOPS_RESTORE, NULL, stops);
}

void
dem_briefing_restore_all (DemBriefing *self)
{
  g_autoptr (DemStops) nothing = dem_stops_new ();

  g_return_if_fail (DEM_IS_BRIEFING (self));

  dem_notebook_change_stops (self->notebook, DEM_STOPS_RESTORE, NULL, nothing);
}

/* ---- The pen ---- */

void
dem_briefing_draw (DemBriefing *self, const char *id, const DemStroke *stroke)
{
  g_autoptr (DemOwnStop) stop = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (id != NULL && stroke != NULL && stroke->n_points > 0);

  stop = dup_own (self, id);
  dem_own_stop_add_stroke (stop, stroke);
  put (self, DEM_STOPS_DRAW, NULL, stop);
}

/* How far a point is from a line between two, all in shares of the slide's width. */
static double
measure_distance (double x, double y, const double *a, const double *b, double aspect)
{
  double ax = a[0], ay = a[1] / aspect, dx = b[0] - ax, dy = b[1] / aspect - ay;
  double length = dx * dx + dy * dy;
  double share = length > 0 ? CLAMP (((x - ax) * dx + (y - ay) * dy) / length, 0, 1) : 0;

  return hypot (x - ax - share * dx, y - ay - share * dy);
}

static gboolean
is_hit (const DemStroke *stroke, double x, double y, double radius, double aspect)
{
  for (guint i = 0; i < stroke->n_points; i++)
    if (measure_distance (x, y, stroke->points + 2 * i, stroke->points + 2 * MIN (i + 1, stroke->n_points - 1), aspect)
        <= radius + stroke->width / 2)
      return TRUE;
  return FALSE;
}

gboolean
dem_briefing_erase (DemBriefing *self, const char *id, double x, double y, double radius, double aspect)
{
  g_autoptr (DemOwnStop) stop = NULL;
  guint before;

  g_return_val_if_fail (DEM_IS_BRIEFING (self), FALSE);
  g_return_val_if_fail (id != NULL && aspect > 0, FALSE);

  stop = dup_own (self, id);
  before = stop->strokes != NULL ? stop->strokes->len : 0;
  for (guint i = before; i > 0; i--)
    if (is_hit (stop->strokes->pdata[i - 1], x, y / aspect, radius, aspect))
      g_ptr_array_remove_index (stop->strokes, i - 1);
  if (before == 0 || stop->strokes->len == before)
    return FALSE;
  put (self, DEM_STOPS_ERASE, NULL, stop);
  return TRUE;
}

/* ---- Timings ---- */

void
dem_briefing_adopt_timings (DemBriefing *self, const double *seconds, guint n)
{
  g_autoptr (DemStops) stops = NULL;

  g_return_if_fail (DEM_IS_BRIEFING (self));
  g_return_if_fail (n == 0 || seconds != NULL);

  stops = dem_stops_copy (dem_notebook_get_stops (self->notebook));
  for (guint i = 0; i < MIN (n, self->stops->len); i++)
    {
      g_autoptr (DemOwnStop) stop = NULL;

      if (isnan (seconds[i]))
        continue;
      stop = dup_own (self, dem_talk_stop_get_id (self->stops->pdata[i]));
      stop->minutes = MAX (round (seconds[i] / SECONDS_PER_MINUTE * MINUTE_STEPS), 1) / MINUTE_STEPS;
      dem_stops_put (stops, stop);
    }
  dem_notebook_change_stops (self->notebook, DEM_STOPS_ADOPT_TIMINGS, NULL, stops);
}
