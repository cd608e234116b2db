/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The table of claims, scrolled; in its place a word when there are no claims, or none passes the filter, with a button that
 * activates `table.clear-filter`. */
GtkStack *dem_claims_stack_new (GtkWidget *table);

/* Shows what there is to show of @n_all claims, of which @n_shown pass the filter. */
void dem_claims_stack_show (GtkStack *stack, guint n_all, guint n_shown);

G_END_DECLS
