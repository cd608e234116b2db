/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-open [EVENTS]: for how long a window does not answer while a dossier is opened in it, of a few events, which shows
 * what the window's own pages cost, and of many (600,000). Prints a line of JSON for each: the longest that the main loop
 * was away, by the clock and by the main thread's own time, how often for more than a frame, and how long all of it took.
 * The window has stood for a while before. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

#include "ui/window/window.h"

#define EVENTS 600000
#define FEW 100
#define ACTORS 40
#define FRAME_MS 16.0
#define STANDING_MS 1500
#define QUIET_MS 1500 /* without anything long after which it is over */

/* ---- The probe: the time between two waits of the main loop ---- */

typedef struct
{
  gint64 begin;
  double begin_cpu;
  double longest_ms, longest_cpu_ms;
  guint n_long, n_long_cpu;
  gint64 last_long;
} Probe;

static Probe probe;

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
poll_and_probe (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  double away = (double) (now - probe.begin) / 1000, cpu = get_cpu_ms () - probe.begin_cpu;
  int n;

  probe.longest_ms = MAX (probe.longest_ms, away);
  probe.longest_cpu_ms = MAX (probe.longest_cpu_ms, cpu);
  probe.n_long += away > FRAME_MS;
  probe.n_long_cpu += cpu > FRAME_MS;
  if (away > FRAME_MS)
    probe.last_long = now;
  if (cpu > FRAME_MS)
    g_debug ("Away from %.4f for %.1f ms (%.1f ms of its own)", (double) probe.begin / G_USEC_PER_SEC, away, cpu);
  n = g_poll (fds, n_fds, timeout);
  probe.begin = g_get_monotonic_time ();
  probe.begin_cpu = get_cpu_ms ();
  return n;
}

static void
begin_probe (void)
{
  gint64 now = g_get_monotonic_time ();

  probe = (Probe){ .begin = now, .begin_cpu = get_cpu_ms (), .last_long = now };
}

static void
run_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
print_probe (const char *what, guint n_events, gint64 begin)
{
  g_print ("{\"bench\": \"open\", \"what\": \"%s\", \"events\": %u, \"longest_ms\": %.1f, \"longest_cpu_ms\": %.1f, "
           "\"over_a_frame\": %u, \"over_a_frame_cpu\": %u, \"took_ms\": %.0f}\n",
           what, n_events, probe.longest_ms, probe.longest_cpu_ms, probe.n_long, probe.n_long_cpu,
           (double) (g_get_monotonic_time () - begin) / 1000);
}

/* ---- The dossier ---- */

static void
write_dossier (const char *path, guint n_events)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:open\","
                                           "\"title\":\"Open\",\"today\":\"2020-11-19\",\"actors\":[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ACTORS; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"Actor %u\",\"kind\":\"state\"}", i ? "," : "", i, i);
  g_string_append (text, "],\"events\":[");
  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"e%u\",\"title\":\"Event number %u\",\"actors\":[\"a%u\",\"a%u\"],\"when\":"
                            "\"%u-%02u-%02u\"}",
                            i ? "," : "", i, i, i % ACTORS, (i * 7 + 1) % ACTORS, 1900 + i * 13 % 120, 1 + i % 12,
                            1 + i % 28);
  g_string_append (text, "]}");
  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
}

/* ---- The run ---- */

static void
run (GtkApplication *application, const char *path, guint n_events)
{
  DemWindow *window = dem_window_new (application);
  DemFocus *focus = dem_window_get_focus (window);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 begin;

  write_dossier (path, n_events);
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  gtk_window_present (GTK_WINDOW (window));
  run_for (STANDING_MS);

  begin_probe ();
  begin = g_get_monotonic_time ();
  dem_window_open (window, file);
  while (dem_focus_get_dossier (focus) == NULL
         || g_get_monotonic_time () - probe.last_long < QUIET_MS * 1000)
    run_for (20);
  print_probe ("open", n_events, begin);
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (50);
}

int
main (int argc, char **argv)
{
  guint n_events = argc == 2 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : EVENTS;
  g_autoptr (AdwApplication) application = adw_application_new ("org.demarche.Bench", G_APPLICATION_NON_UNIQUE);
  g_autofree char *folder = g_dir_make_tmp ("demarche-open-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "open.dossier.json", NULL);

  g_set_application_name ("Bench");
  g_main_context_set_poll_func (NULL, poll_and_probe);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  run (GTK_APPLICATION (application), path, FEW);
  run (GTK_APPLICATION (application), path, n_events);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
