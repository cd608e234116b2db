/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says of the notebook's file, and that it does not close over what is not saved. */
#include <glib/gstdio.h>

#include "app/notebook/notebook_store.h"
#include "tests/support/folder.h"
#include "tests/support/widgets.h"
#include "ui/window/window.h"

typedef struct
{
  DemWindow *window;
  char *path; /* of the notebook */
  DemNotebookStore *store;
} Fixture;

static GtkApplication *application;

static void
iterate (void)
{
  g_usleep (4000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

#define WAIT_FOR(condition)                                                                                             \
  do                                                                                                                    \
    {                                                                                                                   \
      for (int i = 0; i < 2500 && !(condition); i++)                                                                    \
        iterate ();                                                                                                     \
      g_assert_true (condition);                                                                                        \
    }                                                                                                                   \
  while (0)

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = NULL;

  f->path = dem_notebook_store_dup_default_path ("urn:demarche:small");
  folder = g_path_get_dirname (f->path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
}

static gboolean
is_banner (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_INFO_BAR (widget) && gtk_info_bar_get_revealed (GTK_INFO_BAR (widget))
         && (text == NULL || find_widget (widget, is_text, text) != NULL);
}

static gboolean
has_banner (Fixture *f, const char *text)
{
  return find_widget (GTK_WIDGET (f->window), is_banner, text) != NULL;
}

static void
open_window (Fixture *f)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "small.dossier.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  DemFocus *focus;

  f->window = dem_window_new (application);
  focus = dem_window_get_focus (f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  dem_window_open (f->window, file);
  WAIT_FOR (dem_focus_get_dossier (focus) != NULL);
  f->store = g_object_ref (dem_notebook_store_find (dem_dossier_get_id (dem_focus_get_dossier (focus))));
  g_assert_cmpstr (dem_notebook_store_get_path (f->store), ==, f->path);
  WAIT_FOR (dem_notebook_store_get_state (f->store) != DEM_NOTEBOOK_STORE_READING);
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  DemNotebookStore *store = g_steal_pointer (&f->store);

  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  WAIT_FOR (store == NULL);
  folder_remove (folder);
  g_free (f->path);
}

static DemNotebook *
notebook (Fixture *f)
{
  return dem_notebook_store_get_notebook (f->store);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* As its buttons do. */
static void
answer (const char *response)
{
  g_autoptr (GtkWindow) dialog = g_object_ref (find_dialog ());

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static void
test_saved (Fixture *f, gconstpointer data)
{
  DemWindow *window;

  open_window (f);
  g_assert_false (has_banner (f, NULL));
  dem_notebook_pin (notebook (f), "a", 3, 4);
  window = f->window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &f->window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (f->window == NULL);
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (dem_notebook_store_get_state (f->store), ==, DEM_NOTEBOOK_STORE_SAVED);
}

/* There is a folder where the file should be. */
static void
test_not_saved (Fixture *f, gconstpointer data)
{
  g_autofree char *reason = g_strdup_printf ("There is a folder where the file “%s” should be.", f->path);
  g_autofree char *not_opened = g_strconcat ("Your notes cannot be opened. ", reason, NULL);
  g_autofree char *text = g_strconcat ("Your notes are not saved. ", reason, NULL);
  GtkWindow *dialog;

  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  open_window (f);
  WAIT_FOR (has_banner (f, not_opened));
  dem_notebook_pin (notebook (f), "a", 1, 2);
  WAIT_FOR (has_banner (f, text));
  gtk_window_close (GTK_WINDOW (f->window));
  WAIT_FOR (find_dialog () != NULL);
  dialog = find_dialog ();
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (f->window));
  answer ("cancel");
  WAIT_FOR (find_dialog () == NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
  g_assert_true (has_banner (f, text));

  g_assert_cmpint (g_rmdir (f->path), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.save-notes", NULL));
  WAIT_FOR (!has_banner (f, NULL));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_REGULAR));
}

static void
test_close_all_the_same (Fixture *f, gconstpointer data)
{
  DemWindow *window;

  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  open_window (f);
  dem_notebook_pin (notebook (f), "a", 1, 2);
  window = f->window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &f->window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (find_dialog () != NULL);
  answer ("close");
  WAIT_FOR (f->window == NULL);
  g_assert_cmpint (g_rmdir (f->path), ==, 0);
}

/* Another window of the same dossier still has the notes, so nobody is asked. */
static void
test_two_windows (Fixture *f, gconstpointer data)
{
  DemWindow *first, *second;

  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  open_window (f);
  first = f->window;
  g_object_unref (f->store);
  open_window (f);
  second = f->window;
  dem_notebook_pin (notebook (f), "a", 1, 2);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  gtk_window_close (GTK_WINDOW (first));
  WAIT_FOR (first == NULL);
  gtk_window_close (GTK_WINDOW (second));
  WAIT_FOR (find_dialog () != NULL);
  answer ("cancel");
  g_assert_cmpint (g_rmdir (f->path), ==, 0);
}

static void
test_said (Fixture *f, gconstpointer data)
{
  g_autofree char *name = g_path_get_basename (f->path);
  g_autofree char *text = g_strdup_printf (
      "The file of the notes could not be read. It is kept as “%s.unreadable”, and a new one was begun.", name);
  GtkWidget *banner;

  folder_write (f->path, "{ this is nothing");
  open_window (f);
  WAIT_FOR (has_banner (f, text));
  banner = find_widget (GTK_WIDGET (f->window), is_banner, text);
  gtk_info_bar_response (GTK_INFO_BAR (banner), GTK_RESPONSE_CLOSE);
  WAIT_FOR (!has_banner (f, NULL));
}

#define ADD(name, func) g_test_add ("/window-notebook/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *data_home = g_dir_make_tmp ("demarche-window-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  application = GTK_APPLICATION (adw_application_new ("org.demarche.Test", G_APPLICATION_NON_UNIQUE));
  g_object_set (application, "resource-base-path", "/org/demarche/Demarche", NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  ADD ("saved", test_saved);
  ADD ("not-saved", test_not_saved);
  ADD ("close-all-the-same", test_close_all_the_same);
  ADD ("two-windows", test_two_windows);
  ADD ("said", test_said);
  status = g_test_run ();
  g_object_unref (application);
  folder_remove (data_home);
  return status;
}
