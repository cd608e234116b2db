/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys do in the outline. */

#include "ui/argument/outline_view_private.h"

#include <math.h>

#include "ui/argument/argument_row.h"

static gboolean
enter_node (DemOutlineView *self, guint position)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 index = dem_outline_list_get_node (self->list, position);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);

  if (node->n_children == 0 && node->is_reference)
    dem_outline_view_move_to (self, dem_outline_find_claim (outline, node->claim));
  else if (node->n_children == 0)
    return FALSE;
  else if (!dem_outline_list_is_unfolded (self->list, index))
    dem_outline_view_set_unfolded (self, position, TRUE);
  else
    dem_outline_view_move_to (self, index + 1);
  return TRUE;
}

static gboolean
leave_node (DemOutlineView *self, guint position)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 index = dem_outline_list_get_node (self->list, position);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);

  if (node->n_children > 0 && node->sign != DEM_SIGN_THESIS
      && dem_outline_list_is_unfolded (self->list, index))
    dem_outline_view_set_unfolded (self, position, FALSE);
  else if (node->parent != DEM_NO_NODE)
    dem_outline_view_move_to (self, node->parent);
  else
    return FALSE;
  return TRUE;
}

static gboolean
toggle_row (DemOutlineView *self, guint position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);

  if (gtk_selection_model_is_selected (selection, position))
    return gtk_selection_model_unselect_item (selection, position);
  return gtk_selection_model_select_item (selection, position, FALSE);
}

static gboolean
explain_row (DemOutlineView *self, guint position)
{
  GtkWidget *item = dem_outline_view_find_item (self, position);

  if (item == NULL)
    return FALSE;
  dem_argument_row_explain (DEM_ARGUMENT_ROW (gtk_widget_get_first_child (item)));
  return TRUE;
}

/* Linked premises are one step: the first of them has its questions. */
static gboolean
ask_row (DemOutlineView *self, guint position)
{
  DemOutline *outline = dem_outline_list_get_outline (self->list);
  guint32 step = dem_outline_get_node (outline, dem_outline_list_get_node (self->list, position))->inference;
  guint32 node = step != DEM_NO_INDEX ? dem_outline_find_inference (outline, step) : DEM_NO_NODE;
  GtkWidget *item = node != DEM_NO_NODE ? dem_outline_view_find_item (self, dem_outline_view_scroll_to (self, node)) : NULL;

  return item != NULL && dem_argument_row_ask (DEM_ARGUMENT_ROW (gtk_widget_get_first_child (item)));
}

/* Letters that act on the claim of a row. */
static gboolean
press_letter (DemOutlineView *self, guint position, guint keyval)
{
  static const struct
  {
    guint keyval;
    double strength;
  } keys[] = {
    { GDK_KEY_a, DEM_STRENGTH_ACCEPTED },
    { GDK_KEY_d, DEM_STRENGTH_DOUBTED },
    { GDK_KEY_r, DEM_STRENGTH_REJECTED },
    { GDK_KEY_0, NAN },
    { GDK_KEY_KP_0, NAN },
  };

  keyval = gdk_keyval_to_lower (keyval);
  if (keyval == GDK_KEY_e)
    return explain_row (self, position);
  if (keyval == GDK_KEY_q)
    return ask_row (self, position);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      {
        dem_outline_view_judge (self, position, keys[i].strength);
        return TRUE;
      }
  return FALSE;
}

/* Letters work from the links of a row, too: an explanation that closes leaves the keyboard on one. */
static gboolean
press_letter_within (DemOutlineView *self, guint keyval, GdkModifierType modifiers)
{
  guint position = dem_outline_view_get_entered (self);

  return position != DEM_NO_NODE && (modifiers & ~GDK_SHIFT_MASK) == 0 && press_letter (self, position, keyval);
}

gboolean
dem_outline_view_press (DemOutlineView *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  guint position = dem_outline_view_get_focused (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  modifiers &= gtk_accelerator_get_default_mod_mask ();
  if (position == DEM_NO_NODE)
    return press_letter_within (self, keyval, modifiers);
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
      return press_letter_within (self, keyval, modifiers);
    }
}
