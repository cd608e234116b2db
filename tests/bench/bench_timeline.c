/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-timeline DOSSIER: what a frame costs while the timeline pans and zooms, at 1200×362, with a dossier
 * and with a hundred thousand generated events; and what it costs the toolkit to paint such a window in one
 * colour. Prints a line of JSON for each. Needs a display; run it with GSK_RENDERER=cairo for figures that
 * can be compared.
 *
 * Work is the main thread's, from the beginning of a frame (layout, scene, drawing and rendering) to its end;
 * cpu is the same in the thread's own time, which other programs on the machine lengthen less. A frame is
 * missed when the next one comes a refresh too late. */

#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "app/dossier/loader.h"
#include "ui/timeline/timeline_view.h"

#define WIDTH 1200
#define HEIGHT 362
#define WARM_UP 20
#define FRAMES 240
#define REFRESH 16667 /* microseconds */
#define GENERATED 100000

typedef struct
{
  DemFocus *focus;
  DemPeriod span;
  guint frame;
  double begun;
  double begun_cpu;
  gint64 last_frame;
  GArray *works; /* double, milliseconds */
  GArray *cpus;  /* the same, of the thread's own time, which other programs don't lengthen */
  guint missed;
} Run;

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

/* A century of events, denser towards its end, some of them long and some vague; and some pairs with many
 * phases. */
static DemDossier *
generate (void)
{
  g_autoptr (GString) text
      = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:bench\","
                      "\"title\":\"Bench\",\"today\":\"2020-11-19\",\"actors\":[");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemLoader) loader = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"Actor %u\",\"kind\":\"state\"}", i ? "," : "",
                            i, i);
  g_string_append (text, "],\"relations\":[");
  for (guint i = 0; i < 600; i++)
    g_string_append_printf (
        text,
        "%s{\"id\":\"r%u\",\"from\":\"a%u\",\"to\":\"a%u\",\"kind\":\"diplomacy\",\"stance\":%.1f,"
        "\"label\":\"Phase %u\",\"when\":\"%u~/%u\"}",
        i ? "," : "", i, i % 5, 5 + i % 7, g_rand_double_range (random, -1, 1), i, 1920 + i / 6,
        1923 + i / 6);
  g_string_append (text, "],\"events\":[");
  for (guint i = 0; i < GENERATED; i++)
    {
      guint year = 1920 + (guint) (100 * sqrt (g_rand_double (random)));
      guint month = 1 + (guint) g_rand_int_range (random, 0, 12),
            day = 1 + (guint) g_rand_int_range (random, 0, 28);

      g_string_append_printf (
          text, "%s{\"id\":\"e%u\",\"title\":\"Event number %u\",\"importance\":%.2f,\"when\":\"%u",
          i ? "," : "", i, i, g_rand_double (random), year);
      if (i % 10 == 0)
        g_string_append_printf (text, "/%u\"}", year + i % 7);
      else
        g_string_append_printf (text, "-%02u-%02u%s\"}", month, day, i % 17 == 0 ? "~" : "");
    }
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  loader = dem_loader_new_for_bytes (bytes, "generated");
  return load (loader);
}

/* ---- A frame ---- */

static double
span_length (const Run *run)
{
  return (double) (run->span.last - run->span.first + 1);
}

/* First across the span at a sixth of it, then in to a month and out again. */
static DemPeriod
get_view (const Run *run)
{
  double length = span_length (run), part = (double) (run->frame % (FRAMES / 2)) / (FRAMES / 2);
  double first, shown;

  if (run->frame < FRAMES / 2)
    {
      shown = length / 6;
      first = (double) run->span.first + part * (length - shown);
    }
  else
    {
      shown = length * pow (30 / length, sin (part * G_PI));
      first = (double) run->span.first + 0.8 * (length - shown);
    }
  return (DemPeriod){ (DemDay) first, (DemDay) (first + shown) };
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;

  run->frame++;
  if (run->focus != NULL)
    dem_focus_set_view (run->focus, get_view (run));
  else
    gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
draw_nothing (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

static double
get_time (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
on_before_paint (GdkFrameClock *clock, Run *run)
{
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  run->begun = get_time (CLOCK_MONOTONIC);
  run->begun_cpu = get_time (CLOCK_THREAD_CPUTIME_ID);
  if (run->frame > WARM_UP && run->last_frame != 0)
    run->missed += (guint) MAX (0, (now - run->last_frame + REFRESH / 2) / REFRESH - 1);
  run->last_frame = now;
}

static void
on_after_paint (GdkFrameClock *clock, Run *run)
{
  double work = get_time (CLOCK_MONOTONIC) - run->begun;
  double cpu = get_time (CLOCK_THREAD_CPUTIME_ID) - run->begun_cpu;

  if (run->frame <= WARM_UP)
    return;
  g_array_append_val (run->works, work);
  g_array_append_val (run->cpus, cpu);
}

/* ---- A run ---- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
percentile (GArray *values, double share)
{
  return g_array_index (values, double, (guint) (share * (values->len - 1)));
}

static void
report (Run *run, const char *name, guint n_events)
{
  g_array_sort (run->works, compare_doubles);
  g_array_sort (run->cpus, compare_doubles);
  g_print ("{\"bench\":\"timeline\",\"what\":\"%s\",\"events\":%u,\"size\":\"%dx%d\",\"frames\":%u,"
           "\"work_ms_p50\":%.2f,\"work_ms_p95\":%.2f,\"work_ms_max\":%.2f,"
           "\"cpu_ms_p50\":%.2f,\"cpu_ms_p95\":%.2f,\"missed_percent\":%.1f}\n",
           name, n_events, WIDTH, HEIGHT, run->works->len, percentile (run->works, 0.5),
           percentile (run->works, 0.95), percentile (run->works, 1), percentile (run->cpus, 0.5),
           percentile (run->cpus, 0.95), 100.0 * run->missed / (run->works->len + run->missed));
}

/* Shows a widget for as many frames as a run has. */
static void
show (Run *run, GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  GdkFrameClock *clock;

  gtk_widget_set_size_request (widget, WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), run);
  gtk_widget_add_tick_callback (widget, on_tick, run, NULL);
  while (run->frame < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, run);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A dossier in the timeline, or without one a widget of a single colour. */
static void
measure (const char *name, DemDossier *dossier)
{
  Run run = { 0 };
  GtkWidget *widget = dossier != NULL ? dem_timeline_view_new () : gtk_drawing_area_new ();

  run.works = g_array_new (FALSE, FALSE, sizeof (double));
  run.cpus = g_array_new (FALSE, FALSE, sizeof (double));
  if (dossier != NULL)
    {
      run.span = dem_dossier_get_span (dossier);
      run.focus = dem_focus_new ();
      dem_focus_open (run.focus, dossier);
      dem_canvas_set_focus (DEM_CANVAS (widget), run.focus);
    }
  else
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (widget), draw_nothing, NULL, NULL);
  show (&run, widget);
  report (&run, name, dossier != NULL ? dem_dossier_count (dossier, DEM_KIND_EVENT) : 0);
  g_clear_object (&run.focus);
  g_array_unref (run.works);
  g_array_unref (run.cpus);
}

int
main (int argc, char **argv)
{
  g_autoptr (DemDossier) file = NULL;
  g_autoptr (DemDossier) generated = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: %s DOSSIER\n", argv[0]);
      return 2;
    }
  adw_init ();
  file = open_file (argv[1]);
  measure ("one colour", NULL);
  measure ("file", file);
  generated = generate ();
  measure ("generated", generated);
  return 0;
}
