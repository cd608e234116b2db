/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/screens.h"

#include <glib/gi18n-lib.h>

static gboolean
is_built_in (GdkMonitor *monitor)
{
  static const char *const prefixes[] = { "eDP", "LVDS", "DSI" };
  const char *connector = gdk_monitor_get_connector (monitor);

  for (guint i = 0; connector != NULL && i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (connector, prefixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
shows_the_same (GdkMonitor *a, GdkMonitor *b)
{
  GdkRectangle first, second;

  gdk_monitor_get_geometry (a, &first);
  gdk_monitor_get_geometry (b, &second);
  return first.x == second.x && first.y == second.y;
}

/* The screens that show a picture of their own. */
static GPtrArray *
list_screens (GdkDisplay *display)
{
  GListModel *monitors = gdk_display_get_monitors (display);
  GPtrArray *screens = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      gboolean is_copy = FALSE;

      for (guint j = 0; j < screens->len; j++)
        is_copy = is_copy || shows_the_same (monitor, g_ptr_array_index (screens, j));
      if (!is_copy)
        g_ptr_array_add (screens, g_steal_pointer (&monitor));
    }
  return screens;
}

static guint
find_speaker (GPtrArray *screens, GdkDisplay *display, GtkWidget *near)
{
  GtkNative *native = near != NULL ? gtk_widget_get_native (near) : NULL;
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *under = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < screens->len; i++)
    if (is_built_in (g_ptr_array_index (screens, i)))
      return i;
  for (guint i = 0; under != NULL && i < screens->len; i++)
    if (g_ptr_array_index (screens, i) == under)
      return i;
  return 0;
}

void
dem_screens_choose (
    GdkDisplay *display, GtkWidget *near, gboolean swapped, GdkMonitor **speaker, GdkMonitor **audience)
{
  g_autoptr (GPtrArray) screens = list_screens (display);
  guint mine = find_speaker (screens, display, near), theirs = mine == 0 ? 1 : 0;

  *speaker = *audience = NULL;
  if (screens->len == 1)
    *audience = g_object_ref (g_ptr_array_index (screens, 0));
  if (screens->len < 2)
    return;
  *speaker = g_object_ref (g_ptr_array_index (screens, swapped ? theirs : mine));
  *audience = g_object_ref (g_ptr_array_index (screens, swapped ? mine : theirs));
}

char *
dem_screens_describe (GdkMonitor *audience)
{
  const char *name = gdk_monitor_get_connector (audience);
  int scale = gdk_monitor_get_scale_factor (audience);
  GdkRectangle size;

  gdk_monitor_get_geometry (audience, &size);
  if (name == NULL)
    name = gdk_monitor_get_model (audience);
  /* Translators: the name of a screen, its width and height in pixels. */
  return g_strdup_printf (_ ("Audience on %s, %d × %d"), name != NULL ? name : _ ("another screen"), size.width * scale,
                          size.height * scale);
}
