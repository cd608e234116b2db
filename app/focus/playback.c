/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/focus/playback.h"

#define SLIDING_SHARE 8 /* a period that nobody set slides with this part of the range */

/* The view, without what lies outside the dossier's span on either side. */
static DemPeriod
get_range (DemFocus *focus)
{
  DemPeriod view = dem_focus_get_view (focus);
  DemPeriod span = dem_dossier_get_span (dem_focus_get_dossier (focus));
  DemPeriod range = { MAX (view.first, span.first), MIN (view.last, span.last) };

  if (range.first <= range.last)
    return range;
  return dem_day_is_finite (view.first) && dem_day_is_finite (view.last) ? view : span;
}

static DemPlayback
begin_anew (DemPlaybackMode mode, DemPeriod range)
{
  return (DemPlayback){ .mode = mode,
                        .range = range,
                        .first = range.first,
                        .length = MAX (1, (range.last - range.first + 1) / SLIDING_SHARE),
                        .playhead = range.first - 1 };
}

DemPlayback
dem_playback_begin (DemFocus *focus, DemPlaybackMode mode)
{
  DemPeriod period;
  DemPlayback playback;

  g_return_val_if_fail (DEM_IS_FOCUS (focus) && dem_focus_get_dossier (focus) != NULL, (DemPlayback){ 0 });

  period = dem_focus_get_period (focus);
  playback = begin_anew (mode, get_range (focus));
  if (dem_focus_period_is_linked (focus) || !dem_day_is_finite (period.first) || !dem_day_is_finite (period.last))
    return playback;
  playback.first = period.first;
  playback.length = period.last - period.first + 1;
  playback.range.first = MIN (playback.range.first, period.first);
  if (period.last < playback.range.last)
    playback.playhead = period.last;
  else if (mode == DEM_PLAYBACK_CUMULATIVE)
    playback.playhead = period.first - 1;
  return playback;
}

DemPlayback
dem_playback_set_mode (DemPlayback playback, DemPlaybackMode mode)
{
  playback.mode = mode;
  return playback;
}

DemPlayback
dem_playback_move (DemPlayback playback, DemDay playhead)
{
  playback.playhead = CLAMP (playhead, playback.range.first, playback.range.last);
  return playback;
}

gboolean
dem_playback_is_at_end (const DemPlayback *playback)
{
  return playback->playhead >= playback->range.last;
}

/* Back from the end of what is shown, forward from where playing would go on. What grows has shown the last day when all is
 * shown; a step to it would lead nowhere. */
static DemDay
find_step (DemFocus *focus, DemChanges *changes, int direction, const DemPlayback *from)
{
  DemDay day;

  if (direction < 0)
    {
      day = dem_focus_period_is_linked (focus) ? from->range.last + (from->mode != DEM_PLAYBACK_CUMULATIVE)
                                               : dem_focus_get_period (focus).last;
      day = dem_changes_previous (changes, day);
      return day != DEM_DAY_UNKNOWN && day >= from->range.first ? day : DEM_DAY_UNKNOWN;
    }
  if (dem_playback_is_at_end (from))
    return DEM_DAY_UNKNOWN;
  day = dem_changes_next (changes, from->playhead);
  return day != DEM_DAY_UNKNOWN && day <= from->range.last ? day : from->range.last;
}

gboolean
dem_playback_step (
    DemFocus *focus, DemPlaybackMode mode, DemChanges *changes, int direction, DemPlayback *playback)
{
  DemDay day;

  g_return_val_if_fail (playback != NULL && changes != NULL, FALSE);

  *playback = dem_playback_begin (focus, mode);
  day = find_step (focus, changes, direction, playback);
  if (day == DEM_DAY_UNKNOWN)
    return FALSE;
  *playback = dem_playback_move (*playback, day);
  return TRUE;
}

DemPeriod
dem_playback_get_period (const DemPlayback *playback)
{
  DemDay last = CLAMP (playback->playhead, playback->range.first, playback->range.last);

  switch (playback->mode)
    {
    case DEM_PLAYBACK_SLIDING:
      return (DemPeriod){ MAX (last - playback->length + 1, playback->range.first), last };
    case DEM_PLAYBACK_INSTANT:
      return (DemPeriod){ last, last };
    case DEM_PLAYBACK_CUMULATIVE:
    default:
      return (DemPeriod){ MIN (playback->first, last), last };
    }
}

void
dem_playback_show (const DemPlayback *playback, DemFocus *focus)
{
  DemPeriod period = dem_playback_get_period (playback);

  g_return_if_fail (DEM_IS_FOCUS (focus));

  if (period.first <= playback->range.first && period.last >= playback->range.last)
    {
      if (!dem_focus_period_is_linked (focus))
        dem_focus_clear_period (focus);
    }
  else
    dem_focus_set_period (focus, period);
}

double
dem_playback_get_pace (const DemPlayback *playback, double speed)
{
  return speed * (double) (playback->range.last - playback->range.first + 1) / DEM_PLAYBACK_SECONDS;
}
