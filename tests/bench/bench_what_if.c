/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-what-if [CLAIMS]: the argument page of that many claims (3,000) and twice as many steps: how long
 * from a press of a toggle until the repainted frame is done, and what it costs to scroll with everything
 * unfolded, beside a window of one colour in the same run. Times are the main thread's own, whoever else
 * runs; the wait for the frame clock is left out. */
#include <adwaita.h>
#include <time.h>

#include "app/argument/evaluator.h"
#include "app/dossier/loader.h"
#include "tests/bench/frames.h"
#include "ui/argument/argument_page.h"

#define WIDTH 420
#define HEIGHT 800
#define CLAIMS 3000
#define TOGGLES 40
#define N_FRAMES 240
#define SCROLL 60

static DemFocus *focus;
static DemNotebook *notebook;
static DemEvaluator *evaluator;
static double work; /* milliseconds of the last toggle, without the frame */
static gboolean painted;

static char *
write_dossier (guint n)
{
  GString *text
      = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:y\",\"title\":\"T\","
                      "\"actors\":[{\"id\":\"all\",\"name\":\"All\",\"kind\":\"group\"}],"
                      "\"claims\":[{\"id\":\"c0\",\"kind\":\"thesis\",\"text\":\"The thesis\"}");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (
        text, ",{\"id\":\"c%u\",\"kind\":\"claim\",\"by\":\"all\",\"text\":\"Claim %u of many says a thing or two\"}", i, i);
  g_string_append (text,
                   "],\"inferences\":[{\"id\":\"i\",\"kind\":\"supports\",\"from\":[\"c1\"],\"to\":\"c0\"}");
  for (guint i = 1; i < n; i++)
    {
      g_string_append_printf (
          text, ",{\"id\":\"i%u\",\"kind\":\"%s\",\"from\":[\"c%u\"],\"to\":\"c%u\",\"weight\":0.7}", i,
          i % 3 == 0 ? "attacks" : "supports", i, (i - 1) / 4);
      g_string_append_printf (
          text, ",{\"id\":\"j%u\",\"kind\":\"%s\",\"from\":[\"c%u\"],\"to\":\"%s%u\",\"weight\":0.5}", i,
          i % 5 == 0 ? "undercuts" : "supports", i, i % 5 == 0 ? "i" : "c", i % 5 == 0 ? i - 1 : (i - 1) / 7);
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
open_dossier (guint n)
{
  g_autofree char *text = write_dossier (n);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "bench");
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);

  g_assert_no_error (error);
  focus = dem_focus_new ();
  dem_focus_open (focus, dossier);
}

static void
evaluate (void)
{
  g_autoptr (GArray) assumptions = dem_notebook_dup_assumptions (notebook, dem_focus_get_dossier (focus));
  const DemWhatIf what_if
      = { DEM_NO_INDEX, assumptions->len, 0, (DemAssumption *) (gpointer) assumptions->data, NULL };

  dem_evaluator_set (evaluator, dem_focus_get_dossier (focus), &what_if);
}

static void
on_painted (void)
{
  painted = TRUE;
}

/* Milliseconds that the main thread has worked so far. */
static double
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Presses, waits for the frame, and leaves time for bars to arrive and the worker to end. */
static double
toggle (guint i)
{
  double began = get_worked (), total;

  painted = FALSE;
  if (i % 2 == 0)
    dem_notebook_assume (notebook, "c1", DEM_STRENGTH_REJECTED);
  else
    dem_notebook_forget_assumption (notebook, "c1");
  work = get_worked () - began;
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  total = get_worked () - began;
  for (guint j = 0; j < 60; j++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  return total;
}

static void
print_toggles (GtkWidget *page, guint n)
{
  GtkWidget *window = gtk_window_new ();
  double totals[TOGGLES], works[TOGGLES];
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 100; i++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), NULL);
  for (guint i = 0; i < TOGGLES; i++)
    {
      totals[i] = toggle (i);
      works[i] = work;
    }
  qsort (totals, TOGGLES, sizeof *totals, compare);
  qsort (works, TOGGLES, sizeof *works, compare);
  g_print ("{\"bench\": \"what-if\", \"claims\": %u, \"steps\": %u, \"work_p50\": %.1f, \"work_p95\": %.1f,"
           " \"painted_p50\": %.1f, \"painted_p95\": %.1f}\n",
           n, dem_dossier_count (dem_focus_get_dossier (focus), DEM_KIND_INFERENCE), works[TOGGLES / 2],
           works[TOGGLES * 95 / 100], totals[TOGGLES / 2], totals[TOGGLES * 95 / 100]);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
step (GtkWidget *page, guint frame, guint n_frames, gpointer data)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (page, GTK_TYPE_LIST_VIEW)));

  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + SCROLL);
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : CLAIMS;
  Frames flat, frames;
  GtkWidget *page;

  adw_init ();
  open_dossier (MAX (n, 2));
  notebook = dem_notebook_open ("urn:x:y");
  evaluator = dem_evaluator_new ();
  g_signal_connect (notebook, "changed", G_CALLBACK (evaluate), NULL);
  evaluate ();
  flat = frames_measure_flat (WIDTH, HEIGHT, N_FRAMES / 3);
  page = g_object_ref_sink (dem_argument_page_new ());
  dem_argument_page_set_focus (DEM_ARGUMENT_PAGE (page), focus);
  dem_argument_page_set_evaluator (DEM_ARGUMENT_PAGE (page), evaluator);
  dem_argument_page_set_notebook (DEM_ARGUMENT_PAGE (page), notebook);
  print_toggles (page, n);
  dem_focus_set_viewpoint (focus, 0); /* unfolds everything */
  dem_focus_set_viewpoint (focus, DEM_NO_INDEX);
  frames = frames_measure (page, WIDTH, HEIGHT, N_FRAMES, step, NULL);
  frames_print ("outline-scroll", "", &frames, &flat);
  return 0;
}
