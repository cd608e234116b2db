/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/window_private.h"

#include <glib/gi18n-lib.h>

#include "ui/common/question.h"

/* The notebook of the window's dossier: opened with its file, what is said of that in a banner, and not left unsaved. */

/* A disk that takes longer is asked about. */
#define LONGEST_WAIT_MS 1000

/* ---- What is said ---- */

static void
show_banner (DemWindow *self, GtkMessageType type, const char *text)
{
  gboolean is_failure = type == GTK_MESSAGE_WARNING;

  gtk_label_set_text (self->notes_label, text);
  gtk_info_bar_set_message_type (self->notes_banner, type);
  gtk_info_bar_set_show_close_button (self->notes_banner, !is_failure);
  gtk_widget_set_visible (self->notes_retry, is_failure);
  gtk_widget_set_visible (self->notes_elsewhere, is_failure);
  gtk_info_bar_set_revealed (self->notes_banner, TRUE);
}

/* Translators of all that follows: the reason is a sentence of its own */
static char *
describe_failure (DemWindow *self, const char *reason)
{
  g_autofree char *name = NULL, *shown = NULL;

  if (dem_notebook_store_has_unsaved (self->store))
    return g_strdup_printf (_ ("Your notes are not saved. %s"), reason);
  if (self->notes_copy == NULL)
    return g_strdup_printf (_ ("Your notes cannot be opened. %s"), reason);
  name = g_file_get_basename (self->notes_copy);
  shown = g_filename_display_name (name);
  return g_strdup_printf (_ ("Your notes are saved in “%s” only. %s"), shown, reason);
}

static void
show_failure (DemWindow *self, const char *reason)
{
  g_autofree char *text = describe_failure (self, reason);

  show_banner (self, GTK_MESSAGE_WARNING, text);
}

/* A failure stays until it is over; what was said stays until it is closed. */
static void
update_banner (DemWindow *self)
{
  const char *reason = self->store != NULL ? dem_notebook_store_get_reason (self->store) : NULL;

  g_clear_handle_id (&self->notes_update, g_source_remove);
  if (reason != NULL)
    show_failure (self, reason);
  else if (self->notes_said != NULL)
    show_banner (self, GTK_MESSAGE_INFO, self->notes_said);
  else
    gtk_info_bar_set_revealed (self->notes_banner, FALSE);
}

static gboolean
on_said (DemNotebookStore *store, const char *sentence, DemWindow *self)
{
  g_autofree char *before = g_steal_pointer (&self->notes_said);

  g_assert (DEM_IS_WINDOW (self));

  /* Translators: two sentences, one after the other */
  self->notes_said = before != NULL ? g_strdup_printf (_ ("%s %s"), before, sentence) : g_strdup (sentence);
  update_banner (self);
  return TRUE;
}

void
dem_window_close_notes_banner (DemWindow *self)
{
  g_clear_pointer (&self->notes_said, g_free);
  update_banner (self);
}

/* ---- Another place ---- */

static void
on_saved_elsewhere (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DemWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!dem_notebook_store_save_elsewhere_finish (DEM_NOTEBOOK_STORE (source), result, &error))
    {
      g_autofree char *text = g_strdup_printf (_ ("Your notes could not be saved there. %s"), error->message);

      g_clear_object (&self->notes_copy);
      show_banner (self, GTK_MESSAGE_WARNING, text);
    }
  else if (self->store != NULL)
    update_banner (self);
}

static void
on_place_chosen (GtkNativeDialog *dialog, int response, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT && self->store != NULL)
    {
      g_clear_object (&self->notes_copy);
      self->notes_copy = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      dem_notebook_store_save_elsewhere_async (self->store, self->notes_copy, NULL, on_saved_elsewhere,
                                               g_object_ref (self));
    }
  g_object_unref (dialog);
}

void
dem_window_save_notes_elsewhere (DemWindow *self)
{
  GtkFileChooserNative *chooser;

  if (self->store == NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Save Notes Elsewhere"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("notes.json"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_place_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
dem_window_save_notes (DemWindow *self)
{
  if (self->store != NULL)
    dem_notebook_store_hurry (self->store);
}

/* ---- Leaving ---- */

static gboolean
is_last_with_notebook (DemWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self && DEM_IS_WINDOW (l->data) && DEM_WINDOW (l->data)->store == self->store)
      return FALSE;
  return TRUE;
}

static void
on_question_answered (AdwMessageDialog *dialog, const char *response, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  if (g_str_equal (response, "elsewhere"))
    dem_window_save_notes_elsewhere (self);
  else if (g_str_equal (response, "close"))
    {
      /* It is closed after this, when its parent is gone. */
      gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
ask_before_closing (DemWindow *self, const char *reason)
{
  /* Translators: %s is the reason as a sentence */
  g_autofree char *body = g_strdup_printf (_ ("What you have written last is not saved. %s"), reason);
  AdwMessageDialog *dialog = dem_question_new (GTK_WINDOW (self), _ ("Close without your notes?"), body);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "close", _ ("_Close Without Saving"), "elsewhere",
                                    _ ("_Save Elsewhere…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "elsewhere");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_question_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
dem_window_keep_notes (DemWindow *self)
{
  g_return_if_fail (DEM_IS_WINDOW (self));

  dem_workspace_keep_notes (self->workspace);
}

gboolean
dem_window_may_close (DemWindow *self)
{
  g_autoptr (GError) error = NULL;

  dem_workspace_keep_notes (self->workspace);
  if (self->store == NULL || !is_last_with_notebook (self)
      || dem_notebook_store_flush (self->store, LONGEST_WAIT_MS, &error) || !dem_notebook_store_has_unsaved (self->store))
    return TRUE;
  ask_before_closing (self, error->message);
  return FALSE;
}

/* ---- The notebook of a dossier ---- */

static gboolean
on_update (gpointer data)
{
  DemWindow *self = data;

  self->notes_update = 0;
  update_banner (self);
  return G_SOURCE_REMOVE;
}

/* It tells of each save, and the banner moves other things. */
static void
on_store_changed (DemNotebookStore *store, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  if (self->notes_update == 0)
    self->notes_update = g_idle_add (on_update, self);
}

static void
listen (DemWindow *self)
{
  char *sentence;

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_signal_connect_object (self->store, "said", G_CALLBACK (on_said), self, 0);
  while ((sentence = dem_notebook_store_take_saying (self->store)) != NULL)
    {
      on_said (self->store, sentence, self);
      g_free (sentence);
    }
}

/* What was written goes to the file at once, also while another dossier is shown. */
void
dem_window_close_store (DemWindow *self)
{
  g_clear_handle_id (&self->notes_update, g_source_remove);
  g_clear_pointer (&self->notes_said, g_free);
  g_clear_object (&self->notes_copy);
  if (self->store == NULL)
    return;
  if (self->workspace != NULL)
    dem_workspace_keep_notes (self->workspace);
  g_signal_handlers_disconnect_by_func (self->store, on_store_changed, self);
  g_signal_handlers_disconnect_by_func (self->store, on_said, self);
  dem_notebook_store_hurry (self->store);
  g_clear_object (&self->store);
}

DemNotebook *
dem_window_open_store (DemWindow *self, DemDossier *dossier)
{
  g_autoptr (DemNotebookStore) store = dossier != NULL ? dem_notebook_store_open (dem_dossier_get_id (dossier)) : NULL;

  if (store != self->store)
    {
      dem_window_close_store (self);
      g_set_object (&self->store, store);
      if (store != NULL)
        listen (self);
      update_banner (self);
    }
  return store != NULL ? dem_notebook_store_get_notebook (store) : NULL;
}
