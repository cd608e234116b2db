/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/application.h"

#include <glib-unix.h>
#include <signal.h>

#include "app/application/command_line.h"
#include "app/notebook/notebook_store.h"
#include "ui/window/recent.h"
#include "ui/window/window.h"

/* How long the end waits for notes to be saved, and a session that ends, which itself waits for little longer. */
#define LONGEST_WAIT_MS 5000
#define LONGEST_SESSION_WAIT_MS 3000

struct _DemApplication
{
  AdwApplication parent_instance;

  guint signals[3]; /* sources: the system asks it to end */
};

G_DEFINE_FINAL_TYPE (DemApplication, dem_application, ADW_TYPE_APPLICATION)

static DemWindow *
add_window (GtkApplication *application)
{
  DemWindow *window = dem_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  dem_window_show_empty (add_window (application));
}

/* A window that has something to lose asks, and stays until it is answered. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (DEM_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

/* What is typed and not yet in a notebook. */
static void
keep_notes (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (DEM_IS_WINDOW (l->data))
      dem_window_keep_notes (l->data);
}

static gboolean
on_signal (gpointer application)
{
  keep_notes (application);
  g_application_quit (application);
  return G_SOURCE_CONTINUE;
}

static void
on_session_ends (GtkApplication *application)
{
  keep_notes (application);
  if (!dem_notebook_store_flush_all (LONGEST_SESSION_WAIT_MS))
    dem_notebook_store_rescue_all ();
}

/* Without a file the one that was open last comes back, in the first window only. */
static void
dem_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (GFile) last = NULL;
  DemWindow *window;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }
  window = add_window (GTK_APPLICATION (application));
  recent = dem_recent_list (1);
  if (recent->len == 0)
    {
      dem_window_show_empty (window);
      return;
    }
  last = g_file_new_for_uri (gtk_recent_info_get_uri (g_ptr_array_index (recent, 0)));
  dem_window_open (window, last);
}

/* A window that shows nothing yet is used before another one is made. */
static void
dem_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
      DemWindow *window = DEM_IS_WINDOW (active) && dem_window_is_free (DEM_WINDOW (active))
                            ? DEM_WINDOW (active)
                            : add_window (GTK_APPLICATION (application));

      dem_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static gboolean
dem_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  if (dem_command_line_run (arguments, status))
    return TRUE;
  return G_APPLICATION_CLASS (dem_application_parent_class)->local_command_line (application, arguments, status);
}

static void
listen_to_system (DemApplication *self)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->signals[i] = g_unix_signal_add (numbers[i], on_signal, self);
  g_signal_connect (self, "query-end", G_CALLBACK (on_session_ends), NULL);
}

/* However it ends, what was written is saved first; what cannot be is there again at the next start. */
static void
dem_application_shutdown (GApplication *application)
{
  DemApplication *self = DEM_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  if (!dem_notebook_store_flush_all (LONGEST_WAIT_MS))
    dem_notebook_store_rescue_all ();
  G_APPLICATION_CLASS (dem_application_parent_class)->shutdown (application);
}

static void
dem_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { .name = "new-window", .activate = on_new_window },
                                          { .name = "quit", .activate = on_quit } };

  G_APPLICATION_CLASS (dem_application_parent_class)->startup (application);

  listen_to_system (DEM_APPLICATION (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.new-window",
                                         (const char *[]){ "<Control>n", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
}

static void
dem_application_class_init (DemApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = dem_application_activate;
  application_class->open = dem_application_open;
  application_class->local_command_line = dem_application_local_command_line;
  application_class->startup = dem_application_startup;
  application_class->shutdown = dem_application_shutdown;
}

static void
dem_application_init (DemApplication *self)
{
}

DemApplication *
dem_application_new (void)
{
  return g_object_new (DEM_TYPE_APPLICATION, "application-id", "org.demarche.Demarche", "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/demarche/Demarche", "register-session",
                       TRUE, NULL);
}
