/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/outline_list.h"
#include "app/focus/relevance.h"

G_BEGIN_DECLS

/**
 * DemArgumentRow:
 *
 * A row of the outline: heading of its section where one begins, sign, the claim's short text, and beneath it
 * the bar of its starting value (or what the scenario assumes), who says it, links to what it cites and how
 * many reasons are folded.
 *
 * It never takes the keyboard focus itself: the list's own item does, and so a screen reader hears the label
 * that is put there ("level 3, against: Chinese help can be had"). Tab goes from the item to the row's links.
 *
 * Signals: `fold` when the triangle is clicked; `follow` when a reference asks to be followed to the place
 * where the claim's reasons stand.
 */
#define DEM_TYPE_ARGUMENT_ROW (dem_argument_row_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentRow, dem_argument_row, DEM, ARGUMENT_ROW, GtkWidget)

GtkWidget *dem_argument_row_new (void);

/* Shows what stands at a position of a list. */
void dem_argument_row_set (DemArgumentRow *self, DemFocus *focus, DemOutlineList *list, guint position);

guint dem_argument_row_get_position (DemArgumentRow *self);

/* "level 3, against: Chinese help can be had"; the level is left out for a thesis. (transfer full) */
char *dem_argument_row_dup_label (DemOutline *outline, guint32 node);

G_END_DECLS
