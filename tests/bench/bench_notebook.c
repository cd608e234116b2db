/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-notebook [NOTES]: the file of a notebook of that many notes (10,000), on the disk with the folder for
 * temporary files: opening it, typing while it saves itself, and taking in what another program has changed.
 * Times are in milliseconds by the clock; `stall` is the longest that the main loop did not come round. */
#include "app/notebook/notebook_file.h"
#include "app/notebook/notebook_store.h"

#include <glib/gstdio.h>

#define NOTES 10000
#define KEYS 200
#define KEY_PAUSE_US 30000
#define DOSSIER "urn:x"

static gint64 stall;

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
iterate (void)
{
  gint64 start = g_get_monotonic_time ();

  if (!g_main_context_iteration (NULL, FALSE))
    {
      g_usleep (500);
      start += 500;
    }
  stall = MAX (stall, g_get_monotonic_time () - start);
}

static void
run_until (DemNotebookStore *store, DemNotebookStoreState state)
{
  while (dem_notebook_store_get_state (store) != state)
    iterate ();
}

static double
end_stall (void)
{
  double longest = (double) stall / 1000;

  stall = 0;
  return longest;
}

static DemNote *
make_note (guint i)
{
  g_autofree char *actor = g_strdup_printf ("actor%u", i % 500);
  g_autofree char *text
      = g_strdup_printf ("**Note %u**: what was said of this in the room, with a link to "
                         "[a source](https://example.org/%u), and a second sentence after it.",
                         i, i);
  const char *const tags[] = { i % 3 == 0 ? "room" : "open", NULL };
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_ACTOR, actor);
  g_autoptr (DemNote) note = dem_note_new_on (text, target);

  return dem_note_with_tags (note, tags);
}

static void
write_content (const char *path, const DemNotebookContent *content)
{
  g_autoptr (GBytes) bytes = dem_notebook_file_write (content);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
}

static void
type (DemNotebookStore *store)
{
  DemNotebook *notebook = dem_notebook_store_get_notebook (store);
  g_autoptr (DemNote) note = g_list_model_get_item (dem_notebook_get_notes (notebook), 0);
  g_autofree char *id = g_strdup (dem_note_get_id (note));
  g_autoptr (GString) text = g_string_new (dem_note_get_text (note));
  double longest = 0;
  gint64 start, last = 0;

  for (guint i = 0; i < KEYS; i++)
    {
      gint64 until = g_get_monotonic_time () + KEY_PAUSE_US;

      start = g_get_monotonic_time ();
      g_string_append_c (text, (char) ('a' + i % 26));
      dem_notebook_set_note_text (notebook, id, text->str);
      longest = MAX (longest, since (start));
      last = start;
      while (g_get_monotonic_time () < until)
        iterate ();
    }
  run_until (store, DEM_NOTEBOOK_STORE_SAVED);
  g_print (", \"key\": %.2f, \"last_key_to_saved\": %.0f, \"typing_stall\": %.1f", longest, since (last),
           end_stall ());
  start = g_get_monotonic_time ();
  dem_notebook_set_note_text (notebook, id, "the end");
  dem_notebook_store_flush (store, -1, NULL);
  g_print (", \"flush\": %.0f", since (start));
}

static void
merge (DemNotebookStore *store, const char *path)
{
  DemNotebook *notebook = dem_notebook_store_get_notebook (store);
  g_autoptr (DemNotebookContent) theirs = dem_notebook_dup_content (notebook);
  guint n = theirs->notes->len;
  gint64 start;

  g_ptr_array_add (theirs->notes, make_note (n));
  end_stall ();
  write_content (path, theirs);
  start = g_get_monotonic_time ();
  while (g_list_model_get_n_items (dem_notebook_get_notes (notebook)) == n)
    iterate ();
  g_print (", \"merge\": %.0f, \"merge_stall\": %.1f", since (start), end_stall ());
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : NOTES;
  g_autofree char *folder = g_dir_make_tmp ("demarche-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.json", NULL);
  g_autofree char *older = g_strconcat (path, "~", NULL), *lock = g_build_filename (folder, ".lock", NULL);
  g_autoptr (DemNotebookContent) content = dem_notebook_content_new (DOSSIER);
  DemNotebookStore *store;
  GStatBuf status;
  gint64 start;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (content->notes, make_note (i));
  write_content (path, content);
  g_stat (path, &status);
  g_print ("{\"notes\": %u, \"megabytes\": %.1f", n, (double) status.st_size / 1e6);
  start = g_get_monotonic_time ();
  store = dem_notebook_store_open_at (DOSSIER, path, NULL);
  g_print (", \"open_call\": %.2f", since (start));
  run_until (store, DEM_NOTEBOOK_STORE_SAVED);
  g_print (", \"opened\": %.0f, \"open_stall\": %.1f", since (start), end_stall ());
  type (store);
  merge (store, path);
  g_print ("}\n");
  run_until (store, DEM_NOTEBOOK_STORE_SAVED);
  g_object_unref (store);
  g_remove (older);
  g_remove (lock);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
