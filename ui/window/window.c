/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/window_private.h"

#include <glib/gi18n-lib.h>

#include "ui/window/settings.h"

G_DEFINE_FINAL_TYPE (DemWindow, dem_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_banner_response (GtkInfoBar *banner, int response, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  gtk_info_bar_set_revealed (banner, FALSE);
}

static void
on_notes_banner_response (GtkInfoBar *banner, int response, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  dem_window_close_notes_banner (self);
}

/* How strong the claims are follows from what is looked at and what the reader assumes. */
static void
evaluate (DemWindow *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  g_autoptr (GArray) assumptions = NULL;
  g_autoptr (GArray) starts = NULL;
  DemWhatIf what_if = { .scenario = dem_focus_get_scenario (self->focus) };

  if (dossier != NULL && self->notebook != NULL)
    {
      assumptions = dem_notebook_dup_assumptions (self->notebook, dossier);
      starts = dem_notebook_dup_starts (self->notebook, dossier);
      what_if.n_assumptions = assumptions->len;
      what_if.n_starts = starts->len;
      what_if.assumptions = (const DemAssumption *) (gpointer) assumptions->data;
      what_if.starts = (const DemAssumption *) (gpointer) starts->data;
    }
  dem_evaluator_set (self->evaluator, dossier, &what_if);
}

static void
on_notebook_changed (DemNotebook *notebook, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  evaluate (self);
  dem_window_update_actions (self);
}

/* A dossier that is read again keeps its notebook. */
static void
open_notebook (DemWindow *self, DemDossier *dossier)
{
  DemNotebook *notebook = dem_window_open_store (self, dossier);

  if (self->notebook == notebook)
    return;
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (self->notebook, on_notebook_changed, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, 0);
  dem_workspace_set_notebook (self->workspace, notebook);
}

/* A talk goes on with the same dossier read again, and ends with another. */
static void
follow_dossier (DemWindow *self, DemDossier *dossier)
{
  DemNotebook *notebook = self->notebook;

  open_notebook (self, dossier);
  if (self->notebook != notebook)
    self->last_stop = 0;
  if (self->presentation == NULL)
    return;
  if (dossier != NULL && self->notebook == notebook)
    dem_presentation_set_dossier (self->presentation, dossier);
  else
    dem_window_end_presentation (self);
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  if (what & DEM_FOCUS_DOSSIER)
    follow_dossier (self, dem_focus_get_dossier (focus));
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    evaluate (self);
  dem_window_update_actions (self);
}

static void
on_width_class (DemWorkspace *workspace, GParamSpec *pspec, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  dem_window_update_menus (self);
  dem_window_update_actions (self);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, DemWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  g_assert (DEM_IS_WINDOW (self));

  if (files == NULL)
    return FALSE;
  dem_window_open (self, files->data);
  return TRUE;
}

static void
accept_drops (DemWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
remember_arrangement (DemWindow *self)
{
  self->settings = dem_settings_new ();
  if (self->settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), DEM_DEFAULT_WIDTH, DEM_DEFAULT_HEIGHT);
      return;
    }
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sidebar-width", self->workspace, "sidebar-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "author", dem_workspace_get_notes_page (self->workspace), "author",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-height", self->workspace, "timeline-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-grouping", dem_workspace_get_timeline (self->workspace), "grouping",
                   G_SETTINGS_BIND_DEFAULT);
  /* A window that is open keeps its stage when another one changes. */
  g_settings_bind (self->settings, "stage", self->workspace, "chosen-stage",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}

static gboolean
dem_window_close_request (GtkWindow *window)
{
  if (!dem_window_may_close (DEM_WINDOW (window)))
    return TRUE;
  return GTK_WINDOW_CLASS (dem_window_parent_class)->close_request (window);
}

static void
dem_window_dispose (GObject *object)
{
  DemWindow *self = DEM_WINDOW (object);

  dem_window_cancel_opening (self);
  dem_window_forget_opening (self);
  dem_window_end_presentation (self);
  dem_window_close_store (self);
  g_clear_object (&self->watcher);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_WINDOW);
  g_clear_object (&self->focus);
  g_clear_object (&self->notebook);
  g_clear_object (&self->evaluator);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->problems_name, g_free);

  G_OBJECT_CLASS (dem_window_parent_class)->dispose (object);
}

static void
dem_window_class_init (DemWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dem_window_close_request;

  g_type_ensure (DEM_TYPE_WORKSPACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/window/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DemWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, note_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, notes_banner);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, notes_label);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, notes_retry);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, notes_elsewhere);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, broken_page);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, broken_button);
  gtk_widget_class_bind_template_child (widget_class, DemWindow, workspace);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_response);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_banner_response);
  gtk_widget_class_bind_template_callback (widget_class, on_width_class);
  dem_window_install_actions (widget_class);
}

static void
dem_window_init (DemWindow *self)
{
  self->focus = dem_focus_new ();
  self->evaluator = dem_evaluator_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  dem_workspace_set_focus (self->workspace, self->focus);
  dem_workspace_set_evaluator (self->workspace, self->evaluator);
  g_signal_connect_object (self->focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
  remember_arrangement (self);
  accept_drops (self);
  dem_window_add_page_keys (self);
  dem_window_prepare_search (self);
  dem_window_update_menus (self);
  dem_window_update_actions (self);
}

DemWindow *
dem_window_new (GtkApplication *application)
{
  return g_object_new (DEM_TYPE_WINDOW, "application", application, NULL);
}

DemFocus *
dem_window_get_focus (DemWindow *self)
{
  g_return_val_if_fail (DEM_IS_WINDOW (self), NULL);

  return self->focus;
}
