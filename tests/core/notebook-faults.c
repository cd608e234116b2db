/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of notes when disks, files and clocks go wrong: what was typed stays, nothing is written over
 * that was not read, the reason is told, and all is saved once it can be. */
#include "tests/support/store.h"

#include <sys/time.h>

/* ---- A clock on the wall that can be set ---- */

static gint64 clock_offset; /* seconds */

/* Takes the place of the system's, for GLib too. */
int
gettimeofday (struct timeval *restrict time, void *restrict zone)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec + clock_offset;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

/* ---- Steps ---- */

static void
fail_from_now (FaultOperation operation, int number)
{
  faults.operation = operation;
  faults.number = number;
  g_atomic_int_set (&faults.n[operation], 0);
  g_atomic_int_set (&faults.from, 1);
}

static void
mend (void)
{
  g_atomic_int_set (&faults.from, 0);
}

/* An open store with a note that is saved. */
static void
open_with_note (StoreFixture *f, const char *text)
{
  store_open (f);
  store_add_note (f, text);
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
}

/* What is typed now cannot be saved, stays, and is not lost silently. */
static void
assert_not_saved (StoreFixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  store_add_note (f, text);
  g_assert_false (dem_notebook_store_flush (f->store, -1, &error));
  g_assert_nonnull (error);
  g_assert_true (store_is (f, DEM_NOTEBOOK_STORE_FAILED));
  g_assert_cmpstr (dem_notebook_store_get_reason (f->store), ==, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (dem_notebook_store_has_unsaved (f->store));
  g_assert_true (store_has (f, text));
}

static void
assert_saved_again (StoreFixture *f, const char *text)
{
  dem_notebook_store_hurry (f->store);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_null (dem_notebook_store_get_reason (f->store));
  g_assert_false (dem_notebook_store_has_unsaved (f->store));
  g_assert_true (store_file_has (f, text));
}

/* ---- Injected ---- */

static void
test_each_step (StoreFixture *f, gconstpointer data)
{
  static const struct
  {
    FaultOperation operation;
    int number;
  } steps[] = {
    { FAULT_OPEN, EROFS },  { FAULT_OPEN, EACCES },         { FAULT_WRITE, ENOSPC }, { FAULT_WRITE, EIO },
    { FAULT_FSYNC, EIO },   { FAULT_RENAME, EACCES },       { FAULT_CLOSE, EDQUOT }, { FAULT_READ, EIO },
    { FAULT_OPEN, ESTALE }, { FAULT_FSYNC_DIRECTORY, EIO },
  };

  open_with_note (f, "before");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("typed while %d failed with %d", steps[i].operation, steps[i].number);

      fail_from_now (steps[i].operation, steps[i].number);
      assert_not_saved (f, text);
      g_assert_true (store_file_has (f, "before"));
      mend ();
      assert_saved_again (f, text);
    }
  g_assert_cmpuint (f->said->len, ==, 0);
}

/* It is tried again by itself. */
static void
test_heals (StoreFixture *f, gconstpointer data)
{
  open_with_note (f, "before");
  fail_from_now (FAULT_WRITE, ENOSPC);
  assert_not_saved (f, "during");
  g_assert_cmpstr (dem_notebook_store_get_reason (f->store), ==, "There is no space left on the disk.");
  mend ();
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_file_has (f, "during"));
}

/* A file that cannot be read for a time is not written over by what is typed meanwhile. */
static void
test_not_read (StoreFixture *f, gconstpointer data)
{
  open_with_note (f, "before");
  store_close (f);
  fail_from_now (FAULT_READ, EIO);
  store_open (f);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_FAILED));
  g_assert_nonnull (dem_notebook_store_get_reason (f->store));
  g_assert_false (dem_notebook_store_has_unsaved (f->store));
  assert_not_saved (f, "meanwhile");
  g_assert_false (store_file_has (f, "meanwhile"));
  mend ();
  assert_saved_again (f, "meanwhile");
  g_assert_true (store_file_has (f, "before"));
  g_assert_true (store_has (f, "before"));
}

static void
on_saved_elsewhere (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dem_notebook_store_save_elsewhere_finish (DEM_NOTEBOOK_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
save_elsewhere (StoreFixture *f, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;

  dem_notebook_store_save_elsewhere_async (f->store, file, NULL, on_saved_elsewhere, &is_done);
  STORE_RUN_UNTIL (is_done);
}

static void
test_elsewhere (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "elsewhere.json", NULL);
  g_autoptr (DemNotebookContent) copy = NULL;

  open_with_note (f, "before");
  fail_from_now (FAULT_WRITE, ENOSPC);
  assert_not_saved (f, "during");
  save_elsewhere (f, path);
  g_assert_false (dem_notebook_store_has_unsaved (f->store));
  copy = store_read_file (path);
  g_assert_true (store_content_has (copy, "before"));
  g_assert_true (store_content_has (copy, "during"));
  assert_not_saved (f, "later");
  mend ();
  assert_saved_again (f, "later");
}

/* A disk that takes its time, for reading and for writing, is waited for by nobody. */
static void
test_slow (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  double longest;

  open_with_note (f, "before");
  store_close (f);
  faults.microseconds = 1500 * 1000;
  store_open (f);
  longest = store_run (1000);
  g_assert_true (store_is (f, DEM_NOTEBOOK_STORE_READING));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_has (f, "before"));
  store_add_note (f, "slowly");
  for (guint i = 0; i < 10; i++)
    {
      longest = MAX (longest, store_run (100));
      dem_notebook_pin (store_notebook (f), "china", i, i);
    }
  g_assert_true (store_is (f, DEM_NOTEBOOK_STORE_SAVING));
  g_test_message ("the main loop stood still for %.1f ms at most", longest);
  g_assert_cmpfloat (longest, <, 500);
  g_assert_false (dem_notebook_store_flush (f->store, 50, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  faults.microseconds = 0;
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  g_assert_true (store_file_has (f, "slowly"));
}

/* ---- Damaged files ---- */

/* The bytes are kept under another name, and said once. */
static void
assert_set_aside (StoreFixture *f, const char *bytes, guint number)
{
  g_autofree char *name = number == 1 ? g_strdup ("notes.json.unreadable")
                                      : g_strdup_printf ("notes.json.unreadable.%u", number);
  g_autofree char *aside = g_build_filename (f->folder, name, NULL);

  STORE_RUN_UNTIL (f->said->len > 0);
  store_run (500);
  g_assert_cmpuint (f->said->len, ==, 1);
  g_assert_nonnull (strstr (f->said->pdata[0], name));
  folder_assert_text (aside, bytes);
}

static void
test_damaged (StoreFixture *f, gconstpointer data)
{
  static const char *const files[]
      = { "", "{", "[]", "null", "{\"type\": \"AnnotationPage\"}", "\xff\xfe", "garbage" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_ptr_array_set_size (f->said, 0);
      folder_write (f->path, files[i]);
      store_open (f);
      assert_set_aside (f, files[i], i + 1);
      g_assert_cmpuint (store_count (f), ==, 0);
      store_add_note (f, "begun anew");
      g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
      g_assert_true (store_file_has (f, "begun anew"));
      store_close (f);
      g_assert_cmpint (g_unlink (f->path), ==, 0);
    }
}

/* Cut off anywhere; then the version before is opened. */
static void
test_truncated (StoreFixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_with_note (f, "in both versions");
  store_add_note (f, "in the last only");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  store_close (f);
  text = folder_read (f->path);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *cut = g_strndup (text, strlen (text) * i / 6);

      g_ptr_array_set_size (f->said, 0);
      folder_write (f->path, cut);
      store_open (f);
      assert_set_aside (f, cut, i);
      g_assert_true (store_has (f, "in both versions"));
      STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
      g_assert_true (store_file_has (f, "in both versions"));
      store_close (f);
    }
}

/* While it is open, another program leaves something broken there. What is in memory is all there is. */
static void
test_damaged_while_open (StoreFixture *f, gconstpointer data)
{
  open_with_note (f, "ours");
  folder_write (f->path, "{\"broken");
  assert_set_aside (f, "{\"broken", 1);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_has (f, "ours"));
  g_assert_true (store_file_has (f, "ours"));
}

static void
test_newer (StoreFixture *f, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (f->folder, "elsewhere.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) newer = NULL;

  open_with_note (f, "by this version");
  store_close (f);
  text = folder_read (f->path);
  newer = g_string_new (text);
  g_assert_cmpuint (g_string_replace (newer, "\"demarche:version\": 1", "\"demarche:version\": 2", 0), ==, 1);
  folder_write (f->path, newer->str);
  store_open (f);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_FAILED));
  g_assert_nonnull (strstr (dem_notebook_store_get_reason (f->store), "newer"));
  assert_not_saved (f, "in memory");
  save_elsewhere (f, elsewhere);
  folder_assert_text (f->path, newer->str);
  folder_write (f->path, text);
  assert_saved_again (f, "in memory");
  g_assert_true (store_file_has (f, "by this version"));
}

/* ---- Something else under the name ---- */

static void
test_folder (StoreFixture *f, gconstpointer data)
{
  open_with_note (f, "before");
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_not_saved (f, "during");
  g_assert_cmpint (g_rmdir (f->path), ==, 0);
  assert_saved_again (f, "during");
  g_assert_true (store_file_has (f, "before"));
}

static void
test_link (StoreFixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "target.json", NULL);
  g_autoptr (DemNotebookContent) content = NULL;

  open_with_note (f, "before");
  g_assert_cmpint (g_rename (f->path, target), ==, 0);
  g_assert_cmpint (symlink ("target.json", f->path), ==, 0);
  store_add_note (f, "through the link");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
  content = store_read_file (target);
  g_assert_true (store_content_has (content, "before"));
  g_assert_true (store_content_has (content, "through the link"));
}

/* What the link leads to is damaged: that is set aside, and the version before it found; the link stays. */
static void
test_damaged_behind_link (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "elsewhere", NULL);
  g_autofree char *target = g_build_filename (folder, "target.json", NULL);
  g_autofree char *aside = g_strconcat (target, ".unreadable", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("elsewhere/target.json", f->path), ==, 0);
  open_with_note (f, "in both versions");
  store_add_note (f, "in the last only");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  store_close (f);
  folder_write (target, "{");
  store_open (f);
  STORE_RUN_UNTIL (f->said->len > 0);
  folder_assert_text (aside, "{");
  g_assert_true (store_has (f, "in both versions"));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (store_file_has (f, "in both versions"));
}

/* ---- Clocks ---- */

/* Set back by a year, and by two, between changes: order, saving and merging go on. */
static void
test_clock_set_back (StoreFixture *f, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (DemNotebookContent) theirs = NULL;
  gint64 before = g_get_real_time ();

  clock_offset = -365 * 24 * 3600;
  if (g_get_real_time () > before)
    {
      g_test_skip ("GLib asks another clock here");
      clock_offset = 0;
      return;
    }
  clock_offset = 0;
  store_open (f);
  id = g_strdup (store_add_note (f, "first"));
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  clock_offset = -365 * 24 * 3600;
  dem_notebook_set_note_text (store_notebook (f), id, "changed a year before it was written");
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_file_has (f, "changed a year before it was written"));
  clock_offset *= 2;
  theirs = store_read_file (f->path);
  g_ptr_array_add (theirs->notes, store_make_note ("theirs, two years ago"));
  store_write_file (f->path, theirs);
  STORE_RUN_UNTIL (store_has (f, "theirs, two years ago"));
  g_assert_true (store_has (f, "changed a year before it was written"));
  g_assert_cmpuint (f->said->len, ==, 0);
  clock_offset = 0;
}

/* ---- For real, in a program of their own ---- */

static int
lose_permission (const char *path)
{
  StoreFixture f
      = { g_path_get_dirname (path), (char *) path, NULL, g_ptr_array_new_with_free_func (g_free) };

  if (!folder_obey_rights ())
    return FOLDER_SKIPPED;
  open_with_note (&f, "while it could");
  g_assert_cmpint (g_chmod (f.folder, 0500), ==, 0);
  assert_not_saved (&f, "while it could not write");
  g_assert_cmpint (g_chmod (f.folder, 0700), ==, 0);
  assert_saved_again (&f, "while it could not write");
  g_assert_cmpint (g_chmod (f.path, 0000), ==, 0);
  assert_not_saved (&f, "while it could not read");
  g_assert_cmpint (g_chmod (f.path, 0600), ==, 0);
  assert_saved_again (&f, "while it could not read");
  g_assert_cmpint (g_chmod (f.folder, 0000), ==, 0);
  assert_not_saved (&f, "while the folder was closed");
  g_assert_cmpint (g_chmod (f.folder, 0700), ==, 0);
  assert_saved_again (&f, "while the folder was closed");
  g_assert_true (store_file_has (&f, "while it could"));
  return 0;
}

static int
fill_disk (const char *path)
{
  StoreFixture f
      = { g_path_get_dirname (path), (char *) path, NULL, g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *ballast = g_build_filename (f.folder, "ballast", NULL);
  g_autofree char *filling = g_strnfill (200 * 1024, 'x'), *page = g_strnfill (30 * 1024, 'n');

  if (!folder_mount_small (f.folder, "size=256k"))
    return FOLDER_SKIPPED;
  open_with_note (&f, "while there was room");
  folder_write (ballast, filling);
  for (guint i = 0; i < 2; i++)
    store_add_note (&f, page);
  assert_not_saved (&f, "when it was full");
  g_assert_true (store_file_has (&f, "while there was room"));
  g_assert_cmpint (g_unlink (ballast), ==, 0);
  assert_saved_again (&f, "when it was full");
  return 0;
}

static int
lose_disk (const char *path)
{
  StoreFixture f
      = { g_path_get_dirname (path), (char *) path, NULL, g_ptr_array_new_with_free_func (g_free) };

  if (!folder_mount_small (f.folder, "size=256k"))
    return FOLDER_SKIPPED;
  open_with_note (&f, "while it could");
  g_assert_cmpint (mount (NULL, f.folder, NULL, MS_REMOUNT | MS_RDONLY, "size=256k"), ==, 0);
  assert_not_saved (&f, "while it was read-only");
  g_assert_cmpstr (dem_notebook_store_get_reason (f.store), ==, "The disk can only be read, not written to.");
  g_assert_cmpint (mount (NULL, f.folder, NULL, MS_REMOUNT, "size=256k"), ==, 0);
  assert_saved_again (&f, "while it was read-only");
  return 0;
}

static const struct
{
  const char *name;
  int (*function) (const char *path);
} children[] = { { "permission", lose_permission }, { "full", fill_disk }, { "read-only", lose_disk } };

static const char *program;

static void
run_child (StoreFixture *f, gconstpointer name)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--child", name, f->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (child));
  if (g_subprocess_get_exit_status (child) == FOLDER_SKIPPED)
    g_test_skip ("needs to be root, or a user namespace");
  else
    g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
}

static int
be_child (const char *name, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if (g_str_equal (children[i].name, name))
      {
        int status = children[i].function (path);

        /* What it holds does not matter any more. */
        _exit (status);
      }
  return 1;
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (StoreFixture *f, gconstpointer data);
  } tests[] = {
    { "each-step", test_each_step },
    { "heals", test_heals },
    { "not-read", test_not_read },
    { "elsewhere", test_elsewhere },
    { "slow", test_slow },
    { "damaged", test_damaged },
    { "truncated", test_truncated },
    { "damaged-while-open", test_damaged_while_open },
    { "newer", test_newer },
    { "folder", test_folder },
    { "link", test_link },
    { "damaged-behind-link", test_damaged_behind_link },
    { "clock-set-back", test_clock_set_back },
  };

  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return be_child (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/notebook-faults/%s", tests[i].name);

      g_test_add (path, StoreFixture, NULL, store_set_up, tests[i].test, store_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_autofree char *path = g_strdup_printf ("/notebook-faults/real/%s", children[i].name);

      g_test_add (path, StoreFixture, children[i].name, store_set_up, run_child, store_tear_down);
    }
  return g_test_run ();
}
