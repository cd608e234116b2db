/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/outline_selection.h"

struct _DemOutlineSelection
{
  GObject parent_instance;

  DemOutlineList *list;
  DemFocus *focus; /* nullable */
  gboolean held;
  gboolean selecting;
};

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemOutlineSelection,
                               dem_outline_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DEM_OUTLINE_SELECTION (model)->list));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (DEM_OUTLINE_SELECTION (model)->list), position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static const DemOutlineNode *
get_node (DemOutlineSelection *self, guint position)
{
  return dem_outline_get_node (dem_outline_list_get_outline (self->list),
                               dem_outline_list_get_node (self->list, position));
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  DemOutlineSelection *self = DEM_OUTLINE_SELECTION (model);
  const DemOutlineNode *node;

  if (self->focus == NULL || position >= get_n_items (G_LIST_MODEL (self)))
    return FALSE;
  node = get_node (self, position);
  return dem_focus_is_selected (self->focus, DEM_REF (CLAIM, node->claim))
         || (node->inference != DEM_NO_INDEX
             && dem_focus_is_selected (self->focus, DEM_REF (INFERENCE, node->inference)));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  GtkBitset *selection = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selection, i);
  return selection;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  DemOutlineSelection *self = DEM_OUTLINE_SELECTION (model);
  DemRef claim;

  if (self->held || self->focus == NULL || position >= get_n_items (G_LIST_MODEL (self)))
    return FALSE;
  claim = DEM_REF (CLAIM, get_node (self, position)->claim);
  self->selecting = TRUE;
  if (unselect_rest)
    dem_focus_select (self->focus, claim);
  else if (!dem_focus_is_selected (self->focus, claim))
    dem_focus_toggle (self->focus, claim);
  self->selecting = FALSE;
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  DemOutlineSelection *self = DEM_OUTLINE_SELECTION (model);
  DemRef claim;

  if (self->held || self->focus == NULL || position >= get_n_items (G_LIST_MODEL (self)))
    return FALSE;
  claim = DEM_REF (CLAIM, get_node (self, position)->claim);
  self->selecting = TRUE;
  if (dem_focus_is_selected (self->focus, claim))
    dem_focus_toggle (self->focus, claim);
  self->selecting = FALSE;
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->select_item = select_item;
  interface->unselect_item = unselect_item;
}

static void
dem_outline_selection_dispose (GObject *object)
{
  DemOutlineSelection *self = DEM_OUTLINE_SELECTION (object);

  g_clear_object (&self->list);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (dem_outline_selection_parent_class)->dispose (object);
}

static void
dem_outline_selection_class_init (DemOutlineSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_outline_selection_dispose;
}

static void
dem_outline_selection_init (DemOutlineSelection *self)
{
}

DemOutlineSelection *
dem_outline_selection_new (DemOutlineList *list)
{
  DemOutlineSelection *self = g_object_new (DEM_TYPE_OUTLINE_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
dem_outline_selection_set_focus (DemOutlineSelection *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_OUTLINE_SELECTION (self));

  g_set_object (&self->focus, focus);
}

void
dem_outline_selection_set_held (DemOutlineSelection *self, gboolean held)
{
  g_return_if_fail (DEM_IS_OUTLINE_SELECTION (self));

  self->held = held;
}

gboolean
dem_outline_selection_is_selecting (DemOutlineSelection *self)
{
  g_return_val_if_fail (DEM_IS_OUTLINE_SELECTION (self), FALSE);

  return self->selecting;
}

void
dem_outline_selection_refresh (DemOutlineSelection *self)
{
  guint n;

  g_return_if_fail (DEM_IS_OUTLINE_SELECTION (self));

  n = get_n_items (G_LIST_MODEL (self));
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}
