/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are written durably: what is there after each failure, made up and real. */
#include "app/base/durable_file.h"
#include "tests/support/faults.h"
#include "tests/support/folder.h"

#include <fcntl.h>
#include <string.h>

#define MOST_BYTES 1000000

typedef struct
{
  char *folder;
  char *path;
  char *older;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("demarche-durable-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "notes.json", NULL);
  fixture->older = g_strconcat (fixture->path, "~", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  faults_reset ();
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->older);
}

static gboolean
try_write (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dem_durable_file_write (path, bytes, &faulty_operations, error);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  try_write (path, text, &error);
  g_assert_no_error (error);
}

/* The message is a sentence. */
static void
assert_refused (const char *path, DemFileError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_write (path, "refused", &error));
  g_assert_error (error, DEM_FILE_ERROR, (int) code);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (error->message))
                 || g_str_has_prefix (error->message, "“"));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_mode (const char *path, mode_t expected)
{
  struct stat status;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, expected);
}

/* ---- What goes well ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, "first");
  folder_assert_text (fixture->path, "first");
  assert_mode (fixture->path, 0600);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, "first");
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  write_text (fixture->path, "second");
  folder_assert_text (fixture->older, "first");
  write_text (fixture->path, "");
  folder_assert_text (fixture->path, "");
  folder_assert_text (fixture->older, "second");
  assert_mode (fixture->path, 0644);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 2);
}

/* Durable aside, then the older one, then under the name, then the folder. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, "first");
  faults_reset ();
  faults.order = g_string_new (NULL);
  write_text (fixture->path, "second");
  g_assert_cmpstr (faults.order->str, ==, "olwsLRURcd");
}

static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  faults.most_written = 1;
  faults.n_interrupted = 3;
  write_text (fixture->path, "in pieces");
  folder_assert_text (fixture->path, "in pieces");
}

/* Where a file has one name only the older version is a copy. */
static void
test_no_links (Fixture *fixture, gconstpointer data)
{
  write_text (fixture->path, "first");
  faults.operation = FAULT_LINK;
  faults.from = 1;
  faults.number = EPERM;
  write_text (fixture->path, "second");
  folder_assert_text (fixture->path, "second");
  folder_assert_text (fixture->older, "first");
  g_assert_cmpuint (folder_count (fixture->folder), ==, 2);
}

static void
test_no_locks (Fixture *fixture, gconstpointer data)
{
  faults.operation = FAULT_LOCK;
  faults.from = 1;
  faults.number = ENOLCK;
  write_text (fixture->path, "first");
  folder_assert_text (fixture->path, "first");
}

/* A name beside which the older one has no room any more. */
static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  write_text (path, "first");
  write_text (path, "second");
  folder_assert_text (path, "second");
  g_assert_cmpuint (folder_count (fixture->folder), ==, 1);
}

/* ---- What fails ---- */

static const struct
{
  FaultOperation operation;
  int number;
  DemFileError code;
  gboolean is_new; /* whether the new version is there nevertheless */
} failures[] = {
  { FAULT_OPEN, ENOSPC, DEM_FILE_ERROR_NO_SPACE },
  { FAULT_OPEN, EROFS, DEM_FILE_ERROR_READ_ONLY },
  { FAULT_OPEN, EACCES, DEM_FILE_ERROR_PERMISSION },
  { FAULT_OPEN, ENOENT, DEM_FILE_ERROR_NO_FOLDER },
  { FAULT_OPEN, EMFILE, DEM_FILE_ERROR_FAILED },
  { FAULT_OPEN, EEXIST, DEM_FILE_ERROR_FAILED },
  { FAULT_WRITE, ENOSPC, DEM_FILE_ERROR_NO_SPACE },
  { FAULT_WRITE, EDQUOT, DEM_FILE_ERROR_NO_SPACE },
  { FAULT_WRITE, EFBIG, DEM_FILE_ERROR_TOO_LARGE },
  { FAULT_WRITE, EIO, DEM_FILE_ERROR_DEVICE },
  { FAULT_SET_MODE, EPERM, DEM_FILE_ERROR_PERMISSION },
  { FAULT_FSYNC, EIO, DEM_FILE_ERROR_DEVICE },
  { FAULT_FSYNC, ENOSPC, DEM_FILE_ERROR_NO_SPACE },
  { FAULT_FSYNC, ESTALE, DEM_FILE_ERROR_DEVICE },
  { FAULT_RENAME, EACCES, DEM_FILE_ERROR_PERMISSION },
  { FAULT_RENAME, ENOSPC, DEM_FILE_ERROR_NO_SPACE },
  { FAULT_CLOSE, EDQUOT, DEM_FILE_ERROR_NO_SPACE, TRUE },
  { FAULT_FSYNC_DIRECTORY, EIO, DEM_FILE_ERROR_DEVICE, TRUE },
};

/* A complete file is there, nothing is left over, and the next attempt goes well. */
static void
test_failures (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      faults_reset ();
      write_text (fixture->path, "old");
      g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
      faults_reset ();
      faults.operation = failures[i].operation;
      faults.number = failures[i].number;
      faults.from = 1;
      assert_refused (fixture->path, failures[i].code);
      folder_assert_text (fixture->path, failures[i].is_new ? "refused" : "old");
      g_assert_cmpuint (folder_count (fixture->folder), <=, 2);
      faults.from = 0;
      write_text (fixture->path, "new");
      folder_assert_text (fixture->path, "new");
    }
}

/* As if the power went after each step. */
static void
test_stopped_anywhere (Fixture *fixture, gconstpointer data)
{
  gboolean was_new = FALSE;

  for (int step = 1; step <= 10; step++)
    {
      g_autofree char *text = NULL;

      faults_reset ();
      write_text (fixture->path, "old");
      faults_reset ();
      faults.stop_after = step;
      try_write (fixture->path, "new", NULL);
      text = folder_read (fixture->path);
      g_assert_true (g_str_equal (text, "old") || g_str_equal (text, "new"));
      g_assert_true (!was_new || g_str_equal (text, "new"));
      was_new = g_str_equal (text, "new");

      faults_reset ();
      dem_durable_file_clean (fixture->path, NULL);
      g_assert_cmpuint (folder_count (fixture->folder), <=, 2);
      write_text (fixture->path, "after");
      folder_assert_text (fixture->path, "after");
    }
  g_assert_true (was_new);
}

/* ---- What is under the name ---- */

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);

  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (fixture->path, second), ==, 0);
  write_text (first, "to what was not there");
  folder_assert_text (fixture->path, "to what was not there");
  write_text (first, "through two links");
  folder_assert_text (fixture->path, "through two links");
  folder_assert_text (fixture->older, "to what was not there");
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
}

static void
test_circle (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("notes.json", fixture->path), ==, 0);
  assert_refused (fixture->path, DEM_FILE_ERROR_NOT_A_FILE);
}

static void
test_folder_under_name (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture->path, DEM_FILE_ERROR_NOT_A_FILE);
  g_assert_null (dem_durable_file_read (fixture->path, MOST_BYTES, NULL, NULL));
}

/* Nobody at the other end. */
static void
test_pipe_under_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, DEM_FILE_ERROR_NOT_A_FILE);
  g_assert_null (dem_durable_file_read (fixture->path, MOST_BYTES, NULL, &error));
  g_assert_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NOT_A_FILE);
}

static void
test_folder_under_older (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->older, 0700), ==, 0);
  write_text (fixture->path, "first");
  write_text (fixture->path, "second");
  folder_assert_text (fixture->path, "second");
  g_assert_cmpuint (folder_count (fixture->folder), ==, 2);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gone", "notes.json", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "notes.json", NULL);

  assert_refused (path, DEM_FILE_ERROR_NO_FOLDER);
  folder_write (fixture->path, "a file");
  assert_refused (below, DEM_FILE_ERROR_NO_FOLDER);
}

/* ---- Rights and disks, for real ---- */

static int
write_where_not_allowed (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!folder_obey_rights ())
    return FOLDER_SKIPPED;
  write_text (path, "allowed");
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  assert_refused (path, DEM_FILE_ERROR_PERMISSION);
  folder_assert_text (path, "allowed");
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  assert_refused (path, DEM_FILE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (path, 0000), ==, 0);
  g_assert_null (dem_durable_file_read (path, MOST_BYTES, NULL, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  write_text (path, "allowed again");
  folder_assert_text (path, "allowed again");
  return 0;
}

static void
test_rights (Fixture *fixture, gconstpointer data)
{
  folder_run_child (write_where_not_allowed, fixture->path);
}

static int
write_on_full_disk (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *half = g_strnfill (40 * 1024, 'n');
  g_autoptr (GError) error = NULL;

  if (!folder_mount_small (folder, "size=64k"))
    return FOLDER_SKIPPED;
  write_text (path, half);
  g_assert_false (try_write (path, half, &error));
  g_assert_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NO_SPACE);
  folder_assert_text (path, half);
  g_assert_cmpuint (folder_count (folder), ==, 1);
  write_text (path, "there is room for this");
  folder_assert_text (path, "there is room for this");
  return 0;
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  folder_run_child (write_on_full_disk, fixture->path);
}

static int
write_on_read_only_disk (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!folder_mount_small (folder, "size=64k"))
    return FOLDER_SKIPPED;
  write_text (path, "while it could");
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, "size=64k"), ==, 0);
  assert_refused (path, DEM_FILE_ERROR_READ_ONLY);
  folder_assert_text (path, "while it could");
  return 0;
}

static void
test_read_only_disk (Fixture *fixture, gconstpointer data)
{
  folder_run_child (write_on_read_only_disk, fixture->path);
}

/* ---- Reading ---- */

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (dem_durable_file_read (fixture->path, MOST_BYTES, NULL, &error));
  g_assert_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  folder_write (fixture->path, "ten bytes.");
  bytes = dem_durable_file_read (fixture->path, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "ten bytes.", 10);
  g_assert_null (dem_durable_file_read (fixture->path, 9, NULL, &error));
  g_assert_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  faults.operation = FAULT_READ;
  faults.from = 2;
  faults.number = EIO;
  g_assert_null (dem_durable_file_read (fixture->path, MOST_BYTES, &faulty_operations, &error));
  g_assert_error (error, DEM_FILE_ERROR, DEM_FILE_ERROR_DEVICE);
}

/* ---- Aside, and left over ---- */

static void
test_move_aside (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { ".unreadable", ".unreadable.2", ".unreadable.3" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *expected = g_strconcat (fixture->path, names[i], NULL);
      g_autofree char *aside = NULL;

      /* The last one without second names for files. */
      faults.operation = FAULT_LINK;
      faults.from = i == 2;
      faults.number = EPERM;
      folder_write (fixture->path, names[i]);
      aside = dem_durable_file_move_aside (fixture->path, ".unreadable", &faulty_operations, NULL);
      g_assert_cmpstr (aside, ==, expected);
      folder_assert_text (aside, names[i]);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
  g_assert_null (dem_durable_file_move_aside (fixture->path, ".unreadable", NULL, NULL));
}

/* Those of others at work stay, and so does what only looks alike. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left = g_build_filename (fixture->folder, ".demarche-00000001.part", NULL);
  g_autofree char *in_use = g_build_filename (fixture->folder, ".demarche-00000002.part", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, ".demarche-notes", NULL);
  int fd;

  folder_write (left, "l");
  folder_write (in_use, "u");
  folder_write (other, "o");
  fd = g_open (in_use, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (dem_file_operations.lock (fd), ==, 0);
  g_assert_cmpuint (dem_durable_file_clean (fixture->path, NULL), ==, 1);
  g_assert_cmpuint (folder_count (fixture->folder), ==, 2);
  close (fd);
  g_assert_cmpuint (dem_durable_file_clean (fixture->path, NULL), ==, 1);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "new", test_new },
    { "replaced", test_replaced },
    { "order", test_order },
    { "pieces", test_pieces },
    { "no-links", test_no_links },
    { "no-locks", test_no_locks },
    { "long-name", test_long_name },
    { "failures", test_failures },
    { "stopped-anywhere", test_stopped_anywhere },
    { "links", test_links },
    { "circle", test_circle },
    { "folder-under-name", test_folder_under_name },
    { "pipe-under-name", test_pipe_under_name },
    { "folder-under-older", test_folder_under_older },
    { "no-folder", test_no_folder },
    { "rights", test_rights },
    { "full-disk", test_full_disk },
    { "read-only-disk", test_read_only_disk },
    { "read", test_read },
    { "move-aside", test_move_aside },
    { "clean", test_clean },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/durable-file/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
