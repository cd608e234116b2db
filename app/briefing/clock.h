/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemTalkClock:
 *
 * How long a talk has taken, and how long it was to take. Whoever asks says what time it is, in microseconds of a clock that
 * never goes back (g_get_monotonic_time()). It starts by itself when the first stop is left, and stands still while paused.
 */
typedef struct _DemTalkClock DemTalkClock;

typedef enum
{
  DEM_PACE_UNKNOWN, /* nothing is planned, or it has not started */
  DEM_PACE_GOOD,
  DEM_PACE_AHEAD,
  DEM_PACE_BEHIND,
} DemPace;

/* Nobody is told that they are late before they are by so many seconds. */
#define DEM_PACE_TOLERANCE 15.0

DemTalkClock *dem_talk_clock_new (void);
void dem_talk_clock_free (DemTalkClock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemTalkClock, dem_talk_clock_free)

/**
 * dem_talk_clock_set_plan:
 * @minutes: for each stop, NAN where none are planned
 * @total: of the whole, NAN when that is not said; what is left of it is shared by the stops without minutes
 *
 * What was recorded stays with the number of its stop.
 */
void dem_talk_clock_set_plan (DemTalkClock *self, const double *minutes, guint n, double total);

/* The talk is at a stop now. Leaving the first for another starts the clock, unless it was paused before. */
void dem_talk_clock_go (DemTalkClock *self, guint stop, gint64 now);

gboolean dem_talk_clock_is_running (DemTalkClock *self);
gboolean dem_talk_clock_has_started (DemTalkClock *self);

/* Starts it by hand as well; pausing holds it wherever the talk goes. */
void dem_talk_clock_start (DemTalkClock *self, gint64 now);
void dem_talk_clock_pause (DemTalkClock *self, gint64 now);

/* Back to nothing: it starts again when the stop is left that the talk is at now. */
void dem_talk_clock_reset (DemTalkClock *self);

/* Seconds so far. */
double dem_talk_clock_get_elapsed (DemTalkClock *self, gint64 now);

/* Seconds planned for the whole; 0 when nothing is planned. */
double dem_talk_clock_get_planned (DemTalkClock *self);

/* Seconds planned until now: all stops before this one, and of this one as much as has been spent in it, but no more than was
 * planned for it. */
double dem_talk_clock_get_planned_by_now (DemTalkClock *self, gint64 now);

/* @seconds: (out) (optional): by how much */
DemPace dem_talk_clock_get_pace (DemTalkClock *self, gint64 now, double *seconds);

/* How long a stop took, over all visits; NAN when nobody was there while the clock ran. */
double dem_talk_clock_get_recorded (DemTalkClock *self, guint stop, gint64 now);

/* All of them, for adopting them as the plan: @n times seconds or NAN. (transfer full) */
double *dem_talk_clock_dup_recorded (DemTalkClock *self, gint64 now, guint *n);

/* "8:42", "1:08:42". (transfer full) */
char *dem_talk_clock_format (double seconds);

/* "42 s behind", "3 min ahead", "on time"; NULL for an unknown pace. (transfer full) */
char *dem_talk_clock_dup_pace (DemTalkClock *self, gint64 now);

G_END_DECLS
