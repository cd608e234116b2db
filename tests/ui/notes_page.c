/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of notes: written, listed, searched, chosen, taken back. */

#include <glib/gstdio.h>

#include "tests/support/fixture.h"
#include "tests/support/refs.h"
#include "tests/support/widgets.h"
#include "ui/notes/note_editor.h"
#include "ui/notes/note_filter_menu.h"
#include "ui/notes/note_text.h"
#include "ui/notes/notes_export_dialog.h"
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

/* ---- Narrowing ---- */

static gboolean
has_icon (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), name) == 0;
}

static gboolean
begins_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_check (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), text) == 0;
}

static GtkWidget *
open_filter (Fixture *f)
{
  GType type = DEM_TYPE_NOTE_FILTER_MENU;
  GtkWidget *button = find_type (f, GTK_TYPE_MENU_BUTTON);
  GtkWidget *menu;

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  menu = find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), has_type, &type);
  g_assert_nonnull (menu);
  return menu;
}

static void
close_filter (Fixture *f)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find_type (f, GTK_TYPE_MENU_BUTTON)));
  settle ();
}

static const char *
get_id (Fixture *f, guint position)
{
  g_autoptr (DemNote) note = g_list_model_get_item (dem_notebook_get_notes (f->notebook), position);

  return dem_note_get_id (note);
}

/* The menu counts what there is, narrows, says what it has narrowed to, and leads back. */
static void
test_narrowed (Fixture *f, gconstpointer data)
{
  GtkWidget *menu, *check;

  write_note (f, "attack", "Nobody else's");
  leave_note (f);
  write_note (f, "gift", "For all");
  leave_note (f);
  dem_notebook_set_note_private (f->notebook, get_id (f, 0), TRUE);
  dem_notebook_set_note_tags (f->notebook, get_id (f, 0), (const char *const[]){ "check", NULL });
  settle ();

  menu = open_filter (f);
  check = find_widget (menu, is_check, "Private only (1)");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();
  close_filter (f);
  g_assert_true (shows (f->page, "The attack"));
  g_assert_false (shows (f->page, "The gift"));
  g_assert_true (shows (f->page, "1 of 2: private"));

  dem_notebook_set_note_private (f->notebook, get_id (f, 0), FALSE);
  settle ();
  g_assert_true (shows (f->page, "No note is like this"));
  g_assert_true (shows (f->page, "0 of 2: private"));
  click (find_widget (f->page, has_icon, "window-close-symbolic"));
  g_assert_true (shows (f->page, "The attack"));
  g_assert_true (shows (f->page, "The gift"));
  g_assert_null (find_widget (f->page, begins_with, "2 of 2"));
}

/* Of a kind; a note that is written meanwhile stays until it is left. */
static void
test_narrowed_to_kind (Fixture *f, gconstpointer data)
{
  GType type = GTK_TYPE_DROP_DOWN;
  GtkWidget *menu, *list;

  write_note (f, "attack", "On an event");
  leave_note (f);
  menu = open_filter (f);
  list = find_widget (menu, has_type, &type);
  g_assert_nonnull (list);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (list))), ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 1);
  settle ();
  close_filter (f);
  g_assert_true (shows (f->page, "1 of 1: about: Event"));
  dem_focus_clear_selection (f->focus);
  dem_notes_page_add (DEM_NOTES_PAGE (f->page), NULL);
  settle ();
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (f, DEM_TYPE_NOTE_TEXT))), "On all",
                                    -1);
  settle ();
  g_assert_nonnull (find_type (f, DEM_TYPE_NOTE_EDITOR));
  leave_note (f);
  g_assert_true (shows (f->page, "1 of 2: about: Event"));
  dem_notes_page_show_all (DEM_NOTES_PAGE (f->page));
  settle ();
  g_assert_true (shows (f->page, "On all"));
}

static guint
count_rows (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_type (f, GTK_TYPE_LIST_VIEW)))));
}

/* Of many notes the first are there at once, the others when one goes there. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_dup_content (f->notebook);
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_EVENT, "attack");
  GtkAdjustment *place;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("note %u", i);

      g_ptr_array_add (content->notes, dem_note_new_on (text, target));
    }
  dem_notebook_set_content (f->notebook, content);
  settle ();
  g_assert_cmpuint (count_rows (f), >=, 8);
  g_assert_cmpuint (count_rows (f), <, 60);
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), "note 29");
  settle ();
  g_assert_cmpuint (count_rows (f), ==, 13); /* 29, 129, 229, 290 to 299 */
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), "");
  settle ();
  place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_type (f, GTK_TYPE_LIST_VIEW)));
  for (guint i = 0; i < 100 && count_rows (f) < 300; i++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
      settle_for (30 * 1000);
    }
  g_assert_cmpuint (count_rows (f), ==, 300);
}

/* ---- What lost its place ---- */

/* Under a heading of their own, with their text; one click puts them on what is selected, and it can be taken back. */
static void
test_lost (Fixture *f, gconstpointer data)
{
  g_autoptr (DemNoteTarget) gone = dem_note_target_new (DEM_TARGET_EVENT, "no-more");
  g_autoptr (DemNote) orphan = dem_note_new_on ("What was it?", gone);
  g_autofree char *id = g_strdup (dem_note_get_id (orphan));
  g_autoptr (DemNoteTarget) target = NULL;
  GtkWidget *button;

  write_note (f, "attack", "Here");
  leave_note (f);
  dem_notebook_add_note (f->notebook, orphan);
  settle ();
  g_assert_true (shows (f->page, "Lost their place"));
  g_assert_true (shows (f->page, "What was it?"));
  dem_focus_select (f->focus, find_item (f->dossier, "gift"));
  settle ();
  button = find_widget (f->page, is_button, "Move to What Is Selected");
  g_assert_nonnull (button);
  click (button);
  g_assert_false (dem_note_is_orphan (dem_notebook_get_note (f->notebook, id), f->dossier));
  g_assert_true (shows (f->page, "The gift"));
  g_assert_false (shows (f->page, "Lost their place"));
  g_assert_cmpstr (dem_undo_get_undo_label (dem_notebook_get_undo (f->notebook)), ==, "Undo Attach Note");
  dem_undo_undo (dem_notebook_get_undo (f->notebook));
  settle ();
  g_assert_true (shows (f->page, "Lost their place"));
}

/* What was found by likeness waits for a yes. */
static void
test_confirmed (Fixture *f, gconstpointer data)
{
  const DemQuote quote = { (char *) "the words", NULL, NULL, -1, -1, TRUE };
  g_autoptr (DemNoteTarget) event = dem_note_target_new (DEM_TARGET_EVENT, "attack");
  g_autoptr (DemNoteTarget) passage = dem_note_target_with_quote (event, &quote);
  g_autoptr (DemNote) note = dem_note_new_on ("Is it?", passage);
  g_autofree char *id = g_strdup (dem_note_get_id (note));
  GtkWidget *button;

  dem_notebook_add_note (f->notebook, note);
  settle ();
  g_assert_true (shows (f->page, "Is this the passage that was meant?"));
  button = find_widget (f->page, is_button, "Yes, It Is");
  g_assert_nonnull (button);
  click (button);
  g_assert_false (dem_note_is_doubtful (dem_notebook_get_note (f->notebook, id)));
  g_assert_false (shows (f->page, "Is this the passage that was meant?"));
}

/* ---- In and out ---- */

static GtkWindow *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
import_text (Fixture *f, const char *text)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("notes-XXXXXX.json", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  dem_notes_page_import (DEM_NOTES_PAGE (f->page), file);
  for (guint i = 0; i < 100 && find_dialog (ADW_TYPE_MESSAGE_DIALOG) == NULL; i++)
    settle ();
  g_assert_nonnull (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_unlink (path);
}

/* A report says what came, and what has no place here; one step takes it back. */
static void
test_imported (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog;

  import_text (f, "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"id\": \"urn:x:1\", \"type\": \"Annotation\", "
                  "\"body\": {\"type\": \"TextualBody\", \"value\": \"Strange\"}, \"target\": \"https://example.org/\"}");
  dialog = ADW_MESSAGE_DIALOG (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Notes Imported"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "1 note was added."));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "about nothing that this dossier has"));
  adw_message_dialog_response (dialog, "orphans");
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  g_assert_true (shows (f->page, "Strange"));
  g_assert_true (shows (f->page, "1 of 1: lost their place"));
  g_assert_cmpstr (dem_undo_get_undo_label (dem_notebook_get_undo (f->notebook)), ==, "Undo Import Notes");
  dem_undo_undo (dem_notebook_get_undo (f->notebook));
  g_assert_cmpuint (count_notes (f), ==, 0);
}

/* What is no annotation gets a sentence, and changes nothing. */
static void
test_not_imported (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog;

  import_text (f, "{\"never\": ");
  dialog = ADW_MESSAGE_DIALOG (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "The notes cannot be imported"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Line 1, column"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpuint (count_notes (f), ==, 0);
}

/* Private notes and names leave only when ticked; the report is ordered as asked. */
static void
test_exported (Fixture *f, gconstpointer data)
{
  GListModel *notes[DEM_N_NOTES_SCOPES] = { NULL };
  GType lists = GTK_TYPE_DROP_DOWN;
  DemNotesExportDialog *dialog;
  GtkWidget *check;

  write_note (f, "attack", "Secret");
  leave_note (f);
  write_note (f, "gift", "Open");
  leave_note (f);
  dem_notebook_set_note_private (f->notebook, get_id (f, 0), TRUE);
  dem_notebook_set_note_creator (f->notebook, get_id (f, 1), "Ana");
  notes[DEM_NOTES_SCOPE_ALL] = dem_notebook_get_notes (f->notebook);
  dialog = DEM_NOTES_EXPORT_DIALOG (dem_notes_export_dialog_new (f->window, notes));
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  {
    g_autofree char *text = dem_notes_export_dialog_dup_text (dialog, f->dossier);

    g_assert_nonnull (strstr (text, "Open"));
    g_assert_null (strstr (text, "Secret"));
    g_assert_null (strstr (text, "Ana"));
    g_assert_true (shows (GTK_WIDGET (dialog), "1 note will be exported."));
    g_assert_cmpstr (dem_notes_export_dialog_get_name (dialog), ==, "notes.json");
  }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (GTK_WIDGET (dialog), has_type, &lists)), 1);
  check = find_widget (GTK_WIDGET (dialog), is_check, "1 _private note as well");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  check = find_widget (GTK_WIDGET (dialog), is_check, "_Names of authors as well");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();
  {
    g_autofree char *text = dem_notes_export_dialog_dup_text (dialog, f->dossier);

    g_assert_true (g_str_has_prefix (text, "# "));
    g_assert_nonnull (strstr (text, "Secret"));
    g_assert_nonnull (strstr (text, "Ana"));
    g_assert_true (shows (GTK_WIDGET (dialog), "2 notes will be exported."));
    g_assert_cmpstr (dem_notes_export_dialog_get_name (dialog), ==, "notes.md");
  }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Everything is taken back and done again by the notebook's one stack. */
static void
test_undone (Fixture *f, gconstpointer data)
{
  DemUndo *undo = dem_notebook_get_undo (f->notebook);

  write_note (f, "attack", "To be taken back");
  leave_note (f);
  g_assert_true (shows (f->page, "The attack"));
  g_assert_nonnull (dem_focus_get_note (f->focus));
  while (dem_undo_undo (undo))
    settle ();
  g_assert_null (dem_focus_get_note (f->focus));
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
  g_test_add ("/notes-page/narrowed", Fixture, NULL, set_up, test_narrowed, tear_down);
  g_test_add ("/notes-page/narrowed-to-kind", Fixture, NULL, set_up, test_narrowed_to_kind, tear_down);
  g_test_add ("/notes-page/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/notes-page/lost", Fixture, NULL, set_up, test_lost, tear_down);
  g_test_add ("/notes-page/confirmed", Fixture, NULL, set_up, test_confirmed, tear_down);
  g_test_add ("/notes-page/imported", Fixture, NULL, set_up, test_imported, tear_down);
  g_test_add ("/notes-page/not-imported", Fixture, NULL, set_up, test_not_imported, tear_down);
  g_test_add ("/notes-page/exported", Fixture, NULL, set_up, test_exported, tear_down);
  g_test_add ("/notes-page/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/notes-page/moved", Fixture, NULL, set_up, test_moved, tear_down);
  return g_test_run ();
}
