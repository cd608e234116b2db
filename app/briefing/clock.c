/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/clock.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SECONDS_PER_MINUTE 60.0

struct _DemTalkClock
{
  GArray *plan;     /* double: seconds */
  GArray *recorded; /* double: seconds, NAN for nothing */
  guint stop;
  gboolean running;
  gboolean held;    /* paused by hand */
  gboolean started;
  double elapsed;   /* until since */
  double here;      /* spent at this stop in this visit, until since */
  gint64 since;     /* last time that was counted, while it runs */
};

DemTalkClock *
dem_talk_clock_new (void)
{
  DemTalkClock *self = g_new0 (DemTalkClock, 1);

  self->plan = g_array_new (FALSE, FALSE, sizeof (double));
  self->recorded = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
dem_talk_clock_free (DemTalkClock *self)
{
  g_array_unref (self->plan);
  g_array_unref (self->recorded);
  g_free (self);
}

/* ---- The plan ---- */

void
dem_talk_clock_set_plan (DemTalkClock *self, const double *minutes, guint n, double total)
{
  double sum = 0, share;
  guint n_open = 0;

  g_return_if_fail (self != NULL && (minutes != NULL || n == 0));

  for (guint i = 0; i < n; i++)
    if (isnan (minutes[i]))
      n_open++;
    else
      sum += minutes[i];
  share = n_open > 0 && !isnan (total) ? MAX (total - sum, 0) / n_open : 0;
  g_array_set_size (self->plan, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->plan, double, i) = (isnan (minutes[i]) ? share : minutes[i]) * SECONDS_PER_MINUTE;
}

static double
get_plan (DemTalkClock *self, guint stop)
{
  return stop < self->plan->len ? g_array_index (self->plan, double, stop) : 0;
}

double
dem_talk_clock_get_planned (DemTalkClock *self)
{
  double sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->plan->len; i++)
    sum += get_plan (self, i);
  return sum;
}

/* ---- Counting ---- */

static double
measure_since (DemTalkClock *self, gint64 now)
{
  return self->running ? (double) MAX (now - self->since, 0) / G_USEC_PER_SEC : 0;
}

static void
count (DemTalkClock *self, gint64 now)
{
  double seconds = measure_since (self, now);
  double nothing = NAN, *spent;

  if (!self->running)
    return;
  while (self->recorded->len <= self->stop)
    g_array_append_val (self->recorded, nothing);
  spent = &g_array_index (self->recorded, double, self->stop);
  *spent = (isnan (*spent) ? 0 : *spent) + seconds;
  self->elapsed += seconds;
  self->here += seconds;
  self->since = MAX (now, self->since);
}

void
dem_talk_clock_go (DemTalkClock *self, guint stop, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (stop == self->stop)
    return;
  count (self, now);
  if (!self->started && !self->held)
    dem_talk_clock_start (self, now);
  self->stop = stop;
  self->here = 0;
}

gboolean
dem_talk_clock_is_running (DemTalkClock *self)
{
  return self->running;
}

gboolean
dem_talk_clock_has_started (DemTalkClock *self)
{
  return self->started;
}

void
dem_talk_clock_start (DemTalkClock *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  self->held = FALSE;
  if (self->running)
    return;
  self->running = self->started = TRUE;
  self->since = now;
}

void
dem_talk_clock_pause (DemTalkClock *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  count (self, now);
  self->running = FALSE;
  self->held = TRUE;
}

void
dem_talk_clock_reset (DemTalkClock *self)
{
  g_return_if_fail (self != NULL);

  self->running = self->held = self->started = FALSE;
  self->elapsed = self->here = 0;
  g_array_set_size (self->recorded, 0);
}

/* ---- Asking ---- */

double
dem_talk_clock_get_elapsed (DemTalkClock *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed + measure_since (self, now);
}

double
dem_talk_clock_get_planned_by_now (DemTalkClock *self, gint64 now)
{
  double sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < MIN (self->stop, self->plan->len); i++)
    sum += get_plan (self, i);
  return sum + MIN (self->here + measure_since (self, now), get_plan (self, self->stop));
}

DemPace
dem_talk_clock_get_pace (DemTalkClock *self, gint64 now, double *seconds)
{
  double late;

  g_return_val_if_fail (self != NULL, DEM_PACE_UNKNOWN);

  late = dem_talk_clock_get_elapsed (self, now) - dem_talk_clock_get_planned_by_now (self, now);
  if (seconds != NULL)
    *seconds = fabs (late);
  if (!self->started || dem_talk_clock_get_planned (self) <= 0)
    return DEM_PACE_UNKNOWN;
  if (fabs (late) < DEM_PACE_TOLERANCE)
    return DEM_PACE_GOOD;
  return late > 0 ? DEM_PACE_BEHIND : DEM_PACE_AHEAD;
}

double
dem_talk_clock_get_recorded (DemTalkClock *self, guint stop, gint64 now)
{
  double spent;

  g_return_val_if_fail (self != NULL, NAN);

  spent = stop < self->recorded->len ? g_array_index (self->recorded, double, stop) : NAN;
  if (!self->running || stop != self->stop)
    return spent;
  return (isnan (spent) ? 0 : spent) + measure_since (self, now);
}

double *
dem_talk_clock_dup_recorded (DemTalkClock *self, gint64 now, guint *n)
{
  double *seconds;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = MAX (self->recorded->len, self->stop + 1);
  seconds = g_new (double, *n);
  for (guint i = 0; i < *n; i++)
    seconds[i] = dem_talk_clock_get_recorded (self, i, now);
  return seconds;
}

/* ---- Words ---- */

char *
dem_talk_clock_format (double seconds)
{
  guint whole = (guint) floor (MAX (seconds, 0));

  if (whole >= 3600)
    return g_strdup_printf ("%u:%02u:%02u", whole / 3600, whole / 60 % 60, whole % 60);
  return g_strdup_printf ("%u:%02u", whole / 60, whole % 60);
}

char *
dem_talk_clock_dup_pace (DemTalkClock *self, gint64 now)
{
  double seconds;
  DemPace pace = dem_talk_clock_get_pace (self, now, &seconds);
  guint amount;

  if (pace == DEM_PACE_UNKNOWN)
    return NULL;
  if (pace == DEM_PACE_GOOD)
    return g_strdup (_ ("on time"));
  if (seconds < 2 * SECONDS_PER_MINUTE)
    {
      amount = (guint) round (seconds);
      /* Translators: seconds by which a talk is early or late. */
      return g_strdup_printf (pace == DEM_PACE_BEHIND ? ngettext ("%u s behind", "%u s behind", amount)
                                                      : ngettext ("%u s ahead", "%u s ahead", amount),
                              amount);
    }
  amount = (guint) round (seconds / SECONDS_PER_MINUTE);
  /* Translators: minutes by which a talk is early or late. */
  return g_strdup_printf (pace == DEM_PACE_BEHIND ? ngettext ("%u min behind", "%u min behind", amount)
                                                  : ngettext ("%u min ahead", "%u min ahead", amount),
                          amount);
}
