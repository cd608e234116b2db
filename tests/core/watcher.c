/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/watcher.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A file that changes while it is open: written in place, replaced, broken, gone and back, behind a link. */

/* A second after the last write it has to be there; a busy machine gets more before the test gives up. */
#define PATIENCE_SECONDS 10
#define SILENCE_MILLISECONDS 400

typedef struct
{
  char *folder;
  char *path;
  char *aside;
  DemWatcher *watcher;
  GMainLoop *loop;
  guint n_reloaded;
  guint n_failed;
  char *title;   /* of the last dossier */
  char *code;    /* of the first problem of the last failure */
  gboolean gone; /* the last failure had no loader */
} Fixture;

static char *
text_with_title (const char *title)
{
  return g_strdup_printf (
      "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", \"title\": \"%s\"}\n", title);
}

static void
write_title (const char *path, const char *title)
{
  g_autofree char *text = text_with_title (title);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  fclose (file);
}

static void
on_reloaded (DemWatcher *watcher, DemDossier *dossier, Fixture *fixture)
{
  fixture->n_reloaded++;
  g_free (fixture->title);
  fixture->title = g_strdup (dem_dossier_get_title (dossier));
  g_main_loop_quit (fixture->loop);
}

static void
on_failed (DemWatcher *watcher, DemLoader *loader, Fixture *fixture)
{
  fixture->n_failed++;
  fixture->gone = loader == NULL;
  g_clear_pointer (&fixture->code, g_free);
  if (loader != NULL)
    fixture->code = g_strdup (((DemProblem *) dem_loader_get_problems (loader)->pdata[0])->code);
  g_main_loop_quit (fixture->loop);
}

static void
watch (Fixture *fixture, const char *path, const char *etag)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->watcher = dem_watcher_new (file, etag);
  g_signal_connect (fixture->watcher, "reloaded", G_CALLBACK (on_reloaded), fixture);
  g_signal_connect (fixture->watcher, "failed", G_CALLBACK (on_failed), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("demarche-watcher-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.dossier.json", NULL);
  fixture->aside = g_build_filename (fixture->folder, ".a.dossier.json.new", NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  write_title (fixture->path, "first");
  watch (fixture, fixture->path, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->watcher));
  g_remove (fixture->aside);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_main_loop_unref (fixture->loop);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->aside);
  g_free (fixture->title);
  g_free (fixture->code);
}

static gboolean
on_timeout (gpointer data)
{
  Fixture *fixture = data;

  g_main_loop_quit (fixture->loop);
  return G_SOURCE_REMOVE;
}

/* Runs until something is told, or nothing for that long; the seconds that it took. */
static double
run (Fixture *fixture, guint milliseconds)
{
  guint told = fixture->n_reloaded + fixture->n_failed;
  gint64 start = g_get_monotonic_time ();
  guint timeout = g_timeout_add (milliseconds, on_timeout, fixture);

  g_main_loop_run (fixture->loop);
  if (fixture->n_reloaded + fixture->n_failed != told)
    g_source_remove (timeout);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
assert_reloaded (Fixture *fixture, const char *title)
{
  guint n = fixture->n_reloaded;
  double seconds = run (fixture, PATIENCE_SECONDS * 1000);

  g_assert_cmpuint (fixture->n_reloaded, ==, n + 1);
  g_assert_cmpstr (fixture->title, ==, title);
  g_test_message ("after %.2f s", seconds);
}

static void
assert_failed (Fixture *fixture, const char *code)
{
  guint n = fixture->n_failed;

  run (fixture, PATIENCE_SECONDS * 1000);
  g_assert_cmpuint (fixture->n_failed, ==, n + 1);
  g_assert_cmpint (fixture->gone, ==, code == NULL);
  g_assert_cmpstr (fixture->code, ==, code);
}

static void
assert_silent (Fixture *fixture)
{
  guint told = fixture->n_reloaded + fixture->n_failed;

  run (fixture, SILENCE_MILLISECONDS);
  g_assert_cmpuint (fixture->n_reloaded + fixture->n_failed, ==, told);
}

static void
test_written_in_place (Fixture *fixture, gconstpointer data)
{
  write_title (fixture->path, "second");
  assert_reloaded (fixture, "second");
  assert_silent (fixture);
  write_title (fixture->path, "third");
  assert_reloaded (fixture, "third");
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("edition %u", i);

      write_title (fixture->aside, title);
      g_assert_cmpint (g_rename (fixture->aside, fixture->path), ==, 0);
      assert_reloaded (fixture, title);
      assert_silent (fixture);
    }
}

/* As GLib's writer and many editors do it, with a backup. */
static void
test_replaced_by_glib (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *text = text_with_title ("by GLib");
  g_autofree char *backup = g_strconcat (fixture->path, "~", NULL);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, TRUE, 0, NULL, NULL, NULL));
  assert_reloaded (fixture, "by GLib");
  assert_silent (fixture);
  g_remove (backup);
}

/* Many writes in a row are one change. */
static void
test_written_in_pieces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = text_with_title ("in pieces");
  FILE *file = fopen (fixture->path, "w");

  for (const char *p = text; *p != '\0'; p++)
    {
      fputc (*p, file);
      fflush (file);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  fclose (file);
  assert_reloaded (fixture, "in pieces");
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  assert_silent (fixture);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "{\"format\":", -1, NULL));
  assert_failed (fixture, "unterminated");
  assert_silent (fixture);
  write_title (fixture->path, "mended");
  assert_reloaded (fixture, "mended");
}

static void
test_gone_and_back (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_failed (fixture, NULL);
  assert_silent (fixture);
  write_title (fixture->path, "back");
  assert_reloaded (fixture, "back");
  g_assert_cmpint (g_rename (fixture->path, fixture->aside), ==, 0);
  assert_failed (fixture, NULL);
  g_assert_cmpint (g_rename (fixture->aside, fixture->path), ==, 0);
  assert_reloaded (fixture, "back");
}

/* What happens to its neighbours, or to its rights, is no change. */
static void
test_not_ours (Fixture *fixture, gconstpointer data)
{
  g_autofree char *neighbour = g_build_filename (fixture->folder, "b.dossier.json", NULL);

  write_title (neighbour, "neighbour");
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  assert_silent (fixture);
  g_remove (neighbour);
}

/* The file is behind a link in another folder: written, replaced there, and the link led elsewhere. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "links", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *other = g_build_filename (folder, "other.json", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("../a.dossier.json", link), ==, 0);
  write_title (other, "elsewhere");
  g_clear_object (&fixture->watcher);
  watch (fixture, link, NULL);

  write_title (fixture->path, "behind the link");
  assert_reloaded (fixture, "behind the link");
  write_title (fixture->aside, "replaced behind the link");
  g_assert_cmpint (g_rename (fixture->aside, fixture->path), ==, 0);
  assert_reloaded (fixture, "replaced behind the link");
  g_assert_cmpint (g_remove (link), ==, 0);
  g_assert_cmpint (symlink ("other.json", link), ==, 0);
  assert_reloaded (fixture, "elsewhere");
  write_title (other, "elsewhere again");
  assert_reloaded (fixture, "elsewhere again");

  g_remove (link);
  g_remove (other);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Nothing is told once nobody holds the watcher, not even while it waits. */
static void
test_dropped_while_waiting (Fixture *fixture, gconstpointer data)
{
  write_title (fixture->path, "late");
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (5000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->watcher));
  assert_silent (fixture);
  watch (fixture, fixture->path, NULL);
}

/* What was written between reading and watching is seen; what was not written is not read again. */
static void
test_changed_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, NULL);

  g_assert_nonnull (dossier);
  g_assert_nonnull (dem_loader_get_etag (loader));
  g_clear_object (&fixture->watcher);
  watch (fixture, fixture->path, dem_loader_get_etag (loader));
  assert_silent (fixture);

  g_clear_object (&fixture->watcher);
  write_title (fixture->path, "meanwhile");
  watch (fixture, fixture->path, dem_loader_get_etag (loader));
  assert_reloaded (fixture, "meanwhile");

  g_clear_object (&fixture->watcher);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  watch (fixture, fixture->path, dem_loader_get_etag (loader));
  assert_failed (fixture, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "written-in-place", test_written_in_place },
    { "replaced", test_replaced },
    { "replaced-by-glib", test_replaced_by_glib },
    { "written-in-pieces", test_written_in_pieces },
    { "broken", test_broken },
    { "gone-and-back", test_gone_and_back },
    { "not-ours", test_not_ours },
    { "link", test_link },
    { "changed-before", test_changed_before },
    { "dropped-while-waiting", test_dropped_while_waiting },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/watcher/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
