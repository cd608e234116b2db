/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ui/argument/argument_row.h"
#include "ui/argument/outline_view.h"
#include "ui/argument/outline_view_private.h"
#include "ui/common/note_menu.h"

GMenu *
dem_outline_view_create_menu (GtkWidget *list_view, double x, double y)
{
  DemOutlineView *self = DEM_OUTLINE_VIEW (gtk_widget_get_ancestor (list_view, DEM_TYPE_OUTLINE_VIEW));
  GtkWidget *picked = gtk_widget_pick (list_view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, DEM_TYPE_ARGUMENT_ROW) : NULL;
  GMenu *menu = g_menu_new ();
  DemNoteMarks *marks = self->notebook != NULL ? dem_note_marks_get (self->notebook) : NULL;
  const DemOutlineNode *node;
  guint position;

  /* With the keyboard it is the list's item that is picked. */
  if (row == NULL && picked != NULL)
    row = gtk_widget_get_first_child (picked);
  if (!DEM_IS_ARGUMENT_ROW (row))
    return menu;
  position = dem_argument_row_get_position (DEM_ARGUMENT_ROW (row));
  node = dem_outline_get_node (dem_outline_list_get_outline (self->list), dem_outline_list_get_node (self->list, position));
  dem_note_menu_append_ref (menu, marks, self->focus, DEM_REF (CLAIM, node->claim), NULL);
  if (node->inference != DEM_NO_INDEX)
    dem_note_menu_append_ref (menu, marks, self->focus, DEM_REF (INFERENCE, node->inference), _ ("The Step from It"));
  return menu;
}
