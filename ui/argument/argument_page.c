/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/argument/outline_list.h"
#include "ui/argument/argument_row.h"
#include "ui/argument/outline_selection.h"
#include "ui/argument/scenario_menu.h"
#include "ui/common/moving_keys.h"

struct _DemArgumentPage
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *list_view;
  GtkWidget *scenario;
  GtkWidget *scenario_title;
  GtkWidget *scenario_summary;
  GtkWidget *scenario_count;
  DemScenarioMenu *scenario_menu;

  DemOutlineList *list;
  DemOutlineSelection *selection;
  GPtrArray *rows; /* GtkListItem: those that show something now, borrowed */
  DemFocus *focus; /* nullable */
};

G_DEFINE_FINAL_TYPE (DemArgumentPage, dem_argument_page, GTK_TYPE_WIDGET)

/* ---- Rows ---- */

static void
show_row (DemArgumentPage *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);

  if (self->focus != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    dem_argument_row_set (DEM_ARGUMENT_ROW (gtk_list_item_get_child (item)), self->focus, self->list,
                          position);
}

static void
refresh_rows (DemArgumentPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
}

static void
set_unfolded (DemArgumentPage *self, guint position, gboolean unfolded)
{
  dem_outline_list_set_unfolded (self->list, dem_outline_list_get_node (self->list, position), unfolded);
  refresh_rows (self);
}

static void
on_fold (DemArgumentPage *self, DemArgumentRow *row)
{
  guint position = dem_argument_row_get_position (row);

  set_unfolded (self, position,
                !dem_outline_list_is_unfolded (self->list, dem_outline_list_get_node (self->list, position)));
}

/* The list's own widget for a row that is on screen, or NULL. */
static GtkWidget *
find_item_widget (DemArgumentPage *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);

      if (gtk_list_item_get_position (item) == position)
        return gtk_widget_get_parent (gtk_list_item_get_child (item));
    }
  return NULL;
}

/* Unfolds what a node stands under, scrolls to it and returns its row. */
static guint
scroll_to_node (DemArgumentPage *self, guint32 node)
{
  guint position;

  dem_outline_list_reveal (self->list, node);
  refresh_rows (self);
  position = dem_outline_list_find (self->list, node);
  if (position != DEM_NO_NODE)
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
  return position;
}

static void
move_to_node (DemArgumentPage *self, guint32 node)
{
  guint position = scroll_to_node (self, node);
  GtkWidget *widget = position != DEM_NO_NODE ? find_item_widget (self, position) : NULL;

  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

static void
on_follow (DemArgumentPage *self, DemArgumentRow *row)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 node = dem_outline_list_get_node (self->list, dem_argument_row_get_position (row));

  move_to_node (self, dem_outline_find_claim (outline, dem_outline_get_node (outline, node)->claim));
}

static void
on_setup (DemArgumentPage *self, GtkListItem *item)
{
  GtkWidget *row = dem_argument_row_new ();

  gtk_list_item_set_child (item, row);
  g_signal_connect_object (row, "fold", G_CALLBACK (on_fold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "follow", G_CALLBACK (on_follow), self, G_CONNECT_SWAPPED);
}

static void
on_bind (DemArgumentPage *self, GtkListItem *item)
{
  g_ptr_array_add (self->rows, item);
  show_row (self, item);
}

static void
on_unbind (DemArgumentPage *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->rows, item);
}

static void
on_activate (DemArgumentPage *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/* ---- Keys ---- */

/* Sees every event before the list does: keys that move through it do not select, all else may. */
static gboolean
on_event (DemArgumentPage *self, GdkEvent *event)
{
  dem_outline_selection_set_held (self->selection, dem_event_moves_in_list (event));
  return GDK_EVENT_PROPAGATE;
}

/* The row that has the keyboard focus itself, not one of its links; DEM_NO_NODE for none. */
static guint
get_focused_position (DemArgumentPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->rows, i);

      if (gtk_widget_is_focus (gtk_widget_get_parent (gtk_list_item_get_child (item))))
        return gtk_list_item_get_position (item);
    }
  return DEM_NO_NODE;
}

static gboolean
enter_node (DemArgumentPage *self, guint position)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 index = dem_outline_list_get_node (self->list, position);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);

  if (node->n_children == 0 && node->is_reference)
    move_to_node (self, dem_outline_find_claim (outline, node->claim));
  else if (node->n_children == 0)
    return FALSE;
  else if (!dem_outline_list_is_unfolded (self->list, index))
    set_unfolded (self, position, TRUE);
  else
    move_to_node (self, index + 1);
  return TRUE;
}

static gboolean
leave_node (DemArgumentPage *self, guint position)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 index = dem_outline_list_get_node (self->list, position);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);

  if (node->n_children > 0 && node->sign != DEM_SIGN_THESIS
      && dem_outline_list_is_unfolded (self->list, index))
    set_unfolded (self, position, FALSE);
  else if (node->parent != DEM_NO_NODE)
    move_to_node (self, node->parent);
  else
    return FALSE;
  return TRUE;
}

static gboolean
toggle_row (DemArgumentPage *self, guint position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (gtk_selection_model_is_selected (selection, position))
    return gtk_selection_model_unselect_item (selection, position);
  return gtk_selection_model_select_item (selection, position, FALSE);
}

static gboolean
on_key_pressed (DemArgumentPage *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  guint position = get_focused_position (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (position == DEM_NO_NODE)
    return FALSE;
  modifiers &= gtk_accelerator_get_default_mod_mask ();
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return modifiers == 0 && (rtl ? enter_node (self, position) : leave_node (self, position));
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return modifiers == 0 && (rtl ? leave_node (self, position) : enter_node (self, position));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return modifiers == GDK_CONTROL_MASK && toggle_row (self, position);
    default:
      return FALSE;
    }
}

/* ---- The focus ---- */

static void
show_scenario (DemArgumentPage *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  guint32 index = dossier != NULL ? dem_focus_get_scenario (self->focus) : DEM_NO_INDEX;
  const DemScenario *scenario;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (self->scenario, index != DEM_NO_INDEX);
  if (index == DEM_NO_INDEX)
    return;
  scenario = dem_dossier_scenario (dossier, index);
  count
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u assumption", "%u assumptions", scenario->n_assume),
                         scenario->n_assume);
  gtk_label_set_text (GTK_LABEL (self->scenario_title), scenario->title);
  gtk_label_set_text (GTK_LABEL (self->scenario_summary),
                      scenario->item.summary != NULL ? scenario->item.summary : "");
  gtk_widget_set_visible (self->scenario_summary, scenario->item.summary != NULL);
  gtk_label_set_text (GTK_LABEL (self->scenario_count), count);
}

static void
on_scenario_clicked (DemArgumentPage *self)
{
  dem_focus_select (self->focus, DEM_REF (SCENARIO, dem_focus_get_scenario (self->focus)));
}

/* Lets what a scenario assumes be seen. */
static void
reveal_assumptions (DemArgumentPage *self)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 index = outline != NULL ? dem_outline_get_scenario (outline) : DEM_NO_INDEX;
  const DemScenario *scenario;

  if (index == DEM_NO_INDEX)
    return;
  scenario = dem_dossier_scenario (dem_outline_get_dossier (outline), index);
  for (guint i = 0; i < scenario->n_assume; i++)
    {
      guint32 node = dem_outline_find_claim (outline, scenario->assume[i].claim);

      if (node != DEM_NO_NODE)
        dem_outline_list_reveal (self->list, node);
    }
}

static void
show_outline (DemArgumentPage *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  g_autoptr (DemOutline) outline = NULL;

  if (dossier != NULL)
    outline = dem_outline_new (dossier, dem_focus_get_scenario (self->focus));
  dem_outline_list_set_outline (self->list, outline);
  reveal_assumptions (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    outline != NULL && dem_outline_get_n_nodes (outline) > 0 ? "outline"
                                                                                             : "empty");
  gtk_widget_set_visible (self->stack, dossier != NULL);
}

/* The node to scroll to for what is selected, or DEM_NO_NODE. */
static guint32
find_selected_node (DemArgumentPage *self)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint n = 0;
  const DemRef *selection = dem_focus_get_selection (self->focus, &n);

  if (n == 0 || outline == NULL)
    return DEM_NO_NODE;
  if (selection[n - 1].kind == DEM_KIND_CLAIM)
    return dem_outline_find_claim (outline, selection[n - 1].index);
  if (selection[n - 1].kind == DEM_KIND_INFERENCE)
    return dem_outline_find_inference (outline, selection[n - 1].index);
  return DEM_NO_NODE;
}

static void
show_selection (DemArgumentPage *self)
{
  guint32 node = find_selected_node (self);

  if (node != DEM_NO_NODE && !dem_outline_selection_is_selecting (self->selection))
    scroll_to_node (self, node);
  dem_outline_selection_refresh (self->selection);
}

static void
on_focus_changed (DemArgumentPage *self, DemFocusChange what)
{
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    {
      show_outline (self);
      show_scenario (self);
    }
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION))
    show_selection (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_SCENARIO))
    refresh_rows (self);
}

/* ---- The object ---- */

static void
dem_argument_page_dispose (GObject *object)
{
  DemArgumentPage *self = DEM_ARGUMENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_ARGUMENT_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (dem_argument_page_parent_class)->dispose (object);
}

static void
dem_argument_page_finalize (GObject *object)
{
  g_ptr_array_unref (DEM_ARGUMENT_PAGE (object)->rows);

  G_OBJECT_CLASS (dem_argument_page_parent_class)->finalize (object);
}

static void
dem_argument_page_class_init (DemArgumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_argument_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_argument_page_finalize;

  g_type_ensure (DEM_TYPE_SCENARIO_MENU);
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/demarche/Demarche/ui/argument/argument_page.ui");
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, scenario);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, scenario_title);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, scenario_summary);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, scenario_count);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, scenario_menu);
}

static void
add_controllers (DemArgumentPage *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list_view, events);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list_view, keys);
}

static void
dem_argument_page_init (DemArgumentPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  self->list = dem_outline_list_new ();
  self->selection = dem_outline_selection_new (self->list);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list_view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scenario, "clicked", G_CALLBACK (on_scenario_clicked), self,
                           G_CONNECT_SWAPPED);
  add_controllers (self);
}

GtkWidget *
dem_argument_page_new (void)
{
  return g_object_new (DEM_TYPE_ARGUMENT_PAGE, NULL);
}

void
dem_argument_page_set_focus (DemArgumentPage *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_ARGUMENT_PAGE (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  dem_outline_selection_set_focus (self->selection, focus);
  dem_scenario_menu_set_focus (self->scenario_menu, focus);
  show_outline (self);
  show_scenario (self);
  refresh_rows (self);
}
