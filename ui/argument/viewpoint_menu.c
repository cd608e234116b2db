/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/viewpoint_menu.h"

#include <glib/gi18n-lib.h>

#include "app/argument/viewpoints.h"

struct _DemViewpointMenu
{
  GObject parent_instance;

  GMenu *menu;
  GSimpleAction *choose; /* its state is the actor's id, "" for everybody */
  DemFocus *focus;       /* nullable */
};

G_DEFINE_FINAL_TYPE (DemViewpointMenu, dem_viewpoint_menu, G_TYPE_OBJECT)

static void
on_choose (DemViewpointMenu *self, GVariant *value)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  DemRef ref = dossier != NULL ? dem_dossier_find (dossier, g_variant_get_string (value, NULL)) : DEM_REF_NONE;

  if (dossier != NULL)
    dem_focus_set_viewpoint (self->focus, ref.kind == DEM_KIND_ACTOR ? ref.index : DEM_NO_INDEX);
}

static void
add_item (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "viewpoint.choose", "s", id);
  g_menu_append_item (menu, item);
}

/* Names are text: an underscore in one is no mark of a key. */
static char *
escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
fill (DemViewpointMenu *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  g_autoptr (GArray) viewpoints = NULL;

  g_menu_remove_all (self->menu);
  if (dossier == NULL)
    return;
  add_item (self->menu, _ ("_Everybody"), "");
  viewpoints = dem_viewpoints_list (dossier, dem_focus_get_scenario (self->focus));
  for (guint i = 0; i < viewpoints->len; i++)
    {
      const DemViewpoint *viewpoint = &g_array_index (viewpoints, DemViewpoint, i);
      g_autofree char *name = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, viewpoint->actor));
      g_autofree char *escaped = escape (name);
      /* Translators: somebody's name, and how many claims they make. */
      g_autofree char *label = g_strdup_printf (_ ("%s (%u)"), escaped, viewpoint->n_claims);

      add_item (self->menu, label, dem_dossier_actor (dossier, viewpoint->actor)->item.id);
    }
}

static void
show_viewpoint (DemViewpointMenu *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  guint32 actor = dossier != NULL ? dem_focus_get_viewpoint (self->focus) : DEM_NO_INDEX;

  g_simple_action_set_state (
      self->choose, g_variant_new_string (actor != DEM_NO_INDEX ? dem_dossier_actor (dossier, actor)->item.id : ""));
}

static void
on_focus_changed (DemViewpointMenu *self, DemFocusChange what)
{
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    fill (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_VIEWPOINT))
    show_viewpoint (self);
}

static void
dem_viewpoint_menu_dispose (GObject *object)
{
  DemViewpointMenu *self = DEM_VIEWPOINT_MENU (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->choose);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (dem_viewpoint_menu_parent_class)->dispose (object);
}

static void
dem_viewpoint_menu_class_init (DemViewpointMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_viewpoint_menu_dispose;
}

static void
dem_viewpoint_menu_init (DemViewpointMenu *self)
{
  self->menu = g_menu_new ();
  self->choose = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->choose, "change-state", G_CALLBACK (on_choose), self, G_CONNECT_SWAPPED);
}

DemViewpointMenu *
dem_viewpoint_menu_new (GtkWidget *widget)
{
  DemViewpointMenu *self = g_object_new (DEM_TYPE_VIEWPOINT_MENU, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->choose));
  gtk_widget_insert_action_group (widget, "viewpoint", G_ACTION_GROUP (actions));
  return self;
}

void
dem_viewpoint_menu_set_focus (DemViewpointMenu *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_VIEWPOINT_MENU (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  fill (self);
  show_viewpoint (self);
}

GMenuModel *
dem_viewpoint_menu_get_model (DemViewpointMenu *self)
{
  g_return_val_if_fail (DEM_IS_VIEWPOINT_MENU (self), NULL);

  return G_MENU_MODEL (self->menu);
}
