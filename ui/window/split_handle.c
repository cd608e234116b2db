/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/split_handle.h"

#include <glib/gi18n-lib.h>

#define KEY_STEP 16.0

struct _DemSplitHandle
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DemSplitHandle, dem_split_handle, GTK_TYPE_WIDGET)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The handle moves along with what it drags, so the offset is always from where it is now. */
static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, DemSplitHandle *self)
{
  g_assert (DEM_IS_SPLIT_HANDLE (self));

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MOVED], 0, dx);
}

static gboolean
on_key_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int32 (args) * KEY_STEP);
  return TRUE;
}

static void
dem_split_handle_class_init (DemSplitHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[MOVED]
    = g_signal_new ("moved", DEM_TYPE_SPLIT_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_key_step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_key_step, "i", 1);
  gtk_widget_class_set_css_name (widget_class, "splithandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
dem_split_handle_init (DemSplitHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Width of the sidebar"), -1);

  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
