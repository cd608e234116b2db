/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the axis writes, at any width and zoom from days to millions of years, is the date that is there: by a calendar of
 * this test's own. In other languages it writes their words, in their order. */

#include <math.h>

#include "tests/support/catalogue.h"
#include "ui/timeline/axis.h"

#define ROUNDS 6000
#define CHARACTER 7.0

static const char *const english[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static double
measure (const char *text, gpointer data)
{
  return CHARACTER * (double) g_utf8_strlen (text, -1);
}

/* ---- A calendar: years of 365 days, and how often there has been one more ---- */

static gint64
divide (gint64 a, gint64 b)
{
  return (a - ((a % b) + b) % b) / b;
}

/* Days from 1 January of year 0, which is 1 BCE, to 1 January of another. */
static gint64
days_before_year (gint64 year)
{
  gint64 before = year - 1;

  /* Year 0 is a leap year of its own. */
  return 365 * year + divide (before, 4) - divide (before, 100) + divide (before, 400) + 1;
}

static gboolean
is_leap (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

typedef struct
{
  gint64 year;
  int month; /* from 0 */
  int day;
} Date;

static Date
date_of (DemDay day)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gint64 since = day + days_before_year (1970);
  Date date = { .year = (gint64) floor ((double) since / 365.2425) };

  while (days_before_year (date.year) > since)
    date.year--;
  while (days_before_year (date.year + 1) <= since)
    date.year++;
  since -= days_before_year (date.year);
  for (;; date.month++)
    {
      int length = lengths[date.month] + (date.month == 1 && is_leap (date.year));

      if (since < length)
        break;
      since -= length;
    }
  date.day = (int) since + 1;
  return date;
}

static char *
name_year (gint64 year)
{
  if (year <= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " BCE", 1 - year);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", year, year < 100 ? " CE" : "");
}

/* ---- Labels ---- */

/* What is known when one has read the labels to the left. */
typedef struct
{
  gboolean has_year;
  gint64 year;
} Reader;

/* The label is a name of the day, or of the month or year that begins on it; without the year only where the one told last
 * holds. At the left edge the month or year may have begun before. */
static void
read_label (Reader *reader, const DemTick *tick, Date date)
{
  g_autofree char *year = name_year (date.year);
  g_autofree char *month_year = g_strdup_printf ("%s %s", english[date.month], year);
  g_autofree char *day_month = g_strdup_printf ("%d %s", date.day, english[date.month]);
  g_autofree char *full = g_strdup_printf ("%s %s", day_month, year);
  gboolean begins_month = !tick->line || date.day == 1, begins_year = !tick->line || (date.day == 1 && date.month == 0);
  gboolean tells_year = g_str_equal (tick->label, full) || (begins_month && g_str_equal (tick->label, month_year))
                        || (begins_year && g_str_equal (tick->label, year));

  if (tells_year)
    *reader = (Reader){ TRUE, date.year };
  else
    {
      if (!g_str_equal (tick->label, day_month))
        {
          g_assert_cmpstr (tick->label, ==, english[date.month]);
          g_assert_true (begins_month);
        }
      g_assert_true (reader->has_year);
      g_assert_cmpint (reader->year, ==, date.year);
    }
}

static void
read_axis (const DemAxis *axis)
{
  g_autoptr (GArray) ticks = dem_axis_ticks (axis, measure, NULL);
  double end = -INFINITY;
  Reader reader = { 0 };

  for (guint i = 0; i < ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (ticks, DemTick, i);
      double at = tick->line ? dem_axis_to_day (axis, tick->x) : floor (axis->first);

      if (tick->label == NULL)
        continue;
      g_assert_cmpfloat (tick->label_x, >, end);
      end = tick->label_x + tick->label_width;
      g_assert_cmpfloat (end, <=, axis->left + axis->width);
      g_assert_cmpfloat_with_epsilon (at, round (at), 1e-3 + 1e-9 * (axis->last - axis->first));
      read_label (&reader, tick, date_of ((DemDay) round (at)));
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      double length = pow (10, g_test_rand_double_range (0, 9));
      double middle = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_double_range (0, 8));
      DemAxis axis = { middle, middle + MAX (length, 1), 148, g_test_rand_double_range (60, 2500) };

      read_axis (&axis);
    }
}

/* Around the turn of the eras, where there is no year 0, and where years have five digits. */
static void
test_turns (void)
{
  static const gint64 turns[] = { -99999, -4799, -99, 0, 1, 100, 1582, 1900, 2000, 9999, 10000, 99999 };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    for (double length = 2; length < 1e7; length *= 1.37)
      {
        double middle = (double) dem_day_from_date (turns[i], 1, 1);
        DemAxis axis = { middle - length / 2, middle + length / 2, 100, 777 };

        read_axis (&axis);
      }
}

/* The calendar of this test is worth something only where it is another than the program's and still agrees with it. */
static void
test_calendar (void)
{
  for (gint64 year = -100003; year <= 100003; year += 17)
    for (int month = 1; month <= 12; month++)
      {
        DemDay day = dem_day_from_date (year, month, dem_days_in_month (year, month));
        Date date = date_of (day);

        g_assert_cmpint (date.year, ==, year);
        g_assert_cmpint (date.month, ==, month - 1);
        g_assert_cmpint (date.day, ==, dem_days_in_month (year, month));
      }
}

/* ---- Languages ---- */

static const CatalogueEntry german[] = {
  { "date\004%1$d %2$s %3$s", "%1$d. %2$s %3$s" },
  { "day and month\004%1$d %2$s", "%1$d. %2$s" },
  { "short month\004Dec", "Dez." },
  { "short month\004Jan", "Jan." },
  { "short month\004Mar", "März" },
  { "short month\004May", "Mai" },
  { "short month\004Oct", "Okt." },
  { "year\004%s BCE", "%s v. Chr." },
  { "year\004%s CE", "%s n. Chr." },
};

static const CatalogueEntry japanese[] = {
  { "date\004%1$d %2$s %3$s", "%3$s年%2$s%1$d日" },
  { "day and month\004%1$d %2$s", "%2$s%1$d日" },
  { "month and year\004%1$s %2$s", "%2$s年%1$s" },
  { "short month\004Apr", "4月" },
  { "short month\004Dec", "12月" },
  { "short month\004Feb", "2月" },
  { "short month\004Jan", "1月" },
  { "short month\004Jul", "7月" },
  { "short month\004Oct", "10月" },
  { "year\004%s BCE", "紀元前%s" },
  { "year\004%s CE", "西暦%s" },
};

static void
assert_labels (DemDay first, DemDay last, const char *expected)
{
  DemAxis axis = dem_axis_new ((DemPeriod){ first, last }, 0, 800);
  g_autoptr (GArray) ticks = dem_axis_ticks (&axis, measure, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    if (g_array_index (ticks, DemTick, i).label != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", g_array_index (ticks, DemTick, i).label);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_german (void)
{
  Catalogue *catalogue = catalogue_use ("de", german, G_N_ELEMENTS (german));

  if (catalogue_is_heeded (german))
    {
      assert_labels (dem_day_from_date (2018, 12, 30), dem_day_from_date (2019, 1, 2),
                     "30. Dez. 2018|31. Dez.|1. Jan. 2019|2. Jan.");
      assert_labels (dem_day_from_date (2018, 3, 1), dem_day_from_date (2018, 6, 30), "März 2018|Apr|Mai|Jun");
      assert_labels (dem_day_from_date (-3, 1, 1), dem_day_from_date (4, 12, 31),
                     "4 v. Chr.|3 v. Chr.|2 v. Chr.|1 v. Chr.|1 n. Chr.|2 n. Chr.|3 n. Chr.|4 n. Chr.");
    }
  catalogue_free (catalogue);
}

static void
test_japanese (void)
{
  Catalogue *catalogue = catalogue_use ("ja", japanese, G_N_ELEMENTS (japanese));

  if (catalogue_is_heeded (japanese))
    {
      assert_labels (dem_day_from_date (2018, 12, 30), dem_day_from_date (2019, 1, 2),
                     "2018年12月30日|12月31日|2019年1月1日|1月2日");
      assert_labels (dem_day_from_date (2018, 2, 1), dem_day_from_date (2019, 2, 28), "2018年2月|4月|7月|10月|2019");
      assert_labels (dem_day_from_date (-3, 1, 1), dem_day_from_date (4, 12, 31),
                     "紀元前4|紀元前3|紀元前2|紀元前1|西暦1|西暦2|西暦3|西暦4");
    }
  catalogue_free (catalogue);
}

/* And back again. */
static void
test_untranslated (void)
{
  assert_labels (dem_day_from_date (2018, 12, 30), dem_day_from_date (2019, 1, 2), "30 Dec 2018|31 Dec|1 Jan 2019|2 Jan");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  catalogue_init ();
  g_test_add_func ("/timeline/axis/names/calendar", test_calendar);
  g_test_add_func ("/timeline/axis/names/random", test_random);
  g_test_add_func ("/timeline/axis/names/turns", test_turns);
  g_test_add_func ("/timeline/axis/names/german", test_german);
  g_test_add_func ("/timeline/axis/names/japanese", test_japanese);
  g_test_add_func ("/timeline/axis/names/untranslated", test_untranslated);
  return g_test_run ();
}
