/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABEL_OFFSET 4.0 /* from a line to its label */
#define LABEL_GAP 10.0   /* between two labels */
#define FAR 1000.0       /* what is further off the picture than this is all the same */
#define MIN_SPACING 72.0 /* closer lines are more than one needs, even where their labels have room */

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

typedef struct
{
  Unit unit;
  gint64 count;
  double days; /* about */
} Step;

#define DAYS_PER_YEAR 365.2425
#define YEARS(n)                                                                                             \
  {                                                                                                          \
    UNIT_YEAR, (n), (n) *DAYS_PER_YEAR                                                                       \
  }
#define MONTHS(n)                                                                                            \
  {                                                                                                          \
    UNIT_MONTH, (n), (n) *DAYS_PER_YEAR / 12                                                                 \
  }
#define DAYS(n)                                                                                              \
  {                                                                                                          \
    UNIT_DAY, (n), (n)                                                                                       \
  }

/* From fine to coarse. */
static const Step steps[] = {
  DAYS (1),         DAYS (2),          DAYS (5),          DAYS (10),         MONTHS (1),
  MONTHS (3),       MONTHS (6),        YEARS (1),         YEARS (2),         YEARS (5),
  YEARS (10),       YEARS (20),        YEARS (50),        YEARS (100),       YEARS (200),
  YEARS (500),      YEARS (1000),      YEARS (2000),      YEARS (5000),      YEARS (10000),
  YEARS (20000),    YEARS (50000),     YEARS (100000),    YEARS (200000),    YEARS (500000),
  YEARS (1000000),  YEARS (2000000),   YEARS (5000000),   YEARS (10000000),  YEARS (20000000),
  YEARS (50000000), YEARS (100000000), YEARS (200000000), YEARS (500000000), YEARS (1000000000),
};

/* One moment at which a tick stands. The serial counts its unit: days, months since year 0, or years as
 * people number them, without a year 0. */
typedef struct
{
  gint64 serial;
  DemDay day;
} Moment;

DemAxis
dem_axis_new (DemPeriod period, double left, double width)
{
  return (DemAxis){ .first = period.first, .last = (double) period.last + 1, .left = left, .width = width };
}

double
dem_axis_pixels_per_day (const DemAxis *axis)
{
  return axis->width / (axis->last - axis->first);
}

double
dem_axis_to_x (const DemAxis *axis, double day)
{
  double x = axis->left + (day - axis->first) * dem_axis_pixels_per_day (axis);

  return CLAMP (x, axis->left - FAR, axis->left + axis->width + FAR);
}

double
dem_axis_day_begin (const DemAxis *axis, DemDay day)
{
  return dem_axis_to_x (axis, (double) day);
}

double
dem_axis_day_end (const DemAxis *axis, DemDay day)
{
  return dem_axis_to_x (axis, (double) day + 1);
}

double
dem_axis_to_day (const DemAxis *axis, double x)
{
  return axis->first + (x - axis->left) / dem_axis_pixels_per_day (axis);
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* Years as people number them: 1 BCE is -1 and comes right before 1. */
static gint64
year_to_serial (gint64 year)
{
  return year > 0 ? year : year - 1;
}

static gint64
serial_to_year (gint64 serial)
{
  return serial > 0 ? serial : serial + 1;
}

/* The first day of a month counted from January of year 0. */
static DemDay
month_to_day (gint64 serial)
{
  gint64 year = floor_div (serial, 12);

  return dem_day_from_date (year, (int) (serial - year * 12) + 1, 1);
}

/* The last moment of a step that is not after a day. */
static Moment
step_floor (const Step *step, DemDay day)
{
  DemDate date = dem_day_to_date (day);
  Moment moment;

  switch (step->unit)
    {
    case UNIT_YEAR:
      /* Round years, and year 1 in the place of the year 0 that there is not. */
      moment.serial = floor_div (year_to_serial (date.year), step->count) * step->count;
      if (moment.serial == 0)
        moment.serial = 1;
      moment.day = dem_day_from_date (serial_to_year (moment.serial), 1, 1);
      return moment;
    case UNIT_MONTH:
      moment.serial = floor_div (date.year * 12 + date.month - 1, step->count) * step->count;
      moment.day = month_to_day (moment.serial);
      return moment;
    case UNIT_DAY:
    default:
      /* The 1st, 6th, 11th…; what would come too close to the next 1st is left out. */
      moment.serial = floor_div (date.day - 1, step->count);
      if (moment.serial > 0
          && moment.serial * step->count + 1 + (step->count * 7 + 9) / 10
                 > dem_days_in_month (date.year, date.month) + 1)
        moment.serial--;
      moment.day = day - date.day + 1 + moment.serial * step->count;
      moment.serial = moment.day;
      return moment;
    }
}

static Moment
step_next (const Step *step, Moment moment)
{
  DemDate date;
  Moment next;

  switch (step->unit)
    {
    case UNIT_YEAR:
      next.serial = moment.serial == 1 && step->count > 1 ? step->count : moment.serial + step->count;
      if (next.serial == 0)
        next.serial = 1;
      next.day = dem_day_from_date (serial_to_year (next.serial), 1, 1);
      return next;
    case UNIT_MONTH:
      next.serial = moment.serial + step->count;
      next.day = month_to_day (next.serial);
      return next;
    case UNIT_DAY:
    default:
      date = dem_day_to_date (moment.day);
      next = step_floor (step, moment.day + step->count);
      if (next.day <= moment.day)
        next.day = moment.day - date.day + 1 + dem_days_in_month (date.year, date.month);
      next.serial = next.day;
      return next;
    }
}

/* The name of a month alone; these words are marked for translation where dates are formatted. */
static const char *
month_name (int month)
{
  static const char *const names[]
      = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  return g_dpgettext2 (NULL, "short month", names[month - 1]);
}

static char *
year_name (gint64 year)
{
  return dem_period_format ((DemPeriod){ dem_day_from_date (year, 1, 1), dem_day_from_date (year, 12, 31) });
}

/* The label of a moment, in full where it has to be understood by itself. */
static char *
moment_label (const Step *step, Moment moment, gboolean full)
{
  DemDate date = dem_day_to_date (moment.day);

  if (step->unit == UNIT_YEAR || (step->unit == UNIT_MONTH && date.month == 1))
    return year_name (date.year);
  if (step->unit == UNIT_DAY && (full || (date.month == 1 && date.day == 1)))
    return dem_day_format (moment.day);
  if (step->unit == UNIT_DAY)
    /* Translators: day of the month and short month, such as "12 Mar" */
    return g_strdup_printf (C_ ("day and month", "%1$d %2$s"), date.day, month_name (date.month));
  if (full)
    return dem_period_format (
        (DemPeriod){ moment.day, moment.day + dem_days_in_month (date.year, date.month) - 1 });
  return g_strdup (month_name (date.month));
}

static void
tick_clear (gpointer data)
{
  DemTick *tick = data;

  g_clear_pointer (&tick->label, g_free);
}

static void
set_label (DemTick *tick, char *label, DemAxisMeasure measure, gpointer data)
{
  g_free (tick->label);
  tick->label = label;
  tick->label_width = label ? measure (label, data) : 0;
}

/* All ticks of a step inside the axis, the one in force at the left edge included, with their short labels.
 */
static GArray *
collect (const DemAxis *axis, const Step *step, GArray *moments, DemAxisMeasure measure, gpointer data)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (DemTick));
  double right = axis->left + axis->width;
  Moment moment = step_floor (step, (DemDay) floor (axis->first));

  g_array_set_clear_func (ticks, tick_clear);
  g_array_set_size (moments, 0);
  for (;; moment = step_next (step, moment))
    {
      DemTick tick = { .x = dem_axis_day_begin (axis, moment.day), .line = TRUE };

      if (tick.x >= right)
        break;
      tick.line = tick.x >= axis->left - 0.01;
      tick.label_x = MAX (tick.x, axis->left) + LABEL_OFFSET;
      set_label (&tick, moment_label (step, moment, FALSE), measure, data);
      g_array_append_val (ticks, tick);
      g_array_append_val (moments, moment);
    }
  return ticks;
}

static gboolean
labels_meet (const DemTick *a, const DemTick *b)
{
  return a->label_x + a->label_width + LABEL_GAP > b->label_x;
}

/* Whether the ticks with lines can all carry their label. */
static gboolean
labels_fit (GArray *ticks)
{
  for (guint i = 1; i < ticks->len; i++)
    {
      const DemTick *before = &g_array_index (ticks, DemTick, i - 1);

      if (before->line && labels_meet (before, &g_array_index (ticks, DemTick, i)))
        return FALSE;
    }
  return TRUE;
}

/* Whether even the short label of a moment says in which year it is. */
static gboolean
tells_year (const Step *step, Moment moment)
{
  DemDate date = dem_day_to_date (moment.day);

  return step->unit == UNIT_YEAR || (date.month == 1 && date.day == 1);
}

/* Takes the label of every tick that would meet the one before, or the right edge. Where that was the one that told the
 * year, the next tells it instead. */
static void
thin_out (const DemAxis *axis, const Step *step, GArray *ticks, GArray *moments, DemAxisMeasure measure, gpointer data)
{
  const DemTick *before = NULL;
  gint64 told = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      DemTick *tick = &g_array_index (ticks, DemTick, i);
      Moment moment = g_array_index (moments, Moment, i);
      gint64 year = dem_day_to_date (tick->line ? moment.day : (DemDay) floor (axis->first)).year;

      if (tick->label == NULL)
        continue;
      if (!tells_year (step, moment) && tick->line && (before == NULL || year != told))
        set_label (tick, moment_label (step, moment, TRUE), measure, data);
      if (tick->label_x + tick->label_width > axis->left + axis->width || (before && labels_meet (before, tick)))
        {
          set_label (tick, NULL, NULL, NULL);
          continue;
        }
      before = tick;
      told = year;
    }
}

/* The first label says month and year, so that the short ones after it can be understood. What was going on
 * at the left edge is named there if it has room, as one unit: "2010" over the year 2014 would mislead. */
static void
say_context (const DemAxis *axis,
             const Step *step,
             GArray *ticks,
             GArray *moments,
             DemAxisMeasure measure,
             gpointer data)
{
  DemTick *edge = &g_array_index (ticks, DemTick, 0);
  DemTick *next = ticks->len > 1 ? &g_array_index (ticks, DemTick, 1) : NULL;
  Step single = { step->unit, 1, 0 };
  Moment moment
      = edge->line ? g_array_index (moments, Moment, 0) : step_floor (&single, (DemDay) floor (axis->first));

  set_label (edge, moment_label (step, moment, TRUE), measure, data);
  if (edge->line || next == NULL || !labels_meet (edge, next))
    return;

  /* The label at the edge yields, unless the next has no room even then. */
  set_label (next, moment_label (step, g_array_index (moments, Moment, 1), TRUE), measure, data);
  if (next->label_x + next->label_width <= axis->left + axis->width)
    set_label (edge, NULL, NULL, NULL);
}

GArray *
dem_axis_ticks (const DemAxis *axis, DemAxisMeasure measure, gpointer data)
{
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (Moment));

  g_return_val_if_fail (axis->last > axis->first && axis->width > 0, NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray) ticks = NULL;
      gboolean last = i + 1 == G_N_ELEMENTS (steps);

      if (steps[i].days * dem_axis_pixels_per_day (axis) < MIN_SPACING && !last)
        continue;
      ticks = collect (axis, &steps[i], moments, measure, data);
      if (!labels_fit (ticks) && !last)
        continue;

      say_context (axis, &steps[i], ticks, moments, measure, data);
      thin_out (axis, &steps[i], ticks, moments, measure, data);
      return g_steal_pointer (&ticks);
    }
  g_assert_not_reached ();
}
