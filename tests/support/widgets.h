/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tests/support/settle.h"
#include "ui/common/citations.h"

/* Finding one's way in a tree of widgets, as somebody does who looks at the screen: hidden ones are not found. */

typedef gboolean (*WidgetTest) (GtkWidget *widget, gconstpointer data);

static inline GtkWidget *
find_widget (GtkWidget *root, WidgetTest test, gconstpointer data)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (test (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, test, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline guint
count_widgets (GtkWidget *root, WidgetTest test, gconstpointer data)
{
  guint n = test (root, data) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, test, data);
  return n;
}

static inline gboolean
has_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static inline gboolean
is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Whether a text stands anywhere. */
static inline gboolean
shows (GtkWidget *root, const char *text)
{
  return find_widget (root, is_text, text) != NULL;
}

static inline gboolean
is_link (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LINK
         && shows (gtk_button_get_child (GTK_BUTTON (widget)), text);
}

static inline GtkWidget *
find_link (GtkWidget *root, const char *text)
{
  GtkWidget *link = find_widget (root, is_link, text);

  g_assert_nonnull (link);
  return link;
}

static inline gboolean
is_button (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

/* Lets time pass: frames are drawn, what was put off happens. */
static inline void
settle (void)
{
  settle_for (120 * 1000);
}

/* Clicks a button, which when activated would wait for a moment to show itself pressed. */
static inline void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* A window of the sidebar's width around a widget. */
static inline GtkWindow *
show_in_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  gtk_window_set_default_size (window, 420, 800);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (window);
  settle ();
  return window;
}
