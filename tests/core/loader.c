/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/loader.h"

#include "app/dossier/check.h"
#include "app/dossier/file_bytes.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x\", \"title\": \"T\""
#define GOOD HEAD "}\n"

/* Loading from files that are not what one would wish, in the background, with progress and cancel. */

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("demarche-loader-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.dossier.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (g_remove (fixture->path) != 0)
    g_assert_cmpint (errno, ==, ENOENT);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
write_text (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

/* A dossier of about @size bytes. */
static GBytes *
make_large (gsize size)
{
  GString *text = g_string_new (HEAD ", \"events\": [\n");

  for (guint i = 0; text->len < size; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"e%u\", \"title\": \"An event with a title of some length\"}\n",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}\n");
  return g_string_free_to_bytes (text);
}

/* --- what can't be read --- */

/* Whatever the world does, the error is a sentence that names the file, and the problems tell the same. */
static void
assert_unreadable (Fixture *fixture, const char *words)
{
  g_autoptr (DemLoader) loader = dem_loader_new (fixture->file);
  g_autoptr (GError) error = NULL;
  DemProblem *problem;

  g_assert_null (dem_loader_load (loader, NULL, &error));
  g_assert_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "a.dossier.json"));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (dem_loader_get_problems (loader)->len, ==, 1);
  problem = dem_loader_get_problems (loader)->pdata[0];
  g_assert_cmpstr (problem->code, ==, "unreadable");
  g_assert_cmpstr (problem->message, ==, error->message);
  g_assert_cmpuint (problem->line, ==, 0);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  assert_unreadable (fixture, "no file");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_unreadable (fixture, "folder");
}

/* A pipe that nobody writes to must not be waited for. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_unreadable (fixture, "regular");
}

static void
test_forbidden (Fixture *fixture, gconstpointer data)
{
  if (getuid () == 0)
    {
      g_test_skip ("No file is forbidden to root");
      return;
    }
  write_text (fixture, GOOD);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  assert_unreadable (fixture, "can’t be read");
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  assert_unreadable (fixture, "not there");
}

static void
test_link_to_itself (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("a.dossier.json", fixture->path), ==, 0);
  assert_unreadable (fixture, "not there");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemLoader) loader = dem_loader_new (fixture->file);
  g_autoptr (GError) error = NULL;

  write_text (fixture, "");
  g_assert_null (dem_loader_load (loader, NULL, &error));
  g_assert_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "empty"));
  g_assert_cmpstr (((DemProblem *) dem_loader_get_problems (loader)->pdata[0])->code, ==, "empty-file");
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) without_size = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int per_mille = 0;

  write_text (fixture, "0123456789");
  bytes = dem_file_bytes_read (fixture->file, 10, &per_mille, 100, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 10);
  g_assert_cmpint (per_mille, ==, 100);
  g_assert_null (dem_file_bytes_read (fixture->file, 9, &per_mille, 100, NULL, NULL, &error));
  g_assert_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE);
  g_clear_error (&error);
  /* One that says it has no bytes and then gives more than may be. */
  if (!g_file_query_exists (without_size, NULL))
    return;
  g_assert_null (dem_file_bytes_read (without_size, 9, &per_mille, 100, NULL, NULL, &error));
  g_assert_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE);
}

/* The kernel makes the contents of such a file as they are read and says that it has no bytes. */
static void
test_larger_than_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int per_mille = 0;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("There is no /proc here");
      return;
    }
  bytes = dem_file_bytes_read (file, 1000000, &per_mille, 100, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
}

/* --- a file that changes under our hands --- */

typedef struct
{
  const char *path;
  int stop;
} Writer;

static gpointer
append_blanks (gpointer data)
{
  Writer *writer = data;
  FILE *file = fopen (writer->path, "a");

  while (!g_atomic_int_get (&writer->stop))
    {
      fputs ("                                \n", file);
      fflush (file);
      g_usleep (100);
    }
  fclose (file);
  return NULL;
}

static void
test_growing (Fixture *fixture, gconstpointer data)
{
  Writer writer = { fixture->path, 0 };
  GThread *thread;

  write_text (fixture, GOOD);
  thread = g_thread_new ("writer", append_blanks, &writer);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DemLoader) loader = dem_loader_new (fixture->file);
      g_autoptr (GError) error = NULL;
      g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (dossier);
    }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
}

static gpointer
cut_and_fill (gpointer data)
{
  Writer *writer = data;

  while (!g_atomic_int_get (&writer->stop))
    {
      FILE *file = fopen (writer->path, "w");

      for (guint i = 0; i < 20000; i++)
        fputs ("          ", file);
      fputs (GOOD, file);
      fclose (file);
    }
  return NULL;
}

/* Cut to nothing and written anew again and again: it opens or not, but never takes us with it. */
static void
test_shrinking (Fixture *fixture, gconstpointer data)
{
  Writer writer = { fixture->path, 0 };
  GThread *thread = g_thread_new ("writer", cut_and_fill, &writer);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DemLoader) loader = dem_loader_new (fixture->file);
      g_autoptr (GError) error = NULL;
      g_autoptr (DemDossier) dossier = dem_loader_load (loader, NULL, &error);

      g_assert_cmpint (dossier == NULL, ==, error != NULL);
    }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
}

/* --- in the background --- */

typedef struct
{
  GMainLoop *loop;
  GThread *thread;
  GCancellable *cancellable;
  double cancel_at;
  DemDossier *dossier;
  GError *error;
  double last;
  guint n_told;
} Watch;

static void
on_fraction (DemLoader *loader, GParamSpec *pspec, Watch *watch)
{
  double fraction = dem_loader_get_fraction (loader);

  g_assert_true (g_thread_self () == watch->thread);
  g_assert_cmpfloat (fraction, >, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  watch->n_told++;
  if (watch->cancel_at > 0 && fraction >= watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;

  g_assert_true (g_thread_self () == watch->thread);
  watch->dossier = dem_loader_load_finish (DEM_LOADER (source), result, &watch->error);
  g_main_loop_quit (watch->loop);
}

static Watch *
load_in_background (DemLoader *loader, double cancel_at)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->loop = g_main_loop_new (NULL, FALSE);
  watch->thread = g_thread_self ();
  watch->cancellable = g_cancellable_new ();
  watch->cancel_at = cancel_at;
  g_signal_connect (loader, "notify::fraction", G_CALLBACK (on_fraction), watch);
  if (cancel_at < 0)
    g_cancellable_cancel (watch->cancellable);
  dem_loader_load_async (loader, watch->cancellable, on_loaded, watch);
  g_main_loop_run (watch->loop);
  return watch;
}

static void
watch_free (Watch *watch)
{
  g_main_loop_unref (watch->loop);
  g_object_unref (watch->cancellable);
  g_clear_object (&watch->dossier);
  g_clear_error (&watch->error);
  g_free (watch);
}

static void
test_background (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemLoader) loader = dem_loader_new (fixture->file);
  Watch *watch;

  write_text (fixture, GOOD);
  watch = load_in_background (loader, 0);
  g_assert_no_error (watch->error);
  g_assert_cmpstr (dem_dossier_get_title (watch->dossier), ==, "T");
  g_assert_true (g_file_equal (dem_dossier_get_file (watch->dossier), fixture->file));
  g_assert_cmpfloat (watch->last, ==, 1);
  watch_free (watch);
}

static void
test_background_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemLoader) loader = dem_loader_new (fixture->file);
  Watch *watch;

  write_text (fixture, HEAD ",\n\"x\" 1}");
  watch = load_in_background (loader, 0);
  g_assert_error (watch->error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_INVALID);
  g_assert_nonnull (strstr (watch->error->message, "a.dossier.json"));
  g_assert_nonnull (strstr (watch->error->message, "line 2"));
  g_assert_null (watch->dossier);
  g_assert_cmpfloat (watch->last, <, 1);
  watch_free (watch);
}

/* How large a dossier has to be so that its loading can be watched depends on the machine. */
#define FIRST_SIZE (15 * 1000 * 1000)
#define LARGEST_SIZE (1000 * 1000 * 1000)

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  gboolean seen = FALSE;

  for (gsize size = FIRST_SIZE; !seen; size *= 2)
    {
      g_autoptr (GBytes) bytes = make_large (size);
      g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "large");
      gint64 start = g_get_monotonic_time ();
      Watch *watch = load_in_background (loader, 0);
      double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

      g_assert_no_error (watch->error);
      g_assert_cmpfloat (watch->last, ==, 1);
      g_assert_cmpfloat (watch->n_told, <=, 10 * seconds + 2);
      seen = watch->n_told >= 2;
      watch_free (watch);
      g_assert_cmpuint (size, <, LARGEST_SIZE);
    }
}

/* Cancels at some point of the loading; FALSE when that came too late. */
static gboolean
cancel_at (gsize size, double fraction)
{
  g_autoptr (GBytes) bytes = make_large (size);
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "large");
  Watch *watch = load_in_background (loader, fraction);
  gboolean in_time = watch->dossier == NULL;

  if (in_time)
    g_assert_error (watch->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  watch_free (watch);
  return in_time;
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  static const double when[] = { -1, 0.1, 0.6 }; /* before it starts, in the guard, among the items */
  gsize size = FIRST_SIZE;

  for (guint i = 0; i < G_N_ELEMENTS (when); i++)
    for (; !cancel_at (size, when[i]); size *= 2)
      g_assert_cmpuint (size, <, LARGEST_SIZE);
}

/* --- the checker --- */

static void
assert_checked (Fixture *fixture, const char *text, int expected, const char *output)
{
  char *printed = NULL;
  size_t size = 0;
  FILE *out = open_memstream (&printed, &size);

  write_text (fixture, text);
  g_assert_cmpint (dem_dossier_check_file (fixture->file, "dir/x.json", out), ==, expected);
  fclose (out);
  g_assert_cmpstr (printed, ==, output);
  free (printed);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  assert_checked (fixture, GOOD, 0, "");
  assert_checked (
      fixture, HEAD ",\n  \"creator\": 1,\n\"summary\": null}", 1,
      "dir/x.json:2:14: warning: Expected a string here, found a number. Put the value in quotes. "
      "[wrong-type]\n"
      "dir/x.json:3:12: warning: Expected a string here, found null. Leave the member out instead. "
      "[wrong-type]\n");
  assert_checked (
      fixture, HEAD "\n", 2,
      "dir/x.json:2:1: error: The file ends too early: a list or object is not closed. Is a part of it "
      "missing? [unterminated]\n");
  g_remove (fixture->path);
  g_assert_cmpint (dem_dossier_check_file (fixture->file, "x", stderr), ==, 2);
}

/* More problems than anybody reads are counted, not kept. */
static void
test_many_problems (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEAD ", \"events\": [\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DemLoader) loader = NULL;
  g_autoptr (DemDossier) dossier = NULL;
  GPtrArray *problems;
  DemProblem *last;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "%s{\"id\": \"e%u\", \"title\": 1}\n", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  loader = dem_loader_new_for_bytes (bytes, "x");
  dossier = dem_loader_load (loader, NULL, NULL);
  g_assert_nonnull (dossier);
  problems = dem_loader_get_problems (loader);
  g_assert_cmpuint (problems->len, ==, 10001);
  last = problems->pdata[10000];
  g_assert_cmpstr (last->code, ==, "more-problems");
  g_assert_nonnull (strstr (last->message, "20000"));
  g_assert_cmpuint (((DemProblem *) problems->pdata[0])->line, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "missing", test_missing },
    { "folder", test_folder },
    { "pipe", test_pipe },
    { "forbidden", test_forbidden },
    { "dangling-link", test_dangling_link },
    { "link-to-itself", test_link_to_itself },
    { "empty", test_empty },
    { "too-large", test_too_large },
    { "larger-than-said", test_larger_than_said },
    { "growing", test_growing },
    { "shrinking", test_shrinking },
    { "background", test_background },
    { "background-broken", test_background_broken },
    { "progress", test_progress },
    { "cancelled", test_cancelled },
    { "check", test_check },
    { "many-problems", test_many_problems },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/loader/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
