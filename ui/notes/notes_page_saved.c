/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/notes_page_private.h"

#include <glib/gi18n-lib.h>

#define TICK 30 /* seconds after which "just now" may no longer be true */

static char *
dup_saved_when (gint64 saved_at)
{
  gint64 minutes = (g_get_monotonic_time () - saved_at) / (60 * G_USEC_PER_SEC);

  if (saved_at == 0)
    return g_strdup (_ ("Everything is saved"));
  if (minutes < 1)
    return g_strdup (_ ("Saved just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("Saved %u minute ago", "Saved %u minutes ago", (gulong) minutes), (guint) minutes);
  return g_strdup (_ ("Everything is saved"));
}

static char *
dup_words (DemNotebookStore *store)
{
  switch (dem_notebook_store_get_state (store))
    {
    case DEM_NOTEBOOK_STORE_READING:
      return g_strdup (_ ("Reading your notes…"));
    case DEM_NOTEBOOK_STORE_PENDING:
    case DEM_NOTEBOOK_STORE_SAVING:
      return g_strdup (_ ("Saving…"));
    case DEM_NOTEBOOK_STORE_FAILED:
      return g_strdup (_ ("Not saved"));
    case DEM_NOTEBOOK_STORE_SAVED:
    default:
      return dup_saved_when (dem_notebook_store_get_saved_at (store));
    }
}

static void
show_saved (DemNotesPage *self)
{
  g_autofree char *words = self->store != NULL ? dup_words (self->store) : g_strdup ("");

  gtk_label_set_text (self->saved, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved),
                               self->store != NULL ? dem_notebook_store_get_reason (self->store) : NULL);
}

static gboolean
on_tick (gpointer data)
{
  show_saved (data);
  return G_SOURCE_CONTINUE;
}

void
dem_notes_page_follow_store (DemNotesPage *self)
{
  DemNotebookStore *store = self->context.notebook != NULL
                                ? dem_notebook_store_find (dem_notebook_get_dossier_id (self->context.notebook))
                                : NULL;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, show_saved, self);
  g_set_object (&self->store, store);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (store != NULL)
    {
      g_signal_connect_object (store, "changed", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
      self->tick = g_timeout_add_seconds (TICK, on_tick, self);
    }
  show_saved (self);
}
