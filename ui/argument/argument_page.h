/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemArgumentPage:
 *
 * The argument as an outline: the thesis on a card, its reasons for and against nested beneath, and at the
 * foot the choice of a scenario. The list is virtual: it makes widgets for what is on screen.
 *
 * Up and Down move, Right unfolds or enters, Left folds or goes to what a claim stands under, Enter and Space
 * select, Ctrl+Enter and Ctrl+Space add to the selection, Tab goes to a row's links. What is selected
 * elsewhere is unfolded and scrolled to.
 */
#define DEM_TYPE_ARGUMENT_PAGE (dem_argument_page_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentPage, dem_argument_page, DEM, ARGUMENT_PAGE, GtkWidget)

GtkWidget *dem_argument_page_new (void);
void dem_argument_page_set_focus (DemArgumentPage *self, DemFocus *focus);

G_END_DECLS
