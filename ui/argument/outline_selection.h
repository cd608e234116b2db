/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/outline_list.h"
#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemOutlineSelection:
 *
 * The focus's selection as the selection of a list of claims: a row is selected when its claim, or the step
 * by which it bears on its parent, is selected. Selecting a row is a verb on the focus; nothing is kept here.
 */
#define DEM_TYPE_OUTLINE_SELECTION (dem_outline_selection_get_type ())
G_DECLARE_FINAL_TYPE (DemOutlineSelection, dem_outline_selection, DEM, OUTLINE_SELECTION, GObject)

DemOutlineSelection *dem_outline_selection_new (DemOutlineList *list);

void dem_outline_selection_set_focus (DemOutlineSelection *self, DemFocus *focus);

/* While held, selecting does nothing: keys that move through the list shall not select on their way. */
void dem_outline_selection_set_held (DemOutlineSelection *self, gboolean held);

/* Whether a change of the focus that is being told comes from the list itself. */
gboolean dem_outline_selection_is_selecting (DemOutlineSelection *self);

/* The focus's selection has changed. */
void dem_outline_selection_refresh (DemOutlineSelection *self);

G_END_DECLS
