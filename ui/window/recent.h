/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dossiers that were opened lately, kept by the desktop; files inside the program are not remembered. */

void dem_recent_add (GFile *file);

/* The newest first, those that are still there: (element-type GtkRecentInfo) (transfer full) */
GPtrArray *dem_recent_list (guint most);

G_END_DECLS
