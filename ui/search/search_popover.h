/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemSearchPopover:
 *
 * One box that finds anything of the dossier in focus while it is being typed. Enter selects the first or the chosen hit
 * and closes, Down leads into the list, typing in the list goes on in the box, Escape closes.
 *
 * CSS: class `search`.
 */
#define DEM_TYPE_SEARCH_POPOVER (dem_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (DemSearchPopover, dem_search_popover, DEM, SEARCH_POPOVER, GtkPopover)

GtkWidget *dem_search_popover_new (DemFocus *focus);

/* FALSE while an answer is awaited. */
gboolean dem_search_popover_is_settled (DemSearchPopover *self);

G_END_DECLS
