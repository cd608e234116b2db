/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/canvas_menu.h"

#include "ui/common/note_menu.h"

#define TOLERANCE 6.0

/* The popover of a canvas, while it is open. */
#define POPOVER "dem-context-menu"

void
dem_canvas_menu_append_notes (DemCanvas *canvas, GMenu *menu, DemRef ref, double x, double y)
{
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (canvas);
  DemNoteMarks *marks = dem_canvas_get_note_marks (canvas);
  DemFocus *focus = dem_canvas_get_focus (canvas);
  const DemNoteSpot *spot;
  g_autoptr (DemNoteTarget) target = NULL;

  if (marks == NULL || focus == NULL || dem_focus_get_dossier (focus) == NULL)
    return;
  spot = dem_canvas_find_note (canvas, x, y);
  if (spot != NULL && spot->target != NULL)
    target = dem_note_target_ref (spot->target);
  else if (spot != NULL)
    ref = spot->ref;
  else if (dem_ref_is_none (ref) && klass->dup_target_at != NULL)
    target = klass->dup_target_at (canvas, x, y);
  if (target != NULL)
    dem_note_menu_append (menu, marks, target);
  else if (!dem_ref_is_none (ref))
    dem_note_menu_append_ref (menu, marks, focus, ref, NULL);
}

GMenu *
dem_canvas_menu_create (DemCanvas *canvas, DemRef ref, double x, double y)
{
  GMenu *menu = g_menu_new ();
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (canvas);
  g_autoptr (GMenu) own = g_menu_new ();

  g_return_val_if_fail (DEM_IS_CANVAS (canvas), menu);

  if (klass->fill_menu != NULL)
    klass->fill_menu (canvas, ref, own);
  if (g_menu_model_get_n_items (G_MENU_MODEL (own)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  dem_canvas_menu_append_notes (canvas, menu, ref, x, y);
  return menu;
}

static void
drop_popover (GtkWidget *canvas)
{
  GtkWidget *popover = g_object_steal_data (G_OBJECT (canvas), POPOVER);

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static void
open_menu (DemCanvas *canvas, DemRef ref, double x, double y, const GdkRectangle *at)
{
  DemFocus *focus = dem_canvas_get_focus (canvas);
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  if (focus == NULL || dem_focus_get_dossier (focus) == NULL)
    return;
  menu = dem_canvas_menu_create (canvas, ref, x, y);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;
  dem_canvas_close_card (canvas);
  drop_popover (GTK_WIDGET (canvas));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (canvas));
  g_object_set_data (G_OBJECT (canvas), POPOVER, popover);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
open_at_point (DemCanvas *canvas, double x, double y)
{
  DemScene *scene = dem_canvas_get_scene (canvas);

  if (scene != NULL)
    open_menu (canvas, dem_scene_hit (scene, x, y, TOLERANCE), x, y, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, DemCanvas *canvas)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at_point (canvas, x, y);
}

static void
on_long_pressed (GtkGestureLongPress *press, double x, double y, DemCanvas *canvas)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at_point (canvas, x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  DemCanvas *canvas = DEM_CANVAS (widget);
  DemRef cursor = dem_canvas_get_cursor (canvas);
  graphene_rect_t bounds;

  if (!dem_canvas_get_mark_bounds (canvas, cursor, &bounds))
    return FALSE;
  open_menu (canvas, cursor, -G_MAXINT, -G_MAXINT,
             &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                              (int) bounds.size.height });
  return TRUE;
}

void
dem_canvas_menu_attach (DemCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (DEM_IS_CANVAS (canvas));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_pressed), canvas, 0);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (press));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (on_menu_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
  g_signal_connect (canvas, "destroy", G_CALLBACK (drop_popover), NULL);
}
