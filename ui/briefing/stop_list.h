/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/briefing/talk.h"

G_BEGIN_DECLS

/**
 * DemStopList:
 *
 * All stops of a talk: as a list with what each is planned to take, or as a grid with what each says. A click, or Enter, goes
 * there. The stop where the talk is stands out and is in view.
 *
 * Signal: `chosen`, when the talk has gone to a stop of it.
 */
#define DEM_TYPE_STOP_LIST (dem_stop_list_get_type ())
G_DECLARE_FINAL_TYPE (DemStopList, dem_stop_list, DEM, STOP_LIST, GtkWidget)

GtkWidget *dem_stop_list_new (DemTalk *talk, gboolean as_grid);

G_END_DECLS
