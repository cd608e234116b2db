/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of notes: written, listed, searched, chosen, taken back. */

#include "tests/support/fixture.h"
#include "tests/support/refs.h"
#include "tests/support/widgets.h"
#include "ui/notes/note_editor.h"
#include "ui/notes/note_text.h"
#include "ui/notes/notes_page.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  DemNotebook *notebook;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dossier = open_fixture ("fixtures/small.dossier.json");
  f->focus = dem_focus_new ();
  f->notebook = dem_notebook_open (dem_dossier_get_id (f->dossier));
  f->page = dem_notes_page_new ();
  dem_notes_page_set_focus (DEM_NOTES_PAGE (f->page), f->focus);
  dem_focus_open (f->focus, f->dossier);
  dem_notes_page_set_notebook (DEM_NOTES_PAGE (f->page), f->notebook);
  f->window = show_in_window (f->page);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  settle ();
  g_assert_finalize_object (f->focus);
  g_assert_finalize_object (f->notebook);
  g_object_unref (f->dossier);
}

static guint
count_notes (Fixture *f)
{
  return g_list_model_get_n_items (dem_notebook_get_notes (f->notebook));
}

static GtkWidget *
find_type (Fixture *f, GType type)
{
  return find_widget (f->page, has_type, &type);
}

static void
write_note (Fixture *f, const char *about, const char *text)
{
  GtkWidget *view;

  dem_focus_select (f->focus, find_item (f->dossier, about));
  dem_notes_page_add (DEM_NOTES_PAGE (f->page), NULL);
  settle ();
  view = find_type (f, DEM_TYPE_NOTE_TEXT);
  g_assert_nonnull (view);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  settle ();
}

static gboolean
is_close_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0;
}

static void
leave_note (Fixture *f)
{
  GtkWidget *editor = find_type (f, DEM_TYPE_NOTE_EDITOR);

  g_assert_nonnull (editor);
  click (find_widget (editor, is_close_button, NULL));
  g_assert_null (find_type (f, DEM_TYPE_NOTE_EDITOR));
}

/* What is typed is in the notebook, with what was selected as its subject; an empty note never is. */
static void
test_written (Fixture *f, gconstpointer data)
{
  g_autoptr (DemNote) note = NULL;
  const DemNoteTarget *target;

  dem_notes_page_add (DEM_NOTES_PAGE (f->page), NULL);
  settle ();
  g_assert_nonnull (find_type (f, DEM_TYPE_NOTE_EDITOR));
  g_assert_cmpuint (count_notes (f), ==, 0);
  leave_note (f);

  write_note (f, "attack", "Who began **it**?");
  g_assert_cmpuint (count_notes (f), ==, 1);
  note = g_list_model_get_item (dem_notebook_get_notes (f->notebook), 0);
  g_assert_cmpstr (dem_note_get_text (note), ==, "Who began **it**?");
  target = dem_note_get_targets (note)->pdata[0];
  g_assert_cmpint (dem_note_target_get_kind (target), ==, DEM_TARGET_EVENT);
  g_assert_cmpstr (dem_note_target_get_text (target), ==, "attack");
  g_assert_true (shows (f->page, "The attack"));
}

static GtkWidget *
find_search (Fixture *f)
{
  GtkWidget *entry = find_type (f, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  return entry;
}

/* The list shows what has all words of the search, case and accents aside. */
static void
test_searched (Fixture *f, gconstpointer data)
{
  write_note (f, "attack", "First of all");
  leave_note (f);
  write_note (f, "gift", "Second thoughts");
  leave_note (f);
  g_assert_true (shows (f->page, "The attack"));
  g_assert_true (shows (f->page, "The gift"));
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), "THOUGHTS second");
  settle ();
  g_assert_false (shows (f->page, "The attack"));
  g_assert_true (shows (f->page, "The gift"));
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), "nowhere");
  settle ();
  g_assert_false (shows (f->page, "The gift"));
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), "");
  settle ();
  g_assert_true (shows (f->page, "The attack"));
}

/* Everything is taken back and done again by the notebook's one stack. */
static void
test_undone (Fixture *f, gconstpointer data)
{
  DemUndo *undo = dem_notebook_get_undo (f->notebook);

  write_note (f, "attack", "To be taken back");
  leave_note (f);
  g_assert_true (shows (f->page, "The attack"));
  while (dem_undo_undo (undo))
    settle ();
  g_assert_cmpuint (count_notes (f), ==, 0);
  g_assert_false (shows (f->page, "The attack"));
  while (dem_undo_redo (undo))
    settle ();
  g_assert_cmpuint (count_notes (f), ==, 1);
  g_assert_true (shows (f->page, "The attack"));
}

static gboolean
is_new_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && shows (widget, "New");
}

/* The page moves between the sidebar and the switcher of a narrow window; its buttons have to work in both. */
static void
test_moved (Fixture *f, gconstpointer data)
{
  GtkWidget *page = g_object_ref (f->page), *other = adw_bin_new ();
  GtkWidget *button;

  adw_window_set_content (ADW_WINDOW (f->window), other);
  settle ();
  adw_bin_set_child (ADW_BIN (other), page);
  g_object_unref (page);
  settle ();
  write_note (f, "attack", "One");
  leave_note (f);
  button = find_widget (f->page, is_new_button, NULL);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  click (button);
  g_assert_nonnull (find_type (f, DEM_TYPE_NOTE_EDITOR));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/notes-page/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/notes-page/searched", Fixture, NULL, set_up, test_searched, tear_down);
  g_test_add ("/notes-page/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/notes-page/moved", Fixture, NULL, set_up, test_moved, tear_down);
  return g_test_run ();
}
