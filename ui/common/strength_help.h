/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the program says of its numbers. Translated, static. */

/* One sentence, for whatever leaves the program with numbers in it. */
const char *dem_strength_help_get_short (void);

/* Everything, as paragraphs with headings: heading, text, heading, text, …, NULL. */
const char *const *dem_strength_help_get_long (void);

/* Shows all of it in a window over the one in which @widget is. */
void dem_strength_help_show (GtkWidget *widget);

G_END_DECLS
