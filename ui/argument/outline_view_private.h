/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/outline_list.h"
#include "ui/argument/claims_selection.h"
#include "ui/argument/outline_view.h"

G_BEGIN_DECLS

struct _DemOutlineView
{
  GtkWidget parent_instance;

  GtkWidget *list_view;

  DemOutlineList *list;
  DemClaimsSelection *selection;
  GPtrArray *rows;         /* GtkListItem: those that show something now, borrowed */
  guint late;              /* source that brings the rows that are out of sight up to date, 0 for none */
  DemFocus *focus;         /* nullable */
  DemEvaluator *evaluator; /* nullable */
  DemNotebook *notebook;   /* nullable */
  gboolean only_viewpoint; /* whether what does not lead to claims of the viewpoint is left out */
};

/* Fixes the claim in a row, or with NAN gives it back to its reasons. */
void dem_outline_view_judge (DemOutlineView *self, guint position, double strength);

void dem_outline_view_set_unfolded (DemOutlineView *self, guint position, gboolean unfolded);

/* The list's own widget for a row that is on screen, or NULL. */
GtkWidget *dem_outline_view_find_item (DemOutlineView *self, guint position);

/* Unfolds what a node stands under, scrolls to it and returns its row; DEM_NO_NODE when there is none. */
guint dem_outline_view_scroll_to (DemOutlineView *self, guint32 node);

/* The same, and gives it the keyboard. */
void dem_outline_view_move_to (DemOutlineView *self, guint32 node);

/* The row that has the keyboard itself, not one of its links; DEM_NO_NODE for none. */
guint dem_outline_view_get_focused (DemOutlineView *self);

/* The same, or the row one of whose links or buttons has it. What is open over the row does not count. */
guint dem_outline_view_get_entered (DemOutlineView *self);

/* Of the row at a point of the list: what can be done with notes on its claim, and on the step from it (outline_menu.c).
 * (transfer full) */
GMenu *dem_outline_view_create_menu (GtkWidget *list_view, double x, double y);

/* What a key does in the list (outline_keys.c). */
gboolean dem_outline_view_press (DemOutlineView *self, guint keyval, guint keycode, GdkModifierType modifiers);

G_END_DECLS
