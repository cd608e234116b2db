/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/perspective_menu.h"

#include <glib/gi18n-lib.h>

#include "ui/common/standings.h"

#define ACTION "workspace.perspective"
#define MOST_STATES 20
#define TOLERANCE 6.0

/* The popover of a canvas, while it is open. */
#define POPOVER "dem-context-menu"

static void
append (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, ACTION, "s", id);
  g_menu_append_item (menu, item);
}

static void
append_everybody (GMenu *menu)
{
  append (menu, _("_Everybody’s Relations"), "");
}

/* An underscore in a name is no mnemonic. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_actor (GMenu *menu, DemDossier *dossier, guint32 actor)
{
  g_autofree char *title = dem_standings_dup_title (dossier, actor);
  g_autofree char *label = escape (title);

  append (menu, label, dem_dossier_actor (dossier, actor)->item.id);
}

/* ---- The menu of a view ---- */

static gboolean
is_listed (GArray *actors, guint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, guint32, i) == actor)
      return TRUE;
  return FALSE;
}

static void
list (GArray *actors, guint32 actor)
{
  if (actor != DEM_NO_INDEX && !is_listed (actors, actor))
    g_array_append_val (actors, actor);
}

static int
compare_degree (gconstpointer a, gconstpointer b, gpointer dossier)
{
  guint x, y;

  dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, *(const guint32 *) a), DEM_KIND_PAIR, &x);
  dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, *(const guint32 *) b), DEM_KIND_PAIR, &y);
  return x != y ? (x > y ? -1 : 1) : *(const guint32 *) a < *(const guint32 *) b ? -1 : 1;
}

static GArray *
list_states (DemDossier *dossier, guint32 scenario)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    if (dem_dossier_actor (dossier, i)->kind == DEM_ACTOR_STATE
        && dem_dossier_exists_in (dossier, DEM_REF (ACTOR, i), scenario)
        && dem_dossier_backlinks_of (dossier, DEM_REF (ACTOR, i), DEM_KIND_PAIR, &n) != NULL && n > 0)
      g_array_append_val (states, i);
  g_array_sort_with_data (states, compare_degree, dossier);
  g_array_set_size (states, MIN (states->len, MOST_STATES));
  return states;
}

void
dem_perspective_menu_fill (GMenu *menu, DemFocus *focus)
{
  DemDossier *dossier = dem_focus_get_dossier (focus);
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  const DemRef *selection;
  guint n;

  g_menu_remove_all (menu);
  append_everybody (menu);
  if (dossier == NULL)
    return;
  g_autoptr (GArray) states = list_states (dossier, dem_focus_get_scenario (focus));
  list (actors, dem_focus_get_perspective (focus));
  selection = dem_focus_get_selection (focus, &n);
  for (guint i = 0; i < n; i++)
    if (selection[i].kind == DEM_KIND_ACTOR)
      list (actors, selection[i].index);
  for (guint i = 0; i < states->len; i++)
    list (actors, g_array_index (states, guint32, i));
  for (guint i = 0; i < MIN (actors->len, MOST_STATES); i++)
    append_actor (menu, dossier, g_array_index (actors, guint32, i));
}

/* ---- The context menu ---- */

static GMenu *
create_menu (DemFocus *focus, DemRef ref)
{
  DemDossier *dossier = dem_focus_get_dossier (focus);
  GMenu *menu = g_menu_new ();

  if (ref.kind == DEM_KIND_ACTOR)
    append_actor (menu, dossier, ref.index);
  else if (ref.kind == DEM_KIND_PAIR)
    {
      append_actor (menu, dossier, dem_dossier_pair (dossier, ref.index)->a);
      append_actor (menu, dossier, dem_dossier_pair (dossier, ref.index)->b);
    }
  if (dem_focus_get_perspective (focus) != DEM_NO_INDEX)
    append_everybody (menu);
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
open_menu (DemCanvas *canvas, DemRef ref, const GdkRectangle *at)
{
  DemFocus *focus = dem_canvas_get_focus (canvas);
  GtkWidget *popover;

  if (focus == NULL || dem_focus_get_dossier (focus) == NULL)
    return;
  g_autoptr (GMenu) menu = create_menu (focus, ref);
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
    open_menu (canvas, dem_scene_hit (scene, x, y, TOLERANCE), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
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
  graphene_rect_t bounds;

  if (!dem_canvas_get_mark_bounds (canvas, dem_canvas_get_cursor (canvas), &bounds))
    return FALSE;
  open_menu (canvas, dem_canvas_get_cursor (canvas),
             &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                              (int) bounds.size.height });
  return TRUE;
}

void
dem_perspective_menu_attach (DemCanvas *canvas)
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
