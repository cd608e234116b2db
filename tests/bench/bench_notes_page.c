/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-notes-page [NOTES]: the page of a notebook of that many notes (10,000): showing them, a search typed letter by letter,
 * a note typed letter by letter in its editor. Of each letter the longest that the main thread is busy at a stretch, and all
 * that it does until nothing is left to do but the blinking of the cursor; the thread's own time, whoever else runs. */

#include <adwaita.h>
#include <string.h>
#include <time.h>

#include "app/dossier/loader.h"
#include "ui/notes/note_text.h"
#include "ui/notes/notes_page.h"

#define NOTES 10000
#define DOSSIER_ID "urn:x:bench"
#define EVENTS 2000
#define QUIET 60 /* milliseconds without anything of note */

static const char *const words[] = { "sanctions", "border", "trade", "summit", "missile", "fuel", "deliveries", "route",
                                     "counts", "photograph", "beside", "naïve", "Élysée", "again", "never", "said" };

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static DemDossier *
open_dossier (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"" DOSSIER_ID
                                           "\",\"title\":\"T\",\"events\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemLoader) loader = NULL;
  g_autoptr (GError) error = NULL;
  DemDossier *dossier;

  for (guint i = 0; i < EVENTS; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"title\":\"Event %u\",\"when\":\"%u\"}", i > 0 ? "," : "", i, i,
                            1900 + i % 120);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  loader = dem_loader_new_for_bytes (bytes, "bench");
  dossier = dem_loader_load (loader, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

static DemNote *
make_note (GRand *random, guint i)
{
  g_autofree char *event = g_strdup_printf ("e%u", i % EVENTS);
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_EVENT, event);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DemNote) note = NULL;
  DemNote *tagged;

  for (guint n = 0; n < 40; n++)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  note = dem_note_new_on (text->str, target);
  tagged = dem_note_with_tags (note, (const char *const[]){ i % 3 == 0 ? "check" : "speaker", NULL });
  dem_note_get_folded (tagged); /* as the reader of the file does, on its worker */
  return tagged;
}

/* Until nothing has happened for a while; the longest step of the main thread, and all of them. */
static void
run_until_quiet (double *longest, double *all)
{
  gint64 last = g_get_monotonic_time ();

  while (g_get_monotonic_time () - last < QUIET * 1000)
    {
      double start = now (), took;

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      took = now () - start;
      *all += took;
      *longest = MAX (*longest, took);
      if (took > 0.5)
        last = g_get_monotonic_time ();
    }
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
tell (const char *name, double at_once, double longest, double all)
{
  g_print (", \"%s\": {\"at_once_ms\": %.2f, \"longest_step_ms\": %.2f, \"all_ms\": %.2f}", name, at_once,
           MAX (longest, at_once), at_once + all);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* The middle one of several letters, on a machine that others use as well. */
static double
get_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static void
run_search (GtkWidget *page)
{
  static const char query[] = "elysee naive";
  GtkEditable *entry = GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY));
  double worst = 0, worst_step = 0, worst_all = 0;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize n = 1; n <= strlen (query); n++)
    {
      g_autofree char *text = g_strndup (query, n);
      double start = now (), at_once, longest = 0, all = 0;

      gtk_editable_set_text (entry, text);
      at_once = now () - start;
      run_until_quiet (&longest, &all);
      longest = MAX (longest, at_once);
      g_array_append_val (steps, longest);
      worst = MAX (worst, at_once);
      worst_step = MAX (worst_step, longest);
      worst_all = MAX (worst_all, all);
    }
  gtk_editable_set_text (entry, "");
  run_until_quiet (&(double){ 0 }, &(double){ 0 });
  tell ("search_worst", worst, worst_step, worst_all);
  g_print (", \"search_step_p50_ms\": %.2f", get_median (steps));
}

static void
run_typing (GtkWidget *page)
{
  double worst = 0, worst_step = 0, worst_all = 0;
  GtkTextBuffer *buffer;

  dem_notes_page_add (DEM_NOTES_PAGE (page), NULL);
  run_until_quiet (&(double){ 0 }, &(double){ 0 });
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (page, DEM_TYPE_NOTE_TEXT)));
  for (guint i = 0; i < 20; i++)
    {
      double start = now (), at_once, longest = 0, all = 0;

      gtk_text_buffer_insert_at_cursor (buffer, "x", 1);
      at_once = now () - start;
      run_until_quiet (&longest, &all);
      if (i == 0)
        {
          tell ("first_letter", at_once, longest, all);
          continue;
        }
      worst = MAX (worst, at_once);
      worst_step = MAX (worst_step, longest);
      worst_all = MAX (worst_all, all);
    }
  tell ("letter_worst", worst, worst_step, worst_all);
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : NOTES;
  g_autoptr (DemNotebookContent) content = dem_notebook_content_new (DOSSIER_ID);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (DemDossier) dossier = NULL;
  g_autoptr (DemNotebook) notebook = NULL;
  g_autoptr (DemFocus) focus = NULL;
  GtkWidget *page, *window;
  double start, at_once, longest = 0, all = 0;

  adw_init ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (content->notes, make_note (random, i));
  dossier = open_dossier ();
  focus = dem_focus_new ();
  notebook = dem_notebook_open (DOSSIER_ID);
  page = dem_notes_page_new ();
  dem_notes_page_set_focus (DEM_NOTES_PAGE (page), focus);
  dem_focus_open (focus, dossier);
  dem_notes_page_set_notebook (DEM_NOTES_PAGE (page), notebook);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 420, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  run_until_quiet (&(double){ 0 }, &(double){ 0 });

  g_print ("{\"bench\": \"notes-page\", \"notes\": %u", n);
  start = now ();
  dem_notebook_set_content (notebook, content);
  at_once = now () - start;
  run_until_quiet (&longest, &all);
  tell ("shown", at_once, longest, all);
  run_search (page);
  run_typing (page);
  g_print ("}\n");
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
