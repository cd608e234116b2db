/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-network [ACTORS RELATIONS [DOSSIER]]: a generated network of 1200×750 (2,000 actors and 5,000 relations unless
 * told otherwise) is opened, laid out, moved and zoomed. Prints one line of JSON: how long the main thread is
 * held when it opens, how long the layout takes on its worker, what our own work for a frame costs in this
 * thread's time, and what frames cost in all (frames.h). Writes the dossier into a file if one is named, for
 * bench_cytoscape.py. Needs a display; GSK_RENDERER=cairo. */

#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "tests/bench/frames.h"
#include "tests/support/crowd.h"
#include "tests/support/fixture.h"
#include "ui/map/network_view.h"

#define WIDTH 1200
#define HEIGHT 750
#define N_FRAMES 360

/* A third of the way pans at home, a third zooms in to single names and out again, a third does both. */
static void
step (GtkWidget *widget, guint frame, guint n_frames, gpointer data)
{
  const DemStageCamera *home = data;
  double t = (double) frame / n_frames, part = fmod (3 * t, 1.0) * 2 * G_PI;
  DemStageCamera camera = *home;

  if (t < 1.0 / 3 || t >= 2.0 / 3)
    {
      camera.x += 300 / home->zoom * sin (part);
      camera.y += 150 / home->zoom * sin (2 * part);
    }
  if (t >= 1.0 / 3)
    camera.zoom *= pow (1.2 / home->zoom, (1 - cos (part)) / 2);
  dem_stage_set_camera (DEM_STAGE (widget), camera);
}

typedef struct
{
  double held_ms;   /* how long the main thread is held when the view is opened */
  double layout_ms; /* until everybody has a place */
  DemStageCamera home;
  double own_p50, own_p95; /* milliseconds of the thread's own time for a frame's scene and its drawing */
} Opening;

static double
get_milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static double
get_cpu_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* What a frame of the same way costs this thread, however busy the machine is. */
static void
measure_own (Opening *opening, GtkWidget *view)
{
  double times[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      double start;

      step (view, i, N_FRAMES, &opening->home);
      start = get_cpu_milliseconds ();
      dem_scene_draw (dem_canvas_get_scene (DEM_CANVAS (view)), snapshot);
      times[i] = get_cpu_milliseconds () - start;
      gsk_render_node_unref (gtk_snapshot_free_to_node (snapshot));
    }
  qsort (times, N_FRAMES, sizeof *times, compare);
  opening->own_p50 = times[N_FRAMES / 2];
  opening->own_p95 = times[N_FRAMES * 95 / 100];
}

static Opening
open_view (GtkWidget *view, DemFocus *focus)
{
  GtkWidget *window = gtk_window_new ();
  Opening opening = { 0 };
  gint64 start;

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (view) == 0)
    g_main_context_iteration (NULL, TRUE);
  start = g_get_monotonic_time ();
  dem_canvas_set_focus (DEM_CANVAS (view), focus);
  dem_canvas_get_scene (DEM_CANVAS (view));
  opening.held_ms = get_milliseconds (start);
  while (!dem_network_view_is_settled (DEM_NETWORK_VIEW (view)))
    g_main_context_iteration (NULL, TRUE);
  opening.layout_ms = get_milliseconds (start);
  opening.home = dem_stage_get_camera (DEM_STAGE (view));
  measure_own (&opening, view);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  return opening;
}

int
main (int argc, char *argv[])
{
  guint n_actors = argc > 2 ? (guint) atoi (argv[1]) : 2000;
  guint n_relations = argc > 2 ? (guint) atoi (argv[2]) : 5000;

  adw_init ();

  g_autoptr (GBytes) bytes = make_crowd (n_actors, n_relations, 1);
  g_autoptr (DemDossier) dossier = open_text (g_bytes_get_data (bytes, NULL));
  g_autoptr (DemFocus) focus = dem_focus_new ();
  GtkWidget *view = g_object_ref_sink (dem_network_view_new ());
  if (argc > 3)
    g_file_set_contents (argv[3], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  dem_focus_open (focus, dossier);
  Opening opening = open_view (view, focus);
  Frames frames = frames_measure (view, WIDTH, HEIGHT, N_FRAMES, step, &opening.home);
  Frames flat = frames_measure_flat (WIDTH, HEIGHT, N_FRAMES / 3);
  g_autofree char *what = g_strdup_printf (
      "\"actors\": %u, \"relations\": %u, \"held_ms\": %.1f, \"layout_ms\": %.0f, "
      "\"own_cpu_ms\": {\"p50\": %.2f, \"p95\": %.2f}",
      n_actors, n_relations, opening.held_ms, opening.layout_ms, opening.own_p50, opening.own_p95);

  frames_print ("network", what, &frames, &flat);
  g_object_unref (view);
  return 0;
}
