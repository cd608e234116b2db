/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/changes.h"
#include "app/focus/focus.h"

G_BEGIN_DECLS

/* Time that runs: which period a moment stands for while the period is played through the view. Nothing here ticks. */

typedef enum
{
  DEM_PLAYBACK_CUMULATIVE, /* the period grows from where it begins */
  DEM_PLAYBACK_SLIDING,    /* the period keeps its length */
  DEM_PLAYBACK_INSTANT,    /* the period is a single day */
} DemPlaybackMode;

/**
 * DemPlayback:
 * @range: what is played through, finite
 * @first: where a growing period begins
 * @length: of a sliding period, in days
 * @playhead: the moment that is shown: the last day of the period. One day before the range when nothing was played.
 *
 * A value; the functions below return others.
 */
typedef struct
{
  DemPlaybackMode mode;
  DemPeriod range;
  DemDay first;
  gint64 length;
  DemDay playhead;
} DemPlayback;

/**
 * dem_playback_begin:
 *
 * Where playing begins for what is looked at: a period that the reader set goes on from its end, or anew when it is at the
 * end of the range; otherwise playing begins at the beginning of the range, which is the view as far as the dossier tells
 * anything about it. There must be a dossier.
 */
DemPlayback dem_playback_begin (DemFocus *focus, DemPlaybackMode mode);

/* The same in another mode, at the same moment. */
DemPlayback dem_playback_set_mode (DemPlayback playback, DemPlaybackMode mode);

/* Another moment, held inside the range. */
DemPlayback dem_playback_move (DemPlayback playback, DemDay playhead);

gboolean dem_playback_is_at_end (const DemPlayback *playback);

/**
 * dem_playback_step:
 * @direction: 1 to the next change, -1 to the one before
 *
 * From what is looked at to where something changes, inside the range; forward from the last change to the end of the
 * range. FALSE, and @playback as dem_playback_begin() has it, when there is nothing that way.
 */
gboolean dem_playback_step (DemFocus *focus, DemPlaybackMode mode, DemChanges *changes, int direction,
                            DemPlayback *playback);

/* The period for the moment. */
DemPeriod dem_playback_get_period (const DemPlayback *playback);

/* Shows the moment. A period that has grown to all that is in view is the view again. */
void dem_playback_show (const DemPlayback *playback, DemFocus *focus);

/* How many days pass in a second of real time at a speed (1: the range takes DEM_PLAYBACK_SECONDS). */
#define DEM_PLAYBACK_SECONDS 20.0
double dem_playback_get_pace (const DemPlayback *playback, double speed);

G_END_DECLS
