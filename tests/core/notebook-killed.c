/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that writes notes is killed 300 times, at random moments. After each every note that was said to
 * be saved is there, and the file is whole. Processes are forked, so nothing here starts a thread before. */
#include "tests/support/store.h"

#include <signal.h>
#include <stdio.h>

#define ROUNDS 10
#define KILLS_IN_A_ROUND 30
#define LONGEST_LIFE_MICROSECONDS 80000

static void
acknowledge (int pipe, const char *id)
{
  g_autofree char *line = g_strconcat (id, "\n", NULL);

  g_assert_cmpint (write (pipe, line, strlen (line)), ==, (ssize_t) strlen (line));
}

/* Writes notes and tells of each that is saved, sometimes at once and sometimes by itself, until it is
 * killed. */
static void
write_until_killed (const char *path, int pipe)
{
  StoreFixture f = { NULL, (char *) path, NULL, g_ptr_array_new_with_free_func (g_free) };

  /* Half a line would not be TAP. */
  g_assert_nonnull (freopen ("/dev/null", "w", stdout));
  /* Or each would find the same names for its notes. */
  g_random_set_seed ((guint32) getpid ());
  store_open (&f);
  for (guint i = 0;; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d wrote this as number %u.", getpid (), i);
      g_autofree char *id = g_strdup (store_add_note (&f, text));

      if (i % 8 == 7)
        STORE_RUN_UNTIL (store_is (&f, DEM_NOTEBOOK_STORE_SAVED));
      else
        g_assert_true (dem_notebook_store_flush (f.store, -1, NULL));
      acknowledge (pipe, id);
    }
}

/* The lines of a pipe that nobody writes to any more. */
static guint
collect (int pipe, GHashTable *saved)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char piece[4096];
  ssize_t got;
  guint n = 0;

  while ((got = read (pipe, piece, sizeof piece)) > 0)
    g_string_append_len (text, piece, got);
  lines = g_strsplit (text->str, "\n", -1);
  for (; lines[n] != NULL && lines[n + 1] != NULL; n++)
    g_hash_table_add (saved, g_strdup (lines[n]));
  return n;
}

/* How many notes were said to be saved. */
static guint
live_and_die (const char *path, GHashTable *saved)
{
  int ends[2], status;
  pid_t child;
  guint n;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    write_until_killed (path, ends[1]);
  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (0, LONGEST_LIFE_MICROSECONDS));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  n = collect (ends[0], saved);
  close (ends[0]);
  return n;
}

static gboolean
has_part (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_suffix (name, ".part"))
      return TRUE;
  return FALSE;
}

static void
assert_all_there (StoreFixture *f, GHashTable *saved)
{
  g_autoptr (DemNotebookContent) content = NULL;
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  if (!g_file_test (f->path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpuint (g_hash_table_size (saved), ==, 0);
      return;
    }
  content = store_read_file (f->path);
  for (guint i = 0; i < content->notes->len; i++)
    g_hash_table_add (there, (gpointer) dem_note_get_id (content->notes->pdata[i]));
  g_hash_table_iter_init (&iter, saved);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (there, id));
}

static void
test_killed (StoreFixture *f, gconstpointer data)
{
  guint n_saved = 0, n_kills = 0, n_in_the_middle = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GHashTable) saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < KILLS_IN_A_ROUND; i++, n_kills++)
        {
          n_saved += live_and_die (f->path, saved);
          n_in_the_middle += has_part (f->folder);
          assert_all_there (f, saved);
        }
      folder_remove (f->folder);
      g_assert_cmpint (g_mkdir (f->folder, 0700), ==, 0);
    }
  g_test_message (
      "%u kills, %u of them in the middle of writing; %u notes were said to be saved and are there", n_kills,
      n_in_the_middle, n_saved);
  g_assert_cmpuint (n_saved, >, 0);
}

/* The next run removes what the one before has left. */
static void
test_cleaned (StoreFixture *f, gconstpointer data)
{
  g_autofree char *part = g_build_filename (f->folder, ".demarche-00000001.part", NULL);

  folder_write (part, "{");
  store_open (f);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/notebook-killed/killed", StoreFixture, NULL, store_set_up, test_killed, store_tear_down);
  g_test_add ("/notebook-killed/cleaned", StoreFixture, NULL, store_set_up, test_cleaned, store_tear_down);
  return g_test_run ();
}
