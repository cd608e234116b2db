/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-map DOSSIER: moves the camera of a map of 1200×750 over land and sea and in and out, as somebody
 * would who drags and turns the wheel, and prints how long our own work takes a frame and how many frames
 * came late, as JSON. */

#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "app/dossier/loader.h"
#include "ui/map/map_view.h"

#define WIDTH 1200
#define HEIGHT 750
#define N_FRAMES 360
#define WARM_UP 20 /* frames left out: the first picture, fonts */

/* A map that measures its own snapshot. */
#define TIMED_TYPE_BOX (timed_box_get_type ())
G_DECLARE_FINAL_TYPE (TimedBox, timed_box, TIMED, BOX, GtkWidget)

struct _TimedBox
{
  GtkWidget parent_instance;
  GArray *milliseconds; /* double, by frame */
};

G_DEFINE_FINAL_TYPE (TimedBox, timed_box, GTK_TYPE_WIDGET)

static void
timed_box_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gint64 start = g_get_monotonic_time ();
  GTK_WIDGET_CLASS (timed_box_parent_class)->snapshot (widget, snapshot);
  double spent = (double) (g_get_monotonic_time () - start) / 1000.0;
  g_array_append_val (TIMED_BOX (widget)->milliseconds, spent);
}

static void
timed_box_finalize (GObject *object)
{
  g_array_unref (TIMED_BOX (object)->milliseconds);
  G_OBJECT_CLASS (timed_box_parent_class)->finalize (object);
}

static void
timed_box_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (timed_box_parent_class)->dispose (object);
}

static void
timed_box_class_init (TimedBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = timed_box_finalize;
  G_OBJECT_CLASS (klass)->dispose = timed_box_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = timed_box_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
timed_box_init (TimedBox *self)
{
  self->milliseconds = g_array_new (FALSE, FALSE, sizeof (double));
}

typedef struct
{
  GMainLoop *loop;
  DemMapView *map;
  guint n_frames;
  gint64 last;
  double last_cpu;
  guint missed;
  GArray *intervals;
  GArray
      *cpu; /* of this thread from frame to frame, drawing included: does not depend on who else is running */
} Run;

static double
get_cpu_milliseconds (void)
{
  struct timespec time;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* A third of the way pans, a third zooms in and out, a third does both. */
static DemMapCamera
get_camera (guint frame)
{
  double t = (double) frame / N_FRAMES, part = fmod (3 * t, 1.0) * 2 * G_PI;
  DemMapCamera camera = { { 120, 36 }, 2.0 };
  if (t < 1.0 / 3 || t >= 2.0 / 3)
    {
      camera.centre.longitude += 40 * sin (part);
      camera.centre.latitude += 12 * sin (2 * part);
    }
  if (t >= 1.0 / 3)
    camera.zoom *= exp (1.2 * sin (part));
  return camera;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  double cpu = get_cpu_milliseconds (), spent = cpu - run->last_cpu;

  if (run->n_frames > WARM_UP)
    {
      double interval = (double) (now - run->last) / 1000.0;
      g_array_append_val (run->intervals, interval);
      g_array_append_val (run->cpu, spent);
      run->missed += interval > 1.5 * 1000.0 / 60.0;
    }
  run->last = now;
  run->last_cpu = cpu;
  dem_map_view_set_camera (run->map, get_camera (run->n_frames));
  if (++run->n_frames < N_FRAMES)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (run->loop);
  return G_SOURCE_REMOVE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return x < y ? -1 : x > y;
}

static double
get_percentile (GArray *values, double share)
{
  return g_array_index (values, double, (guint) (share * (values->len - 1)));
}

static DemFocus *
open_dossier (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);
  if (dossier == NULL)
    g_error ("%s: %s", path, error->message);
  DemFocus *focus = dem_focus_new ();
  dem_focus_open (focus, dossier);
  return focus;
}

int
main (int argc, char *argv[])
{
  if (argc != 2)
    {
      g_printerr ("Usage: bench-map DOSSIER\n");
      return 2;
    }
  adw_init ();
  g_autoptr (DemFocus) focus = open_dossier (argv[1]);
  GtkWidget *window = gtk_window_new (), *map = dem_map_view_new (),
            *box = g_object_new (TIMED_TYPE_BOX, NULL);
  Run run = { .loop = g_main_loop_new (NULL, FALSE),
              .map = DEM_MAP_VIEW (map),
              .intervals = g_array_new (FALSE, FALSE, sizeof (double)),
              .cpu = g_array_new (FALSE, FALSE, sizeof (double)) };

  dem_canvas_set_focus (DEM_CANVAS (map), focus);
  gtk_widget_set_parent (map, box);
  gtk_widget_set_size_request (map, WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (map, on_tick, &run, NULL);
  g_main_loop_run (run.loop);

  GArray *work = TIMED_BOX (box)->milliseconds;
  g_array_remove_range (work, 0, MIN (WARM_UP, work->len - 1));
  g_array_sort (work, compare);
  g_array_sort (run.intervals, compare);
  g_array_sort (run.cpu, compare);
  g_print ("{\"bench\": \"map\", \"frames\": %u, \"work_ms\": {\"p50\": %.2f, \"p95\": %.2f, \"max\": %.2f}, "
           "\"cpu_ms\": {\"p50\": %.1f, \"p95\": %.1f}, \"interval_ms\": {\"p50\": %.1f, \"p95\": %.1f}, "
           "\"missed_percent\": %.1f}\n",
           work->len, get_percentile (work, 0.5), get_percentile (work, 0.95), get_percentile (work, 1.0),
           get_percentile (run.cpu, 0.5), get_percentile (run.cpu, 0.95), get_percentile (run.intervals, 0.5),
           get_percentile (run.intervals, 0.95), 100.0 * run.missed / run.intervals->len);
  g_array_unref (run.cpu);
  g_array_unref (run.intervals);
  g_main_loop_unref (run.loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
