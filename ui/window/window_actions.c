/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/window_private.h"

#include <glib/gi18n-lib.h>

#include "ui/problems/problems_window.h"
#include "ui/search/search_popover.h"
#include "ui/window/examples.h"
#include "ui/window/recent.h"

#define MOST_RECENT 6

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_focus_go_back (DEM_WINDOW (widget)->focus);
}

static void
on_forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_focus_go_forward (DEM_WINDOW (widget)->focus);
}

static void
on_clear_last (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_focus_clear_last (DEM_WINDOW (widget)->focus);
}

static void
on_save_notes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_save_notes (DEM_WINDOW (widget));
}

static void
on_save_notes_elsewhere (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_save_notes_elsewhere (DEM_WINDOW (widget));
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, DemWindow *self)
{
  g_autoptr (GFile) file = NULL;

  g_assert (DEM_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    dem_window_open (self, file);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (_ ("Open a Dossier"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Dossiers"), "*.dossier.json");
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("JSON files"), "*.json");
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("All files"), "*");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_open_uri (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dem_window_open (DEM_WINDOW (widget), file);
}

static void
on_open_example (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) examples = dem_examples_list ();

  if (examples->len > 0)
    dem_window_open (DEM_WINDOW (widget), g_ptr_array_index (examples, 0));
}

static void
on_cancel_opening (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_cancel_opening (DEM_WINDOW (widget));
}

/* A problem leads to the item it is about, if that exists in what is open. */
static void
on_problem_item (GtkWidget *problems, const char *id, DemWindow *self)
{
  DemDossier *dossier;
  DemRef ref;

  g_assert (DEM_IS_WINDOW (self));

  dossier = dem_focus_get_dossier (self->focus);
  ref = dossier != NULL ? dem_dossier_find (dossier, id) : DEM_REF_NONE;
  if (dem_ref_is_none (ref))
    return;
  dem_focus_select (self->focus, ref);
  gtk_window_present (GTK_WINDOW (self));
}

static void
on_show_problems (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemWindow *self = DEM_WINDOW (widget);
  GtkWidget *window = dem_problems_window_new (self->problems, self->problems_name);

  g_signal_connect_object (window, "item-activated", G_CALLBACK (on_problem_item), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (DEM_WINDOW (widget)->search_button);
}

/* The box is made when it is first wanted. */
static void
create_search (GtkMenuButton *button, gpointer data)
{
  DemWindow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, dem_search_popover_new (self->focus));
}

void
dem_window_prepare_search (DemWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->search_button, create_search, self, NULL);
}

static void
on_step_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_workspace_step_view (DEM_WINDOW (widget)->workspace, g_str_equal (name, "win.next-view") ? 1 : -1);
}

static void
on_show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_workspace_show_page (DEM_WINDOW (widget)->workspace, g_variant_get_string (parameter, NULL));
}

static void
on_new_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_workspace_add_note (DEM_WINDOW (widget)->workspace, NULL);
}

/* On what the keys name; those that name nothing are left out. */
static void
on_add_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      DemNoteTarget *target = dem_note_target_new_for_key (keys[i]);

      if (target != NULL)
        g_ptr_array_add (targets, target);
    }
  if (targets->len > 0)
    dem_workspace_add_note (DEM_WINDOW (widget)->workspace, targets);
}

static void
on_show_notes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new_for_key (g_variant_get_string (parameter, NULL));

  if (target != NULL)
    dem_workspace_show_notes (DEM_WINDOW (widget)->workspace, target);
}

static void
on_show_stage (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_workspace_set_stage (DEM_WINDOW (widget)->workspace, g_variant_get_string (parameter, NULL));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_undo_undo (dem_notebook_get_undo (DEM_WINDOW (widget)->notebook));
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_undo_redo (dem_notebook_get_undo (DEM_WINDOW (widget)->notebook));
}

static void
on_present (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_present_from (DEM_WINDOW (widget), 0);
}

static void
on_present_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_present_from (DEM_WINDOW (widget), DEM_WINDOW (widget)->last_stop);
}

static void
on_add_stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_add_stop (DEM_WINDOW (widget));
}

static void
on_show_stops (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_window_show_stops (DEM_WINDOW (widget), NULL);
}

static void
on_toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemWorkspace *workspace = DEM_WINDOW (widget)->workspace;

  dem_workspace_set_sidebar_shown (workspace, !dem_workspace_get_sidebar_shown (workspace));
}

static void
on_toggle_fullscreen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
on_show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/demarche/Demarche/ui/window/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
on_about (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget), "application-name", "Demarche", "application-icon",
                         "org.demarche.Demarche", "version", DEM_VERSION, "developer-name",
                         _ ("The Demarche developers"), "comments",
                         _ ("Understand, question and present a policy argument. Borders: Natural Earth; no position "
                            "implied."),
                         "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static gboolean
is_digit_key (GdkDisplay *display, guint keycode, guint digit)
{
  g_autofree guint *keyvals = NULL;
  int n;

  if (!gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (keyvals[i] == GDK_KEY_0 + digit)
      return TRUE;
  return FALSE;
}

/* Shift makes another character of a digit, a different one in each layout; so it is the key that counts. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, DemWindow *self)
{
  static const char *const names[][4]
      = { { "map", "network", "argument", "table" }, { "argument", "details", NULL, "notes" } };
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  g_assert (DEM_IS_WINDOW (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != GDK_CONTROL_MASK)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names[shift]); i++)
    if (names[shift][i] != NULL && is_digit_key (gtk_widget_get_display (GTK_WIDGET (self)), keycode, i + 1))
      return gtk_widget_activate_action (GTK_WIDGET (self), shift ? "win.show-page" : "win.show-stage", "s",
                                         names[shift][i]);
  return FALSE;
}

void
dem_window_add_page_keys (DemWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
dem_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.back", NULL, on_back);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_install_action (klass, "win.forward", NULL, on_forward);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_ALT_MASK, "win.forward", NULL);
  gtk_widget_class_install_action (klass, "win.clear-last", NULL, on_clear_last);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.clear-last", NULL);

  gtk_widget_class_install_action (klass, "win.open", NULL, on_open);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_install_action (klass, "win.open-uri", "s", on_open_uri);
  gtk_widget_class_install_action (klass, "win.open-example", NULL, on_open_example);
  gtk_widget_class_install_action (klass, "win.cancel-opening", NULL, on_cancel_opening);
  gtk_widget_class_install_action (klass, "win.show-problems", NULL, on_show_problems);
  gtk_widget_class_install_action (klass, "win.save-notes", NULL, on_save_notes);
  gtk_widget_class_install_action (klass, "win.save-notes-elsewhere", NULL, on_save_notes_elsewhere);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);

  /* F6 and Shift+F6 are in the template, for they must come before a pane's own. */
  gtk_widget_class_install_action (klass, "win.next-view", NULL, on_step_view);
  gtk_widget_class_install_action (klass, "win.previous-view", NULL, on_step_view);
  gtk_widget_class_install_action (klass, "win.show-page", "s", on_show_page);
  gtk_widget_class_install_action (klass, "win.show-stage", "s", on_show_stage);
  gtk_widget_class_install_action (klass, "win.search", NULL, on_search);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_install_action (klass, "win.undo", NULL, on_undo);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_install_action (klass, "win.redo", NULL, on_redo);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  /* Ctrl+1 to 4, Ctrl+Shift+1, 2 and 4: see on_key_pressed(). */
  gtk_widget_class_install_action (klass, "win.new-note", NULL, on_new_note);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK, "win.new-note", NULL);
  gtk_widget_class_install_action (klass, "win.add-note", "as", on_add_note);
  gtk_widget_class_install_action (klass, "win.show-notes", "s", on_show_notes);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-page", "s", "notes");
  gtk_widget_class_install_action (klass, "win.present", NULL, on_present);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, 0, "win.present", NULL);
  gtk_widget_class_install_action (klass, "win.add-stop", NULL, on_add_stop);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "win.add-stop", NULL);
  gtk_widget_class_install_action (klass, "win.show-stops", NULL, on_show_stops);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-stops", NULL);
  gtk_widget_class_install_action (klass, "win.present-here", NULL, on_present_here);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F5, GDK_SHIFT_MASK, "win.present-here", NULL);
  gtk_widget_class_install_action (klass, "win.toggle-sidebar", NULL, on_toggle_sidebar);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "win.toggle-sidebar", NULL);
  gtk_widget_class_install_action (klass, "win.toggle-fullscreen", NULL, on_toggle_fullscreen);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F11, 0, "win.toggle-fullscreen", NULL);

  gtk_widget_class_install_action (klass, "win.show-shortcuts", NULL, on_show_shortcuts);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F1, 0, "win.show-shortcuts", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_question, GDK_CONTROL_MASK, "win.show-shortcuts", NULL);
  gtk_widget_class_install_action (klass, "win.about", NULL, on_about);
}

/* What can be done follows from what there is, here and nowhere else. */
void
dem_window_update_actions (DemWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = dem_focus_get_dossier (self->focus) != NULL;
  gboolean narrow = dem_workspace_get_width_class (self->workspace) <= DEM_WIDTH_NARROW;
  DemUndo *undo = self->notebook != NULL ? dem_notebook_get_undo (self->notebook) : NULL;

  gtk_widget_action_set_enabled (widget, "win.back", dem_focus_can_go_back (self->focus));
  gtk_widget_action_set_enabled (widget, "win.forward", dem_focus_can_go_forward (self->focus));
  gtk_widget_action_set_enabled (widget, "win.clear-last", dem_focus_can_clear_last (self->focus));
  gtk_widget_action_set_enabled (widget, "win.cancel-opening", self->loader != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-problems", self->problems != NULL);
  gtk_widget_action_set_enabled (widget, "win.next-view", open);
  gtk_widget_action_set_enabled (widget, "win.previous-view", open);
  gtk_widget_action_set_enabled (widget, "win.show-page", open);
  gtk_widget_action_set_enabled (widget, "win.show-stage", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), open);
  gtk_widget_action_set_enabled (widget, "win.new-note", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.add-note", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-notes", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.present", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.present-here", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.add-stop", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-stops", open && self->notebook != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL && dem_undo_can_undo (undo));
  gtk_widget_action_set_enabled (widget, "win.redo", undo != NULL && dem_undo_can_redo (undo));
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", open && !narrow);
}

static void
append_uri (GMenu *menu, const char *label, const char *uri)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-uri", "s", uri);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, const char *title, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

/* An underscore in a name is not a mnemonic. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenu *
create_recent_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) recent = dem_recent_list (MOST_RECENT);

  for (guint i = 0; i < recent->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (recent, i);
      g_autofree char *label = escape_label (gtk_recent_info_get_display_name (info));

      append_uri (menu, label, gtk_recent_info_get_uri (info));
    }
  return menu;
}

static GMenu *
create_examples_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) examples = dem_examples_list ();

  for (guint i = 0; i < examples->len; i++)
    {
      g_autofree char *title = dem_example_dup_title (g_ptr_array_index (examples, i));
      g_autofree char *label = escape_label (title);
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (examples, i));

      append_uri (menu, label, uri);
    }
  return menu;
}

/* The menu is made when it is asked for: reading what it lists takes a moment. */
static GMenu *
create_open_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) verbs = g_menu_new ();
  g_autoptr (GMenu) recent = create_recent_menu ();
  g_autoptr (GMenu) examples = create_examples_menu ();

  g_menu_append (verbs, _ ("_Open…"), "win.open");
  append_section (menu, NULL, verbs);
  append_section (menu, _ ("Recent"), recent);
  append_section (menu, _ ("Examples"), examples);
  return menu;
}

static void
fill_open_button (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = create_open_menu ();

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Each names what it would take back or do again. */
static GMenu *
create_edit_menu (DemWindow *self)
{
  GMenu *menu = g_menu_new ();
  DemUndo *undo = self->notebook != NULL ? dem_notebook_get_undo (self->notebook) : NULL;

  if (undo != NULL && dem_undo_can_undo (undo))
    g_menu_append (menu, dem_undo_get_undo_label (undo), "win.undo");
  if (undo != NULL && dem_undo_can_redo (undo))
    g_menu_append (menu, dem_undo_get_redo_label (undo), "win.redo");
  return menu;
}

static void
fill_menu_button (GtkMenuButton *button, gpointer data)
{
  DemWindow *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) edit = create_edit_menu (self);
  g_autoptr (GMenu) briefing = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) help = g_menu_new ();
  DemWidthClass width_class = dem_workspace_get_width_class (self->workspace);

  if (width_class <= DEM_WIDTH_NARROW)
    {
      g_autoptr (GMenu) open = create_open_menu ();

      g_menu_append_submenu (files, _ ("_Open"), G_MENU_MODEL (open));
    }
  if (width_class <= DEM_WIDTH_NARROW)
    g_menu_append (files, _ ("New N_ote"), "win.new-note");
  g_menu_append (files, _ ("_New Window"), "app.new-window");
  g_menu_append (briefing, _ ("_Present"), "win.present");
  g_menu_append (briefing, _ ("_Add Stop"), "win.add-stop");
  g_menu_append (briefing, _ ("_Stops…"), "win.show-stops");
  if (width_class > DEM_WIDTH_NARROW)
    g_menu_append (view, _ ("_Sidebar"), "win.toggle-sidebar");
  g_menu_append (view, _ ("_Full Screen"), "win.toggle-fullscreen");
  g_menu_append (view, _ ("_Problems in the File"), "win.show-problems");
  g_menu_append (help, _ ("_Keyboard Shortcuts"), "win.show-shortcuts");
  g_menu_append (help, _ ("_About Demarche"), "win.about");
  append_section (menu, NULL, files);
  append_section (menu, NULL, edit);
  append_section (menu, NULL, briefing);
  append_section (menu, NULL, view);
  append_section (menu, NULL, help);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
dem_window_update_menus (DemWindow *self)
{
  DemWidthClass width_class = dem_workspace_get_width_class (self->workspace);

  gtk_widget_set_visible (GTK_WIDGET (self->open_button), width_class > DEM_WIDTH_NARROW);
  gtk_widget_set_visible (self->note_button, width_class > DEM_WIDTH_NARROW);
  gtk_widget_set_visible (self->present_button, width_class == DEM_WIDTH_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), width_class == DEM_WIDTH_MEDIUM);
  gtk_menu_button_set_create_popup_func (self->open_button, fill_open_button, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu_button, self, NULL);
}
