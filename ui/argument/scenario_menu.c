/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/scenario_menu.h"

#include <glib/gi18n-lib.h>

#include "ui/common/widget_style.h"

#define LONGEST_TITLE 28 /* characters */

struct _DemScenarioMenu
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *button;
  GtkWidget *title;
  GSimpleAction *choose; /* its state is the scenario's id, "" for none */
  DemFocus *focus;       /* nullable */
};

G_DEFINE_FINAL_TYPE (DemScenarioMenu, dem_scenario_menu, GTK_TYPE_WIDGET)

static void
on_choose (DemScenarioMenu *self, GVariant *state)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  DemRef ref;

  if (dossier == NULL)
    return;
  ref = dem_dossier_find (dossier, g_variant_get_string (state, NULL));
  dem_focus_set_scenario (self->focus, ref.kind == DEM_KIND_SCENARIO ? ref.index : DEM_NO_INDEX);
}

static GMenuModel *
create_menu (DemDossier *dossier)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) none = g_menu_item_new (_("No scenario"), NULL);

  g_menu_item_set_action_and_target (none, "what-if.choose", "s", "");
  g_menu_append_item (menu, none);
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_SCENARIO); i++)
    {
      g_autofree char *name = dem_dossier_dup_name (dossier, DEM_REF (SCENARIO, i));
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "what-if.choose", "s",
                                         dem_dossier_scenario (dossier, i)->item.id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
show_dossier (DemScenarioMenu *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  gboolean any = dossier != NULL && dem_dossier_count (dossier, DEM_KIND_SCENARIO) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (any)
    {
      g_autoptr (GMenuModel) menu = create_menu (dossier);
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
    }
}

static void
show_scenario (DemScenarioMenu *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  guint32 scenario = dossier != NULL ? dem_focus_get_scenario (self->focus) : DEM_NO_INDEX;
  g_autofree char *name = scenario != DEM_NO_INDEX
                              ? dem_dossier_dup_name (dossier, DEM_REF (SCENARIO, scenario))
                              : g_strdup (_("No scenario"));
  g_autofree char *spoken = g_strdup_printf (_("What if: %s"), name);

  gtk_label_set_text (GTK_LABEL (self->title), name);
  dem_widget_set_tooltip (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  dem_widget_set_css_class (self->title, "dem-assumed", scenario != DEM_NO_INDEX);
  g_simple_action_set_state (
      self->choose, g_variant_new_string (
                        scenario != DEM_NO_INDEX ? dem_dossier_scenario (dossier, scenario)->item.id : ""));
}

static void
on_focus_changed (DemScenarioMenu *self, DemFocusChange what)
{
  if (what & DEM_FOCUS_DOSSIER)
    show_dossier (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    show_scenario (self);
}

static void
dem_scenario_menu_dispose (GObject *object)
{
  DemScenarioMenu *self = DEM_SCENARIO_MENU (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->choose);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (dem_scenario_menu_parent_class)->dispose (object);
}

static void
dem_scenario_menu_class_init (DemScenarioMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_scenario_menu_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whatif");
}

static GtkWidget *
create_button_child (DemScenarioMenu *self)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), LONGEST_TITLE);
  gtk_box_append (GTK_BOX (child), self->title);
  gtk_box_append (GTK_BOX (child), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  return child;
}

static void
dem_scenario_menu_init (DemScenarioMenu *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *what_if = gtk_label_new (_("What if:"));

  self->choose = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->choose, "change-state", G_CALLBACK (on_choose), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->choose));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "what-if", G_ACTION_GROUP (actions));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), gtk_image_new_from_icon_name ("dem-scenario-symbolic"));
  gtk_widget_add_css_class (what_if, "heading");
  gtk_box_append (GTK_BOX (self->box), what_if);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), create_button_child (self));
  gtk_box_append (GTK_BOX (self->box), self->button);
}

void
dem_scenario_menu_set_focus (DemScenarioMenu *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_SCENARIO_MENU (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  show_dossier (self);
  show_scenario (self);
}
