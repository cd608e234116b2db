/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/application.h"

#include "app/application/command_line.h"
#include "ui/window/recent.h"
#include "ui/window/window.h"

struct _DemApplication
{
  AdwApplication parent_instance;
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

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (windows->data);
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
dem_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { .name = "new-window", .activate = on_new_window },
                                          { .name = "quit", .activate = on_quit } };

  G_APPLICATION_CLASS (dem_application_parent_class)->startup (application);

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
}

static void
dem_application_init (DemApplication *self)
{
}

DemApplication *
dem_application_new (void)
{
  return g_object_new (DEM_TYPE_APPLICATION, "application-id", "org.demarche.Demarche", "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/demarche/Demarche", NULL);
}
