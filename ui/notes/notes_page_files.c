/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/notes_page_private.h"

#include <glib/gi18n-lib.h>

#include "app/exchange/notes_files.h"
#include "ui/common/question.h"
#include "ui/notes/notes_export_dialog.h"

/* Notes of others in, and one's own out. */

#define PROBLEMS_MOST 50 /* of which there may be one for each annotation */
#define PROBLEMS_HEIGHT 160

static GtkWindow *
get_window (DemNotesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkWidget *
create_message (DemNotesPage *self, const char *heading, const char *body)
{
  GtkWidget *dialog = GTK_WIDGET (dem_question_new (get_window (self), heading, body));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  return dialog;
}

static void
tell_failure (DemNotesPage *self, const char *heading, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: the name of a file, and a sentence that says why. */
  g_autofree char *body = g_strdup_printf (_ ("“%s”: %s"), shown, error->message);

  gtk_window_present (GTK_WINDOW (create_message (self, heading, body)));
}

static GtkFileChooserNative *
create_chooser (DemNotesPage *self, const char *title, GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, get_window (self), action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/* ---- In ---- */

/* What is wrong with the file, a line each. (transfer full) */
static char *
dup_problems (GPtrArray *problems)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (problems->len, PROBLEMS_MOST); i++)
    {
      const DemProblem *problem = problems->pdata[i];

      if (i > 0)
        g_string_append_c (lines, '\n');
      if (problem->line > 0)
        g_string_append_printf (lines, _ ("Line %u, column %u: %s"), problem->line, problem->column, problem->message);
      else
        g_string_append (lines, problem->message);
    }
  if (problems->len > PROBLEMS_MOST)
    {
      guint n = problems->len - PROBLEMS_MOST;

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("%u more", "%u more", n), n);
    }
  return g_string_free (lines, FALSE);
}

static GtkWidget *
create_problems (GPtrArray *problems)
{
  g_autofree char *lines = dup_problems (problems);
  GtkWidget *label = gtk_label_new (lines), *scroller = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "note-kind");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), PROBLEMS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  return scroller;
}

static void
show_only (DemNotesPage *self, DemNotebookState state)
{
  DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;

  dem_notes_page_show_all (self);
  filter.period = dem_notes_page_get_filter (self).period;
  filter.state = state;
  dem_notes_page_set_filter (self, &filter);
}

static void
on_report_response (AdwMessageDialog *dialog, const char *response, DemNotesPage *self)
{
  g_assert (DEM_IS_NOTES_PAGE (self));

  if (g_str_equal (response, "confirm"))
    show_only (self, DEM_NOTEBOOK_STATE_DOUBTFUL);
  else if (g_str_equal (response, "orphans"))
    show_only (self, DEM_NOTEBOOK_STATE_ORPHAN);
}

static void
show_report (DemNotesPage *self, const DemNotesImport *import)
{
  g_autofree char *report = dem_notes_import_dup_report (import);
  GtkWidget *dialog = create_message (self, _ ("Notes Imported"), report);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  if (import->n_doubtful > 0)
    adw_message_dialog_add_response (message, "confirm", _ ("Show Those to Con_firm"));
  else if (import->n_orphans > 0)
    adw_message_dialog_add_response (message, "orphans", _ ("Show Those _without a Place"));
  if (import->problems->len > 0)
    adw_message_dialog_set_extra_child (message, create_problems (import->problems));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_report_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Into: the notebook that was on screen when the file was chosen. */
typedef struct
{
  DemNotesPage *page;
  DemNotebook *notebook;
  GFile *file;
} Into;

static void
free_into (Into *into)
{
  g_object_unref (into->page);
  g_object_unref (into->notebook);
  g_object_unref (into->file);
  g_free (into);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Into, free_into)

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Into) into = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DemNotesImport) import = dem_notes_import_file_finish (result, &error);

  if (get_window (into->page) == NULL) /* closed meanwhile */
    return;
  if (import == NULL)
    {
      tell_failure (into->page, _ ("The notes cannot be imported"), into->file, error);
      return;
    }
  dem_notes_import_apply (import, into->notebook);
  show_report (into->page, import);
}

void
dem_notes_page_import (DemNotesPage *self, GFile *file)
{
  Into *into;

  g_return_if_fail (DEM_IS_NOTES_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->context.notebook == NULL || dem_focus_get_dossier (self->context.focus) == NULL)
    return;
  dem_notes_page_keep (self);
  into = g_new (Into, 1);
  into->page = g_object_ref (self);
  into->notebook = g_object_ref (self->context.notebook);
  into->file = g_object_ref (file);
  dem_notes_import_file_async (file, dem_focus_get_dossier (self->context.focus), NULL, on_imported, into);
}

static void
on_import_chosen (GtkNativeDialog *chooser, int response, DemNotesPage *self)
{
  g_autoptr (GFile) file = NULL;

  g_assert (DEM_IS_NOTES_PAGE (self));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      dem_notes_page_import (self, file);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *words, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, words);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
dem_notes_page_choose_import (DemNotesPage *self)
{
  GtkFileChooserNative *chooser = create_chooser (self, _ ("Import Notes"), GTK_FILE_CHOOSER_ACTION_OPEN);

  add_filter (chooser, _ ("Web annotations"), (const char *const[]){ "*.json", "*.jsonld", NULL });
  add_filter (chooser, _ ("All files"), (const char *const[]){ "*", NULL });
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_import_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- Out ---- */

/* Out: what is to be written, and what is said then. */
typedef struct
{
  DemNotesPage *page;
  char *text;
  guint n;
  GFile *file; /* (nullable): until one is chosen */
} Out;

static void
free_out (Out *out)
{
  g_object_unref (out->page);
  g_free (out->text);
  g_clear_object (&out->file);
  g_free (out);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Out, free_out)

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Out) out = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (out->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *said = NULL, *markup = NULL;

  if (get_window (out->page) == NULL)
    return;
  if (!dem_notes_export_file_finish (result, &error))
    {
      tell_failure (out->page, _ ("The notes were not exported"), out->file, error);
      return;
    }
  said = g_strdup_printf (ngettext ("%u note exported to “%s”", "%u notes exported to “%s”", out->n), out->n, shown);
  markup = g_markup_escape_text (said, -1);
  adw_toast_overlay_add_toast (out->page->toasts, adw_toast_new (markup));
}

static void
on_export_chosen (GtkNativeDialog *chooser, int response, gpointer data)
{
  Out *out = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      out->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      dem_notes_export_file_async (out->file, out->text, NULL, on_exported, out);
    }
  else
    free_out (out);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
on_export_response (DemNotesExportDialog *dialog, const char *response, DemNotesPage *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->context.focus);
  GtkFileChooserNative *chooser;
  Out *out;

  g_assert (DEM_IS_NOTES_PAGE (self));

  if (!g_str_equal (response, "export") || dossier == NULL)
    return;
  out = g_new0 (Out, 1);
  out->page = g_object_ref (self);
  out->text = dem_notes_export_dialog_dup_text (dialog, dossier);
  out->n = dem_notes_export_dialog_count (dialog);
  chooser = create_chooser (self, _ ("Export Notes"), GTK_FILE_CHOOSER_ACTION_SAVE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), dem_notes_export_dialog_get_name (dialog));
  g_signal_connect (chooser, "response", G_CALLBACK (on_export_chosen), out);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The notes of the cards that are chosen, if there are several. (transfer full) (nullable) */
static GListModel *
dup_chosen (DemNotesPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GListStore *notes;

  if (gtk_bitset_get_size (chosen) < 2)
    return NULL;
  notes = g_list_store_new (DEM_TYPE_NOTE);
  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (DemNoteRow) row
          = g_list_model_get_item (G_LIST_MODEL (self->context.list), gtk_bitset_get_nth (chosen, i));

      if (!dem_note_row_is_draft (row))
        g_list_store_append (notes, dem_note_row_get_note (row));
    }
  return G_LIST_MODEL (notes);
}

void
dem_notes_page_choose_export (DemNotesPage *self)
{
  DemNotebookList *base = dem_note_list_get_base (self->context.list);
  g_autoptr (GListModel) chosen = dup_chosen (self);
  GListModel *notes[DEM_N_NOTES_SCOPES] = { NULL };
  GtkWidget *dialog;

  if (self->context.notebook == NULL || dem_focus_get_dossier (self->context.focus) == NULL)
    return;
  dem_notes_page_keep (self);
  notes[DEM_NOTES_SCOPE_ALL] = dem_notebook_get_notes (self->context.notebook);
  if (dem_notebook_filter_count (dem_notebook_list_get_filter (base)) > 0)
    notes[DEM_NOTES_SCOPE_LISTED] = G_LIST_MODEL (base);
  notes[DEM_NOTES_SCOPE_CHOSEN] = chosen;
  dialog = dem_notes_export_dialog_new (get_window (self), notes);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_export_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
