/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-map DOSSIER, or bench-map ACTORS RELATIONS for a made up one: moves the camera of a map of 1200×750 over land and sea and in and out, as somebody
 * would who drags and turns the wheel; beside a window of one colour in the same run. */

#include <adwaita.h>
#include <math.h>

#include "app/dossier/loader.h"
#include "tests/support/crowd.h"
#include "tests/bench/frames.h"
#include "ui/map/map_view.h"

#define WIDTH 1200
#define HEIGHT 750
#define N_FRAMES 360

/* A third of the way pans, a third zooms in and out, a third does both. */
static void
step_camera (GtkWidget *map, guint frame, guint n_frames, gpointer data)
{
  double t = (double) frame / n_frames, part = fmod (3 * t, 1.0) * 2 * G_PI;
  DemMapCamera camera = { { 120, 36 }, 2.0 };

  if (t < 1.0 / 3 || t >= 2.0 / 3)
    {
      camera.centre.longitude += 40 * sin (part);
      camera.centre.latitude += 12 * sin (2 * part);
    }
  if (t >= 1.0 / 3)
    camera.zoom *= exp (1.2 * sin (part));
  dem_map_view_set_camera (DEM_MAP_VIEW (map), camera);
}

/* A file, or a made up dossier of so many actors and relations. */
static DemLoader *
get_loader (char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (argv[2] == NULL)
    {
      file = g_file_new_for_commandline_arg (argv[1]);
      return dem_loader_new (file);
    }
  bytes = make_crowd ((guint) strtoul (argv[1], NULL, 10), (guint) strtoul (argv[2], NULL, 10), 1);
  return dem_loader_new_for_bytes (bytes, "crowd");
}

static DemFocus *
open_dossier (char *argv[])
{
  g_autoptr (DemLoader) loader = get_loader (argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);
  DemFocus *focus;

  if (dossier == NULL)
    g_error ("%s: %s", argv[1], error->message);
  focus = dem_focus_new ();
  dem_focus_open (focus, dossier);
  return focus;
}

int
main (int argc, char *argv[])
{
  g_autoptr (DemFocus) focus = NULL;
  GtkWidget *map;
  Frames flat, frames;

  if (argc != 2 && argc != 3)
    {
      g_printerr ("Usage: bench-map DOSSIER | bench-map ACTORS RELATIONS\n");
      return 2;
    }
  adw_init ();
  focus = open_dossier (argv);
  flat = frames_measure_flat (WIDTH, HEIGHT, N_FRAMES / 3);
  map = dem_map_view_new ();
  dem_canvas_set_focus (DEM_CANVAS (map), focus);
  frames = frames_measure (map, WIDTH, HEIGHT, argc == 3 ? N_FRAMES / 3 : N_FRAMES, step_camera, NULL);
  frames_print ("map", "", &frames, &flat);
  return 0;
}
