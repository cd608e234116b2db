/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/outline_list.h"

G_BEGIN_DECLS

/**
 * DemArgumentGutter:
 *
 * What stands before a claim's text: indentation, the triangle that folds, and the sign, joined to the signs
 * of linked premises. The triangle is for the pointer; keys fold by the row.
 *
 * Signal: `fold` when the triangle is clicked.
 */
#define DEM_TYPE_ARGUMENT_GUTTER (dem_argument_gutter_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentGutter, dem_argument_gutter, DEM, ARGUMENT_GUTTER, GtkWidget)

GtkWidget *dem_argument_gutter_new (void);

/* Shows what stands before a node. */
void dem_argument_gutter_set (DemArgumentGutter *self, DemOutlineList *list, guint32 node);

G_END_DECLS
