/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: opening, what does not open, reading again, chips and actions, and its narrow forms. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ui/problems/problems_window.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/chips.h"
#include "ui/window/window.h"
#include "ui/window/workspace.h"

typedef struct
{
  DemWindow *window;
  DemFocus *focus;
  char *folder;
  char *path;
} Fixture;

static GtkApplication *application;

typedef gboolean (*Condition) (Fixture *f);

static void
iterate (void)
{
  g_usleep (4000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Waits for something to become true; the test fails when it never does. */
static void
wait_for (Fixture *f, Condition condition)
{
  for (int i = 0; i < 1000 && !condition (f); i++)
    iterate ();
  g_assert_true (condition (f));
}

static void
settle (void)
{
  for (int i = 0; i < 30; i++)
    iterate ();
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_in (Fixture *f, GType type)
{
  GtkWidget *found = find_type (GTK_WIDGET (f->window), type);

  g_assert_nonnull (found);
  return found;
}

/* The pages of the window are the first GtkStack in it that has one called "broken". */
static const char *
get_page (Fixture *f)
{
  GtkWidget *child = find_in (f, DEM_TYPE_WORKSPACE);

  while (child != NULL && !(GTK_IS_STACK (child) && gtk_stack_get_child_by_name (GTK_STACK (child), "broken") != NULL))
    child = gtk_widget_get_parent (child);
  g_assert_nonnull (child);
  return gtk_stack_get_visible_child_name (GTK_STACK (child));
}

static gboolean
is_open (Fixture *f)
{
  return dem_focus_get_dossier (f->focus) != NULL;
}

static gboolean
is_broken (Fixture *f)
{
  return g_strcmp0 (get_page (f), "broken") == 0;
}

static gboolean
has_banner (Fixture *f)
{
  return gtk_info_bar_get_revealed (GTK_INFO_BAR (find_in (f, GTK_TYPE_INFO_BAR)));
}

static gboolean
has_no_banner (Fixture *f)
{
  return !has_banner (f);
}

static void
write_dossier (Fixture *f, const char *find, const char *replacement)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "small.dossier.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  if (find != NULL)
    g_assert_cmpuint (g_string_replace (changed, find, replacement, 0), >, 0);
  g_file_set_contents (f->path, changed->str, (gssize) changed->len, &error);
  g_assert_no_error (error);
}

static void
open_file (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);

  dem_window_open (f->window, file);
}

static void
set_up (Fixture *f, gconstpointer width)
{
  f->folder = g_dir_make_tmp ("demarche-window-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "test.dossier.json", NULL);
  write_dossier (f, NULL, NULL);
  f->window = dem_window_new (application);
  f->focus = dem_window_get_focus (f->window);
  gtk_window_set_default_size (GTK_WINDOW (f->window), width != NULL ? GPOINTER_TO_INT (width) : 1300, 800);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_remove (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
activate (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

static DemRef
find (Fixture *f, const char *id)
{
  DemRef ref = dem_dossier_find (dem_focus_get_dossier (f->focus), id);

  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

static guint
count_selected (Fixture *f)
{
  guint n;

  dem_focus_get_selection (f->focus, &n);
  return n;
}

static void
test_open (Fixture *f, gconstpointer data)
{
  g_assert_true (dem_window_is_free (f->window));
  open_file (f);
  g_assert_false (dem_window_is_free (f->window));
  wait_for (f, is_open);
  g_assert_cmpstr (get_page (f), ==, "dossier");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (f->window)), ==, "Two towns");
  g_assert_false (has_banner (f));
}

static void
test_example (Fixture *f, gconstpointer data)
{
  dem_window_show_empty (f->window);
  g_assert_cmpstr (get_page (f), ==, "empty");
  activate (f, "win.open-example");
  wait_for (f, is_open);
  g_assert_cmpstr (get_page (f), ==, "dossier");
  g_assert_cmpuint (dem_dossier_count (dem_focus_get_dossier (f->focus), DEM_KIND_ACTOR), >, 5);
}

/* Nothing is open: the first fault and its place are all there is. */
static void
test_broken (Fixture *f, gconstpointer data)
{
  GtkWidget *page;

  write_dossier (f, "\"stance\": 0.8", "\"stance\": 08");
  open_file (f);
  wait_for (f, is_broken);
  page = gtk_widget_get_ancestor (find_in (f, DEM_TYPE_WORKSPACE), GTK_TYPE_STACK);
  page = gtk_stack_get_child_by_name (GTK_STACK (page), "broken");
  g_assert_nonnull (strstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), "test.dossier.json"));
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "Line 18, column 75: "));
}

/* Something is open: it stays, and a banner says what did not open. */
static void
test_broken_leaves_open (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/missing.dossier.json");

  open_file (f);
  wait_for (f, is_open);
  dem_window_open (f->window, missing);
  wait_for (f, has_banner);
  g_assert_cmpstr (get_page (f), ==, "dossier");
  g_assert_cmpstr (dem_dossier_get_title (dem_focus_get_dossier (f->focus)), ==, "Two towns");
}

static gboolean
is_free (Fixture *f)
{
  return dem_window_is_free (f->window);
}

/* Large enough that it is not read before it is called off. */
static void
write_large_dossier (const char *path)
{
  g_autoptr (GString) text = g_string_new (
    "{ \"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:demarche:large\", \"title\": \"Large\","
    " \"events\": [ { \"id\": \"first\", \"title\": \"First\" }");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, ", { \"id\": \"e%d\", \"title\": \"Event %d\", \"when\": \"2001-02-03\" }", i, i);
  g_string_append (text, " ] }");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

static void
test_drop (Fixture *f, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->window));
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  wait_for (f, is_open);
}

/* What takes long says so, and can be called off. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "slow.dossier.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  write_large_dossier (path);
  dem_window_show_empty (f->window);
  dem_window_open (f->window, file);
  g_assert_false (dem_window_is_free (f->window));
  activate (f, "win.cancel-opening");
  wait_for (f, is_free);
  g_assert_cmpstr (get_page (f), ==, "empty");
  g_remove (path);
}

static GtkWidget *
find_problems_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (DEM_IS_PROBLEMS_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_warnings (Fixture *f, gconstpointer data)
{
  const DemRef *selection;
  GtkWidget *window;
  guint n;

  write_dossier (f, "\"stance\": 0.8", "\"stance\": 8");
  open_file (f);
  wait_for (f, is_open);
  g_assert_true (has_banner (f));
  g_assert_cmpstr (get_page (f), ==, "dossier");

  activate (f, "win.show-problems");
  settle ();
  window = find_problems_window ();
  g_assert_nonnull (window);

  /* A problem leads to what it is about, and one about nothing that is there leads nowhere. */
  g_signal_emit_by_name (window, "item-activated", "aid");
  selection = dem_focus_get_selection (dem_window_get_focus (f->window), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (selection[0].kind, ==, DEM_KIND_RELATION);
  g_signal_emit_by_name (window, "item-activated", "nothing.of.the.kind");
  dem_focus_get_selection (dem_window_get_focus (f->window), &n);
  g_assert_cmpuint (n, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_renamed (Fixture *f)
{
  return g_strcmp0 (gtk_window_get_title (GTK_WINDOW (f->window)), "Three towns") == 0;
}

static void
test_reload (Fixture *f, gconstpointer data)
{
  open_file (f);
  wait_for (f, is_open);
  dem_focus_select (f->focus, find (f, "b"));
  write_dossier (f, "Two towns", "Three towns");
  wait_for (f, is_renamed);
  g_assert_cmpuint (count_selected (f), ==, 1);
  g_assert_true (dem_focus_is_selected (f->focus, find (f, "b")));

  /* Broken now: what was read stays, until it is mended. */
  write_dossier (f, "\"stance\": 0.8", "\"stance\": 08");
  wait_for (f, has_banner);
  g_assert_true (is_renamed (f));
  g_assert_true (dem_focus_is_selected (f->focus, find (f, "b")));
  write_dossier (f, NULL, NULL);
  wait_for (f, has_no_banner);
  g_assert_false (is_renamed (f));
}

static void
test_actions (Fixture *f, gconstpointer data)
{
  open_file (f);
  wait_for (f, is_open);
  dem_focus_select (f->focus, find (f, "a"));
  dem_focus_select (f->focus, find (f, "b"));
  activate (f, "win.back");
  g_assert_true (dem_focus_is_selected (f->focus, find (f, "a")));
  activate (f, "win.forward");
  g_assert_true (dem_focus_is_selected (f->focus, find (f, "b")));
  activate (f, "win.clear-last");
  g_assert_cmpuint (count_selected (f), ==, 0);
}

/* Where no window manager draws a border, the window draws one and loses a few pixels to it. */
static void
assert_width (DemWorkspace *workspace, int width)
{
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (workspace)), <=, width);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (workspace)), >=, width - 12);
}

/* The narrow forms come and go with the width, and the selection stays. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  DemWorkspace *workspace;
  GtkWidget *bar;

  open_file (f);
  wait_for (f, is_open);
  settle ();
  workspace = DEM_WORKSPACE (find_in (f, DEM_TYPE_WORKSPACE));
  bar = find_in (f, ADW_TYPE_VIEW_SWITCHER_BAR);
  g_assert_cmpint (dem_workspace_get_width_class (workspace), ==, DEM_WIDTH_NARROW);
  g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  assert_width (workspace, 720);
  dem_focus_select (f->focus, find (f, "a"));
  settle ();

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 800);
  settle ();
  g_assert_cmpint (dem_workspace_get_width_class (workspace), ==, DEM_WIDTH_WIDE);
  g_assert_false (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  g_assert_true (dem_workspace_get_sidebar_shown (workspace));
  g_assert_cmpuint (count_selected (f), ==, 1);

  /* In steps, as a hand does it: the header of a wide window is wider than this. */
  gtk_window_set_default_size (GTK_WINDOW (f->window), 600, 800);
  settle ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 800);
  settle ();
  g_assert_cmpint (dem_workspace_get_width_class (workspace), ==, DEM_WIDTH_TINY);
  assert_width (workspace, 400);
}

/* A button by its action, or an entry of a menu by its text. */
static gboolean
is_called (GtkWidget *widget, const char *name)
{
  g_autofree char *text = NULL;

  if (GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), name) == 0)
    return TRUE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    g_object_get (widget, "text", &text, NULL);
  return g_strcmp0 (text, name) == 0;
}

static void
count_called (GtkWidget *widget, const char *name, guint *n, guint *n_sensitive)
{
  if (is_called (widget, name))
    {
      *n += 1;
      *n_sensitive += gtk_widget_is_sensitive (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_called (child, name, n, n_sensitive);
}

static void
assert_can_be_pressed (Fixture *f, const char *name)
{
  guint n = 0, n_sensitive = 0;

  count_called (GTK_WIDGET (f->window), name, &n, &n_sensitive);
  g_test_message ("%s: %u of %u", name, n_sensitive, n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n_sensitive, ==, n);
}

/* What the pages offer can be pressed wherever they have moved to. */
static void
test_actions_move_along (Fixture *f, gconstpointer data)
{
  static const int widths[] = { 720, 1300, 600, 1300 };

  open_file (f);
  wait_for (f, is_open);
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (f->window), widths[i], 800);
      settle ();
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-page", "s", "argument");
      settle ();
      assert_can_be_pressed (f, "What Strength Is, and Is Not");
      assert_can_be_pressed (f, "Everybody");
      assert_can_be_pressed (f, "timeline.fit");
      assert_can_be_pressed (f, "timeline.zoom-in");
    }
}

static void
remove_folder (const char *path)
{
  g_autofree char *recent = g_build_filename (path, "recently-used.xbel", NULL);

  g_remove (recent);
  g_rmdir (path);
}

static AdwViewStack *
find_pages (GtkWidget *widget)
{
  if (ADW_IS_VIEW_STACK (widget) && adw_view_stack_get_child_by_name (ADW_VIEW_STACK (widget), "details") != NULL)
    return ADW_VIEW_STACK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwViewStack *found = find_pages (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_page (Fixture *f, const char *name, gboolean news)
{
  AdwViewStack *pages = find_pages (GTK_WIDGET (f->window));
  AdwViewStackPage *details = adw_view_stack_get_page (pages, adw_view_stack_get_child_by_name (pages, "details"));

  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, name);
  g_assert_cmpint (adw_view_stack_page_get_needs_attention (details), ==, news);
}

/* Selecting opens Details, but whoever walks through the outline keeps it. */
static void
test_pages (Fixture *f, gconstpointer data)
{
  open_file (f);
  wait_for (f, is_open);
  settle ();
  assert_page (f, "argument", FALSE);
  dem_focus_select (f->focus, find (f, "a"));
  assert_page (f, "details", FALSE);

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-page", "s", "argument");
  settle ();
  assert_page (f, "argument", FALSE);
  dem_focus_select (f->focus, find (f, "cheap"));
  assert_page (f, "argument", TRUE);
  dem_focus_select (f->focus, find (f, "paper/1"));
  assert_page (f, "details", FALSE);

  activate (f, "win.next-view");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-page", "s", "argument");
  gtk_widget_grab_focus (find_in (f, DEM_TYPE_TIMELINE_VIEW));
  dem_focus_select (f->focus, find (f, "grudge"));
  assert_page (f, "details", FALSE);
}

static int
get_timeline_height (Fixture *f)
{
  return gtk_widget_get_height (find_in (f, DEM_TYPE_TIMELINE_VIEW));
}

/* The timeline keeps its height while the window changes its own, and gives way only where the map gets too little. */
static void
test_heights (Fixture *f, gconstpointer data)
{
  DemWorkspace *workspace = DEM_WORKSPACE (find_in (f, DEM_TYPE_WORKSPACE));

  g_object_set (workspace, "timeline-height", 300, NULL);
  open_file (f);
  wait_for (f, is_open);
  settle ();
  g_assert_cmpint (ABS (get_timeline_height (f) - 300), <=, 8);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 700);
  settle ();
  g_assert_cmpint (ABS (get_timeline_height (f) - 300), <=, 8);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 450);
  settle ();
  g_assert_cmpint (get_timeline_height (f), <, 260);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1300, 850);
  settle ();
  g_assert_cmpint (ABS (get_timeline_height (f) - 300), <=, 8);
}

/* Where nobody has a place there is no map: the network opens, and other dossiers keep the map. */
static void
test_no_places (Fixture *f, gconstpointer data)
{
  GtkWidget *workspace = find_in (f, DEM_TYPE_WORKSPACE);

  open_file (f);
  wait_for (f, is_open);
  g_assert_cmpstr (dem_workspace_get_stage (DEM_WORKSPACE (workspace)), ==, "map");
  dem_focus_open (f->focus, NULL);
  write_dossier (f, "\"place\":", "\"x-place\":");
  open_file (f);
  wait_for (f, is_open);
  g_assert_cmpstr (dem_workspace_get_stage (DEM_WORKSPACE (workspace)), ==, "network");
}

/* What the reader has chosen is there in the next window; what a dossier brought about is not. */
static void
test_remembers_stage (Fixture *f, gconstpointer data)
{
  DemWorkspace *workspace = DEM_WORKSPACE (find_in (f, DEM_TYPE_WORKSPACE));
  g_autoptr (GSettings) settings = g_settings_new ("org.demarche.Demarche");
  DemWindow *other;

  write_dossier (f, "\"place\":", "\"x-place\":");
  open_file (f);
  wait_for (f, is_open);
  g_assert_cmpstr (dem_workspace_get_stage (workspace), ==, "network");
  g_assert_null (g_settings_get_user_value (settings, "stage"));
  dem_workspace_set_stage (workspace, "argument");
  g_assert_cmpstr (g_settings_get_string (settings, "stage"), ==, "argument");
  other = dem_window_new (application);
  workspace = DEM_WORKSPACE (find_type (GTK_WIDGET (other), DEM_TYPE_WORKSPACE));
  g_assert_cmpstr (dem_workspace_get_stage (workspace), ==, "argument");
  gtk_window_destroy (GTK_WINDOW (other));
  g_settings_reset (settings, "stage");
  g_assert_cmpstr (dem_workspace_get_stage (DEM_WORKSPACE (find_in (f, DEM_TYPE_WORKSPACE))), ==, "argument");
}

#define ADD(name, width, func)                                                                                          \
  g_test_add ("/window/" name, Fixture, GINT_TO_POINTER (width), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *data_home = g_dir_make_tmp ("demarche-window-XXXXXX", NULL);
  int status;

  /* The files that were open lately are remembered here, not where the user's are. */
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  application = GTK_APPLICATION (adw_application_new ("org.demarche.Test", G_APPLICATION_NON_UNIQUE));
  g_object_set (application, "resource-base-path", "/org/demarche/Demarche", NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  ADD ("open", 0, test_open);
  ADD ("example", 0, test_example);
  ADD ("broken", 0, test_broken);
  ADD ("broken-leaves-open", 0, test_broken_leaves_open);
  ADD ("drop", 0, test_drop);
  ADD ("cancel", 0, test_cancel);
  ADD ("warnings", 0, test_warnings);
  ADD ("reload", 0, test_reload);
  ADD ("actions", 0, test_actions);
  ADD ("pages", 0, test_pages);
  ADD ("heights", 0, test_heights);
  ADD ("remembers-stage", 0, test_remembers_stage);
  ADD ("no-places", 0, test_no_places);
  ADD ("narrow", 720, test_narrow);
  ADD ("actions-move-along", 1300, test_actions_move_along);
  status = g_test_run ();
  g_object_unref (application);
  remove_folder (data_home);
  return status;
}
