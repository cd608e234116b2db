/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/say.h"

#include <dlfcn.h>

#define PRIORITY_MEDIUM 1

/* In milliseconds: a menu in which something was chosen closes first, and the keyboard comes back from it. */
#define PAUSE 200

/* gtk_accessible_announce(), which the headers of GTK 4.8 do not have yet. The context that tests choose has
 * no part for it: up to GTK 4.18 at least, the call jumps to nowhere there.
 */
typedef void (*Announce) (GtkAccessible *accessible, const char *message, int priority);

static Announce
find_announce (void)
{
  static gsize looked_up;
  static Announce announce;

  if (g_once_init_enter (&looked_up))
    {
      void *program = dlopen (NULL, RTLD_LAZY);

      if (program != NULL && g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
        *(void **) &announce = dlsym (program, "gtk_accessible_announce");
      g_once_init_leave (&looked_up, 1);
    }
  return announce;
}

/* The keyboard has gone elsewhere. */
static void
on_focus_moved (GtkWidget *described, GParamSpec *pspec, GtkRoot *root)
{
  if (gtk_root_get_focus (root) == described)
    return;
  g_signal_handlers_disconnect_by_func (root, on_focus_moved, described);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (described), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
describe (GtkWidget *widget, GtkRoot *root, const char *message)
{
  g_signal_handlers_disconnect_by_func (root, on_focus_moved, widget);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), widget, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

typedef struct
{
  GtkWidget *widget; /* NULL once it has gone */
  char *message;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_clear_weak_pointer (&saying->widget);
  g_free (saying->message);
  g_free (saying);
}

static gboolean
on_due (gpointer data)
{
  Saying *saying = data;
  GtkRoot *root = saying->widget != NULL ? gtk_widget_get_root (saying->widget) : NULL;
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  Announce announce = find_announce ();

  if (focused == NULL)
    return G_SOURCE_REMOVE;
  if (announce != NULL)
    announce (GTK_ACCESSIBLE (focused), saying->message, PRIORITY_MEDIUM);
  else
    describe (focused, root, saying->message);
  return G_SOURCE_REMOVE;
}

void
dem_say (GtkWidget *widget, const char *message)
{
  Saying *saying;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  saying = g_new0 (Saying, 1);
  g_set_weak_pointer (&saying->widget, widget);
  saying->message = g_strdup (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PAUSE, on_due, saying, saying_free);
}
