/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/item_menu.h"

/* The popover of a widget, while it is open, and what makes its menu. */
#define POPOVER "dem-item-menu"
#define CREATE "dem-item-menu-create"

static void
drop_popover (GtkWidget *widget)
{
  GtkWidget *popover = g_object_steal_data (G_OBJECT (widget), POPOVER);

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
open_menu (GtkWidget *widget, double x, double y)
{
  DemItemMenuFunc create = (DemItemMenuFunc) g_object_get_data (G_OBJECT (widget), CREATE);
  g_autoptr (GMenu) menu = create (widget, x, y);
  GtkWidget *popover;

  if (menu == NULL || g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return FALSE;
  drop_popover (widget);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, widget);
  g_object_set_data (G_OBJECT (widget), POPOVER, popover);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, GtkWidget *widget)
{
  if (open_menu (widget, x, y))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_long_pressed (GtkGestureLongPress *press, double x, double y, GtkWidget *widget)
{
  if (open_menu (widget, x, y))
    gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  double x, y;

  if (focus == NULL
      || !gtk_widget_translate_coordinates (focus, widget, gtk_widget_get_width (focus) / 2.0,
                                            gtk_widget_get_height (focus) / 2.0, &x, &y))
    return FALSE;
  return open_menu (widget, x, y);
}

void
dem_item_menu_attach (GtkWidget *widget, DemItemMenuFunc create)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (create != NULL);

  g_object_set_data (G_OBJECT (widget), CREATE, (gpointer) create);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_pressed), widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key, NULL, NULL)));
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (widget, "destroy", G_CALLBACK (drop_popover), NULL);
}
