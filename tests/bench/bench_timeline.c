/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-timeline DOSSIER [EVENTS]: what a frame costs while the timeline pans and zooms at every level, at 1200×362, with a
 * dossier and with so many generated events (a million); what its index costs, beside sorting the same events and no more;
 * and what panning and scrolling ten thousand bands costs. Prints a line of JSON for each. Needs a display; run it with
 * GSK_RENDERER=cairo for figures that can be compared. */

#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "app/dossier/loader.h"
#include "tests/bench/frames.h"
#include "ui/timeline/timeline_view_private.h"

#define WIDTH 1200
#define HEIGHT 362
#define FRAMES 360
#define EVENTS 1000000
#define PAIRS 10000
#define PEAKS 24

/* ---- What is looked at ---- */

static DemDossier *
load (DemLoader *loader)
{
  g_autoptr (GError) error = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);

  if (dossier == NULL)
    g_error ("%s", error->message);
  return dossier;
}

static DemDossier *
open_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);

  return load (loader);
}

static DemDossier *
open_text (GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "generated");

  return load (loader);
}

static GString *
begin_text (guint n_actors)
{
  GString *text = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:bench\","
                                "\"title\":\"Bench\",\"today\":\"2020-11-19\",\"actors\":[");

  for (guint i = 0; i < n_actors; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"Actor %u\",\"kind\":\"state\"}", i ? "," : "", i, i);
  g_string_append_c (text, ']');
  return text;
}

/* Half of the days lie around a few dates, the others are denser towards the end of a century. */
static DemDay
random_day (GRand *random)
{
  DemDay first = dem_day_from_date (1920, 1, 1), last = dem_day_from_date (2020, 11, 19);
  double at = sqrt (g_rand_double (random));

  if (g_rand_boolean (random))
    {
      double peak = sqrt ((0.5 + g_rand_int_range (random, 0, PEAKS)) / PEAKS);
      double off = g_rand_double (random) + g_rand_double (random) + g_rand_double (random) - 1.5;

      at = CLAMP (peak + 0.004 * off, 0, 1);
    }
  return first + (DemDay) (at * (double) (last - first));
}

static void
append_date (GString *text, DemDay day, const char *after)
{
  DemDate date = dem_day_to_date (day);

  g_string_append_printf (text, "%04d-%02d-%02d%s", (int) date.year, date.month, date.day, after);
}

/* One in twenty lasts up to fifty years, one in ten some months; others are a day, some of them vague. */
static void
append_event (GString *text, GRand *random, guint i)
{
  DemDay day = random_day (random);

  g_string_append_printf (text, "%s{\"id\":\"e%u\",\"title\":\"Event number %u\",\"importance\":%.2f,\"when\":\"",
                          i ? "," : "", i, i, g_rand_double (random));
  append_date (text, day, "");
  if (i % 20 == 0 || i % 10 == 3)
    {
      g_string_append_c (text, '/');
      append_date (text, day + g_rand_int_range (random, 1, i % 20 == 0 ? 18000 : 200), "");
    }
  else if (i % 17 == 0)
    g_string_append (text, i % 2 ? "~" : "?");
  g_string_append (text, "\"}");
}

static DemDossier *
generate_events (guint n)
{
  g_autoptr (GString) text = begin_text (2);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_string_append (text, ",\"events\":[");
  for (guint i = 0; i < n; i++)
    append_event (text, random, i);
  g_string_append (text, "]}");
  return open_text (text);
}

static DemDossier *
generate_pairs (void)
{
  guint side = (guint) sqrt (PAIRS), n = 0;
  g_autoptr (GString) text = begin_text (2 * side);
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  g_string_append (text, ",\"relations\":[");
  for (guint i = 0; i < side; i++)
    for (guint j = side; j < 2 * side; j++)
      for (int year = 1980; year < 2015; year += 7, n++)
        g_string_append_printf (text,
                                "%s{\"id\":\"r%u\",\"from\":\"a%u\",\"to\":\"a%u\",\"kind\":\"diplomacy\","
                                "\"stance\":%.1f,\"label\":\"Phase %u\",\"when\":\"%d~/%d\"}",
                                n ? "," : "", n, i, j, g_rand_double_range (random, -1, 1), n % 100,
                                year + (int) (n % 3), year + 4 + (int) (n % 5));
  g_string_append (text, "]}");
  return open_text (text);
}

/* ---- The index ---- */

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const DemTimelineEvent *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->event < y->event ? -1 : x->event > y->event;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const DemTimelineEvent *) a)->event, y = ((const DemTimelineEvent *) b)->event;

  return x < y ? -1 : x > y;
}

/* The thread's own time, which other programs don't lengthen. */
static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
measure_index (DemDossier *dossier)
{
  double sort = INFINITY, build = INFINITY;
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      double begin = get_cpu_ms ();
      g_autoptr (DemTimelineIndex) index = dem_timeline_index_new (dossier, DEM_NO_INDEX);

      build = MIN (build, get_cpu_ms () - begin);
      n = index->events->len;
      /* Back into the order of the dossier. */
      g_array_sort (index->events, compare_numbers);
      begin = get_cpu_ms ();
      g_array_sort (index->events, compare_events);
      sort = MIN (sort, get_cpu_ms () - begin);
    }
  g_print ("{\"bench\": \"timeline-index\", \"events\": %u, \"sort_ms\": %.1f, \"build_ms\": %.1f, "
           "\"ratio\": %.2f}\n",
           n, sort, build, build / sort);
}

/* ---- Frames ---- */

typedef struct
{
  DemFocus *focus;
  DemPeriod span;
  double asked_ms; /* of the view being told, all frames together */
  double asked_max_ms;
} Run;

/* A third pans at a sixth of the span, a third zooms to a week and out again, a third pans at a month. */
static DemPeriod
get_view (DemPeriod span, double part)
{
  double length = (double) (span.last - span.first + 1), swing = sin (3 * part * 2 * G_PI);
  double shown = part < 1.0 / 3 ? length / 6 : part < 2.0 / 3 ? length * pow (7 / length, fabs (swing)) : 31;
  double at = part < 1.0 / 3 ? 0.5 + 0.5 * swing : part < 2.0 / 3 ? 0.8 : 0.8 + 0.01 * swing;
  double first = (double) span.first + at * (length - shown);

  return (DemPeriod){ (DemDay) first, (DemDay) (first + shown) };
}

static void
step_view (GtkWidget *widget, guint frame, guint n_frames, gpointer data)
{
  Run *run = data;
  gint64 begin = g_get_monotonic_time ();
  double spent;

  dem_focus_set_view (run->focus, get_view (run->span, (double) frame / n_frames));
  spent = (double) (g_get_monotonic_time () - begin) / 1000;
  run->asked_ms += spent;
  run->asked_max_ms = MAX (run->asked_max_ms, spent);
}

/* Down through a good part of the bands, and up again. */
static void
step_bands (GtkWidget *widget, guint frame, guint n_frames, gpointer data)
{
  Run *run = data;
  gint64 begin = g_get_monotonic_time ();
  double spent;

  dem_timeline_view_scroll_bands (DEM_TIMELINE_VIEW (widget), frame < n_frames / 2 ? 3 : -3);
  spent = (double) (g_get_monotonic_time () - begin) / 1000;
  run->asked_ms += spent;
  run->asked_max_ms = MAX (run->asked_max_ms, spent);
}

static void
wait_for_index (DemFocus *focus, GtkWidget *view)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (dem_timeline_view_is_indexing (DEM_TIMELINE_VIEW (view)) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
measure (const char *name, DemDossier *dossier, const Frames *flat, FramesStep step)
{
  GtkWidget *view = dem_timeline_view_new ();
  Run run = { .focus = dem_focus_new (), .span = dem_dossier_get_span (dossier) };
  g_autofree char *what = NULL;
  gint64 begin = g_get_monotonic_time ();
  double opened;
  Frames frames;

  dem_focus_open (run.focus, dossier);
  dem_canvas_set_focus (DEM_CANVAS (view), run.focus);
  opened = (double) (g_get_monotonic_time () - begin) / 1000;
  wait_for_index (run.focus, view);
  frames = frames_measure (view, WIDTH, HEIGHT, FRAMES, step, &run);
  what = g_strdup_printf ("\"what\": \"%s\", \"events\": %u, \"pairs\": %u, \"open_ms\": %.1f, "
                          "\"told_ms\": {\"mean\": %.2f, \"max\": %.2f}",
                          name, dem_dossier_count (dossier, DEM_KIND_EVENT), dem_dossier_count (dossier, DEM_KIND_PAIR),
                          opened, run.asked_ms / FRAMES, run.asked_max_ms);
  frames_print ("timeline", what, &frames, flat);
  g_object_unref (run.focus);
}

int
main (int argc, char **argv)
{
  g_autoptr (DemDossier) file = NULL;
  g_autoptr (DemDossier) events = NULL;
  g_autoptr (DemDossier) pairs = NULL;
  Frames flat;

  if (argc != 2 && argc != 3)
    {
      g_printerr ("Usage: %s DOSSIER [EVENTS]\n", argv[0]);
      return 2;
    }
  adw_init ();
  file = open_file (argv[1]);
  events = generate_events (argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : EVENTS);
  pairs = generate_pairs ();
  flat = frames_measure_flat (WIDTH, HEIGHT, FRAMES);
  measure_index (events);
  measure ("file", file, &flat, step_view);
  measure ("events", events, &flat, step_view);
  measure ("bands", pairs, &flat, step_view);
  measure ("bands-scrolled", pairs, &flat, step_bands);
  return 0;
}
