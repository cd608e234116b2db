/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemChips:
 *
 * The row that always says what is in focus: a chip for each selected item, one for whose relations are
 * shown, one for the period, one for the scenario.
 * Where the row is too narrow, the last of the selection go into a popover behind a button that counts them; in a
 * scrolling row (it gets its natural width then) all are there.
 *
 * CSS: node `chips`.
 */
#define DEM_TYPE_CHIPS (dem_chips_get_type ())
G_DECLARE_FINAL_TYPE (DemChips, dem_chips, DEM, CHIPS, GtkWidget)

GtkWidget *dem_chips_new (void);
void dem_chips_set_focus (DemChips *self, DemFocus *focus);

/* Where the note is that is in focus. (nullable) */
void dem_chips_set_notebook (DemChips *self, DemNotebook *notebook);

/* How many chips there are, and how many of them are behind the button. */
guint dem_chips_count (DemChips *self);
guint dem_chips_count_hidden (DemChips *self);

G_END_DECLS
