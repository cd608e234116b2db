/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/briefing/talk.h"

G_BEGIN_DECLS

/**
 * DemTalkTimes:
 *
 * How long the talk has taken, how long it should have taken by now, what time it is, and a bar of the two. A button pauses and
 * goes on, another starts from nothing.
 *
 * CSS: node `times`; class `behind` on the pace.
 */
#define DEM_TYPE_TALK_TIMES (dem_talk_times_get_type ())
G_DECLARE_FINAL_TYPE (DemTalkTimes, dem_talk_times, DEM, TALK_TIMES, GtkWidget)

GtkWidget *dem_talk_times_new (DemTalk *talk);

G_END_DECLS
