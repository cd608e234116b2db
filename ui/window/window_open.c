/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/window_private.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "ui/window/recent.h"

/* Shorter waits are not worth a page of their own. */
#define SLOW_MS 250

static char *
dup_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

static void
set_problems (DemWindow *self, GPtrArray *problems, GFile *file)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->problems_name, g_free);
  if (problems != NULL && problems->len > 0)
    {
      self->problems = g_ptr_array_ref (problems);
      self->problems_name = dup_file_name (file);
    }
  dem_window_update_actions (self);
}

static void
show_banner (DemWindow *self, GtkMessageType type, const char *text)
{
  gtk_label_set_text (self->banner_label, text);
  gtk_info_bar_set_message_type (self->banner, type);
  gtk_widget_set_visible (self->banner_button, self->problems != NULL);
  gtk_info_bar_set_revealed (self->banner, TRUE);
}

static guint
count_errors (GPtrArray *problems)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    if (((const DemProblem *) g_ptr_array_index (problems, i))->severity == DEM_SEVERITY_ERROR)
      n++;
  return n;
}

static const DemProblem *
first_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const DemProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == DEM_SEVERITY_ERROR)
        return problem;
    }
  return NULL;
}

/* A file that opened may still have things to look at. */
static void
tell_warnings (DemWindow *self, DemDossier *dossier)
{
  GPtrArray *problems = dem_dossier_get_problems (dossier);
  g_autofree char *text = NULL;

  set_problems (self, problems, dem_dossier_get_file (dossier));
  if (problems->len == 0)
    {
      gtk_info_bar_set_revealed (self->banner, FALSE);
      return;
    }
  text = g_strdup_printf (ngettext ("%u thing in this dossier wants a look.", "%u things in this dossier want a look.",
                                    problems->len),
                          problems->len);
  show_banner (self, GTK_MESSAGE_WARNING, text);
}

static gboolean
give_back_memory (gpointer data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* For the benchmark of starting, which listens to it. Reading and the first layout leave several megabytes of freed
 * pieces behind, which the C library would keep. */
static void
on_first_frame (GdkFrameClock *clock, DemWindow *self)
{
  g_debug ("First complete frame");
  g_timeout_add_full (G_PRIORITY_LOW, 200, give_back_memory, NULL, NULL);
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
}

static void
show_dossier (DemWindow *self, DemDossier *dossier)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  const char *subtitle = dem_dossier_get_subtitle (dossier);

  if (subtitle == NULL)
    subtitle = dem_dossier_get_creator (dossier);
  adw_window_title_set_title (self->title, dem_dossier_get_title (dossier));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), dem_dossier_get_summary (dossier));
  gtk_window_set_title (GTK_WINDOW (self), dem_dossier_get_title (dossier));
  /* No transition: what was asked for is there at once. */
  gtk_stack_set_visible_child_full (self->pages, "dossier", GTK_STACK_TRANSITION_TYPE_NONE);
  tell_warnings (self, dossier);
  if (clock != NULL)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_first_frame), self, 0);
}

static void
on_reloaded (DemWatcher *watcher, DemDossier *dossier, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  dem_focus_swap (self->focus, dossier);
  show_dossier (self, dossier);
}

static void
on_reload_failed (DemWatcher *watcher, DemLoader *loader, DemWindow *self)
{
  GFile *file = dem_dossier_get_file (dem_focus_get_dossier (self->focus));
  g_autofree char *name = file != NULL ? dup_file_name (file) : g_strdup ("");
  g_autofree char *text = NULL;
  guint n;

  g_assert (DEM_IS_WINDOW (self));

  set_problems (self, loader != NULL ? dem_loader_get_problems (loader) : NULL, file);
  n = self->problems != NULL ? count_errors (self->problems) : 0;
  if (n > 0)
    text = g_strdup_printf (ngettext ("“%s” now has %u fault. What was read before stays open.",
                                      "“%s” now has %u faults. What was read before stays open.", n),
                            name, n);
  else
    text = g_strdup_printf (_ ("“%s” can no longer be read. What was read before stays open."), name);
  show_banner (self, GTK_MESSAGE_ERROR, text);
}

static void
watch (DemWindow *self, DemLoader *loader)
{
  if (self->watcher != NULL)
    g_signal_handlers_disconnect_by_data (self->watcher, self);
  g_clear_object (&self->watcher);
  self->watcher = dem_watcher_new (dem_loader_get_file (loader), dem_loader_get_etag (loader));
  g_signal_connect_object (self->watcher, "reloaded", G_CALLBACK (on_reloaded), self, 0);
  g_signal_connect_object (self->watcher, "failed", G_CALLBACK (on_reload_failed), self, 0);
}

/* The first fault in a sentence, with its place. */
static char *
describe_failure (GPtrArray *problems, const GError *error)
{
  const DemProblem *first = first_error (problems);

  if (first == NULL)
    return g_strdup (error->message);
  if (first->line == 0)
    return g_strdup (first->message);
  /* Translators: a fault in a file: where it is, then a sentence that says what it is. */
  return g_strdup_printf (_ ("Line %u, column %u: %s"), first->line, first->column, first->message);
}

static void
show_failure (DemWindow *self, DemLoader *loader, const GError *error)
{
  g_autofree char *name = dup_file_name (dem_loader_get_file (loader));
  g_autofree char *fault = describe_failure (dem_loader_get_problems (loader), error);
  g_autofree char *title = g_strdup_printf (_ ("“%s” does not open"), name);
  g_autofree char *text = NULL;

  set_problems (self, dem_loader_get_problems (loader), dem_loader_get_file (loader));
  if (dem_focus_get_dossier (self->focus) != NULL)
    {
      /* Translators: which file does not open, then why. */
      text = g_strdup_printf (_ ("“%s” does not open. %s"), name, fault);
      gtk_stack_set_visible_child_name (self->pages, "dossier");
      show_banner (self, GTK_MESSAGE_ERROR, text);
      return;
    }
  text = g_markup_escape_text (fault, -1);
  adw_status_page_set_title (self->broken_page, title);
  adw_status_page_set_description (self->broken_page, text);
  gtk_widget_set_visible (self->broken_button, self->problems != NULL);
  gtk_stack_set_visible_child_name (self->pages, "broken");
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer data)
{
  DemLoader *loader = DEM_LOADER (object);
  g_autoptr (DemWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load_finish (loader, result, &error);

  /* Another file was asked for in the meantime, or the window is gone. */
  if (self->loader != loader)
    return;
  dem_window_forget_opening (self);

  if (dossier != NULL)
    {
      dem_focus_open (self->focus, dossier);
      show_dossier (self, dossier);
      watch (self, loader);
      dem_recent_add (dem_loader_get_file (loader));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->pages, dem_focus_get_dossier (self->focus) != NULL ? "dossier" : "empty");
  else
    show_failure (self, loader, error);
  dem_window_update_actions (self);
}

static void
on_fraction (DemLoader *loader, GParamSpec *pspec, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  if (loader == self->loader)
    gtk_progress_bar_set_fraction (self->progress, dem_loader_get_fraction (loader));
}

static gboolean
on_slow (gpointer data)
{
  DemWindow *self = data;
  g_autofree char *name = dup_file_name (dem_loader_get_file (self->loader));
  g_autofree char *title = g_strdup_printf (_ ("Reading “%s”"), name);

  self->slow = 0;
  adw_status_page_set_title (self->loading_page, title);
  gtk_progress_bar_set_fraction (self->progress, dem_loader_get_fraction (self->loader));
  gtk_stack_set_visible_child_name (self->pages, "loading");
  return G_SOURCE_REMOVE;
}

void
dem_window_open (DemWindow *self, GFile *file)
{
  g_return_if_fail (DEM_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  dem_window_cancel_opening (self);
  dem_window_forget_opening (self);
  self->cancellable = g_cancellable_new ();
  self->loader = dem_loader_new (file);
  self->slow = g_timeout_add (SLOW_MS, on_slow, self);
  g_signal_connect_object (self->loader, "notify::fraction", G_CALLBACK (on_fraction), self, 0);
  dem_loader_load_async (self->loader, self->cancellable, on_loaded, g_object_ref (self));
  dem_window_update_actions (self);
}

void
dem_window_cancel_opening (DemWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
dem_window_forget_opening (DemWindow *self)
{
  g_clear_handle_id (&self->slow, g_source_remove);
  g_clear_object (&self->loader);
  g_clear_object (&self->cancellable);
}

void
dem_window_show_empty (DemWindow *self)
{
  g_return_if_fail (DEM_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->pages, "empty");
}

gboolean
dem_window_is_free (DemWindow *self)
{
  g_return_val_if_fail (DEM_IS_WINDOW (self), FALSE);

  return self->loader == NULL && dem_focus_get_dossier (self->focus) == NULL;
}
