/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What cannot be saved when the program must end is there again at the next start, whichever folder took it, and is taken
 * away there once it is in its own file. */
#include "tests/support/store.h"

#include "app/notebook/notebook_rescue.h"

static const char *program;

/* A run of the program that ends while the disk fails: `replace` deletes what is there and writes another note. */
static int
be_child (const char *path, const char *text)
{
  StoreFixture f = { .path = (char *) path };
  g_autoptr (DemNote) there = NULL;

  f.said = g_ptr_array_new_with_free_func (g_free);
  store_open (&f);
  STORE_RUN_UNTIL (store_is (&f, DEM_NOTEBOOK_STORE_SAVED));
  faults.operation = FAULT_OPEN;
  faults.number = ENOSPC;
  faults.from = 1;
  there = g_list_model_get_item (dem_notebook_get_notes (store_notebook (&f)), 0);
  if (there != NULL)
    dem_notebook_delete_note (store_notebook (&f), dem_note_get_id (there));
  store_add_note (&f, text);
  g_assert_false (dem_notebook_store_flush_all (1000));
  return dem_notebook_store_rescue_all () ? 0 : 1;
}

static void
run_child (StoreFixture *f, const char *text)
{
  const char *const arguments[] = { program, "--child", f->path, text, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_no_error (error);
}

static void
save_first (StoreFixture *f)
{
  store_open (f);
  store_add_note (f, "first");
  g_assert_true (dem_notebook_store_flush (f->store, -1, NULL));
  store_close (f);
}

static void
assert_back (StoreFixture *f)
{
  g_autofree char *where = NULL;

  g_assert_null (dem_notebook_rescue_read (f->path, STORE_DOSSIER, &where));
  run_child (f, "second");
  g_assert_false (store_file_has (f, "second"));

  store_open (f);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_has (f, "second"));
  g_assert_false (store_has (f, "first"));
  g_assert_true (store_file_has (f, "second"));
  g_assert_cmpuint (f->said->len, ==, 1);
  g_assert_nonnull (strstr (f->said->pdata[0], "It is here again."));
  g_assert_null (dem_notebook_rescue_read (f->path, STORE_DOSSIER, &where));
}

static void
test_back (StoreFixture *f, gconstpointer data)
{
  save_first (f);
  assert_back (f);
}

/* Where the first folder cannot be made the next one takes it. */
static void
test_other_folder (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "org.demarche.Demarche", NULL);

  folder_remove (folder);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  save_first (f);
  assert_back (f);
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

/* Still unreadable at the next start: what was rescued is shown, and not saved over what cannot be read. */
static void
test_still_failing (StoreFixture *f, gconstpointer data)
{
  g_autoptr (DemNotebookContent) rescued = NULL;
  g_autofree char *where = NULL;

  save_first (f);
  run_child (f, "second");
  faults.operation = FAULT_OPEN;
  faults.number = EACCES;
  faults.from = 1;
  store_open (f);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_FAILED));
  STORE_RUN_UNTIL (store_has (f, "second"));
  rescued = dem_notebook_rescue_read (f->path, STORE_DOSSIER, &where);
  g_assert_nonnull (rescued);
  faults_reset ();
  dem_notebook_store_hurry (f->store);
  STORE_RUN_UNTIL (store_is (f, DEM_NOTEBOOK_STORE_SAVED));
  g_assert_true (store_file_has (f, "second"));
}

static void
set_folder (const char *variable, const char *home, const char *name)
{
  g_autofree char *folder = g_build_filename (home, name, NULL);

  g_setenv (variable, folder, TRUE);
  g_mkdir_with_parents (folder, 0700);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL;
  int status;

  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return be_child (argv[2], argv[3]);
  home = g_dir_make_tmp ("demarche-rescue-XXXXXX", NULL);
  set_folder ("XDG_STATE_HOME", home, "state");
  set_folder ("XDG_RUNTIME_DIR", home, "runtime");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/notebook-rescue/back", StoreFixture, NULL, store_set_up, test_back, store_tear_down);
  g_test_add ("/notebook-rescue/other-folder", StoreFixture, NULL, store_set_up, test_other_folder, store_tear_down);
  g_test_add ("/notebook-rescue/still-failing", StoreFixture, NULL, store_set_up, test_still_failing, store_tear_down);
  status = g_test_run ();
  folder_remove (home);
  return status;
}
