/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-notes [NOTES]: a notebook of that many notes (10,000): writing and reading it, filling the notebook, the list of
 * notes while a search is typed letter by letter and while a note is, undo and import. Times are the thread's own, whoever
 * else runs; the best and the worst of several rounds. */
#include <string.h>
#include <time.h>

#include "app/dossier/loader.h"
#include "app/exchange/notes_import.h"
#include "app/notebook/notebook_list.h"
#include "app/notebook/notebook_file.h"

#define NOTES 10000
#define ROUNDS 5
#define DOSSIER_ID "urn:x:bench"

static const char *const words[]
    = { "sanctions", "border", "Élysée", "trade", "the",  "of",    "summit", "a",      "missile", "fuel", "deliveries",
        "said",      "that",   "never",  "again", "Park", "route", "counts", "photograph", "beside", "2017", "naïve" };

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

  for (guint i = 0; i < 2000; i++)
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
  g_autofree char *event = g_strdup_printf ("e%u", i % 2000);
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_EVENT, event);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DemNote) note = NULL;

  for (guint n = 0; n < 40; n++)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  note = dem_note_new_on (text->str, target);
  return dem_note_with_tags (note, (const char *const[]){ i % 3 == 0 ? "check" : "speaker", NULL });
}

static GBytes *
make_bytes (guint n)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_content_new (DOSSIER_ID);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (content->notes, make_note (random, i));
  return dem_notebook_file_write (content);
}

static void
tell (const char *name, double best, double worst)
{
  g_print (", \"%s\": [%.2f, %.2f]", name, best, worst);
}

/* Reading and writing, and taking what was read into the notebook. */
static void
run_file (GBytes *bytes, DemNotebook *notebook)
{
  double best[3] = { 1e9, 1e9, 1e9 }, worst[3] = { 0 };
  static const char *const names[] = { "read_ms", "write_ms", "fill_ms" };

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (DemNotebookContent) empty = dem_notebook_content_new (DOSSIER_ID);
      double start = now (), took[3];
      g_autoptr (DemNotebookContent) content = dem_notebook_file_read (bytes, DOSSIER_ID, NULL, NULL);
      g_autoptr (GBytes) written = NULL;

      took[0] = now () - start;
      start = now ();
      written = dem_notebook_file_write (content);
      took[1] = now () - start;
      dem_notebook_set_content (notebook, empty);
      start = now ();
      dem_notebook_set_content (notebook, content);
      took[2] = now () - start;
      for (guint i = 0; i < 3; i++)
        {
          best[i] = MIN (best[i], took[i]);
          worst[i] = MAX (worst[i], took[i]);
        }
    }
  for (guint i = 0; i < 3; i++)
    tell (names[i], best[i], worst[i]);
}

/* A search typed letter by letter, then taken back; the first letter makes what is searched. */
static void
run_search (DemNotebookList *list)
{
  static const char query[] = "elysee naive photograph";
  double best = 1e9, worst = 0, first = 0;

  for (guint round = 0; round < ROUNDS; round++)
    for (gsize n = 1; n <= strlen (query); n++)
      {
        g_autofree char *text = g_strndup (query, n);
        DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;
        double start = now (), took;

        filter.text = text;
        dem_notebook_list_set_filter (list, &filter);
        took = now () - start;
        if (round == 0 && n == 1)
          first = took;
        else
          worst = MAX (worst, took);
        best = MIN (best, took);
      }
  tell ("search_first_ms", first, first);
  tell ("search_ms", best, worst);
}

/* A note typed letter by letter, in its editor or elsewhere. */
static void
run_typing (DemNotebook *notebook, DemNotebookList *list, DemNoteOrder order, gboolean kept, const char *name)
{
  g_autoptr (DemNote) note = g_list_model_get_item (dem_notebook_get_notes (notebook), 5000);
  g_autofree char *id = g_strdup (dem_note_get_id (note));
  g_autoptr (GString) text = g_string_new (NULL);
  DemNotebookFilter all = DEM_NOTEBOOK_FILTER_ALL;
  double best = 1e9, worst = 0;

  dem_notebook_list_set_filter (list, &all);
  dem_notebook_list_set_order (list, order);
  dem_notebook_list_keep (list, id, kept ? DEM_NOTEBOOK_KEEP_LISTED : DEM_NOTEBOOK_KEEP_NOT);
  for (guint i = 0; i < 100; i++)
    {
      double start, took;

      g_string_append_c (text, 'x');
      start = now ();
      dem_notebook_set_note_text (notebook, id, text->str);
      took = now () - start;
      best = MIN (best, took);
      worst = MAX (worst, took);
    }
  tell (name, best, worst);
  dem_notebook_list_keep (list, id, DEM_NOTEBOOK_KEEP_NOT);
}

static void
run_import (GBytes *bytes, DemDossier *dossier, DemNotebook *notebook)
{
  g_autoptr (DemNotebookContent) empty = dem_notebook_content_new (DOSSIER_ID);
  g_autoptr (DemNotesImport) import = NULL;
  double start, took;

  dem_notebook_set_content (notebook, empty);
  start = now ();
  import = dem_notes_import_read (bytes, dossier, NULL, NULL);
  took = now () - start;
  tell ("import_read_ms", took, took);
  start = now ();
  dem_notes_import_apply (import, notebook);
  took = now () - start;
  tell ("import_apply_ms", took, took);
  start = now ();
  dem_undo_undo (dem_notebook_get_undo (notebook));
  took = now () - start;
  tell ("import_undo_ms", took, took);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : NOTES;
  g_autoptr (GBytes) bytes = make_bytes (n);
  g_autoptr (DemDossier) dossier = open_dossier ();
  g_autoptr (DemNotebook) notebook = dem_notebook_open (DOSSIER_ID);
  g_autoptr (DemNotebookList) list = dem_notebook_list_new (notebook, dossier);

  g_return_val_if_fail (n > 5000, 1);

  g_print ("{\"notes\": %u, \"bytes\": %" G_GSIZE_FORMAT, n, g_bytes_get_size (bytes));
  run_file (bytes, notebook);
  run_search (list);
  run_typing (notebook, list, DEM_NOTE_ORDER_TIME, TRUE, "keystroke_ms");
  run_typing (notebook, list, DEM_NOTE_ORDER_NEWEST, FALSE, "keystroke_elsewhere_ms");
  run_typing (notebook, list, DEM_NOTE_ORDER_TIME, FALSE, "keystroke_elsewhere_by_time_ms");
  run_import (bytes, dossier, notebook);
  g_print ("}\n");
  return 0;
}
