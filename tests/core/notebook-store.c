/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A notebook in its file: saved by itself, read again, and shared with others who write there. */
#include "tests/support/store.h"

#include <math.h>

/* What another program makes of the file. */
static void
change_elsewhere (StoreFixture *f, const char *added)
{
  g_autoptr (DemNotebookContent) content = store_read_file (f->path);

  g_ptr_array_add (content->notes, store_make_note (added));
  store_write_file (f->path, content);
}

/* ---- Alone ---- */

static void
test_default_path (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = dem_notebook_store_dup_default_path ("urn:x");
  g_autofree char *name = g_path_get_basename (path), *folder = g_path_get_dirname (path);
  g_autofree char *expected
      = g_build_filename (g_get_user_data_dir (), "org.demarche.Demarche", "notebooks", NULL);

  g_assert_cmpstr (folder, ==, expected);
  g_assert_cmpuint (strlen (name), ==, 64 + strlen (".json"));
}

static void
test_opened_again (StoreFixture *f, gconstpointer data)
{
  DemNotebook *notebook;

  store_open (f);
  g_assert_true (store_is (f, DEM_NOTEBOOK_STORE_READING));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  notebook = store_notebook (f);
  store_add_note (f, "What will be asked in the room.");
  dem_notebook_pin (notebook, "china", 12.5, -3);
  dem_notebook_assume (notebook, "thesis", 0.95);
  dem_notebook_set_start (notebook, "fact", 0.25);
  dem_notebook_answer (notebook, "step", 2, "Because it was so before.");
  g_assert_true (store_is (f, DEM_NOTEBOOK_STORE_PENDING));
  g_assert_true (dem_notebook_store_has_unsaved (f->store));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_false (dem_notebook_store_has_unsaved (f->store));
  g_assert_cmpint (dem_notebook_store_get_saved_at (f->store), >, 0);
  store_close (f);

  store_open (f);
  notebook = store_notebook (f);
  g_assert_cmpuint (store_count (f), ==, 0);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_has (f, "What will be asked in the room."));
  g_assert_true (dem_notebook_get_pin (notebook, "china", NULL, NULL));
  g_assert_cmpfloat (dem_notebook_get_assumption (notebook, "thesis"), ==, 0.95);
  g_assert_cmpfloat (dem_notebook_get_start (notebook, "fact"), ==, 0.25);
  g_assert_cmpstr (dem_notebook_get_answer (notebook, "step", 2), ==, "Because it was so before.");
  g_assert_cmpuint (f->said->len, ==, 0);
}

/* What was read is no change: nothing is written for it. */
static void
test_reading_writes_nothing (StoreFixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;

  store_open (f);
  store_add_note (f, "one");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  store_close (f);
  before = folder_read (f->path);
  store_open (f);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  store_run (1200);
  folder_assert_text (f->path, before);
  g_assert_cmpint (dem_notebook_store_get_saved_at (f->store), ==, 0);
}

/* Somebody may write before the file is read. */
static void
test_written_while_reading (StoreFixture *f, gconstpointer data)
{
  store_open (f);
  store_add_note (f, "before");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  store_close (f);
  store_open (f);
  store_add_note (f, "early");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  g_assert_true (store_file_has (f, "before"));
  g_assert_true (store_file_has (f, "early"));
  g_assert_true (store_has (f, "before"));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_cmpuint (store_count (f), ==, 2);
}

/* All windows of a dossier share it, and nothing is lost that the last of them leaves behind. */
static void
test_shared (StoreFixture *f, gconstpointer data)
{
  DemNotebookStore *again;

  store_open (f);
  again = dem_notebook_store_open_at (STORE_DOSSIER, f->path, NULL);
  g_assert_true (again == f->store);
  g_assert_true (dem_notebook_store_find (STORE_DOSSIER) == again);
  g_object_unref (again);
  store_add_note (f, "left behind");
  store_close (f);
  g_assert_null (dem_notebook_store_find (STORE_DOSSIER));
  g_assert_true (store_file_has (f, "left behind"));
}

static void
test_flush_all (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "other.json", NULL);
  g_autoptr (DemNotebookStore) other = dem_notebook_store_open_at ("urn:other", path, &faulty_operations);

  store_open (f);
  store_add_note (f, "one");
  dem_notebook_pin (dem_notebook_store_get_notebook (other), "a", 1, 2);
  g_assert_true (dem_notebook_store_flush_all (10000));
  g_assert_true (store_file_has (f, "one"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  STORE_RUN_UNTIL (dem_notebook_store_get_state (other) == DEM_NOTEBOOK_STORE_SAVED);
}

/* ---- With others ---- */

static void
test_changed_elsewhere (StoreFixture *f, gconstpointer data)
{
  store_open (f);
  store_add_note (f, "ours");
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  change_elsewhere (f, "theirs");
  STORE_RUN_UNTIL (store_has (f, "theirs"));
  g_assert_true (store_has (f, "ours"));
  g_assert_cmpuint (f->said->len, ==, 0);
  store_run (1000);
  g_assert_true (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
}

/* They change what we have changed and not saved yet. */
static void
test_both_changed (StoreFixture *f, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (DemNotebookContent) content = NULL;
  DemNote *theirs;

  store_open (f);
  id = g_strdup (store_add_note (f, "first"));
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  content = store_read_file (f->path);
  theirs = dem_note_with_text (content->notes->pdata[0], "their text");
  g_object_unref (content->notes->pdata[0]);
  content->notes->pdata[0] = theirs;
  store_write_file (f->path, content);
  dem_notebook_set_note_text (store_notebook (f), id, "our text");
  STORE_RUN_UNTIL (store_has (f, "their text"));
  g_assert_cmpstr (dem_note_get_text (dem_notebook_get_note (store_notebook (f), id)), ==, "our text");
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_file_has (f, "our text"));
  g_assert_true (store_file_has (f, "their text"));
  store_run (1000);
  g_assert_cmpuint (f->said->len, ==, 1);
  g_assert_cmpstr (f->said->pdata[0], ==, "1 note was changed here and elsewhere. Both texts are kept.");
  g_assert_cmpuint (store_count (f), ==, 2);
}

/* A synchroniser puts a file there that was made at the same time as ours, and never saw ours. */
static void
test_overwritten (StoreFixture *f, gconstpointer data)
{
  g_autoptr (DemNotebookContent) common = NULL;

  store_open (f);
  store_add_note (f, "common");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  common = store_read_file (f->path);
  store_add_note (f, "ours");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  g_strfreev (common->ancestors);
  common->ancestors = g_strdupv ((char *[]){ common->revision, NULL });
  g_free (common->revision);
  common->revision = g_strdup ("theirs");
  g_ptr_array_add (common->notes, store_make_note ("theirs"));
  store_write_file (f->path, common);
  STORE_RUN_UNTIL (store_has (f, "theirs"));
  g_assert_true (store_has (f, "ours"));
  STORE_RUN_UNTIL (store_file_has (f, "ours"));
  g_assert_true (store_file_has (f, "theirs"));
  g_assert_cmpuint (store_count (f), ==, 3);
}

static void
test_deleted_elsewhere (StoreFixture *f, gconstpointer data)
{
  g_autoptr (DemNotebookContent) content = NULL;

  store_open (f);
  store_add_note (f, "stays");
  store_add_note (f, "goes");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  content = store_read_file (f->path);
  g_ptr_array_remove_index (content->notes, store_content_has (content, "goes") ? 1 : 0);
  store_write_file (f->path, content);
  STORE_RUN_UNTIL (store_count (f) == 1);
  store_run (1000);
  g_assert_cmpuint (store_count (f), ==, 1);
}

/* Without the file nothing is gone: it is written again. */
static void
test_file_vanished (StoreFixture *f, gconstpointer data)
{
  store_open (f);
  store_add_note (f, "one");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  folder_remove (f->folder);
  STORE_RUN_UNTIL (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (store_count (f), ==, 1);
  g_assert_true (store_file_has (f, "one"));
  store_add_note (f, "two");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  g_assert_true (store_file_has (f, "one"));
  g_assert_true (store_file_has (f, "two"));
}

/* ---- Two programs ---- */

static const char *program;

/* What this program does when it is called as another one that writes to the same file. */
static int
write_as_another (const char *path)
{
  StoreFixture other = { NULL, (char *) path, NULL, g_ptr_array_new_with_free_func (g_free) };

  store_open (&other);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("theirs %u", i);

      store_add_note (&other, text);
      if (!dem_notebook_store_flush (other.store, -1, NULL))
        return 1;
      store_run (20);
    }
  store_close (&other);
  g_ptr_array_unref (other.said);
  return 0;
}

/* Two programs save again and again at the same time; every note of both is there at the end. */
static void
test_two_programs (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GSubprocess) another
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "--write", f->path, NULL);

  g_assert_nonnull (another);
  store_open (f);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("ours %u", i);

      store_add_note (f, text);
      g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
      store_run (20);
    }
  g_assert_true (g_subprocess_wait_check (another, NULL, NULL));
  STORE_RUN_UNTIL (store_count (f) == 40);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *ours = g_strdup_printf ("ours %u", i), *theirs = g_strdup_printf ("theirs %u", i);

      g_assert_true (store_file_has (f, ours));
      g_assert_true (store_file_has (f, theirs));
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (StoreFixture *f, gconstpointer data);
  } tests[] = {
    { "default-path", test_default_path },
    { "opened-again", test_opened_again },
    { "reading-writes-nothing", test_reading_writes_nothing },
    { "written-while-reading", test_written_while_reading },
    { "shared", test_shared },
    { "flush-all", test_flush_all },
    { "changed-elsewhere", test_changed_elsewhere },
    { "both-changed", test_both_changed },
    { "overwritten", test_overwritten },
    { "deleted-elsewhere", test_deleted_elsewhere },
    { "file-vanished", test_file_vanished },
    { "two-programs", test_two_programs },
  };

  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_as_another (argv[2]);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/notebook-store/%s", tests[i].name);

      g_test_add (path, StoreFixture, NULL, store_set_up, tests[i].test, store_tear_down);
    }
  return g_test_run ();
}
