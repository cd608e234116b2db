/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether an event is the press of a key that moves through a list: arrows up and down, Home, End, Page Up and Down, with
 * whatever modifiers. */
gboolean dem_event_moves_in_list (GdkEvent *event);

G_END_DECLS
